from django.db.models import Value

from core.search import Unaccented
from directory.models import Person
from meetings.enums import AttendanceLevel, AttendanceRole, Presence
from meetings.minutes.applying.organisations import organisation_of
from meetings.minutes.applying.provenance import found_or_saved, meeting_of, place_of
from meetings.models import Attendance


def known(choices, value, default):
    return value if value in choices.values else default


def person_named(fields):
    """The person of that name, or a new one; a document without a first name finds the only person of that surname."""
    last_name = (fields.get("last_name") or fields.get("name", "")).strip()
    first_name = fields.get("first_name", "").strip()
    same = Person.objects.alias(last=Unaccented("last_name"), first=Unaccented("first_name")).filter(
        last=Unaccented(Value(last_name))
    )
    if first_name:
        same = same.filter(first=Unaccented(Value(first_name)))
    found = list(same[:2])
    if len(found) == 1:
        return found[0]
    person = Person(civility=fields.get("civility", "")[:20], first_name=first_name[:80], last_name=last_name[:80])
    person.full_clean()
    person.save()
    return person


def apply_person(proposal, *, by):
    meeting, fields = meeting_of(proposal), proposal.fields
    values = {
        "organisation": organisation_of(proposal) if fields.get("organisation") else None,
        "function": fields.get("function", "")[:300],
        "presence": known(Presence, fields.get("presence"), Presence.PRESENT),
        "role": known(AttendanceRole, fields.get("role"), AttendanceRole.PARTICIPANT),
        "level": known(AttendanceLevel, fields.get("level"), ""),
        "part": fields.get("part", "")[:120],
        **place_of(proposal),
    }
    key = {"meeting": meeting, "person": person_named(fields)}
    attendance = found_or_saved(Attendance, key=key, values=values)
    link_representation(meeting, proposal, attendance)
    return attendance


def link_representation(meeting, proposal, attendance):
    """Join the represented and the one who represents, whichever of the two is applied first."""
    fields = proposal.fields
    if other := attendance_named(meeting, fields.get("represented_by", "")):
        represent(attendance, by=other)
    if other := attendance_named(meeting, fields.get("represents", "")):
        represent(other, by=attendance)
    name = fields.get("name") or str(attendance.person)
    for earlier in proposal.minutes_import.proposals.filter(kind=proposal.kind, fields__represented_by=name):
        if isinstance(earlier.record, Attendance):
            represent(earlier.record, by=attendance)


def represent(represented, *, by):
    if represented != by and represented.represented_by_id is None:
        represented.represented_by = by
        represented.save(update_fields=["represented_by", "updated_at"])


def attendance_named(meeting, name):
    words = set(name.casefold().split())
    if not words:
        return None
    for attendance in meeting.attendances.select_related("person").filter(person__isnull=False):
        if set(str(attendance.person).casefold().split()) <= words or attendance.person.last_name.casefold() in words:
            return attendance
    return None


def apply_organisation(proposal, *, by):
    meeting, organisation = meeting_of(proposal), organisation_of(proposal)
    values = {
        "presence": known(Presence, proposal.fields.get("presence"), Presence.PRESENT),
        **place_of(proposal),
    }
    return found_or_saved(
        Attendance, key={"meeting": meeting, "organisation": organisation, "person": None}, values=values
    )
