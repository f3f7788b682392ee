from dataclasses import dataclass
from datetime import date

from core.dates import FuzzyDate
from partnerships.models import Milestone, Project


@dataclass(frozen=True)
class TimelineEntry:
    """One line: when (a FuzzyDate, None while unknown), and the one thing that it tells."""

    when: FuzzyDate | None
    milestone: Milestone | None = None
    mention: object = None  # what a meeting said of it
    event: object = None
    visit: object = None  # a delegation whose days are known
    begins: Project | None = None
    ends: Project | None = None

    @property
    def order(self):
        return self.when.first if self.when else date.max


def timeline_of(partnership, user, events=(), delegations=(), projects=()):
    """Milestones, what the meetings `user` may read said of the partnership, `events`, the dated ones of `delegations`, and
    the known beginnings and ends of `projects`.

    Oldest first, the undated last.
    """
    milestones = [TimelineEntry(milestone.when, milestone=milestone) for milestone in partnership.milestones.all()]
    mentions = (
        partnership.mentions.visible_to(user).select_related("meeting").order_by("meeting__first_day", "rank", "pk")
    )
    told = [TimelineEntry(FuzzyDate.day(mention.meeting.first_day), mention=mention) for mention in mentions]
    told += [TimelineEntry(event.day, event=event) for event in events]
    told += [TimelineEntry(delegation.visit, visit=delegation) for delegation in delegations if delegation.visit]
    told += [TimelineEntry(project.since, begins=project) for project in projects if project.since]
    told += [TimelineEntry(project.until, ends=project) for project in projects if project.until]
    return sorted([*milestones, *told], key=lambda entry: entry.order)
