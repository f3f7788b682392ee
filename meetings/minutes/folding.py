import re
import unicodedata

MARKS = re.compile(r"[\u0300-\u036f]+")
WORD = re.compile(r"[^\W_]+")
# « St-Étienne » and « Saint-Étienne » are one name.
SHORTENED = {"st": "saint", "ste": "sainte"}
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


def unaccented(text):
    if text.isascii():
        return text.lower()
    return MARKS.sub("", unicodedata.normalize("NFD", text.translate(LIGATURES))).casefold()


def folded_words(text):
    return [SHORTENED.get(word, word) for word in WORD.findall(unaccented(text))]


def fold(text):
    """`text` as names are compared: no case, accent, hyphen, apostrophe or double space; œ is oe, St is Saint."""
    return " ".join(folded_words(text))


def squeeze(text):
    return " ".join(text.split())
