"""Tables of a PDF page, found by the lines drawn around their cells."""

from bisect import bisect_right
from dataclasses import dataclass, field

REACH = 3  # points by which two borders may miss each other at a corner
MAX_RULES = 1_200
MIN_COVER = 0.6  # share of a side that a border must run along to part rows or cells


@dataclass
class Row:
    bottom: float
    top: float
    columns: list  # where the cells part, from left to right


@dataclass
class Grid:
    left: float
    right: float
    rows: list = field(default_factory=list)  # from the top

    @property
    def top(self):
        return self.rows[0].top

    def place(self, x, y):
        """Return the row and the column of a point, or None when it lies outside."""
        if self.left <= x <= self.right:
            for rank, row in enumerate(self.rows):
                if row.bottom <= y < row.top:
                    return rank, bisect_right(row.columns, x)
        return None


def grids_of(rules):
    """Return the tables that ruled lines draw; a frame around one text is none."""
    rules = _merged(rules)
    if len(rules) > MAX_RULES:
        return []
    grids = [_grid(cluster) for cluster in _clusters(rules)]
    return [grid for grid in grids if grid and any(row.columns for row in grid.rows)]


def _merged(rules):
    """Join the pieces of one border: word processors draw it cell by cell."""
    merged = []
    for rule in sorted(rules, key=lambda rule: (rule.horizontal, round(rule.position), rule.start)):
        last = merged[-1] if merged else None
        if last and _continues(last, rule):
            last[3] = max(last[3], rule.end)
        else:
            merged.append([rule.horizontal, rule.position, rule.start, rule.end])
    return merged


def _continues(last, rule):
    return last[0] == rule.horizontal and abs(last[1] - rule.position) <= 1.5 and rule.start <= last[3] + REACH


def _clusters(rules):
    """Group the lines that touch."""
    rules, clusters = list(rules), []
    while rules:
        cluster, fresh = [], [rules.pop()]
        while fresh:
            rule = fresh.pop()
            cluster.append(rule)
            touching = [other for other in rules if _touch(rule, other)]
            rules = [other for other in rules if not _touch(rule, other)]
            fresh += touching
        clusters.append(cluster)
    return clusters


def _touch(a, b):
    if a[0] == b[0]:
        return abs(a[1] - b[1]) <= REACH and a[2] <= b[3] + REACH and b[2] <= a[3] + REACH
    return b[2] - REACH <= a[1] <= b[3] + REACH and a[2] - REACH <= b[1] <= a[3] + REACH


def _grid(cluster):
    across = [rule for rule in cluster if rule[0]]
    upright = [rule for rule in cluster if not rule[0]]
    if len(across) < 2 or not upright:
        return None
    left, right = min(rule[2] for rule in across), max(rule[3] for rule in across)
    wide = [rule[1] for rule in across if rule[3] - rule[2] >= MIN_COVER * (right - left)]
    heights = sorted(_distinct(wide), reverse=True)
    grid = Grid(left, right)
    for top, bottom in zip(heights, heights[1:], strict=False):
        grid.rows.append(Row(bottom, top, _columns(upright, bottom, top, left, right)))
    return grid if grid.rows else None


def _columns(upright, bottom, top, left, right):
    places = []
    for _, x, start, end in upright:
        covered = min(end, top) - max(start, bottom)
        if covered >= MIN_COVER * (top - bottom) and left + REACH < x < right - REACH:
            places.append(x)
    return sorted(_distinct(places))


def _distinct(places):
    kept = []
    for place in sorted(places):
        if not kept or place - kept[-1] > REACH:
            kept.append(place)
    return kept
