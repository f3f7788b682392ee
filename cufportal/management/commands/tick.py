import signal
import threading
import time
from argparse import ArgumentTypeError

import psutil
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, connections

from core.ticking import run_jobs
from core.wording import labelled
from cufportal.due import DUE


def seconds(text):
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= 86_400):
        raise ArgumentTypeError(f"« {text} » n’est pas un nombre de secondes, de 1 à 86400.")
    return int(text)


class Command(BaseCommand):
    help = "Fait ce qui est dû : envoyer les lettres en attente… ; une ligne par tâche, l’échec de l’une n’arrête pas les autres."
    requires_system_checks = ()
    due = DUE

    def add_arguments(self, parser):
        parser.add_argument("--every", type=seconds, metavar="SECONDES", help="Recommence sans fin, à cet intervalle.")
        parser.add_argument("--until", type=int, metavar="PID", help="Avec --every : s’arrête avec ce processus.")

    def handle(self, *, every, until, **options):
        if every is None:
            if self.failures(self.due, say_nothing_done=True):
                raise CommandError("Ce qui a échoué sera tenté à nouveau la prochaine fois.")
            return
        ended = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ended.set())  # what is begun is finished
        while not ended.is_set():
            self.try_once()
            wait(ended, every, until)

    def try_once(self):
        try:
            self.failures(self.due)
        except (OperationalError, InterfaceError) as error:
            self.stderr.write(f"La base ne répond pas, nouvel essai plus tard : {error}")
        finally:
            connections.close_all()  # nothing is kept open for a minute of waiting

    def failures(self, jobs, say_nothing_done=False):
        """Run the jobs, say a line about each, and return how many failed."""
        outcomes = run_jobs(jobs)
        if outcomes is None:
            self.stdout.write("Un autre processus le fait en ce moment : rien à faire.")
            return 0
        for outcome in outcomes:
            if outcome.error:
                said = f"échec, {type(outcome.error).__name__} : {outcome.error}"
                self.stderr.write(labelled(outcome.job.name, said))
            elif outcome.said or say_nothing_done:
                self.stdout.write(labelled(outcome.job.name, outcome.said or "rien à faire"))
        return sum(outcome.error is not None for outcome in outcomes)


def wait(ended, every, until):
    deadline = time.monotonic() + every
    while time.monotonic() < deadline and not ended.wait(1):
        if until and not is_alive(until):
            ended.set()


def is_alive(pid):
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
