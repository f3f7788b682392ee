from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.enums import Audience
from meetings.enums import AttendanceLevel, AttendanceRole, Presence
from meetings.minutes.composing.wording import sentence
from meetings.minutes.document import BulletList, Heading, paragraph_of

HEADINGS = {
    Presence.PRESENT: gettext_lazy("Étaient présents"),
    Presence.REPRESENTED: gettext_lazy("Étaient représentés"),
    Presence.EXCUSED: gettext_lazy("Étaient excusés"),
    Presence.ABSENT: gettext_lazy("Étaient absents"),
}
PUBLIC_ROLES = {AttendanceRole.CHAIR, AttendanceRole.FACILITATOR}


def is_named_in_public(attendance):
    """Outside the network, minutes name organisations, elected people and those who led the meeting."""
    return (
        attendance.person_id is None or attendance.level == AttendanceLevel.ELECTED or attendance.role in PUBLIC_ROLES
    )


def line_of(attendance, named):
    """« Nom, fonction, organisme – présidence, représenté par … »: who, then in which quality."""
    who = sentence(attendance.who, attendance.function, attendance.organisation)
    role = "" if attendance.role == AttendanceRole.PARTICIPANT else attendance.get_role_display()
    by = attendance.represented_by if attendance.represented_by_id in named else None
    standing_in = by and _("représenté par %(name)s") % {"name": by}
    quality = sentence(role, attendance.level and attendance.get_level_display(), standing_in, attendance.part)
    return f"{who} – {quality}" if quality else who


def attendance_blocks(meeting, attendances, audience):
    rows = list(attendances.select_related("person", "organisation", "represented_by__person"))
    if audience == Audience.PUBLIC:
        rows = [row for row in rows if is_named_in_public(row)]
    named = {row.pk for row in rows}
    for presence, heading in HEADINGS.items():
        lines = [line_of(row, named) for row in rows if row.presence == presence]
        if lines:
            yield Heading(2, str(heading))
            yield BulletList(tuple((paragraph_of(line),) for line in lines))
