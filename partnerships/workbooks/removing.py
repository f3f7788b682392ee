"""Workbooks that must not be read any more, before their time is over."""

from functools import partial

from django.db import transaction

from partnerships.enums import WorkbookFailure, WorkbookState
from partnerships.models import WorkbookOrder


@transaction.atomic
def remove_workbooks(user):
    """Delete all that `user` asked for, with the files, and return how many rows there were."""
    orders = list(WorkbookOrder.objects.select_for_update(of=("self",)).filter(asked_by=user))
    for order in orders:
        forget_file(order)
        order.delete()
    return len(orders)


@transaction.atomic
def withdraw_workbooks():
    """Take back the files of all who asked: they may say what has just been erased. Return how many there were.

    One that is being made is waited for: its rows were read before.
    """
    orders = WorkbookOrder.objects.select_for_update(of=("self",)).exclude(state=WorkbookState.FAILED).order_by("pk")
    made = [order for order in orders if order.is_made]
    for order in made:
        forget_file(order)
        order.state, order.failure = WorkbookState.FAILED, WorkbookFailure.ERASED
        order.file, order.reach = "", ""
        order.made_at = order.row_count = order.size = None
        order.full_clean()
        order.save()
    return len(made)


def forget_file(order):
    """Once the change is committed: undone, the row finds its file again."""
    if order.file:
        transaction.on_commit(partial(order.file.storage.delete, order.file.name))
