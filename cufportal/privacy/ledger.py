"""The list of erasures that is kept outside the database, to do them again after an older backup is restored.

One line each, numbers only: what sort of record (1 a person, 2 a delegation), its number, when (seconds since 1970), and
the two options of the erasure (1 or 0). Lines are only ever added.
"""

import os
from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import ngettext

from accounts.models import Erasure
from core.locks import lock
from delegations.models import Delegation
from directory.models import Person

NAME = "erasures.txt"
LOCK = "cufportal.ledger"
SORTS = {1: Person, 2: Delegation}


class Line(NamedTuple):
    sort: int
    record: int
    at: int
    surname_alone: int
    new_versions: int

    @property
    def model(self):
        return SORTS[self.sort]

    @property
    def moment(self):
        return datetime.fromtimestamp(self.at, UTC)

    @property
    def options(self):
        return {"surname_alone": bool(self.surname_alone), "new_versions": bool(self.new_versions)}


def path():
    return settings.DATA_DIR / NAME


def read_ledger() -> list[Line]:
    """Raise ValueError, saying which, on a line that is none: a list that was cut or edited is not to be trusted."""
    if not path().exists():
        return []
    lines = path().read_text(encoding="ascii").splitlines()
    return [read_line(number, text) for number, text in enumerate(lines, 1)]


def read_line(number, text):
    try:
        line = Line(*(int(part) for part in text.split()))
    except (TypeError, ValueError):
        line = None
    if line is None or line.sort not in SORTS:
        raise ValueError(f"{path()}, ligne {number} : cinq nombres sont attendus, « {text[:60]} » n’en est pas.")
    return line


def complete_ledger() -> int:
    """Add what the database knows as done and the list does not hold yet; return how many lines were added."""
    with lock(LOCK):
        known = set(read_ledger())
        missing = [line for line in done() if line not in known]
        if missing:
            add(missing)
    return len(missing)


def list_completed():
    """What `tick` says of it: "" when nothing was missing."""
    count = complete_ledger()
    return (
        ngettext("%d effacement noté hors de la base", "%d effacements notés hors de la base", count) % count
        if count
        else ""
    )


def done():
    sorts = {ContentType.objects.get_for_model(model).pk: sort for sort, model in SORTS.items()}
    for erasure in Erasure.objects.done().order_by("decided_at", "pk"):
        options = erasure.report.get("options", {})
        flags = (int(options.get(name, False)) for name in ("surname_alone", "new_versions"))
        yield Line(sorts[erasure.content_type_id], erasure.object_id, int(erasure.decided_at.timestamp()), *flags)


def add(lines):
    """On the disk before the call returns, whatever happens to the machine afterwards."""
    path().parent.mkdir(parents=True, exist_ok=True)
    with path().open("a", encoding="ascii") as file:
        file.writelines(f"{' '.join(map(str, line))}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
