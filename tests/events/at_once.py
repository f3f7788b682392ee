"""Several people at the same moment, each in a thread with a connection of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.core.exceptions import ValidationError
from django.db import OperationalError, connections

PATIENCE = 60  # seconds; the machine may be busy
SHORT = 0.5  # long enough for a thread that is not held back to arrive


def at_once(*acts, threads=None):
    """Run `acts` in as many threads (or fewer), all set off together; return for each what it returned, or the
    ValidationError or OperationalError (a deadlock) that it raised."""
    threads = threads or len(acts)
    start = threading.Barrier(threads)
    waiting = list(enumerate(acts))
    answers = [None] * len(acts)

    def work():
        start.wait(PATIENCE)
        try:
            while True:
                place, act = waiting.pop(0)
                try:
                    answers[place] = act()
                except (ValidationError, OperationalError) as refusal:
                    answers[place] = refusal
        except IndexError:
            return
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        for done in [pool.submit(work) for _ in range(threads)]:
            done.result(PATIENCE)
    return answers


class Meeting:
    """Holds the first who comes until the second is there too, or until it is clear that the second is held back."""

    def __init__(self):
        self.barrier = threading.Barrier(2)
        self.have_met = False

    def wait(self):
        try:
            self.barrier.wait(SHORT)
            self.have_met = True
        except threading.BrokenBarrierError:
            return


def sentences(answers):
    return sorted(answer.messages[0] for answer in answers if isinstance(answer, ValidationError))
