"""The histories of all records, under the names that their addresses use."""

from functools import cache

from core.history.records import Record, alone, every_source
from core.history.tracking import history_models
from cufportal.perms import can_read_history
from delegations import history as of_delegations
from directory import history as of_directory
from events import history as of_events
from meetings import history as of_meetings
from partnerships import history as of_partnerships

APPS = (of_partnerships, of_events, of_delegations, of_meetings, of_directory)
# What decides of rights, of consents and of doubts has services of its own, which say more than a version does.
NOT_SET_BACK = {"user", "invitation", "consent", "erasure", "reviewflag"}


@cache
def histories() -> dict[str, Record]:
    """Every tracked model by its name: declared by its app, as part of a declared one, or alone."""
    declared = {record.kind: record for app in APPS for record in app.RECORDS}
    parts = {part.model._meta.model_name: record.of_part(part) for record in declared.values() for part in record.parts}
    tracked = [versions.pgh_tracked_model for versions in history_models()]
    others = {
        model._meta.model_name: alone(model, is_restorable=model._meta.model_name not in NOT_SET_BACK)
        for model in tracked
        if not model._meta.proxy
    }
    return others | parts | declared


def declared_for(record):
    """The declared history of a row; None when its model keeps none."""
    return histories().get(type(record)._meta.model_name)


def sources_for(user):
    """The versions that `user` finds in the audit."""
    return [source for source in every_source() if can_read_history(user, source.record)]
