"""All changes of all records, for those who answer for them."""

from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.history.auditing import Place, Question, all_lines, stretch
from core.numbers import record_number
from core.spreadsheets import CONTENT_TYPES, csv_lines
from core.wording import labelled
from cufportal import perms
from cufportal.history.authors import Authors, where
from cufportal.history.declared import histories, sources_for
from cufportal.history.forms import AuditForm
from cufportal.history.views import restorable_kinds

A_PAGE = 50
AT_ONCE = 2000


@require_safe
def audit(request):
    form, question = asked(request)
    after = Place.read(request.GET.get("avant", ""))
    lines, last = stretch(question, A_PAGE, after, request.user)
    query = request.GET.copy()
    query.pop("avant", None)
    context = {
        "form": form,
        "rows": attributed(lines),
        "last": last,
        "is_first": after is None,
        "query": query.urlencode(),
        "restorable": restorable_kinds(request.user),
    }
    return render(request, "cufportal/history/audit.html", context)


@require_safe
def audit_export(request):
    """The whole answer as CSV, sent while it is read: a hundred thousand changes are never in memory together."""
    _form, question = asked(request)
    header = [_("Quand"), _("Qui"), _("Depuis"), _("Raison"), _("Acte"), _("Sorte"), _("Numéro"), _("Fiche")]
    lines = csv_lines([*header, _("Changements")], written_rows(question, request.user, get_language()))
    response = StreamingHttpResponse(lines, content_type=CONTENT_TYPES["csv"])
    name = f"historique-{timezone.localdate():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def asked(request):
    if not perms.can_read_audit(request.user):
        raise PermissionDenied
    form = AuditForm(request.GET, reader=request.user)
    form.is_valid()
    text, kind = (form.cleaned_data.get(name) or "" for name in ("fiche", "sorte"))
    sources = histories()[kind].sources if kind else sources_for(request.user)
    number = record_number(text) if kind else None
    return form, Question(sources, form.conditions, "" if number is not None else text.strip(), number)


def attributed(lines):
    """(Line, who, from where, why) of each, who is behind them read once for all."""
    contexts = [context_of(line) for line in lines]
    authors = Authors(contexts, by_name=True)
    return [
        (line, authors.who(context, line.step.at), where(context), context.get("reason", ""))
        for line, context in zip(lines, contexts, strict=True)
    ]


def context_of(line):
    context = line.step.row.pgh_context
    return context.metadata if context else {}


def written_rows(question, reader, language):
    # The body is sent after the request, and its language, are over.
    with override(language):
        for lines in batches(all_lines(question, reader, AT_ONCE)):
            for line, who, place, why in attributed(lines):
                name = [line.act, capfirst(line.noun), line.number, line.name]
                yield [line.step.at, who, place, why, *name, " ; ".join(map(said, line.changes))]


def batches(lines):
    batch = []
    for line in lines:
        batch.append(line)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    yield batch


def said(change):
    return labelled(change.label, " → ".join([change.before, change.after]).strip())
