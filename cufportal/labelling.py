"""Where the names of a map go: beside their mark, never on one another, and nowhere when there is no room."""

from dataclasses import dataclass, replace

NARROW = frozenset(" ,.’'-–()fijlrtI")
PADDING = 0.25  # of the size, left and right of a name
GAP = 4.0  # between a mark and its name, in pixels at font size 12


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other):
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, width, height):
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


@dataclass(frozen=True)
class Label:
    x: float
    y: float
    anchor: str
    box: Box
    text: str = ""


def text_width(text, size):
    """Width of a line in pixels, a little more than Source Sans 3 and Noto Sans SC need at this size."""
    em = sum(
        1.0 if letter > "\u2e7f" else 0.31 if letter in NARROW else 0.66 if letter.isupper() else 0.55
        for letter in text
    )
    return em * size


def box_of_mark(x, y, radius):
    return Box(x - radius, y - radius, x + radius, y + radius)


def candidates(x, y, radius, width, size):
    """Places a name may take round its mark, best first: right or left at several heights, then above and below."""
    gap = radius + GAP * size / 12
    for row in (0.35, 0.95, -0.25, 1.6, -0.9):  # of the size, from the mark down to the base line
        yield _label(x + gap, y + row * size, "start", width, size)
        yield _label(x - gap, y + row * size, "end", width, size)
    yield _label(x, y - gap, "middle", width, size)
    yield _label(x, y + gap + 0.8 * size, "middle", width, size)


def _label(x, y, anchor, width, size):
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    pad = PADDING * size
    return Label(
        round(x, 1), round(y, 1), anchor, Box(left - pad, y - 0.85 * size, left + width + pad, y + 0.25 * size)
    )


def place_labels(marks, width, height, size):
    """Place the names of marks (x, y, radius, texts), the first marks first; None where no text fits.

    `texts` are the wordings of one name, the best first; `Label.text` says which was placed.
    """
    blocks = [box_of_mark(x, y, radius) for x, y, radius, _ in marks]
    labels = []
    for number, (x, y, radius, texts) in enumerate(marks):
        others = blocks[:number] + blocks[number + 1 :]
        label = next(
            (
                replace(label, text=text)
                for text in texts
                for label in candidates(x, y, radius, text_width(text, size), size)
                if label.box.within(width, height) and not any(label.box.meets(box) for box in others)
            ),
            None,
        )
        if label:
            blocks.append(label.box)
        labels.append(label)
    return labels
