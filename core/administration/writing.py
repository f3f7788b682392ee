"""How values are written in lists and in fields that only show."""

from django.contrib import admin

from core.dates import FuzzyDate, write


def shown_date(value):
    return write(value) if isinstance(value, FuzzyDate) else value


def fuzzy_column(name, description):
    """Return a column of a list that writes the fuzzy date `name` in words and sorts by its first day."""

    @admin.display(description=description, ordering=f"{name}__startswith")
    def column(_admin, record):
        return shown_date(getattr(record, name))

    return column
