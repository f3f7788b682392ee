"""After the erasure of somebody, a dump of the database and the folder of files hold nothing of them."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Erasure
from accounts.services import ask_erasure
from cufportal.privacy.erasing import erase, erase_record
from cufportal.privacy.ledger import complete_ledger, path, read_ledger
from cufportal.privacy.replaying import replay_erasures
from directory.models import Person
from meetings.models import Attendance, Meeting
from tests.factories import PersonFactory
from tests.privacy.dumps import back_up, plain_dump, restore
from tests.privacy.somebody import WHOLE, somebody, traces_in

pytestmark = pytest.mark.usefixtures("kept_rows", "django_db_serialized_rollback", "transactional_db")


@pytest.fixture(autouse=True)
def _places(settings, tmp_path, transactional_db):
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "files", tmp_path
    call_command("createcachetable", verbosity=0)


def left(tmp_path):
    names = [file.name for file in (tmp_path / "files").rglob("*") if traces_in(file.name)]
    return traces_in(plain_dump()) + names


def test_nothing_is_left_in_a_dump_or_in_the_files(group, make_user, tmp_path):
    person = somebody(group, make_user("officer"))
    before = {trace for trace, _line in traces_in(plain_dump())}

    report = erase_record(person, surname_alone=True)

    assert before >= {"kerguézec", "u00e9zec", "eloise", "villaudric", "98 76 54 32", "98.76.54.32"}
    assert report["proposals"] > 0
    assert left(tmp_path) == []


def test_published_minutes_keep_the_name_until_a_new_version_is_decided(group, make_user, tmp_path):
    person = somebody(group, make_user("officer"), minutes_state="published")

    erase_record(person, surname_alone=True)

    attendance, tables = Attendance.objects.get(person=person), tables_in(plain_dump())
    assert (str(attendance), str(attendance.person)) == (WHOLE, "personne effacée")
    assert tables == {"meetings_meeting", "meetings_attendance", "meetings_section", "meetings_actionitem"}


def test_a_new_version_of_published_minutes_names_them_no_more(group, make_user, tmp_path):
    person = somebody(group, make_user("officer"), minutes_state="published")

    erase_record(person, surname_alone=True, new_versions=True)

    assert left(tmp_path) == []
    assert Meeting.objects.get(attendances__person=person).version_on is not None


def tables_in(dump):
    """The tables of a plain dump in which a trace stands."""
    parts = dump.split("\nCOPY public.")[1:]
    return {part.split(" ", 1)[0] for part in parts if traces_in(part.split("\n\\.\n")[0])}


def test_who_came_back_with_an_older_backup_is_erased_again(group, make_user, tmp_path):
    officer = make_user("officer")
    person, other = somebody(group, officer), PersonFactory(last_name="Reste")
    back_up(tmp_path / "portal.dump")
    erase(erasure=ask_erasure(record=person), by=officer, surname_alone=True)
    erased = left(tmp_path)
    restore(tmp_path / "portal.dump")
    returned = left(tmp_path)

    out = io.StringIO()
    call_command("replay_erasures", stdout=out)

    assert (erased, bool(returned), left(tmp_path)) == ([], True, [])
    assert f"personne n° {person.pk}, effacement du" in out.getvalue()
    assert Person.objects.get(pk=other.pk).last_name == "Reste"
    assert Erasure.objects.done().count() == 1
    assert replay_erasures() == []


def test_whoever_took_the_number_of_an_erased_person_is_left_alone(make_user):
    officer, person = make_user("officer"), PersonFactory()
    erase(erasure=ask_erasure(record=person), by=officer)
    number = person.pk
    Erasure.objects.all().delete()
    Person.objects.filter(pk=number).delete()
    PersonFactory(pk=number, last_name="Nouvelle")

    assert replay_erasures() == []
    assert Person.objects.get(pk=number).last_name == "Nouvelle"


def test_the_list_outside_the_database_holds_numbers_only_and_only_grows(make_user):
    officer = make_user("officer")
    for _ in range(2):
        erase(erasure=ask_erasure(record=PersonFactory()), by=officer)
        complete_ledger()

    text = path().read_text()

    assert text.count("\n") == len(read_ledger()) == 2
    assert set(text) <= set("0123456789 \n")


@pytest.mark.parametrize("line", ["x", "1 2", "9 1 1 0 0", "1 2 3 4 5 6", "-"])
def test_a_list_that_was_spoilt_is_refused_by_its_line(line):
    path().write_text(f"1 1 1 0 0\n{line}\n")

    with pytest.raises(CommandError, match="ligne 2 : cinq nombres sont attendus"):
        call_command("replay_erasures")
