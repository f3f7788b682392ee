"""What holds for every page of the administration, whatever it shows."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin_rows import FULL_ROW

MOST_QUERIES = 30
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


def page(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


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
    assert counts[0] <= MOST_QUERIES
