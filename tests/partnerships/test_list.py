from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import FETCH_RAISE
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.services import raise_flag
from directory.enums import OrganisationKind, TerritoryKind
from directory.models import OrganisationName, Territory
from partnerships import counting
from partnerships.enums import PartnershipForm, PartnershipStatus
from partnerships.views.lists import PartnershipListView
from tests.factories import (
    AgreementFactory,
    CountryGroupFactory,
    OrganisationFactory,
    PartnershipFactory,
    TerritoryFactory,
    TerritoryNameFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

URL = reverse("partnerships:partnership_list")


@pytest.fixture(autouse=True, params=["few", "many"])
def _asked_for_by_number_or_not(request, monkeypatch):
    """Whatever holds of the few that are asked for by their numbers holds of the many."""
    monkeypatch.setattr(counting, "FEW", {"few": counting.FEW, "many": 0}[request.param])


def pair(french="Tours", foreign="Luoyang", **values):
    french_side = OrganisationFactory(territory__name=french)
    foreign_side = OrganisationFactory(foreign=True, territory__name=foreign)
    return PartnershipFactory(french_side=french_side, foreign_side=foreign_side, public=True, **values)


def listed(client, **query):
    return list(client.get(URL, query).context["partnerships"])


def test_a_visitor_sees_what_is_public_and_nothing_else(client):
    shown = pair()
    PartnershipFactory()

    response = client.get(URL)

    assert response.status_code == 200
    assert list(response.context["partnerships"]) == [shown]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    PartnershipFactory.create_batch(count)
    client = as_role("officer")
    client.get(URL)  # the session is rewritten once

    with django_assert_num_queries(9):
        response = client.get(URL)

    assert len(response.context["partnerships"]) == min(count, 25)


@pytest.mark.parametrize("view", ["list", "cards", "table", "print"])
def test_no_row_of_the_list_asks_the_database_for_more(view):
    class Strict(PartnershipListView):
        def get_queryset(self):
            return super().get_queryset().fetch_mode(FETCH_RAISE)

    vouched = {"confirmed_on": date(2026, 1, 1), "confirmed_how": "authority", "confirmed_for": OrganisationFactory()}
    AgreementFactory(partnership=pair(**vouched))
    request = RequestFactory().get(URL, {"view": view})
    request.user, request.htmx = AnonymousUser(), False

    response = Strict.as_view()(request).render()

    assert response.status_code == 200


def test_an_htmx_request_gets_the_results_alone_and_caches_are_told(client):
    response = client.get(URL, headers={"HX-Request": "true"})

    assert response.text.lstrip().startswith('<div class="list-head">')
    assert response.text.count('hx-swap-oob="true"') == 4  # the counts of the form follow
    assert set(response["Vary"].split(", ")) >= {"HX-Request", "HX-History-Restore-Request"}


def test_going_back_in_the_browser_gets_the_whole_page(client):
    response = client.get(URL, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert response.text.lstrip().lower().startswith("<!doctype html>")


@pytest.mark.parametrize("words", ["tours", "TOURS", "evreux", "Évreux", "洛阳", "luoyang", "luòyáng", "tours luoyang"])
def test_names_are_found_in_any_script_with_or_without_accents(client, words):
    found = pair("Tours" if "reux" not in words else "Évreux", "Luoyang")
    TerritoryNameFactory(territory=found.foreign_side.territory, text="洛阳市")
    pair("Arras", "Nankin")

    assert listed(client, q=words) == [found]


def test_aliases_of_territories_and_organisations_are_found(client):
    by_territory = pair("Arras", "Nanjing")
    TerritoryNameFactory(territory=by_territory.foreign_side.territory, text="Nankin")
    by_organisation = pair("Lyon", "Canton")
    OrganisationName.objects.create(organisation=by_organisation.french_side, text="Capitale des Gaules")

    assert listed(client, q="nankin") == [by_territory]
    assert listed(client, q="gaules") == [by_organisation]


def test_words_of_the_record_are_found_by_their_stem_and_stop_words_ask_nothing(client):
    found = pair(summary="Échanges universitaires sur les jardins")
    pair("Arras", "Nankin")

    assert listed(client, q="l’échange avec les jardin") == [found]


def test_every_word_must_be_found(client):
    pair("Tours", "Luoyang")

    assert listed(client, q="tours nankin") == []


def test_filter_by_kind_of_the_french_side(client):
    region = pair()
    region.french_side.territory.kind = TerritoryKind.REGION
    region.french_side.territory.save()
    university = PartnershipFactory(
        public=True,
        french_side=OrganisationFactory(kind=OrganisationKind.UNIVERSITY, territory=None, name="Université"),
    )

    assert listed(client, kind="region") == [region]
    assert listed(client, kind="university") == [university]


def test_filter_by_region_and_province_reaches_what_lies_inside_at_any_depth(client):
    centre = TerritoryFactory(kind=TerritoryKind.REGION, level=1)
    department = TerritoryFactory(kind=TerritoryKind.DEPARTMENT, level=2, parent=centre)
    henan = TerritoryFactory(chinese=True, kind=TerritoryKind.PROVINCE, level=1)
    inside = pair()
    inside.french_side.territory.parent = department
    inside.french_side.territory.save()
    inside.foreign_side.territory.parent = henan
    inside.foreign_side.territory.save()
    itself = PartnershipFactory(public=True, french_side=OrganisationFactory(territory=centre))
    pair("Arras", "Nankin")

    assert set(listed(client, region=centre.pk)) == {inside, itself}
    assert listed(client, province=henan.pk) == [inside]


def test_filter_by_form_takes_the_agreement_in_force_before_the_form_as_stated(client):
    signed = pair(form_stated=PartnershipForm.TWINNING)
    AgreementFactory(partnership=signed, form=PartnershipForm.CONVENTION)
    stated = pair("Arras", "Nankin", form_stated=PartnershipForm.TWINNING)

    assert listed(client, form="twinning") == [stated]
    assert listed(client, form="convention") == [signed]


def test_filter_by_status(client):
    pair()
    asleep = pair("Arras", "Nankin", status=PartnershipStatus.DORMANT)

    assert listed(client, status="dormant") == [asleep]


def test_filter_by_theme_takes_what_lies_under_it(client):
    tourism = ThemeFactory(slug="tourisme")
    mountain = ThemeFactory(parent=ThemeFactory(parent=tourism))
    under = pair()
    under.themes.add(mountain, tourism)
    pair("Arras", "Nankin").themes.add(ThemeFactory())

    assert listed(client, theme="tourisme") == [under]


def test_filter_by_group(client):
    pair()
    elsewhere = pair("Arras", "Nankin", group=CountryGroupFactory(slug="maroc", country="MA"))

    assert listed(client, group="maroc") == [elsewhere]


def test_filter_by_freshness(client):
    never = pair()
    today = timezone.localdate()
    recent = pair("Arras", "Nankin", confirmed_on=today, confirmed_how="officer")
    stale = pair("Lyon", "Canton", confirmed_on=today - timedelta(days=600), confirmed_how="officer")

    assert listed(client, freshness="never") == [never]
    assert listed(client, freshness="recent") == [recent]
    assert listed(client, freshness="stale") == [stale]
    assert [p.freshness for p in (never, recent, stale)] == ["never", "recent", "stale"]


def test_what_says_nothing_what_is_not_ended_and_years_are_asked_for_in_the_address(client):
    tourism, sport = ThemeFactory(slug="tourisme"), ThemeFactory(slug="sport")
    full = pair(form_stated=PartnershipForm.TWINNING, since=FuzzyDate.year(1987))
    full.themes.add(ThemeFactory(parent=tourism), sport)
    bare = pair("Arras", "Nankin")
    ended = pair(
        "Lyon", "Canton", status=PartnershipStatus.ENDED, since=FuzzyDate(date(2008, 1, 1), date(2009, 12, 31))
    )
    queries = {
        "form=none": [bare, ended],
        "region=none&province=none": [bare, ended, full],
        "theme=none": [bare, ended],
        "status=open": [bare, full],
        "year=1987": [full],
        "year=2008": [ended],
        "year=2009": [],
        "year=none": [bare],
        "about=tourisme&about=sport": [full],
    }

    pages = {query: client.get(f"{URL}?{query}") for query in queries}

    assert {query: list(page.context["partnerships"]) for query, page in pages.items()} == queries
    assert [page.context["filter"].problems for page in pages.values()] == [[]] * len(queries)


def choices(client, name, **query):
    field = client.get(URL, query).context["filter"].form.fields[name]
    return [label for _value, label in field.choices][1:]


def test_each_value_says_how_often_it_occurs_among_what_the_reader_may_see(client):
    theme = ThemeFactory(name="Tourisme")
    pair().themes.add(theme)
    pair("Arras", "Nankin", status=PartnershipStatus.DORMANT).themes.add(ThemeFactory(name="Montagne", parent=theme))
    PartnershipFactory(status=PartnershipStatus.SUSPENDED)

    assert choices(client, "status") == ["actif (1)", "en sommeil (1)"]
    assert choices(client, "theme") == ["Tourisme (2)", "\u2003Montagne (1)"]


def test_each_value_says_what_it_would_find_under_the_other_filters(client):
    theme = ThemeFactory(name="Tourisme")
    pair(form_stated="twinning").themes.add(theme)
    pair("Tours Métropole", "Nankin", form_stated="mou", status=PartnershipStatus.DORMANT).themes.add(theme)
    pair("Arras", "Nankin", form_stated="twinning", status=PartnershipStatus.DORMANT)

    words, both = {"q": "tours"}, {"form": "twinning", "status": "dormant"}

    assert choices(client, "status", **words) == ["actif (1)", "en sommeil (1)"]
    assert choices(client, "form", **words) == ["jumelage (1)", "protocole d’accord (1)"]
    assert choices(client, "theme", **words) == ["Tourisme (2)"]
    assert choices(client, "status", **both) == ["actif (1)", "en sommeil (1)"]
    assert choices(client, "form", **both) == ["jumelage (1)", "protocole d’accord (1)"]
    assert choices(client, "theme", **both) == ["non renseigné (1)"]
    assert choices(client, "theme", **words, status="suspended") == []
    assert choices(client, "status", **words, status="suspended")[-1] == "suspendu (0)"


def test_what_says_nothing_is_offered_last_and_counted(client):
    pair(form_stated=PartnershipForm.TWINNING, since=FuzzyDate.year(1987)).themes.add(ThemeFactory(name="Tourisme"))
    silent = [pair("Arras", "Nankin"), pair("Lyon", "Canton", status=PartnershipStatus.DORMANT)]

    for name in ("form", "year", "theme"):
        assert choices(client, name)[-1] == "non renseigné (2)"
        assert choices(client, name, **{name: "none"})[-1] == "non renseigné (2)"
        assert choices(client, name, status="dormant") == ["non renseigné (1)"]
        assert choices(client, name, **{name: "none"}, status="suspended")[-1] == "non renseigné (0)"
        assert listed(client, **{name: "none"}) == silent
    assert choices(client, "region") == choices(client, "region", region="none") == ["non renseigné (3)"]


def test_a_year_however_long_ago_is_offered_and_found(client):
    old = pair(since=FuzzyDate.year(1850))
    pair("Arras", "Nankin", since=FuzzyDate.year(2008))

    assert choices(client, "year") == ["2008 (1)", "1850 (1)"]
    assert listed(client, year="1850") == [old]


def test_counts_are_kept_until_a_record_changes(client):
    one = pair()
    kept = [choices(client, "status") for _ in range(2)]

    one.status = PartnershipStatus.DORMANT
    one.save()

    assert kept == [["actif (1)"]] * 2
    assert choices(client, "status") == ["en sommeil (1)"]


def test_a_place_that_is_renamed_is_offered_by_its_new_name(client):
    region = TerritoryFactory(kind=TerritoryKind.REGION, level=1, name="Picardie")
    PartnershipFactory(public=True, french_side=OrganisationFactory(territory=region))
    kept = [choices(client, "region") for _ in range(2)]

    Territory.objects.filter(pk=region.pk).update(name="Hauts-de-France")

    assert kept == [["Picardie (1)"]] * 2
    assert choices(client, "region") == ["Hauts-de-France (1)"]


def test_a_place_without_a_partnership_is_named_among_the_others_when_it_is_asked_for(client):
    region = TerritoryFactory(kind=TerritoryKind.REGION, level=1, name="Normandie")
    empty = TerritoryFactory(kind=TerritoryKind.REGION, level=1, name="Bretagne")
    PartnershipFactory(public=True, french_side=OrganisationFactory(territory=region))

    assert choices(client, "region") == ["Normandie (1)"]
    assert choices(client, "region", region=empty.pk) == ["Bretagne (0)", "Normandie (1)"]


def test_filters_of_each_side_by_name_department_country_and_level(client):
    department = TerritoryFactory(kind=TerritoryKind.DEPARTMENT, level=2, name="Indre-et-Loire")
    inside = pair()
    inside.french_side.territory.parent = department
    inside.french_side.territory.save()
    elsewhere = pair("Luoyang", "Tours")  # the same names, on the other side
    district = TerritoryFactory(chinese=True, level=3)
    moroccan = TerritoryFactory(country="MA", level=2)
    near, far = (
        PartnershipFactory(public=True, foreign_side=OrganisationFactory(territory=place))
        for place in (district, moroccan)
    )
    for one in (inside, elsewhere):
        for side in one.sides:
            TerritoryNameFactory(territory=side.territory, text=side.territory.name)

    assert listed(client, department=department.pk) == [inside]
    assert listed(client, french="tours") == [inside]
    assert listed(client, foreign="tours") == [elsewhere]
    assert listed(client, level="3") == [near]
    assert listed(client, country="MA") == [far]
    assert choices(client, "department") == ["Indre-et-Loire (1)"]
    assert choices(client, "country") == ["Chine (3)", "Maroc (1)"]


def test_filters_by_the_year_it_began_and_by_the_year_since_which_it_was_verified(client):
    old = pair(since=FuzzyDate.year(1990), confirmed_on=date(2024, 5, 1), confirmed_how="officer")
    new = pair("Arras", "Nankin", since=FuzzyDate(date(2008, 1, 1), date(2009, 12, 31)))
    fresh = pair("Lyon", "Canton", confirmed_on=date(2026, 1, 1), confirmed_how="officer")

    assert listed(client, year="2008") == [new]
    assert choices(client, "year") == ["2008 (1)", "1990 (1)", "non renseigné (1)"]
    assert listed(client, verified_since="2025") == [fresh]
    assert set(listed(client, verified_since="2024")) == {old, fresh}
    assert choices(client, "verified_since") == ["2026 (1)", "2024 (2)"]
    assert choices(client, "verified_since", verified_since="2025") == ["2026 (1)", "2025 (1)", "2024 (2)"]


def test_a_name_misspelt_finds_the_nearest_and_only_when_nothing_is_found_as_written(client):
    nanjing, nanning = pair("Arras", "Nankin"), pair("Lyon", "Nanning")
    for one, name in ((nanjing, "Nanjing"), (nanning, "Nanning")):
        TerritoryNameFactory(territory=one.foreign_side.territory, text=name)
        TerritoryNameFactory(territory=one.french_side.territory, text=one.french_side.territory.name)

    assert listed(client, q="nanjng") == [nanjing]
    assert listed(client, q="aras nanjng") == [nanjing]
    assert listed(client, q="lyon nanjng") == []


def test_an_unknown_value_hides_nothing_and_is_said(client):
    shown = pair()

    response = client.get(URL, {"status": "perdu", "q": "tours"})

    assert list(response.context["partnerships"]) == [shown]
    assert response.context["filter"].problems == ["« perdu » ne figure pas dans ce filtre : il n’est pas appliqué."]


def test_a_known_value_that_nothing_carries_gives_an_empty_list(client):
    pair()

    response = client.get(URL, {"status": "suspended"})

    assert list(response.context["partnerships"]) == []
    assert response.context["filter"].problems == []


def test_each_applied_filter_is_a_pill_that_removes_it_alone(client):
    pair()

    response = client.get(URL, {"q": "tours", "status": "active", "page": "1", "sort": "newest"})

    assert response.context["filter"].applied == [
        {"label": "« tours »", "remove_url": "?status=active&sort=newest"},
        {"label": "État : actif", "remove_url": "?q=tours&sort=newest"},
    ]


def test_names_sort_as_they_are_shown(client):
    authority = pair("Zuydcoote")
    company = PartnershipFactory(
        public=True,
        french_side=OrganisationFactory(kind=OrganisationKind.COMPANY, territory=None, name="Vins de Loire"),
    )

    assert listed(client) == [company, authority]


def test_sorted_by_pair_without_accents_by_date_or_by_verification(client):
    today = timezone.localdate()
    fréjus = pair("Fréjus", "B", since=FuzzyDate.year(1990), confirmed_on=today, confirmed_how="officer")
    évreux = pair("Évreux", "A", since=FuzzyDate.year(2008))
    zuydcoote = pair("Zuydcoote", "C")

    assert listed(client) == [évreux, fréjus, zuydcoote]
    assert listed(client, sort="oldest") == [fréjus, évreux, zuydcoote]
    assert listed(client, sort="newest") == [évreux, fréjus, zuydcoote]
    assert listed(client, sort="verified") == [fréjus, évreux, zuydcoote]
    assert listed(client, sort="to_verify") == [évreux, zuydcoote, fréjus]
    assert listed(client, sort="foreign") == [évreux, fréjus, zuydcoote]


def test_the_nearest_to_the_words_first_names_before_what_is_said(client):
    said = pair("Arras", "Nankin", summary="Comme Tours")
    named = pair("Tours", "Luoyang")
    TerritoryNameFactory(territory=named.french_side.territory, text="Tours")

    assert listed(client, q="tours") == [said, named]
    assert listed(client, q="tours", sort="relevance") == [named, said]
    assert listed(client, sort="relevance") == [said, named]


@pytest.mark.parametrize(
    ("layout", "element"),
    [("list", "pair-list"), ("cards", "pair-cards"), ("table", "table-stack"), ("print", "table-stack")],
)
def test_the_same_result_as_a_list_cards_or_a_table(client, layout, element):
    shown = pair()
    pair("Arras", "Nankin", status=PartnershipStatus.DORMANT)

    response = client.get(URL, {"view": layout, "status": "active"})

    assert list(response.context["partnerships"]) == [shown]
    assert response.text.count(f'class="{element}"') + response.text.count(f'class="table {element}"') == 1
    assert f'name="view" value="{layout}"' in response.text


def test_an_unknown_layout_is_said_and_gives_the_list(client):
    pair()

    response = client.get(URL, {"view": "cube"})

    assert response.context["layout"] == "list"
    assert response.context["filter"].problems == ["« cube » ne figure pas dans ce filtre : il n’est pas appliqué."]


@pytest.mark.parametrize("page", ["2", "0", "abc"])
def test_a_page_that_does_not_exist_says_so_and_leads_back(client, page):
    pair()

    response = client.get(URL, {"page": page, "status": "active"})

    assert response.status_code == 404
    assert "Cette page de la liste n’existe pas" in response.text
    assert 'href="?status=active"' in response.text


def test_staff_see_how_many_doubts_are_open_and_members_do_not(as_role):
    doubted = pair()
    raise_flag(record=doubted, code="province", message="Yunnan ou Liaoning ?", raised_by="import")
    raise_flag(record=doubted, code="date", message="2008 ou 2009 ?", raised_by="import")

    assert "2 doutes" in as_role("officer").get(URL).text
    assert "doute" not in as_role("member").get(URL).text


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        ("visitor", "Aucun partenariat n’est ouvert au public pour l’instant"),
        ("member", "dès que CUF ou une collectivité les aura saisis"),
        ("officer", "Ajouter le premier partenariat"),
    ],
)
def test_an_empty_list_says_what_would_be_here_and_what_to_do(as_role, role, sentence):
    assert sentence in as_role(role).get(URL).text


def test_a_list_emptied_by_its_filters_says_so(client):
    pair()

    assert "Aucun partenariat ne répond à ces filtres" in client.get(URL, {"q": "introuvable"}).text
