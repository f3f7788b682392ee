from datetime import date

import pytest

from meetings.minutes.countries import country_of
from meetings.minutes.gazetteer import Gazetteer
from meetings.minutes.matching import Known, KnownEvent, KnownOrganisation, KnownPair
from meetings.minutes.matching.territories import find_foreign, find_french
from meetings.minutes.parsing.parties import read_party
from tests.meetings.gazetteers import small_gazetteer
from tests.meetings.reading_of import minutes_with, proposals_of

CHINA = frozenset({"CN"})


def french(text):
    found = find_french(read_party(text), small_gazetteer())
    return found.entry and found.entry.code, [doubt.code for doubt in found.doubts]


def foreign(text):
    found = find_foreign(read_party(text), small_gazetteer(), CHINA)
    return found.entry and found.entry.code, [doubt.code for doubt in found.doubts]


def row(*paragraphs, known=None, group="Chine"):
    kinds = {"partnership", "wish", "authority", "institution"}
    return [p for p in proposals_of(minutes_with(*paragraphs, group=group), known=known) if p.kind in kinds]


def codes(proposal):
    return [doubt.code for doubt in proposal.doubts]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Ville de Lyon", "69123"),
        ("Métropole de Lyon", "69M"),
        ("Grand Lyon", "69M"),
        ("Département des Yvelines", "78"),
        ("Région PACA", "93"),
        ("Région Sud", "93"),
        ("CD29", "29"),
        ("CG Finistère", "29"),
        ("Métropole de Bordeaux", "243300316"),
        ("Tours Métropole", "243700754"),
        ("Communauté d’agglomération de La Rochelle", "241700434"),
        ("Département du Finistère", "29"),
        ("CD 29", "29"),
        ("Région Centre-Val-de-Loire", "24"),
        ("Ville de Paris", "75056"),
        ("Paris", "75056"),
        ("Département de Paris", "75"),
        ("Ville du Havre", "76351"),
        ("Saint-Denis (La Réunion)", "97411"),
        ("Saint-Denis (93)", "93066"),
        ("Grand Est", "44"),
    ],
)
def test_a_french_authority_is_found_at_the_level_it_is_written(written, code):
    assert french(written) == (code, [])


@pytest.mark.parametrize(
    ("written", "code", "doubt"),
    [
        ("Ville de Saint-Denis", None, "territory_ambiguous"),
        ("Ville de Montreuil", "93048", "territory_ambiguous"),
        ("Vienne", "38544", "territory_ambiguous"),
        ("Ville de Marseile", "13055", "near_spelling"),
        ("Ville de Trifouilly", None, "territory_unknown"),
        ("Ville d’Évry", "91228", "near_spelling"),
        ("Métropole de Saint-Exupéry", None, "territory_unknown"),
        ("Région Lyon", None, "territory_unknown"),
    ],
)
def test_a_french_name_that_is_not_plain_raises_a_doubt(written, code, doubt):
    assert french(written) == (code, [doubt])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Nankin", "320100"),
        ("Nanjing", "320100"),
        ("南京", "320100"),
        ("南京市", "320100"),
        ("Province du Sichuan", "510000"),
        ("municipalité de Pékin", "110000"),
        ("district de Dongcheng", "110101"),
        ("Dongcheng (Pékin)", "110101"),
        ("Liaoyang", "211000"),
        ("Suzhou (Anhui)", "341300"),
        ("Suzhou (Jiangsu)", "320500"),
        ("Shanxi", "140000"),
        ("Shaanxi", "610000"),
        ("Sichuan (Chine)", "510000"),
        ("Suzhou 宿州", "341300"),
        ("Nanjing 南京市", "320100"),
    ],
)
def test_a_chinese_territory_is_found_by_any_of_its_names(written, code):
    assert foreign(written) == (code, [])


@pytest.mark.parametrize(
    ("written", "code", "doubts"),
    [
        ("Liaoyang (Yunnan)", "211000", ["bracket_contradicts"]),
        ("Nanjing (Yangsu)", "320100", ["bracket_unknown"]),
        ("Suzhou", None, ["territory_ambiguous"]),
        ("Sichouan", "510000", ["near_spelling"]),
        ("Rabat", None, ["territory_unknown"]),
    ],
)
def test_the_match_is_what_is_written_and_the_doubt_says_why_not(written, code, doubts):
    assert foreign(written) == (code, doubts)


def test_an_unknown_bracket_names_what_it_resembles():
    [doubt] = find_foreign(read_party("Nanjing (Yangsu)"), small_gazetteer(), CHINA).doubts

    assert str(doubt.message) == "« Yangsu », entre parenthèses, n’est pas un territoire connu ; nom proche : Jiangsu."


def test_the_country_of_the_group_says_where_to_look():
    [known] = row("Ville de Lyon – Rabat : échanges", group="Maroc")
    [unknown] = row("Ville de Lyon – Rabat : échanges", group="Chine")

    assert (known.match["foreign"]["code"], codes(known)) == ("MA-RAB", [])
    assert (unknown.match["foreign"], codes(unknown)) == (None, ["territory_unknown"])


@pytest.mark.parametrize(
    ("group", "code"), [("Chine", "CN"), ("Côte d’Ivoire", "CI"), ("Territoires palestiniens", "PS"), ("Caraïbes", "")]
)
def test_the_name_of_a_group_tells_its_country(group, code):
    assert country_of(group) == code


@pytest.mark.parametrize(
    ("text", "kind", "doubts"),
    [
        ("Région Bretagne – Sichuan : coopération sur l’eau", "partnership", []),
        ("Région Bretagne : espère signer une déclaration d’intention avec une province maritime", "wish", []),
        ("Ville du Havre : recherche une ville portuaire partenaire", "wish", []),
        ("Région Bretagne : envisage un Institut Confucius", "authority", ["territory_missing"]),
        ("Région Bretagne – APCAE : échanges", "authority", ["second_party_not_territory"]),
    ],
)
def test_a_row_has_one_of_four_readings(text, kind, doubts):
    [found] = row(text)

    assert (found.kind, codes(found)) == (kind, doubts)


def test_an_institution_and_another_are_no_partnership():
    _, found = row("Région Bretagne – Sichuan : eau\n\nAssociation des jardins – APCAE : patrimoine")

    assert (found.kind, codes(found)) == ("institution", ["second_party_not_territory"])


def test_several_known_territories_are_as_many_partnerships():
    found = row("Ville de Lyon – Canton et Nankin : échanges")

    assert [p.match["foreign"]["code"] for p in found] == ["440100", "320100"]


@pytest.mark.parametrize(
    "text",
    ["jumelage avec Canton depuis 1988", "La ville coopère avec la ville de Canton.", "Échanges de jeunes avec Canton"],
)
def test_a_partner_named_in_the_cell_makes_a_pair(text):
    [found] = row(f"Ville de Lyon : {text}")

    assert (found.kind, found.match["foreign"]["code"], found.confidence) == ("partnership", "440100", 0.85)


@pytest.mark.parametrize(
    "text", ["coopération avec l’AFD", "échanges avec Nantes", "accord avec une ville", "travaille avec le GRET"]
)
def test_a_body_or_a_french_town_named_in_the_cell_makes_none(text):
    assert [p.kind for p in row(f"Ville de Lyon : {text}")] in (["authority"], ["wish"])


def test_one_territory_under_two_names_is_said_on_the_later_row():
    first, second = row("Ville de Lyon – Nanjing : eau\n\nVille de Nantes – Nankin : culture")

    assert (codes(first), codes(second)) == ([], ["same_territory_two_names"])


KNOWN = Known(pairs=(KnownPair(("insee_region", "24"), ("gb2260", "430000"), "Hunan", "centre.example.org"),))


def test_a_recorded_partner_that_the_document_does_not_name_is_a_doubt():
    [found] = row("Région Centre-Val de Loire – Yunnan : culture", known=KNOWN)

    assert found.match["foreign"]["code"] == "530000"
    assert [str(doubt.message) for doubt in found.doubts] == [
        "Le texte écrit « Yunnan » ; les fiches connaissent un autre partenaire : Hunan (centre.example.org)."
    ]


def test_a_second_partner_beside_the_recorded_one_is_none():
    found = row(
        "Région Centre-Val de Loire – Hunan : culture\n\nRégion Centre-Val de Loire – Yunnan : eau", known=KNOWN
    )

    assert [codes(proposal) for proposal in found] == [[], []]


def proposals(kind, *paragraphs, known=None):
    return [p for p in proposals_of(minutes_with(*paragraphs), known=known) if p.kind == kind]


LEAD = "Certaines conclusions des assises 2017 sont rappelées :"
PAST = "Depuis les assises de fin octobre 2016, rien n’a changé."


def test_an_edition_that_no_date_confirms_is_a_doubt():
    [found] = proposals("conclusion", PAST, LEAD, "- La réciprocité")

    assert [str(doubt.message) for doubt in found.doubts] == [
        "Le texte écrit « assises 2017 », mais les éditions connues ou annoncées sont de : 2016."
    ]


def test_an_edition_that_the_records_confirm_is_none():
    known = Known(events=(KnownEvent("Assises franco-chinoises", date(2017, 5, 1)),))

    [found] = proposals("conclusion", PAST, LEAD, "- La réciprocité", known=known)

    assert found.doubts == ()


def test_a_recorded_organisation_is_matched_by_name_acronym_or_alias():
    known = Known(organisations=(KnownOrganisation("7", "Agence française de développement", "AFD", ("L’Agence",)),))

    found = proposals(
        "organisation", "Étaient présents : l’AFD, l’Agence Française de Développement, Régions de France", known=known
    )

    assert [(p.match or {}).get("organisation") for p in found] == [
        {"key": "7", "name": "Agence française de développement"}, {"key": "7", "name": "Agence française de développement"}, None,
    ]  # fmt: skip


def test_two_spellings_of_a_body_are_a_doubt():
    first, second = proposals(
        "organisation", "Présents :\nAssociation des Jardins de France\nAssociations des jardins de France"
    )

    assert (codes(first), codes(second)) == ([], ["organisation_two_spellings"])


def test_a_weekday_that_does_not_fit_is_a_doubt():
    [meeting] = [p for p in proposals_of("Réunion du groupe-pays Chine\nLundi 5 mars 2019") if p.kind == "meeting"]

    assert codes(meeting) == ["date_day_mismatch"]


def test_what_is_certain_has_nine_tenths_and_no_doubt():
    found = proposals_of(
        minutes_with("Région Bretagne – Sichuan : eau", "Ville de Lyon – Suzhou : soie", LEAD, PAST, "- La paix")
    )

    assert {p.is_certain for p in found if not p.doubts} == {True}
    assert {p.confidence < 0.9 for p in found if p.doubts} == {True}


def test_a_proposal_says_all_of_itself_in_json():
    [found] = row("Région Bretagne – Suzhou (Yunnan) : coopération sur la soie")

    assert found.as_json() == {
        "kind": "partnership",
        "fields": {
            "label": "Région Bretagne – Suzhou (Yunnan)", "french": "Région Bretagne", "foreign": "Suzhou (Yunnan)", "foreign_bracket": "Yunnan", "foreign_zh": "",
            "form": "", "text": "coopération sur la soie", "themes": ["soie"], "milestones": [], "actors": [], "plans": [], "since": "",
        },
        "match": {
            "french": {"code_system": "insee_region", "code": "53", "name": "Bretagne", "level": "region"},
            "foreign": None,
        },
        "confidence": 0.4,
        "doubts": [
            {"code": "bracket_contradicts", "message": "Le texte écrit « Suzhou (Yunnan) », mais Suzhou se trouve ici : Jiangsu, Anhui."},
            {"code": "territory_ambiguous", "message": "« Suzhou » désigne plusieurs territoires : Suzhou (320500), Suzhou (341300)."},
        ],
        "page": 1,
        "line": 4,
        "excerpt": "Région Bretagne – Suzhou (Yunnan) : coopération sur la soie",
    }  # fmt: skip


def test_an_empty_gazetteer_still_gives_the_rows_as_written():
    [found] = [
        p
        for p in proposals_of(minutes_with("Ville de Lyon – Ville de Kobe : eau"), Gazetteer())
        if p.kind == "partnership"
    ]

    assert (found.match, codes(found)) == (
        {"french": None, "foreign": None},
        ["territory_unknown", "territory_unknown"],
    )
