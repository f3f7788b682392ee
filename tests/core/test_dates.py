from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from core.dates import FuzzyDate, UnreadableDate, read, weekday_contradiction, write
from core.dates.fuzzy import FIRST_DAY, LAST_DAY
from core.dates.months import FRENCH_MONTHS

EXACT = date(2017, 9, 14)
WEEK = (date(2017, 12, 11), date(2017, 12, 15))
ACROSS_MONTHS = (date(2017, 11, 28), date(2017, 12, 2))
LATE_OCTOBER = (date(2016, 10, 21), date(2016, 10, 31))


def year(number, last=None):
    return date(number, 1, 1), date(last or number, 12, 31)


def days(text):
    return read(text).first, read(text).last


@pytest.mark.parametrize(
    "text",
    [
        "14 septembre 2017",
        "le 14 septembre 2017",
        "14 SEPT. 2017",
        "jeudi 14 septembre 2017",
        "14\N{NO-BREAK SPACE}septembre\N{NARROW NO-BREAK SPACE}2017",
        "14/09/2017",
        "14.9.2017",
        "14-09-2017",
        "2017-09-14",
        "2017/9/14",
        "14 September 2017",
        "14th of September 2017",
        "September 14, 2017",
        "Thursday, 14 Sep 2017",
        "2017年9月14日",
        "2017 年 9 月 14 号",
        "2017年9月14日（星期四）",
        "二〇一七年九月十四日",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert read(text) == FuzzyDate.day(EXACT)


@pytest.mark.parametrize(
    "text",
    ["décembre 2018", "decembre 2018", "déc. 2018", "12/2018", "2018-12", "2018/12", "December 2018", "2018年12月"],
)
def test_a_month_is_read_however_it_is_written(text):
    assert read(text) == FuzzyDate.month(2018, 12)


@pytest.mark.parametrize("text", ["2018", "en 2018", "l’année 2018", "in 2018", "2018年"])
def test_a_year_is_read_however_it_is_written(text):
    assert read(text) == FuzzyDate.year(2018)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2008/2009", year(2008, 2009)),
        ("2008-2009", year(2008, 2009)),
        ("2008 – 2009", year(2008, 2009)),
        ("de 2008 à 2009", year(2008, 2009)),
        ("2008–2009年", year(2008, 2009)),
        ("du 11 au 15 décembre 2017", WEEK),
        ("11–15 décembre 2017", WEEK),
        ("11/12/2017 - 15/12/2017", WEEK),
        ("du 11/12 au 15/12/2017", WEEK),
        ("du lundi 11 au vendredi 15 décembre 2017", WEEK),
        ("December 11–15, 2017", WEEK),
        ("2017年12月11日至15日", WEEK),
        ("2017年12月11-15日", WEEK),
        ("9 & 10 octobre 2017", (date(2017, 10, 9), date(2017, 10, 10))),
        ("9 et 10 octobre 2017", (date(2017, 10, 9), date(2017, 10, 10))),
        ("9, 10 et 11 octobre 2017", (date(2017, 10, 9), date(2017, 10, 11))),
        ("du 28 novembre au 2 décembre 2017", ACROSS_MONTHS),
        ("28 November to 2 December 2017", ACROSS_MONTHS),
        ("2017年11月28日至12月2日", ACROSS_MONTHS),
        ("28 décembre 2017 - 2 janvier 2018", (date(2017, 12, 28), date(2018, 1, 2))),
        ("sept./oct. 2018", (date(2018, 9, 1), date(2018, 10, 31))),
        ("d’avril à octobre 2018", (date(2018, 4, 1), date(2018, 10, 31))),
        ("2018年9-10月", (date(2018, 9, 1), date(2018, 10, 31))),
        ("de 2016 à septembre 2017", (date(2016, 1, 1), date(2017, 9, 30))),
    ],
)
def test_an_interval_needs_no_words(text, expected):
    fuzzy = read(text)

    assert (fuzzy.first, fuzzy.last, fuzzy.words) == (*expected, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("début septembre 2017", (date(2017, 9, 1), date(2017, 9, 10))),
        ("mi-octobre 2016", (date(2016, 10, 11), date(2016, 10, 20))),
        ("fin octobre 2016", LATE_OCTOBER),
        ("late October 2016", LATE_OCTOBER),
        ("2016年10月下旬", LATE_OCTOBER),
        ("fin février 2017", (date(2017, 2, 21), date(2017, 2, 28))),
        ("2e quinzaine d’octobre 2016", (date(2016, 10, 16), date(2016, 10, 31))),
        ("printemps 2019", (date(2019, 3, 1), date(2019, 5, 31))),
        ("à l’été 2019", (date(2019, 6, 1), date(2019, 8, 31))),
        ("automne 2019", (date(2019, 9, 1), date(2019, 11, 30))),
        ("2019年秋季", (date(2019, 9, 1), date(2019, 11, 30))),
        ("hiver 2019-2020", (date(2019, 12, 1), date(2020, 2, 29))),
        ("1er trimestre 2018", (date(2018, 1, 1), date(2018, 3, 31))),
        ("Q2 2018", (date(2018, 4, 1), date(2018, 6, 30))),
        ("premier semestre 2018", (date(2018, 1, 1), date(2018, 6, 30))),
        ("2018年下半年", (date(2018, 7, 1), date(2018, 12, 31))),
        ("fin 2016", (date(2016, 9, 1), date(2016, 12, 31))),
        ("vers 1998", year(1998)),
        ("1998年前后", year(1998)),
        ("années 1990", year(1990, 1999)),
        ("the 1990s", year(1990, 1999)),
        ("20世纪90年代", year(1990, 1999)),
        ("fin octobre - début novembre 2016", (date(2016, 10, 21), date(2016, 11, 10))),
        ("9 et 12 octobre 2017", (date(2017, 10, 9), date(2017, 10, 12))),
    ],
)
def test_words_are_kept_when_they_say_more_than_the_days(text, expected):
    fuzzy = read(text)

    assert (fuzzy.first, fuzzy.last, fuzzy.words) == (*expected, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("x" * 200, "too_long"),
        ("bientôt", "unknown"),
        ("après 2018", "unknown"),
        ("2018 2019", "unknown"),
        ("2018 -", "unknown"),
        ("printemps octobre 2018", "unknown"),
        ("20177", "unknown"),
        ("14 septembre", "year_missing"),
        ("14/09/17", "year_missing"),
        ("septembre 17", "year_missing"),
        ("années 90", "year_missing"),
        ("14/13/2017", "month"),
        ("09/14/2017", "month"),
        ("31 février 2018", "day"),
        ("29 février 2018", "day"),
        ("0 mars 2018", "day"),
        ("0987", "year_range"),
        ("9999", "year_range"),
        ("du 15 au 11 décembre 2017", "reversed"),
        ("du 28 décembre au 2 janvier 2018", "reversed"),
        ("2009/2008", "reversed"),
        ("hiver 2018", "winter"),
        ("2008/09", "ambiguous"),
        ("années 1995", "decade"),
        ("vers le 14 septembre 2017", "circa"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text, code):
    with pytest.raises(UnreadableDate) as refusal:
        read(text)

    assert refusal.value.code == code


def test_a_refusal_is_one_sentence_that_quotes_what_was_typed():
    with pytest.raises(UnreadableDate) as refusal:
        read("31  février 2018")

    assert str(refusal.value) == (
        "« 31 février 2018 » : ce jour n’existe pas dans le calendrier ; "
        "écrivez par exemple 14 septembre 2017, décembre 2018, 2018, 2008-2009 ou fin octobre 2016."
    )


@given(st.text(max_size=130))
def test_whatever_is_typed_is_read_or_refused(text):
    try:
        fuzzy = read(text)
    except UnreadableDate:
        return
    assert read(write(fuzzy)).same_days(fuzzy)


PIECES = """
    14 1er 2017 1998 2 31 9 09/2017 septembre fin vers et au du - – / , T1 été hiver début mi- années premier trimestre
    late October 2008/2009 年 2017年 9月 14日 下旬 至 季度 前后 mardi
"""


@given(st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join))
def test_pieces_of_dates_in_any_order_are_read_or_refused(text):
    try:
        fuzzy = read(text)
    except UnreadableDate:
        return
    for language in ("fr", "en", "zh-hans"):
        assert read(write(fuzzy, language)).same_days(fuzzy)


@pytest.mark.parametrize(
    ("fuzzy", "french", "english", "chinese"),
    [
        (FuzzyDate.day(EXACT), "14 septembre 2017", "14 September 2017", "2017年9月14日"),
        (FuzzyDate.day(date(2018, 3, 1)), "1er mars 2018", "1 March 2018", "2018年3月1日"),
        (FuzzyDate.month(2018, 12), "décembre 2018", "December 2018", "2018年12月"),
        (FuzzyDate.year(2018), "2018", "2018", "2018年"),
        (FuzzyDate(*year(2008, 2009)), "2008–2009", "2008–2009", "2008年至2009年"),
        (FuzzyDate(*WEEK), "du 11 au 15 décembre 2017", "11–15 December 2017", "2017年12月11日至15日"),
        (
            FuzzyDate(*ACROSS_MONTHS),
            "du 28 novembre au 2 décembre 2017",
            "28 November – 2 December 2017",
            "2017年11月28日至12月2日",
        ),
        (read("9 & 10 octobre 2017"), "9 et 10 octobre 2017", "9–10 October 2017", "2017年10月9日至10日"),
        (read("avril-mai 2018"), "d’avril à mai 2018", "April–May 2018", "2018年4月至5月"),
        (FuzzyDate(*LATE_OCTOBER), "du 21 au 31 octobre 2016", "21–31 October 2016", "2016年10月21日至31日"),
        (read("fin octobre 2016"), "fin octobre 2016", "late October 2016", "2016年10月下旬"),
        (read("late October 2016"), "fin octobre 2016", "late October 2016", "2016年10月下旬"),
        (read("2016年10月下旬"), "fin octobre 2016", "late October 2016", "2016年10月下旬"),
        (
            read("1re quinzaine d’août 2016"),
            "1re quinzaine d’août 2016",
            "first half of August 2016",
            "2016年8月上半月",
        ),
        (read("été 2019"), "été 2019", "summer 2019", "2019年夏季"),
        (read("winter 2018-2019"), "hiver 2018–2019", "winter 2018-2019", "2018年至2019年冬季"),
        (read("T3 2018"), "T3 2018", "third quarter of 2018", "2018年第三季度"),
        (read("second half of 2018"), "2e semestre 2018", "second half of 2018", "2018年下半年"),
        (read("mi-2018"), "mi-2018", "mid-2018", "2018年中"),
        (read("années 1990"), "années 1990", "1990s", "1990年代"),
        (read("vers 1998"), "vers 1998", "around 1998", "约1998年"),
        (read("9 et 12 octobre 2017"), "9 et 12 octobre 2017", "9–12 October 2017", "2017年10月9日至12日"),
    ],
)
def test_a_date_is_written_in_each_language(fuzzy, french, english, chinese):
    written = [write(fuzzy, language) for language in ("fr", "en", "zh-hans")]

    assert written == [french, english, chinese]


def test_the_active_language_is_the_default():
    with translation.override("zh-hans"):
        chinese = write(FuzzyDate.month(2018, 12))

    assert (chinese, write(FuzzyDate.month(2018, 12))) == ("2018年12月", "décembre 2018")


def test_a_language_the_portal_does_not_speak_gets_french():
    assert write(FuzzyDate.month(2018, 12), "de") == "décembre 2018"


def test_words_that_no_longer_hold_are_not_shown():
    fuzzy = FuzzyDate(*year(2018), words="fin octobre 2016")

    assert write(fuzzy) == "2018"


@st.composite
def fuzzy_dates(draw):
    first = draw(st.dates(FIRST_DAY, LAST_DAY))
    shape = draw(st.sampled_from(["day", "month", "year", "days", "years", "long"]))
    if shape in ("month", "year"):
        return FuzzyDate.month(first.year, first.month) if shape == "month" else FuzzyDate.year(first.year)
    if shape == "years":
        return FuzzyDate(date(first.year, 1, 1), date(min(first.year + draw(st.integers(0, 12)), 9998), 12, 31))
    longest = {"day": 0, "days": 70, "long": 9_000}[shape]
    last = first + timedelta(days=draw(st.integers(0, min(longest, (LAST_DAY - first).days))))
    return FuzzyDate(first, last, draw(st.sampled_from(["", "fin octobre 2016", "vers 1998", "n’importe quoi"])))


@given(fuzzy_dates(), st.sampled_from(["fr", "en", "zh-hans"]))
def test_reading_what_was_written_gives_the_same_days(fuzzy, language):
    assert read(write(fuzzy, language)).same_days(fuzzy)


NAMED = ["fin {m} {y}", "mi-{m} {y}", "1re quinzaine de {m} {y}", "été {y}", "{q}e trimestre {y}", "début {y}"]
NAMED += ["2e semestre {y}", "vers {y}", "vers {m} {y}", "hiver {y}-{z}", "vers {y}-{z}"]


@given(
    st.sampled_from(NAMED),
    st.integers(1000, 9997),
    st.sampled_from(FRENCH_MONTHS),
    st.integers(2, 4),
    st.sampled_from(["en", "zh-hans"]),
)
def test_a_period_keeps_its_days_from_one_language_to_another(named, number, month, quarter, language):
    fuzzy = read(named.format(y=number, z=number + 1, m=month, q=quarter))

    elsewhere = read(write(fuzzy, language))

    assert elsewhere.same_days(fuzzy)
    assert read(write(elsewhere, "fr")).same_days(fuzzy)


@given(fuzzy_dates())
def test_a_range_holds_the_same_days(fuzzy):
    assert FuzzyDate.from_range(fuzzy.as_range, fuzzy.words) == fuzzy


@pytest.mark.parametrize(
    ("fuzzy", "precision", "is_exact"),
    [
        (FuzzyDate.day(EXACT), "day", True),
        (FuzzyDate.month(2018, 2), "month", False),
        (FuzzyDate.year(2018), "year", False),
        (FuzzyDate(*WEEK), "interval", False),
        (FuzzyDate(*year(2008, 2009)), "interval", False),
    ],
)
def test_precision_follows_from_the_days(fuzzy, precision, is_exact):
    assert (fuzzy.precision, fuzzy.is_exact) == (precision, is_exact)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (
            date(2018, 2, 1),
            date(2018, 1, 1),
            "La fin d’une date ne peut pas précéder son début : corrigez l’une des deux.",
        ),
        (date(900, 1, 1), date(2018, 1, 1), "Une date doit tomber entre l’an 1000 et l’an 9998 : corrigez l’année."),
        (date(2018, 1, 1), date.max, "Une date doit tomber entre l’an 1000 et l’an 9998 : corrigez l’année."),
    ],
)
def test_days_that_make_no_date_are_refused(first, last, sentence):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the sentence is compared below
        FuzzyDate(first, last)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize("days", [DateRange(empty=True), DateRange(EXACT, None), DateRange(None, EXACT)])
def test_an_empty_or_endless_range_is_no_date(days):
    with pytest.raises(ValueError, match="Cette date"):
        FuzzyDate.from_range(days)


@pytest.mark.parametrize("bounds", [("[]", 14, 14), ("()", 13, 15), ("(]", 13, 14), ("[)", 14, 15)])
def test_the_bounds_of_a_range_may_be_written_any_way(bounds):
    kind, lower, upper = bounds

    fuzzy = FuzzyDate.from_range(DateRange(date(2017, 9, lower), date(2017, 9, upper), kind))

    assert fuzzy == FuzzyDate.day(EXACT)


@pytest.mark.parametrize(
    "text",
    [
        "Mardi 8 mars 2016",
        "8 mars 2016",
        "2016年3月8日星期二",
        "du lundi 11 au vendredi 15 décembre 2017",
        "mardi",
        "mardi 31 février 2016",
    ],
)
def test_a_right_or_unknown_weekday_contradicts_nothing(text):
    assert weekday_contradiction(text) == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Mercredi 8 mars 2016", "le 8 mars 2016 est un mardi, pas un mercredi ; vérifiez lequel des deux est juste."),
        ("2016年3月8日星期五", "le 8 mars 2016 est un mardi, pas un vendredi ; vérifiez lequel des deux est juste."),
        (
            "du lundi 11 au samedi 15 décembre 2017",
            "le 15 décembre 2017 est un vendredi, pas un samedi ; vérifiez lequel des deux est juste.",
        ),
    ],
)
def test_a_wrong_weekday_is_questioned_and_the_date_still_read(text, sentence):
    assert weekday_contradiction(text) == f"« {text} » : {sentence}"
    assert read(text).words == ""
