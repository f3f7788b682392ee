"""Minutes keep who was away, never why: reasons of absence are cut before anything is stored or shown."""

import re
import unicodedata
from dataclasses import dataclass, replace

from meetings.minutes import absence_words as words

CUT = "[…]"
UNIT_END = re.compile(
    r"\n[ \t]*\n"
    r"|(?<=[.!?…])(?<!\bM\.)(?<!\bMM\.)(?<!\bMme\.)(?<!\bDr\.)(?<!\[…)[»”\")]*\s+(?=[«“\"(\[]?\s?[A-ZÀ-Ý])"
    r"|\n(?=[ \t]*(?:[-–—•*Ø➢→✓☐]|o(?=[ \t]+[A-ZÀ-Ý])|\d+[.)])[ \t])"
    r"|\n(?=[^\t\n]+\t)"
)
FULL_NAME = re.compile(
    r"\b(?!Région|Ville|Département|Métropole|Cités|Ministère|Comité|Groupe)[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý][\w’'-]+"
)
LISTED = re.compile(r"\s*(?:[-–—•*Ø➢→✓☐o]|\d+[.)])[ \t]")
# What is left of a name that the end of the line cut: « Anne ⏎ SABATIER (Région Bretagne), … ».
SURNAME = re.compile(r"\s*[A-ZÀ-Ý][A-ZÀ-Ý’'-]{2,}\b[^:\n]*$", re.MULTILINE)
LINE_OF_A_LIST = re.compile(r"\n(?=[ \t]*[A-ZÀ-Ý])")
CUT_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?=[a-zà-ÿœ])")
CONTINUED = re.compile(r"(?<=\n)[ \t]+")
APOSTROPHES = "’‘ʼ`´"
LINE_BREAK = re.compile(r"[\n\f]\t*")
MAX_EXTENSION = 60
MAX_PIECES = 5
MAX_UNIT = 3_000  # no sentence is longer; it bounds the work on a text without stops


@dataclass(frozen=True)
class Plain:
    """A text made plain for the patterns, and where each of its characters stands in the original."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True)
class Context:
    told: bool  # a heading or the sentence before says that who is named is away
    absent: bool  # someone is said to be away
    replaced: bool  # someone stands in for someone
    person: bool
    meeting: bool

    @property
    def about_someone(self):
        return self.absent or self.replaced or self.person


def redact(document):
    """Return the document without the reasons of absence: each is replaced by « […] », lines keep their number.

    Cut are illness, family and private matters, and any other engagement, where the sentence or the list says that
    someone is away, represented or replaced. Applying it again changes nothing.
    """
    text = "\f".join(document.pages)
    shorter = _redacted(text)
    while shorter != text:
        text, shorter = shorter, _redacted(shorter)
    return replace(document, pages=tuple(text.split("\f")))


def _redacted(text):
    output, in_list, absent_before = [], False, False
    for unit, is_new in _units(text):
        plain = folded(unit)
        if plain.text.strip():
            in_list = _is_header(plain.text) or (in_list and (not is_new or _goes_on(unit, plain)))
            follows = absent_before and (not is_new or bool(words.PRONOUN_FIRST.match(plain.text)))
            context = _context(unit, plain, in_list or follows)
            unit = _cut(unit, _spans(plain, context), plain)
            absent_before = context.absent
        output.append(unit)
    return "".join(output)


def _units(text):
    """Yield the sentences, items and rows of a text, each with what parts it from the next; False goes with the rest of one."""
    start = 0
    for end in [*(match.end() for match in UNIT_END.finditer(text)), len(text)]:
        unit = text[start:end]
        start = end
        cuts = [0]
        if words.HEADER.match(folded(unit[:MAX_UNIT].split("\n")[0]).text.strip()):
            # One absent a line, below the heading of a list.
            cuts += [match.end() for match in LINE_OF_A_LIST.finditer(unit)]
        for first, last in zip(cuts, [*cuts[1:], len(unit)], strict=True):
            for piece in range(first, last, MAX_UNIT):
                yield unit[piece : min(piece + MAX_UNIT, last)], piece == first


def _is_header(text):
    """« Excusés », alone or above one of the columns of a table."""
    return bool(words.HEADER.match(text)) or any(words.HEADER.match(cell.strip()) for cell in text.split("\t")[1:])


def _goes_on(unit, plain):
    if words.OTHER_HEADER.match(plain.text):
        return False
    named = FULL_NAME.match(unit.strip()) or SURNAME.match(unit)
    return bool(LISTED.match(unit) or named or words.PERSON.match(plain.text.strip()))


def _context(unit, plain, is_told_absent):
    person = bool(words.PERSON.search(plain.text) or FULL_NAME.search(unit))
    meeting = bool(words.MEETING.search(plain.text))
    not_there = bool(words.NOT_THERE.search(plain.text)) and (person or meeting)
    absent = is_told_absent or not_there or bool(words.ABSENT.search(plain.text))
    return Context(is_told_absent, absent, bool(words.STOOD_IN_FOR.search(plain.text)), person, meeting)


def folded(text):
    """Return the text made plain: see `absence_words`."""
    dropped = {place for match in CUT_WORD.finditer(text) for place in range(*match.span())}
    continued = {place for match in CONTINUED.finditer(text) for place in range(*match.span())}
    plain, places = [], []
    for index, character in enumerate(text):
        if index in dropped:
            continue
        if character == "\t" and index in continued:
            character = " "  # a line that goes on under its column, not the next cell
        if character.isspace() and character != "\t":
            if plain and plain[-1] in " \t":
                continue
            character = " "
        for base in _base(character):
            plain.append(base)
            places.append(index)
    return Plain("".join(plain), tuple(places))


def _base(character):
    if character in APOSTROPHES:
        return "'"
    letters = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"}.get(character)
    return letters or unicodedata.normalize("NFD", character)[0].lower()


def _cut(unit, spans, plain):
    """Replace the spans of the plain text by the mark in the original, and keep every end of line."""
    for start, end in reversed(_merged(spans)):
        first, last = plain.places[start], plain.places[end - 1] + 1
        breaks = "".join(LINE_BREAK.findall(unit[first:last]))
        stop = re.match(r"[,;:.)]* ?" if breaks else "", unit[last:]).group()
        unit = unit[:first] + CUT + stop.rstrip() + breaks + unit[last + len(stop) :]
    return unit


def _merged(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spans(plain, context):
    found = (_trimmed(plain.text, span) for rule in RULES for span in rule(plain.text, context))
    return [(start, end) for start, end in found if start < end and "[" not in plain.text[start:end]]


def _trimmed(text, span):
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _end(text, start):
    """Return where the reason that starts there ends; private words after a comma still belong to it."""
    end = words.END.search(text, start).start()
    for _piece in range(MAX_PIECES):
        if text[end : end + 1] != ",":
            break
        further = words.END.search(text, end + 1).start()
        piece = text[end + 1 : further]
        speaks_of_someone = words.PERSON.search(piece) or words.ABSENT.search(piece) or words.NOT_THERE.search(piece)
        if len(piece) > MAX_EXTENSION or speaks_of_someone or not words.PRIVATE.search(piece):
            break
        end = further
    return end


def _private_matters(text, context):
    """« suite à un problème personnel », « pour raisons de santé »."""
    if context.about_someone or context.meeting:
        for match in words.PRIVATE_CAUSE.finditer(text):
            yield match.start(), _end(text, match.end())
    if context.absent or context.replaced:
        for match in words.PRIVATE_NOUN.finditer(text):
            yield match.start(), _end(text, match.end())


def _causes(text, context):
    """« en raison de… », « car… » beside the word of absence; with private words, anywhere in its sentence."""
    for match in words.ANY_CAUSE.finditer(text):
        end = _end(text, match.end())
        private = (context.absent or context.replaced) and words.PRIVATE.search(text, match.end(), end)
        if private or (context.absent and _explains_absence(text, match, end, context)):
            yield match.start(), end


def _explains_absence(text, cause, end, context):
    before = text[max(cause.start() - words.CLOSE, 0) : cause.start()]
    if context.told or re.search(rf"(?:{words.ABSENT.pattern}|{words.NOT_THERE.pattern})[^,;.:()]*,? ?$", before):
        return True
    opens = not before.strip() or re.search(r"(?:[,;:(–-]|\bque?'?) ?$", before)
    vague = words.SUITE_CAUSE.match(text, cause.start()) and not words.MISHAP.search(text, cause.end(), end)
    after = text[end : end + words.FAR]
    return bool(opens and not vague and (words.ABSENT.search(after) or words.NOT_THERE.search(after)))


def _openings(text, context):
    """« Mme X, souffrante, », « M. Y (garde d’enfant) », « M. Z – en mission »."""
    for match in words.SEGMENT.finditer(text):
        start = match.end()
        end = _end(text, start)
        state = words.STATE_OPENING.match(text, start) and context.about_someone
        if state and not context.absent and words.SUFFERING.match(text, start):
            state = words.PRIVATE.search(text, start + len("souffrant"), end)
        private = context.absent and words.PRIVATE_OPENING.match(text, start)
        if state or private or (context.absent and words.OTHER_OPENING.match(text, start)):
            yield start, end


def _states(text, context):
    """« Mme X est souffrante », « il est en déplacement »."""
    for match in words.IN_STATE.finditer(text):
        if context.absent or context.replaced or _is_of_person(text, match.start()):
            yield match.start("reason"), _end(text, match.end())
    for match in words.BUSY.finditer(text):
        if context.absent:
            yield match.start("reason"), _end(text, match.end())


def _is_of_person(text, place):
    subjects = list(words.PERSON.finditer(text, 0, place))
    between = text[subjects[-1].end() : place] if subjects else " que "
    return len(between) <= words.FAR and not re.search(r" qu(?:e |')", between)


def _held_up(text, context):
    """« retenu par une autre réunion », « empêchée par un deuil »."""
    for match in words.HELD_UP.finditer(text):
        end = _end(text, match.end())
        known = words.OTHER_MATTER.search(text, match.end(), end) or words.PRIVATE.search(text, match.end(), end)
        if context.absent or (context.about_someone and known):
            yield match.start("reason"), end
    for match in words.HINDERED_BY.finditer(text):
        if context.absent:
            yield match.start("reason"), _end(text, match.end())


def _events(text, context):
    """« a eu un accident », « sa fille est malade »."""
    for match in words.HAPPENED.finditer(text):
        if context.absent or _is_of_person(text, match.start()):
            yield match.start(), _end(text, match.end())
    for match in words.RELATIVE.finditer(text):
        if context.absent or context.replaced:
            yield match.start(), _end(text, match.end())


def _private(text, context):
    """« pour un congé maternité », « (problème de santé) », « (en déplacement) »."""
    if context.about_someone:
        for match in words.LEAVE.finditer(text):
            yield match.start(), _end(text, match.end())
        for match in words.BRACKETED.finditer(text):
            if words.AWAY_ALONE.fullmatch(match["reason"]) or words.PRIVATE_ALONE.match(match["reason"]):
                yield match.span("reason")


def _labelled(text, context):
    """« Motif de l’absence : … », « est absente : son vol… »."""
    for match in words.LABELLED.finditer(text):
        if context.absent or "absence" in match.group():
            yield match.span("reason")
    for match in words.EXPLAINED.finditer(text):
        yield match.span("reason")


def _kept_away(text, context):
    """« une urgence l’ayant retenue », « un deuil a empêché Mme X de venir »."""
    if context.absent:
        yield from (match.span() for match in words.KEPT_AWAY.finditer(text))
    for match in words.KEPT_FROM_COMING.finditer(text):
        if words.PRIVATE.search(match["reason"]) or words.OTHER_MATTER.search(match["reason"]):
            yield match.span("reason")


RULES = (_private, _private_matters, _causes, _openings, _states, _held_up, _events, _labelled, _kept_away)
