"""What the file of one's data gives for machines, said for people."""

import re
from datetime import datetime

from django import template

from core.history.values import said

register = template.Library()

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


@register.filter
def readable(value):
    """A moment, yes or no in the reader's language; the rest as it stands."""
    if isinstance(value, str) and MOMENT.fullmatch(value):
        return said(datetime.fromisoformat(value))
    return said(value) if isinstance(value, bool) else value
