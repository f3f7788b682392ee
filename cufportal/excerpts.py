"""A few words around those that were looked for."""

import unicodedata

from django.utils.html import strip_tags

BEFORE, AROUND = 60, 220  # characters


def folded(text):
    """Lower-case and without accents, letter for letter, so that places are those of the text."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)


def excerpt(text, words):
    """Return some 220 characters of `text` (its mark-up cut out) from a little before the first of `words` that stands in it."""
    plain = " ".join(strip_tags(text.replace("><", "> <")).split())
    bare = folded(plain)
    places = [bare.find(folded(word)) for word in words]
    first = min((place for place in places if place >= 0), default=0)
    start = 0 if first <= BEFORE else plain.find(" ", first - BEFORE) + 1
    end = len(plain) if start + AROUND >= len(plain) else plain.rfind(" ", start, start + AROUND)
    end = end if end > start else start + AROUND
    return f"{'… ' if start else ''}{plain[start:end]}{' …' if end < len(plain) else ''}"
