from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.dates import FuzzyDate, write


def day_in_words(day):
    return write(FuzzyDate.day(day))


def hour_in_words(hour):
    return date_format(hour, "TIME_FORMAT")


def hours_in_words(starts_at, ends_at):
    if starts_at and ends_at:
        return _("de %(start)s à %(end)s") % {"start": hour_in_words(starts_at), "end": hour_in_words(ends_at)}
    return _("à partir de %(start)s") % {"start": hour_in_words(starts_at)} if starts_at else ""


def sentence(*parts):
    return ", ".join(str(part) for part in parts if part)
