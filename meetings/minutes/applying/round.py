"""The four readings of a row of the round: a pair, a wish, an authority alone, an institution."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from core.dates import UnreadableDate, read
from directory.models import Theme
from meetings.enums import EntryKind
from meetings.minutes.applying.organisations import authority_matched, organisation_named, organisation_of
from meetings.minutes.applying.provenance import found_or_saved, gained_place, keep_doubts, meeting_of, place_of, saved
from meetings.minutes.composing.wording import day_in_words
from meetings.models import RoundTableEntry
from partnerships.enums import MilestoneKind, PartnershipForm
from partnerships.models import Milestone, PartnerWish
from partnerships.services import open_partnership


def read_or_none(words):
    try:
        return read(words) if words else None
    except UnreadableDate:
        return None  # the words stay in the entry's text


def lines(values):
    return "\n".join(value for value in values if value)


def said(milestone):
    return " : ".join(part for part in (milestone.get("when"), milestone.get("text")) if part)


def make_entry(proposal, kind, **about):
    fields = proposal.fields
    values = {
        "kind": kind,
        "text": fields.get("text", ""),  # the whole cell, its milestones and actors included, as the document has it
        **about,
        **place_of(proposal),
    }
    label = fields.get("label", "")[:300]
    same = Q(label=label) & ~Q(label="") | Q(partnership__isnull=False, partnership=about.get("partnership"))
    standing = meeting_of(proposal).entries.filter(same).order_by("pk").first()
    if standing:
        return gained_place(standing, values)
    return saved(RoundTableEntry(meeting=meeting_of(proposal), label=label, **values))


def themes_named(words):
    """The themes whose name or synonym is said, word for word; none is guessed."""
    wanted = {word.casefold() for word in words}
    return [
        theme for theme in Theme.objects.all() if wanted & {name.casefold() for name in (theme.name, *theme.synonyms)}
    ]


def side_of(proposal, side):
    """The organisation of one side of the pair; ValidationError says which side a person must choose."""
    matched = authority_matched((proposal.match or {}).get(side))
    organisation = matched or organisation_named(proposal.fields.get(side, ""))
    if organisation is None:
        words = {"side": proposal.fields.get(side) or _("(rien)")}
        messages = {
            "french": _(
                "« %(side)s » n’est pas dans l’annuaire : choisissez la collectivité française, ou ajoutez-la d’abord dans l’administration."
            ),
            "foreign": _(
                "« %(side)s » n’est pas dans l’annuaire : choisissez le territoire étranger, ou ajoutez-le d’abord dans l’administration."
            ),
        }
        raise ValidationError({side: messages[side] % words}, code="choose_side")
    return organisation


def apply_pair(proposal, *, by):
    """Find or open the partnership of the pair, then note what was said of it; an existing record keeps its values."""
    fields = proposal.fields
    meeting = meeting_of(proposal)
    form = fields.get("form", "")
    partnership, _created = open_partnership(
        group=meeting.group,
        french_side=side_of(proposal, "french"),
        foreign_side=side_of(proposal, "foreign"),
        by=by,
        form_stated=form if form in PartnershipForm.values else "",
        summary=fields.get("text", ""),
        since=read_or_none(fields.get("since", "")),
        source=_("%(meeting)s, %(day)s, page %(page)s, ligne %(line)s")
        % {
            "meeting": meeting,
            "day": day_in_words(meeting.first_day),
            "page": proposal.page,
            "line": proposal.line,
        },
    )
    partnership.themes.add(*themes_named(fields.get("themes", [])))
    add_milestones(partnership, fields)
    keep_doubts(proposal, partnership)
    return make_entry(proposal, EntryKind.PARTNERSHIP, partnership=partnership, organisation=partnership.french_side)


def add_milestones(partnership, fields):
    for milestone in fields.get("milestones", []):
        add_milestone(partnership, milestone.get("text") or said(milestone), read_or_none(milestone.get("when", "")))
    for plan in fields.get("plans", []):
        add_milestone(partnership, plan, None, MilestoneKind.PLANNED)


def add_milestone(partnership, text, when, kind=MilestoneKind.OTHER):
    values = {"when": when, "kind": kind}
    found_or_saved(Milestone, key={"partnership": partnership, "text": text[:300]}, values=values)


def apply_wish(proposal, *, by):
    fields, meeting = proposal.fields, meeting_of(proposal)
    organisation = side_of(proposal, "french")
    wish = found_or_saved(
        PartnerWish,
        key={
            "group": meeting.group,
            "organisation": organisation,
            "sought": (lines(fields.get("plans", [])) or fields.get("text", ""))[:300],
        },
        values={"text": fields.get("text", "")},
    )
    wish.themes.add(*themes_named(fields.get("themes", [])))
    keep_doubts(proposal, wish)
    return make_entry(proposal, EntryKind.WISH, organisation=organisation, wish=wish)


def apply_single(proposal, *, by):
    """An authority without a named territory, or an institution: an entry of the organisation, never a partnership."""
    organisation = organisation_of(proposal)
    entry = make_entry(proposal, EntryKind(proposal.kind), organisation=organisation)
    keep_doubts(proposal, entry)
    return entry
