"""Find territories and organisations by any of their names: French, exonym, pinyin with or without tones, hanzi.

Folding is the database's (`core.search.Folded`): case, accents, hyphens and apostrophes do not count. What contains
every word comes first; only when nothing does, what is spelt nearly so (trigrams).
"""

import re

from django.db.models import Case, F, FloatField, Max, Q, TextField, Value, When
from django.db.models.functions import Cast

from core.search import Folded
from directory.models import Organisation, OrganisationName, Territory, TerritoryName

ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
MAX_WORDS = 8  # more words than any name has; the rest of a pasted sentence would only cost time
SHOWN_NAME, EXACT, BEGINS, A_WORD_BEGINS, CONTAINS = 5.0, 4.0, 3.0, 2.0, 1.0


def words_of(text):
    words = re.split(r"[-'’.,/\s]+", text.replace("\x00", "").strip().lower())
    return [ABBREVIATIONS.get(word, word) for word in words if word][:MAX_WORDS]


def folded(text):
    return Folded(Cast(Value(text), TextField()))


def territories_matching(text, among=None):
    """Narrow `among` (all territories unless told) to those with a name that holds every word of `text`.

    The order is that of `among`; when nothing matches so, near spellings do. An empty text narrows nothing.
    """
    among = Territory.objects.all() if among is None else among
    words = words_of(text)
    if not words:
        return among
    holding = TerritoryName.objects.all()
    for word in words:
        holding = holding.filter(folded__contains=folded(word))
    exact = among.filter(pk__in=holding.values("territory"))
    return exact if exact.exists() else among.filter(pk__in=near_territory_names(words).values("territory"))


def near_territory_names(words):
    return TerritoryName.objects.filter(folded__trigram_similar=folded(" ".join(words)))


def organisations_matching(text, among=None):
    """Narrow `among` (all organisations unless told) to those that every word of `text` designates.

    A word may stand in the name, the acronym, another name, the Chinese name or a name of the territory; when
    nothing matches so, near spellings of a name do. An empty text narrows nothing.
    """
    among = Organisation.objects.all() if among is None else among
    words = words_of(text)
    if not words:
        return among
    exact = among.alias(
        folded_name=Folded("name"), folded_acronym=Folded("acronym"), folded_zh=Folded("name_zh")
    ).filter(*(word_designates(word) for word in words))
    if exact.exists():
        return exact
    near = OrganisationName.objects.filter(folded__trigram_similar=folded(" ".join(words)))
    return among.filter(
        Q(sort_key__trigram_similar=folded(" ".join(words)))
        | Q(pk__in=near.values("organisation"))
        | Q(territory__in=near_territory_names(words).values("territory"))
    )


def word_designates(word):
    key = folded(word)
    return (
        Q(folded_name__contains=key)
        | Q(folded_acronym=key)
        | Q(folded_zh__contains=key)
        | Q(pk__in=OrganisationName.objects.filter(folded__contains=key).values("organisation"))
        | Q(territory__in=TerritoryName.objects.filter(folded__contains=key).values("territory"))
    )


def best_territories(text, among=None, limit=10):
    """Return the `limit` territories that `text` most likely means, best first: its own name, another, a beginning, the rest.

    Between equals the higher level, then the more people. An empty text means none.
    """
    if not words_of(text):
        return []
    key = folded(" ".join(words_of(text)))
    score = Case(
        When(folded_name=key, then=Value(SHOWN_NAME)),
        When(names__folded=key, then=Value(EXACT)),
        When(names__folded__startswith=key, then=Value(BEGINS)),
        When(names__folded__contains=folded(f" {' '.join(words_of(text))}"), then=Value(A_WORD_BEGINS)),
        When(names__folded__contains=key, then=Value(CONTAINS)),
        default=Value(0.0),
        output_field=FloatField(),
    )
    found = territories_matching(text, among).alias(folded_name=Folded("name")).annotate(score=Max(score))
    return list(found.order_by("-score", "level", F("population").desc(nulls_last=True), "sort_key", "pk")[:limit])


def territories_named(text, among=None):
    """Narrow `among` to the territories that bear exactly this name, folded; several may: 1,441 French communes share theirs."""
    among = Territory.objects.all() if among is None else among
    return among.filter(
        pk__in=TerritoryName.objects.filter(folded=folded(" ".join(words_of(text)))).values("territory")
    )
