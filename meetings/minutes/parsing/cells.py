import re

from meetings.minutes.parsed import Cell
from meetings.minutes.parsing.blocks import HANGING
from meetings.minutes.parsing.dates import find_dates, find_years
from meetings.minutes.parsing.joining import join_lines
from meetings.minutes.parsing.themes import LEAD, themes_of
from meetings.minutes.parsing.wording import FORM, UPPER

PLAN = re.compile(
    r"(?:(?:la|le|l[’'])\s*\w+\s+)?(?:envisage|esp[èe]re|souhaite|pr[ée]voit|projette|voudrait|aimerait|recherche\s+(?:un|une|des|de)|cherche|ambitionne|"
    r"r[ée]fl[ée]chit|a\s+pour\s+projet|volont[ée]\s+de|projet\s+de|projets?\s*:|perspectives?\s*:|en\s+projet|intention\s+de|[àa]\s+la\s+recherche|"
    r"devrait)\b",
    re.IGNORECASE,
)
ACTORS = re.compile(
    r"(?:acteurs?(?:\s+(?:associ[ée]s?|impliqu[ée]s?|mobilis[ée]s?|locaux))?|"
    r"partenaires?(?:\s+(?:associ[ée]s?|locaux|techniques?|financiers?|op[ée]rationnels?)){0,3}|op[ée]rateurs?)\s*:\s*",
    re.IGNORECASE,
)
BODY = re.compile(
    r"(?:offices?|[ée]coles?|universit[ée]s?|maisons?|chambres?|CHU|associations?|comit[ée]s?\s+de\s+jumelage|agences?|instituts?|lyc[ée]es?|ONG|"
    r"fondation|syndicat|mus[ée]es?|centre|entreprises?|conservatoire|h[ôo]pital)\b",
    re.IGNORECASE,
)
DATED_LEAD = re.compile(r"(?P<since>depuis\s+)?(?:en\s+|d[èe]s\s+|le\s+|fin\s+|d[ée]but\s+)?$", re.IGNORECASE)
SINCE = re.compile(
    r"\b(?:depuis|date(?:nt)?\s+d[eu]|remonte(?:nt)?\s+[àa]|(?:initi|lanc|d[ée]but|engag|n)[ée]e?s?\s+en)\s+(?:l[’']an\s+|le\s+|la\s+)?",
    re.IGNORECASE,
)
MARKING = re.compile(
    r"\b(?:inauguration|signature|anniversaire|ouverture|lancement|cr[ée]ation|c[ée]l[ée]bration|visite|signature|renouvellement|sign[ée]e?s?)\b",
    re.IGNORECASE,
)
COMPANY = re.compile(rf"\(([{UPPER}][\w&.-]+(?:,\s+[{UPPER}][\w&.-]+)*)\)")


def read_cell(rest, lines, words):
    """The cell of a row: `rest` is what follows the label in its line, `lines` those below."""
    units = _units(rest, lines, words)
    milestones, actors, plans, themes, since = [], [], [], [], ""
    for unit in _sayings(units):
        dated = _milestone(unit)
        since = since or _since(unit)
        if dated:
            milestones.append(dated)
            themes += themes_of(dated[1]) if since and LEAD.match(dated[1]) else []
        elif found := ACTORS.match(unit):
            actors += _list(unit[found.end() :])
        elif PLAN.match(unit):
            plans.append(unit)
        elif BODY.match(unit) and len(unit) < 100 and "." not in unit:
            actors.append(unit)
        else:
            themes += themes_of(unit)
            actors += [name for found in COMPANY.findall(unit) for name in found.split(", ")]
    return Cell(
        "\n".join(units), _form(units, plans), since, _once(themes), tuple(milestones), _once(actors), tuple(plans)
    )


def _sayings(units):
    """The sentences of each saying, one by one: « Échanges de jeunes. 2022 : 30 ans du jumelage. » has two."""
    return [part.strip() for unit in units for part in re.split(r"(?<=[.…])\s+(?=[A-ZÀ-Ý\d])", unit) if part.strip()]


def _units(rest, lines, words):
    """The sayings of a cell: lines broken by the margin are joined, a new capital after an ended line opens another."""
    groups = [[part] for part in rest.split("\n") if part.strip()]
    for line in lines:
        text = line.text.replace("\t", " ").replace("|", " ").strip()
        goes_on = (
            groups
            and not line.bullet
            and (text[:1].islower() or HANGING.search(groups[-1][-1]) or _is_open(groups[-1]))
        )
        if goes_on:
            groups[-1].append(text)
        else:
            groups.append([text])
    return [unit for group in groups if (unit := join_lines(group, words))]


def _is_open(group):
    text = " ".join(group)
    return text.count("(") > text.count(")") and len(text) < 300


def _milestone(unit):
    for found in [*find_dates(unit[:60]), *find_years(unit[:40])]:
        lead, tail = unit[: found.start], unit[found.end :]
        follows = re.match(r"\s*[:–-]\s*(?=\S)", tail)
        if follows and DATED_LEAD.fullmatch(lead):
            return found.when.text, tail[follows.end() :].rstrip(" .")
    marking = MARKING.search(unit)
    year = re.search(r"\ben\s+((?:19|20)\d\d)\s*\.?$", unit)
    if marking and year and len(unit) < 160:
        return year.group(1), unit[: year.start()].strip(" ,.") if len(unit) < 60 else unit[
            marking.start() : year.start()
        ].strip(" ,.")
    return None


def _since(unit):
    found = SINCE.search(unit)
    if not found:
        return ""
    tail = unit[found.end() : found.end() + 40]
    dated = next((x for x in [*find_dates(tail), *find_years(tail)] if x.start == 0), None)
    return dated.when.text if dated else ""


def _form(units, plans):
    said = " ; ".join(unit for unit in units if unit not in plans)
    return next((form for form, pattern in FORM if pattern.search(said)), "")


def _list(text):
    parts = re.split(r"\s*[,;]\s*|\s+et\s+(?=[A-ZÀ-Ý])", text)
    return [bare for part in parts if (bare := part.strip(" .…"))]


def _once(values):
    return tuple(dict.fromkeys(values))
