"""Rows of the list of partnerships, each written once for all that it says: most readers open the same pages."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

register = template.Library()

KEPT = 4096  # some two kilobytes each


class Row:
    """A partnership, equal to any other that says the same in the same language."""

    def __init__(self, partnership):
        self.partnership = partnership
        self.said = (
            *(get_language(), partnership.pk, partnership.form, partnership.status),
            *(side_said for side in partnership.sides for side_said in said_of(side)),
            *(partnership.since, partnership.since_words, partnership.confirmed_on, partnership.confirmed_name),
            *(partnership.is_stale, getattr(partnership, "doubt_count", 0)),
        )

    def __hash__(self):
        return hash(self.said)

    def __eq__(self, other):
        return self.said == other.said


def said_of(side):
    return side.place_name, side.place_zh, side.kind, side.territory.kind if side.territory else ""


@register.simple_tag
def partnership_row(partnership, template_name):
    """A row of the list, or a card; the partnership comes with `for_rows()` or `for_listing()`."""
    return written(Row(partnership), template_name)


@lru_cache(KEPT)
def written(row, template_name):
    html = render_to_string(template_name, {"partnership": row.partnership})
    row.partnership = None  # what was read is not kept with what was written
    return html
