from django import template

from core.history import ACTS
from core.history.records import alone
from cufportal.history.declared import declared_for
from cufportal.history.showing import last_entries
from cufportal.perms import can_read_history

register = template.Library()


@register.inclusion_tag("cufportal/history/_block.html")
def history_block(user, row, without_parts=False):
    """The last changes of a record, for those who may read its history; nothing for the others."""
    record = declared_for(row)
    if record is None or not can_read_history(user, record):
        return {"may_read": False}
    told = alone(type(row)) if without_parts else record
    return {"may_read": True, "entries": last_entries(told, row, user), "kind": record.kind, "number": row.pk}


@register.filter
def is_in(value, values):
    return value in values


@register.filter
def act(label):
    return ACTS[label]
