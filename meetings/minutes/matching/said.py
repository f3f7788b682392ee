"""Proposals for everything but the rows of the round table."""

from meetings.minutes.matching import doubts
from meetings.minutes.matching.organisations import match_organisation, two_spellings
from meetings.minutes.parsing.events import noun_of
from meetings.minutes.parsing.wording import kind_of
from meetings.minutes.proposals import Proposal

TIME_ZONE = "Europe/Paris"
SURE, LIKELY, DOUBTFUL = 0.95, 0.8, 0.6


def make(kind, said, fields, *, match=None, confidence=SURE, raised=()):
    confidence = min(confidence, DOUBTFUL) if raised else confidence
    return Proposal(
        kind, fields, said.place.page, said.place.line, said.place.excerpt, match, confidence, tuple(raised)
    )


def iso(day):
    return day.isoformat() if day else ""


def meeting_proposal(meeting):
    when = meeting.when
    raised = _weekday(when) if when else (doubts.date_missing(),)
    fields = {
        "title": meeting.title,
        "group": meeting.group,
        "first_day": iso(when and when.first_day),
        "last_day": iso(when and when.last_day),
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "time_zone": TIME_ZONE,
        "venue": meeting.venue,
        "address": meeting.address,
        "access": meeting.access,
        "genre": meeting.genre,
    }
    return make("meeting", meeting, fields, confidence=SURE if meeting.group else LIKELY, raised=raised)


def _weekday(when):
    return (doubts.date_day_mismatch(when.text, when.wrong_weekday),) if when.wrong_weekday else ()


def person_proposal(person, gazetteer, known):
    fields = {key: getattr(person, key) for key in (
        "name", "first_name", "last_name", "civility", "function", "organisation", "role", "presence", "level", "represents", "represented_by", "since", "part",
    )}  # fmt: skip
    fields["kind"] = kind_of(person.organisation) if person.organisation else ""
    match = match_organisation(person.organisation, gazetteer, known)
    sure = person.last_name and (person.organisation or person.function or person.role != "participant")
    return make("person", person, fields, match=match, confidence=SURE if sure else LIKELY)


def organisation_proposals(organisations, gazetteer, known):
    met, made = [], []
    for organisation in organisations:
        fields = {key: getattr(organisation, key) for key in ("name", "acronym", "presence", "kind")}
        match = match_organisation(organisation.name, gazetteer, known, organisation.acronym)
        raised = two_spellings(organisation.name, met)
        made.append(make("organisation", organisation, fields, match=match, raised=raised))
        met.append((organisation.name, organisation.place.line))
    return made


def section_proposal(section):
    return make("section", section, {"title": section.title, "paragraphs": list(section.paragraphs)})


def event_proposal(event):
    when = event.when
    fields = {
        "title": event.title,
        "when": when.text,
        "first_day": iso(when.first_day),
        "last_day": iso(when.last_day),
        "precision": when.precision,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "place": event.where,
        "registration": event.registration,
        "items": [_item(item) for item in event.items],
        "tense": event.tense,
    }
    return make("event", event, fields, raised=_weekday(when))


def _item(item):
    return {
        "kind": item.kind, "text": item.text, "day": iso(item.day), "starts_at": item.starts_at, "ends_at": item.ends_at, "place": item.where,
    }  # fmt: skip


def action_proposal(action):
    due = action.due
    fields = {
        "text": action.text, "owner": action.owner, "due": iso(due and due.last_day), "due_text": due.text if due else "", "section": action.section,
    }  # fmt: skip
    return make("action", action, fields, confidence=SURE if action.sure else LIKELY)


def conclusion_proposals(parsed, known):
    years = editions(parsed, known)
    made = []
    for conclusion in parsed.conclusions:
        fields = {"text": conclusion.text, "about": conclusion.about, "paragraphs": list(conclusion.paragraphs)}
        made.append(make("conclusion", conclusion, fields, raised=_edition_doubt(conclusion.about, parsed, years)))
    return made


def editions(parsed, known):
    """Years in which an event of each kind is dated, by the document or by the records: {"assises": {2016, 2018}}."""
    years = {}
    for event in (*parsed.events, *known.events):
        first = event.first_day if hasattr(event, "first_day") else event.when.first_day
        years.setdefault(noun_of(event.title), set()).add(first.year)
    return years


def _edition_doubt(about, parsed, years):
    mention = next((mention for mention in parsed.mentions if mention.text == about), None)
    dated = years.get(mention.noun, set()) if mention else set()
    if not dated or mention.year in dated:
        return ()
    return (doubts.event_date_contradicts(about, ", ".join(map(str, sorted(dated)))),)


def position_proposal(position):
    return make("position", position, {"text": position.text})
