"""A workbook is asked for: a row that waits for `tick`, once for the same list however often one asks."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from partnerships.filters.partnerships import PartnershipFilter
from partnerships.models import WorkbookOrder

MOST_WAITING = 3
MOST_KEPT = 20  # of one person at a time: files take room
LONGEST = 8000  # signs; the longest words of every filter together hold in it
OF_THE_PAGE = {"view"}  # how a list is laid out, which changes no row


@transaction.atomic
def ask_workbook(*, query, language, by):
    """Return the WorkbookOrder that waits for what `query`, the QueryDict of a list, finds: a new one, or that which waits
    already. Raise ValidationError when too many of theirs wait or are kept, or the query is too long to be kept."""
    filters = filters_of(query)
    if sum(len(value) for values in filters.values() for value in values) > LONGEST:
        message = _("Ces filtres sont trop longs pour être gardés : cherchez moins de mots, puis recommencez.")
        raise ValidationError(message, code="too_long")
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)  # two clicks at once count one another
    asked = WorkbookOrder.objects.visible_to(by)
    if same := asked.waiting().filter(filters=filters, language=language).first():
        return same
    refuse_too_many(asked)
    order = WorkbookOrder(asked_by=by, filters=filters, language=language)
    order.full_clean()
    order.save()
    return order


def refuse_too_many(asked):
    if asked.waiting().count() >= MOST_WAITING:
        message = _("%(count)d de vos classeurs sont en préparation : attendez que l’un soit prêt, puis recommencez.")
        raise ValidationError(message % {"count": MOST_WAITING}, code="too_many_waiting")
    if asked.count() >= MOST_KEPT:
        message = _(
            "Vous avez déjà %(count)d classeurs de moins de sept jours : reprenez-en un dans « Mes classeurs », ou "
            "attendez que le plus ancien s’efface."
        )
        raise ValidationError(message % {"count": MOST_KEPT}, code="too_many")


def filters_of(query):
    """What of an address says which rows and in which order, {name: values}, as it was typed: a value that the list does
    not know narrows nothing here either. What the database could not keep is no value that a filter takes."""
    names = sorted(set(PartnershipFilter.base_filters) - OF_THE_PAGE)
    said = {name: query.getlist(name) for name in names}
    return {name: values for name, values in said.items() if any(values) and "\0" not in "".join(values)}
