"""The list of themes to start from; once a theme is there it belongs to the staff, and the file no longer counts."""

from django.db import transaction
from django.utils.translation import gettext as _

from directory.loading.rows import read_rows
from directory.models import Theme

COLUMNS = ("slug", "parent", "name", "name_en", "name_zh", "synonyms", "sdgs", "source")


@transaction.atomic
def load_themes(path):
    """Add the themes of the CSV file `path` whose slug is unknown; return those added.

    A parent stands above its children in the file. Raise MalformedFile, and then nothing is written.
    """
    known = {theme.slug: theme for theme in Theme.objects.all()}
    added = []
    for row in read_rows(path, COLUMNS):
        slug, parent = row.required("slug"), row.text("parent")
        if parent and parent not in known:
            raise row.refuse("parent", _("le thème « %(slug)s » doit venir plus haut.") % {"slug": parent})
        if slug in known:
            continue
        known[slug] = Theme.objects.create(
            slug=slug,
            parent=known.get(parent),
            name=row.required("name"),
            name_en=row.text("name_en"),
            name_zh=row.text("name_zh"),
            synonyms=[text.strip() for text in row.text("synonyms").split(";") if text.strip()],
            sdgs=read_goals(row),
            source=row.text("source"),
        )
        added.append(known[slug])
    return added


def read_goals(row):
    goals = row.text("sdgs").split()
    if not all(goal.isdecimal() and 1 <= int(goal) <= 17 for goal in goals):
        raise row.refuse("sdgs", _("des numéros de 1 à 17, séparés par des espaces, sont attendus."))
    return [int(goal) for goal in goals]
