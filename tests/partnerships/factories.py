"""Campaigns of verification, and an authority that is asked in one; workbooks that were asked for."""

from datetime import UTC, datetime, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from partnerships.models import (
    ProposedChange,
    VerificationAnswer,
    VerificationCampaign,
    VerificationRequest,
    WorkbookOrder,
)
from partnerships.models.workbooks import reach_of
from partnerships.verification.links import answer_token
from tests.factories import (
    AffiliationFactory,
    CountryGroupFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    UserFactory,
)


class CampaignFactory(DjangoModelFactory):
    class Meta:
        model = VerificationCampaign

    class Params:
        sent = factory.Trait(sent_at=factory.LazyFunction(lambda: datetime.now(UTC)))

    group = factory.SubFactory(CountryGroupFactory)
    title = factory.Sequence(lambda n: f"Vérification {n}")
    answer_by = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=42))


class VerificationRequestFactory(DjangoModelFactory):
    """An authority that was written to just now, and whose records somebody keeps."""

    class Meta:
        model = VerificationRequest

    campaign = factory.SubFactory(CampaignFactory, sent=True)
    organisation = factory.SubFactory(OrganisationFactory)
    sent_at = factory.SelfAttribute("campaign.sent_at")


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = VerificationAnswer

    request = factory.SubFactory(VerificationRequestFactory)
    partnership = factory.SubFactory(PartnershipFactory)
    is_exact = False


class ChangeFactory(DjangoModelFactory):
    class Meta:
        model = ProposedChange

    answer = factory.SubFactory(AnswerFactory)
    field = "summary"
    value = "Ce que dit la collectivité"


class WorkbookOrderFactory(DjangoModelFactory):
    """A list that waits to be made; `made`, it has its page, but no file in the storage."""

    class Meta:
        model = WorkbookOrder

    class Params:
        made = factory.Trait(
            state="made",
            made_at=factory.LazyFunction(timezone.now),
            row_count=5001,
            size=400_000,
            file="workbooks/nulle-part.xlsx",
            reach=factory.LazyAttribute(lambda order: reach_of(order.asked_by)),
        )
        failed = factory.Trait(state="failed", failure="error", attempts=3)

    asked_by = factory.SubFactory(UserFactory)
    filters = factory.Sequence(lambda n: {"q": [f"Nankin {n}"]})
    language = "fr"


def referent_of(organisation, **values):
    """Somebody without an account who keeps the records of an organisation."""
    person = PersonFactory(email=f"referent-{organisation.pk}@example.org", **values)
    AffiliationFactory(person=person, organisation=organisation, may_edit=True)
    return person


def asked(records=1, **campaign):
    """(request, token of its referent, records): an authority asked about records that stand in its name."""
    request = VerificationRequestFactory(campaign=CampaignFactory(sent=True, **campaign))
    pairs = [PartnershipFactory(group=request.campaign.group, french_side=request.organisation) for _ in range(records)]
    return request, answer_token(request, referent_of(request.organisation)), pairs
