from meetings.minutes.reading.document import SourceDocument, UnreadableDocument
from meetings.minutes.reading.reader import read_document

__all__ = ["SourceDocument", "UnreadableDocument", "read_document"]
