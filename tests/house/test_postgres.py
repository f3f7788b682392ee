"""The embedded server: real processes, killed as they may be, in a folder of their own."""

import contextlib
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import psycopg
import pytest

from cufportal.embedded.refusals import account_name, sentence
from cufportal.embedded.server import EmbeddedServer, socket_folder
from cufportal.embedded.wheel import ServerRefused
from tests.house.processes import HOLD, copy_data, environment, eventually, held, manage, new_folder, servers_in, start

RECONNECT = """
import os, signal, django
django.setup()
from django.db import close_old_connections, connection
def pid():
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
pid()
server = int(open(connection.settings_dict["EMBEDDED_IN"] + "/postmaster.pid").readline())
os.kill(server, signal.SIGKILL)
connection.close()
pid()
print("reconnected")
"""
NOBODY = 65534
UNKNOWN = 54321
AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from cufportal.embedded.server import server_in
if os.geteuid() == 0:
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
try:
    server_in(Path(sys.argv[1])).ensure_running()
except Exception as error:
    print(error)
"""


def refusal_of(number, data_dir):
    """Return what is said to the account of that number (only root can be somebody else: others stay who they are)."""
    command = [sys.executable, "-c", AS_SOMEBODY_ELSE, str(data_dir / "postgres"), str(number)]
    return subprocess.run(command, env=environment(data_dir), capture_output=True, text=True, check=False).stdout


def ask(data_dir, query):
    with psycopg.connect(**EmbeddedServer(data_dir / "postgres").address) as connection:
        cursor = connection.execute(query)
        return cursor.fetchone() if cursor.description else None


def postmaster(data_dir):
    return int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])


def test_data_are_utf8_whatever_the_locale_of_the_machine(data_dir):
    with held(data_dir, LC_ALL="C"):
        ask(data_dir, "create extension pg_trgm")
        found = ask(data_dir, "select pg_encoding_to_char(encoding), datctype, lower('É') from pg_database limit 1")
        trigrams = ask(data_dir, "select show_trgm('武汉')")

    assert found == ("UTF8", "C.UTF-8", "é")
    assert len(trigrams[0]) == 3


def test_the_shell_of_the_database_comes_with_it(data_dir):
    done = manage("dbshell", "--", "--tuples-only", "--command=select 1 + 1", data_dir=data_dir)

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "2", "")


def test_the_server_listens_on_no_network_address(data_dir):
    with held(data_dir):
        assert ask(data_dir, "show listen_addresses") == ("",)


def test_the_last_to_end_stops_the_server(data_dir):
    with held(data_dir):
        with held(data_dir):
            pass
        assert ask(data_dir, "select 1") == (1,)

    assert servers_in(data_dir) == []


def test_several_first_commands_at_once_share_one_server(empty_dir):
    script = ("-c", HOLD, str(empty_dir / "postgres"))

    processes = [start(*script, data_dir=empty_dir) for _ in range(3)]

    assert [process.stdout.readline() for process in processes] == ["held\n"] * 3
    assert [process.communicate()[0] for process in processes] == [""] * 3
    assert servers_in(empty_dir) == []


def test_a_killed_process_does_not_keep_the_server(data_dir):
    with held(data_dir) as process:
        process.kill()

    assert eventually(lambda: servers_in(data_dir) == [])


def test_a_killed_server_is_started_again_by_the_next_command(data_dir):
    with held(data_dir):
        killed = postmaster(data_dir)
        os.kill(killed, 9)

        with held(data_dir):
            assert postmaster(data_dir) != killed
            assert ask(data_dir, "select 1") == (1,)


def test_a_process_whose_server_was_killed_reconnects(data_dir):
    process = start("-c", RECONNECT, data_dir=data_dir, DJANGO_SETTINGS_MODULE="cufportal.settings")

    assert process.communicate()[0] == "reconnected\n"


def test_the_number_of_a_dead_server_given_to_another_process_is_not_believed(data_dir):
    pid_file = data_dir / "postgres" / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{data_dir / 'postgres'}\n1\n5432\n{data_dir / 'postgres'}\n\n 1 1\nready\n")

    with held(data_dir):
        assert postmaster(data_dir) != os.getpid()


def test_what_an_interrupted_creation_left_is_no_obstacle(empty_dir):
    (empty_dir / "postgres.new").mkdir()
    (empty_dir / "postgres.new" / "PG_VERSION").write_text("18\n")

    with held(empty_dir):
        assert ask(empty_dir, "select 1") == (1,)


def test_data_removed_and_made_again_keep_their_server_when_the_old_one_ends(data_dir):
    with contextlib.ExitStack() as new:
        with held(data_dir):
            old = psutil.Process(postmaster(data_dir))
            for path in data_dir.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            new.enter_context(held(data_dir))
        psutil.wait_procs([old], timeout=30)
        assert not old.is_running()
        assert ask(data_dir, "select 1") == (1,)


def test_a_private_folder_is_opened_for_crossing_only_and_only_by_root(made_data):
    with new_folder(mode=0o700) as folder:
        copy_data(made_data, folder)
        process = start("-c", HOLD, str(folder / "postgres"), data_dir=folder)
        said = process.communicate()[0]

        expected = f"Le dossier {folder} peut désormais être traversé par tous : PostgreSQL en a besoin.\n"
        assert said == (expected if os.geteuid() == 0 else "") + "held\n"
        assert folder.stat().st_mode & 0o777 == (0o701 if os.geteuid() == 0 else 0o700)


def test_a_path_too_long_for_a_socket_gets_a_private_one(empty_dir, made_data):
    deep = empty_dir / ("long" * 25)
    deep.mkdir()
    copy_data(made_data, deep)

    with held(deep):
        sockets = socket_folder(deep / "postgres")
        assert ask(deep, "select 1") == (1,)
        assert sockets.stat().st_mode & 0o777 == 0o700

    shutil.rmtree(sockets)


def test_a_socket_path_too_long_everywhere_is_refused(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/" + "t" * 100)

    with pytest.raises(ServerRefused) as refusal:
        socket_folder(Path("/" + "d" * 100))

    assert str(refusal.value).endswith("choisissez un dossier plus court dans PORTAL_DATA_DIR.")


def test_data_of_another_version_are_refused(data_dir):
    (data_dir / "postgres" / "PG_VERSION").write_text("17\n")

    done = manage("migrate", data_dir=data_dir)

    assert done.returncode == 2
    assert done.stderr == (
        f"Les données de {data_dir}/postgres ont été créées par PostgreSQL 17 et le portail apporte la version 18 : "
        "déplacez ce dossier, ou restaurez une sauvegarde faite avec la version 17.\n"
    )


def test_a_folder_that_is_not_ours_is_refused(empty_dir):
    closed = empty_dir / "data"
    closed.mkdir(mode=0o555)

    said = refusal_of(NOBODY, closed)

    me = account_name(os.geteuid())
    who = "nobody" if me == "root" else me
    assert said == (
        f"{closed} appartient à {me} et {who} ne peut pas y écrire : relancez la commande sous ce "
        "compte, changez-en le propriétaire, ou indiquez un autre dossier dans PORTAL_DATA_DIR.\n"
    )


def test_an_account_without_a_name_is_refused_and_its_data_are_taken_over_by_root(data_dir):
    if os.geteuid():  # only root can play another account
        assert account_name(UNKNOWN) == f"l’utilisateur n° {UNKNOWN}"
        return
    data_dir.chmod(0o777)
    assert refusal_of(UNKNOWN, data_dir) == (
        f"Le compte n° {UNKNOWN} n’a pas de nom dans /etc/passwd, et PostgreSQL en exige un : "
        "lancez la commande sous un autre compte, ou indiquez un serveur dans DATABASE_URL.\n"
    )

    subprocess.run(["chown", "-R", str(UNKNOWN), data_dir / "postgres"], check=True)
    with held(data_dir):
        assert ask(data_dir, "select 1") == (1,)


@pytest.mark.parametrize(
    "cause",
    [OSError(errno.ENOSPC, "No space left on device"), "initdb: error: could not write: No space left on device\n"],
)
def test_a_full_disk_is_named(cause):
    assert sentence(cause, Path("/srv/var/postgres")) == (
        "Il n’y a plus de place sur le disque qui porte /srv/var/postgres : libérez-en, puis relancez la commande."
    )


def test_what_the_server_says_is_repeated_when_nothing_better_is_known(tmp_path):
    data = tmp_path / "postgres"

    assert sentence("LOG: starting\nFATAL:  out of memory\n", data) == (
        f"PostgreSQL n’a pas pu démarrer dans {data} : FATAL:  out of memory (journal : {data}/server.log)."
    )
