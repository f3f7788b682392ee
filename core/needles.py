"""How the traces of somebody are written in a text: patterns that Python and PostgreSQL read alike, whatever the case."""

import html
import json
import re
import unicodedata
from collections.abc import Iterable

# What may stand between two words: blanks, those of a JSON string and of a page included, and the marks of rich text.
BLANK = r"\s\u00a0\u2007\u202f\u3000"  # PostgreSQL takes those that do not break for no blanks
GAP = rf"(?:[{BLANK}]|\\[nrt]|\\u00a0|\\u202f|\\xa0|&nbsp;|&#160;|%20|</?[a-z][^<>]*>)+"
JOINS = r"[-‐‑–._+]"  # what stands for a blank in the name of a file, an address
# A word begins after anything but a letter; in a JSON string an escape ends in a letter, and is none.
AFTER_ESCAPE = r"(?<=\\[nrtbf])|(?<=\\u[0-9a-f][0-9a-f][0-9a-f][0-9a-f])"
WORD_BEGINS, WORD_ENDS = rf"(?:(?<![^\W\d_])|{AFTER_ESCAPE})", r"(?![^\W\d_])"
ADDRESS_BEGINS, ADDRESS_ENDS = rf"(?:(?<![\w.+-])|{AFTER_ESCAPE})", r"(?![\w-]|\.\w)"
DIGITS_BEGIN, DIGITS_END = r"(?<!\d)", r"(?!\d)"
CIVILITIES = rf"(?:M\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Mme|Mlle|Dr\.?|Pr\.?|Monsieur|Madame|Mademoiselle){GAP}"
TITLES_AFTER = f"{GAP.removesuffix('+')}*(?:先生|女士|小姐)"
APART = rf"[{BLANK}.()/‐‑–-]*"  # between two digits
COUNTRY = re.compile(r"1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}")  # the codes of the ITU
FEWEST_DIGITS = 6  # fewer are no telephone number, and would be found in any text
NOTHING = r"(?!)"
EDGES = (WORD_BEGINS, WORD_ENDS, ADDRESS_BEGINS, ADDRESS_ENDS, DIGITS_BEGIN, DIGITS_END)

LIGATURES = {"oe": "œ", "ae": "æ"}
TOGETHER = re.compile("|".join(LIGATURES), re.IGNORECASE)
ENTITIES = r"(?:acute|grave|circ|uml|cedil|tilde|ring);"  # &amp; and &nbsp; are no letters
LATIN = [chr(number) for number in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250))]


def any_of(patterns: Iterable[str]) -> str:
    """Return the pattern of what any of `patterns` finds; of none, nothing."""
    known = sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))
    return "|".join(f"(?:{pattern})" for pattern in known) or NOTHING


def loosened(pattern: str) -> str:
    """Return what finds as much and more, for it looks at no edge: PostgreSQL reads it some fifty times faster."""
    for edge in EDGES:
        pattern = pattern.replace(edge, "")
    return pattern


def address_pattern(address: str) -> str:
    written = "".join("(?:@|%40)" if char == "@" else re.escape(char) for char in address.strip())
    return f"{ADDRESS_BEGINS}{written}{ADDRESS_ENDS}"


def phone_pattern(phone: str) -> str:
    """However its digits are grouped; the country may be left out, or written +33, 0033 or (0)."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    if len(digits) < FEWEST_DIGITS:
        return NOTHING
    own = re.sub(r"^(?:0033|33|0)(?=[1-9]\d{8}$)", "", digits)
    start = rf"(?:(?:\+|00)?33{APART}(?:\(?0\)?)?|0){APART}"
    if own == digits:
        country, own = country_and_own(phone, digits)
        start = rf"(?:(?:\+|00)?{country}{APART}(?:\(?0\)?)?{APART})?"
    return f"{DIGITS_BEGIN}{start}{APART.join(own)}{DIGITS_END}"


def country_and_own(phone, digits):
    """The code of the country, as it is written or may be, and the digits that follow it."""
    found = COUNTRY.match(digits.removeprefix("00")) if phone.strip().startswith(("+", "00")) else None
    own = found and digits.removeprefix("00")[found.end() :]
    return (found[0], own) if found and len(own) > FEWEST_DIGITS else (r"\d{1,3}", digits)


def name_patterns(first: str, last: str) -> list[str]:
    """The ways to write the whole name: in both orders, or with the initial."""
    if not (first.strip() and last.strip()):
        return []
    given, family = words(first), words(last)
    between = f"(?:{GAP})?" if is_hanzi(last[-1]) or is_hanzi(first[0]) else f"(?:,?{GAP}|{JOINS})"
    found = [f"{given}{between}{family}", f"{family}{between}{given}"]
    if not is_hanzi(first[0]):
        found.append(rf"{loosely(first.strip()[0])}\.(?:-?[^\W\d_]\.)?(?:{GAP})?{family}")
    return [whole(pattern, first, last) for pattern in found]


def called_patterns(last: str) -> list[str]:
    """The family name after a civility, or before one in Chinese."""
    family = words(last)
    return [f"{WORD_BEGINS}{CIVILITIES}{family}{WORD_ENDS}", f"{family}{TITLES_AFTER}"] if last.strip() else []


def alone_pattern(last: str) -> str:
    return whole(words(last), last, last) if last.strip() else NOTHING


def whole(pattern, *edges):
    """The pattern as whole words; hanzi stand side by side, so that there is no edge to look for."""
    if any(is_hanzi(text.strip()[0]) for text in edges):
        return pattern
    return f"{WORD_BEGINS}{pattern}{WORD_ENDS}"


def words(text):
    spelt = (TOGETHER.sub(together, word) for word in composed(text).split())
    return f"(?:{GAP}|{JOINS})".join("".join(map(loosely, word)) for word in spelt)


def composed(text):
    return unicodedata.normalize("NFC", text)


def together(found):
    return LIGATURES[found[0].lower()]


def loosely(char):
    """A letter with or without its accent, itself or as JSON and pages write it; any apostrophe, any hyphen."""
    if letters := ACCENTED.get(bare(char)):
        # Some write accents and others do not: those of the record prove nothing.
        return rf"(?:[{letters}][\u0300-\u036f]*|\\u0[01][0-9a-f][0-9a-f]|&{bare(char)}{ENTITIES})"
    if char.lower() in LIGATURES.values():
        letters = next(letters for letters, one in LIGATURES.items() if one == char.lower())
        one, two = loosely(letters[0]), loosely(letters[1])
        return rf"(?:[{char.lower()}{char.upper()}]|\\u0(?:15[23]|0[ce]6)|&{letters}lig;|{one}{two})"
    if char in "'’ʼ":
        char, forms = "'", {"'", "’", "ʼ", "&#x27;", "&#39;"}
    elif char in "-‐‑–":
        return r"(?:-|‐|‑|–|\s|\\u201[0-3])"
    else:
        forms = {char.lower(), char.upper()}
        forms |= {unicodedata.normalize("NFD", form)[0] for form in forms}
        forms |= {unicodedata.normalize("NFD", form) for form in forms}
        forms |= {html.escape(form) for form in forms}
    forms |= {json.dumps(form)[1:-1] for form in forms}
    found = sorted({re.escape(form) for form in forms}, key=lambda form: (-len(form), form))
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


def bare(text):
    """A name as two people would say that it is the same: whatever the case, the accents and the blanks."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).replace("-", " ").split())


def is_hanzi(char):
    return "\u3400" <= char <= "\u9fff"


ACCENTED = {letter: "".join(char for char in LATIN if bare(char) == letter) for letter in "abcdefghijklmnopqrstuvwxyz"}


def compiled(pattern: str) -> re.Pattern:
    return re.compile(pattern, re.IGNORECASE)
