"""The map of partnerships as plain objects: what `templates/components/map.html` draws, in pixels of its panels."""

import json
import math
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from cufportal.labelling import Box, Label, place_labels, text_width

GEOMETRY = Path(__file__).parent / "data" / "map_geometry.json"
ORIGINS = {"france": (0, 70), "china": (470, 20)}
NARROW_SIZES = {"france": 15.0, "china": 20.0}
WIDE_SIZE = 12.5
INSET_STEP = 24.0
DENSE = 40

# kinds of territory drawn as an area: (layer, code) finds the outline, and the mark is a ring
LAYERS = {
    "region": "region",
    "collectivite_territoriale_unique": "region",
    "departement": "department",
    "province": "province",
    "autonomous_region": "province",
    "municipality": "province",
}
POINTS = {"municipality"}  # an area that is a city too: its outline is lit, its mark is a point at the city
TONES = {"twinning": "twinning", "project": "economic", "economic": "economic"}
TONE_LABELS = {"cooperation": _("Coopération"), "twinning": _("Jumelage"), "economic": _("Projet ou lien économique")}


@dataclass(frozen=True)
class Place:
    name: str
    latitude: float | None
    longitude: float | None
    level: str = ""  # a TerritoryKind
    code: str = ""  # INSEE for regions and departments, GB/T 2260 (six digits) in China
    zh: str = ""


@dataclass(frozen=True)
class Pair:
    french: Place
    foreign: Place
    form: str
    url: str
    label: str


@dataclass(frozen=True)
class Area:
    name: str
    d: str
    lit: bool


@dataclass(frozen=True)
class Dot:
    place: Place
    x: float
    y: float
    radius: float
    ring: bool
    label: Label | None = None

    @property
    def shows_zh(self):
        return bool(self.place.zh and self.label and self.label.text != self.place.name)


@dataclass(frozen=True)
class Arc:
    pair: Pair
    tone: str
    d: str


@dataclass(frozen=True)
class Panel:
    key: str
    width: float
    height: float
    land: str
    areas: tuple[Area, ...]
    dots: tuple[Dot, ...]
    narrow_dots: tuple[Dot, ...]
    narrow_height: float

    @property
    def origin(self):
        return ORIGINS[self.key]


@dataclass(frozen=True)
class MapDrawing:
    france: Panel
    china: Panel
    arcs: tuple[Arc, ...]
    off_map: tuple[Pair, ...]  # an end lies outside its panel, or nobody knows where it is
    tones: tuple[tuple[str, str], ...]

    @property
    def dense(self):
        return len(self.arcs) > DENSE


def project(projection, longitude, latitude):
    """Pixels of a point by a spherical conic projection, conformal or equal-area, as d3-geo reckons them."""
    angle = math.radians(longitude - projection["lon0"])
    angle = (angle + math.pi) % (2 * math.pi) - math.pi
    phi = math.radians(latitude)
    south, north = map(math.radians, projection["parallels"])
    if projection["type"] == "conicEqualArea":
        n = (math.sin(south) + math.sin(north)) / 2
        c = 1 + math.sin(south) * (2 * n - math.sin(south))
        radius = math.sqrt(c - 2 * n * math.sin(phi)) / n
        x, y = radius * math.sin(angle * n), math.sqrt(c) / n - radius * math.cos(angle * n)
    else:
        n = math.log(math.cos(south) / math.cos(north)) / math.log(_half(north) / _half(south))
        f = math.cos(south) * _half(south) ** n / n
        radius = f / _half(phi) ** n
        x, y = radius * math.sin(n * angle), f - radius * math.cos(n * angle)
    left, top = projection["translate"]
    return left + projection["scale"] * x, top - projection["scale"] * y


def _half(angle):
    return math.tan((math.pi / 2 + angle) / 2)


@cache
def geometry():
    return json.loads(GEOMETRY.read_text(encoding="utf-8"))


def build_map(pairs):
    """Draw pairs (any iterable of `Pair`) on two panels; every pair is an arc or stands in `off_map`."""
    pairs = list(pairs)
    shown = [pair for pair in pairs if _is_on_map("france", pair.french) and _is_on_map("china", pair.foreign)]
    french = _panel("france", [pair.french for pair in shown])
    foreign = _panel("china", [pair.foreign for pair in shown])
    arcs = _arcs(shown, french, foreign)
    present = {arc.tone for arc in arcs}
    return MapDrawing(
        france=french,
        china=foreign,
        arcs=arcs,
        off_map=tuple(pair for pair in pairs if pair not in shown),
        tones=tuple((tone, label) for tone, label in TONE_LABELS.items() if tone in present),
    )


def locate(key, place):
    """The panel « france » or « china » with one place on it; None for what lies outside, or nobody knows where."""
    shown = _is_on_map(key, place) and _in_panel(key, *_position(key, place))
    return _panel(key, [place]) if shown else None


def _is_on_map(key, place):
    if place.latitude is None or place.longitude is None:
        return False
    return key == "france" or _in_panel(key, *_position(key, place))  # France overseas has its own line


def _in_panel(key, x, y):
    panel = geometry()[key]
    return 0 <= x <= panel["width"] and 0 <= y <= panel["height"]


def _position(key, place):
    """Pixels of a place in its panel; the mark of a whole area stands where its outline says."""
    area = _outline(key, place)
    if area and place.level not in POINTS:
        return tuple(area["at"])
    return project(geometry()[key]["projection"], float(place.longitude), float(place.latitude))


def _outline(key, place):
    layer = LAYERS.get(place.level)
    return next(
        (area for area in geometry()[key]["areas"] if (area["layer"], area["code"]) == (layer, place.code)),
        None,
    )


def _panel(key, places):
    data = geometry()[key]
    lit = {(LAYERS.get(place.level), place.code) for place in places}
    areas = tuple(
        Area(area["name"], area["d"], (area["layer"], area["code"]) in lit)
        for area in data["areas"]
        if area["layer"] != "department" or ("department", area["code"]) in lit
    )
    counts = Counter(places)
    ordered = sorted(counts, key=lambda place: (-counts[place], place.name))
    size = NARROW_SIZES[key]
    narrow = _dots(key, ordered, counts, size)
    bottom = max((dot.y + INSET_STEP / 2 for dot in narrow), default=0)
    return Panel(
        key=key,
        width=data["width"],
        height=data["height"],
        land=data["land"],
        areas=areas,
        dots=_dots(key, ordered, counts, WIDE_SIZE),
        narrow_dots=narrow,
        narrow_height=max(data["height"], bottom),
    )


def _dots(key, places, counts, size):
    """Marks of places with their names, those with most partnerships named first."""
    data, scale = geometry()[key], size / WIDE_SIZE
    inside, overseas = [], []
    for place in places:
        x, y = _position(key, place)
        ring = place.level in LAYERS and place.level not in POINTS
        radius = scale * min(4.8 + 0.4 * (counts[place] - 1), 8.0)
        dot = Dot(place, round(x, 1), round(y, 1), round(radius, 1), ring)
        (inside if _in_panel(key, x, y) else overseas).append(dot)
    marks = [(dot.x, dot.y, dot.radius, _wordings(dot.place)) for dot in inside]
    labels = place_labels(marks, data["width"], data["height"], size)
    return tuple(replace(dot, label=label) for dot, label in zip(inside, labels, strict=True)) + _inset_line(
        overseas, data["width"], data["height"], size
    )


def _wordings(place):
    return (f"{place.name} {place.zh}", place.name) if place.zh else (place.name,)


def _inset_line(dots, width, height, size):
    """Lay places outside the panel in lines below it, each with its name."""
    x, y, placed = 12.0, height + INSET_STEP, []
    for dot in sorted(dots, key=lambda dot: dot.place.name):
        length = text_width(dot.place.name, size)
        if x + 10 + length > width and x > 12:
            x, y = 12.0, y + INSET_STEP
        start, base = x + dot.radius + 5, y + 0.35 * size
        box = Box(start, base - 0.85 * size, start + length, base + 0.25 * size)
        placed.append(
            replace(dot, x=x, y=y, label=Label(round(start, 1), round(base, 1), "start", box, dot.place.name))
        )
        x = round(start + length + 18, 1)
    return tuple(placed)


def _arcs(pairs, french, foreign):
    starts = {dot.place: _shifted(dot, french) for dot in french.dots}
    ends = {dot.place: _shifted(dot, foreign) for dot in foreign.dots}
    seen, arcs = Counter(), []
    for pair in pairs:
        both = pair.french, pair.foreign
        tone = TONES.get(pair.form, "cooperation")
        arcs.append(Arc(pair, tone, _curve(starts[pair.french], ends[pair.foreign], 14 * seen[both])))
        seen[both] += 1
    return tuple(arcs)


def _shifted(dot, panel):
    left, top = panel.origin
    return dot.x + left, dot.y + top


def _curve(start, end, extra):
    """A cubic that leaves both ends upwards, higher the wider it spans; `extra` parts arcs between the same two places."""
    (x0, y0), (x1, y1) = start, end
    span = x1 - x0
    lift = 60 + 0.1 * span + extra
    points = (x0 + 0.3 * span, y0 - lift, x1 - 0.3 * span, y1 - lift, x1, y1)
    return "M{:.1f},{:.1f}C{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}".format(x0, y0, *points)
