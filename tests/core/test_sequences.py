from datetime import UTC, datetime

import pytest
from django.db import connection, models
from django.db.migrations.state import ProjectState
from django.db.utils import ProgrammingError
from django.test.utils import isolate_apps

from core.sequences import revision_trigger

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def entry_model(db):
    """A table of a test: its title and its day are watched, its note is not."""
    with isolate_apps("core"):

        class Entry(models.Model):
            title = models.CharField(max_length=50)
            day = models.DateField(null=True)
            note = models.TextField()
            sequence = models.PositiveIntegerField(default=0)
            updated_at = models.DateTimeField(default=LONG_AGO)

            class Meta:
                app_label = "core"
                db_table = "core_test_entry"

            def __str__(self):
                return self.title

    with connection.schema_editor() as editor:
        editor.create_model(Entry)
        apply(revision_trigger("core_test_entry", ["title", "day"]), editor)
    return Entry


def apply(operation, editor, backwards=False):
    go = operation.database_backwards if backwards else operation.database_forwards
    go("core", editor, ProjectState(), ProjectState())


def sequence_of(entry):
    return type(entry).objects.values_list("sequence", flat=True).get(pk=entry.pk)


def test_a_new_row_has_never_been_revised(entry_model):
    entry = entry_model.objects.create(title="Rencontre")

    assert sequence_of(entry) == 0


def test_each_way_of_changing_a_watched_column_counts_once(entry_model):
    entry = entry_model.objects.create(title="Rencontre")

    entry.title = "Rencontres"
    entry.save()
    entry_model.objects.update(day="2027-03-01", title="Rencontres franco-chinoises")
    with connection.cursor() as cursor:
        cursor.execute("update core_test_entry set day = null")

    assert sequence_of(entry) == 3


def test_a_revision_says_when_it_was_made(entry_model):
    before = datetime.now(UTC)
    entry = entry_model.objects.create(title="Rencontre")

    entry_model.objects.update(title="Rencontres")

    entry.refresh_from_db()
    assert before < entry.updated_at < datetime.now(UTC)


def test_what_no_calendar_shows_is_no_revision(entry_model):
    entry = entry_model.objects.create(title="Rencontre")

    entry_model.objects.update(note="Salle à réserver", title="Rencontre")

    entry.refresh_from_db()
    assert (entry.sequence, entry.updated_at, entry.note) == (0, LONG_AGO, "Salle à réserver")


def test_saving_an_old_copy_never_counts_backwards(entry_model):
    old_copy = entry_model.objects.create(title="Rencontre")
    entry_model.objects.update(title="Rencontres")
    entry_model.objects.update(title="Rencontre")

    old_copy.note = "Salle à réserver"
    old_copy.save()

    assert sequence_of(old_copy) == 2


def test_a_column_that_does_not_exist_is_said(entry_model):
    entry_model.objects.create(title="Rencontre")
    with connection.schema_editor() as editor:
        apply(revision_trigger("core_test_entry", ["title"]), editor, backwards=True)
        apply(revision_trigger("core_test_entry", ["titel"]), editor)

    with pytest.raises(ProgrammingError, match="core_test_entry has no column titel to watch"):
        entry_model.objects.update(title="Rencontres")


def test_without_its_trigger_a_table_no_longer_counts(entry_model):
    entry = entry_model.objects.create(title="Rencontre")

    with connection.schema_editor() as editor:
        apply(revision_trigger("core_test_entry", ["title", "day"]), editor, backwards=True)
    entry_model.objects.update(title="Rencontres")

    assert sequence_of(entry) == 0
