"""The parts of a meeting on its page; each list is folded, for a meeting may have a hundred rows of each."""

from core.administration import NamedCells, PartInline, StackedPartInline
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

KEEPS_MINUTES = frozenset({"view", "add", "change", "delete"})


class SealedOncePublished:
    """What published minutes hold is not written any more: one takes them a step back first, as on the portal."""

    def has_add_permission(self, request, obj=None):
        return not is_sealed(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return not is_sealed(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return not is_sealed(obj) and super().has_delete_permission(request, obj)


def is_sealed(row):
    """Whether `row`, a meeting or a part of one, is of published minutes; None, a list of many, is not."""
    meeting = row if isinstance(row, Meeting) else getattr(row, "meeting", None)
    return meeting is not None and meeting.minutes_state == MinutesState.PUBLISHED


class Ranked(NamedCells):
    """A row added without a rank comes last."""

    def save_new(self, form, commit=True):
        if "rank" not in form.changed_data:
            form.instance.rank = 1 + max((row.instance.rank for row in self.forms if row.instance.pk), default=0)
        return super().save_new(form, commit=commit)


class MeetingPartInline(SealedOncePublished, PartInline):
    formset = Ranked
    staff_may = KEEPS_MINUTES
    classes = ["collapse"]
    show_change_link = True


class AttendanceInline(MeetingPartInline):
    model = Attendance
    fields = ["rank", "person", "organisation", "function", "presence", "role", "level", "represented_by", "part"]


class AgendaItemInline(MeetingPartInline):
    model = AgendaItem
    fields = ["rank", "title", "minutes_planned", "is_internal"]
    show_change_link = False


class RoundTableEntryInline(SealedOncePublished, StackedPartInline):
    model = RoundTableEntry
    formset = Ranked
    staff_may = KEEPS_MINUTES
    classes = ["collapse"]
    fields = [
        ("rank", "kind", "is_internal"),
        "label",
        ("partnership", "organisation", "wish"),
        "text",
        "milestone",
        "actors",
    ]


class SectionInline(SealedOncePublished, StackedPartInline):
    model = Section
    formset = Ranked
    staff_may = KEEPS_MINUTES
    classes = ["collapse"]
    fields = [("rank", "is_internal"), "title", "body"]


class DecisionInline(MeetingPartInline):
    model = Decision
    fields = ["rank", "kind", "text", "details", "is_internal"]


class ActionItemInline(MeetingPartInline):
    model = ActionItem
    fk_name = "meeting"
    fields = ["rank", "text", "owner", "due", "state", "is_internal"]
    readonly_fields = ["state"]  # changed by the actions of its own page, through all the meetings it was carried to


class AnnouncementInline(MeetingPartInline):
    model = Announcement
    fields = ["rank", "title", "when", "place", "registration_required", "is_past", "is_internal"]


class AnnouncementItemInline(SealedOncePublished, PartInline):
    model = AnnouncementItem
    formset = Ranked
    staff_may = KEEPS_MINUTES
    fields = ["rank", "kind", "text", "day", "starts_at", "ends_at", "place"]
