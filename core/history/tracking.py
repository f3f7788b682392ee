"""Every change of a record is written by triggers of the database, with who made it, from which page and why.

What a statement writes is kept by that statement, so that a bulk load costs one insertion more, not one for each row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps

import pghistory
import pghistory.models
from django.apps import apps
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

# Kept by the database or said by the event itself; a change of these alone is no change of the record.
UNTOLD = {"created_at", "updated_at", "sequence"}
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
ACTS = {ADDED: _("ajout"), CHANGED: _("modification"), REMOVED: _("suppression")}
ACTS_OF_LINKS = {**ACTS, REMOVED: _("retrait")}


def trackers(*, additions=True):
    added = [pghistory.InsertEvent(ADDED)] if additions else []
    return [*added, pghistory.UpdateEvent(CHANGED), pghistory.DeleteEvent(REMOVED)]


def tracked(*, exclude: tuple = (), additions: bool = True):
    """Return the decorator that keeps the versions of a model, in the model `<Model>Version` of the same app.

    `exclude` names what is no fact of the record or must be kept nowhere else (a password). Without `additions` only
    changes and removals are kept: for reference data, whose source says what was added.
    """

    def decorate(model):
        fields = model._meta.local_concrete_fields
        left_out = [field.name for field in fields if field.generated or field.name in UNTOLD | set(exclude)]
        pghistory.track(
            *trackers(additions=additions),
            exclude=left_out,
            model_name=f"{model.__name__}Version",
            meta=versions_of(model._meta.verbose_name),
            obj_field=pghistory.ObjForeignKey(related_name="versions"),
        )(model)
        return model

    return decorate


def track_links(model, *names: str):
    """Keep what many-to-many fields of `model` linked, each in the model `<Model><Field>Version`."""
    for name in names:
        field = model._meta.get_field(name)
        called = format_lazy("{} – {}", model._meta.verbose_name, field.verbose_name)
        meta = type("Meta", (), {"proxy": True, "app_label": model._meta.app_label, **named(called)})
        label = model.__name__ + name.title().replace("_", "")
        link = type(f"{label}Link", (field.remote_field.through,), {"__module__": model.__module__, "Meta": meta})
        pghistory.track(
            *trackers(),
            obj_field=None,  # a link has no number of its own that anybody knows
            model_name=f"{label}Version",
            app_label=model._meta.app_label,
            meta=versions_of(called),
        )(link)


def versions_of(name):
    return named(format_lazy("{} – {}", _("version"), name), format_lazy("{} – {}", _("versions"), name))


def named(name, plural=None):
    return {"verbose_name": name, "verbose_name_plural": plural or name}


def history_models() -> Iterator[type[models.Model]]:
    """The models that hold versions, each with `pgh_tracked_model`, of which they are."""
    return (model for model in apps.get_models() if issubclass(model, pghistory.models.Event) and is_kept(model))


def is_kept(model):
    return model._meta.managed and hasattr(model, "pgh_tracked_model")


@contextmanager
def told(**context):
    """Say of all that is changed inside who does it (`user`, a number), from which `page` (the name of its address, never
    the address: it may hold a secret link), by which `job` or `command`."""
    with pghistory.context(**context):
        yield


def explained(service):
    """Say of all that `service` changes why it does: what it is given as `reason`, by keyword, when that is not empty."""

    @wraps(service)
    def explaining(*args, **kwargs):
        reason = kwargs.get("reason")
        with told(**({"reason": str(reason)} if reason else {})):
            return service(*args, **kwargs)

    explaining.is_explained = True
    return explaining
