"""A period of days with ends as people mean them: both included, either of them unknown."""

from datetime import timedelta

from django.contrib.admin.widgets import AdminDateWidget
from django.contrib.postgres.forms import DateRangeField, RangeWidget
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext_lazy as _

HELP = _("Premier et dernier jour, compris ; laissez vide ce qui n’est pas connu ou dure encore.")


def inclusive_ends(period):
    """Return the first and the last day of a range of days, None for an open end."""
    upper = period.upper
    return period.lower, upper if upper is None or period.upper_inc else upper - timedelta(days=1)


class PeriodWidget(RangeWidget):
    def __init__(self, attrs=None):
        super().__init__(AdminDateWidget(), attrs)

    def decompress(self, value):
        return list(inclusive_ends(value)) if isinstance(value, DateRange) else [None, None]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for part, label in zip(context["widget"]["subwidgets"], (_("Premier jour"), _("Dernier jour")), strict=True):
            part["attrs"]["aria-label"] = label
        return context


class PeriodFormField(DateRangeField):
    widget = PeriodWidget
    default_error_messages = {
        "bound_ordering": _("Le dernier jour précède le premier."),
        "too_late": _("Une date va jusqu’à l’an 9998."),
    }

    def __init__(self, **kwargs):
        kwargs.update(required=False, widget=PeriodWidget())
        kwargs["help_text"] = kwargs.get("help_text") or HELP
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return list(inclusive_ends(value)) if isinstance(value, DateRange) else value

    def compress(self, values):
        first, last = values or (None, None)
        if first and last and first > last:
            raise ValidationError(self.error_messages["bound_ordering"], code="bound_ordering")
        if last and last.year > 9998:
            raise ValidationError(self.error_messages["too_late"], code="too_late")
        return DateRange(first, last and last + timedelta(days=1))
