"""What to tell the person at the terminal when the embedded server cannot run: one sentence, with what to do."""

import errno
import os
import pwd
import shutil
from pathlib import Path

LEAST_FREE = 8 * 1024 * 1024  # PostgreSQL names a full disk in several ways
ELSEWHERE = "ou indiquez un autre dossier dans PORTAL_DATA_DIR"


def sentence(cause, data: Path) -> str:
    """Return the sentence for `cause`, an OSError of ours or the text written by `initdb` or the server."""
    if isinstance(cause, OSError):
        return os_sentence(cause, data)
    if "No space left on device" in cause or shutil.disk_usage(data.parent).free < LEAST_FREE:
        return disk_full(data)
    if "Permission denied" in cause:
        return not_ours(data)
    said = next((line for line in reversed(cause.splitlines()) if "FATAL" in line or "error" in line), cause).strip()
    return (
        f"PostgreSQL n’a pas pu démarrer dans {data} : {said or 'il n’a rien dit'} (journal : {data / 'server.log'})."
    )


def os_sentence(error, data):
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return disk_full(data)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return not_ours(Path(error.filename or data))
    if error.errno == errno.ENOTEMPTY:
        return f"Le dossier {data} n’est pas vide et ne contient pas de base PostgreSQL : videz-le, {ELSEWHERE}."
    return f"PostgreSQL n’a pas pu démarrer dans {data} : {error}."


def disk_full(data):
    return f"Il n’y a plus de place sur le disque qui porte {data} : libérez-en, puis relancez la commande."


def not_ours(path):
    while not can_stat(path):
        path = path.parent
    return (
        f"{path} appartient à {account_name(path.stat().st_uid)} et {account_name(os.geteuid())} ne peut pas y écrire : "
        f"relancez la commande sous ce compte, changez-en le propriétaire, {ELSEWHERE}."
    )


def can_stat(path):
    try:
        path.stat()
    except OSError:
        return False
    return True


def account_name(number):
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:  # an account that exists no more
        return f"l’utilisateur n° {number}"
