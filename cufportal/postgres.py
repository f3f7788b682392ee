"""Where the database is: the server that DATABASE_URL names, or the embedded one in `var/postgres`."""

import os
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from cufportal.embedded.server import server_in
from cufportal.embedded.wheel import ServerRefused
from cufportal.environment import EnvironmentRefused

NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
SHARED = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}  # a server that was restarted is found again


def database_settings(data_dir: Path) -> dict:
    """Return Django's settings of the default database; the embedded server starts with the first connection.

    Raise EnvironmentRefused when DATABASE_URL is malformed; its value may hold a password and is never repeated.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    return from_url(url) if url else embedded_in(data_dir / "postgres")


def embedded_in(folder):
    try:
        address = server_in(folder.resolve()).address
    except ServerRefused as refusal:
        raise EnvironmentRefused(str(refusal)) from refusal
    named = {NAMES[key]: value for key, value in address.items()}
    return {"ENGINE": "cufportal.postgres_backend", "EMBEDDED_IN": str(folder.resolve()), **SHARED, **named}


def from_url(url):
    expected = "DATABASE_URL doit ressembler à postgres://nom:secret@serveur:5432/base"
    if not url.startswith(("postgres://", "postgresql://")):
        raise EnvironmentRefused(f"{expected} ; elle ne commence pas par postgres://.")
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise EnvironmentRefused(f"{expected} ; les signes spéciaux d’un mot de passe s’écrivent en %XX.") from error
    if not parts.get("dbname"):
        raise EnvironmentRefused(f"{expected} ; il y manque le nom de la base.")
    if not str(parts.get("port", "5432")).isdecimal():
        raise EnvironmentRefused(f"{expected} ; le port n’est pas un nombre.")
    named = {NAMES[key]: str(value) for key, value in parts.items() if key in NAMES}
    options = {key: value for key, value in parts.items() if key not in NAMES}
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, **SHARED, **named}


def unusable(error: Exception, database: dict) -> str | None:
    """Return one sentence when Django's OperationalError `error` means that the database cannot be used."""
    cause = error.__cause__
    if isinstance(cause, ServerRefused):
        return str(cause)
    if isinstance(cause, psycopg.errors.DiskFull):
        return "Il n’y a plus de place sur le disque de la base : libérez-en, puis relancez la commande."
    if not isinstance(cause, psycopg.OperationalError) or cause.sqlstate:
        return None  # the server was reached, and refused something else
    said = " ".join(str(cause).split())
    server = f"{database.get('HOST') or 'local'}:{database.get('PORT') or 5432}"
    name, user = database.get("NAME"), database.get("USER")
    if "authentication" in said or "password" in said:
        return f"Le serveur PostgreSQL {server} refuse l’utilisateur « {user} » : vérifiez le nom et le mot de passe de DATABASE_URL ({said})."
    if f'database "{name}"' in said:
        return f"La base « {name} » n’existe pas sur le serveur {server} : créez-la, ou corrigez DATABASE_URL ({said})."
    return f"Le serveur PostgreSQL {server} ne répond pas : démarrez-le, ou corrigez DATABASE_URL ({said})."
