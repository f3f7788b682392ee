import re

from meetings.minutes.folding import fold, folded_words, squeeze

# First elements of compounds that a line may end with: their hyphen belongs to the word.
COMPOUND_STARTS = frozenset(
    folded_words(
        "agro anti apres arriere auto avant bio celui celle ceux co compte contre demi eco elle euro ex franco "
        "groupe hors hispano inter intra italo jean lui mi micro mieux mini multi nord non nous ouest outre pays peut plan "
        "pluri porte post pre quasi quelques rendez sino socio sous sud est sur techno tous trans tri vice vous"
    )
)
LONGEST_WORD = 40
SYLLABLE = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")


def join_lines(texts, words=frozenset()):
    """Lines broken by the margin made one again.

    A hyphen at the end of a line stays when it belongs to the word (« Hauts-de- / France », « franco- / chinoises »)
    and goes when it only cuts it (« coopéra- / tion »); `words` are the folded words of the document, which tell.
    """
    parts = []
    for text in map(str.strip, texts):
        if not text:
            continue
        cut = SYLLABLE.search(parts[-1][-LONGEST_WORD:]) if parts else None
        if cut and not _keeps_hyphen(cut.group(1), text, words):
            parts[-1] = parts[-1][:-1]
        elif parts and not cut:
            parts.append(" ")
        parts.append(text)
    return squeeze("".join(parts))


def _keeps_hyphen(before, text, words):
    after = re.match(r"[^\W\d_]+", text)
    if not after or after.group()[0].isupper():
        return True
    whole, first = fold(before + after.group()), fold(before)
    if whole in words:
        return False
    return first in COMPOUND_STARTS or (first in words and fold(after.group()) in words) or len(first) <= 2


def mend_hyphens(text):
    """« Barbès- Rochechouart »: a blank that the extraction left after a hyphen inside a name."""
    return re.sub(r"(?<=\w)- (?=[A-ZÀ-Ý]\w)", "-", text)
