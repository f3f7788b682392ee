import re
from itertools import zip_longest

MAX_LABEL = 160
LINK = re.compile(r"(?:de|du|des|d|la|le|les|lès|l|en|sur|sous|et|à|aux?|près)\b")


def row_lines(cells):
    """Write one row of a table, given as the lines of each cell: one line with tabs, then what is left of each cell."""
    cells = [[line.strip() for line in lines if line.strip()] for lines in cells]
    if len(cells) > 1 and sum(map(len, cells[0])) <= MAX_LABEL:
        cells[0] = [joined(cells[0])]  # a label that was broken to fit its column is one label
    return ["\t".join(line).rstrip("\t") for line in zip_longest(*cells, fillvalue="")]


def joined(lines):
    """Set the lines of a label on one line.

    A hyphen at the end of a line parts a name (« Rhône-/Alpes », « Val-/de-Loire ») or a word that was cut (« Wu-/han »).
    """
    text = ""
    for line in lines:
        if not text.endswith("-") or text.endswith(" -"):
            text += f" {line}" if text else line
        elif line[:1].islower() and not LINK.match(line):
            text = text.removesuffix("-") + line
        else:
            text += line
    return text
