"""Lines as the review shows them: the pair by its names, what would change, what is wrong, each in words."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.dates import FuzzyDate, write
from directory.models import Organisation, Territory, Theme
from partnerships.enums import PartnershipForm, PartnershipStatus
from partnerships.imports.sentences import sentence
from partnerships.models import Partnership, TableRow

CHOICES = {"status": PartnershipStatus, "form_stated": PartnershipForm}
LONGEST = 120


@dataclass
class ShownRow:
    row: TableRow
    french: str
    foreign: str
    url: str = ""
    changes: list = field(default_factory=list)  # (field's name, before, after)
    problems: list = field(default_factory=list)
    doubts: list = field(default_factory=list)


def shown_rows(rows, table_import):
    """The rows of one page as ShownRows; the names of all cost three statements."""
    rows = list(rows)
    names = names_of({key for row in rows for key in (row.french, row.foreign)})
    themes = {theme.pk: str(theme) for theme in Theme.objects.all()} if any("themes" in r.changes for r in rows) else {}
    numbers = [row.partnership_number for row in rows if row.partnership_number]
    there = set(Partnership.objects.filter(pk__in=numbers).order_by().values_list("pk", flat=True))
    return [shown(row, names, themes, there, table_import) for row in rows]


def shown(row, names, themes, there, table_import):
    said = row.parsed
    exists = row.partnership_number in there
    return ShownRow(
        row,
        names.get(row.french) or said.get("french_said", ""),
        names.get(row.foreign) or said.get("foreign_said", ""),
        Partnership(pk=row.partnership_number).get_absolute_url() if exists else "",
        changes_in_words(row.changes, themes),
        [sentence(problem, table_import) for problem in row.problems],
        [sentence(doubt, table_import) for doubt in row.doubts],
    )


def names_of(keys):
    """{key: name} of the territories and organisations that keys designate."""
    numbers = {kind: [int(key[1:]) for key in keys if key.startswith(kind)] for kind in "to"}
    places = Territory.objects.filter(pk__in=numbers["t"]).named() if numbers["t"] else []
    bodies = Organisation.objects.filter(pk__in=numbers["o"]).select_related("territory") if numbers["o"] else []
    return {f"t{place.pk}": str(place) for place in places} | {f"o{body.pk}": body.place_name for body in bodies}


def changes_in_words(changes, themes):
    found = []
    for name, (before, after) in changes.items():
        if name.endswith("_words"):
            continue
        label = Partnership._meta.get_field(name).verbose_name
        if name == "themes":
            found.append((label, "", ", ".join(themes.get(pk, str(pk)) for pk in after)))
        else:
            words = changes.get(f"{name}_words", ["", ""])
            found.append((label, *(written(name, one, said) for one, said in zip((before, after), words, strict=True))))
    return found


def written(name, value, words):
    if not value:
        return ""
    if name in CHOICES:
        return str(CHOICES[name](value).label) if value in CHOICES[name].values else value
    if name in {"since", "until"}:
        return write(day_in(value, words))
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"


def day_in(text, words):
    first, after = text.strip("[)").split(",")
    field_of_days = Partnership._meta.get_field("since")
    days = field_of_days.base_field.to_python
    first, after = days(first), days(after)
    return FuzzyDate.from_range(field_of_days.range_type(first, after), words or "")


def previews(table_import, count=3):
    """For each column: its letter-free name and the first values under it, by which people recognise it."""
    cells = list(table_import.rows.order_by("line").values_list("cells", flat=True)[:count])
    said = [[line[at] for line in cells if at < len(line) and line[at]] for at in range(len(table_import.columns))]
    return [
        (name, ", ".join(value[:40] for value in values) or _("vide"))
        for name, values in zip(table_import.columns, said, strict=True)
    ]
