from itertools import zip_longest

MAX_LABEL = 160


def row_lines(cells):
    """Write one row of a table, given as the lines of each cell: one line with tabs, then what is left of each cell."""
    cells = [[line.strip() for line in lines if line.strip()] for lines in cells]
    if len(cells) > 1 and sum(map(len, cells[0])) <= MAX_LABEL:
        cells[0] = [joined(cells[0])]  # a label that was broken to fit its column is one label
    return ["\t".join(line).rstrip("\t") for line in zip_longest(*cells, fillvalue="")]


def joined(lines):
    """Set the lines of a label on one line; what a hyphen ends goes on without a space (« Rhône-/Alpes »)."""
    text = ""
    for line in lines:
        glued = text.endswith("-") and not text.endswith(" -")
        text += line if glued or not text else f" {line}"
    return text
