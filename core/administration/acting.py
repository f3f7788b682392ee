"""Acts on one record or on many, each through the service that the pages of the portal use.

Before anything is done, a page says record by record what would be done and what would be refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.refusals import refusals_said
from core.wording import labelled

EVERYWHERE = [admin.ActionLocation.CHANGE_LIST, admin.ActionLocation.CHANGE_FORM]
MOST_AT_ONCE = 200  # records; each is tried before it is done
TRIED = "…"  # the reason while one only looks what would be refused


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Raison"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60}),
        help_text=_("Elle est gardée avec la décision, et pourra être relue."),
    )


@dataclass(frozen=True)
class Act:
    name: str
    description: str
    do: Callable  # do(record, by=…), with reason=… where one is asked
    said: Callable[[int], str]  # the sentence for a number of records
    asks_reason: bool = False

    def by(self, user, reason):
        return partial(self.do, by=user, **({"reason": reason} if self.asks_reason else {}))


def act_on_each(name, description, do, said, *, permission="change", asks_reason=False):
    """Return an action of lists and of forms that asks to confirm; see `Act`."""
    act = Act(name, description, do, said, asks_reason)

    @admin.action(permissions=[permission], description=description, location=EVERYWHERE)
    def action(model_admin, request, queryset):
        return model_admin.confirm(request, queryset, act)

    action.__name__ = name
    return action


def refusal_of(do, record):
    """Return what the service would answer, found by doing it and taking it back; "" when it would be done."""
    try:
        with transaction.atomic(), refusals_said():
            do(record)
            connection.check_constraints()
            transaction.set_rollback(True)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def as_shown(posted, do):
    """Refuse a record that changed since the page was shown: a form sent twice would take it two steps further."""

    def doing(record):
        shown = posted.get(f"shown_{record.pk}", "")
        if shown and shown != version_of(record):
            raise ValidationError(_("La fiche a changé depuis : regardez-la avant de recommencer."), code="changed")
        do(record)

    return doing


def version_of(record):
    changed = getattr(record, "updated_at", None)
    return changed.isoformat() if changed else ""


def none_or_too_many(records):
    if records:
        return _("Choisissez au plus %d fiches à la fois : chacune est d’abord essayée.") % MOST_AT_ONCE
    return _("Ces fiches viennent de changer : la liste ne les montre plus.")


class ActsOnEach:
    whole_list: ClassVar = {}  # the query under which the list leaves no record out

    def confirm(self, request, queryset, act):
        """Say what would become of each record, with a reason where one is asked; once confirmed, do it."""
        records = list(queryset[: MOST_AT_ONCE + 1])
        if not 0 < len(records) <= MOST_AT_ONCE:
            self.message_user(request, none_or_too_many(records), messages.WARNING)
            return None
        form = ReasonForm(request.POST if "confirmed" in request.POST else None) if act.asks_reason else None
        if "confirmed" not in request.POST or (form and not form.is_valid()):
            return self.confirmation(request, act, records, form)
        reason = form.cleaned_data["reason"] if form else ""
        do = as_shown(request.POST, act.by(request.user, reason))
        self.do_to_each(request, records, do, act.said, log=str(act.description))
        return redirect(self.where_from(request))

    def confirmation(self, request, act, records, form):
        do = act.by(request.user, TRIED)
        outcomes = [(record, version_of(record), refusal_of(do, record)) for record in records]
        context = {
            **self.admin_site.each_context(request),
            "title": act.description,
            "opts": self.opts,
            "form": form,
            "outcomes": outcomes,
            "to_do": sum(not refusal for *_shown, refusal in outcomes),
            "act": act,
            "address": f"{self.list_address}?{urlencode(self.whole_list)}",
            "back": self.where_from(request),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/confirm.html", context)

    @property
    def list_address(self):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def where_from(self, request):
        asked = request.POST.get("back", request.get_full_path())
        return asked if url_has_allowed_host_and_scheme(asked, None) else self.list_address

    def do_to_each(self, request, records, do, said, *, log):
        """Call `do(record)` on each and tell how many were done by `said(count)`, a sentence.

        A record that the service refuses is named with the reason; the others are done all the same.
        """
        done = 0
        for record in records:
            try:
                with refusals_said():
                    do(record)
                    self.log_change(request, record, capfirst(log))
                done += 1
            except ValidationError as error:
                self.message_user(request, labelled(record, " ".join(error.messages)), messages.WARNING)
        if done:
            self.message_user(request, said(done), messages.SUCCESS)
