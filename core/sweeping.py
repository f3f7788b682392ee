"""Finding, and blanking, what a pattern of `core.needles` says in every text of every table, versions included."""

from collections.abc import Iterator, Mapping

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, models, transaction
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast, Concat, Left

from core.needles import loosened

ERASED = "[effacé]"
APART = "\x01"  # between the texts of a row, which are read at once: no name goes across it
TEXTS = (models.CharField, models.TextField, models.JSONField, ArrayField)


def kept_models() -> Iterator[type[models.Model]]:
    """Every model that has a table of its own."""
    every = apps.get_models(include_auto_created=True)
    return (model for model in every if model._meta.managed and not model._meta.proxy)


def text_fields(model) -> list[models.Field]:
    """The fields of `model` in which somebody may have written something."""
    own = [field for field in model._meta.local_concrete_fields if isinstance(field, TEXTS)]
    return [field for field in own if not (field.generated or field.choices or field.is_relation)]


def found_in(model, pattern: str, *, spared: Q | None = None, fields=None):
    """The rows of `model` in which a text holds what `pattern` finds, as a queryset; `spared` rows are left out."""
    fields = text_fields(model) if fields is None else fields
    rows = model._base_manager.order_by()
    if not fields:
        return rows.none()
    texts = (Cast(field.name, models.TextField()) for field in fields)
    rows = rows.alias(all_said=Func(Value(APART), *texts, function="concat_ws", output_field=models.TextField()))
    # The quick one first, which leaves few rows to the other
    rows = rows.filter(all_said__iregex=loosened(pattern)).filter(all_said__iregex=pattern)
    return rows if spared is None else rows.exclude(spared)


def sweep(pattern: str, *, spared: Mapping[type[models.Model], Q | None], addresses=True) -> dict[str, int]:
    """Blank what `pattern` finds everywhere; return how many rows changed, by label of their model.

    `spared` says of a model which rows are left as they are (None: all). Without `addresses`, fields that hold nothing but
    an address are: of its owner, a name says nothing sure. Versions are swept last: what the live rows were
    makes new ones.
    """
    counts = {}
    for model in sorted(kept_models(), key=is_version):
        if model in spared and spared[model] is None:
            continue
        fields = [field for field in text_fields(model) if addresses or not isinstance(field, models.EmailField)]
        if count := blank(model, pattern, fields, spared.get(model)):
            counts[model._meta.label] = count
    return counts


def blank(model, pattern, fields, spared=None):
    rows = found_in(model, pattern, spared=spared, fields=fields)
    try:
        with transaction.atomic():
            return (
                rows.update(**{field.name: without(field, pattern, Value(ERASED)) for field in fields}) if fields else 0
            )
    except IntegrityError:  # two rows that the name alone told apart: their numbers do
        numbered = Concat(
            Value("[effacé "),
            Cast(F(model._meta.pk.name), models.TextField()),
            Value("]"),
            output_field=models.TextField(),
        )
        return rows.update(**{field.name: without(field, pattern, numbered) for field in fields})


def is_version(model):
    return hasattr(model, "pgh_tracked_model")


def without(field, pattern, marker):
    """The value of `field` once `marker` stands where `pattern` found something; in an address, nothing."""
    marker = Value("") if isinstance(field, models.EmailField) else marker
    text = Cast(F(field.name), models.TextField())
    clean = Func(text, Value(pattern), marker, Value("gi"), function="regexp_replace", output_field=models.TextField())
    if isinstance(field, models.CharField):
        return Left(clean, field.max_length) if field.max_length else clean
    return Cast(clean, field) if isinstance(field, (models.JSONField, ArrayField)) else clean


def mentions(pattern: str, *, spared: Mapping[type[models.Model], Q | None]) -> list[tuple]:
    """Return where `pattern` is said in the live rows, as (model, number of the row), versions left out."""
    rows = []
    for model in kept_models():
        if is_version(model) or (model in spared and spared[model] is None):
            continue
        found = found_in(model, pattern, spared=spared.get(model))
        rows += [(model, number) for number in found.values_list("pk", flat=True)]
    return rows
