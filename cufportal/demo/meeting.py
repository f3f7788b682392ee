"""The meeting of 14 September 2017, written by hand as staff would write it."""

from datetime import time, timedelta

from django.utils import timezone

from core.dates import read
from core.enums import Audience
from cufportal.demo.reading import authority, organisation_in, read_toml
from directory.models import CountryGroup, Organisation, Person
from meetings.enums import MinutesState
from meetings.models import (
    ActionItem,
    AgendaItem,
    Announcement,
    AnnouncementItem,
    Attendance,
    Decision,
    Meeting,
    RoundTableEntry,
    Section,
)
from meetings.services import link_known_event
from partnerships.models import Partnership

NEXT_TITLE = "Réunion du groupe-pays Chine (exemple de réunion à venir)"


def load_meeting(wish):
    data = read_toml("meeting.toml")
    values = data["meeting"]
    group = CountryGroup.objects.get(slug=values.pop("group"))
    meeting, created = Meeting.objects.get_or_create(
        group=group,
        title=values.pop("title"),
        first_day=values.pop("first_day"),
        defaults={**values, "minutes_state": MinutesState.PUBLISHED, "audience": Audience.PUBLIC},
    )
    if created:
        load_people(meeting, data)
        load_round(meeting, data["said"], wish)
        load_contents(meeting, data)
    return meeting


def load_next_meeting(group):
    """An invented meeting some weeks ahead, so that the dates to come are not empty; made once."""
    if not group.meetings.filter(title=NEXT_TITLE).exists():
        meeting = Meeting.objects.create(
            group=group,
            title=NEXT_TITLE,
            first_day=timezone.localdate() + timedelta(weeks=6),
            starts_at=time(14, 30),
            ends_at=time(16, 30),
            venue="Cités Unies France",
            audience=Audience.PUBLIC,
        )
        for rank, title in enumerate(("Tour de table", "Bilan des délégations reçues", "Prochaines Assises")):
            AgendaItem.objects.create(meeting=meeting, rank=rank, title=title)


def load_people(meeting, data):
    rows = {}
    for rank, row in enumerate(data["person"]):
        person, _created = Person.objects.get_or_create(first_name=row["first_name"], last_name=row["last_name"])
        stated = {name: row[name] for name in ("function", "presence", "role", "level", "part") if name in row}
        rows[row["last_name"]] = Attendance.objects.create(
            meeting=meeting, rank=rank, person=person, organisation=organisation_in(row), **stated
        )
    for row in data["person"]:
        if "represented_by" in row:
            absent = rows[row["last_name"]]
            absent.represented_by = rows[row["represented_by"]]
            absent.save(update_fields=["represented_by", "updated_at"])
    for rank, row in enumerate(data["present"], start=len(rows)):
        organisation = Organisation.objects.get(name=row["name"])
        Attendance.objects.create(meeting=meeting, rank=rank, organisation=organisation)


def load_round(meeting, said, wish):
    pairs = read_toml("partnerships.toml")["pair"]
    for rank, row in enumerate(pairs):
        partnership = pair_of(meeting.group, authority(*row["french"]), authority(*row["foreign"]))
        milestone = "\n".join(" : ".join(filter(None, (m.get("when"), m["text"]))) for m in row.get("milestones", []))
        RoundTableEntry.objects.create(
            meeting=meeting,
            rank=rank,
            kind="partnership",
            label=row["label"],
            partnership=partnership,
            organisation=partnership.french_side,
            text=row["text"],
            milestone=milestone,
            actors="\n".join(row.get("actors", [])),
        )
    for rank, row in enumerate(said, start=len(pairs)):
        organisation = organisation_in(row)
        foreign = row.get("foreign") and authority("gb2260", row["foreign"])
        RoundTableEntry.objects.create(
            meeting=meeting,
            rank=rank,
            kind=row["kind"],
            label=row["label"],
            organisation=organisation,
            partnership=pair_of(meeting.group, organisation, foreign) if foreign else None,
            wish=wish if row["kind"] == "wish" else None,
            text=row["text"],
        )


def pair_of(group, french, foreign):
    return Partnership.objects.get(group=group, french_side=french, foreign_side=foreign)


def load_contents(meeting, data):
    for rank, row in enumerate(data["agenda"]):
        AgendaItem.objects.create(meeting=meeting, rank=rank, **row)
    for rank, row in enumerate(data["section"], start=len(data["said"]) + 100):
        Section.objects.create(meeting=meeting, rank=rank, **row)
    for rank, row in enumerate(data["decision"]):
        Decision.objects.create(meeting=meeting, rank=rank, **row)
    for rank, row in enumerate(data["action"]):
        owner = Organisation.objects.get(name=row.pop("owner"))
        ActionItem.objects.create(meeting=meeting, rank=rank, owner=owner, **row)
    for rank, row in enumerate(data["event"]):
        items = row.pop("items", [])
        event = Announcement.objects.create(meeting=meeting, rank=rank, when=read(row.pop("when")), **row)
        for item_rank, item in enumerate(items):
            AnnouncementItem.objects.create(announcement=event, rank=item_rank, **item)


def link_announcements(group):
    """The minutes lead to the events of the same title and days."""
    for announcement in Announcement.objects.filter(meeting__group=group, event__isnull=True):
        link_known_event(announcement)
