"""The fields of a version, and their values as people say them."""

import json
from datetime import date, datetime, time
from html import unescape
from pathlib import PurePosixPath

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange, DateTimeTZRange
from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django_prose_editor.fields import ProseEditorField

from core.administration.writing import shown_days
from core.dates import FuzzyDate
from core.fields import FuzzyDateField, FuzzyWordsField

LONG = 80


def facts_of(versions):
    """The fields of the tracked model that a version holds, but its number; the words of a fuzzy date go with its days."""
    kept = [one.name for one in versions._meta.concrete_fields if not one.name.startswith("pgh_")]
    fields = [versions.pgh_tracked_model._meta.get_field(name) for name in kept if name != "id"]
    return [one for one in fields if not isinstance(one, FuzzyWordsField)]


def value_of(field, row):
    return getattr(row, field.name if isinstance(field, FuzzyDateField) else field.attname)


def is_long(field, *texts):
    return isinstance(field, models.TextField) or max(len(text) for text in texts) > LONG


def written(field, value, names):
    """A value in the reader's language; "" when there is none. `names` knows the records that fields name."""
    if value is None or value == "" or value == []:
        return ""
    if field.remote_field:
        return names.of(field.related_model, value)
    if isinstance(field, ArrayField):
        return ", ".join(written(field.base_field, one, names) for one in value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, ProseEditorField):
        return plain(value)
    if isinstance(field, models.FileField):
        return PurePosixPath(str(value)).name
    return said(value)


def said(value):
    match value:
        case bool():
            return _("oui") if value else _("non")
        case FuzzyDate() | DateRange():
            return shown_days(value)
        case DateTimeTZRange():
            return " – ".join(said(end) for end in (value.lower, value.upper) if end)
        case datetime():
            return date_format(timezone.localtime(value), "DATETIME_FORMAT")
        case date():
            return date_format(value, "DATE_FORMAT")
        case time():
            return date_format(value, "TIME_FORMAT")
        case dict() | list():
            return json.dumps(value, ensure_ascii=False)
    return str(localize(value))


def plain(html):
    """Rich text without its marks; what stood in two blocks stays two words."""
    return " ".join(unescape(strip_tags(str(html).replace("<", " <"))).split())


class Names:
    """The records that versions name, each read once; a reader gets the names of those that they may see."""

    def __init__(self, reader):
        self.reader, self.wanted, self.found = reader, {}, {}

    def want(self, field, value):
        if field.remote_field and value is not None:
            self.wanted.setdefault(field.related_model, set()).add(value)

    def of(self, model, number):
        if model not in self.found:
            self.found[model] = self.read(model)
        return self.found[model].get(number) or _("fiche supprimée")

    def read(self, model):
        numbers = self.wanted.get(model, set())
        # A name may be made of other records: those of all rows are then fetched together.
        rows = {row.pk: row for row in model._base_manager.fetch_mode(models.FETCH_PEERS).filter(pk__in=numbers)}
        shown = self.shown(model, rows)
        return {number: name_of(row) if number in shown else _("fiche réservée") for number, row in rows.items()}

    def shown(self, model, rows):
        if self.reader.sees_all:
            return rows
        visible = getattr(model._default_manager, "visible_to", None)
        return set(visible(self.reader).filter(pk__in=rows).order_by().values_list("pk", flat=True)) if visible else ()


def name_of(row):
    return str(row.name) if isinstance(row, ContentType) else str(row) or _("sans nom")
