from datetime import date

import pytest
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from core.dates import FuzzyDate
from delegations.links import delegation_of
from delegations.models import Delegation
from tests.delegations.asking import FILLED, NEXT_YEAR, URL, ask
from tests.factories import CountryGroupFactory, TerritoryFactory, TerritoryNameFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("group")]
OCTOBER = FuzzyDate(date(NEXT_YEAR, 10, 1), date(NEXT_YEAR, 10, 31))


def refusals(response):
    """What the page refuses, field by field, in the words shown."""
    form = response.context["form"]
    return {name: list(map(str, sentences)) for name, sentences in form.errors.items()}


def written(text):
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_a_request_is_kept_as_it_was_written(client, group):
    theme = ThemeFactory()

    response = ask(client, themes=[theme.pk])

    [delegation] = Delegation.objects.all()
    kept = {name: getattr(delegation, name) for name in FILLED if name not in {"size", "wished", "dates_flexible"}}
    assert kept == {name: value for name, value in FILLED.items() if name in kept}
    assert (delegation.size, delegation.wished, delegation.dates_flexible) == (12, OCTOBER, True)
    assert list(delegation.themes.all()) == [theme]
    assert (delegation.group, delegation.direction, delegation.received_by_way) == (group, "incoming", "form")
    assert (delegation.state, delegation.is_suspect, delegation.audience) == ("received", False, "internal")
    leads_to = delegation_of(resolve(response.headers["Location"]).kwargs["token"])
    assert (response.status_code, leads_to) == (303, delegation)


def test_what_is_not_asked_for_may_be_left_out(client):
    optional = (
        "contact_phone",
        "head_name",
        "head_function",
        "dates_flexible",
        "languages",
        "payer_note",
        "wished_hosts",
    )

    ask(client, **dict.fromkeys(optional))

    [delegation] = Delegation.objects.all()
    assert (delegation.dates_flexible, delegation.languages, delegation.head_name) == (None, [], "")


def test_an_empty_page_says_what_it_needs_and_writes_nothing(client):
    response = client.post(URL, {})

    needed = [
        "sender_name",
        "sender_place",
        "contact_name",
        "contact_email",
        "language",
        "size",
        "payer",
        "purpose",
        "wished",
    ]
    assert (response.status_code, sorted(refusals(response))) == (422, sorted(needed))
    assert not Delegation.objects.exists()


def test_the_summary_leads_to_each_field_that_is_refused(client):
    response = ask(client, size="beaucoup", language="xx")

    ids = [control for control, _label, _sentences in response.context["form"].faults()]
    assert ids == ["id_language_0", "id_size"]
    assert [f'id="{control}"' in response.text for control in ids] == [True, True]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"size": "0"}, "Une délégation compte au moins une personne."),
        ({"size": "201"}, "Au-delà de 200 personnes, envoyez une demande par groupe."),
        ({"size": "douze"}, "Écrivez le nombre de personnes en chiffres, par exemple 12."),
        ({"purpose": "Visite."}, "Dites en quelques phrases pourquoi vous venez : 20 signes au moins."),
    ],
)
def test_each_field_says_what_it_needs(client, changes, sentence):
    response = ask(client, **changes)

    assert refusals(response) == {next(iter(changes)): [sentence]}


def test_the_purpose_holds_4000_signs_and_not_one_more(client):
    assert "purpose" in refusals(ask(client, purpose="合" * 4001))
    assert ask(client, purpose="合" * 4000).status_code == 303


TODAY = timezone.localdate()
DAYS = {"wished": ""}


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (DAYS, "wished", "Dites quand vous souhaitez venir : deux jours, ou un mois, une saison, une année."),
        (
            {"wished_from": f"{NEXT_YEAR}-10-04"},
            "wished",
            "Donnez soit deux jours, soit des mots : effacez l’un des deux.",
        ),
        (DAYS | {"wished_to": f"{NEXT_YEAR}-10-04"}, "wished_from", "Donnez aussi le premier jour."),
        (
            DAYS | {"wished_from": f"{NEXT_YEAR}-10-09", "wished_to": f"{NEXT_YEAR}-10-04"},
            "wished_to",
            "Le dernier jour précède le premier : vérifiez les deux dates.",
        ),
        (DAYS | {"wished_from": "2020-10-04"}, "wished_from", "Ces jours sont passés : donnez des jours à venir."),
        ({"wished": "octobre 2019"}, "wished", "Ces jours sont passés : donnez des jours à venir."),
        ({"wished": "2920年10月"}, "wished", "Ces jours sont dans plus de cinq ans : vérifiez l’année."),
        (
            {"wished": "à la mi-automne"},
            "wished",
            "« à la mi-automne » n’a pas d’année à quatre chiffres : écrivez par exemple 14 septembre 2017, décembre 2018, 2018, "
            "2008-2009 ou fin octobre 2016.",
        ),
    ],
)
def test_days_that_do_not_hold_are_refused_in_one_sentence(client, changes, field, sentence):
    response = ask(client, **changes)

    assert {name: list(map(written, said)) for name, said in refusals(response).items()} == {field: [written(sentence)]}
    assert not Delegation.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"wished": f"mi-octobre {NEXT_YEAR}"}, (date(NEXT_YEAR, 10, 11), date(NEXT_YEAR, 10, 20))),
        ({"wished": f"{NEXT_YEAR}年10月"}, (date(NEXT_YEAR, 10, 1), date(NEXT_YEAR, 10, 31))),
        ({"wished": f"October {NEXT_YEAR}"}, (date(NEXT_YEAR, 10, 1), date(NEXT_YEAR, 10, 31))),
        ({"wished_from": f"{NEXT_YEAR}-10-04"}, (date(NEXT_YEAR, 10, 4), date(NEXT_YEAR, 10, 4))),
        (
            {"wished_from": f"{NEXT_YEAR}-10-04", "wished_to": f"{NEXT_YEAR}-10-09"},
            (date(NEXT_YEAR, 10, 4), date(NEXT_YEAR, 10, 9)),
        ),
    ],
)
def test_days_are_given_by_two_dates_or_by_words_of_three_languages(client, typed, kept):
    ask(client, **(DAYS | typed))

    wished = Delegation.objects.get().wished
    assert (wished.first, wished.last) == kept


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("field", ["wished_from", "wished_to"])
def test_a_year_that_no_calendar_of_the_portal_has_is_refused_at_its_field(client, field, day):
    typed = DAYS | {"wished_from": f"{NEXT_YEAR}-10-04", field: day}

    response = ask(client, **typed)

    assert (response.status_code, list(refusals(response))) == (422, [field])


def test_what_was_typed_stays_typed_when_something_is_refused(client):
    response = ask(client, size="", wished="quand vous voudrez", languages=["zh"])

    values = {field.name: field.value() for field in response.context["form"]}
    expected = FILLED | {"size": "", "wished": "quand vous voudrez", "languages": ["zh"]}
    assert {name: values[name] for name in expected} == expected


@pytest.mark.parametrize("field", ["purpose", "head_name", "wished_hosts", "payer_note", "contact_phone"])
def test_a_passport_number_is_refused_and_kept_nowhere(client, field):
    response = ask(client, **{field: "护照 E12345678，十二人的代表团来访考察城市更新与垃圾分类"[:60]})

    assert (list(refusals(response)), response.status_code) == ([field], 422)
    assert not Delegation.objects.exists()


def test_a_passport_number_is_refused_in_the_language_of_the_page():
    client = Client(headers={"accept-language": "zh-CN"})

    response = ask(client, purpose="护照号码 E12345678，十二人的代表团来访考察城市更新与垃圾分类。")

    assert "E1•••••••" in refusals(response)["purpose"][0]
    assert response.headers["Content-Language"] == "zh-hans"


# Where they come from


@pytest.fixture
def sichuan():
    province = TerritoryFactory(chinese=True, name="Sichuan", name_zh="四川省", level=1, kind="province")
    city = TerritoryFactory(chinese=True, name="Chengdu", name_zh="成都市", parent=province)
    for territory, names in {province: ["Sichuan", "四川", "四川省"], city: ["Chengdu", "成都", "成都市"]}.items():
        for name in names:
            TerritoryNameFactory(territory=territory, text=name)
    return city


@pytest.mark.parametrize(
    "place", ["成都市", "四川省成都市", "Chengdu", "chengdu, Sichuan", "Sichuan / Chengdu", "Chengdu (Sichuan, Chine)"]
)
def test_a_place_written_so_that_one_territory_is_meant_is_recognised(client, sichuan, place):
    ask(client, sender_place=place)

    delegation = Delegation.objects.get()
    assert (delegation.sender_territory, delegation.sender_place) == (sichuan, place)


@pytest.mark.parametrize("place", ["Chengdu, Yunnan", "quelque part", "Lyon", "Chengdu ou Chongqing"])
def test_a_place_that_may_be_another_stays_as_it_is_written(client, sichuan, place):
    TerritoryNameFactory(territory=TerritoryFactory(name="Lyon"), text="Lyon")

    ask(client, sender_place=place)

    delegation = Delegation.objects.get()
    assert (delegation.sender_territory, delegation.sender_place) == (None, place)


def test_of_two_cities_of_one_name_none_is_guessed(client, sichuan):
    TerritoryNameFactory(territory=TerritoryFactory(chinese=True), text="Chengdu")

    ask(client, sender_place="Chengdu")

    assert Delegation.objects.get().sender_territory is None


# Countries


def test_with_several_groups_the_country_is_asked_by_its_name(client, group):
    morocco = CountryGroupFactory(slug="maroc", name="Groupe-pays Maroc", country="MA")

    missing = refusals(ask(client))
    ask(client, group=morocco.pk)

    assert list(missing) == ["group"]
    assert Delegation.objects.get().group == morocco


def test_without_any_group_the_page_says_that_it_is_closed(client, group):
    group.delete()

    response = client.get(URL)

    assert (response.status_code, '<form class="request-form"' in response.text) == (200, False)


# The page


def test_the_page_is_kept_by_no_cache_and_needs_no_account(client):
    response = client.get(URL)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


@pytest.mark.parametrize(
    ("asked", "language"), [("zh", "zh-hans"), ("zh-CN", "zh-hans"), ("zh-Hans", "zh-hans"), ("en", "en"), ("fr", "fr")]
)
def test_a_link_chooses_the_language_and_the_choice_lasts(client, asked, language):
    response = client.get(f"{URL}?langue={asked}", follow=True)

    assert response.redirect_chain == [(URL, 302)]
    assert (response.headers["Content-Language"], client.get(URL).headers["Content-Language"]) == (language, language)
    assert response.context["form"]["language"].value() == language


@pytest.mark.parametrize("asked", ["", "xx", "zh" * 400, "\x00", "../en"])
def test_a_language_that_is_none_changes_nothing(client, asked):
    response = client.get(URL, {"langue": asked}, follow=True)

    assert (response.status_code, response.headers["Content-Language"]) == (200, "fr")


def test_the_page_says_the_language_of_its_text(client):
    response = client.get(f"{URL}?langue=zh", follow=True)

    assert '<html lang="zh-Hans">' in response.text


@pytest.mark.parametrize("themes", [1, 3, 200])
def test_the_page_runs_a_fixed_number_of_queries(client, themes, django_assert_num_queries):
    ThemeFactory.create_batch(themes)

    with django_assert_num_queries(2):  # groups, themes
        client.get(URL)


def test_only_the_themes_at_the_top_are_offered(client):
    top = ThemeFactory()
    ThemeFactory(parent=top)

    assert list(client.get(URL).context["form"].fields["themes"].queryset) == [top]
