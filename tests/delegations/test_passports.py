"""No passport number goes in, and nothing else is kept out."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.history import history_models
from delegations.models import Delegation
from delegations.passports import found_in, identity_check, refuse_passport_data

DIGITS = "0123456789"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def digits(count):
    return st.text(DIGITS, min_size=count, max_size=count)


def joined(*parts):
    return st.tuples(*parts).map("".join)


def one_of(letters):
    return st.sampled_from(list(letters))


def line_of_names(country, surname):
    return f"P<{country}{surname}<<".ljust(44, "<")


IDENTITY_17 = joined(
    st.integers(110000, 659999).map(str),
    st.dates(min_value=date(1930, 1, 1), max_value=date(2015, 1, 1)).map(lambda day: f"{day:%Y%m%d}"),
    digits(3),
)
CHINESE = st.one_of(
    joined(one_of("EGDSPHK"), digits(8)),
    joined(st.just("E"), one_of(LETTERS), digits(7)),
    joined(one_of(["DE", "SE", "PE", "KJ", "MA"]), digits(7)),
)
FRENCH = joined(digits(2), one_of(LETTERS), one_of(LETTERS), digits(5))
IDENTITY = IDENTITY_17.map(lambda first: first + identity_check(first))
MACHINE_READABLE = st.one_of(
    st.builds(line_of_names, st.just("CHN"), st.text(LETTERS, min_size=2, max_size=20)),
    joined(
        one_of("EG"),
        digits(8),
        digits(1),
        st.just("CHN"),
        digits(7),
        one_of("MF"),
        digits(7),
        st.just("<" * 14),
        digits(2),
    ),
)
ANNOUNCED = st.tuples(
    one_of(
        ["passeport n° ", "Passport No. ", "护照号：", "护照号码是", "n° de passeport : ", "PASSEPORT ", "身份证号 "]
    ),
    joined(one_of(LETTERS), digits(7)) | digits(9),
).map("".join)
AROUND = one_of(["{}", "Chef : M. Wang, {}, maire", "王先生{}，", "Liste :\n{}\nMerci", "({})", "{}."])


@given(st.one_of(CHINESE, FRENCH, IDENTITY, MACHINE_READABLE, ANNOUNCED), AROUND)
def test_every_sort_of_passport_number_is_found_in_a_sentence(number, sentence):
    assert found_in(sentence.format(number))


PHONES = st.one_of(
    joined(st.just("0"), one_of("1234567"), digits(8)),
    digits(8).map(lambda n: f"+33 6 {n[:2]} {n[2:4]} {n[4:6]} {n[6:]}"),
    digits(9).map(lambda n: f"+86 13{n[0]} {n[1:5]} {n[5:]}"),
    joined(st.just("+8613"), digits(9)),
    digits(8).map(lambda n: f"0{n[:3]}-{n[3:]}"),
)
HARMLESS = st.one_of(
    PHONES,
    joined(one_of("123456"), digits(5)),  # GB/T 2260
    digits(9),  # SIREN
    digits(14),  # SIRET
    digits(9).map(lambda n: f"{n[:3]} {n[3:6]} {n[6:]}"),
    st.integers(1, 9999).map(lambda n: f"D-2026-{n:03d}"),
    st.dates().map(lambda day: f"{day:%d/%m/}{day.year:04d}"),
    st.dates().map(str),
    digits(8).map(lambda n: f"g{n}@example.org"),
    digits(8).map(lambda n: f"https://example.org/E{n}"),
    st.integers(1, 200).map(lambda n: f"{n} personnes du 7 au 11 juin 2027, budget de {n}0000 €"),
)
WORDS = one_of(
    [
        "{}",
        "Téléphone : {}",
        "Code {} et la suite",
        "电话{}，",
        "Référence {}.",
        "Visas et passeports en règle. Tél. {}",
    ]
)


@given(HARMLESS, WORDS)
def test_telephones_codes_dates_references_and_addresses_go_in(text, sentence):
    refuse_passport_data(sentence.format(text))


@pytest.mark.parametrize(
    "text",
    [
        "Six personnes, passeports de service, visas en cours au consulat de Wuhan",
        "Le vol AF 112 arrive à 6 h 20, terminal 2E",
        "IBAN DE89 3704 0044 0532 0130 00",
        "TVA FR12345678901",
        "Salle E1234, bâtiment G12",
        "Projet D2026007, convention S2017045",
        "110101199003077476",  # not the check of an identity number
    ],
)
def test_what_only_looks_a_little_like_it_goes_in(text):
    refuse_passport_data(text)


@pytest.mark.parametrize(
    ("text", "sort", "masked"),
    [
        ("M. Wang, E12345678", "un numéro de passeport chinois", "E1•••••••"),
        ("Ｅ１２３４５６７８", "un numéro de passeport chinois", "E1•••••••"),
        ("12AB34567", "un numéro de passeport français", "12•••••••"),
        ("110101 19900307 7475", "un numéro d’identité chinois", "11••••••••••••••••••"),
        ("passeport n° 987654321", "un numéro de passeport ou d’identité", "98•••••••"),
        (
            "P<CHNWANG<<WEI" + "<" * 30,
            "des lignes lues par machine, au bas d’un passeport",
            "P<" + "•" * 42,
        ),
    ],
)
def test_the_refusal_says_what_was_found_without_repeating_it(text, sort, masked):
    with pytest.raises(ValidationError) as refused:
        refuse_passport_data(text)

    assert refused.value.messages == [
        f"Ce texte contient ce qui ressemble à {sort} (« {masked} ») : retirez-le. Le portail n’en a pas besoin "
        "et n’en garde aucun ; ne donnez ces données qu’au consulat, pour le visa."
    ]


FREE = {"CharField", "TextField"}
# Written by the portal, or read as what they are: a date, an address, the name of a zone
CHECKED_OTHERWISE = {"reference", "suspicion", "time_zone", "wished_words", "due_words", "contact_email"}


def test_every_text_that_people_write_is_read_for_passport_numbers():
    versions = set(history_models())  # they hold what was taken in
    models = [model for model in Delegation._meta.app_config.get_models() if model not in versions]
    fields = [field for model in models for field in model._meta.fields if field.get_internal_type() in FREE]

    unread = {
        f"{field.model.__name__}.{field.name}"
        for field in fields
        if not field.choices and field.name not in CHECKED_OTHERWISE and refuse_passport_data not in field.validators
    }

    assert unread == set()
