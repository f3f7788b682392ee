"""Text search and sorting that ignore accents; the functions live in the database (`core.0001`)."""

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import Func, IntegerField, Q, TextField, Value
from django.db.models.functions import Concat
from django.db.models.lookups import Exact

CONFIG = "fr"
# Stop words that PostgreSQL's list forgets, or that lose their accent before they could be found in it
SAYS_NOTHING = {"à", "entre", "les", "même"}


class Unaccented(Func):
    """Lower-case text without accents, immutable so that it may stand in an index or a generated column."""

    function = "core_unaccented"
    output_field = TextField()


class Folded(Unaccented):
    """Unaccented text in which what joins words is one space: « Saint-Étienne » meets « saint etienne »."""

    template = "regexp_replace(%(function)s(%(expressions)s), '[-''’., /]+', ' ', 'g')"


def joined(*fields):
    """The texts of `fields` with a space between; immutable, so that it may stand in a generated column."""
    parts = (part for name in fields for part in (Value(" "), name))
    return Concat(*list(parts)[1:], output_field=TextField())


def french_vector(*fields, weight=None):
    return SearchVector(*fields, config=CONFIG, weight=weight)


def word_said(word):
    """The condition that `own_text`, a column or an alias made by `french_vector`, holds a word; a stop word finds everything."""
    if word in SAYS_NOTHING:
        return Q(pk__isnull=False)
    query = SearchQuery(word, config=CONFIG)
    says_nothing = Exact(Func(query, function="numnode", output_field=IntegerField()), 0)
    return Q(says_nothing) | Q(own_text=query)


def telling_words(words):
    """Those of `words` that a search can narrow anything by: stop words and mere signs are left out."""
    asked = [word for word in words if word not in SAYS_NOTHING]
    with connection.cursor() as cursor:
        cursor.execute(
            "select word from unnest(%s::text[]) with ordinality as asked (word, place)"
            " where numnode(plainto_tsquery(%s::regconfig, word)) > 0 order by place",
            [asked, CONFIG],
        )
        return [word for (word,) in cursor.fetchall()]
