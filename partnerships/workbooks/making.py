"""The workbooks that wait are made: each from the rows that its owner may see at that moment, whole or not at all."""

import logging
from tempfile import TemporaryFile
from typing import NamedTuple

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from core.locks import lock
from core.spreadsheets import write_workbook
from partnerships.enums import WorkbookFailure, WorkbookState
from partnerships.exports import exported_header, exported_rows
from partnerships.filters.partnerships import PartnershipFilter
from partnerships.models import Partnership, WorkbookOrder
from partnerships.models.workbooks import reach_of
from partnerships.workbooks.letters import tell_workbook

logger = logging.getLogger(__name__)
LOCK = "partnerships.workbooks"
EACH_TIME = 3  # the letters that fall due meanwhile wait for as long
MOST_ATTEMPTS = 3
MOST_ROWS = 1_048_575  # of a sheet, under its header


class Making(NamedTuple):
    made: int
    failed: int

    def __str__(self):
        counts = [
            (self.made, ngettext("%d classeur fait", "%d classeurs faits", self.made)),
            (self.failed, ngettext("%d classeur manqué", "%d classeurs manqués", self.failed)),
        ]
        return ", ".join(said % count for count, said in counts if count)


def workbooks_due(limit=EACH_TIME):
    """Make up to `limit` workbooks that wait, the oldest first, each in its own transaction; return how they went.

    One that is missed is made again the next time, MOST_ATTEMPTS in all; so is one during which the process was killed.
    """
    with lock(LOCK, wait=False) as may_make:  # two at once would take each other's attempts for their own
        return make_waiting(limit) if may_make else Making(0, 0)


def make_waiting(limit):
    tried, made = [], 0
    while len(tried) < limit and (order := begun(tried)):
        tried.append(order.pk)
        made += made_or_missed(order)
    return Making(made, len(tried) - made)


@transaction.atomic(durable=True)  # the attempt counts, whatever becomes of it
def begun(tried):
    waiting = WorkbookOrder.objects.waiting().exclude(pk__in=tried)
    order = waiting.order_by("created_at", "pk").select_for_update(of=("self",), skip_locked=True).first()
    if order:
        order.attempts += 1
        order.save(update_fields=["attempts", "updated_at"])
    return order


def made_or_missed(order):
    """Return whether `order` was made. An error goes to the journal, and the others are made all the same."""
    if order.attempts > MOST_ATTEMPTS:  # each time, the process was killed
        give_up(order, WorkbookFailure.ERROR)
        return False
    try:
        return make_workbook(order).is_made
    except Exception:
        logger.exception("classeur %s", order.pk)
        if order.attempts >= MOST_ATTEMPTS:
            give_up(order, WorkbookFailure.ERROR)
        return False


@transaction.atomic(durable=True)
def make_workbook(order):
    """Make the file of a WorkbookOrder that waits, and write to its owner; return it, made or failed for good.

    Raise what the database or the disk does: nothing is changed then. One that waits no more is left as it is.
    """
    order = WorkbookOrder.objects.select_for_update(of=("self",)).get(pk=order.pk)
    user = order.asked_by
    if not order.is_waiting:
        return order
    if not user.is_active:
        return give_up(order, WorkbookFailure.CLOSED)
    with override(order.language):
        visible = Partnership.objects.visible_to(user).for_listing()
        found = PartnershipFilter(order.query, queryset=visible)
        if found.counts.total > MOST_ROWS:
            return give_up(order, WorkbookFailure.TOO_LARGE)
        with TemporaryFile() as file:  # without a name: nothing stays of it when the process is killed
            rows = exported_rows(found.qs, order.language)
            order.row_count = write_workbook(file, exported_header(), rows, title=_("Partenariats"))
            order.size = file.tell()
            order.file = stored(order, file)
    order.reach = reach_of(user)
    order.state, order.made_at = WorkbookState.MADE, timezone.now()
    order.full_clean()
    order.save()
    tell_workbook(order)
    return order


def place_of(order):
    """Always the same: what a process that was killed has left there is replaced."""
    return f"workbooks/{order.pk}.xlsx"


def stored(order, file):
    storage = order.file.storage
    storage.delete(place_of(order))
    return storage.save(place_of(order), File(file))


@transaction.atomic
def give_up(order, why):
    order = WorkbookOrder.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if order.is_waiting:
        order.file.storage.delete(place_of(order))
        order.state, order.failure = WorkbookState.FAILED, why
        order.full_clean()
        order.save(update_fields=["state", "failure", "updated_at"])
        if order.asked_by.is_active:
            tell_workbook(order)
    return order
