"""French names of the countries a group may be of, folded -> ISO 3166-1; a group of no single country has none."""

from meetings.minutes.folding import WORD, fold

CODES = {
    "AL": "Albanie", "AM": "Arménie", "AR": "Argentine", "AZ": "Azerbaïdjan", "BD": "Bangladesh", "BF": "Burkina Faso", "BI": "Burundi",
    "BJ": "Bénin", "BO": "Bolivie", "BR": "Brésil", "CA": "Canada", "CD": "République démocratique du Congo", "CF": "Centrafrique",
    "CG": "Congo", "CI": "Côte d’Ivoire", "CL": "Chili", "CM": "Cameroun", "CN": "Chine", "CO": "Colombie", "CR": "Costa Rica", "CU": "Cuba",
    "CV": "Cap-Vert", "DE": "Allemagne", "DJ": "Djibouti", "DO": "République dominicaine", "DZ": "Algérie", "EC": "Équateur", "EG": "Égypte",
    "ES": "Espagne", "ET": "Éthiopie", "GA": "Gabon", "GB": "Royaume-Uni", "GE": "Géorgie", "GH": "Ghana", "GM": "Gambie", "GN": "Guinée",
    "GR": "Grèce", "GT": "Guatemala", "HN": "Honduras", "HT": "Haïti", "HU": "Hongrie", "ID": "Indonésie", "IL": "Israël", "IN": "Inde",
    "IQ": "Irak", "IR": "Iran", "IT": "Italie", "JO": "Jordanie", "JP": "Japon", "KE": "Kenya", "KH": "Cambodge", "KM": "Comores",
    "KR": "Corée du Sud", "LA": "Laos", "LB": "Liban", "LY": "Libye", "MA": "Maroc", "MD": "Moldavie", "MG": "Madagascar", "ML": "Mali",
    "MR": "Mauritanie", "MU": "Maurice", "MX": "Mexique", "MZ": "Mozambique", "NE": "Niger", "NG": "Nigeria", "NI": "Nicaragua", "NP": "Népal",
    "PE": "Pérou", "PH": "Philippines", "PL": "Pologne", "PS": "Palestine", "PT": "Portugal", "RO": "Roumanie", "RS": "Serbie", "RU": "Russie",
    "RW": "Rwanda", "SN": "Sénégal", "SV": "Salvador", "SY": "Syrie", "TD": "Tchad", "TG": "Togo", "TH": "Thaïlande", "TN": "Tunisie",
    "TR": "Turquie", "TW": "Taïwan", "TZ": "Tanzanie", "UA": "Ukraine", "US": "États-Unis", "UY": "Uruguay", "UZ": "Ouzbékistan",
    "VE": "Venezuela", "VN": "Vietnam", "ZA": "Afrique du Sud",
}  # fmt: skip
OTHER_NAMES = {
    "Territoires palestiniens": "PS",
    "Viêt Nam": "VN",
    "Brazil": "BR",
    "RDC": "CD",
    "Burkina": "BF",
    "Corée": "KR",
    "Etats Unis": "US",
    "Guinée Conakry": "GN",
}
BY_NAME = {fold(name): code for code, name in CODES.items()} | {fold(name): code for name, code in OTHER_NAMES.items()}


def country_of(group):
    """The country a group's name says (« Chine » -> CN), or "" when it says none or several."""
    return BY_NAME.get(fold(group), "")


def country_at(text):
    """The name of a country that begins `text`, as written: « République démocratique du Congo », or ""."""
    words = list(WORD.finditer(text[:60]))[:6]
    for last in reversed(words):
        if words[0].start() < 3 and fold(text[: last.end()]) in BY_NAME:
            return text[words[0].start() : last.end()]
    return ""


def is_country(name):
    return fold(name) in BY_NAME or fold(name) == "france"
