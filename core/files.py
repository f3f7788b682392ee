"""Files written whole or not at all, and what to say of one that cannot be read or written."""

import errno
import os
import secrets
from pathlib import Path

REASONS = {
    errno.ENOENT: "ce chemin n’existe pas",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "un fichier est à la place d’un dossier",
    errno.EACCES: "les droits manquent",
    errno.EPERM: "les droits manquent",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.ENAMETOOLONG: "le nom est trop long",
}


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, in a few French words; the system's own when it is a rare one."""
    return REASONS.get(error.errno, error.strerror or str(error))


def write_whole(path: Path, content: bytes):
    """Write `content` at `path`. A file that stands there is replaced at the end only: a failure leaves it as it was.

    Raise OSError. What is no plain file (/dev/stdout, a pipe) is written to directly.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    draft = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        draft.write_bytes(content)
        if path.exists():
            draft.chmod(path.stat().st_mode)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
