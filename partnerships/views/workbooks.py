"""Workbooks too large to be made while one waits: asked for, followed, taken, each by its owner alone."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from core.spreadsheets import CONTENT_TYPES
from partnerships.exports import LARGEST_WORKBOOK
from partnerships.models import WorkbookOrder
from partnerships.perms import can_take_workbook
from partnerships.workbooks.asking import ask_workbook

not_kept = cache_control(private=True, no_store=True)


def too_large(request, refused=()):
    """Why the list, as its address filters it, is no workbook at once, and the ways to have it."""
    context = {"largest": LARGEST_WORKBOOK, "refused": refused}
    return render(request, "partnerships/export_too_large.html", context, status=422)


@require_POST
def workbook_ask(request):
    """The filters stand in the address, as in that of the list."""
    try:
        order = ask_workbook(query=request.GET, language=get_language(), by=request.user)
    except ValidationError as error:
        return too_large(request, refused=error.messages)
    return redirect(order)


@require_safe
@not_kept
def workbook_list(request):
    orders = WorkbookOrder.objects.visible_to(request.user)
    return render(request, "partnerships/workbook_list.html", {"orders": orders})


@require_safe
@not_kept
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def workbook_detail(request, pk):
    """htmx asks for the state alone, again and again until it is made."""
    order = get_object_or_404(WorkbookOrder.objects.visible_to(request.user), pk=pk)
    context = {"order": order, "may_take": can_take_workbook(request.user, order)}
    is_fragment = request.htmx and not request.htmx.history_restore_request
    template = "partnerships/workbook_detail.html"
    return render(request, f"{template}#state" if is_fragment else template, context)


@require_safe
@not_kept
def workbook_file(request, pk):
    order = get_object_or_404(WorkbookOrder.objects.visible_to(request.user).exclude(file=""), pk=pk)
    if not can_take_workbook(request.user, order):
        raise PermissionDenied
    try:
        content = order.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"partenariats-{timezone.localdate(order.made_at):%Y-%m-%d}.xlsx"
    response = FileResponse(content, as_attachment=True, filename=name, content_type=CONTENT_TYPES["xlsx"])
    response["X-Content-Type-Options"] = "nosniff"
    return response
