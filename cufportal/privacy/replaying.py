"""Erasing again, after an older backup was restored, those whom it brought back."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from accounts.enums import ErasureState
from accounts.models import Erasure
from core.history import told
from cufportal.privacy.erasing import erase_record
from cufportal.privacy.ledger import complete_ledger, read_ledger


def replay_erasures() -> list:
    """Do again each erasure of the list that the database does not know; return the lines that were. Run as often as one
    likes. A record made after its erasure has only taken its number: it is somebody else, and is left alone."""
    replayed = [line for line in read_ledger() if replay(line)]
    complete_ledger()
    return replayed


@transaction.atomic
def replay(line):
    about = {"content_type": ContentType.objects.get_for_model(line.model), "object_id": line.record}
    if line.at in {int(erasure.decided_at.timestamp()) for erasure in Erasure.objects.done().filter(**about)}:
        return False
    record = line.model.objects.filter(pk=line.record, created_at__lte=line.moment).first()
    if record is None:
        return False
    with told(command="replay_erasures"):
        report = erase_record(record, at=line.moment, **line.options)
        done = {
            "state": ErasureState.DONE,
            "decided_at": line.moment,
            "report": {"options": line.options, "rows": report},
        }
        waiting = Erasure.objects.waiting().filter(**about)
        if not waiting.update(**done):
            Erasure.objects.create(**about, asked_at=line.moment, **done)
    return True
