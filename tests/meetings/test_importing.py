import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from meetings.minutes.importing import apply_import, store_import
from meetings.minutes.reading import read_document
from meetings.models import Meeting, MinutesImport, Proposal, RoundTableEntry
from partnerships.models import Partnership
from tests.factories import CountryGroupFactory
from tests.meetings.documents import docx_of, pdf_of
from tests.meetings.minutes_to_import import TEXT, make_territories


@pytest.fixture
def group(db):
    make_territories()
    return CountryGroupFactory()


@pytest.fixture
def minutes_file(tmp_path):
    path = tmp_path / "compte rendu.txt"
    path.write_text(TEXT)
    return path


def stored(group, text=TEXT):
    return store_import(document=read_document(text.encode()), group=group)


def records():
    return [model.objects.count() for model in (Meeting, Partnership, RoundTableEntry)]


def test_storing_an_import_makes_no_record(group):
    minutes_import = stored(group)

    assert records() == [0, 0, 0]
    assert minutes_import.proposals.filter(kind="partnership").count() == 2


def test_neither_text_nor_proposals_keep_why_somebody_was_away(group):
    minutes_import = stored(group)

    kept = json.dumps([minutes_import.pages, list(minutes_import.proposals.values("fields", "excerpt"))])
    assert "maladie" in TEXT
    assert "maladie" not in kept


def test_the_same_file_is_kept_once(group):
    first, again = stored(group), stored(group)

    assert (first, Proposal.objects.count()) == (again, first.proposals.count())


def test_applying_twice_changes_nothing(group):
    apply_import(minutes_import=stored(group), which="all")
    before = records()

    report = apply_import(minutes_import=stored(group), which="certain")

    assert (report.applied, records()) == (0, before)


def test_a_certain_pair_is_recorded_with_its_place_and_an_unknown_territory_waits(group):
    minutes_import = stored(group)

    apply_import(minutes_import=minutes_import, which="certain")

    entry = RoundTableEntry.objects.get()
    assert (str(entry.partnership), entry.page, entry.line) == (
        "Tulle – Guilin",
        1,
        TEXT[: TEXT.index("Ville de Tulle – Guilin")].count("\n") + 1,
    )
    waiting = minutes_import.proposals.pending().get(kind="partnership")
    assert [doubt["code"] for doubt in waiting.doubts] == ["territory_unknown"]


def as_pdf(text):
    return pdf_of("\n\n".join(text.split("\n")).replace("@", "\\@"))


def as_docx(text):
    return docx_of(*text.split("\n"))


@pytest.mark.parametrize("make", [as_pdf, as_docx])
def test_the_same_minutes_as_another_file_find_the_same_records(group, make):
    apply_import(minutes_import=stored(group), which="certain")
    before = records()
    again = store_import(document=read_document(make(TEXT)), group=group)

    apply_import(minutes_import=again, which="certain")

    assert (MinutesImport.objects.count(), records()) == (2, before)


def test_the_command_writes_nothing_unless_asked(group, minutes_file, capsys):
    call_command("import_minutes", minutes_file, group="chine", json=True)

    rows = json.loads(capsys.readouterr().out)
    assert {"kind", "fields", "match", "confidence", "doubts", "page", "line", "excerpt"} == set(rows[0])
    assert (records(), MinutesImport.objects.count()) == ([0, 0, 0], 0)


def test_the_command_applies_what_is_certain(group, minutes_file):
    call_command("import_minutes", minutes_file, group="chine", apply="certain")

    assert records() == [1, 1, 1]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ""),
        (b"%PDF-1.7\n1 0 obj", ""),
        (("ligne\n" * 40 + "\f") * 200, "60 pages"),
    ],
    ids=["empty", "binary", "truncated", "200 pages"],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(group, tmp_path, content, said):
    path = tmp_path / "fichier.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)

    with pytest.raises(CommandError) as refusal:
        call_command("import_minutes", path, group="chine", apply="all")

    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert (records(), MinutesImport.objects.count()) == ([0, 0, 0], 0)


def test_a_group_that_does_not_exist_is_named_with_those_that_do(group, minutes_file):
    with pytest.raises(CommandError, match="« mars » n’existe pas. Groupes connus : chine"):
        call_command("import_minutes", minutes_file, group="mars")


def test_a_text_that_is_no_minutes_is_not_stored(group):
    novel = Path(__file__).parent / "data" / "novel.txt"

    with pytest.raises(CommandError, match="ne ressemble pas"):
        call_command("import_minutes", novel, group="chine", apply="all")

    assert MinutesImport.objects.count() == 0
