from dataclasses import dataclass
from datetime import date

from core.dates import FuzzyDate
from partnerships.models import Milestone


@dataclass(frozen=True)
class TimelineEntry:
    """One line: when (a FuzzyDate, None while unknown), and the milestone or the mention that says it."""

    when: FuzzyDate | None
    milestone: Milestone | None = None
    mention: object = None

    @property
    def order(self):
        return self.when.first if self.when else date.max


def timeline_of(partnership, user):
    """Milestones, and what the meetings `user` may read said of the partnership, oldest first, the undated last."""
    milestones = [TimelineEntry(milestone.when, milestone=milestone) for milestone in partnership.milestones.all()]
    mentions = (
        partnership.mentions.visible_to(user).select_related("meeting").order_by("meeting__first_day", "rank", "pk")
    )
    said = [TimelineEntry(FuzzyDate.day(mention.meeting.first_day), mention=mention) for mention in mentions]
    return sorted([*milestones, *said], key=lambda entry: entry.order)
