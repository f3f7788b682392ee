import re

from meetings.minutes.folding import fold, folded_words, squeeze, unaccented
from meetings.minutes.parsed import Organisation, Person
from meetings.minutes.parsing.labels import COLUMNS
from meetings.minutes.parsing.lines import place_of
from meetings.minutes.parsing.people import function_and_body, level_of, read_name
from meetings.minutes.parsing.titles import is_agenda_head, is_plain_title, is_round_head
from meetings.minutes.parsing.wording import ACRONYM, AUTHORITY, CIVILITY, INSTITUTION, acronym_of, kind_of

HEAD = re.compile(
    r"(?:\d+\s*[./)]\s*)?(?:(?:liste|feuille)\s+(?:des?\s+)?)?(?:(?:etaient|sont|se\s+sont|les|membres|collectivites|personnes|elu-?e?s)\s+){0,3}(?:egalement\s+)?"
    r"(?P<what>presences?|present|participant|ont\s+participe|excuse|absent|intervenant|invite|represente)(?:[(.·-]?e?[).·-]?s?\)?)?"
    r"(?:\s+(?:et|ou)\s+(?:excuse|represente|absent|participant)\S*)?(?:\s+(?:a\s+la\s+reunion|en\s+visioconference|en\s+presentiel|sur\s+place|a\s+distance))?"
    r"(?:\s*\(\s*\d+[^)]*\))?\s*(?P<colon>:|–|-|$)\s*"
)
PRESENCES = (("excus", "excused"), ("absent", "absent"), ("represent", "represented"))
CONTACT = re.compile(r"\S+@\S+|(?:\+\d{2}\s?|0)\d(?:[ .]?\d{2}){4}|https?://\S+")
REPRESENTED = re.compile(
    r",?\s*\(?(?:est\s+|était\s+)?repr[ée]sent[ée]e?s?(?:\s+au\s+niveau\s+(?P<level>technique|politique))?\s+par\s+(?P<who>.+)$",
    re.IGNORECASE,
)
COLUMN_NAMES = frozenset(
    folded_words(
        "civilite service nom prenom noms prenoms fonction fonctions structure collectivite organisme organisation mail courriel email signature titre qualite"
    )
)
# What parts the items of a list in a sentence; a comma inside brackets parts nothing.
BETWEEN = re.compile(r"\s*,\s*(?:et\s+)?(?![^()]{0,80}\))|\s+et\s+(?=(?:l[’']|le\s|la\s|les\s))|,?\s+ainsi\s+que\s+")
LONGEST_ITEM = 260


def find_lists(lines):
    """Attendance lists: [(presence, role, [texts with their lines])], and the indexes of the lines they take."""
    lists, taken, at = [], set(), 0
    while at < len(lines):
        head = HEAD.match(unaccented(lines[at].text))
        if not head or not _is_list(lines, at, head):
            at += 1
            continue
        end = _end(lines, at + 1)
        first = (
            lines[at].text[head.end() :]
            if len(unaccented(lines[at].text)) == len(lines[at].text)
            else _after(lines[at].text)
        )
        lists.append((_presence(head["what"]), _role(head["what"]), _items(lines, at, end, first)))
        taken.update(range(at, end))
        at = end
    return lists, taken


def _after(text):
    return re.split(r"\s*[:–]\s*", text, maxsplit=1)[1] if re.search(r"[:–]", text) else ""


def _presence(what):
    return next((presence for word, presence in PRESENCES if word in what), "present")


def _role(what):
    return "speaker" if "intervenant" in what else "participant"


def _is_list(lines, at, head):
    rest = lines[at].text[head.end() :]
    if rest:
        return bool(read_entries(rest, lines[at : at + 1], "present", "participant"))
    return at + 1 < len(lines) and _is_item(lines[at + 1].text)


def _is_item(text):
    text = squeeze(_from_columns(text))
    if len(text) > LONGEST_ITEM or is_agenda_head(text) or is_round_head(text):
        return False
    if set(fold(text).split()) <= COLUMN_NAMES:
        return True
    person = read_name(text)
    if person:
        tail = text[person.end :].strip()
        return not tail or tail[0] in ",;:–—-(/" or bool(person.civility)
    return is_body(text) and not re.search(r"\.\s+[A-ZÀ-Ý]", text)


def is_body(text):
    return bool(
        INSTITUTION.match(text)
        or ACRONYM.match(text.split(",")[0].strip())
        or any(pattern.match(text) for _, pattern in AUTHORITY)
    )


def _end(lines, at):
    """The list goes on while lines look like a person or a body, or continue the line above."""
    start = at
    while at < len(lines):
        line = lines[at]
        if HEAD.match(unaccented(line.text)) or is_agenda_head(line.text):
            break
        if not _is_item(line.text) and not _continues(lines, at, start):
            break
        if line.blanks_before and is_plain_title(line.text) and not read_name(line.text):
            break
        at += 1
    return at


def _continues(lines, at, start):
    line = lines[at]
    if at == start or line.blanks_before or line.bullet:
        return False
    return line.text[0].islower() or line.text[0] in "(–-" or lines[at - 1].text.endswith((",", "-", "–", "(", "/"))


def _items(lines, at, end, first):
    items = [(first, [lines[at]])] if first.strip() else []
    for index in range(at + 1, end):
        line = lines[index]
        if items and (_continues(lines, index, at + 1) or (first and index == at + 1 and line.text[0].islower())):
            text, own = items[-1]
            items[-1] = (f"{text} {line.text}", [*own, line])
        elif not set(fold(line.text).split()) <= COLUMN_NAMES:
            items.append((_from_columns(line.text), [line]))
    return items


def _from_columns(text):
    cells = [cell for cell in COLUMNS.split(text.strip(" |")) if cell]
    # The civility, the first name and the name may have a column each.
    while len(cells) > 1 and len(cells[0].split()) < 3 and len(cells[1].split()) == 1:
        if len(cells[0].split()) == 2 and not re.match(CIVILITY, cells[0]):
            break
        cells[:2] = [f"{cells[0]} {cells[1]}"]
    return ", ".join(cells)


def read_entries(text, lines, presence, role):
    """Persons and organisations of one item of a list, in order."""
    text = squeeze(CONTACT.sub("", text)).strip(" ,;")
    parts = [part for part in re.split(r"\s*;\s*", text) if part]
    if len(parts) > 1 and not all(read_name(part, alone=True) or is_body(_bare(part)) for part in parts):
        parts = [", ".join(parts)]  # « Nom PRÉNOM ; fonction »
    if len(parts) == 1:
        parts = _by_comma(parts[0])
    return [entry for part in parts for entry in _entry(part, lines, presence, role)]


def _bare(text):
    return re.sub(r"^(?:l[’']|les?\s|la\s)\s*", "", text.strip(), flags=re.IGNORECASE)


def _by_comma(text):
    """« l’AFD, le Ministère de …, et Régions de France »: cut only when every part is a body of its own."""
    parts = [part for part in BETWEEN.split(text.rstrip(" .")) if part]
    bodies = [is_body(_bare(part)) for part in parts]
    return parts if len(parts) > 1 and (all(bodies) or _are_persons(parts)) else [text]


def _are_persons(parts):
    """Names written alike, and no function among them: « DUVAL Pierre, Rochefort Océan » is one person of one body."""
    named = [read_name(part) for part in parts]
    if not all(named):
        return False
    if all(name.civility for name in named):
        return True
    if any(level_of(part) for part in parts):
        return False
    alike = all(name.last_name.isupper() for name in named)
    return alike or (len(parts) > 2 and not any(name.last_name.isupper() for name in named))


def _entry(text, lines, presence, role):
    if re.search(r"\bexcus[ée]", text, re.IGNORECASE):
        presence, text = "excused", re.sub(r"[,\s(–-]*\bexcus[ée]e?s?\b\)?", "", text, flags=re.IGNORECASE)
    stand_in = REPRESENTED.search(text)
    if stand_in:
        return _represented(text[: stand_in.start()], stand_in, lines, role)
    if person := read_name(text, alone=True):
        function, body = function_and_body(text[person.end :])
        return [_person(person, lines, presence, role, function, body)]
    bare = _bare(text)
    if not is_body(bare):
        return []
    return _body_with_people(bare, lines, presence, role)


def _person(named, lines, presence, role, function, body, **more):
    return Person(
        named.name, place_of(lines), named.first_name, named.last_name, named.civility, function, body, role, presence,
        more.pop("level", "") or level_of(function, body), **more,
    )  # fmt: skip


def _represented(text, stand_in, lines, role):
    absent = _entry(text, lines, "represented", role)
    other = read_name(stand_in["who"], alone=True)
    if not other or not absent:
        return absent
    function, body = function_and_body(stand_in["who"][other.end :])
    whom = absent[0]
    organisation = body or (whom.organisation if isinstance(whom, Person) else whom.name)
    level = "technical" if stand_in["level"] == "technique" else ""
    second = _person(
        other, lines, "present", "representative", function, organisation, level=level, represents=whom.name
    )
    first = Person(**{**vars(whom), "represented_by": other.name}) if isinstance(whom, Person) else None
    return [first or whom, second]


def _body_with_people(text, lines, presence, role):
    """« Ville de Nantes : Jeanne MARTIN, adjointe au maire », « Région Bretagne (Paul LE GALL) », or the body alone."""
    for found in re.finditer(r"\s*(?::|\s[–—-]\s|\(|,)\s*", text):
        named = read_name(text[found.end() :], alone=True)
        several = _by_comma(text[found.end() :].rstrip(")"))
        if len(several) > 1 and _are_persons(several):
            body = text[: found.start()].strip()
            return [_person(read_name(one), lines, presence, role, "", body) for one in several]
        if named and (named.civility or len(named.name.split()) > 1) and not is_body(text[found.end() :]):
            function, _ = function_and_body(text[found.end() + named.end :].rstrip(")"))
            return [_person(named, lines, presence, role, function, text[: found.start()].strip())]
    return [make_body(text, lines, presence)]


def make_body(text, lines, presence):
    text = squeeze(text).strip(" ,;.:")
    acronym = acronym_of(text)
    name = re.sub(r"\s*\([^()]*\)\s*$", "", text) if acronym else text
    bare = re.sub(r"^associations?\s+(?=[A-ZÀ-Ý])", "", name)
    return Organisation(
        bare, place_of(lines), acronym or (bare if ACRONYM.match(bare) else ""), presence, kind_of(name)
    )
