"""The drawing of the map is kept, and nobody ever gets another than the one their records make."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import FETCH_RAISE
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from cufportal import map_pairs
from cufportal.map_pairs import map_of
from cufportal.views import PartnershipMap
from partnerships.models import Partnership
from tests.factories import OrganisationFactory, PartnershipFactory, TerritoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


@pytest.fixture
def drawn(monkeypatch):
    """The names on each map that was really drawn."""
    made, draw = [], map_pairs.build_map

    def build(pairs):
        made.append(sorted(pair.french.name for pair in pairs))
        return draw(pairs)

    monkeypatch.setattr(map_pairs, "build_map", build)
    return made


def pair(name, **values):
    place = TerritoryFactory(name=name, latitude=47.4, longitude=0.7)
    foreign = TerritoryFactory(chinese=True, name="Pékin", latitude=34.7, longitude=112.4)
    french_side, foreign_side = OrganisationFactory(territory=place), OrganisationFactory(territory=foreign)
    return PartnershipFactory(french_side=french_side, foreign_side=foreign_side, **values)


def shown_to(client):
    drawing = client.get(reverse("cufportal:home")).context["drawing"]
    return sorted(arc.pair.french.name for arc in drawing.arcs)


def test_the_same_map_is_drawn_once(client, drawn):
    pair("Tours", public=True)

    maps = [client.get(reverse("cufportal:home")).context["drawing"] for _ in range(3)]

    assert (drawn, maps) == ([["Tours"]], [maps[0]] * 3)


def test_a_kept_map_is_the_map_as_drawn(group):
    pair("Tours", group=group)
    partnerships = Partnership.objects.for_listing()

    first, kept = map_of(partnerships), map_of(partnerships)

    assert (first is kept, first == kept) == (False, True)


def test_no_pair_of_the_map_asks_the_database_for_more():
    class Strict(PartnershipMap):
        def get_queryset(self):
            return super().get_queryset().fetch_mode(FETCH_RAISE)

    pair("Tours", public=True)
    request = RequestFactory().get(reverse("cufportal:map"))
    request.user, request.htmx = AnonymousUser(), False

    response = Strict.as_view()(request).render()

    assert [arc.pair.french.name for arc in response.context_data["drawing"].arcs] == ["Tours"]


def test_another_audience_never_sees_the_map_of_others(as_role, client, group):
    pair("Tours", group=group, public=True)
    pair("Arras", group=group)
    member = as_role("member")

    seen = [shown_to(member), shown_to(client), shown_to(member), shown_to(client)]

    assert seen == [["Arras", "Tours"], ["Tours"], ["Arras", "Tours"], ["Tours"]]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"name": "Tours-sur-Loire"}, "Tours-sur-Loire"),
        ({"latitude": 50.0}, "Tours"),
        ({"kind": "departement"}, "Tours"),
    ],
)
def test_a_place_that_is_changed_is_drawn_anew(client, drawn, change, name):
    partnership = pair("Tours", public=True)
    before = client.get(reverse("cufportal:home")).context["drawing"]
    territory = partnership.french_side.territory
    type(territory).objects.filter(pk=territory.pk).update(**change)

    after = client.get(reverse("cufportal:home")).context["drawing"]

    assert (len(drawn), before == after) == (2, False)
    assert [arc.pair.french.name for arc in after.arcs] == [name]


@pytest.mark.parametrize("change", [{"title": "Loire et Luo"}, {"form_stated": "twinning"}, {"status": "ended"}])
def test_a_partnership_that_is_changed_is_drawn_anew(client, drawn, change):
    partnership = pair("Tours", public=True)
    client.get(reverse("cufportal:home"))
    Partnership.objects.filter(pk=partnership.pk).update(**change)

    client.get(reverse("cufportal:home"))

    assert len(drawn) == 2


def test_each_language_has_its_own_map(group):
    pair("Tours", group=group)

    names = {}
    for language in ("fr", "en", "fr"):
        with translation.override(language):
            drawing = map_of(Partnership.objects.for_listing())
            names[language] = drawing.arcs[0].pair.foreign.name, str(drawing.tones[0][1])

    assert names == {"fr": ("Pékin", "Coopération"), "en": ("Beijing", "Cooperation")}


def test_a_portal_that_draws_otherwise_finds_nothing_of_the_old_one(group, monkeypatch):
    pair("Tours", group=group)
    old = map_pairs.fingerprint([])
    monkeypatch.setattr(map_pairs, "version_of_drawing", lambda: "another")

    assert map_pairs.fingerprint([]) != old
