"""Documents for the tests of the parser: from words, from a look-alike in `data/`."""

from pathlib import Path

from meetings.minutes.matching import read_proposals
from meetings.minutes.parsing import parse
from meetings.minutes.reading import SourceDocument
from tests.meetings.gazetteers import small_gazetteer

DATA = Path(__file__).parent / "data"


def document_of(text):
    return SourceDocument("text", "0" * 64, tuple(text.split("\f")))


def parsed_file(name, gazetteer=None):
    return parse(
        document_of((DATA / name).read_text(encoding="utf-8")), small_gazetteer() if gazetteer is None else gazetteer
    )


def proposals_of(text, gazetteer=None, known=None):
    return read_proposals(document_of(text), small_gazetteer() if gazetteer is None else gazetteer, known)


def minutes_with(*paragraphs, group="Chine"):
    """The shortest minutes that hold these paragraphs, blank lines between them."""
    return "\n\n".join([f"Réunion du groupe-pays {group}\nLe 5 mars 2019 de 10h à 12h", *paragraphs])
