"""The pages of an import: file, columns, trial, names, recording, undoing; and the command that does the same."""

import re
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from partnerships.enums import ImportState
from partnerships.imports import checking
from partnerships.models import Partnership, TableImport, TableRow
from tests.crawling import PageReader
from tests.partnerships.tables import csv_bytes, places, tried

pytestmark = pytest.mark.django_db

LIST, ADD = reverse("partnerships:table_import_list"), reverse("partnerships:table_import_add")
ROWS = [
    ["37261", "", "", "Luoyang", "jumelage", "1982", "Jardins"],
    ["", "Sainte-Colombe", "", "Nankin", "", "", ""],
    ["99999", "", "", "Nankin", "", "31/02/2017", ""],
]


def page(table_import, act):
    return reverse(f"partnerships:table_import_{act}", args=[table_import.pk])


@pytest.fixture
def officer(as_role):
    return as_role("officer")


@pytest.fixture
def table_import(group):
    places()
    return tried(csv_bytes(ROWS), group)


def sent_again(answer, **changes):
    """The fields of a form as the page shows them."""
    form = answer.context["form"]
    return {name: field.initial for name, field in form.fields.items() if field.initial} | changes


def test_a_table_is_read_tried_recorded_and_taken_back(officer, group, monkeypatch):
    monkeypatch.setattr(checking, "SLICE", 2)
    places()
    file = SimpleUploadedFile("partenariats.csv", csv_bytes(ROWS, encoding="cp1252"))

    columns = officer.get(officer.post(ADD, {"group": group.pk, "file": file}).url)
    table_import = TableImport.objects.get()
    tried_at = officer.post(page(table_import, "columns"), sent_again(columns, keep="on"))
    progress = officer.get(tried_at.url)
    more = officer.post(page(table_import, "check"), headers={"HX-Request": "true"})
    end = officer.post(page(table_import, "check"), headers={"HX-Request": "true"})
    trial = officer.get(tried_at.url)

    assert "Code INSEE (37261, 99999)" in columns.text
    assert 'value="0"' in re.search(r"<progress[^>]*>", progress.text)[0]
    assert ("2 lignes lues sur 3" in more.text, end["HX-Redirect"]) == (True, tried_at.url)
    assert trial.context["counts"] == {"added": 1, "changed": 0, "same": 0, "asked": 1, "refused": 1, "doubted": 0}
    assert "Colonne « Code INSEE » : aucun territoire de ce côté ne porte le code « 99999 »" in trial.text
    assert "« 31/02/2017 » : ce jour n’existe pas" in trial.text
    assert Partnership.objects.count() == 0

    officer.post(page(table_import, "apply"))
    assert Partnership.objects.get().versions.get().pgh_context.metadata["user"] == officer.user.pk
    table_import.refresh_from_db()
    assert (table_import.applied_by, table_import.keeps_mapping) == (officer.user, True)
    assert officer.post(page(table_import, "apply")).status_code == 422

    assert "supprimées : 1" in officer.get(page(table_import, "undo")).text
    officer.post(page(table_import, "undo"))
    table_import.refresh_from_db()
    assert (Partnership.objects.count(), table_import.state) == (0, ImportState.UNDONE)
    assert officer.post(page(table_import, "undo")).status_code == 422


def test_the_button_that_takes_an_import_back_stands_in_the_one_form_of_its_page(officer, table_import):
    officer.post(page(table_import, "apply"))

    undoing = officer.get(page(table_import, "undo"))

    assert PageReader(undoing.text).faults == []


def test_an_ambiguous_name_is_asked_and_the_choice_serves(officer, table_import):
    asked = officer.get(page(table_import, "names"))
    [(key, _told), *_others] = asked.context["questions"][0].choices

    answer = officer.post(page(table_import, "names"), sent_again(asked, name_0=key))

    assert answer.url == table_import.get_absolute_url()
    assert table_import.rows.get(line=3).outcome == "added"
    assert officer.post(page(table_import, "names"), {"label_0": "french||autre|", "name_0": key}).status_code == 302


def test_what_is_refused_comes_back_with_its_reason(officer, group, table_import):
    refused = officer.post(ADD, {"group": group.pk, "file": SimpleUploadedFile("a.csv", b"")})
    unchosen = officer.post(page(table_import, "columns"), {"foreign_name": "3"})

    assert (refused.status_code, unchosen.status_code) == (422, 422)
    assert "quelle colonne nomme le côté français" in unchosen.text
    assert table_import.rows.get(line=2).outcome == "added"


@pytest.mark.parametrize("role", ["member", "referent", "partner", "secretariat"])
def test_a_table_is_imported_by_those_who_edit_the_records(as_role, table_import, role):
    client = as_role(role)
    acts = ["check", "columns", "names", "apply", "undo"]

    opened = [client.get(address).status_code for address in (LIST, ADD, table_import.get_absolute_url())]
    sent = [client.post(page(table_import, act)).status_code for act in acts]

    assert (opened, sent, Partnership.objects.count()) == ([403, 403, 404], [404] * 5, 0)


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_trial_runs_a_fixed_number_of_queries(officer, group, count, django_assert_num_queries):
    places()
    found = tried(csv_bytes([["37261", "", "", "Luoyang", "", "", ""]] * count), group)
    TableRow.objects.filter(table_import=found).update(outcome="added")

    with django_assert_num_queries(9):  # session, user, roles; import; counts; count, page; territories, pairs
        response = officer.get(found.get_absolute_url())

    assert len(response.context["rows"]) == min(count, 50)


def command(*arguments, **options):
    out = StringIO()
    call_command("import_table", *arguments, stdout=out, **options)
    return out.getvalue()


def test_the_command_tries_then_records_then_undoes(group, tmp_path):
    places()
    file = tmp_path / "partenariats.csv"
    file.write_bytes(csv_bytes(ROWS))

    trial = command(file, group="chine")
    assert (
        "Essai, rien n’est enregistré : ajout 1, modification 0, rien à changer 0, choix à faire 1, refusée 1" in trial
    )
    assert "ligne 4, colonne « Depuis » : « 31/02/2017 »" in trial
    assert Partnership.objects.count() == 0

    command(file, group="chine", apply=True)
    assert Partnership.objects.get().versions.get().pgh_context.metadata == {"command": "import_table"}

    assert "annulé ; lignes laissées : 0" in command(undo=TableImport.objects.first().pk)
    assert Partnership.objects.count() == 0


def test_the_command_says_what_it_cannot_do(group, tmp_path):
    file = tmp_path / "partenariats.csv"
    file.write_bytes(csv_bytes(ROWS))
    refused = [
        (({"file": tmp_path / "absent.csv", "group": "chine"}), "ce chemin n’existe pas"),
        (({"file": file, "group": "mali"}), "« mali » n’existe pas"),
        (({"file": file, "group": "chine", "column": ["status=Nulle"]}), "Titres de ce tableau : Code INSEE"),
        (({"undo": 10**6}), "n’existe pas"),
        (({}), "Donnez un tableau"),
    ]

    for arguments, said in refused:
        with pytest.raises(CommandError, match=said):
            command(**arguments)
