"""What differs between machines is an environment variable; each is read here and refused when it makes no sense."""

import difflib
import os

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


class EnvironmentRefused(Exception):
    """A variable is unknown or malformed; the message names it and says what is expected."""


def refuse_unknown():
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1)
            hint = f" Vouliez-vous dire {near[0]} ?" if near else ""
            raise EnvironmentRefused(f"La variable {name} n’est pas connue du portail.{hint}")


def text(name, default=""):
    return os.environ.get(name, default).strip()


def choice(name, options, default):
    value = text(name, default)
    if value not in options:
        raise EnvironmentRefused(f"{name} vaut « {value} » ; valeurs possibles : {', '.join(options)}.")
    return value


def boolean(name, default=False):
    return choice(name, ("0", "1"), "1" if default else "0") == "1"


def integer(name, default):
    value = text(name, str(default))
    if not value.isdecimal():
        raise EnvironmentRefused(f"{name} vaut « {value} » ; un nombre entier positif est attendu.")
    return int(value)


def words(name, default=""):
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
