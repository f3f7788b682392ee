"""The pages of large workbooks: asked for from the list, followed and taken by their owner alone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from core.spreadsheets import CONTENT_TYPES
from directory.models import Affiliation
from partnerships.models import WorkbookOrder
from partnerships.models.workbooks import KEPT
from partnerships.views import lists
from partnerships.workbooks.asking import MOST_WAITING
from partnerships.workbooks.making import workbooks_due
from tests.core.test_spreadsheets import READ
from tests.factories import PartnershipFactory
from tests.partnerships.factories import WorkbookOrderFactory

pytestmark = pytest.mark.django_db

ASK, MINE = reverse("partnerships:workbook_ask"), reverse("partnerships:workbook_list")
TOO_LARGE = reverse("partnerships:partnership_export", args=["xlsx"])
HTMX = {"HX-Request": "true"}
LIST_QUERIES, PAGE_QUERIES = 4, 6  # the session and its user with them
ODD = ["\x00", "-1", "9" * 5000, "NaN", "é" * 400, "'; --", "!(&|:*", "%_\\", "\u202eabc", "2017-02-30"]


@pytest.fixture(autouse=True)
def small(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(lists, "LARGEST_WORKBOOK", 0)


def file_of(order):
    return reverse("partnerships:workbook_file", args=[order.pk])


def body(response):
    return response.getvalue() if response.streaming else response.content


def test_from_the_list_to_the_file(as_role):
    made = PartnershipFactory(public=True)
    PartnershipFactory(public=True, status="dormant")
    member = as_role("member")
    in_the_list = member.get(reverse("partnerships:partnership_list"), {"status": "active"})
    page = member.get(TOO_LARGE, {"status": "active"})
    [form] = html.document_fromstring(page.content).xpath("//main//form[@method='post']")

    asked = member.post(form.get("action"), follow=True)
    workbooks_due()
    ready = member.get(asked.wsgi_request.path)
    taken = member.get(file_of(WorkbookOrder.objects.get()))

    assert f'href="{TOO_LARGE}?status=active"' in in_the_list.text
    assert (page.status_code, 'hx-trigger="every' in asked.text, 'hx-trigger="every' in ready.text) == (
        422,
        True,
        False,
    )
    assert file_of(WorkbookOrder.objects.get()) in ready.text
    assert [row[0] for row in READ["xlsx"](body(taken))[1:]] == [made.pk]
    assert taken["Content-Type"] == CONTENT_TYPES["xlsx"]
    assert taken["Content-Disposition"].startswith('attachment; filename="partenariats-')
    assert (taken["X-Content-Type-Options"], "no-store" in taken["Cache-Control"]) == ("nosniff", True)


def test_a_visitor_is_offered_the_csv_and_the_way_in(client):
    PartnershipFactory(public=True)

    page = client.get(TOO_LARGE, {"status": "active"})

    csv = reverse("partnerships:partnership_export", args=["csv"])
    links = html.document_fromstring(page.content).xpath("//main//a/@href")
    assert not html.document_fromstring(page.content).xpath("//main//form[@method='post']")
    assert {
        f"{csv}?status=active",
        f"{reverse('account_login')}?next=/partenariats/liste.xlsx%3Fstatus%3Dactive",
    } <= set(links)


@pytest.mark.parametrize("role", ["member", "secretariat", "officer", "administrator"])
def test_nobody_but_its_owner_opens_it(as_role, role):
    order = WorkbookOrderFactory(made=True)
    client = as_role(role)

    assert [client.get(address).status_code for address in (order.get_absolute_url(), file_of(order))] == [404, 404]
    assert order.get_absolute_url() not in client.get(MINE).text
    assert Client().get(order.get_absolute_url()).status_code == 302


def test_asking_is_sent_never_read(as_role):
    assert as_role("member").get(ASK).status_code == 405
    assert not WorkbookOrder.objects.exists()


def test_too_many_are_refused_with_a_sentence_and_the_csv(as_role):
    client = as_role("member")
    WorkbookOrderFactory.create_batch(MOST_WAITING, asked_by=client.user)

    answer = client.post(f"{ASK}?q=arras")

    assert answer.status_code == 422
    assert "attendez que l’un soit prêt" in answer.text
    assert f"{reverse('partnerships:partnership_export', args=['csv'])}?q=arras" in answer.text


@pytest.mark.parametrize("odd", ODD)
def test_whatever_stands_in_the_address_the_list_is_the_one_of_the_page(as_role, odd):
    PartnershipFactory(public=True)
    client = as_role("officer")
    names = ("q", "french", "region", "status", "theme", "about", "year", "sort", "group", "view", "page", "zut")
    for name in names:
        WorkbookOrder.objects.all().delete()
        query = {name: odd}
        csv = client.get(reverse("partnerships:partnership_export", args=["csv"]), query)
        expected = len(READ["csv"](body(csv))) - 1
        client.post(ASK, query_params=query)
        workbooks_due()

        order = WorkbookOrder.objects.get()
        assert (name, order.state, order.row_count) == (name, "made", expected)
        assert client.get(order.get_absolute_url()).status_code == 200


def test_rights_that_have_ended_close_what_they_opened(as_role, group):
    PartnershipFactory(group=group)
    client = as_role("member")
    client.post(ASK)
    workbooks_due()
    order = WorkbookOrder.objects.get()
    before = client.get(file_of(order))
    body(before)

    Affiliation.objects.filter(person=client.user.person).delete()

    page = client.get(order.get_absolute_url())
    assert (before.status_code, client.get(file_of(order)).status_code) == (200, 403)
    assert "Vos droits ont changé" in page.text
    assert file_of(order) not in page.text


def test_one_that_is_over_is_found_no_more_even_before_it_is_removed(as_role):
    client = as_role("member")
    order = WorkbookOrderFactory(asked_by=client.user, made=True)
    WorkbookOrder.objects.update(updated_at=timezone.now() - KEPT - timedelta(seconds=1))

    assert [client.get(address).status_code for address in (order.get_absolute_url(), file_of(order))] == [404, 404]


def test_a_file_that_is_lost_or_not_made_is_not_found(as_role):
    client = as_role("member")
    orders = [WorkbookOrderFactory(asked_by=client.user, **state) for state in ({}, {"failed": True}, {"made": True})]

    assert [client.get(file_of(order)).status_code for order in orders] == [404, 404, 404]


def test_one_that_failed_says_why_and_is_asked_for_again(as_role):
    client = as_role("member")
    order = WorkbookOrderFactory(asked_by=client.user, failed=True, filters={"q": ["l’été & 南京"]})
    page = client.get(order.get_absolute_url())
    [form] = html.document_fromstring(page.content).xpath("//main//form[@method='post']")

    client.post(form.get("action"))

    assert "Trois essais ont échoué" in page.text
    assert [one.filters for one in WorkbookOrder.objects.waiting()] == [order.filters]


def test_htmx_is_given_the_state_alone(as_role):
    client = as_role("member")
    order = WorkbookOrderFactory(asked_by=client.user)

    whole, part = client.get(order.get_absolute_url()), client.get(order.get_absolute_url(), headers=HTMX)

    assert ("<html" in whole.text, "<html" in part.text, 'id="classeur"' in part.text) == (True, False, True)
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_pages_take_a_fixed_number_of_queries(as_role, django_assert_num_queries, count):
    client = as_role("member")
    orders = WorkbookOrderFactory.create_batch(count, asked_by=client.user, made=True)
    client.get(MINE)

    with django_assert_num_queries(LIST_QUERIES):
        assert client.get(MINE).text.count("data-label") == 3 * count
    with django_assert_num_queries(PAGE_QUERIES):
        client.get(orders[0].get_absolute_url())
