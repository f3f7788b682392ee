from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from core.letters import Delivery
from core.locks import lock
from core.models import Letter
from core.ticking import LOCK, Job, run_jobs
from tests.house.processes import eventually

pytestmark = pytest.mark.django_db


def write_letter():
    Letter.objects.create(to="wang@example.org", subject="Rappel", body="Bonjour", language="fr")
    return "1 rappel écrit"


def write_letter_and_fail():
    write_letter()
    raise ValueError("jour inconnu")


def break_the_transaction():
    with connection.cursor() as cursor:
        cursor.execute("select 1 / 0")


def elsewhere(work):
    """Run `work` on a connection of its own."""
    try:
        return work()
    finally:
        connection.close()


def test_each_job_says_what_it_did():
    jobs = [Job("rappels", write_letter), Job("lettres", lambda: Delivery(2, 0)), Job("oublis", lambda: None)]

    assert [outcome.said for outcome in run_jobs(jobs)] == ["1 rappel écrit", "2 lettres envoyées", ""]


@pytest.mark.parametrize("fails", [write_letter_and_fail, break_the_transaction])
def test_a_job_that_fails_is_undone_and_the_others_are_done(fails):
    jobs = [Job("rappels", write_letter), Job("panne", fails), Job("suite", write_letter)]

    outcomes = run_jobs(jobs)

    assert [outcome.error is not None for outcome in outcomes] == [False, True, False]
    assert Letter.objects.count() == 2


def test_a_job_that_commits_in_pieces_keeps_them_when_it_fails():
    [outcome] = run_jobs([Job("lettres", write_letter_and_fail, in_pieces=True)])

    assert (str(outcome.error), Letter.objects.count()) == ("jour inconnu", 1)


def test_of_two_processes_at_once_one_does_the_work():
    begun, may_end = Event(), Event()

    def work():
        begun.set()
        return may_end.wait(5) and "fait"

    jobs = [Job("longue tâche", work, in_pieces=True)]
    with ThreadPoolExecutor(2) as others:
        first = others.submit(elsewhere, lambda: run_jobs(jobs))
        assert begun.wait(5)
        meanwhile = others.submit(elsewhere, lambda: run_jobs(jobs)).result()
        may_end.set()
        [outcome] = first.result()
        afterwards = others.submit(elsewhere, lambda: run_jobs(jobs)).result()

    assert (outcome.said, meanwhile, [after.said for after in afterwards]) == ("fait", None, ["fait"])


def test_a_process_that_dies_gives_the_work_back():
    def take_and_die():
        lock(LOCK).__enter__()
        connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(take_and_die).result()

    assert eventually(lambda: run_jobs([]) == [])  # the server notices the end of a connection in its own time
