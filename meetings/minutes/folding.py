import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
# « St-Étienne » and « Saint-Étienne » are one name.
SHORTENED = {"st": "saint", "ste": "sainte"}
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


def unaccented(text):
    decomposed = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def folded_words(text):
    return [SHORTENED.get(word, word) for word in WORD.findall(unaccented(text))]


def fold(text):
    """`text` as names are compared: no case, accent, hyphen, apostrophe or double space; œ is oe, St is Saint."""
    return " ".join(folded_words(text))


def squeeze(text):
    return " ".join(text.split())
