"""What tests of histories need: time that passes between two changes of one test, and a row as its versions hold it."""

from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from core.history import history_models
from core.history.records import links_of, versions_of
from core.history.restoring import links_now
from core.history.values import facts_of, value_of


def an_hour_passes():
    """Set everything that was kept one hour back: a test is one transaction, and its instant never moves."""
    updates = [
        f"update {model._meta.db_table} set pgh_created_at = pgh_created_at - interval '1 hour'"
        for model in history_models()
    ]
    with connection.cursor() as cursor:
        cursor.execute("; ".join(updates))


@contextmanager
def written_for_good(django_db_blocker):
    """For what several connections must see: who writes it removes it, and the versions of all of it go at the end."""
    begun = timezone.now()
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            for model in history_models():
                model.objects.filter(pgh_created_at__gte=begun).delete()


def as_kept(row):
    """All that versions hold of a row: its fields and its links."""
    row = type(row)._base_manager.get(pk=row.pk)
    fields = {fact.name: str(value_of(fact, row)) for fact in facts_of(versions_of(type(row)))}
    return fields | {link.field.name: links_now(link, row.pk) for link in links_of(type(row))}


def last_version(row):
    return versions_of(type(row)).objects.filter(pgh_obj=row.pk).latest("pgh_id")
