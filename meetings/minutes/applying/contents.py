"""Sections, events, actions, conclusions: what the minutes say beside the round."""

from django.utils.html import format_html_join

from core.dates import FuzzyDate
from meetings.enums import AnnouncementItemKind, DecisionKind
from meetings.minutes.applying.attendance import known
from meetings.minutes.applying.meeting import iso_date, iso_time
from meetings.minutes.applying.organisations import organisation_named
from meetings.minutes.applying.provenance import found_or_saved, keep_doubts, meeting_of, place_of
from meetings.minutes.applying.round import read_or_none
from meetings.models import ActionItem, Announcement, AnnouncementItem, Decision, Section
from meetings.services import link_known_event


def apply_section(proposal, *, by):
    fields = proposal.fields
    body = format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in fields.get("paragraphs", [])))
    key = {"meeting": meeting_of(proposal), "title": fields.get("title", "")[:300], "line": proposal.line}
    section = found_or_saved(Section, key=key, values={"body": body, **place_of(proposal)})
    keep_doubts(proposal, section)
    return section


def days_of(fields):
    """The days of an event as a fuzzy date, with the words of the document; None when no day could be read."""
    first = iso_date(fields.get("first_day", ""), field="first_day")
    if first is None:
        return None
    last = iso_date(fields.get("last_day", ""), field="last_day") or first
    return FuzzyDate(first, max(first, last))


def apply_event(proposal, *, by):
    fields = proposal.fields
    key = {"meeting": meeting_of(proposal), "title": fields.get("title", "")[:300], "line": proposal.line}
    values = {
        "when": read_or_none(fields.get("when", "")) or days_of(fields),
        "place": fields.get("place", "")[:200],
        "registration_required": fields.get("registration") == "required",
        "is_past": fields.get("tense") == "past",
        **place_of(proposal),
    }
    event = found_or_saved(Announcement, key=key, values=values)
    for rank, item in enumerate(fields.get("items", [])):
        apply_event_item(event, rank, item)
    link_known_event(event)
    keep_doubts(proposal, event)
    return event


def apply_event_item(event, rank, item):
    values = {
        "rank": rank,
        "kind": known(AnnouncementItemKind, item.get("kind"), AnnouncementItemKind.NOTE),
        "day": iso_date(item.get("day", ""), field="day"),
        "starts_at": iso_time(item.get("starts_at", ""), field="starts_at"),
        "ends_at": iso_time(item.get("ends_at", ""), field="ends_at"),
        "place": item.get("place", "")[:200],
    }
    found_or_saved(AnnouncementItem, key={"announcement": event, "text": item.get("text", "")[:300]}, values=values)


def apply_action(proposal, *, by):
    fields = proposal.fields
    values = {
        "owner": organisation_named(fields.get("owner", "")),
        "due": read_or_none(fields.get("due", "")),
        **place_of(proposal),
    }
    key = {"meeting": meeting_of(proposal), "text": fields.get("text", "")}
    action = found_or_saved(ActionItem, key=key, values=values)
    keep_doubts(proposal, action)
    return action


def apply_decision(proposal, kind):
    fields = proposal.fields
    values = {"details": "\n".join(fields.get("paragraphs", [])), **place_of(proposal)}
    key = {"meeting": meeting_of(proposal), "kind": kind, "text": fields.get("text", "")}
    decision = found_or_saved(Decision, key=key, values=values)
    keep_doubts(proposal, decision)
    return decision


def apply_conclusion(proposal, *, by):
    return apply_decision(proposal, DecisionKind.CONCLUSION)


def apply_position(proposal, *, by):
    return apply_decision(proposal, DecisionKind.POSITION)
