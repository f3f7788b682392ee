"""The partnerships of a group and their projects, counted: each count is the length of the list that its address opens for the same reader."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from cufportal.statistics.facts import FACTS
from directory.facets import UNSAID, UNSAID_LABEL
from directory.models import Territory
from partnerships.enums import OPEN, RealisationPlace
from partnerships.models import Partnership, Project


@dataclass(frozen=True)
class Line:
    value: str  # as the filter of the list takes it
    label: str
    count: int
    total: int
    url: str
    depth: int = 0

    @property
    def is_known(self):
        return self.value != UNSAID

    @property
    def share(self):
        return percent(self.count, self.total)


@dataclass(frozen=True)
class Figure:
    """`counted` says what its numbers count, `caption` among which ones."""

    name: str
    title: str
    definition: str
    lines: list[Line]
    counted: str
    caption: str

    @property
    def widest(self):
        return [line for line in self.lines if not line.depth]

    @property
    def said(self):
        return [line for line in self.widest if line.is_known]


def percent(count, total):
    return round(100 * count / total) if total else 0


def partnerships_of(user, group):
    """The partnerships of `group` that `user` may see and that are not ended, with all that the figures group them by."""
    visible = Partnership.objects.visible_to(user).filter(group=group).open().order_by()
    return visible.with_form().with_places().with_freshness_known().with_years()


def projects_of(user, group):
    """The projects of those partnerships."""
    return Project.objects.visible_to(user).filter(partnership__group=group).of_open_partnerships().order_by()


def list_url(group, name="partnership_list", **asked):
    return f"{reverse(f'partnerships:{name}')}?{urlencode({'group': group.slug, 'status': OPEN} | asked, True)}"


class Counted:
    """The partnerships of a group as a reader sees them; as many queries for one as for thousands."""

    def __init__(self, user, group, tree):
        self.group, self.tree = group, tree
        self.partnerships = partnerships_of(user, group)
        self.projects = projects_of(user, group)
        self.total = self.partnerships.count()
        pairs = self.partnerships.filter(themes__isnull=False).values_list("pk", "themes")
        self.carried = [(theme, depth, records) for theme, depth, records in tree.carried(pairs) if records]

    @property
    def themed(self):
        return len(set().union(*(records for _theme, _depth, records in self.carried)))

    @property
    def unthemed(self):
        return self.total - self.themed

    def figures(self):
        # Of every country: a partner may lie outside that of the group
        tops = {top.pk: str(top) for top in Territory.objects.filter(level=1).named()}
        return [self.themes(), *(self.figure(fact, tops) for fact in FACTS), *self.places()]

    def places(self):
        """Where projects are carried out; nothing as long as none is known."""
        counts = dict(self.projects.values_list("place").annotate(Count("pk")))
        labels, total = {**dict(RealisationPlace.choices), "": UNSAID_LABEL}, sum(counts.values())
        lines = [
            Line(
                place or UNSAID,
                str(label),
                counts[place],
                total,
                list_url(self.group, "project_list", place=place or UNSAID),
            )
            for place, label in labels.items()
            if place in counts
        ]
        definition = _(
            "Les projets notés sur les fiches des partenariats en cours, là où ils se réalisent ; celui qui se réalise des deux "
            "côtés ne compte ni pour la France, ni pour l’étranger."
        )
        title, caption = _("Lieu des projets"), _("projets des partenariats en cours")
        return [Figure("place", title, definition, lines, _("Projets"), caption)] if lines else []

    def figure(self, fact, tops):
        rows = dict(self.partnerships.values_list(fact.field).annotate(Count("pk")))
        unsaid = sum(count for value, count in rows.items() if not value)
        lines = [self.line(fact.name, value, label, rows[value]) for value, label in fact.arrange(rows, tops)]
        if unsaid:
            lines.append(self.line(fact.name, UNSAID, str(UNSAID_LABEL), unsaid))
        return of_partnerships(fact.name, fact.title, fact.definition, lines)

    def line(self, name, value, label, count, depth=0):
        url = list_url(self.group, **{name: value})
        return Line(str(value), label, count, self.total, url, depth)

    def themes(self):
        """The widest themes, the most carried first, each before those that lie under it."""
        lines = []
        for _count, top in sorted(self.branches(), key=lambda branch: -branch[0]):
            lines += [self.line("theme", theme.slug, str(theme), len(records), depth) for theme, depth, records in top]
        if self.unthemed:
            lines.append(self.line("theme", UNSAID, str(UNSAID_LABEL), self.unthemed))
        definition = _(
            "Un partenariat qui porte sur plusieurs thèmes compte une fois dans chacun : les nombres ne s’additionnent pas. "
            "Un thème compte aussi ce qui est noté sous ceux qu’il contient."
        )
        return of_partnerships("theme", _("Thème"), definition, lines)

    def branches(self):
        """Pairs (count, lines) of each widest theme that something carries."""
        found = []
        for theme, depth, records in self.carried:
            if not depth:
                found.append((len(records), []))
            found[-1][1].append((theme, depth, records))
        return found


def of_partnerships(name, title, definition, lines):
    return Figure(name, title, definition, lines, _("Partenariats"), _("partenariats en cours"))
