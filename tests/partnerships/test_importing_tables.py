"""A spreadsheet of partnerships: who is meant, what it would do, what it did, and how it is taken back."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from core.dates import FuzzyDate
from core.models import ReviewFlag
from directory.models import Organisation
from directory.services import ensure_authority
from partnerships.enums import ImportState
from partnerships.imports.applying import apply_table
from partnerships.imports.asking import questions
from partnerships.imports.checking import answer_names
from partnerships.imports.reading import read_table
from partnerships.imports.storing import choose_columns, store_table
from partnerships.imports.undoing import undo_table
from partnerships.models import Milestone, Partnership
from tests.factories import PartnershipFactory, ThemeFactory
from tests.partnerships.tables import csv_bytes, outcomes, place, places, rules, tried, xlsx_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(group):
    return places()


def pair_of(here, group, french="tours", foreign="luoyang", **values):
    sides = {
        "french_side": ensure_authority(territory=here[french]),
        "foreign_side": ensure_authority(territory=here[foreign]),
    }
    return PartnershipFactory(group=group, **sides, **values)


@pytest.mark.parametrize(
    "data",
    [
        csv_bytes([["37261", "Tours", "", "洛阳", "Jumelage", "1982", "Jardins d’été"]], encoding="utf-8-sig"),
        csv_bytes([["37261", "", "", "Luoyang", "jumelage", "1982", "Jardins d’été"]], encoding="cp1252"),
        csv_bytes([["", "Ville de Tours", "", "LUOYANG", "Twinning", "1982", "Jardins d’été"]], separator="\t"),
        xlsx_bytes([[37261, "tours", None, "Luoyang", "jumelage", 1982, "Jardins d’été"]]),
    ],
    ids=["UTF-8, hanzi", "Windows-1252", "tabs, the authority", "workbook, numbers"],
)
def test_a_line_becomes_a_partnership_whatever_the_file(here, group, data):
    apply_table(table_import=tried(data, group))

    [pair] = Partnership.objects.all()
    assert [side.territory for side in pair.sides] == [here["tours"], here["luoyang"]]
    assert (pair.french_side.name, pair.summary) == ("Ville de Tours", "Jardins d’été")
    assert (pair.form_stated, pair.since, pair.status, pair.audience) == (
        "twinning",
        FuzzyDate.year(1982),
        "active",
        "group",
    )
    assert pair.source == "Tableau « partenariats.csv », ligne 2"


def test_a_line_says_what_it_would_do_and_nothing_is_written_before(here, group):
    pair_of(here, group, since=FuzzyDate.year(1982), form_stated="twinning")
    pair_of(here, group, foreign="nankin", summary="Écoles")
    before = list(Partnership.objects.values())
    found = tried(
        csv_bytes(
            [
                ["37261", "", "", "Luoyang", "jumelage", "1982", ""],
                ["37261", "", "", "Nanjing", "", "fin octobre 2016", "Jardins"],
                ["46001", "", "", "Luoyang", "", "", ""],
                ["99999", "", "", "Luoyang", "", "", ""],
                ["", "Atlantide", "", "Luoyang", "fiançailles", "", ""],
                ["37261", "", "", "Luoyang", "", "31/02/2017", ""],
                ["46001", "", "", "Nankin", "", "", "=HYPERLINK(1)"],
                ["30001", "Tours", "", "Luoyang", "", "", ""],
                ["46001", "", "", "Luoyang", "", "", "encore"],
                ["", "", "", "Luoyang", "", "", ""],
            ]
        ),
        group,
    )

    assert outcomes(found) == [
        *("same", "changed", "added", "refused", "refused", "refused", "refused", "added", "refused", "refused")
    ]
    assert rules(found)[3:] == [
        [("code_unknown", "french_code")],
        [("unknown_word", "form_stated"), ("name_unknown", "french_name")],
        [("date", "since")],
        [("formula", "summary")],
        [("name_contradicts", "french_name")],
        [("repeated", "")],
        [("empty", "french_name")],
    ]
    changes = found.rows.get(line=3).changes
    assert changes == {
        "since": [None, "[2016-10-21,2016-11-01)"],
        "since_words": ["", "fin octobre 2016"],
        "summary": ["Écoles", "Jardins"],
    }
    assert list(Partnership.objects.values()) == before


def test_a_code_that_a_program_took_for_a_number_is_read_as_it_was(here, group):
    place("Ambérieu-en-Bugey", code="01004")
    lines = [[code, "", "", "Luoyang", "", "", ""] for code in ("1004", "1004.0", "37261.0", "99999.0")]

    found = tried(csv_bytes(lines), group)

    assert outcomes(found) == ["added", "refused", "added", "refused"]
    assert rules(found)[1:] == [[("repeated", "")], [], [("code_unknown", "french_code")]]


def test_a_name_that_several_bear_is_asked_unless_the_file_says_where_it_lies(here, group):
    found = tried(
        csv_bytes(
            [
                ["", "Sainte Colombe", "", "Luoyang", "", "", ""],
                ["", "Sainte-Colombe", "", "Nankin", "", "", ""],
                ["", "Sainte-Colombe", "Gard", "Luoyang", "", "", ""],
                ["", "Sainte-Colombe", "46", "Nankin", "", "", ""],
            ]
        ),
        group,
    )

    [question] = questions(found)
    assert outcomes(found) == ["asked", "asked", "added", "added"]
    assert (question.said, question.lines) == ("Sainte Colombe", [2, 3])
    assert sorted(told for _key, told in question.choices) == [
        "Sainte-Colombe (commune, Gard, code 30001)",
        "Sainte-Colombe (commune, Lot, code 46001)",
    ]

    answer_names(table_import=found, answers={question.label: f"t{here['lot'].pk}"}, by=None)

    # The fourth line names Nankin with the same commune as the second
    assert outcomes(found) == ["added", "added", "added", "refused"]


def test_a_choice_may_be_to_leave_the_lines_out(here, group):
    found = tried(csv_bytes([["", "Sainte-Colombe", "", "Luoyang", "", "", ""]]), group)

    answer_names(table_import=found, answers={questions(found)[0].label: "-"}, by=None)

    assert (outcomes(found), rules(found)) == (["refused"], [[("left_out", "french_name")]])


def test_what_was_shown_is_what_is_written_or_nothing(here, group):
    found = tried(csv_bytes([["37261", "", "", "Luoyang", "", "1982", ""]]), group)
    pair_of(here, group)

    with pytest.raises(ValidationError, match="ont changé depuis l’essai"):
        apply_table(table_import=found)

    found.refresh_from_db()
    assert (found.state, outcomes(found), Partnership.objects.get().since) == (ImportState.CHECKED, ["changed"], None)


def test_doubts_stay_on_the_record_and_themes_are_added(here, group):
    theme, kept = ThemeFactory(name="Tourisme"), ThemeFactory(name="Eau")
    pair = pair_of(here, group)
    pair.themes.add(kept)
    rows = [["37261", "Amboise", "Luoyang", "tourisme ; Licornes"]]

    apply_table(table_import=tried(csv_bytes(rows, ["INSEE", "Collectivité", "Partenaire", "Thèmes"]), group))

    assert set(pair.themes.all()) == {theme, kept}
    assert {flag.code for flag in ReviewFlag.objects.about(pair)} == {"import_name_contradicts", "import_unknown_theme"}


TABLES = ("partnerships_partnership", "partnerships_tablerow")


def test_an_import_is_planned_for_the_rows_there_are(here, group):
    """Of tables that PostgreSQL takes for empty, each would be read again for each row of the other: minutes."""

    def planned(forget=False):
        with connection.cursor() as cursor:
            if forget:
                cursor.execute("update pg_class set reltuples = 0 where relname = any (%s)", [list(TABLES)])
            cursor.execute("select relname, reltuples from pg_class where relname = any (%s)", [list(TABLES)])
            return dict(cursor.fetchall())

    pair_of(here, group, summary="Avant")
    found = tried(csv_bytes([["37261", "", "", "Luoyang", "", "", "Après"]]), group)

    for act in (apply_table, undo_table):
        assert planned(forget=True) == dict.fromkeys(TABLES, 0)
        act(table_import=found)
        assert planned() == dict.fromkeys(TABLES, 1)


def test_undoing_gives_back_what_nobody_has_changed_since(here, group):
    theme = ThemeFactory(name="Eau")
    changed, touched = pair_of(here, group, summary="Avant"), pair_of(here, group, foreign="nankin", summary="Avant")
    header = ["Code INSEE", "Partenaire", "Depuis", "Objet", "Thèmes"]
    rows = [
        ["37261", "Luoyang", "1982", "Après", "Eau"],
        ["37261", "Nankin", "1982", "Après", ""],
        ["46001", "Luoyang", "", "", "Eau"],
        ["46001", "Nankin", "", "", ""],
        ["30001", "Nankin", "", "", ""],
    ]
    done = apply_table(table_import=tried(csv_bytes(rows, header), group))
    numbers = dict(done.rows.values_list("line", "partnership_number"))
    touched.refresh_from_db()
    touched.summary = "Corrigé à la main"
    touched.save()
    Milestone.objects.create(partnership_id=numbers[5], text="Visite")
    Partnership.objects.filter(pk=numbers[6]).update(title="Repris", updated_at=timezone.now())

    undone = undo_table(table_import=done)

    changed.refresh_from_db()
    touched.refresh_from_db()
    assert (changed.summary, changed.since, theme in changed.themes.all()) == ("Avant", None, False)
    assert (touched.summary, touched.since) == ("Corrigé à la main", None)
    assert set(Partnership.objects.values_list("pk", flat=True)) == {changed.pk, touched.pk, numbers[5], numbers[6]}
    assert [row.left for row in undone.rows.order_by("line")] == ["", "changed_since", "", "has_parts", "changed_since"]
    # The authorities that the import made and that a record left behind names stay
    assert set(Organisation.objects.values_list("territory__name", flat=True)) >= {
        "Tours",
        "Luoyang",
        "Nankin",
        "Sainte-Colombe",
    }
    with pytest.raises(ValidationError, match="déjà annulé"):
        undo_table(table_import=done)


def test_undoing_at_once_leaves_the_directory_as_it_was(here, group):
    before = [Partnership.objects.count(), Organisation.objects.count()]
    done = apply_table(table_import=tried(csv_bytes([["37261", "Paris", "", "Luoyang", "", "", ""]]), group))
    during = [Partnership.objects.count(), Organisation.objects.count(), ReviewFlag.objects.count()]

    undo_table(table_import=done)

    assert (before, during) == ([0, 0], [1, 2, 1])
    assert [Partnership.objects.count(), Organisation.objects.count(), ReviewFlag.objects.count()] == [0, 0, 0]


def test_columns_are_guessed_and_those_that_were_kept_serve_the_next_file(here, group):
    header = ["A", "B", "Depuis"]
    first = store_table(table=read_table(csv_bytes([["37261", "Luoyang", "1982"]], header)), group=group)
    choose_columns(table_import=first, mapping={"french_code": 0, "foreign_name": 1, "since": 2}, keep=True, by=None)

    moved = ["Depuis", "Note", "B", "A"]
    second = store_table(table=read_table(csv_bytes([["1982", "", "Luoyang", "37261"]], moved)), group=group)

    assert first.mapping == {"since": 2}
    assert second.mapping == {"french_code": 3, "foreign_name": 2, "since": 0}
    with pytest.raises(ValidationError, match="quelle colonne nomme le côté français"):
        choose_columns(table_import=second, mapping={"foreign_name": 2}, keep=False, by=None)


def test_an_end_closes_and_dates_stay_in_order(here, group):
    header = ["INSEE", "Partenaire", "État", "Début", "Fin"]
    rows = [
        ["37261", "Luoyang", "", "1982", "2015"],
        ["37261", "Nankin", "actif", "1982", "2015"],
        ["46001", "Nankin", "", "2016", "2015"],
        ["30001", "Nankin", "", "", "2999"],
    ]

    found = tried(csv_bytes(rows, header), group)

    assert rules(found) == [[], [("end_means_ended", "until")], [("order", "until")], [("end_to_come", "until")]]
    assert found.rows.get(line=2).changes["status"] == [None, "ended"]


def test_no_line_is_left_out_however_many_empty_ones_stand_above(group, here):
    table = csv_bytes(
        [["37261", "Tours", "", "洛阳", "", "1982", ""], *[[]] * 6_000, ["", "Arras", "", "Wuhan", "", "2008", ""]]
    )

    assert [row.line for row in tried(table, group).rows.all()] == [2, 6_003]
