"""Passport and identity numbers are refused in every text: a visit does not need them, so the portal never holds them."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Numbers stand alone: not inside a longer word or number. Hanzi may touch them, Chinese writes no spaces.
ALONE, ENDS = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
# An address or a link may hold a name like g12345678, which is nobody's passport.
ADDRESSES = re.compile(r"\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
FRENCH = r"\d{2}[A-Z]{2}\d{5}"
# Ordinary E, EA…EZ and G; diplomatic D and DE, service S and SE, public affairs P and PE; Hong Kong H, K, KJ; Macao M, MA, MB.
# D, S or P before what reads as a year and a rank is a reference, like D2026007.
CHINESE = r"(?:[EGDSPHKM]\d{8}|[DSP](?!(?:19|20)\d\d)\d{7}|(?:E[A-HJ-NP-Z]|DE|SE|PE|KJ|MA|MB)\d{7}|[HM]\d{10})"
CHINESE_APART = r"(?:[EGDSPHK][ -]\d{8}|(?:E[A-HJ-NP-Z]|DE|SE|PE|KJ|MA|MB)[ -]\d{7})"
# A word that announces a number, what may stand between, and the number itself.
ANNOUNCED = (
    r"(?:passe-?ports?|passports?|护照|護照|cartes? d['’]identité|identity cards?|\bid cards?|身份证|身份證)"
    r"(?:[\s:：.,;#()=-]|n[°ºo]s?\.?|num(?:éro|ber|\.)?|nr\.?|no\.?|est|is|de|of|[号號码碼为為是])*"
)
NUMBER = rf"(?:{FRENCH}|\d{{2}} [A-Z]{{2}} \d{{5}}|[A-Z]{{1,2}}[ -]\d{{6,9}}|(?=[A-Z]*\d[A-Z0-9]*)(?=(?:[A-Z]*\d){{5}})[A-Z0-9]{{6,18}})"
# The two lines at the foot of the page of identity (ICAO Doc 9303): filled up with « < », or digits with their checks.
MACHINE_READABLE = r"[A-Z0-9<]*[A-Z]<<[A-Z0-9<]{8,}|[A-Z0-9<]{9}\d[A-Z]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]*"
IDENTITY = r"[1-9]\d{5} ?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dX]"

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def identity_check(first_17: str) -> str:
    """Return the last character of a Chinese identity number (GB 11643-1999, after ISO 7064 MOD 11-2)."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(first_17, WEIGHTS, strict=True)) % 11]


def is_identity(text):
    digits = text.replace(" ", "").upper()
    return identity_check(digits[:17]) == digits[17]


def anything(_text):
    return True


def alone(pattern, flags=re.IGNORECASE):
    return re.compile(rf"{ALONE}(?P<number>{pattern}){ENDS}", re.ASCII | flags)


# How it looks, a further check, what it is.
SORTS = [
    (alone(MACHINE_READABLE, 0), anything, _("des lignes lues par machine, au bas d’un passeport")),
    (alone(IDENTITY), is_identity, _("un numéro d’identité chinois")),
    (alone(FRENCH), anything, _("un numéro de passeport français")),
    (alone(CHINESE), anything, _("un numéro de passeport chinois")),
    (alone(CHINESE_APART, 0), anything, _("un numéro de passeport chinois")),
    (
        re.compile(rf"{ANNOUNCED}(?P<number>{NUMBER}){ENDS}", re.IGNORECASE),
        anything,
        _("un numéro de passeport ou d’identité"),
    ),
]


def found_in(text: str):
    """Return what looks like data of a passport in `text` as (what it is, a lazy French text; as written), or None."""
    # Full-width digits, as a Chinese keyboard types them, are digits.
    text = ADDRESSES.sub(" ", unicodedata.normalize("NFKC", text))
    for pattern, holds, sort in SORTS:
        for match in pattern.finditer(text):
            if holds(match["number"]):
                return sort, match["number"]
    return None


def masked(number):
    return number[:2] + "•" * (len(number) - 2)


def refuse_passport_data(text):
    """Raise ValidationError when `text` holds what looks like a passport or identity number, shown masked.

    For every text that people write about a delegation. Nothing of what was found is kept or logged.
    """
    found = found_in(str(text))
    if found:
        raise ValidationError(
            _(
                "Ce texte contient ce qui ressemble à %(sort)s (« %(masked)s ») : retirez-le. Le portail n’en a pas besoin "
                "et n’en garde aucun ; ne donnez ces données qu’au consulat, pour le visa."
            ),
            params={"sort": found[0], "masked": masked(found[1])},
            code="passport_data",
        )
