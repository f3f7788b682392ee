import re
import unicodedata

LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
SOFT_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[ \\t]*(?:\n|\f|$))")

# Word writes its bullets with the Symbol and Wingdings fonts, whose characters have no meaning of their own in Unicode.
SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf06e": "•",
    "\uf076": "•",
    "\uf0fc": "•",
    "\uf0d8": "Ø",
    "\uf0e0": "→",
    "\uf0e8": "→",
    "\uf02d": "-",
}
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
KEPT_CONTROLS = "\n\t\f"


def _replacement(character):
    if character in KEPT_CONTROLS:
        return character
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    noncharacter = category == "Cn" and ord(character) & 0xFFFE == 0xFFFE
    # Cf: zero-width marks, byte order marks, directions, soft hyphens inside a line.
    return "" if noncharacter or category in {"Cc", "Cf", "Cs"} else character


def normalise(text):
    """Write one text in the one way the parser knows: NFC, plain spaces, "\\n", no invisible character; lines stay."""
    text = LINE_END.sub("\n", text)
    text = SOFT_HYPHEN_AT_LINE_END.sub("-", text)
    table = {ord(character): _replacement(character) for character in set(text)}
    table |= str.maketrans(LIGATURES | SYMBOLS)
    return unicodedata.normalize("NFC", text.translate(table))
