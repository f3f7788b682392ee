"""Model fields for fuzzy dates: the days in a `daterange` column, the words in a companion declared just before it."""

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.fields.ranges import RangeContains
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import CheckConstraint, F, Q
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate, UnreadableDate, read
from core.dates.fuzzy import MAX_WORDS
from core.forms import FuzzyDateFormField

WORDS_SUFFIX = "_words"


class FuzzyWordsField(models.CharField):
    """The words of the fuzzy date declared right after it, in its own column."""

    def __init__(self, *args, **kwargs):
        kwargs = {"max_length": MAX_WORDS, "blank": True, "default": "", "editable": False, **kwargs}
        super().__init__(*args, **kwargs)


class FuzzyDateAttribute(DeferredAttribute):
    """Gives a FuzzyDate; takes a FuzzyDate, a range or None. What is none of these is kept for `clean` to refuse."""

    def __get__(self, instance, cls=None):
        if instance is None:
            return self
        days = super().__get__(instance, cls)
        if not isinstance(days, DateRange):
            return days
        words = getattr(instance, self.words_name) if self.has_words(instance) else ""
        try:
            return FuzzyDate.from_range(days, words)
        except ValueError:
            return days

    def __set__(self, instance, value):
        attname = self.field.attname
        if isinstance(value, FuzzyDate):
            self.set_words(instance, value.words)
            value = value.as_range
        elif value is None or (attname in instance.__dict__ and instance.__dict__[attname] != value):
            # A range that comes from the database finds no value yet, and keeps the words loaded before it.
            self.set_words(instance, "")
        instance.__dict__[attname] = value

    @property
    def words_name(self):
        return self.field.name + WORDS_SUFFIX

    def has_words(self, instance):
        return hasattr(type(instance), self.words_name)

    def set_words(self, instance, words):
        if self.has_words(instance):
            setattr(instance, self.words_name, words)


class FuzzyDateField(DateRangeField):
    """The days a date may be, as a `daterange`; the words go to `<name>_words`, declared before it, when there is one.

    `QuerySet.update()` writes the days only: words that no longer hold are not shown any more.
    """

    descriptor_class = FuzzyDateAttribute
    form_field = FuzzyDateFormField

    def check(self, **kwargs):
        return [*super().check(**kwargs), *self._check_words_come_first()]

    def _check_words_come_first(self):
        names = [field.name for field in self.model._meta.local_fields]
        words_name = self.name + WORDS_SUFFIX
        if words_name not in names or names.index(words_name) < names.index(self.name):
            return []
        message = f"« {words_name} » doit être déclaré avant « {self.name} », sinon ses mots sont perdus."
        return [checks.Error(message, obj=self, id="core.E001")]

    def get_prep_value(self, value):
        return super().get_prep_value(value.as_range if isinstance(value, FuzzyDate) else value)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, FuzzyDate | DateRange):
            return value
        try:
            # A serialized range is JSON; any other text is what a person types.
            if isinstance(value, str) and value.startswith("{"):
                return super().to_python(value)
            return read(str(value))
        except UnreadableDate as error:
            raise ValidationError(error.message, code=error.code) from None
        except (ValueError, TypeError):
            raise ValidationError(UnreadableDate("unknown", value).message, code="unknown") from None

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if isinstance(value, DateRange):
            try:
                FuzzyDate.from_range(value)
            except ValueError as error:
                raise ValidationError(error.args[0], code="invalid") from None

    def value_to_string(self, obj):
        return super().value_to_string(RangeOf(self, obj))


class RangeOf:
    """What the serializer of ranges reads: the object with its plain range."""

    def __init__(self, field, obj):
        setattr(self, field.attname, field.get_prep_value(field.value_from_object(obj)))


@FuzzyDateField.register_lookup
class FuzzyDateContains(RangeContains):
    def get_prep_lookup(self):
        if isinstance(self.rhs, FuzzyDate):
            self.rhs = self.rhs.as_range
        return super().get_prep_lookup()


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
