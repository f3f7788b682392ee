from django.db.migrations import AddConstraint, AddField, AlterField, CreateModel, RunSQL
from django.db.models import CheckConstraint, IntegerField, Q

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
