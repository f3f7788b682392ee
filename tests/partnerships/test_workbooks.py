"""Lists too large for a workbook at once: asked for, then made by `tick` from what their owner sees at that moment."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from accounts.services import close_account
from core.models import Letter
from core.retention import apply_rule
from directory.models import Affiliation
from partnerships.models import PartnershipVersion, WorkbookOrder
from partnerships.models.workbooks import KEPT
from partnerships.retention import RULES
from partnerships.workbooks.asking import LONGEST, MOST_KEPT, MOST_WAITING, ask_workbook
from partnerships.workbooks.making import EACH_TIME, MOST_ATTEMPTS, begun, place_of, workbooks_due
from partnerships.workbooks.removing import withdraw_workbooks
from tests.core.test_spreadsheets import READ
from tests.factories import PartnershipFactory, UserFactory
from tests.partnerships.factories import WorkbookOrderFactory

pytestmark = pytest.mark.django_db

QUERIES = [
    "",
    "status=active&sort=newest",
    "q=arras",
    "region=nulle-part",
    "about=x&form=none",
    "view=cards&page=7&zut=1",
]


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return lambda: sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*.xlsx"))


def ask(user, query="", language="fr"):
    return ask_workbook(query=QueryDict(query), language=language, by=user)


def made(order):
    workbooks_due()
    order.refresh_from_db()
    return order


def rows_of(order):
    with order.file.open("rb") as file:
        return [[written(cell) for cell in row] for row in READ["xlsx"](file.read())]


def written(cell):
    return cell.strftime("%d/%m/%Y") if isinstance(cell, datetime) else "" if cell is None else str(cell)


def tuned(order, **values):
    """Written as it is, without what a save does to the dates."""
    WorkbookOrder.objects.filter(pk=order.pk).update(**values)
    order.refresh_from_db()
    return order


@pytest.mark.parametrize("role", ["member", "officer"])
@pytest.mark.parametrize("query", QUERIES)
def test_the_workbook_holds_the_rows_of_the_csv_in_its_order(as_role, group, role, query):
    for title, shown in (("=1+1", {"public": True}), ("Arras", {"group": group}), ("Caché", {"audience": "internal"})):
        PartnershipFactory(title=title, confirmed_on="2026-03-01", confirmed_how="officer", **shown)
    client = as_role(role)
    csv = client.get(f"{reverse('partnerships:partnership_export', args=['csv'])}?{query}").getvalue()

    order = made(ask(client.user, query))

    assert rows_of(order) == READ["csv"](csv)
    assert (order.state, order.row_count) == ("made", len(READ["csv"](csv)) - 1)


def test_it_says_what_is_there_when_it_is_made_not_when_it_was_asked_for(make_user, group):
    user = make_user("member")
    order = ask(user)
    PartnershipFactory(group=group, title="Venu depuis")
    Affiliation.objects.filter(person=user.person).delete()
    public = PartnershipFactory(group=group, public=True)

    assert [row[0] for row in rows_of(made(order))[1:]] == [str(public.pk)]


def test_it_is_in_the_language_in_which_it_was_asked_for(make_user):
    order = made(ask(make_user("member"), language="en"))

    assert rows_of(order)[0] != rows_of(made(ask(order.asked_by)))[0]
    assert [letter.language for letter in Letter.objects.order_by("pk")] == ["en", "fr"]


def test_its_owner_is_written_to_with_the_address_of_its_page(
    make_user, mailoutbox, django_capture_on_commit_callbacks
):
    user = make_user("member")
    order = ask(user)
    with django_capture_on_commit_callbacks(execute=True):
        said = str(workbooks_due())

    assert said == "1 classeur fait"
    assert [(message.to, order.get_absolute_url() in message.body) for message in mailoutbox] == [([user.email], True)]


def test_a_closed_account_gets_none(make_user, files):
    order = ask(make_user("member"))
    close_account(account=order.asked_by, by=make_user("administrator"))

    assert (made(order).state, order.failure, files(), Letter.objects.count()) == ("failed", "closed", [], 0)


def test_the_same_list_asked_for_again_while_it_waits_is_the_same_order(make_user):
    user, other = make_user("member"), UserFactory()
    first = ask(user, "q=arras&view=table&page=2&status=")

    assert ask(user, "page=3&q=arras") == first
    assert len({first, ask(user, "q=tours"), ask(user, "q=arras", "en"), ask(other, "q=arras")}) == 4
    made(first)
    assert ask(user, "q=arras") != first


def test_the_database_refuses_a_second_one_that_waits():
    first = WorkbookOrderFactory()
    again = {"asked_by": first.asked_by, "filters": first.filters}

    with pytest.raises(ValidationError, match="déjà en préparation"):
        WorkbookOrder(**again, language="fr").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkbookOrderFactory(**again)
    WorkbookOrderFactory(**again, made=True)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"state": "made"}, "a un fichier"),
        ({"row_count": 3}, "a un fichier"),
        ({"state": "failed"}, "dit pourquoi"),
        ({"failure": "error"}, "dit pourquoi"),
    ],
)
def test_an_order_says_what_its_state_asks_for_and_nothing_else(values, said):
    order = WorkbookOrderFactory.build(asked_by=UserFactory(), **values)

    with pytest.raises(ValidationError, match=said):
        order.full_clean()


def test_few_wait_and_few_are_kept_for_each(make_user):
    user = make_user("member")
    WorkbookOrderFactory.create_batch(MOST_WAITING, asked_by=user)
    with pytest.raises(ValidationError, match="en préparation"):
        ask(user)
    WorkbookOrder.objects.update(state="failed", failure="error")
    WorkbookOrderFactory.create_batch(MOST_KEPT - MOST_WAITING, asked_by=user, made=True)
    with pytest.raises(ValidationError, match="sept jours"):
        ask(user)

    tuned(WorkbookOrder.objects.first(), updated_at=timezone.now() - KEPT)

    assert {ask(user).asked_by, ask(UserFactory()).state} == {user, "waiting"}


def test_a_list_that_is_filtered_by_a_book_is_refused(make_user):
    with pytest.raises(ValidationError, match="trop longs"):
        ask(make_user("member"), "q=" + "x" * (LONGEST + 1))


def test_one_that_was_begun_by_a_process_that_was_killed_is_made_again(make_user, files, settings):
    order = ask(make_user("member"))
    begun([])
    left = Path(settings.MEDIA_ROOT) / place_of(order)
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    assert made(order).attempts == 2
    assert files() == [left.name]
    assert order.size == left.stat().st_size == order.file.size


def test_one_that_kills_its_process_each_time_is_given_up(make_user, files, settings):
    order = tuned(ask(make_user("member")), attempts=MOST_ATTEMPTS)
    left = Path(settings.MEDIA_ROOT) / place_of(order)
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    assert str(workbooks_due()) == "1 classeur manqué"
    order.refresh_from_db()
    assert (order.state, order.failure, files()) == ("failed", "error", [])


def test_one_that_cannot_be_written_is_tried_again_and_holds_up_no_other(make_user, settings, tmp_path):
    order, good = ask(make_user("member")), settings.MEDIA_ROOT
    settings.MEDIA_ROOT = tmp_path / "a file"
    settings.MEDIA_ROOT.write_bytes(b"")
    missed = [str(workbooks_due()) for _time in range(2)]
    order.refresh_from_db()
    waits = (order.state, order.attempts, order.file.name)
    settings.MEDIA_ROOT = good

    assert (missed, waits) == (["1 classeur manqué"] * 2, ("waiting", 2, ""))
    assert made(order).is_made


def test_so_many_are_made_at_once_the_oldest_first():
    orders = WorkbookOrderFactory.create_batch(EACH_TIME + 1)

    assert [str(workbooks_due()) for _time in range(3)] == [f"{EACH_TIME} classeurs faits", "1 classeur fait", ""]
    assert max(orders, key=lambda order: WorkbookOrder.objects.get(pk=order.pk).made_at) == orders[-1]


def test_the_file_goes_with_its_row_after_seven_days(make_user, files):
    old, young = ask(make_user("member")), ask(make_user("officer"))
    workbooks_due()
    tuned(old, updated_at=timezone.now() - KEPT - timedelta(minutes=1))
    waiting = tuned(ask(old.asked_by), updated_at=timezone.now() - 2 * KEPT)
    [rule] = [rule for rule in RULES if rule.model is WorkbookOrder]

    assert set(WorkbookOrder.objects.visible_to(old.asked_by)) == {waiting}
    assert (apply_rule(rule), str(rule.duration)) == (1, "7 jours")
    assert files() == [f"{young.pk}.xlsx"]
    assert set(WorkbookOrder.objects.all()) == {young, waiting}


def test_what_was_made_is_taken_back_when_somebody_is_erased(make_user, files, django_capture_on_commit_callbacks):
    order, waiting = made(ask(make_user("member"))), WorkbookOrderFactory()
    with django_capture_on_commit_callbacks(execute=True):
        assert withdraw_workbooks() == 1

    order.refresh_from_db()
    waiting.refresh_from_db()
    assert (order.state, order.failure, files(), waiting.state) == ("failed", "erased", [], "waiting")


def test_nothing_of_it_is_a_version_of_a_record(make_user):
    before = PartnershipVersion.objects.count()

    made(ask(make_user("officer")))

    assert PartnershipVersion.objects.count() == before


def test_a_file_that_is_read_again_is_a_workbook(make_user):
    with made(ask(make_user("member"), "q=\0&french=Arras")).file.open("rb") as file:
        assert READ["xlsx"](BytesIO(file.read()).getvalue())
