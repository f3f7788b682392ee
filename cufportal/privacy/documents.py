"""The files whose text names somebody: they are replaced or removed by hand, on the record they belong to."""

from django.core.files.storage import default_storage

from core.needles import compiled
from cufportal.privacy.elsewhere import kept_files
from meetings.minutes.reading import UnreadableDocument, read_document
from partnerships.models import WorkbookOrder


def documents_naming(pattern) -> list:
    """Return the rows that hold such a file; one that cannot be read is left out, and so are the workbooks that people
    asked for, which the erasure takes back."""
    search = compiled(pattern).search
    files = [(row, field) for row, field in kept_files() if not isinstance(row, WorkbookOrder)]
    return [row for row, field in files if search(text_of(getattr(row, field.name).name))]


def text_of(name):
    try:
        with default_storage.open(name) as file:
            return "\n".join(read_document(file.read(), name).pages)
    except (OSError, UnreadableDocument):
        return ""
