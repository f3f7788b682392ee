import pytest
from django.urls import reverse
from django.utils import timezone

from core.dates import FuzzyDate
from core.enums import Audience
from tests.factories import (
    PartnershipFactory,
)

pytestmark = pytest.mark.django_db

ACTS = ["partnership_edit", "partnership_confirm", "partnership_end", "partnership_publish", "partnership_reopen"]


def url_of(name, record):
    return reverse(f"partnerships:{name}", args=[record.pk])


@pytest.mark.parametrize("name", ACTS)
@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("member", 403), ("partner", 403), ("secretariat", 403), ("referent", 403)]
)
def test_those_who_may_only_look_are_refused(as_role, name, role, status):
    partnership = PartnershipFactory(public=True)
    client = as_role(role)

    assert client.get(url_of(name, partnership)).status_code == status
    assert client.post(url_of(name, partnership), {}).status_code == status


@pytest.mark.parametrize("name", ACTS)
def test_what_one_does_not_see_does_not_exist(as_role, name):
    hidden = PartnershipFactory(audience=Audience.INTERNAL)
    client = as_role("referent", organisation=hidden.french_side)

    assert client.get(url_of(name, hidden)).status_code == 404
    assert client.post(url_of(name, hidden), {}).status_code == 404


@pytest.mark.parametrize(
    ("name", "status"),
    [("partnership_edit", 200), ("partnership_confirm", 200), ("partnership_end", 200), ("partnership_publish", 403)],
)
def test_a_referent_acts_on_the_records_of_their_organisation(as_role, name, status):
    partnership = PartnershipFactory()

    assert (
        as_role("referent", organisation=partnership.french_side).get(url_of(name, partnership)).status_code == status
    )


def test_a_referent_confirms_for_their_organisation(as_role):
    partnership = PartnershipFactory()
    client = as_role("referent", organisation=partnership.foreign_side)

    client.post(url_of("partnership_confirm", partnership), {"on": timezone.localdate().isoformat()})

    partnership.refresh_from_db()
    assert (partnership.confirmed_how, partnership.confirmed_for, partnership.confirmed_by) == (
        "authority",
        partnership.foreign_side,
        client.user,
    )


def test_an_officer_says_how_and_for_whom(as_role):
    partnership = PartnershipFactory()
    data = {"on": "2026-03-03", "how": "meeting", "for_organisation": partnership.french_side.pk}

    as_role("officer").post(url_of("partnership_confirm", partnership), data)

    partnership.refresh_from_db()
    assert (partnership.confirmed_how, partnership.confirmed_for) == ("meeting", partnership.french_side)


def test_closing_twice_says_so(as_role):
    partnership = PartnershipFactory()
    client = as_role("officer")
    client.post(url_of("partnership_end", partnership), {"until": "2017"})

    response = client.post(url_of("partnership_end", partnership), {"until": "2018"})

    partnership.refresh_from_db()
    assert response.context["form"].non_field_errors() == ["Ce partenariat est déjà terminé."]
    assert partnership.until == FuzzyDate.year(2017)


def test_an_end_before_the_beginning_is_refused_beside_the_date(as_role):
    partnership = PartnershipFactory(since=FuzzyDate.year(2010))

    response = as_role("officer").post(url_of("partnership_end", partnership), {"until": "2008"})

    assert response.context["form"].non_field_errors() == ["La fin précède le début."]


def test_an_ended_record_is_opened_again_in_the_state_chosen(as_role):
    partnership = PartnershipFactory(status="ended", until=FuzzyDate.year(2010))

    as_role("officer").post(url_of("partnership_reopen", partnership), {"status": "dormant"})

    partnership.refresh_from_db()
    assert (partnership.status, partnership.until) == ("dormant", None)
