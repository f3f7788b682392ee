from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

register = template.Library()

KEPT = 4096  # lines written, about 3 MB


@register.simple_tag
def agenda_line(line, with_day=False):
    """An entry in a day or a list, its clashes beside it; `with_day` where the place does not say the day.

    It depends on nothing but what it says and the language, and a month holds hundreds: each is kept as written.
    """
    return written(line, with_day, get_language())


@lru_cache(maxsize=KEPT)
def written(line, with_day, _language):
    context = {"line": line, "entry": line.entry, "when": line.entry.day if with_day else None}
    return render_to_string("cufportal/agenda/_line.html", context)
