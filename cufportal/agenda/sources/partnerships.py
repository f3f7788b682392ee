"""What partnerships look forward to: their milestones, and the end of what was signed."""

from django.db.models import Case, F, When

from core.dates import FuzzyDate
from cufportal.agenda.entry import Entry
from cufportal.agenda.kinds import Kind
from cufportal.agenda.sources.base import Source, fuzzy_days, themes_of
from cufportal.agenda.sources.base import translated as _
from directory.enums import OrganisationKind
from partnerships.enums import PartnershipForm, PartnershipStatus
from partnerships.models import Agreement, Milestone, Partnership

PAGE = "partnerships:partnership_detail"


def name_of(side):
    """What a pair shows of a side: the territory of an authority, else the organisation."""
    side = f"partnership__{side}"
    is_authority = When(**{f"{side}__kind": OrganisationKind.AUTHORITY}, then=F(f"{side}__territory__name"))
    return Case(is_authority, default=F(f"{side}__name"))


PAIR = (
    "partnership",
    "partnership__group__slug",
    "partnership__title",
    name_of("french_side"),
    name_of("foreign_side"),
)
THEMES = themes_of(Partnership, owner="partnership")


def named(title, french, foreign):
    return title or f"{french} – {foreign}"


def of_open_partnerships(model, user):
    seen = Partnership.objects.visible_to(user).order_by().values("pk")
    return model.objects.filter(partnership__in=seen).exclude(partnership__status=PartnershipStatus.ENDED)


def milestone_entry(pk, partnership, group, title, french, foreign, text, when, words, themes, sequence, updated_at):
    day = FuzzyDate.from_range(when, words)
    return Entry(
        uid=f"milestone-{pk}",
        kind=Kind.MILESTONE,
        title=_("%(title)s (%(event)s)") % {"title": text, "event": named(title, french, foreign)},
        day=day,
        address=(PAGE, partnership, ""),
        group=group,
        is_exact=day.is_exact,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
    )


MILESTONES = Source(
    kind=Kind.MILESTONE,
    rows=lambda user: of_open_partnerships(Milestone, user).filter(when__isnull=False),
    when=fuzzy_days("when"),
    columns=("pk", *PAIR, "text", "when", "when_words", THEMES, "sequence", "updated_at"),
    entry=milestone_entry,
    group="partnership__group",
)


def expiry_entry(pk, partnership, group, title, french, foreign, form, until, words, themes, sequence, updated_at):
    day = FuzzyDate.from_range(until, words)
    said = {"form": PartnershipForm(form).label, "pair": named(title, french, foreign)}
    return Entry(
        uid=f"agreement-{pk}",
        kind=Kind.DEADLINE,
        title=_("Fin de l’accord : %(form)s (%(pair)s)") % said,
        day=day,
        address=(PAGE, partnership, ""),
        group=group,
        is_exact=day.is_exact,
        themes=themes,
        sequence=sequence,
        updated_at=updated_at,
    )


EXPIRIES = Source(
    kind=Kind.DEADLINE,
    rows=lambda user: of_open_partnerships(Agreement, user).filter(until__isnull=False, replaced_by__isnull=True),
    when=fuzzy_days("until"),
    columns=("pk", *PAIR, "form", "until", "until_words", THEMES, "sequence", "updated_at"),
    entry=expiry_entry,
    group="partnership__group",
)
