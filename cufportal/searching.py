"""One search over all that the portal holds: what each kind of record answers to the words of a reader, as far as they see it."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate
from core.search import telling_words
from cufportal.excerpts import excerpt
from delegations.enums import Detail
from delegations.models import Delegation
from directory.lookups import (
    MAX_WORDS,
    best_first,
    every_word,
    groups_matching,
    organisations_holding,
    organisations_matching,
    people_matching,
    territories_holding,
    territories_matching,
    themes_matching,
    words_of,
)
from directory.models import Affiliation, CountryGroup, Organisation, Person, Territory, Theme
from events.models import AgendaEntry, Event, Session
from meetings.models import ActionItem, Attendance, Decision, Meeting, RoundTableEntry, Section
from partnerships.models import Partnership, PartnerWish, Project

SHOWN = 5  # results of one kind; its list shows all
COUNTED = 50  # nobody counts further
LONGEST = 200  # characters, as the filters of the lists take


@dataclass(frozen=True)
class Asked:
    text: str  # as written: a name may hold a stop word, « La Rochelle »
    told: str  # the words that say something, the first eight
    is_cut: bool  # something was left out because it is long


@dataclass(frozen=True)
class Hit:
    title: str
    url: str
    detail: str = ""  # what tells it from its namesakes
    hanzi: str = ""
    when: FuzzyDate | None = None
    text: str = ""  # the passage in which the words stand


@dataclass(frozen=True)
class Kind:
    """`find(user, asked)` gives what can be sliced, the best first; `hit(record, asked)` says one of them."""

    code: str
    heading: str
    find: Callable
    hit: Callable
    list_name: str = ""


@dataclass(frozen=True)
class Answer:
    kind: Kind
    records: list
    hits: list[Hit]
    count: int
    list_url: str

    @property
    def is_counted(self):
        return self.count <= COUNTED

    @property
    def counted(self):
        return min(self.count, COUNTED)

    @property
    def has_more(self):
        return self.count > SHOWN


def read(text):
    """Return what a reader asks by `text`, in which NUL, line ends and what exceeds 200 characters are left out."""
    whole = " ".join(text.replace("\x00", " ").split())
    kept = whole[:LONGEST]
    words = telling_words(every_word(kept))
    return Asked(kept, " ".join(words[:MAX_WORDS]), kept != whole or len(words) > MAX_WORDS)


def search(user, asked):
    """Return the `Answer` of each kind that finds something for `asked`; a fixed number of queries, whatever is found."""
    answers = []
    for kind in KINDS if asked.told else ():
        if found := list(kind.find(user, asked)[: COUNTED + 1]):
            records = found[:SHOWN]
            hits = [kind.hit(record, asked) for record in records]
            answers.append(Answer(kind, records, hits, len(found), list_url(kind, asked)))
    return answers


def list_url(kind, asked):
    return f"{reverse(kind.list_name)}?{urlencode({'q': asked.text})}" if kind.list_name else ""


def resembling(user, asked):
    """Names of places and organisations spelt nearly like what is asked, the nearest first, and its words one by one when there are several."""
    places = territories_matching(asked.text, Territory.objects.visible_to(user).named())[:COUNTED]
    organisations = organisations_matching(asked.text, Organisation.objects.visible_to(user))[:COUNTED]
    names = {str(record) for record in (*places, *organisations)}
    nearest = sorted(names, key=lambda name: (-SequenceMatcher(None, name.lower(), asked.text.lower()).ratio(), name))
    words = words_of(asked.told)
    suggested = {}
    for text in (*nearest[:SHOWN], *(words if len(words) > 1 else [])):
        suggested.setdefault(text.casefold(), text)
    return list(suggested.values())


def find_partnerships(user, asked):
    return Partnership.objects.visible_to(user).matching(asked.told).for_listing()


def find_organisations(user, asked):
    return organisations_holding(words_of(asked.text), Organisation.objects.visible_to(user).for_listing())


def find_territories(user, asked):
    return best_first(
        territories_holding(words_of(asked.text), Territory.objects.visible_to(user).for_listing()), asked.text
    )


def find_people(user, asked):
    """Those whom a page names: for a function in an organisation, else for having been at a meeting."""
    functions = Affiliation.objects.visible_to(user)
    functions = (functions.current() | functions.past()).select_related("organisation")
    attended = Attendance.objects.visible_to(user).select_related("meeting")
    mine = {"person": OuterRef("pk")}
    return (
        people_matching(asked.text, Person.objects.visible_to(user))
        .filter(Exists(functions.filter(**mine)) | Exists(attended.filter(**mine)))
        .prefetch_related(
            Prefetch("affiliations", functions.order_by("until", "pk"), to_attr="functions_seen"),
            Prefetch("attendances", attended.order_by("-meeting__first_day", "pk"), to_attr="attendances_seen"),
        )
    )


def find_events(user, asked):
    return Event.objects.visible_to(user).matching(asked.told).select_related("group")


def find_sessions(user, asked):
    return Session.objects.visible_to(user).matching(asked.told).select_related("event").order_by("-starts_at", "pk")


def find_agenda_entries(user, asked):
    return AgendaEntry.objects.visible_to(user).matching(asked.told).select_related("organisation")


def find_meetings(user, asked):
    return Meeting.objects.visible_to(user).matching(asked.told, user)


def find_passages(user, asked):
    """What was said, where all the words stand in one passage; latest meeting first within each sort of passage."""
    found = []
    for model, joined in PASSAGES.items():
        rows = model.objects.visible_to(user).matching(asked.told).select_related("meeting", *joined)
        found += rows.order_by("-meeting__first_day", "rank", "pk")[: COUNTED + 1]
    return found


def find_delegations(user, asked):
    found = Delegation.objects.visible_to(user).filter(is_suspect=False).matching(asked.text, user)
    return found.with_detail_for(user).select_related("sender_territory")


def find_wishes(user, asked):
    return PartnerWish.objects.visible_to(user).open().matching(asked.told).for_listing()


def find_projects(user, asked):
    return Project.objects.visible_to(user).matching(asked.told).for_listing()


def find_groups(user, asked):
    return groups_matching(asked.text, CountryGroup.objects.visible_to(user))


def find_themes(user, asked):
    return themes_matching(asked.text, Theme.objects.visible_to(user))


def partnership_hit(partnership, asked):
    return Hit(str(partnership), partnership.get_absolute_url())


def organisation_hit(organisation, asked):
    place = organisation.territory
    detail = [organisation.place_kind, place.parent.name if place and place.parent else ""]
    return Hit(organisation.name, organisation.get_absolute_url(), said(detail), organisation.place_zh)


def territory_hit(territory, asked):
    detail = [territory.get_kind_display(), str(territory.parent) if territory.parent else ""]
    return Hit(str(territory), territory.get_absolute_url(), said(detail), territory.name_beside)


def said(details):
    return ", ".join(detail for detail in details if detail)


def person_hit(person, asked):
    if person.functions_seen:
        function = person.functions_seen[-1]  # the one without an end, which sorts last
        detail = said([function.function, str(function.organisation)])
        return Hit(str(person), function.organisation.get_absolute_url(), detail)
    meeting = person.attendances_seen[0].meeting
    return Hit(str(person), f"{meeting.get_absolute_url()}#presences", str(meeting), when=meeting.day)


def event_hit(event, asked):
    return Hit(event.title, event.get_absolute_url(), event.get_status_display(), when=event.day)


def session_hit(session, asked):
    day = FuzzyDate.day(session.local_start.date())
    return Hit(session.title, session.get_absolute_url(), str(session.event), when=day)


def agenda_entry_hit(entry, asked):
    detail = [str(entry.organisation or ""), entry.place, entry.get_state_display()]
    return Hit(entry.title, entry.get_absolute_url(), said(detail), when=entry.day)


def delegation_hit(delegation, asked):
    """That a delegation exists tells the months and where it comes from; who sends it is told with its summary."""
    origin = str(delegation.sender_territory) if delegation.sender_territory else ""
    detail = said([origin, delegation.get_state_display()])
    if delegation.detail_shown == Detail.EXISTENCE:
        return Hit(delegation.reference, delegation.get_absolute_url(), detail, when=delegation.months)
    when = delegation.visit or delegation.wished
    return Hit(str(delegation), delegation.get_absolute_url(), detail, when=when)


def meeting_hit(meeting, asked):
    return Hit(meeting.title, meeting.get_absolute_url(), meeting.venue, when=meeting.day)


ANCHORS = {RoundTableEntry: "intervention-{}", Section: "partie-{}", Decision: "decisions", ActionItem: "actions"}
PAIR = ("partnership__french_side__territory", "partnership__foreign_side__territory")
PASSAGES = {RoundTableEntry: ("organisation", *PAIR), Section: (), Decision: (), ActionItem: ()}


def passage_hit(row, asked):
    """Where it was said, and the words around those looked for."""
    about = {RoundTableEntry: str(row), Section: row.__dict__.get("title", "")}.get(type(row), "")
    said_there = " ".join(getattr(row, name) for name in row.SAID if name not in {"title", "label"})
    url = f"{row.meeting.get_absolute_url()}#{ANCHORS[type(row)].format(row.pk)}"
    return Hit(str(row.meeting), url, about, when=row.meeting.day, text=excerpt(said_there, words_of(asked.told)))


def wish_hit(wish, asked):
    url = f"{reverse('partnerships:wish_list')}?{urlencode({'q': asked.text})}#recherche-{wish.pk}"
    return Hit(str(wish.organisation), url, wish.sought)


def project_hit(project, asked):
    return Hit(project.title, project.get_absolute_url(), str(project.partnership), when=project.since)


def group_hit(group, asked):
    return Hit(group.name, group.get_absolute_url())


def theme_hit(theme, asked):
    return Hit(str(theme), theme.get_absolute_url())


KINDS = (
    Kind("partenariats", _("Partenariats"), find_partnerships, partnership_hit, "partnerships:partnership_list"),
    Kind("organismes", _("Organismes"), find_organisations, organisation_hit, "directory:organisation_list"),
    Kind("territoires", _("Territoires"), find_territories, territory_hit, "directory:territory_list"),
    Kind("personnes", _("Personnes"), find_people, person_hit),
    Kind("evenements", _("Événements"), find_events, event_hit, "events:event_list"),
    Kind("temps", _("Temps des événements"), find_sessions, session_hit),
    Kind("reunions", _("Réunions"), find_meetings, meeting_hit, "meetings:meeting_list"),
    Kind("dit", _("Dit en réunion"), find_passages, passage_hit, "meetings:meeting_list"),
    Kind("delegations", _("Délégations"), find_delegations, delegation_hit, "delegations:delegation_list"),
    Kind("dates", _("Dates de l’agenda"), find_agenda_entries, agenda_entry_hit),
    Kind("recherches", _("Recherches de partenaire"), find_wishes, wish_hit, "partnerships:wish_list"),
    Kind("projets", _("Projets"), find_projects, project_hit, "partnerships:project_list"),
    Kind("groupes", _("Groupes-pays"), find_groups, group_hit),
    Kind("themes", _("Thèmes"), find_themes, theme_hit),
)
