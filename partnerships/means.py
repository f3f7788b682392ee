"""What each side puts into projects: what is known is added up, what is not is counted, and never taken for zero."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext as _

from partnerships.enums import RealisationPlace
from partnerships.models import Project

PLACE_UNKNOWN = ""
PLACES = [*RealisationPlace.values, PLACE_UNKNOWN]


@dataclass(frozen=True)
class Sum:
    """Of one sort of means, the `total` of what is known in `count` projects; of `unknown` of them nothing is."""

    total: Decimal
    count: int
    unknown: int

    @property
    def is_unknown(self):
        return self.unknown == self.count


@dataclass(frozen=True)
class Share:
    """What one side puts in."""

    label: str
    euros: Sum
    days: Sum


@dataclass(frozen=True)
class Line:
    project: Project
    shares: list[Share]

    @property
    def place(self):
        return place_label(self.project.place)


@dataclass(frozen=True)
class Place:
    """The projects of one place, and what each side puts into all of them."""

    label: str
    lines: list[Line]
    shares: list[Share]


def sum_of(values):
    known = [value for value in values if value is not None]
    return Sum(sum(known, Decimal(0)), len(values), len(values) - len(known))


def shares_of(projects):
    sides = (("french", _("Côté français")), ("foreign", _("Côté étranger")))
    return [
        Share(
            label,
            sum_of([getattr(project, f"{side}_euros") for project in projects]),
            sum_of([getattr(project, f"{side}_days") for project in projects]),
        )
        for side, label in sides
    ]


def by_place(projects):
    """The places of `projects` that have some, France first, those of unknown place last; each in the order given."""
    ordered = sorted(projects, key=lambda project: PLACES.index(project.place))
    groups = ((place, list(rows)) for place, rows in groupby(ordered, key=lambda project: project.place))
    return [Place(place_label(place), [line_of(one) for one in rows], shares_of(rows)) for place, rows in groups]


def line_of(project):
    return Line(project, shares_of([project]))


def place_label(place):
    return str(RealisationPlace(place).label) if place else _("lieu non connu")
