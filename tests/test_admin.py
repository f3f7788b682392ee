"""What holds for every page of the administration, whatever it shows."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Erasure, Invitation, User
from core.models import LegalPage, Letter, ReviewFlag
from delegations.models import Approach, Outcome
from directory.models import Merge, Person
from events.models import Registration, Seat
from meetings.models import MinutesImport, Proposal
from partnerships.models import (
    ProposedChange,
    TableImport,
    VerificationCampaign,
    VerificationRequest,
    WorkbookOrder,
)
from tests.admin_forms import filled, page
from tests.admin_rows import FULL_ROW

MOST_QUERIES = 30
MOST_OF_A_RECORD = 45  # its last changes name all that they link
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
WRITTEN_BY_FLOWS = {
    Erasure,
    Invitation,
    ReviewFlag,
    Letter,
    LegalPage,
    Merge,
    MinutesImport,
    Proposal,
    Approach,
    Outcome,
    Registration,
    Seat,
    ProposedChange,
    VerificationCampaign,
    VerificationRequest,
    TableImport,
    WorkbookOrder,
}
NONSENSE = ["\x00", "9" * 40, "-1", "é" * 5000, "1e400", "<b>%s{}", "31/02/2017"]
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
every_written_model = pytest.mark.parametrize(
    "model", [model for model in MODELS if model not in WRITTEN_BY_FLOWS], ids=lambda model: model._meta.label
)
ERASED_OR_CLOSED = {Person, User}
every_removed_model = pytest.mark.parametrize(
    "model",
    [model for model in MODELS if model not in WRITTEN_BY_FLOWS | ERASED_OR_CLOSED],
    ids=lambda model: model._meta.label,
)


def queries_of(client, url):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len(captured)


@every_model
def test_a_list_runs_as_many_queries_for_many_rows_as_for_one(as_role, model):
    client, url = as_role("administrator"), page(model, "changelist")
    client.get(url)
    counts = []
    for more in (1, 2, 27):
        for _ in range(more):
            FULL_ROW[model](1)
        counts.append(queries_of(client, url))

    assert counts == [counts[0]] * 3
    assert counts[0] <= MOST_QUERIES


@every_model
def test_a_record_runs_as_many_queries_with_many_parts_as_with_two(as_role, model):
    client = as_role("administrator")
    client.get(page(model, "change", FULL_ROW[model](1).pk))  # what is kept for good is read once
    counts = [queries_of(client, page(model, "change", FULL_ROW[model](parts).pk)) for parts in (2, 3, 8)]

    assert counts == [counts[0]] * 3
    assert counts[0] <= MOST_OF_A_RECORD


@every_removed_model
def test_asking_to_delete_runs_as_many_queries_with_many_parts_as_with_two(as_role, model):
    client = as_role("administrator")
    client.get(page(model, "delete", FULL_ROW[model](1).pk))

    counts = [queries_of(client, page(model, "delete", FULL_ROW[model](parts).pk)) for parts in (2, 3, 8)]

    assert counts == [counts[0]] * 3
    assert counts[0] <= MOST_QUERIES


@every_model
def test_the_secretariat_may_look_at_everything_but_accounts_and_erasures(as_role, model):
    client, record = as_role("secretariat"), FULL_ROW[model](2)

    statuses = [
        client.get(page(model, "changelist")).status_code,
        client.get(page(model, "change", record.pk)).status_code,
    ]

    assert statuses == ([403, 403] if model in {User, Erasure} else [200, 200])


@every_written_model
def test_nonsense_in_every_field_comes_back_with_sentences(as_role, model):
    client, url = as_role("administrator"), page(model, "add")
    names = [name.replace("__prefix__", "0") for name in filled(client.get(url))]

    for nonsense in NONSENSE:
        one_row_each = {name: "1" if name.endswith("-TOTAL_FORMS") else "0" for name in names if "_FORMS" in name}
        response = client.post(url, dict.fromkeys(names, nonsense) | one_row_each)

        assert response.status_code == 200
        assert response.context["errors"]


@every_model
def test_a_list_asked_with_nonsense_is_shown_all_the_same(as_role, model):
    client, url = as_role("administrator"), page(model, "changelist")
    FULL_ROW[model](1)
    asked = [
        {"q": "\x00"},
        {"q": "%_\\'\" 南"},
        {"q": "a" * 5000},
        {"p": "-1"},
        {"o": "99.x"},
        {"id": "9" * 40},
        {"nom": "x"},
    ]

    statuses = {client.get(url, query, follow=True).status_code for query in asked}

    assert statuses == {200}


@every_model
def test_a_record_that_does_not_exist_leads_back_to_the_start(as_role, model):
    client = as_role("administrator")

    targets = [client.get(page(model, "change", key)).url for key in ("0", "-1", "9" * 40, "abc", "é")]

    assert set(targets) == {"/admin/"}
