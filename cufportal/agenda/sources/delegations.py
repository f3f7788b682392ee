"""Visits, as much of each as its reader may read, and what is owed because of them."""

from django.db.models import Value

from core.dates import FuzzyDate
from cufportal.agenda.entry import Entry
from cufportal.agenda.kinds import Kind
from cufportal.agenda.sources.base import Source, days_of, fuzzy_days, in_zone, joined, moments, plain_days, themes_of
from cufportal.agenda.sources.base import translated as _
from delegations.enums import DelegationState, Detail, StopState
from delegations.models import Approach, Commitment, Delegation, Stop
from events.enums import EventStatus

PAGE = "delegations:delegation_detail"
NEVER_REVISED = Value(0)  # these rows do not count their revisions
# Whoever followed the date must learn that nobody comes: a calendar program keeps what merely leaves a feed.
NOT_COMING = {DelegationState.REFUSED, DelegationState.CANCELLED}


def standing(state):
    if state in NOT_COMING:
        return EventStatus.CANCELLED
    return EventStatus.CONFIRMED if state in DelegationState.dated_ones() else EventStatus.TENTATIVE


def visits_seen(user):
    dated = Delegation.objects.visible_to(user).filter(first_day__isnull=False, is_suspect=False)
    return dated.with_detail_for(user)


def whole_months(first, last):
    return FuzzyDate(first.replace(day=1), FuzzyDate.month(last.year, last.month).last)


def visit_entry(pk, group, reference, title, sender, origin, first, last, zone, state, detail, themes, *revision):
    """Of a delegation that one knows to exist, the agenda tells the months and where it comes from."""
    told = Detail(detail) != Detail.EXISTENCE
    name = (title or sender) if told else origin
    return Entry(
        uid=f"delegation-{pk}",
        kind=Kind.VISIT,
        title=_("Délégation %(reference)s : %(name)s") % {"reference": reference, "name": name} if name else reference,
        day=FuzzyDate(first, last) if told else whole_months(first, last),
        address=(PAGE, pk, ""),
        group=group,
        time_zone=zone,
        is_exact=told,
        status=standing(state),
        themes=themes if told else "",
        sequence=revision[0],
        updated_at=revision[1],
    )


VISITS = Source(
    kind=Kind.VISIT,
    rows=visits_seen,
    when=plain_days("first_day", "last_day"),
    columns=(
        *("pk", "group__slug", "reference", "title", "sender_name", "sender_territory__name"),
        *("first_day", "last_day", "time_zone", "state", "detail_shown"),
        *(themes_of(Delegation), "sequence", "updated_at"),
    ),
    entry=visit_entry,
    links=((Delegation, "themes"),),
    leads=True,
)


def stop_entry(pk, delegation, group, reference, title, starts, ends, zone, state, visit_state, *rest):
    venue, host, place, themes, sequence, updated_at = rest
    starts, ends = in_zone(starts, zone), in_zone(ends, zone)
    status = EventStatus.CONFIRMED if state == StopState.CONFIRMED else EventStatus.TENTATIVE
    if state == StopState.CANCELLED or visit_state in NOT_COMING:
        status = EventStatus.CANCELLED
    return Entry(
        uid=f"stop-{pk}",
        kind=Kind.VISIT,
        title=_("%(title)s (%(event)s)") % {"title": title, "event": reference},
        day=days_of(starts, ends),
        address=(PAGE, delegation, ""),
        group=group,
        starts=starts,
        ends=ends,
        time_zone=zone,
        status=status,
        place=joined(venue, host, place),
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"delegation-{delegation}",
    )


STOPS = Source(
    kind=Kind.VISIT,
    rows=lambda user: Stop.objects.visible_to(user),
    when=moments("starts_at", "ends_at"),
    columns=(
        *("pk", "delegation", "delegation__group__slug", "delegation__reference", "title", "starts_at", "ends_at"),
        *("time_zone", "state", "delegation__state", "venue", "host__name", "place__name"),
        *(themes_of(Delegation, owner="delegation"), "sequence", "updated_at"),
    ),
    entry=stop_entry,
    group="delegation__group",
)


def answer_entry(pk, delegation, group, reference, organisation, deadline, themes, sequence, updated_at):
    said = {"organisation": organisation, "reference": reference}
    return Entry(
        uid=f"approach-{pk}",
        kind=Kind.DEADLINE,
        title=_("Réponse attendue : %(organisation)s (%(reference)s)") % said,
        day=FuzzyDate.day(deadline),
        address=(PAGE, delegation, ""),
        group=group,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"delegation-{delegation}",
    )


def answers_awaited(user):
    open_ones = Approach.objects.visible_to(user).pending()
    return open_ones.exclude(delegation__state__in=DelegationState.ended_ones())


ANSWERS = Source(
    kind=Kind.DEADLINE,
    rows=answers_awaited,
    when=plain_days("deadline"),
    columns=(
        *("pk", "delegation", "delegation__group__slug", "delegation__reference", "organisation__name", "deadline"),
        *(themes_of(Delegation, owner="delegation"), NEVER_REVISED, "updated_at"),
    ),
    entry=answer_entry,
    group="delegation__group",
)


def commitment_entry(pk, delegation, group, reference, text, due, words, themes, sequence, updated_at):
    day = FuzzyDate.from_range(due, words)
    return Entry(
        uid=f"commitment-{pk}",
        kind=Kind.DEADLINE,
        title=_("%(title)s (%(event)s)") % {"title": text, "event": reference},
        day=day,
        address=(PAGE, delegation, ""),
        group=group,
        is_exact=day.is_exact,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
        part_of=f"delegation-{delegation}",
    )


VISIT_OF = "outcome__delegation"
COMMITMENTS = Source(
    kind=Kind.DEADLINE,
    rows=lambda user: Commitment.objects.visible_to(user).open().filter(due__isnull=False),
    when=fuzzy_days("due"),
    columns=(
        *("pk", VISIT_OF, f"{VISIT_OF}__group__slug", f"{VISIT_OF}__reference", "text", "due", "due_words"),
        *(themes_of(Delegation, owner=VISIT_OF), NEVER_REVISED, "updated_at"),
    ),
    entry=commitment_entry,
    group=f"{VISIT_OF}__group",
)
