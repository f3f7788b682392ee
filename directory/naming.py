"""Rules of French and of usage by which one name of a territory gives others; no database here."""

import re

# Initial h that is mute in usage, among towns of 5,000 inhabitants and more; elsewhere « de » is never wrong.
MUTE_H = ("Hazebrouck", "Hendaye", "Hennebont", "Herblay", "Hénin-Beaumont", "Hérouville", "Hirson", "Hyères")
VOWELS = "AEIOUÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ"
ARTICLES = {"Le ": "du ", "Les ": "des "}
ENGLISH_EXONYMS = {
    "Aksou": "Aksu",
    "Canton": "Guangzhou",
    "Kachgar": "Kashgar",
    "Lhassa": "Lhasa",
    "Mongolie-Intérieure": "Inner Mongolia",
    "Nankin": "Nanjing",
    "Ouroumtsi": "Urumqi",
    "Pékin": "Beijing",
    "Shigatsé": "Shigatse",
    "Tourfan": "Turpan",
}
TOWN = 2000  # inhabitants from which INSEE speaks of a town (ville)

GENERIC = re.compile(
    r"^(Communauté (?:de communes|d’agglomération|urbaine)) (?:(?:de la |de l’|du |des |de |d’))?(?P<rest>.+)$"
)
METROPOLIS_FIRST = re.compile(r"^Métropole (?:[Ee]uropéenne )?(?:de la |de l’|du |des |de |d’)?(?P<place>.+)$")
METROPOLIS_LATER = re.compile(r"^(?P<place>.+?)[ -]Métropole\b ?(?P<rest>.*)$")
EUROMETROPOLIS = re.compile(r"^Eurométropole (?:de |d’)(?P<place>.+)$")


def typographic(text):
    return " ".join(text.replace("'", "’").split())


def with_de(name):
    """Put « de » before the name of a town: de Tours, d’Arras, du Havre, des Lilas, de La Rochelle."""
    for article, contracted in ARTICLES.items():
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    mute_y = name[0] == "Y" and (name[1:2] not in "aeiouéèê" or name == "Yerres")
    if name[0] in VOWELS or mute_y or name.startswith(MUTE_H):
        return f"d’{name}"
    return f"de {name}"


def town_authority(name, population=None):
    """« Ville de Tours »; « Commune de … » where fewer than 2,000 people are known to live."""
    noun = "Ville" if population is None or population >= TOWN else "Commune"
    return f"{noun} {with_de(name)}"


def grouping_aliases(name):
    """Return other usual names of a French grouping: « Bordeaux Métropole » ↔ « Métropole de Bordeaux »."""
    generic = GENERIC.match(name)
    short = generic["rest"] if generic else name
    found = {short, *metropolis_aliases(short)}
    return {text[0].upper() + text[1:] for text in found} - {name}


def metropolis_aliases(name):
    if match := EUROMETROPOLIS.match(name):
        return {f"{match['place']} Eurométropole"}
    if match := METROPOLIS_FIRST.match(name):
        return {f"{match['place']} Métropole", f"Métropole {with_de(match['place'])}"}
    if match := METROPOLIS_LATER.match(name):
        place = match["place"]
        return {f"{place} Métropole", f"Métropole {with_de(place)}"}
    return set()


def english_exonym(name):
    """What English calls a place that French names in its own way: « Pékin » → Beijing; else the name itself."""
    return ENGLISH_EXONYMS.get(name, name)


def chinese_aliases(display, pinyin):
    """Return the spellings that people type: « Tibet (Xizang) » → Tibet, Xizang; Xi’an → Xian; Lüliang → Lvliang."""
    bracketed = re.fullmatch(r"(.+?) \((.+)\)", display)
    found = set(bracketed.groups()) if bracketed else set()
    found |= {english_exonym(display)} - {display}
    found.add(pinyin.replace("’", ""))
    found.add(pinyin.replace("ü", "v").replace("Ü", "V"))
    return found
