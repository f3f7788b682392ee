"""Characters and ruled lines of a PDF page, in points, with the origin at the bottom left and the text upright."""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from itertools import islice

import pypdfium2.raw as pdfium

# How pdfium reports a hyphen that breaks a word at the end of a line.
HYPHEN_MARKS = "\x02\ufffe"
MAX_PATHS = 4_000  # a page with more is a map or a plan: its lines say nothing about tables
MAX_RULE_THICKNESS = 3
MIN_RULE_LENGTH = 6


@dataclass(frozen=True)
class Glyph:
    text: str
    left: float
    right: float
    baseline: float
    size: float
    after_space: bool

    @property
    def centre(self):
        return (self.left + self.right) / 2, self.baseline + self.size / 4


@dataclass(frozen=True)
class Rule:
    """A line drawn along one axis: at `position` across it, from `start` to `end` along it."""

    horizontal: bool
    position: float
    start: float
    end: float


def glyphs_of(textpage):
    """Return the visible characters in the order of the file, and the quarter turns that set most of them upright."""
    found, turns, after_space = [], Counter(), False
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        text = "-" if chr(code) in HYPHEN_MARKS else chr(code)
        if text.isspace() or not code:
            after_space = True
            continue
        placed = _placed(textpage, index)
        turns[placed[-1]] += 1
        found.append((text, *placed, after_space))
        after_space = False
    turn = turns.most_common(1)[0][0] if turns else 0
    return [_glyph(item, turn) for item in found], turn


def _placed(textpage, index):
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
    turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    return (box.left, box.bottom, box.right, box.top), (x.value, y.value), max(size, 1.0), turn


def _glyph(item, turn):
    text, (left, bottom, right, top), (x, y), size, _turn, after_space = item
    corners = [turned(left, bottom, turn), turned(right, top, turn)]
    sides = sorted(corner[0] for corner in corners)
    return Glyph(text, sides[0], sides[1], turned(x, y, turn)[1], size, after_space)


def turned(x, y, turn):
    return [(x, y), (y, -x), (-x, -y), (-y, x)][turn]


def rules_of(page, turn):
    """Return the straight lines drawn on the page along its axes: borders of tables, separators, underlines."""
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    paths = list(islice(paths, MAX_PATHS + 1))
    if len(paths) > MAX_PATHS:
        return []
    return [rule for path in paths for rule in _rules_of_path(path, turn)]


def _rules_of_path(item, turn):
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    rules = []
    for corners in _outlines(item, turn):
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= MAX_RULE_THICKNESS:
            rules.append(_rule((min(xs), min(ys)), (max(xs), max(ys))))
        elif stroke.value:  # a filled area is a background: its edges bound nothing
            rules += [_rule(a, b) for a, b in zip(corners, corners[1:], strict=False)]
    return [rule for rule in rules if rule and rule.end - rule.start >= MIN_RULE_LENGTH]


def _rule(a, b):
    across, along = abs(a[1] - b[1]), abs(a[0] - b[0])
    if across <= MAX_RULE_THICKNESS and across <= along:
        return Rule(True, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
    if along <= MAX_RULE_THICKNESS:
        return Rule(False, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))
    return None


def _outlines(item, turn):
    matrix = item.get_matrix()
    container = item.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    outlines = []
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MAX_PATHS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([])
        outlines[-1].append(turned(*matrix.on_point(x.value, y.value), turn))
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return outlines
