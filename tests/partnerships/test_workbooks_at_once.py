"""What two connections must see is written for good, so this test removes what it wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.http import QueryDict

from core.models import Letter
from core.ticking import run_jobs
from cufportal.due import DUE
from partnerships.models import WorkbookOrder
from partnerships.workbooks.asking import ask_workbook
from partnerships.workbooks.making import workbooks_due
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
JOBS = [job for job in DUE if job.run is workbooks_due]
QUERY = QueryDict("status=ended")


@pytest.fixture
def user(django_db_setup, django_db_blocker, settings, tmp_path):
    """Made on a connection of its own, so that others see it."""
    settings.MEDIA_ROOT = tmp_path
    with ThreadPoolExecutor(1) as other:
        made = other.submit(apart, UserFactory, email="classeur@example.org").result()
        yield made
        other.submit(apart, forget, made).result()


def apart(work, *args, **kwargs):
    try:
        return work(*args, **kwargs)
    finally:
        connection.close()


def forget(user):
    WorkbookOrder.objects.filter(asked_by=user).delete()
    Letter.objects.filter(to=user.email).delete()
    for record in (user, user.person):
        versions, number = record.versions.model, record.pk
        record.delete()
        versions.objects.filter(pgh_obj=number).delete()


@pytest.mark.parametrize("work", [workbooks_due, lambda: run_jobs(JOBS)], ids=["the job", "the whole tick"])
def test_two_ticks_at_once_make_one_file_and_write_one_letter(user, tmp_path, work):
    with ThreadPoolExecutor(4) as pool:
        asked = {pool.submit(apart, ask_workbook, query=QUERY, language="fr", by=user).result() for _time in range(2)}
        list(pool.map(lambda _time: apart(work), range(4)))

        [order] = asked
        order.refresh_from_db()
        letters = Letter.objects.filter(to=user.email).count()

    assert (order.state, letters, [path.name for path in tmp_path.rglob("*.xlsx")]) == ("made", 1, [f"{order.pk}.xlsx"])


def test_the_same_list_asked_for_by_many_clicks_at_once_is_one_order(user):
    with ThreadPoolExecutor(4) as pool:
        asked = list(pool.map(lambda _time: apart(ask_workbook, query=QUERY, language="fr", by=user), range(8)))

    assert len(set(asked)) == WorkbookOrder.objects.filter(asked_by=user).count() == 1
