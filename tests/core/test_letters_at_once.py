"""What two connections must see is written for good, so these tests remove what they wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from core.letters import send_waiting_letters
from core.models import Letter
from tests.histories import written_for_good

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")  # made before the transaction of the test, so that other connections see it
def letter(django_db_setup, django_db_blocker):
    with written_for_good(django_db_blocker):
        letter = Letter.objects.create(to="wang@example.org", subject="Rappel", body="Bonjour", language="fr")
        yield letter
        letter.delete()


def elsewhere(work):
    """Run `work` on a connection of its own."""
    try:
        return work()
    finally:
        connection.close()


def test_letters_are_never_sent_within_the_transaction_of_another(server, letter):
    with ThreadPoolExecutor(1) as other, pytest.raises(RuntimeError, match="durable"):
        other.submit(elsewhere, transaction.atomic(send_waiting_letters)).result()

    assert server.messages == []


def test_two_processes_never_send_the_same_letter(server, letter):
    server.received.may_go_on.clear()
    with ThreadPoolExecutor(2) as others:
        slow = others.submit(elsewhere, send_waiting_letters)
        assert server.received.was_reached.wait(5)
        meanwhile = others.submit(elsewhere, send_waiting_letters).result()
        server.received.may_go_on.set()
        first = slow.result()

    assert (first, meanwhile) == ((1, 0), (0, 0))
    assert len(server.messages) == 1
