"""The parts of a meeting on its page; each list is folded, for a meeting may have a hundred rows of each."""

from django.forms.models import BaseInlineFormSet

from core.administration import PartInline, StackedPartInline
from meetings.models import (
    ActionItem,
    AgendaItem,
    Announcement,
    AnnouncementItem,
    Attendance,
    Decision,
    RoundTableEntry,
    Section,
)

KEEPS_MINUTES = frozenset({"view", "add", "change", "delete"})


class Ranked(BaseInlineFormSet):
    """A row added without a rank comes last."""

    def save_new(self, form, commit=True):
        if "rank" not in form.changed_data:
            form.instance.rank = 1 + max((row.instance.rank for row in self.forms if row.instance.pk), default=0)
        return super().save_new(form, commit=commit)


class MeetingPartInline(PartInline):
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


class RoundTableEntryInline(StackedPartInline):
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


class SectionInline(StackedPartInline):
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


class AnnouncementItemInline(PartInline):
    model = AnnouncementItem
    formset = Ranked
    staff_may = KEEPS_MINUTES
    fields = ["rank", "kind", "text", "day", "starts_at", "ends_at", "place"]
