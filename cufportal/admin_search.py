"""One search over all that the administration keeps: each list searches in its own way, and shows its best rows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst

from core.administration.searching import LONGEST_QUERY

SHOWN = 5  # rows of one list; the list itself shows all


@dataclass(frozen=True)
class Found:
    """What one list answers: `hits` are pairs (what is written of a record, the address of its page)."""

    heading: str
    list_url: str
    hits: list
    has_more: bool


def cleaned(text):
    return " ".join(text.replace("\x00", " ").split())[:LONGEST_QUERY]


def search(request, model_admins, text):
    """Return a `Found` for each list the reader may open and that holds the words; two queries or three for each list."""
    answers = [answer_of(request, one, text) for one in model_admins if one.has_view_permission(request)]
    return [answer for answer in answers if answer.hits]


def answer_of(request, model_admin, text):
    rows, _repeats = model_admin.get_search_results(request, model_admin.get_queryset(request), text)
    records = list(model_admin.best_first(rows, text)[: SHOWN + 1])
    opts = model_admin.opts
    base = f"admin:{opts.app_label}_{opts.model_name}"
    hits = [(model_admin.suggestion(one), reverse(f"{base}_change", args=[one.pk])) for one in records[:SHOWN]]
    query = urlencode({"q": text} | model_admin.whole_list)
    list_url = f"{reverse(f'{base}_changelist')}?{query}"
    return Found(capfirst(opts.verbose_name_plural), list_url, hits, len(records) > SHOWN)
