"""What differs between machines is an environment variable; each is read here and refused when it makes no sense."""

import contextlib
import difflib
import os
import re
import secrets
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from core.files import reason

PREFIX = "PORTAL_"
KNOWN = {
    "PORTAL_MODE",
    "PORTAL_DEBUG",
    "PORTAL_SECRET_KEY",
    "PORTAL_HOSTS",
    "PORTAL_ADDRESS",
    "PORTAL_DATA_DIR",
    "PORTAL_SMTP_URL",
    "PORTAL_FROM_EMAIL",
    "PORTAL_HSTS_SECONDS",
    "PORTAL_LOG_LEVEL",
}
ADDRESS = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[\w.-]+):(?P<port>\d{1,5})")


class EnvironmentRefused(Exception):
    """A variable is unknown or malformed; the message names it and says what is expected."""


def refuse_unknown():
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1)
            hint = f" Vouliez-vous dire {near[0]} ?" if near else ""
            raise EnvironmentRefused(f"La variable {name} n’est pas connue du portail.{hint}")


def text(name, default=""):
    return os.environ.get(name, "").strip() or default


def choice(name, options, default):
    value = text(name, default)
    if value not in options:
        raise EnvironmentRefused(f"{name} vaut « {value} » ; valeurs possibles : {', '.join(options)}.")
    return value


def boolean(name, default=False):
    return choice(name, ("0", "1"), "1" if default else "0") == "1"


def integer(name, default):
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal()):
        raise EnvironmentRefused(f"{name} vaut « {value} » ; un nombre entier positif est attendu.")
    return int(value)


def words(name, default=""):
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def address(name, default):
    """Return the host and the port to listen at, written as `127.0.0.1:8000` or `[::1]:8000`."""
    value = text(name, default)
    parts = ADDRESS.fullmatch(value)
    if parts is None or not 0 < int(parts["port"]) < 65536:
        raise EnvironmentRefused(f"{name} vaut « {value} » ; une adresse et un port sont attendus : 127.0.0.1:8000.")
    return parts["host"], int(parts["port"])


def smtp(name):
    """Return Django's options for the mail server written as `smtp://name:secret@host:587`, or None when unset."""
    value = text(name)
    if not value:
        return None
    try:
        parts = urlsplit(value)
        port = parts.port or {"smtp": 587, "smtps": 465}[parts.scheme]
    except (ValueError, KeyError):
        parts = None
    if not (parts and parts.hostname):
        raise EnvironmentRefused(f"{name} doit ressembler à smtp://nom:secret@serveur:587.")
    return {
        "host": parts.hostname,
        "port": port,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp",
        "use_ssl": parts.scheme == "smtps",
        "timeout": 10,  # seconds; without it a page would wait for a server that says nothing
    }


def kept_secret(path: Path) -> str:
    """Return the secret kept in the file `path`, made at the first call; of two first calls at once, one wins."""
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=path.parent) as draft:  # readable by its owner only
                draft.write(secrets.token_urlsafe(60))
                draft.flush()
                with contextlib.suppress(FileExistsError):
                    os.link(draft.name, path)
        return path.read_text()
    except OSError as error:
        raise EnvironmentRefused(
            f"{path} ne peut pas être lu ou écrit ({reason(error)}) : corrigez les droits de ce dossier, "
            "ou indiquez-en un autre dans PORTAL_DATA_DIR."
        ) from error
