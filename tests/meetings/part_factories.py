"""The smallest valid row of each part of a meeting."""

import factory
from factory.django import DjangoModelFactory

from meetings.enums import AttendanceLevel
from meetings.models import (
    ActionItem,
    AgendaItem,
    Announcement,
    AnnouncementItem,
    Attendance,
    Decision,
    Section,
)
from tests.factories import MeetingFactory, PersonFactory


class PartFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        internal = factory.Trait(is_internal=True)

    meeting = factory.SubFactory(MeetingFactory, readable=True)


class AttendanceFactory(PartFactory):
    class Meta:
        model = Attendance

    class Params:
        elected = factory.Trait(level=AttendanceLevel.ELECTED)

    person = factory.SubFactory(PersonFactory)


class AgendaItemFactory(PartFactory):
    class Meta:
        model = AgendaItem

    title = factory.Sequence(lambda n: f"Point {n}")


class SectionFactory(PartFactory):
    class Meta:
        model = Section

    title = factory.Sequence(lambda n: f"Partie {n}")
    body = "<p>Le groupe prépare les assises.</p>"


class DecisionFactory(PartFactory):
    class Meta:
        model = Decision

    text = factory.Sequence(lambda n: f"Décision {n}")


class ActionItemFactory(PartFactory):
    class Meta:
        model = ActionItem

    text = factory.Sequence(lambda n: f"Action {n}")


class AnnouncementFactory(PartFactory):
    class Meta:
        model = Announcement

    title = factory.Sequence(lambda n: f"Événement {n}")


class AnnouncementItemFactory(DjangoModelFactory):
    class Meta:
        model = AnnouncementItem

    announcement = factory.SubFactory(AnnouncementFactory)
    text = factory.Sequence(lambda n: f"Temps {n}")


PART_FACTORIES = (
    AttendanceFactory,
    AgendaItemFactory,
    SectionFactory,
    DecisionFactory,
    ActionItemFactory,
    AnnouncementFactory,
)
