from django.contrib import messages
from django.contrib.auth.mixins import UserPassesTestMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import ListView

from partnerships.enums import ImportState, RowOutcome
from partnerships.forms.imports import ApplyForm, ColumnsForm, NamesForm, RowsForm, TableForm, UndoForm
from partnerships.imports.asking import questions
from partnerships.imports.checking import check_next
from partnerships.imports.showing import shown_rows
from partnerships.models import TableImport
from partnerships.perms import can_import_table

ROWS = 50
WRITTEN = (ImportState.APPLIED, ImportState.UNDONE)


class TableImportListView(UserPassesTestMixin, ListView):
    template_name = "partnerships/table_import_list.html"
    context_object_name = "imports"
    paginate_by = 25
    raise_exception = True

    def test_func(self):
        return can_import_table(self.request.user)

    def get_queryset(self):
        return TableImport.objects.visible_to(self.request.user).for_listing()


@require_http_methods(["GET", "POST"])
def table_import_add(request):
    if not can_import_table(request.user):
        raise PermissionDenied
    sent = request.method == "POST"
    form = TableForm(*((request.POST, request.FILES) if sent else ()))
    if sent and form.is_valid() and (table_import := form.save(by=request.user)):
        return redirect("partnerships:table_import_columns", table_import.pk)
    return render(request, "partnerships/table_import_add.html", {"form": form}, status=422 if sent else 200)


def visible_import(request, pk):
    imports = TableImport.objects.visible_to(request.user).select_related("group", "applied_by__person")
    return get_object_or_404(imports, pk=pk)


@require_http_methods(["GET", "POST"])
def table_import_columns(request, pk):
    table_import, sent = visible_import(request, pk), request.method == "POST"
    form = ColumnsForm(request.POST if sent else None, table_import=table_import)
    if sent and form.is_valid() and form.save(by=request.user):
        return redirect(table_import)
    context = {"table_import": table_import, "form": form}
    return render(request, "partnerships/table_import_columns.html", context, status=422 if sent else 200)


@require_safe
def table_import_detail(request, pk):
    return detail(request, visible_import(request, pk))


def detail(request, table_import, refused=None):
    counts = table_import.counts()
    form = RowsForm(request.GET)
    asked = form.cleaned_data["effet"] if form.is_valid() else ""
    page = Paginator(chosen_rows(table_import, asked), ROWS).get_page(request.GET.get("page"))
    is_written = table_import.state in WRITTEN
    context = {
        "table_import": table_import,
        "counts": counts,
        "facets": facets(counts, table_import, asked, is_written),
        "writable": counts[RowOutcome.ADDED] + counts[RowOutcome.CHANGED],
        "page": page,
        "rows": shown_rows(page.object_list, table_import),
        "is_written": is_written,
        "refused": refused,
    }
    return render(request, "partnerships/table_import_detail.html", context, status=422 if refused else 200)


def chosen_rows(table_import, asked):
    rows = table_import.rows.order_by("line")
    if asked == "doubted":
        return rows.exclude(doubts=[])
    if asked == "left":
        return rows.exclude(left="")
    return rows.filter(outcome=asked) if asked else rows


def facets(counts, table_import, asked, is_written):
    """(value, word, count, whether it is the one shown), of what there is."""
    found = [(value, label, counts[value]) for value, label in RowOutcome.choices]
    found.append(("doubted", _("avec un doute"), counts["doubted"]))
    if is_written:
        found.append(("left", _("laissées à l’annulation"), table_import.rows.filter(~Q(left="")).count()))
    return [(value, label, count, value == asked) for value, label, count in found if count or value == asked]


@require_POST
def table_import_check(request, pk):
    """One slice of the trial; the page asks for the next until it is done, and goes on where it stopped after a reload."""
    table_import = check_next(visible_import(request, pk))
    if request.htmx and table_import.state == ImportState.CHECKING:
        return render(request, "partnerships/table_import_detail.html#progress", {"table_import": table_import})
    response = redirect(table_import)
    if request.htmx:
        response.status_code, response["HX-Redirect"] = 200, response.url
    return response


@require_http_methods(["GET", "POST"])
def table_import_names(request, pk):
    table_import, sent = visible_import(request, pk), request.method == "POST"
    asked = questions(table_import)
    form = NamesForm(request.POST if sent else None, table_import=table_import, questions=asked)
    if sent and form.is_valid() and form.save(by=request.user):
        more = table_import.rows.filter(outcome=RowOutcome.ASKED).exists()
        return redirect("partnerships:table_import_names", pk) if more else redirect(table_import)
    context = {"table_import": table_import, "form": form, "questions": asked}
    return render(request, "partnerships/table_import_names.html", context, status=422 if sent else 200)


@require_POST
def table_import_apply(request, pk):
    table_import = visible_import(request, pk)
    form = ApplyForm(request.POST)
    if form.is_valid() and form.save(table_import=table_import, by=request.user):
        messages.success(request, _("Le tableau est enregistré. Vous pouvez encore tout annuler depuis cette page."))
        return redirect(table_import)
    return detail(request, table_import, refused=form)


@require_http_methods(["GET", "POST"])
def table_import_undo(request, pk):
    table_import, sent = visible_import(request, pk), request.method == "POST"
    form = UndoForm(request.POST if sent else None)
    if sent and form.is_valid() and form.save(table_import=table_import, by=request.user):
        messages.success(request, _("L’import est annulé. Ce qui a été laissé est dit ligne par ligne."))
        return redirect(table_import)
    context = {"table_import": table_import, "form": form, "counts": table_import.counts()}
    return render(request, "partnerships/table_import_undo.html", context, status=422 if sent else 200)
