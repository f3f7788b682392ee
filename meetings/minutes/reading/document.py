from dataclasses import dataclass


class UnreadableDocument(ValueError):
    """A file that cannot be taken in; its text is one sentence for the person who sent it."""


@dataclass(frozen=True)
class SourceDocument:
    """What a file says: its pages, each a text with "\\n" between lines (pages and lines count from 1)."""

    kind: str  # "text", "pdf" or "docx"
    sha256: str  # of the bytes received, which are not kept
    pages: tuple[str, ...]
