"""A dozen delegations of invented senders, one at each turn of the road, as staff would meet them.

Their past is written directly, day by day; services would date everything today and write letters to people who are not.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from accounts.models import User
from core.dates import FuzzyDate
from core.enums import Audience
from cufportal.demo.reading import authority, read_toml
from delegations.enums import DelegationState, OpinionKind, ReceivedBy
from delegations.models import (
    Approach,
    ApproachAnswer,
    ClosedPeriod,
    Commitment,
    Delegation,
    HostingProfile,
    Opinion,
    Outcome,
    StateChange,
    Stop,
)
from delegations.services.requests import locked_counter, next_reference
from directory.models import Organisation, Theme
from directory.services import territory_by_code
from partnerships.models import Partnership

TAKEN = (
    *(
        "sender_name",
        "sender_place",
        "direction",
        "level",
        "head_name",
        "head_function",
        "size",
        "purpose",
        "languages",
    ),
    *("payer", "payer_note", "contact_name", "contact_email", "language", "suspicion", "time_zone"),
)
UNSEEN = {DelegationState.RECEIVED}
AFTER_VISIT = {DelegationState.DONE: timedelta(), DelegationState.CLOSED: timedelta(days=14)}


def load_delegations(group):
    officer = User.objects.get(email="mission@example.org")
    for row in read_toml("delegations.toml")["delegation"]:
        if not Delegation.objects.filter(group=group, sender_name=row["sender_name"], purpose=row["purpose"]).exists():
            load_delegation(group, row, officer)
    load_profile()


def days_from_now(days):
    return timezone.localdate() + timedelta(days=days)


def load_delegation(group, row, officer):
    road = [DelegationState.RECEIVED, *map(DelegationState, row.get("walk", []))]
    received = days_from_now(-row["ago"])
    delegation = Delegation(group=group, **{name: row[name] for name in TAKEN if name in row})
    delegation.reference = next_reference(locked_counter(received.year))
    delegation.received_on, delegation.received_by_way = received, row.get("way", ReceivedBy.FORM)
    delegation.state, delegation.is_suspect = road[-1], "suspicion" in row
    delegation.audience = Audience.INTERNAL if road[-1] in UNSEEN else Audience.GROUP
    place_and_date(delegation, row)
    delegation.full_clean()
    delegation.save()
    delegation.themes.set(Theme.objects.filter(slug__in=row.get("themes", [])))
    days = days_of_road(delegation, road)
    walk(delegation, days, row, officer)
    add_parts(delegation, days, row, officer)


def place_and_date(delegation, row):
    if "sender" in row:
        delegation.sender = authority(*row["sender"])
    if "sender_territory" in row:
        delegation.sender_territory = territory_by_code(*row["sender_territory"])
    if "partnership" in row:
        french, foreign = (authority(*code) for code in row["partnership"])
        delegation.partnership = Partnership.objects.get(
            group=delegation.group, french_side=french, foreign_side=foreign
        )
    if "wished_in" in row:
        first = days_from_now(row["wished_in"])
        delegation.wished = FuzzyDate(first, first + timedelta(days=row["wished_for"]))
    if "visit" in row:
        begins, length = row["visit"]
        delegation.first_day, delegation.last_day = days_from_now(begins), days_from_now(begins + length - 1)


def days_of_road(delegation, road):
    """{state: day}: what comes before the visit is spread from the request to it, or to today; then it is done, and closed."""
    received, today = delegation.received_on, timezone.localdate()
    before = [state for state in road if state not in AFTER_VISIT]
    pace = (min(delegation.first_day or today, today) - received) / len(before)
    days = {state: received + number * pace for number, state in enumerate(before)}
    return days | {state: delegation.last_day + AFTER_VISIT[state] for state in road if state in AFTER_VISIT}


def walk(delegation, days, row, officer):
    for number, (state, before) in enumerate(zip(days, ["", *days], strict=False)):
        last = number == len(days) - 1
        StateChange.objects.create(
            delegation=delegation,
            from_state=before,
            to_state=state,
            at=at(days[state], time(9 + number % 8)),
            by=officer if number else None,
            reason=row.get("reason", "") if last else "",
            message=row.get("message", "") if last else "",
        )


def at(day, hour, zone="Europe/Paris"):
    return datetime.combine(day, hour, ZoneInfo(zone))


def add_parts(delegation, days, row, officer):
    asked = delegation.received_on + timedelta(days=3)
    for approach in row.get("approaches", []):
        add_approach(delegation, approach, days.get(DelegationState.QUALIFIED, asked), officer)
    if "opinion" in row:
        ministry, given = Organisation.objects.get(acronym="MEAE"), row["opinion"] != OpinionKind.ASKED
        given_on = asked + timedelta(days=2) if given else None
        Opinion.objects.create(
            delegation=delegation, organisation=ministry, kind=row["opinion"], asked_on=asked, given_on=given_on
        )
    for stop in row.get("stops", []):
        add_stop(delegation, stop)
    if "outcome" in row:
        outcome = Outcome.objects.create(delegation=delegation, summary=row["outcome"], written_by=officer)
        for promise in row.get("commitments", []):
            by = authority(*promise["organisation"]) if "organisation" in promise else None
            due = FuzzyDate.day(days_from_now(promise["due_in"]))
            words = promise.get("by_whom", "")
            Commitment.objects.create(outcome=outcome, organisation=by, by_whom=words, text=promise["text"], due=due)


def add_approach(delegation, row, asked, officer):
    answered = "answer" in row
    approach = Approach.objects.create(
        delegation=delegation,
        organisation=authority(*row["organisation"]),
        origin=row.get("origin", "cuf"),
        asked_on=asked,
        asked_by=officer,
        deadline=days_from_now(row["due"]),
        **{name: row[name] for name in ("answer", "conditions", "service") if name in row},
        answered_at=at(asked + timedelta(days=4), time(15)) if answered else None,
        answered_by=officer if answered else None,
    )
    if answered:
        said = {"answer": approach.answer, "conditions": approach.conditions, "service": approach.service}
        ApproachAnswer.objects.create(approach=approach, by=officer, at=approach.answered_at, **said)


def add_stop(delegation, row):
    day = delegation.first_day + timedelta(days=row["day"])
    zone = delegation.time_zone
    Stop.objects.create(
        delegation=delegation,
        title=row["title"],
        host=authority(*row["host"]),
        place=territory_by_code(*row["place"]),
        starts_at=at(day, row["starts_at"], zone),
        ends_at=at(day, row["ends_at"], zone),
        time_zone=zone,
        interpreter=row["interpreter"],
    )


def load_profile():
    """What the city of Tours says it can host, in the demonstration."""
    profile, created = HostingProfile.objects.get_or_create(
        organisation=authority("insee_commune", "37261"),
        defaults={"capacity_per_month": 1, "languages": ["fr", "en"], "note": "Deux semaines de délai au moins."},
    )
    if created:
        profile.themes.set(Theme.objects.filter(slug__in=["patrimoine", "jardins", "tourisme-culturel"]))
        first = days_from_now(200)
        ClosedPeriod.objects.create(profile=profile, period=(first, first + timedelta(days=30)), label="Été")
