"""How values are written in lists and in fields that only show."""

from functools import cache

from django.contrib import admin
from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import FieldDoesNotExist
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.administration.periods import inclusive_ends
from core.dates import FuzzyDate, write


def shown_days(value):
    """Write a fuzzy date or a period as people say it."""
    if isinstance(value, FuzzyDate):
        return write(value)
    if not isinstance(value, DateRange):
        return value
    first, last = (end and date_format(end, "SHORT_DATE_FORMAT") for end in inclusive_ends(value))
    if first and last:
        return _("du %(first)s au %(last)s") % {"first": first, "last": last}
    if first or last:
        return _("depuis le %s") % first if first else _("jusqu’au %s") % last
    return _("sans limite connue")


def fuzzy_column(name, description):
    """Return a column of a list that writes the fuzzy date `name` in words and sorts by its first day."""

    @admin.display(description=description, ordering=f"{name}__startswith")
    def column(_admin, record):
        return shown_days(getattr(record, name))

    return column


@cache
def shown_field(model, name):
    """Return the field `name`, or where it holds days a function that writes them in words."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    if not isinstance(field, DateRangeField):
        return name

    @admin.display(description=field.verbose_name)
    def shown(record):
        return shown_days(getattr(record, name))

    return shown


class ShowsDays:
    """To those who may only look, days are written in words: without a form, Django shows them as the database does."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj) or not self.has_view_permission(request, obj):
            return fieldsets
        return [(title, {**options, "fields": self.shown(options["fields"])}) for title, options in fieldsets]

    def get_readonly_fields(self, request, obj=None):
        fields = [*super().get_readonly_fields(request, obj)]
        if not self.has_change_permission(request, obj):
            fields += [shown_field(self.model, field.name) for field in self.opts.fields]
        return fields

    def shown(self, fields):
        return [self.shown(field) if isinstance(field, tuple) else shown_field(self.model, field) for field in fields]
