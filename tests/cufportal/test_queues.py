"""The first page of the administration: what waits, since when, and the list that shows just that."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Erasure, Invitation
from core.models import LegalPage, Letter
from core.services import decide_flag, raise_flag
from cufportal.queues import QUEUES
from directory.models import Person
from meetings.models import MinutesImport, Proposal
from partnerships.models import Partnership
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import AgendaEntryFactory, OrganisationFactory, PartnershipFactory, UserFactory
from tests.partnerships.factories import VerificationRequestFactory

INDEX = reverse("admin:index")
TODAY = timezone.localdate()
LONG_AGO = TODAY - timedelta(days=500)


def invite(**fields):
    values = {"last_name": "Martin", "organisation": OrganisationFactory(), "invited_by": UserFactory()}
    return Invitation.objects.create(email="martin@example.org", **values, **fields)


def erase(number, **fields):
    kind = ContentType.objects.get_for_model(Person)
    return Erasure.objects.create(content_type=kind, object_id=number, **fields)


def read_minutes(group, sha, state):
    read = MinutesImport.objects.create(group=group, sha256=sha * 64, kind="text", pages=["Réunion"])
    values = {"decided_at": timezone.now()} if state != "pending" else {}
    for rank in range(2):
        Proposal.objects.create(
            **{"minutes_import": read, "rank": rank, "kind": "position", "page": 1, "line": 1, "confidence": 1},
            **{"fields": {}, "state": state, **values},
        )


@pytest.fixture
def desk(group):
    """In each queue something that waits, and beside it something that does not."""
    Partnership.objects.all().delete()
    DelegationFactory(group=group, received_on=LONG_AGO)
    DelegationFactory(group=group, received_on=TODAY)
    DelegationFactory(group=group, suspect=True)
    DelegationFactory(group=group, state="refused")
    late = {"delegation__group": group, "delegation__state": "approaching", "asked_on": LONG_AGO}
    ApproachFactory(**late, deadline=TODAY - timedelta(days=1))
    ApproachFactory(**late, deadline=TODAY)
    ApproachFactory(**late | {"delegation__state": "refused"}, deadline=LONG_AGO)
    AgendaEntryFactory(group=group)
    AgendaEntryFactory(group=group, accepted=True)
    never = PartnershipFactory(group=group)
    PartnershipFactory(group=group, status="ended")
    PartnershipFactory(group=group, confirmed_on=LONG_AGO, confirmed_how="officer")
    PartnershipFactory(group=group, confirmed_on=TODAY, confirmed_how="officer")
    raise_flag(record=never, code="x", message="Deux dates", raised_by="essai")
    decided = raise_flag(record=never, code="x", message="Deux noms", raised_by="essai")
    decide_flag(flag=decided, state="resolved", reason="Vu", by=UserFactory())
    read_minutes(group, "0", "pending")
    read_minutes(group, "1", "accepted")
    VerificationRequestFactory(campaign__group=group)
    VerificationRequestFactory(campaign__group=group, state="answered", answered_at=timezone.now())
    for subject, next_try in (("Refusée", None), ("Attend", timezone.now())):
        Letter.objects.create(to="a@example.org", subject=subject, body="…", language="fr", next_try_at=next_try)
    erase(1)
    erase(2, state="refused", decided_at=timezone.now(), reason="Obligation légale")
    invite(expires_at=timezone.now())
    invite(expires_at=timezone.now() + timedelta(days=2))
    LegalPage.objects.all().delete()
    LegalPage.objects.create(kind="accessibilite", language="fr", title="A", body="<p>[à compléter : qui]</p>")
    LegalPage.objects.create(kind="accessibilite", language="en", title="A", body="<p>Said.</p>")


def test_the_first_page_says_what_waits_and_since_when(as_role, desk):
    waiting = as_role("officer").get(INDEX).context["waiting"]

    assert [queue.label for queue in waiting] == [
        "2 délégations à examiner",
        "1 demande douteuse",
        "1 sollicitation sans réponse à temps",
        "1 date proposée à l’agenda",
        "1 doute à lever",
        "1 compte rendu à relire",
        "1 partenariat jamais vérifié",
        "1 fiche vérifiée il y a plus d’un an",
        "1 réponse de vérification à relire",
        "1 lettre abandonnée",
        "1 demande d’effacement à décider",
        "1 invitation expirée",
        "1 page légale à compléter",
    ]
    assert (waiting[0].oldest, waiting[2].oldest) == (LONG_AGO, TODAY - timedelta(days=1))
    assert waiting[7].oldest == LONG_AGO


@pytest.mark.parametrize("rank", range(len(QUEUES)))
def test_the_list_of_a_queue_shows_just_what_waits_in_it(as_role, desk, rank):
    queue = QUEUES[rank]

    shown = as_role("officer").get(queue.list_url).context["cl"].queryset

    assert set(shown) == set(queue.rows())
    assert 0 < shown.count() < queue.model.objects.count()


def test_a_desk_where_nothing_waits_says_so(as_role):
    LegalPage.objects.all().delete()

    response = as_role("secretariat").get(INDEX)

    assert response.context["waiting"] == []
    assert "Rien n’attend" in response.text


def test_the_first_page_runs_as_many_queries_for_many_rows_as_for_few(as_role, group, desk):
    client = as_role("administrator")
    client.get(INDEX)
    counts = []
    for more in (0, 3, 30):
        for _ in range(more):
            raise_flag(record=PartnershipFactory(group=group), code="x", message="Deux", raised_by="essai")
            write_journal(UserFactory(), "Ville")
        with CaptureQueriesContext(connection) as captured:
            client.get(INDEX)
        counts.append(len(captured))

    assert counts == [counts[0]] * 3


def write_journal(user, name):
    kind = ContentType.objects.get_for_model(Partnership)
    LogEntry.objects.create(user=user, content_type=kind, object_id="1", object_repr=name, action_flag=CHANGE)


def test_the_acts_of_the_whole_team_are_told_the_latest_first(as_role):
    client = as_role("secretariat")
    for user, name in ((client.user, "Tours"), (UserFactory(), "Wuhan")):
        write_journal(user, name)

    assert [entry.object_repr for entry in client.get(INDEX).context["journal"]] == ["Wuhan", "Tours"]


def test_the_first_day_is_a_day_of_the_place(desk):
    assert all(type(queue.measure()[1]) is date for queue in QUEUES)
