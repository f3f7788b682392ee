"""What a person reads when a variable or the database is wrong: one sentence, exit code 2, no traceback."""

import os
import runpy
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from cufportal.checks import problems
from cufportal.embedded.server import EmbeddedServer
from cufportal.environment import KNOWN, EnvironmentRefused
from tests.house.processes import PROJECT, held, manage, start

PRODUCTION = {
    "PORTAL_MODE": "production",
    "PORTAL_HOSTS": "portail.example.org",
    "PORTAL_SMTP_URL": "smtp://mail.example.org",
    "PORTAL_SECRET_KEY": "k9" * 16 + "Xq7-vB2_mZ4.tR8!wY1?" * 2,
}
SHOW_KEY = "from django.conf import settings; print(settings.SECRET_KEY)"
EXPECTED_URL = "DATABASE_URL doit ressembler à postgres://nom:secret@serveur:5432/base"


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        (
            {"PORTAL_SECRETKEY": "x"},
            "La variable PORTAL_SECRETKEY n’est pas connue du portail. Vouliez-vous dire PORTAL_SECRET_KEY ?",
        ),
        ({"PORTAL_MODE": "prod"}, "PORTAL_MODE vaut « prod » ; valeurs possibles : demo, production."),
        ({"PORTAL_DEBUG": "yes"}, "PORTAL_DEBUG vaut « yes » ; valeurs possibles : 0, 1."),
        (
            {"PORTAL_ADDRESS": "8000"},
            "PORTAL_ADDRESS vaut « 8000 » ; une adresse et un port sont attendus : 127.0.0.1:8000.",
        ),
        (
            PRODUCTION | {"PORTAL_HSTS_SECONDS": "-1"},
            "PORTAL_HSTS_SECONDS vaut « -1 » ; un nombre entier positif est attendu.",
        ),
        (
            PRODUCTION | {"PORTAL_SECRET_KEY": "short"},
            "PORTAL_SECRET_KEY doit compter au moins 50 caractères en production.",
        ),
        (
            PRODUCTION | {"PORTAL_HOSTS": ""},
            "PORTAL_HOSTS est vide ; indiquez le nom du site, par exemple portail.example.org.",
        ),
        (
            PRODUCTION | {"PORTAL_SMTP_URL": ""},
            "PORTAL_SMTP_URL est vide ; indiquez le serveur d’envoi : smtp://nom:secret@serveur:587.",
        ),
        ({"PORTAL_SMTP_URL": "smtp://a@b:mail"}, "PORTAL_SMTP_URL doit ressembler à smtp://nom:secret@serveur:587."),
        ({"PORTAL_SMTP_URL": "mail.example.org"}, "PORTAL_SMTP_URL doit ressembler à smtp://nom:secret@serveur:587."),
        ({"DATABASE_URL": "mysql://a@b/c"}, f"{EXPECTED_URL} ; elle ne commence pas par postgres://."),
        ({"DATABASE_URL": "postgres://a:b@c"}, f"{EXPECTED_URL} ; il y manque le nom de la base."),
        ({"DATABASE_URL": "postgres://a:b@c:port/d"}, f"{EXPECTED_URL} ; le port n’est pas un nombre."),
        (
            {"DATABASE_URL": "postgres://a:50%zz@c/d"},
            f"{EXPECTED_URL} ; les signes spéciaux d’un mot de passe s’écrivent en %XX.",
        ),
    ],
)
def test_a_wrong_variable_is_named(tmp_path, monkeypatch, variables, sentence):
    for name in [name for name in os.environ if name.startswith(("PORTAL_", "DATABASE_"))]:
        monkeypatch.delenv(name)
    for name, value in ({"PORTAL_DATA_DIR": str(tmp_path)} | variables).items():
        monkeypatch.setenv(name, value)

    with pytest.raises(EnvironmentRefused) as refusal:
        runpy.run_path(PROJECT / "cufportal" / "settings.py")

    assert str(refusal.value) == sentence


def test_a_command_tells_a_refusal_in_one_sentence(tmp_path):
    done = manage("check", data_dir=tmp_path, PORTAL_MODE="prod")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "PORTAL_MODE vaut « prod » ; valeurs possibles : demo, production.\n"


def test_production_values_pass_every_check_without_a_warning(data_dir):
    done = manage("check", "--deploy", "--database", "default", data_dir=data_dir, **PRODUCTION)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def test_the_secret_key_of_a_demonstration_is_made_once_and_kept_private(data_dir):
    keys = {manage("shell", "--no-imports", "-c", SHOW_KEY, data_dir=data_dir).stdout for _ in range(2)}

    kept = data_dir / "secret_key"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert keys == {f"{kept.read_text()}\n"}
    assert len(kept.read_text()) == 80


@pytest.fixture
def real_server(data_dir):
    """A server that asks for passwords, with a user `portal`; gives the address of any user and base as a URL."""
    server = EmbeddedServer(data_dir / "postgres")
    with held(data_dir):
        with psycopg.connect(**server.address, autocommit=True) as connection:
            connection.execute("create user portal password 'right'")
            connection.execute("create database portal owner portal")
            connection.execute("create database ascii locale 'C' template template0")
            rules = data_dir / "postgres" / "pg_hba.conf"
            rules.write_text("local all portal scram-sha-256\n" + rules.read_text())
            connection.execute("select pg_reload_conf()")
        socket = quote(str(server.sockets), safe="")
        yield lambda user, base: f"postgres://{user}@/{base}?host={socket}"


@pytest.mark.parametrize(
    ("user", "base", "said"),
    [
        (
            "portal:wrong",
            "portal",
            "refuse l’utilisateur « portal » : vérifiez le nom et le mot de passe de DATABASE_URL",
        ),
        ("postgres", "portail", "créez-la, ou corrigez DATABASE_URL"),
    ],
)
def test_a_server_that_refuses_is_told_in_one_sentence(real_server, tmp_path, user, base, said):
    done = manage("migrate", data_dir=tmp_path, DATABASE_URL=real_server(user, base))

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
    assert "wrong" not in done.stderr


@pytest.mark.parametrize("command", [("migrate",), ("runserver", "--skip-checks", "127.0.0.1:0")])
def test_a_server_that_does_not_answer_is_told_in_one_sentence(tmp_path, command):
    done = manage(*command, data_dir=tmp_path, DATABASE_URL="postgres://portal:secret@127.0.0.1:9/portal")

    assert done.returncode == 2
    said = done.stderr.removeprefix("Watching for file changes with StatReloader\n")
    assert said.startswith("Le serveur PostgreSQL 127.0.0.1:9 ne répond pas : démarrez-le, ou corrigez")
    assert said.count("\n") == 1
    assert "secret" not in done.stderr


def test_the_tests_say_in_one_sentence_that_the_server_does_not_answer(tmp_path):
    url = "postgres://portal:secret@127.0.0.1:9/portal"

    run = start("-m", "pytest", "-q", "tests/test_migrations.py", data_dir=tmp_path, DATABASE_URL=url)
    said = run.communicate()[0]

    assert run.returncode == 2
    assert "Traceback" not in said
    assert "Le serveur PostgreSQL 127.0.0.1:9 ne répond pas" in said


def test_a_base_that_cannot_hold_chinese_is_refused(real_server, tmp_path):
    done = manage("check", "--database", "default", data_dir=tmp_path, DATABASE_URL=real_server("postgres", "ascii"))

    assert done.returncode == 1
    assert "(cufportal.E002) La base « ascii » est en UTF8, LC_CTYPE C ;" in done.stderr


def test_our_own_database_passes_the_check(db):
    assert list(problems(connection)) == []


def test_every_variable_is_documented():
    documented = (PROJECT / "docs" / "operating.md").read_text()

    assert [name for name in sorted(KNOWN | {"DATABASE_URL"}) if f"`{name}`" not in documented] == []
