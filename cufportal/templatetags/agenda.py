from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

register = template.Library()

KEPT = 4096  # lines written, about 3 MB
FREE = "<td>{}</td>"
BUSY = (
    '<td class="busy"><a href="{address}#jour-{day}">{day} '
    '<span class="busy__count">{count}<span class="visually-hidden"> {word}</span></span></a></td>'
)


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


@register.simple_tag
def small_week(week, address):
    """The days of a week of a small month, each with how many dates it holds; `address` is that of the month.

    Not in the template of the year, which would take four times as long over its 371 days.
    """
    cells = (
        format_html(BUSY, address=address, day=day, count=count, word=word) if count else format_html(FREE, day)
        for day, count, word in week
    )
    return mark_safe("".join(cells))
