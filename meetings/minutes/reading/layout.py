"""From characters with their places to lines of text, as the eye reads them."""

from collections import Counter
from dataclasses import dataclass

# In ems (the size of the type), measured on word processors' PDFs: justified text rarely opens spaces beyond 1 em.
CELL_GAP = 1.8
ALIGNED_CELL_GAP = 0.6
WORD_GAP = 0.15
RUN_GAP = 0.5
SAME_LINE = 0.5
BLANK_LINE = 1.18  # a distance of 1.18 times the usual one shows a paragraph
USUAL_LEADING = 1.3
ALIGNMENT = 3  # points
FAR_FROM_MARGIN = 70  # points: farther than a list is ever indented
WINDOW = 12  # lines


@dataclass
class Run:
    """Characters that follow each other on one baseline."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    after_space: bool


@dataclass
class Line:
    """Runs on one line, from left to right, and the pieces (left, text) that wide gaps part."""

    runs: list
    pieces: list

    @property
    def main(self):
        return max(self.runs, key=lambda run: (run.size, len(run.text)))

    @property
    def baseline(self):
        return self.main.baseline

    @property
    def size(self):
        return self.main.size

    @property
    def left(self):
        return self.runs[0].left

    @property
    def right(self):
        return self.runs[-1].right


def runs_of(glyphs):
    runs = []
    for glyph in glyphs:
        last = runs[-1] if runs else None
        if last and _follows(last, glyph):
            last.text += (" " if glyph.after_space else "") + glyph.text
            last.right = max(last.right, glyph.right)
        else:
            runs.append(Run(glyph.text, glyph.left, glyph.right, glyph.baseline, glyph.size, glyph.after_space))
    return runs


def _follows(run, glyph):
    gap = glyph.left - run.right
    em = max(run.size, glyph.size)
    return abs(glyph.baseline - run.baseline) < 0.1 * em and -RUN_GAP * em < gap < RUN_GAP * em


def lines_of(glyphs):
    """Return the Lines of the characters, from top to bottom."""
    groups = []
    for run in sorted(runs_of(glyphs), key=lambda run: (-run.baseline, run.left)):
        group = groups[-1] if groups else None
        if group and _on_same_line(group, run):
            group.append(run)
        else:
            groups.append([run])
    return [_line(sorted(group, key=lambda run: run.left)) for group in groups]


def _on_same_line(group, run):
    main = max(group, key=lambda other: other.size)  # a superscript comes first, but does not bear the line
    return abs(main.baseline - run.baseline) < SAME_LINE * max(main.size, run.size)


def _line(runs):
    return Line(runs, _pieces(runs, columns=()))


def _pieces(runs, columns):
    pieces = [(runs[0].left, runs[0].text)]
    for previous, run in zip(runs, runs[1:], strict=False):
        gap, em = run.left - previous.right, max(previous.size, run.size)
        left, text = pieces[-1]
        aligned = gap > ALIGNED_CELL_GAP * em and any(abs(run.left - column) <= ALIGNMENT for column in columns)
        if (aligned or gap > CELL_GAP * em) and not is_mark(text):
            pieces.append((run.left, run.text))
        else:
            space = " " if run.after_space or gap > WORD_GAP * em else ""
            pieces[-1] = (left, text + space + run.text)
    return pieces


def is_mark(text):
    """Tell whether a text only opens an item of a list: a bullet, a dash, a number."""
    return (
        len(text) <= 4 and (not text.isalnum() or text in {"o", "Ø"}) and not text[-1:].isalpha() or text in {"o", "Ø"}
    )


def texts_of(lines):
    """Write lines as text, with tabs where columns part, and the tabs that put a line under its column."""
    shown = [_pieces(line.runs, _columns_near(lines, index)) for index, line in enumerate(lines)]
    lines = [Line(line.runs, pieces) for line, pieces in zip(lines, shown, strict=True)]
    return [_indentation(lines, index) + "\t".join(text for _, text in line.pieces) for index, line in enumerate(lines)]


def _columns_near(lines, index):
    """Return where columns start around a line: after a wide gap, or where several lines start far from the margin."""
    near = lines[max(index - WINDOW, 0) : index + WINDOW + 1]
    margin = min(line.left for line in near)
    indented = Counter(round(line.left) for line in near if line.left > margin + FAR_FROM_MARGIN)
    return [left for line in near for left, _ in line.pieces[1:]] + [
        left for left, count in indented.items() if count > 1
    ]


def _indentation(lines, index):
    line, columns = lines[index], _columns_over(lines, index)
    if len(line.pieces) == 1:
        for rank, start in enumerate(columns):
            if rank and abs(line.left - start) <= ALIGNMENT:
                return "\t" * rank
    return ""


def _columns_over(lines, index):
    """Return where the columns start of the nearest line in columns, unless a line between them runs across."""
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(lines) and abs(other - index) <= WINDOW:
            line = lines[other]
            if len(line.pieces) > 1:
                return [left for left, _ in line.pieces]
            if line.left < lines[index].left - ALIGNMENT < line.right:
                break
            other += step
    return []


def usual_leading(lines):
    """Return the usual distance between two lines, in ems."""
    ratios = sorted(_leading(a, b) for a, b in zip(lines, lines[1:], strict=False))
    ratios = [ratio for ratio in ratios if 0.8 < ratio < 3]
    return min(ratios[len(ratios) // 5], 2.4) if ratios else USUAL_LEADING


def _leading(above, below):
    return (above.baseline - below.baseline) / max(above.size, below.size)


def parted(above, below, usual, separators):
    """Tell whether an empty line stands between two lines: a wide gap, or a line drawn between them."""
    if _leading(above, below) > usual * BLANK_LINE:
        return True
    bottom, top = above.baseline - 0.3 * above.size, below.baseline + 0.7 * below.size
    return any(top <= y <= bottom for y in separators)
