"""The smallest valid row of each model of the delegations; traits name the situations that tests need."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from delegations.models import (
    Approach,
    Commitment,
    Delegation,
    DelegationDocument,
    HostingProfile,
    Opinion,
    Outcome,
    Stop,
)
from tests.factories import CountryGroupFactory, OrganisationFactory

FIRST_DAY, LAST_DAY = date(2027, 6, 7), date(2027, 6, 11)


class DelegationFactory(DjangoModelFactory):
    class Meta:
        model = Delegation

    class Params:
        dated = factory.Trait(first_day=FIRST_DAY, last_day=LAST_DAY)
        shared = factory.Trait(state="screened", audience="group")
        suspect = factory.Trait(is_suspect=True, suspicion="Trop de demandes à la fois")

    reference = factory.Sequence(lambda n: f"D-2020-{n + 1:03d}")
    group = factory.SubFactory(CountryGroupFactory)
    sender_name = factory.Sequence(lambda n: f"Gouvernement {n}")
    received_on = date(2026, 11, 2)


class ApproachFactory(DjangoModelFactory):
    class Meta:
        model = Approach

    delegation = factory.SubFactory(DelegationFactory, shared=True)
    organisation = factory.SubFactory(OrganisationFactory)
    asked_on = date(2026, 11, 9)
    deadline = date(2026, 11, 30)


class OpinionFactory(DjangoModelFactory):
    class Meta:
        model = Opinion

    delegation = factory.SubFactory(DelegationFactory, shared=True)
    organisation = factory.SubFactory(OrganisationFactory, kind="ministry", territory=None, name="Ministère")
    asked_on = date(2026, 11, 9)


class StopFactory(DjangoModelFactory):
    class Meta:
        model = Stop

    delegation = factory.SubFactory(DelegationFactory, shared=True, dated=True)
    title = factory.Sequence(lambda n: f"Étape {n}")
    starts_at = factory.Sequence(lambda n: datetime(2027, 6, 7, 6 + n % 12, 0, tzinfo=UTC))
    ends_at = factory.LazyAttribute(lambda stop: stop.starts_at.replace(minute=45))


class OutcomeFactory(DjangoModelFactory):
    class Meta:
        model = Outcome

    delegation = factory.SubFactory(DelegationFactory, shared=True, dated=True)
    summary = "Des échanges sur l’eau."


class CommitmentFactory(DjangoModelFactory):
    class Meta:
        model = Commitment

    outcome = factory.SubFactory(OutcomeFactory)
    by_whom = "La ville hôte"
    text = factory.Sequence(lambda n: f"Écrire la lettre {n}")


class DelegationDocumentFactory(DjangoModelFactory):
    class Meta:
        model = DelegationDocument

    delegation = factory.SubFactory(DelegationFactory, shared=True)
    title = "Lettre d’invitation"
    file = "delegations/2026/lettre.pdf"


class HostingProfileFactory(DjangoModelFactory):
    class Meta:
        model = HostingProfile

    organisation = factory.SubFactory(OrganisationFactory)
