"""What lies outside the tables of records: the cache, the sessions of others, the names of files."""

import base64
import hashlib
from functools import partial
from importlib import import_module
from pathlib import PurePosixPath

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.db import connection, models, transaction

from core.needles import any_of, compiled
from core.retention import versions_of


def forget_elsewhere(patterns, emails=()) -> dict:
    """Forget what `patterns` find there, and the attempts counted by one of `emails`; what is needed is made again."""
    pattern = compiled(any_of(patterns))
    hashes = tuple(hashlib.sha256(email.encode()).hexdigest() for email in emails)  # as allauth ends its keys
    return {
        "cache": empty_cache(pattern, hashes),
        "other sessions": clean_sessions(pattern),
        "files": rename_files(pattern),
    }


def empty_cache(pattern, hashes):
    """The values are pickled, then written in base64: what they say stands in it as it is, in UTF-8."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(f"select cache_key, value from {table}")
        rows = [(key, base64.b64decode(value).decode(errors="replace")) for key, value in cursor.fetchall()]
        keys = [key for key, value in rows if pattern.search(value) or key.endswith(hashes)]
        cursor.execute(f"delete from {table} where cache_key = any(%s)", [keys])
    return len(keys)


def clean_sessions(pattern):
    """A message that waits to be shown (« X est inscrite »), a form kept for the next page: the session ends."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    found = [row.pk for row in Session.objects.iterator() if pattern.search(str(store.decode(row.session_data)))]
    return Session.objects.filter(pk__in=found).delete()[0]


def rename_files(pattern):
    """The name of a file is part of its address; the row that holds it follows."""
    named = [(row, field) for row, field in kept_files() if pattern.search(spelt(getattr(row, field.name).name))]
    for row, field in named:
        rename(row, field)
    return len(named)


def kept_files():
    for model in apps.get_models():
        fields = [field for field in model._meta.local_concrete_fields if isinstance(field, models.FileField)]
        for field in [] if hasattr(model, "pgh_tracked_model") else fields:
            for row in model._base_manager.exclude(**{field.name: ""}):
                yield row, field


def rename(row, field):
    """The old file goes once the change is committed: undone, the row finds it again."""
    old = getattr(row, field.name).name
    new = str(PurePosixPath(old).with_name(f"document-{row.pk}{PurePosixPath(old).suffix}"))
    if default_storage.exists(old):
        with default_storage.open(old) as content:
            new = default_storage.save(new, content)
        transaction.on_commit(partial(default_storage.delete, old))
    type(row)._base_manager.filter(pk=row.pk).update(**{field.name: new})
    if versions := versions_of(type(row)):
        versions.objects.filter(pgh_obj=row.pk, **{field.name: old}).update(**{field.name: new})


def spelt(name):
    """Storage writes a name with underscores where there were blanks."""
    return PurePosixPath(name).stem.replace("_", " ")
