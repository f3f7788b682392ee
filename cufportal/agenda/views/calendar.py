"""The year, the month and the list: one address for each period, one page and its fragment."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from cufportal.agenda.entries import entries_between
from cufportal.agenda.filters import LIST, AgendaFilter
from cufportal.agenda.grids import list_of, month_of, with_clashes, year_of
from cufportal.agenda.periods import Coming, NoSuchPeriod, Period
from events.perms import can_decide_entry, can_propose_entry

TEMPLATE = "cufportal/agenda/agenda.html"


@login_not_required
@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def agenda(request, year=None, month=None):
    try:
        period = period_asked(request, year, month)
    except NoSuchPeriod:
        context = {"year": year, "month": month, "today": Period.of()}
        return render(request, "cufportal/agenda/no_such_period.html", context, status=404)
    entries = entries_between(request.user, period.first, period.last)
    narrowed = AgendaFilter(request.GET, entries=entries)
    context = {
        "period": period,
        "filter": narrowed,
        "count": len(narrowed.shown),
        "now": Period.of(),
        "weekdays": weekdays(),
        "can_propose": can_propose_entry(request.user),
        "can_decide": can_decide_entry(request.user),
        **laid_out(period, narrowed),
    }
    htmx = request.htmx and not request.htmx.history_restore_request
    return render(request, f"{TEMPLATE}#results" if htmx else TEMPLATE, context)


def weekdays():
    """The days of a week as (name, initial), Monday first; all seven begin alike in Chinese. Each is translated once."""
    return list(zip(map(str, WEEKDAYS.values()), _("LMMJVSD"), strict=True))


def period_asked(request, year, month):
    if year is None and request.GET.get("view") == LIST:
        return Coming(timezone.localdate())
    return Period.of(year, month)


def laid_out(period, narrowed):
    """What the page shows: `months` of a list, the `grid` of a month, or the `year` of twelve small ones."""
    if narrowed.as_list:
        return {"months": list_of(period, with_clashes(narrowed.entries, narrowed.shown))}
    if period.month:
        return {"grid": month_of(period, with_clashes(narrowed.entries, narrowed.shown))}
    return {"year": year_of(period, narrowed.shown)}
