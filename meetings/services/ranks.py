"""The order of the rows of a meeting, which people read from top to bottom and move by a step."""

from django.db.models import Max

from meetings.models import RoundTableEntry, Section

UP, DOWN = "up", "down"


def rank_after_all(meeting, model):
    """The rank of a row to add; sections and the round share one sequence, in which the text is read."""
    models = (Section, RoundTableEntry) if model in (Section, RoundTableEntry) else (model,)
    ranks = [one.objects.filter(meeting=meeting).aggregate(last=Max("rank"))["last"] for one in models]
    return max((rank for rank in ranks if rank is not None), default=-1) + 1


def move(row, direction):
    """Put `row` before the one above it or after the one below; at the end of its list it stays where it is.

    The round is one block for the sections: a section beside it jumps over it.
    """
    blocks = blocks_around(row)
    place = next(index for index, block in enumerate(blocks) if row in block)
    if isinstance(row, RoundTableEntry):
        moved = swapped(blocks[place], blocks[place].index(row), direction)
        blocks[place] = moved
    else:
        blocks = swapped(blocks, place, direction)
    renumber([one for block in blocks for one in block])


def blocks_around(row):
    """The rows that are ordered together with `row`, each in a list of its own, the round in one."""
    meeting = row.meeting
    if not isinstance(row, Section | RoundTableEntry):
        return [[one] for one in type(row).objects.filter(meeting=meeting)]
    entries, sections = list(meeting.entries.all()), list(meeting.sections.all())
    if not entries:
        return [[section] for section in sections]
    before = [[section] for section in sections if section.rank < entries[0].rank]
    return [*before, entries, *([section] for section in sections[len(before) :])]


def swapped(things, place, direction):
    other = place + (1 if direction == DOWN else -1)
    if 0 <= other < len(things):
        things[place], things[other] = things[other], things[place]
    return things


def renumber(rows):
    changed = {}
    for rank, row in enumerate(rows):
        if row.rank != rank:
            row.rank = rank
            changed.setdefault(type(row), []).append(row)
    for model, some in changed.items():
        model.objects.bulk_update(some, ["rank"])
