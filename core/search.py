"""Text search and sorting that ignore accents; the functions live in the database (`core.0001`)."""

from django.contrib.postgres.search import SearchVector
from django.db.models import Func, TextField

CONFIG = "fr"


class Unaccented(Func):
    """Lower-case text without accents, immutable so that it may stand in an index or a generated column."""

    function = "core_unaccented"
    output_field = TextField()


class Folded(Unaccented):
    """Unaccented text in which what joins words is one space: « Saint-Étienne » meets « saint etienne »."""

    template = "regexp_replace(%(function)s(%(expressions)s), '[-''’., /]+', ' ', 'g')"


def french_vector(*fields, weight=None):
    return SearchVector(*fields, config=CONFIG, weight=weight)
