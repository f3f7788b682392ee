"""Campaigns: who runs them, to whom they write, when they remind, and when their links die."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from core.enums import Audience
from core.models import Letter
from cufportal.due import DUE
from partnerships.models import VerificationCampaign, VerificationRequest
from partnerships.verification import campaigns
from partnerships.verification.links import answer_url
from partnerships.verification.people import candidates, referents_of
from tests.factories import AffiliationFactory, OrganisationFactory, PartnershipFactory, PersonFactory, UserFactory
from tests.partnerships.factories import CampaignFactory, VerificationRequestFactory, referent_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ROLES = ["visitor", "referent", "partner", "secretariat", "officer"]
ACTS = ["campaign_edit", "campaign_choose", "campaign_send", "campaign_close"]


def url_of(name, *args):
    return reverse(f"partnerships:{name}", args=args)


def written():
    return sorted(Letter.objects.values_list("to", flat=True))


def at_day(request, days):
    return request.sent_at + timedelta(days=days)


# Who


def test_the_team_follows_campaigns_and_officers_run_them(as_role):
    campaign = CampaignFactory(sent=True)
    clients = {role: as_role(role) for role in ROLES}

    reads = {role: client.get(campaign.get_absolute_url()).status_code for role, client in clients.items()}
    lists = {role: client.get(url_of("campaign_list")).status_code for role, client in clients.items()}
    acts = {
        role: {client.post(url_of(name, campaign.pk)).status_code for name in ACTS} for role, client in clients.items()
    }

    outside = {"referent": 404, "partner": 404}
    assert reads == {"visitor": 302, **outside, "secretariat": 200, "officer": 200}
    assert lists == reads | dict.fromkeys(outside, 403)
    refused = {role: answers for role, answers in acts.items() if answers & {403, 404}}
    assert refused == {**dict.fromkeys(outside, {404}), "secretariat": {403}}


# To whom


def test_what_is_stale_is_ticked_first_and_counted(group):
    fresh, stale = OrganisationFactory(), OrganisationFactory()
    PartnershipFactory(group=group, french_side=fresh, confirmed_on=TODAY, confirmed_how="officer")
    PartnershipFactory(group=group, french_side=stale, confirmed_on="2020-01-01", confirmed_how="officer")
    PartnershipFactory(group=group, french_side=stale)
    PartnershipFactory(group=group, french_side=stale, audience=Audience.INTERNAL)
    PartnershipFactory(group=group, status="ended")

    found = {one.organisation: (one.records, one.stale, str(one.oldest)) for one in candidates(group)}

    assert found == {fresh: (1, 0, str(TODAY)), stale: (2, 2, "2020-01-01")}


def test_a_referent_is_written_to_at_their_open_account_else_at_their_address():
    organisation = OrganisationFactory()
    without = referent_of(organisation)
    with_account = UserFactory(person=PersonFactory(email="autre@example.org"))
    closed = UserFactory(is_active=False, person=PersonFactory(email="parti@example.org"))
    for user in (with_account, closed):
        AffiliationFactory(person=user.person, organisation=organisation, may_edit=True)
    AffiliationFactory(person=PersonFactory(email="membre@example.org"), organisation=organisation)

    addresses = {one.address for one in referents_of([organisation.pk])[organisation.pk]}

    assert addresses == {without.email, with_account.email}


def test_from_the_draft_to_the_letters(as_role, group):
    pair, other = PartnershipFactory(group=group), PartnershipFactory(group=group)
    referent, client = referent_of(pair.french_side), as_role("officer")
    values = {"group": group.pk, "title": "Année 2027", "answer_by": TODAY + timedelta(days=42), "message": "Bonjour"}

    client.post(url_of("campaign_add"), values)
    campaign = VerificationCampaign.objects.get()
    client.post(url_of("campaign_choose", campaign.pk), {"organisations": [pair.french_side_id, other.french_side_id]})
    before = written()
    client.post(url_of("campaign_send", campaign.pk))
    client.post(url_of("campaign_send", campaign.pk))

    campaign.refresh_from_db()
    request = campaign.requests.get(organisation=pair.french_side)
    letter = Letter.objects.get()
    assert (before, letter.to, letter.is_private) == ([], referent.email, True)
    assert answer_url(request, referent) in letter.body
    assert f"- {pair}" in letter.body
    assert (campaign.sent_by, request.sent_at is None) == (client.user, False)
    assert campaign.requests.get(organisation=other.french_side).sent_at is None  # nobody to write to


def test_a_new_campaign_offers_six_weeks_to_answer(as_role):
    form = as_role("officer").get(url_of("campaign_add")).context["form"]

    assert form["answer_by"].value() == TODAY + campaigns.LASTS


def test_a_campaign_that_asks_nobody_or_ends_today_is_not_sent(make_user):
    empty, late = CampaignFactory(), CampaignFactory(answer_by=TODAY)
    VerificationRequestFactory(campaign=late, sent_at=None)

    for campaign in (empty, late):
        with pytest.raises(ValidationError):
            campaigns.send_campaign(campaign=campaign, by=make_user("officer"))

    assert (written(), VerificationCampaign.objects.filter(sent_at=None).count()) == ([], 2)


# Reminders


def test_who_owes_an_answer_is_reminded_after_14_and_28_days_exactly_once():
    request = VerificationRequestFactory()
    referent_of(request.organisation)

    days = (0, 13, 14, 14, 15, 27, 28, 28, 29, 41)
    counts = [(day, campaigns.remind_verifications(at_day(request, day))) for day in days]

    assert [day for day, count in counts if count] == [14, 28]
    assert [letter.subject.partition(" :")[0] for letter in Letter.objects.all()] == ["Rappel", "Rappel"]


def test_a_portal_that_slept_a_month_reminds_once():
    request = VerificationRequestFactory()
    referent_of(request.organisation)

    counts = [campaigns.remind_verifications(at_day(request, day)) for day in (30, 31)]

    assert counts == [1, 0]


def test_who_answered_and_whose_campaign_is_over_is_left_alone():
    answered = VerificationRequestFactory(state="settled", answered_at=timezone.now())
    closed = VerificationRequestFactory(campaign=CampaignFactory(sent=True, closed_at=timezone.now()))
    late = VerificationRequestFactory(campaign=CampaignFactory(sent=True, answer_by=TODAY + timedelta(days=20)))
    for request in (answered, closed, late):
        referent_of(request.organisation)

    assert campaigns.remind_verifications(at_day(late, 28)) == 0
    assert "vérification" in [job.name for job in DUE]


# Again, and no more


def test_a_letter_sent_again_makes_the_link_before_void(as_role, client):
    request = VerificationRequestFactory()
    referent = referent_of(request.organisation)
    first = answer_url(request, referent)

    as_role("officer").post(url_of("verification_resend", request.pk))

    request.refresh_from_db()
    newest = answer_url(request, referent)
    assert newest in Letter.objects.get().body
    assert [client.get(link).status_code for link in (first, newest)] == [410, 200]


def test_a_closed_campaign_takes_no_answer_and_sends_nothing(as_role, make_user, client):
    request = VerificationRequestFactory()
    link = answer_url(request, referent_of(request.organisation))

    as_role("officer").post(url_of("campaign_close", request.campaign_id))

    assert client.get(link).status_code == 410
    with pytest.raises(ValidationError):
        campaigns.resend_request(request=request, by=make_user("officer"))


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_of_a_campaign_runs_a_fixed_number_of_queries(as_role, group, count, django_assert_num_queries):
    campaign = CampaignFactory(sent=True, group=group)
    for pair in PartnershipFactory.create_batch(count, group=group):
        VerificationRequest.objects.create(campaign=campaign, organisation=pair.french_side)
        referent_of(pair.french_side)
    client = as_role("officer")
    client.get(campaign.get_absolute_url())

    with django_assert_num_queries(15):
        client.get(campaign.get_absolute_url())


@pytest.mark.parametrize(("role", "is_led"), [("visitor", False), ("member", False), ("officer", True)])
def test_the_list_of_partnerships_leads_the_team_to_its_campaigns(as_role, role, is_led):
    response = as_role(role).get(reverse("partnerships:partnership_list"))

    assert (f'href="{reverse("partnerships:campaign_list")}"' in response.text) == is_led
