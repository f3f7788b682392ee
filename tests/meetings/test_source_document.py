"""The source document itself, which is not in the repository, must give the facts a person read in it."""

import csv
import time
from functools import cache

from meetings.minutes.matching import Known, KnownPair, read_proposals
from meetings.minutes.reading import read_document
from tests.meetings.gazetteers import SHARED, full_gazetteer, needs_shared

pytestmark = needs_shared

KINDS = {
    "partenariat": "partnership",
    "recherche de partenaire": "wish",
    "coopération sans territoire nommé": "authority",
    "partenaire institutionnel": "institution",
}
ROWS = ("partnership", "wish", "authority", "institution")
KNOWN = Known(pairs=(KnownPair(("insee_region", "24"), ("gb2260", "430000"), "Hunan", "centre-valdeloire.fr"),))


@cache
def document():
    path = SHARED / "source" / "groupe-pays-chine-2017-09-14.txt"
    return read_document(path.read_bytes(), path.name)


@cache
def proposals():
    return tuple(read_proposals(document(), full_gazetteer(), KNOWN))


def said(kind, *names):
    found = [proposal.fields for proposal in proposals() if proposal.kind == kind]
    return [tuple(fields[name] for name in names) if len(names) > 1 else fields[names[0]] for fields in found]


def rows():
    return [proposal for proposal in proposals() if proposal.kind in ROWS]


def key():
    with (SHARED / "source" / "table-key.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected_french(code):
    systems = {"REG": "insee_region", "DEP": "insee_departement", "COM": "insee_commune", "EPCI": "siren"}
    system, _, number = code.partition(" ")
    return f"{systems[system]}:{number}" if code else ""


def code_of(proposal, side):
    match = (proposal.match or {}).get(side)
    return f"{match['code_system']}:{match['code']}" if match else ""


def test_each_row_of_the_table_is_read_with_its_kind():
    assert [(row.fields["label"], row.kind) for row in rows()] == [
        (line["libelle_brut"], KINDS[line["type_ligne"]]) for line in key()
    ]


def test_each_row_is_matched_with_what_is_written():
    written = [f"gb2260:{line['code_ecrit']}" if line["code_ecrit"] else "" for line in key()]

    assert [code_of(row, "foreign") for row in rows()] == written


def test_each_french_authority_is_found_by_its_code():
    assert [code_of(row, "french") for row in rows()] == [expected_french(line["code_fr"]) for line in key()]


def test_twinnings_are_told_from_the_words_of_the_cell():
    assert [row.fields["form"] for row in rows()] == ["twinning" if line["forme_dite"] else "" for line in key()]


def test_the_meeting_has_its_date_hours_place_and_access():
    [meeting] = [proposal.fields for proposal in proposals() if proposal.kind == "meeting"]

    assert meeting == {
        "title": "Réunion Groupe-pays Chine",
        "group": "Chine",
        "first_day": "2017-09-14",
        "last_day": "2017-09-14",
        "starts_at": "14:30",
        "ends_at": "16:30",
        "time_zone": "Europe/Paris",
        "venue": "Cités Unies France",
        "address": "9 rue Christiani 75018 Paris",
        "access": "Métro, ligne 2 ou 4 : Barbès-Rochechouart",
        "genre": "",
    }


def test_the_four_persons_have_their_roles():
    assert said("person", "name", "role", "presence", "level", "organisation") == [
        ("Damien Alary", "chair", "absent", "elected", "Région Occitanie"),
        ("Dorothée Moussu", "representative", "present", "technical", "Région Occitanie"),
        ("Jacques Auxiette", "facilitator", "present", "", "Ministère de l’Europe et des Affaires étrangères"),
        ("Sevrin", "participant", "present", "technical", "Cités Unies France"),
    ]
    assert said("person", "represented_by", "represents", "since", "part") == [
        ("Dorothée Moussu", "", "", ""),
        ("", "Région Occitanie", "", ""),
        ("", "", "", ""),
        ("", "", "début septembre", "ouverture"),
    ]


def test_no_reason_of_absence_is_kept():
    assert [proposal for proposal in proposals() if "personnel," in str(proposal.as_json())] == []


def test_the_four_partner_organisations_are_present():
    assert said("organisation", "name", "presence", "kind") == [
        ("Régions de France", "present", "association"),
        ("Associations des Centres culturels de rencontre", "present", "association"),
        ("Ministère de l’Agriculture et de l’Alimentation", "present", "ministry"),
        ("Agence Française de Développement", "present", "agency"),
    ]


def test_the_agenda_gives_three_events_and_the_text_a_past_one():
    assert said("event", "title", "first_day", "last_day", "precision", "place", "registration", "tense") == [
        ("Rencontres de l’Internationalisation des Collectivités Territoriales", "2017-10-09", "2017-10-10", "interval",
         "Pavillon d’Armenonville", "required", "announced"),
        ("Séminaire intermédiaire Franco-chinois", "2017-12-11", "2017-12-15", "interval", "Pékin-Yunnan", "", "announced"),
        ("Assises franco-chinoises 2018", "2018-12-01", "2018-12-31", "month", "Occitanie", "", "announced"),
        ("Assises", "2016-10-21", "2016-10-31", "interval", "", "", "past"),
    ]  # fmt: skip


def test_the_items_of_events_are_sessions_stands_notes_and_committees():
    items = [[(item["kind"], item["text"]) for item in event] for event in said("event", "items")]

    assert items == [
        [
            ("session", "Focus Chine"),
            ("stand", "Stand Chine (2 représentants de APCAE)"),
            ("note", "Pas de groupe pays formel sur les rencontres"),
        ],
        [("committee", "1er comité de pilotage franco-chinois")],
        [],
        [],
    ]
    assert said("event", "items")[0][0] == {
        "kind": "session", "text": "Focus Chine", "day": "2017-10-10", "starts_at": "16:30", "ends_at": "17:00", "place": "Plateau média",
    }  # fmt: skip


def test_two_actions_three_conclusions_and_one_position():
    assert said("action", "text", "owner") == [
        (
            "Un mail d’information détaillé vous confirmera les dates et les places disponibles pour les différents temps.",
            "",
        ),
        ("Un agenda des programmations 2018, tenu par CUF, serait utile.", "CUF"),
    ]
    assert said("conclusion", "text", "about") == [
        ("La réaffirmation du rééquilibrage de la réciprocité", "assises 2017"),
        (
            "Clarifier des concepts et créer un langage commun (acculturation) autour de concepts essentiels",
            "assises 2017",
        ),
        ("CUF doit mieux identifier, maitriser et accompagner les flux de délégation", "assises 2017"),
    ]
    assert [text[:17] for text in said("position", "text")] == ["En définitive, le"]


def test_the_doubts_are_those_a_person_found():
    raised = {(proposal.line, doubt.code) for proposal in proposals() for doubt in proposal.doubts}

    assert raised == {
        (54, "bracket_contradicts"),
        (77, "bracket_unknown"),
        (90, "other_partner_recorded"),
        (105, "territory_missing"),
        (122, "second_party_not_territory"),
        (122, "organisation_two_spellings"),
        (142, "same_territory_two_names"),
        (234, "event_date_contradicts"),
        (242, "event_date_contradicts"),
        (257, "event_date_contradicts"),
    }


def test_sections_keep_their_titles():
    assert said("section", "title") == [
        "",
        "",
        "Tourisme et agriculture : Une approche globale et des experts pour s’inscrire dans une véritable réciprocité.",
        "Préparation des assises : chronogramme et échéances",
    ]


def test_the_document_is_read_in_less_than_a_second():
    full_gazetteer()

    started = time.perf_counter()
    read_proposals(document(), full_gazetteer(), KNOWN)

    assert time.perf_counter() - started < 1
