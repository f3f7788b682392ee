"""Model fields for fuzzy dates: the days in a `daterange` column, the words in a companion declared just before it."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from core.dates.fuzzy import MAX_WORDS, FuzzyDate


class FuzzyWordsField(models.CharField):
    """The words of the fuzzy date declared after it: `since_words` goes with `since`."""

    def __init__(self, **options):
        super().__init__(**{"max_length": MAX_WORDS, "blank": True, "default": "", "editable": False, **options})


class FuzzyDateDescriptor:
    """Read the two columns as one FuzzyDate; write a FuzzyDate, a range or None to both."""

    def __init__(self, field):
        self.field = field
        self.words = f"{field.attname}_words"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.field.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.field.attname])
        days = instance.__dict__[self.field.attname]
        return FuzzyDate.from_range(days, instance.__dict__.get(self.words, "")) if days else None

    def __set__(self, instance, value):
        if isinstance(value, FuzzyDate):
            instance.__dict__[self.words] = value.words
            value = value.as_range
        instance.__dict__[self.field.attname] = value


class FuzzyDateField(DateRangeField):
    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, FuzzyDateDescriptor(self))

    def get_prep_value(self, value):
        return super().get_prep_value(value.as_range if isinstance(value, FuzzyDate) else value)


def fuzzy_date_constraint(name, field):
    """Refuse a date that contains no day or has no end."""
    return CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__isnull": True})
        | Q(**{f"{field}__isempty": False, f"{field}__lower_inf": False, f"{field}__upper_inf": False}),
        violation_error_message=_("Une date couvre au moins un jour et a un début et une fin."),
    )


def fuzzy_order_constraint(name, first, last):
    """Refuse a beginning that lies wholly after the end; dates that overlap may be in order."""
    return CheckConstraint(
        name=name,
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{last}__isnull": True})
        | Q(**{f"{first}__startswith__lt": F(f"{last}__endswith")}),
        violation_error_message=_("La fin précède le début."),
    )
