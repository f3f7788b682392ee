"""The history of a record, two of its versions side by side, and the page that puts one back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.history.comparing import differences_between, versions_for
from core.history.describing import described
from core.history.reading import load
from core.numbers import record_number
from cufportal import perms
from cufportal.history.declared import histories
from cufportal.history.forms import RestoreForm
from cufportal.history.showing import history_page
from cufportal.history.titles import title_of


def history_or_404(user, kind, number):
    """The declared history and the row, which is None once removed: then its history is the team's."""
    record = histories().get(kind)
    if record is None or not perms.can_read_history(user, record):
        raise Http404
    if user.sees_all:
        row = record.model._base_manager.filter(pk=number).first()
        if row is None and not record.own.versions.objects.filter(pgh_obj=number).exists():
            raise Http404
        return record, row
    return record, get_object_or_404(record.model._default_manager.visible_to(user), pk=number)


@require_safe
def history(request, kind, pk):
    record, row = history_or_404(request.user, kind, pk)
    page, shown, cut = history_page(record, pk, row, request.user, request.GET.get("page"))
    context = {
        "title": title_of(record, pk, row),
        "kind": kind,
        "number": pk,
        "page": page,
        "entries": shown,
        "cut": cut,
        "versions": versions_for(record, pk, request.user),
        "restorable": restorable_kinds(request.user),
    }
    return render(request, "cufportal/history/history.html", context)


def restorable_kinds(user):
    if not perms.can_restore_version(user):
        return set()
    return {kind for kind, record in histories().items() if record.is_restorable}


@require_safe
def history_compare(request, kind, pk):
    record, row = history_or_404(request.user, kind, pk)
    versions = versions_for(record, pk, request.user)
    chosen = [chosen_version(versions, request.GET.get(name, "")) for name in ("de", "a")]
    context = {"title": title_of(record, pk, row), "kind": kind, "number": pk, "versions": versions, "chosen": chosen}
    if all(chosen):
        earlier, later = sorted(chosen, key=lambda version: version.pk)
        context |= {
            "earlier": earlier,
            "later": later,
            "changes": differences_between(record, earlier, later, request.user),
        }
    return render(request, "cufportal/history/compare.html", context)


def chosen_version(versions, text):
    number = record_number(text)
    return next((version for version in versions if version.pk == number), None)


@require_http_methods(["GET", "POST"])
def version_restore(request, kind, version):
    """Ask, then put the row back as the version says it was."""
    record = histories().get(kind)
    if record is None or not perms.can_read_history(request.user, record):
        raise Http404
    if not perms.can_restore_version(request.user):
        raise PermissionDenied
    row = get_object_or_404(record.own.versions.objects.filter(pgh_obj__isnull=False), pk=version)
    if not record.is_restorable:
        raise PermissionDenied
    present = record.model._base_manager.filter(pk=row.id).first()
    form = RestoreForm(request.POST or None, record=record, version=row)
    if request.method == "POST" and form.is_valid() and form.save(by=request.user):
        messages.success(request, _("La fiche est rétablie."))
        return redirect(reverse("cufportal:history", args=[kind, row.id]))
    context = {
        "title": title_of(record, row.id, present),
        "kind": kind,
        "version": row,
        "present": present,
        "form": form,
        "line": described(load(record.own, [row.pk]), request.user)[0],
        "changes": present and changes_asked(record, row, request.user),
        "withheld": present and withheld_words(record),
    }
    return render(request, "cufportal/history/restore.html", context, status=422 if form.errors else 200)


def changes_asked(record, version, reader):
    """From the row as it stands, which is its last version, to the one asked for."""
    last = versions_for(record, version.id, reader)
    return differences_between(record, last[0], version, reader, record.withheld) if last else []


def withheld_words(record):
    return [str(record.model._meta.get_field(name).verbose_name) for name in record.withheld]
