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
from directory.models import OrganisationName
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

    with django_assert_num_queries(17):
        response = client.get(URL)

    assert len(response.context["partnerships"]) == min(count, 25)


def test_no_row_of_the_list_asks_the_database_for_more():
    class Strict(PartnershipListView):
        def get_queryset(self):
            return super().get_queryset().fetch_mode(FETCH_RAISE)

    vouched = {"confirmed_on": date(2026, 1, 1), "confirmed_how": "authority", "confirmed_for": OrganisationFactory()}
    AgreementFactory(partnership=pair(**vouched))
    request = RequestFactory().get(URL)
    request.user, request.htmx = AnonymousUser(), False

    response = Strict.as_view()(request).render()

    assert response.status_code == 200


def test_an_htmx_request_gets_the_results_alone_and_caches_are_told(client):
    response = client.get(URL, headers={"HX-Request": "true"})

    assert response.text.lstrip().startswith("<p aria-live")
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


def test_each_value_says_how_often_it_occurs_among_what_the_reader_may_see(client):
    theme = ThemeFactory(name="Tourisme")
    pair().themes.add(theme)
    pair("Arras", "Nankin", status=PartnershipStatus.DORMANT).themes.add(ThemeFactory(name="Montagne", parent=theme))
    PartnershipFactory(status=PartnershipStatus.SUSPENDED)

    fields = client.get(URL, {"q": "tours"}).context["filter"].form.fields

    assert [label for _value, label in fields["status"].choices][1:] == ["actif (1)", "en sommeil (1)"]
    assert [label for _value, label in fields["theme"].choices][1:] == ["Tourisme (2)", "\u2003Montagne (1)"]


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
