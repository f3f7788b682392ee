"""What one line says, cell by cell: plain values, and a problem for each cell that cannot be read."""

import re
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import get_language, override

from core.dates import UnreadableDate, read
from core.needles import bare
from directory.loading.copying import range_text
from directory.lookups import every_word
from directory.models import Theme
from partnerships.enums import PartnershipForm, PartnershipStatus
from partnerships.imports.columns import SIDES, heading
from partnerships.imports.tables import FORMULA

STATUSES = {
    PartnershipStatus.INTENTION: ("prospection", "envisage", "projet", "souhait"),
    PartnershipStatus.NEGOTIATING: ("negociation", "en discussion", "en cours de negociation"),
    PartnershipStatus.ACTIVE: ("active", "en cours", "en vigueur", "oui", "vivant"),
    PartnershipStatus.DORMANT: ("dormant", "inactif", "sommeil", "en veille"),
    PartnershipStatus.SUSPENDED: ("suspendue", "gele", "en pause"),
    PartnershipStatus.ENDED: ("terminee", "clos", "cloture", "fini", "acheve", "non"),
}
FORMS = {
    PartnershipForm.TWINNING: ("jumele", "twinning", "sister city", "友好城市"),
    PartnershipForm.COOPERATION_AGREEMENT: (
        "cooperation",
        "cooperation decentralisee",
        "accord",
        "convention de cooperation",
    ),
    PartnershipForm.CONVENTION: ("convention de partenariat",),
    PartnershipForm.FRIENDSHIP_CHARTER: ("charte", "protocole d'amitie", "amitie", "friendship charter"),
    PartnershipForm.LETTER_OF_INTENT: ("declaration d'intention", "intention", "letter of intent"),
    PartnershipForm.MOU: ("mou", "memorandum", "memorandum d'entente", "protocole"),
    PartnershipForm.PROJECT: ("projet", "partenariat", "project"),
}
LONGEST = {"title": 200}
TEXTS = ("title", "summary", "source")
ERRORS = {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#NOM?", "#VALEUR!"}
THEME_SEPARATORS = re.compile(r"[;,|\n]")
# « Ville du Havre » is not in the list of territories, « Le Havre » is.
TOWN = re.compile(r"^(?:ville|commune|mairie) (.+)$")
COUNCIL = re.compile(r"^conseil (departemental|general|regional) (.+)$")
CHINESE = re.compile(r"^(?:province|ville|municipalite|prefecture|region autonome) (?:de la|de l|du|des|de|d) (.+)$")
ARTICLES = (("de la ", "la "), ("de l ", "l "), ("du ", "le "), ("des ", "les "), ("de ", ""), ("d ", ""))


def words_of(choices, others):
    with override("fr"):
        found = {heading(str(label)): value for value, label in choices.choices}
    found |= {heading(value): value for value in choices.values}
    return found | {heading(word): value for value, words in others.items() for word in words}


class Values:
    """Reads the lines of one import; what many lines say alike is read once."""

    def __init__(self, mapping):
        self.mapping = mapping
        self.words = {
            "status": words_of(PartnershipStatus, STATUSES),
            "form_stated": words_of(PartnershipForm, FORMS),
        }
        self.themes = {}
        for theme in Theme.objects.all():
            for name in (theme.slug, theme.name, theme.name_en, theme.name_zh, *theme.synonyms):
                if name:
                    self.themes.setdefault(heading(name), theme.pk)
        self.today = timezone.localdate()

    def parsed(self, cells):
        """What a line says, with its « problems » and « doubts », each [field, rule, what is written, more]."""
        said = {field: cells[at] for field, at in self.mapping.items() if cells[at]}
        values, problems, doubts = {}, [], []
        for field, text in said.items():
            if text.startswith(FORMULA):
                problems.append([field, "formula", text[:80], ""])
            elif text in ERRORS:
                problems.append([field, "error_value", text, ""])
        if not problems:
            self.read(said, values, problems, doubts)
        return values | {"problems": problems, "doubts": doubts}

    def read(self, said, values, problems, doubts):
        for side in SIDES:
            self.read_side(side, said, values, problems)
        for field in ("status", "form_stated"):
            self.read_word(field, said, values, problems)
        for field in ("since", "until"):
            self.read_date(field, said, values, problems)
        for field in TEXTS:
            self.read_text(field, said, values, problems)
        self.read_themes(said, values, doubts)
        self.check_end(values, problems, said)

    def read_side(self, side, said, values, problems):
        code, name = said.get(f"{side}_code", ""), said.get(f"{side}_name", "")
        if not code and not name:
            field = f"{side}_name" if f"{side}_name" in self.mapping else f"{side}_code"
            problems.append([field, "empty", "", ""])
            return
        values[f"{side}_code"] = code_of(code, side)
        values[f"{side}_name"], values[f"{side}_variant"] = name_of(name), variant_of(name, side)
        values[f"{side}_within"] = name_of(said.get(f"{side}_within", ""))
        values[f"{side}_said"] = (name or code)[:200]

    def read_word(self, field, said, values, problems):
        text = said.get(field)
        if text is None:
            return
        value = self.words[field].get(heading(text))
        if value is None:
            problems.append([field, "unknown_word", text[:80], ""])
        else:
            values[field] = str(value)

    def read_date(self, field, said, values, problems):
        if field not in said:
            return
        days, words, refusal = day_of(said[field], get_language())
        if refusal:
            problems.append([field, "date", said[field][:80], refusal])
        else:
            values[field], values[f"{field}_words"] = days, words

    def read_text(self, field, said, values, problems):
        if field not in said:
            return
        if len(said[field]) > LONGEST.get(field, 10_000):
            problems.append([field, "too_long", said[field][:40], str(LONGEST[field])])
        else:
            values[field] = said[field].replace("\x00", "")

    def read_themes(self, said, values, doubts):
        found = []
        for name in filter(None, (part.strip() for part in THEME_SEPARATORS.split(said.get("themes", "")))):
            theme = self.themes.get(heading(name))
            if theme is None:
                doubts.append(["themes", "unknown_theme", name[:80], ""])
            elif theme not in found:
                found.append(theme)
        if found:
            values["themes"] = found

    def check_end(self, values, problems, said):
        if "until" not in values:
            return
        if values.get("status", PartnershipStatus.ENDED) != PartnershipStatus.ENDED:
            problems.append(["until", "end_means_ended", said["until"][:80], ""])
        elif values["until"][1:11] > self.today.isoformat():
            problems.append(["until", "end_to_come", said["until"][:80], ""])
        else:
            values["status"] = str(PartnershipStatus.ENDED)


@lru_cache(maxsize=20_000)
def day_of(text, language):
    """(days as PostgreSQL writes them, words, "") or ("", "", why not, in the active language)."""
    try:
        day = read(text)
    except UnreadableDate as error:
        return "", "", str(error)
    return range_text(day.as_range.lower, day.as_range.upper), day.words, ""


@lru_cache(maxsize=50_000)
def name_of(text):
    """A name in the form in which the database folds it, accents left to the database."""
    return " ".join(every_word(text))[:400]


@lru_cache(maxsize=50_000)
def variant_of(text, side):
    """Another way to say the name, when it says the authority rather than the place; "" when there is none."""
    name = " ".join(every_word(bare(text)))[:400]
    if side == "foreign":
        found = CHINESE.match(name)
        return found[1] if found else ""
    if found := TOWN.match(name):
        return without_article(found[1])
    if found := COUNCIL.match(name):
        if found[1] == "regional":
            return "region " + without_article(found[2])
        return "departement " + found[2]
    return ""


def without_article(name):
    for start, instead in ARTICLES:
        if name.startswith(start):
            return instead + name.removeprefix(start)
    return name


@lru_cache(maxsize=50_000)
def code_of(text, side):
    """The code as nomenclatures write it; a program that takes 01004 for a number has eaten its zero, or wrote 1004.0."""
    code = re.sub(r"\.0$|[\s.]", "", text).upper()
    eaten = {1: 2, 4: 5}.get(len(code)) if side == "french" and code.isdigit() else None
    return code.zfill(eaten) if eaten else code
