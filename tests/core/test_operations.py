import pytest
from django.db import connection
from django.db.migrations import AddConstraint, AddField, AlterField, CreateModel, RunSQL
from django.db.migrations.state import ProjectState
from django.db.models import BigAutoField, CheckConstraint, IntegerField, Q

from core.operations import AtOnce, at_once


def field_of(model, name):
    return AddField(model, name, IntegerField())


def rule_of(model):
    return AddConstraint(model, CheckConstraint(name="a_rule", condition=Q(pk__gt=0)))


def batches(*operations):
    return [one.operations if isinstance(one, AtOnce) else one for one in at_once(operations)]


def test_operations_that_follow_one_another_are_made_at_once():
    table, other, field = CreateModel("Table", []), CreateModel("Other", []), field_of("kept", "one")

    assert batches(table, other, field) == [[table, other, field]]


def test_what_is_about_a_model_of_the_batch_begins_another():
    table, field, rule = CreateModel("Table", []), field_of("table", "one"), rule_of("table")

    assert batches(table, field, rule) == [table, [field, rule]]


def test_what_changes_rows_or_fields_stays_apart():
    sql, field, other = RunSQL(""), field_of("kept", "one"), field_of("kept", "two")
    altered = AlterField("kept", "one", IntegerField(null=True))

    assert batches(sql, field, other, altered) == [sql, [field, other], altered]


@pytest.mark.django_db
def test_a_table_and_what_a_batch_adds_to_it_are_taken_back():
    table = CreateModel("Table", [("id", BigAutoField(primary_key=True))])
    batch, before, after = AtOnce([table, rule_of("table")]), ProjectState(), ProjectState()
    batch.state_forwards("core", after)
    with connection.schema_editor() as editor:
        table.database_forwards("core", editor, before, after)

    with connection.schema_editor() as editor:
        batch.database_backwards("core", editor, after, before)

    assert "core_table" not in connection.introspection.table_names()
