from django import template
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.html import format_html

from core.dates import FuzzyDate, write
from core.zones import zone_in_words

register = template.Library()

HTML_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


@register.filter
def fuzzy(value):
    """A FuzzyDate, or the plain range that `values()` gives, in the active language; "" for None."""
    if isinstance(value, DateRange):
        value = FuzzyDate.from_range(value)
    return write(value) if value else ""


@register.filter
def zone(name):
    """« heure de Pékin », for the name of a zone."""
    return zone_in_words(name)


@register.filter
def fuzzy_time(value):
    """The same in a `<time>` element; HTML has no value for an interval, which stays plain text."""
    if isinstance(value, DateRange):
        value = FuzzyDate.from_range(value)
    if not value or value.precision == "interval":
        return fuzzy(value)
    machine = value.first.strftime(HTML_FORMATS[value.precision])
    return format_html('<time datetime="{}">{}</time>', machine, fuzzy(value))
