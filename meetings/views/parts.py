"""The pages on which each part of minutes is written: its rows, a form for one more, and a page for each row."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.forms.announcements import AnnouncementForm
from meetings.forms.attendance import AttendanceForm, AttendanceFormSet
from meetings.forms.parts import ActionForm, AgendaItemForm, DecisionForm, EntryForm, SectionForm
from meetings.models import Section
from meetings.services import move
from meetings.services.ranks import DOWN, UP
from meetings.views.writing import acting, is_accepted, suggested_organisations, writing


@dataclass(frozen=True)
class Part:
    slug: str
    related: str
    form: type
    title: str | Promise
    adding: str | Promise
    joins: tuple = ()
    sheet: type | None = None  # a formset to add several rows at once

    @property
    def row_template(self):
        return f"meetings/rows/{self.related}.html"

    def rows(self, meeting):
        rows = getattr(meeting, self.related).all()
        return rows.select_related(*self.joins) if self.joins else rows

    def blank(self, meeting, user, data=None):
        """The form, or the sheet of forms, that adds to this part."""
        given = {"meeting": meeting, "user": user}
        return self.sheet(data, form_kwargs=given, prefix="lignes") if self.sheet else self.form(data, **given)


PAIR = ("organisation", "partnership__french_side__territory", "partnership__foreign_side__territory")
PARTS = {
    part.slug: part
    for part in (
        Part(
            "presences",
            "attendances",
            AttendanceForm,
            gettext_lazy("Présences"),
            gettext_lazy("Ajouter des personnes ou des organismes"),
            ("person", "organisation", "represented_by__person", "represented_by__organisation"),
            AttendanceFormSet,
        ),
        Part(
            "ordre-du-jour",
            "agenda_items",
            AgendaItemForm,
            gettext_lazy("Ordre du jour"),
            gettext_lazy("Ajouter un point"),
        ),
        Part(
            "tour-de-table",
            "entries",
            EntryForm,
            gettext_lazy("Tour de table"),
            gettext_lazy("Ajouter une intervention"),
            PAIR,
        ),
        Part("parties", "sections", SectionForm, gettext_lazy("Texte"), gettext_lazy("Ajouter une partie")),
        Part(
            "decisions",
            "decisions",
            DecisionForm,
            gettext_lazy("Décisions et conclusions"),
            gettext_lazy("Ajouter une décision ou une conclusion"),
        ),
        Part(
            "actions",
            "actions",
            ActionForm,
            gettext_lazy("Actions"),
            gettext_lazy("Ajouter une action"),
            ("owner",),
        ),
        Part(
            "agenda",
            "announcements",
            AnnouncementForm,
            gettext_lazy("Agenda"),
            gettext_lazy("Ajouter un événement"),
        ),
    )
}


def part_called(slug):
    if slug not in PARTS:
        raise Http404
    return PARTS[slug]


def part_url(meeting, part, row=None):
    address = reverse("meetings:part_list", args=[meeting.pk, part.slug])
    return f"{address}#ligne-{row.pk}" if row else address


@writing
def part_list(request, meeting, part):
    part = part_called(part)
    form = part.blank(meeting, request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and is_accepted(form):
        form.save()
        messages.success(request, _("C’est enregistré."))
        return redirect(part_url(meeting, part))
    rows = list(part.rows(meeting))
    context = {"rows": rows, "form": form, "round_at": place_of_round(meeting, rows)} | page_context(meeting, part)
    return render(request, "meetings/part_list.html", context, status=422 if form.is_bound else 200)


def page_context(meeting, part):
    return {"meeting": meeting, "part": part, "parts": PARTS.values(), "suggested": suggested_organisations(meeting)}


def place_of_round(meeting, rows):
    """How many of the sections stand before the round; None where that is not the question."""
    first = meeting.entries.first() if rows and isinstance(rows[0], Section) else None
    return first and sum(section.rank < first.rank for section in rows)


@writing
def part_edit(request, meeting, part, row):
    part = part_called(part)
    row = get_object_or_404(part.rows(meeting), pk=row)
    data = request.POST if request.method == "POST" else None
    form = part.form(data, instance=row, meeting=meeting, user=request.user)
    if form.is_bound and is_accepted(form):
        messages.success(request, _("C’est enregistré."))
        return redirect(part_url(meeting, part, form.save()))
    context = {"row": row, "form": form} | page_context(meeting, part)
    return render(request, "meetings/part_edit.html", context, status=422 if form.is_bound else 200)


@acting
def part_delete(request, meeting, part, row):
    part = part_called(part)
    row = part.rows(meeting).filter(pk=row).first()
    try:
        if row:  # else somebody was quicker, and what was asked is done
            row.delete()
            messages.success(request, _("La ligne est supprimée."))
    except ProtectedError:
        messages.error(request, _("Cette action a été reprise à une autre réunion : supprimez-la d’abord là-bas."))
    return redirect(part_url(meeting, part))


@acting
def part_move(request, meeting, part, row):
    part = part_called(part)
    row = get_object_or_404(part.rows(meeting), pk=row)
    if request.POST.get("direction") not in {UP, DOWN}:
        raise Http404
    move(row, request.POST["direction"])
    return redirect(part_url(meeting, part, row))
