from datetime import date

import pytest
from django.urls import reverse

from core.dates import FuzzyDate
from delegations.models import HostingProfile
from tests.delegations.factories import ApproachFactory, HostingProfileFactory
from tests.factories import OrganisationFactory, ThemeFactory

pytestmark = pytest.mark.django_db

LIST = reverse("delegations:profile_list")


def edit_url(organisation):
    return reverse("delegations:profile_edit", args=[organisation.pk])


def errors_of(response):
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def test_a_referent_says_what_their_authority_can_host(as_role):
    mine, theme = OrganisationFactory(), ThemeFactory()
    closed = "août 2027 : congés\ndu 20 au 31 décembre 2027"
    data = {"capacity_per_month": 2, "languages": ["fr", "zh"], "themes": [theme.pk], "closed": closed}

    as_role("referent", organisation=mine).post(edit_url(mine), data)

    profile = HostingProfile.objects.get(organisation=mine)
    assert (profile.capacity_per_month, profile.languages, list(profile.themes.all())) == (2, ["fr", "zh"], [theme])
    assert [(FuzzyDate.from_range(one.period), one.label) for one in profile.closed_periods.all()] == [
        (FuzzyDate.month(2027, 8), "congés"),
        (FuzzyDate(date(2027, 12, 20), date(2027, 12, 31)), ""),
    ]


def test_a_profile_that_is_saved_as_it_stands_does_not_change(as_role):
    profile = HostingProfileFactory(capacity_per_month=2, languages=["fr"])
    client, url = as_role("officer"), edit_url(profile.organisation)
    client.post(url, {"closed": "août 2027 : congés"})

    shown = client.get(url).context["form"].initial["closed"]
    client.post(url, {"closed": shown})

    assert shown == "août 2027 : congés"
    assert [one.label for one in profile.closed_periods.all()] == ["congés"]


@pytest.mark.parametrize(
    ("closed", "sentence"),
    [
        ("août 2027\n15 août 2027", "« 15 août 2027 » recouvre en partie « août 2027 » : corrigez l’une des deux."),
        ("août 2027 : passeport E12345678", None),
        ("un jour", None),
    ],
)
def test_a_period_that_cannot_be_is_refused_where_it_is_written(as_role, closed, sentence):
    profile = HostingProfileFactory()

    response = as_role("officer").post(edit_url(profile.organisation), {"closed": closed})

    errors = errors_of(response)
    assert list(errors) == ["closed"]
    assert sentence is None or errors == {"closed": [sentence]}
    assert profile.closed_periods.count() == 0


@pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403)])
def test_nobody_else_writes_the_profile_of_an_authority(as_role, role, status):
    organisation = OrganisationFactory()

    assert as_role(role).post(edit_url(organisation), {}).status_code == status
    assert HostingProfile.objects.count() == 0


@pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("member", 200), ("partner", 200), ("officer", 200)])
def test_the_network_reads_what_each_can_host(as_role, role, status):
    HostingProfileFactory(organisation__territory__name="Trifouillis")

    response = as_role(role).get(LIST)

    assert response.status_code == status
    assert status == 302 or "Trifouillis" in response.text


def test_who_answers_reads_their_profile_beside(as_role, group):
    profile = HostingProfileFactory(note="Deux salles, un interprète")
    approach = ApproachFactory(organisation=profile.organisation, delegation__group=group)
    client = as_role("referent", organisation=profile.organisation)

    page = client.get(reverse("delegations:approach_answer", args=[approach.delegation_id, approach.pk])).text

    assert "Deux salles, un interprète" in page


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_of_profiles_runs_a_fixed_number_of_queries(as_role, count, django_assert_num_queries):
    HostingProfileFactory.create_batch(count)
    client = as_role("officer")
    client.get(LIST)

    with django_assert_num_queries(8):
        response = client.get(LIST)

    assert len(response.context["profiles"]) == count
