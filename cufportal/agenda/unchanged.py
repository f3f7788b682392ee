"""Programs ask for the same feed again and again: when nothing at all was written since, the answer is known at once.

Two snapshots of the same text show the same data (PostgreSQL, `pg_current_snapshot`): a transaction that writes takes a
number, and the numbers of those begun and ended are what a snapshot says. Each process remembers what it answered.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.db import connection
from django.utils import timezone

KEPT = 4096


@dataclass(frozen=True)
class Answer:
    snapshot: str
    day: date  # what one may see follows the calendar too
    headers: dict


answers, lock = OrderedDict(), Lock()


def snapshot():
    """What the database shows at this moment, as a text; "" inside a transaction, whose own writing takes no new number."""
    if connection.in_atomic_block:
        return ""
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_snapshot()::text")
        return cursor.fetchone()[0]


def remembered(address, seen):
    """The headers of the last answer to `address` when the snapshot `seen` shows what it showed then; else None."""
    with lock:
        answer = answers.get(address)
    unchanged = answer and seen and (answer.snapshot, answer.day) == (seen, timezone.localdate())
    return answer.headers if unchanged else None


def remember(address, seen, headers):
    """Keep the headers of an answer worked out after `seen` was taken: what was written in between makes another one."""
    if not seen:
        return
    with lock:
        answers[address] = Answer(seen, timezone.localdate(), headers)
        answers.move_to_end(address)
        while len(answers) > KEPT:
            answers.popitem(last=False)
