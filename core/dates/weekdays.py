from django.utils.translation import gettext_lazy as _

from core.dates.errors import UnreadableDate
from core.dates.fuzzy import FuzzyDate
from core.dates.reading import read
from core.dates.tokens import fold, without_weekdays
from core.dates.writing import write

WEEKDAYS = [_("lundi"), _("mardi"), _("mercredi"), _("jeudi"), _("vendredi"), _("samedi"), _("dimanche")]


def weekday_contradiction(text):
    """One sentence when « Mardi 9 mars 2016 » names the wrong day of the week, "" when nothing contradicts."""
    _folded, named = without_weekdays(fold(text))
    try:
        fuzzy = read(text)
    except UnreadableDate:
        return ""
    days = [fuzzy.first] if fuzzy.is_exact else [fuzzy.first, fuzzy.last]
    if len(named) != len(days):
        return ""
    for weekday, day in zip(named, days, strict=True):
        if day.weekday() != weekday:
            return _(
                "« %(text)s » : le %(day)s est un %(actual)s, pas un %(named)s ; vérifiez lequel des deux est juste."
            ) % {
                "text": " ".join(text.split()),
                "day": write(FuzzyDate.day(day)),
                "actual": WEEKDAYS[day.weekday()],
                "named": WEEKDAYS[weekday],
            }
    return ""
