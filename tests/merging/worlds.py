"""A row of every model that there is, and one of each that may name a record made to name it."""

from datetime import date

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from core.services import raise_flag
from directory.merging.relations import relations_to
from directory.models import AbsorbedRecord, Merge
from tests.admin_rows import FULL_ROW
from tests.factories import TerritoryFactory, UserFactory


def populate(model):
    """Two rows of every model, and the generic ones about a record of `model`."""
    for make in FULL_ROW.values():
        make(2)
    kind = ContentType.objects.get_for_model(model)
    record = model._default_manager.order_by("pk").first()
    user = UserFactory()
    TerritoryFactory(valid=DateRange(None, date(2016, 1, 1)), successor=TerritoryFactory())
    TerritoryFactory(intercommunality=TerritoryFactory())
    raise_flag(record=record, code="doubt", message="Deux dates", raised_by="test")
    LogEntry.objects.create(user=user, content_type=kind, object_id=str(record.pk), action_flag=CHANGE)
    made = Merge.objects.create(
        content_type=kind, kept_number=1, kept_name="A", absorbed_number=2, absorbed_name="B", reason="Test"
    )
    AbsorbedRecord.objects.create(merge=made, content_type=kind, number=2**40, name="B", into_number=record.pk)


def point_everything_at(record):
    """Make one row of each relation name `record`; return the relations of which there is no row."""
    lacking, used = [], {type(record): [record.pk]}
    for relation in relations_to(type(record)):
        # Another row for each relation of a model: a partnership has two different sides
        rows = relation.model._base_manager.exclude(pk__in=used.setdefault(relation.model, [])).order_by("-pk")
        named = rows.exclude(**{relation.column: None}).first() or rows.first()
        if named is None:
            lacking.append(relation)
            continue
        used[relation.model].append(named.pk)
        values = {relation.column: relation.written(record.pk)}
        if relation.kind_column:
            values[relation.kind_column] = relation.kind_number
        with transaction.atomic():
            relation.model._base_manager.filter(pk=named.pk).update(**values)
    return lacking
