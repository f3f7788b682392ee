from datetime import timedelta

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from directory.countries import country_name

register = template.Library()
register.filter("country", country_name)


@register.filter
def thousands(number):
    """A whole number with the separators of the active language; "" for None."""
    return "" if number is None else number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def in_words(period):
    """The days of a range as people say them; "" for what has no known start and no end."""
    first, after = period.lower, period.upper
    last = after - timedelta(days=1) if after else None
    if first and last:
        return _("du %(first)s au %(last)s") % {"first": day(first), "last": day(last)}
    if first:
        return _("depuis le %(first)s") % {"first": day(first)}
    return _("jusqu’au %(last)s") % {"last": day(last)} if last else ""


def day(value):
    return date_format(value, "DATE_FORMAT")
