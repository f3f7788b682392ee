"""Names that designate several, each asked once however many lines write it."""

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from directory.models import Organisation, Territory

# Twenty questions fill a page; the rest comes when they are answered.
ASKED_AT_ONCE = 20


ASKED = """
select problem ->> 4, min(problem ->> 2), min(problem ->> 5), array_agg(line order by line)
from partnerships_tablerow, jsonb_array_elements(problems) as problem
where table_import_id = %s and outcome = 'asked' and problem ->> 1 = 'ambiguous'
group by 1 order by min(line), 1 limit %s
"""


@dataclass
class Question:
    label: str  # the designation, as the answers name it
    said: str
    lines: list[int]
    choices: list[tuple[str, str]]  # (key, what tells it from the others)

    @property
    def is_french(self):
        return self.label.startswith("french")


def questions(table_import, limit=ASKED_AT_ONCE):
    """The next `limit` questions, in the order of the lines that ask them; four statements however many there are."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [table_import.pk, limit])
        found = [(label, said, keys.split(","), lines) for label, said, keys, lines in cursor.fetchall()]
    told = told_apart({key for _label, _said, keys, _lines in found for key in keys})
    return [
        Question(label, said, lines, [(key, told[key]) for key in keys if key in told])
        for label, said, keys, lines in found
    ]


def told_apart(keys):
    """What tells candidates apart: their name, kind, what they lie in, and a code."""
    numbers = {kind: [int(key[1:]) for key in keys if key.startswith(kind)] for kind in "to"}
    places = Territory.objects.filter(pk__in=numbers["t"]).select_related("parent").prefetch_related("codes")
    bodies = Organisation.objects.filter(pk__in=numbers["o"]).select_related("territory__parent")
    bodies = bodies.prefetch_related("territory__codes")
    told = {f"t{place.pk}": place_in_words(place) for place in places}
    return told | {f"o{body.pk}": body_in_words(body) for body in bodies}


def place_in_words(place):
    within = f", {place.parent}" if place.parent else ""
    code = next((code.code for code in place.codes.all()), "")
    return f"{place} ({place.get_kind_display()}{within}{_(', code ') + code if code else ''})"


def body_in_words(body):
    return f"{body.name} – {place_in_words(body.territory)}" if body.territory else body.name
