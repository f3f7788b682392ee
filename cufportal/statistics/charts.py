"""Figures → drawings: lengths are per cent of the width and heights are em, so that a chart fits any screen and its words keep their size."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

WIDEST = 84  # per cent: room is left for the number after the longest bar
STEP = 2.9  # em from a bar to the next
SPAN = 80  # years drawn at most
TALLEST = 9.0  # em
TOP = 1.6  # em above the tallest column
FOOT = 1.8  # em below, for the years


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    width: float  # per cent
    top: float  # em
    is_known: bool


@dataclass(frozen=True)
class BarChart:
    bars: list[Bar]

    @property
    def height(self):
        return round(len(self.bars) * STEP, 1)


@dataclass(frozen=True)
class Column:
    label: str
    count: int
    left: float  # per cent
    top: float  # em
    height: float  # em


@dataclass(frozen=True)
class Tick:
    label: str
    at: float  # per cent
    anchor: str


@dataclass(frozen=True)
class ColumnChart:
    columns: list[Column]
    ticks: list[Tick]
    width: float  # of a column, per cent
    tallest: int
    earlier: int  # partnerships too old to be drawn
    first: int

    base = TOP + TALLEST
    height = TOP + TALLEST + FOOT
    top = TOP


def chart_of(figure):
    if not figure.said:
        return None
    return columns_of(figure.said) if figure.name == "year" else bars_of(figure.widest)


def bars_of(lines):
    most = max(line.count for line in lines)
    bars = [
        Bar(line.label, line.count, round(WIDEST * line.count / most, 2), round(rank * STEP, 1), line.is_known)
        for rank, line in enumerate(lines)
    ]
    return BarChart(bars)


def columns_of(lines):
    """A column for each year, the empty ones too: time runs evenly. Beyond eighty years the oldest are only counted."""
    counts = {int(line.value): line.count for line in lines}
    last = max(counts)
    first = max(min(counts), last - SPAN + 1)
    first -= 0 if last - first > 10 else 5  # some years around a lone one
    step = 100 / (last - first + 1)
    most = max(counts.values())
    drawn = [(year, count) for year, count in sorted(counts.items()) if year >= first]
    columns = [
        Column(
            label=_("%(year)s : %(count)s") % {"year": year, "count": count},
            count=count,
            left=round((year - first) * step, 2),
            top=round(TOP + TALLEST * (1 - count / most), 2),
            height=round(TALLEST * count / most, 2),
        )
        for year, count in drawn
    ]
    earlier = sum(count for year, count in counts.items() if year < first)
    return ColumnChart(columns, ticks(first, last, step), round(step * 0.8, 2), most, earlier, first)


def ticks(first, last, step):
    every = 10 if last - first > 25 else 5
    years = [year for year in range(first, last + 1) if year % every == 0]
    return [Tick(str(year), round((year - first + 0.4) * step, 2), anchor(year, first, last)) for year in years]


def anchor(year, first, last):
    """A year at an end is written inwards."""
    place = (year - first) / max(last - first, 1)
    return "start" if place < 0.04 else "end" if place > 0.96 else "middle"
