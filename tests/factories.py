"""The smallest valid row of each model; traits name the situations that tests need."""

from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from accounts.models import Invitation, User
from core.dates import FuzzyDate
from core.enums import Audience
from directory.enums import AffiliationKind, OrganisationKind, TerritoryKind
from directory.models import (
    Affiliation,
    CountryGroup,
    GroupMembership,
    Organisation,
    Person,
    Territory,
    TerritoryCode,
    TerritoryName,
    Theme,
)
from events.models import AgendaEntry, Event, PlanStep, Registration, Session
from meetings.models import Meeting, RoundTableEntry
from partnerships.models import (
    Agreement,
    Milestone,
    Participant,
    Partnership,
    PartnershipContact,
    PartnerWish,
    Project,
)


class TerritoryFactory(DjangoModelFactory):
    class Meta:
        model = Territory

    class Params:
        chinese = factory.Trait(
            country="CN",
            kind=TerritoryKind.PREFECTURE_CITY,
            level=2,
            name=factory.Sequence(lambda n: f"Chengshi-{n}"),
            name_zh=factory.Sequence(lambda n: f"城市{n}"),
        )

    country = "FR"
    kind = TerritoryKind.COMMUNE
    level = 4
    name = factory.Sequence(lambda n: f"Commune-{n}")


class TerritoryNameFactory(DjangoModelFactory):
    class Meta:
        model = TerritoryName

    territory = factory.SubFactory(TerritoryFactory)
    text = factory.Sequence(lambda n: f"Autre nom {n}")


class TerritoryCodeFactory(DjangoModelFactory):
    class Meta:
        model = TerritoryCode

    territory = factory.SubFactory(TerritoryFactory)
    system = "insee_commune"
    code = factory.Sequence(lambda n: f"{n:05d}")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    class Params:
        foreign = factory.Trait(territory=factory.SubFactory(TerritoryFactory, chinese=True))

    kind = OrganisationKind.AUTHORITY
    territory = factory.SubFactory(TerritoryFactory)
    name = factory.LazyAttribute(lambda o: f"Ville de {o.territory.name}" if o.territory else "Agence")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    first_name = "Camille"
    last_name = factory.Sequence(lambda n: f"Personne-{n}")


class AffiliationFactory(DjangoModelFactory):
    class Meta:
        model = Affiliation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    kind = AffiliationKind.TECHNICAL


class CountryGroupFactory(DjangoModelFactory):
    class Meta:
        model = CountryGroup
        django_get_or_create = ("slug",)

    slug = "chine"
    name = "Groupe-pays Chine"
    country = "CN"


class GroupMembershipFactory(DjangoModelFactory):
    class Meta:
        model = GroupMembership

    group = factory.SubFactory(CountryGroupFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda n: f"Thème {n}")
    slug = factory.Sequence(lambda n: f"theme-{n}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"personne{n}@example.org")
    person = factory.SubFactory(PersonFactory)
    password = factory.django.Password("mot de passe de test")


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    email = factory.Sequence(lambda n: f"invitee{n}@example.org")
    first_name = "Nadia"
    last_name = factory.Sequence(lambda n: f"Invitée-{n}")
    organisation = factory.SubFactory(OrganisationFactory)
    invited_by = factory.SubFactory(UserFactory, is_superuser=True)
    expires_at = factory.LazyFunction(lambda: datetime.now(UTC) + timedelta(days=14))


class PartnershipFactory(DjangoModelFactory):
    class Meta:
        model = Partnership

    class Params:
        public = factory.Trait(audience=Audience.PUBLIC)

    group = factory.SubFactory(CountryGroupFactory)
    french_side = factory.SubFactory(OrganisationFactory)
    foreign_side = factory.SubFactory(OrganisationFactory, foreign=True)


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = Agreement

    partnership = factory.SubFactory(PartnershipFactory)
    form = "convention"


class MilestoneFactory(DjangoModelFactory):
    class Meta:
        model = Milestone

    partnership = factory.SubFactory(PartnershipFactory)
    text = factory.Sequence(lambda n: f"Jalon {n}")


class ProjectFactory(DjangoModelFactory):
    class Meta:
        model = Project

    partnership = factory.SubFactory(PartnershipFactory)
    title = factory.Sequence(lambda n: f"Projet {n}")


class PartnershipContactFactory(DjangoModelFactory):
    """Somebody who has a function on the French side, unless the person is said."""

    class Meta:
        model = PartnershipContact

    partnership = factory.SubFactory(PartnershipFactory)
    person = factory.LazyAttribute(lambda made: AffiliationFactory(organisation=made.partnership.french_side).person)


class ParticipantFactory(DjangoModelFactory):
    class Meta:
        model = Participant

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class PartnerWishFactory(DjangoModelFactory):
    class Meta:
        model = PartnerWish

    group = factory.SubFactory(CountryGroupFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    sought = "une ville portuaire"


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    class Params:
        readable = factory.Trait(minutes_state="approved")

    group = factory.SubFactory(CountryGroupFactory)
    title = factory.Sequence(lambda n: f"Réunion {n}")
    first_day = date(2017, 9, 14)


class RoundTableEntryFactory(DjangoModelFactory):
    class Meta:
        model = RoundTableEntry

    meeting = factory.SubFactory(MeetingFactory, readable=True)
    partnership = factory.SubFactory(PartnershipFactory)
    text = "Échanges universitaires"


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    class Params:
        open = factory.Trait(registration="open")
        public = factory.Trait(audience=Audience.PUBLIC)

    group = factory.SubFactory(CountryGroupFactory)
    title = factory.Sequence(lambda n: f"Rencontre {n}")
    first_day = FuzzyDate(date(2027, 12, 13), date(2027, 12, 13))
    last_day = FuzzyDate(date(2027, 12, 15), date(2027, 12, 15))


class SessionFactory(DjangoModelFactory):
    """An hour of the first day of its event, from nine o’clock."""

    class Meta:
        model = Session

    event = factory.SubFactory(EventFactory, open=True)
    title = factory.Sequence(lambda n: f"Atelier {n}")
    starts_at = factory.LazyAttribute(
        lambda o: datetime.combine(o.event.first_day.first, datetime.min.time(), UTC) + timedelta(hours=9)
    )
    ends_at = factory.LazyAttribute(lambda o: o.starts_at + timedelta(hours=1))


class RegistrationFactory(DjangoModelFactory):
    class Meta:
        model = Registration

    event = factory.SubFactory(EventFactory, open=True)
    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class PlanStepFactory(DjangoModelFactory):
    class Meta:
        model = PlanStep

    event = factory.SubFactory(EventFactory)
    text = factory.Sequence(lambda n: f"Étape {n}")
    due = FuzzyDate(date(2027, 9, 1), date(2027, 9, 30))


class AgendaEntryFactory(DjangoModelFactory):
    class Meta:
        model = AgendaEntry

    class Params:
        accepted = factory.Trait(state="accepted", decided_at=datetime(2027, 1, 1, tzinfo=UTC))

    group = factory.SubFactory(CountryGroupFactory)
    title = factory.Sequence(lambda n: f"Date {n}")
    first_day = FuzzyDate(date(2027, 6, 1), date(2027, 6, 1))
