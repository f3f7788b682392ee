"""The stored text as the review shows it: line by line, with the passage of the current proposal lit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceLine:
    page: int
    number: int
    text: str
    rank: int | None = None  # of the first proposal that begins here
    is_lit: bool = False


def source_lines(pages, proposals, current):
    """Return one list of SourceLine a page; `pages` are the stored texts, `current` the Proposal to light or None."""
    begins = {}
    for proposal in proposals:
        begins.setdefault((proposal.page, proposal.line), proposal.rank)
    lit = lit_lines(pages, current)
    return [
        [
            SourceLine(page, number, text, begins.get((page, number)), (page, number) in lit)
            for number, text in enumerate(content.split("\n"), start=1)
        ]
        for page, content in enumerate(pages, start=1)
    ]


def lit_lines(pages, proposal):
    """The lines that the excerpt of `proposal` covers, from its first line on."""
    if proposal is None or not 1 <= proposal.page <= len(pages):
        return set()
    left = "".join(proposal.excerpt.split())
    covered = set()
    for number, text in enumerate(pages[proposal.page - 1].split("\n")[proposal.line - 1 :], start=proposal.line):
        words = "".join(text.split())
        if words and not left.startswith(words[: len(left)]) and covered:
            break
        if words:
            covered.add((proposal.page, number))
            left = left[len(words) :]
        if not left:
            break
    return covered
