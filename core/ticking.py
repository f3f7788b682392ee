"""What is due from time to time: jobs that each run apart, so that the failure of one leaves the others alone."""

import logging
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass

from django.db import connection, transaction

from core.history import told
from core.locks import lock

logger = logging.getLogger(__name__)
LOCK = "cufportal.tick"


@dataclass(frozen=True)
class Job:
    """`run` takes nothing, does what is due now and returns a sentence about it (or what writes itself as one; "" for
    nothing done). It may run at any moment and as often as one likes, and what it does is undone when it fails, unless
    it commits `in_pieces`, by itself."""

    name: str
    run: Callable[[], object]
    in_pieces: bool = False


@dataclass(frozen=True)
class Outcome:
    job: Job
    said: str = ""
    error: Exception | None = None


def run_jobs(jobs: Iterable[Job]) -> list[Outcome] | None:
    """Run each job and return how it went; None, and nothing done, while another process does the same.

    The error of a job goes to its outcome and to the journal. Raise only when the database cannot be reached any more.
    """
    with lock(LOCK, wait=False) as may_run:
        return [run_job(job) for job in jobs] if may_run else None


def run_job(job):
    try:
        with told(job=job.name), nullcontext() if job.in_pieces else transaction.atomic():
            return Outcome(job, str(job.run() or ""))
    except Exception as error:
        if not connection.is_usable():
            raise
        logger.exception("%s", job.name)
        return Outcome(job, error=error)
