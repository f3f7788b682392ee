"""Find territories and organisations by any of their names: French, exonym, pinyin with or without tones, hanzi.

Folding is the database's (`core.search.Folded`): case, accents, hyphens and apostrophes do not count. What contains
every word comes first; only when nothing does, what is spelt nearly so (trigrams).
"""

import re

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, F, FloatField, Func, Max, Q, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Concat, Greatest

from core.search import Folded
from directory.models import CountryGroup, Organisation, OrganisationName, Person, Territory, TerritoryName, Theme

ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
MAX_WORDS = 8  # the rest of a pasted sentence would only cost time
LONGEST = 400  # no name has so many letters, its abbreviations written out
WIDE = 2  # the levels of regions and provinces, of departments and prefectures
NARROWER = 0.08  # what a near spelling loses for each level down
NEARLY_AS_NEAR = 0.9  # of the likeness of the nearest
SHOWN_NAME, EXACT, BEGINS, A_WORD_BEGINS, CONTAINS = 5.0, 4.0, 3.0, 2.0, 1.0


class ArrayToString(Func):
    function = "array_to_string"
    template = "%(function)s(%(expressions)s, ' ')"
    output_field = TextField()


def words_of(text):
    return every_word(text)[:MAX_WORDS]


def every_word(text):
    words = re.split(r"[-'’.,/\s]+", text.replace("\x00", "").strip().lower())
    return [ABBREVIATIONS.get(word, word) for word in words if word]


def folded_name(text):
    """The form under which a name of exactly these words is stored, however many they are."""
    return folded(" ".join(every_word(text))[:LONGEST])


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
    exact = territories_holding(words, among)
    return exact if exact.exists() else among.filter(pk__in=near_territory_names(words).values("territory"))


def territories_holding(words, among):
    """The territories of `among` one name of which holds every one of `words`."""
    holding = TerritoryName.objects.all()
    for word in words:
        holding = holding.filter(folded__contains=folded(word))
    return among.filter(pk__in=holding.values("territory"))


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
    exact = organisations_holding(words, among)
    if exact.exists():
        return exact
    near = OrganisationName.objects.filter(folded__trigram_similar=folded(" ".join(words)))
    return among.filter(
        Q(sort_key__trigram_similar=folded(" ".join(words)))
        | Q(pk__in=near.values("organisation"))
        | Q(territory__in=near_territory_names(words).values("territory"))
    )


def organisations_holding(words, among):
    """The organisations of `among` that every one of `words` designates."""
    return among.filter(*(word_designates(word) for word in words))


def word_designates(word):
    key = folded(word)
    return (
        Q(folded__contains=key)
        | Q(acronym__iexact=word)
        | Q(pk__in=OrganisationName.objects.filter(folded__contains=key).values("organisation"))
        | Q(territory__in=TerritoryName.objects.filter(folded__contains=key).values("territory"))
    )


def organisations_designated(word):
    """The ids of the organisations that one word of a search designates, as a queryset."""
    return organisations_holding([word], Organisation.objects.order_by()).values("pk")


def organisations_meant(words):
    """For each of `words`, the ids of the organisations that it designates, in one query: {word: [id]}."""
    return ids_by_word(words, lambda word: organisations_holding([word], Organisation.objects.order_by()))


def organisations_nearly_meant(words):
    """For each of `words`, the ids of the organisations with a name spelt most nearly so, theirs or their territory's."""
    return ids_by_word(words, nearest_organisations)


def ids_by_word(words, find):
    named = [find(word).annotate(word=Value(word)).values_list("word", "pk") for word in words]
    found = {word: [] for word in words}
    for word, pk in named[0].union(*named[1:], all=True).order_by() if named else ():
        found[word].append(pk)
    return found


def nearest_organisations(word):
    """Those whose nearest name is about as near as the nearest of all: « nanjng » means Nanjing, not Nanning too."""
    key = folded(word)
    places = TerritoryName.objects.order_by().filter(
        folded__trigram_similar=key, territory__organisations__isnull=False
    )
    names = OrganisationName.objects.order_by().filter(folded__trigram_similar=key)
    places, names = (rows.annotate(near=TrigramSimilarity("folded", key)) for rows in (places, names))
    nearest = (Subquery(rows.order_by("-near").values("near")[:1]) for rows in (places, names))
    close = {"near__gte": Greatest(*nearest, output_field=FloatField()) * NEARLY_AS_NEAR}
    return Organisation.objects.order_by().filter(
        Q(territory__in=places.filter(**close).values("territory"))
        | Q(pk__in=names.filter(**close).values("organisation"))
    )


def territories_designated(word):
    """The ids of the territories with a name that holds one word of a search, as a queryset."""
    return TerritoryName.objects.order_by().filter(folded__contains=folded(word)).values("territory")


def best_territories(text, among=None, limit=10):
    """Return the `limit` territories that `text` most likely means, best first: its own name, another, a beginning, the rest.

    Between equals the higher level, then the more people. An empty text means none.
    """
    if not words_of(text):
        return []
    return list(best_first(territories_matching(text, among), text)[:limit])


def best_first(territories, text):
    """Order `territories`, which match `text`, as `best_territories` says.

    Another name of a wide territory is worth the own name of a small one: « Nanjing » is Nankin before the xian of Nanjing.
    """
    words = " ".join(words_of(text))
    key = folded(words)
    shown = When(folded_name=key, then=Value(SHOWN_NAME))
    score = Case(
        shown,
        When(names__folded=key, level__lte=WIDE, then=Value(SHOWN_NAME)),
        When(names__folded=key, then=Value(EXACT)),
        When(names__folded__startswith=key, then=Value(BEGINS)),
        When(names__folded__contains=folded(f" {words}"), then=Value(A_WORD_BEGINS)),
        When(names__folded__contains=key, then=Value(CONTAINS)),
        # Below 1: of near spellings the nearest, a wider territory being meant more often
        default=TrigramSimilarity("names__folded", key) - F("level") * NARROWER,
        output_field=FloatField(),
    )
    own = Case(shown, default=Value(0.0), output_field=FloatField())
    scored = territories.alias(folded_name=Folded("name"), own=own).annotate(score=Max(score))
    return scored.order_by("-score", "level", "-own", F("population").desc(nulls_last=True), "sort_key", "pk")


def territories_named(text, among=None):
    """Narrow `among` to the territories that bear exactly this name, folded; several may: 1,441 French communes share theirs."""
    among = Territory.objects.all() if among is None else among
    return among.filter(pk__in=TerritoryName.objects.filter(folded=folded_name(text)).values("territory"))


def people_matching(text, among=None):
    """Narrow `among` (everybody unless told) to those whose first or last name holds each word of `text`."""
    among = Person.objects.all() if among is None else among
    found = among.alias(folded_name=Folded(Concat("first_name", Value(" "), "last_name")))
    for word in words_of(text):
        found = found.filter(folded_name__contains=folded(word))
    return found


def groups_matching(text, among=None):
    """Narrow `among` to the groups whose name or presentation holds each word of `text`."""
    among = CountryGroup.objects.all() if among is None else among
    found = among.alias(folded_name=Folded("name"), folded_text=Folded("description"))
    for word in words_of(text):
        found = found.filter(Q(folded_name__contains=folded(word)) | Q(folded_text__contains=folded(word)))
    return found


def themes_matching(text, among=None):
    """Narrow `among` to the themes of which a name, in any language, or a synonym holds each word of `text`."""
    among = Theme.objects.all() if among is None else among
    parts = (part for name in ("name_en", "name_zh", "said") for part in (Value(" "), name))
    names = Concat("name", *parts, output_field=TextField())
    found = among.alias(said=ArrayToString("synonyms")).alias(folded_names=Folded(names))
    for word in words_of(text):
        found = found.filter(folded_names__contains=folded(word))
    return found
