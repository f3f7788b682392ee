"""How each kind of proposal is put right: which of its values are shown, and how a territory is chosen."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from directory.enums import OrganisationKind
from directory.lookups import best_territories, territories_named
from directory.models import Territory
from meetings.enums import AttendanceLevel, AttendanceRole, Presence, ProposalKind
from partnerships.enums import PartnershipForm

ROW_KINDS = {ProposalKind.PARTNERSHIP, ProposalKind.WISH, ProposalKind.AUTHORITY, ProposalKind.INSTITUTION}
SIDES = {
    ProposalKind.PARTNERSHIP: ("french", "foreign"),
    ProposalKind.WISH: ("french",),
    ProposalKind.AUTHORITY: ("french",),
}
CODE = re.compile(r"(?:^|\()\s*(\d[\dAB]\d{0,7})\s*\)?\s*$")  # « 410300 », « Luoyang (410300) »
CODES = ("insee_region", "insee_departement", "insee_commune", "siren", "gb2260")

LABELS = {
    "title": gettext_lazy("Titre"),
    "first_day": gettext_lazy("Jour"),
    "last_day": gettext_lazy("Dernier jour"),
    "starts_at": gettext_lazy("Début"),
    "ends_at": gettext_lazy("Fin"),
    "venue": gettext_lazy("Lieu"),
    "address": gettext_lazy("Adresse"),
    "access": gettext_lazy("Accès"),
    "first_name": gettext_lazy("Prénom"),
    "last_name": pgettext_lazy("personne", "Nom"),
    "function": gettext_lazy("Fonction"),
    "organisation": gettext_lazy("Organisme"),
    "name": gettext_lazy("Nom"),
    "acronym": gettext_lazy("Sigle"),
    "presence": gettext_lazy("Présence"),
    "role": gettext_lazy("Rôle"),
    "level": gettext_lazy("Niveau"),
    "kind": gettext_lazy("Nature"),
    "french": gettext_lazy("Côté français, tel qu’écrit"),
    "foreign": gettext_lazy("Côté étranger, tel qu’écrit"),
    "form": gettext_lazy("Forme"),
    "text": gettext_lazy("Texte"),
    "themes": gettext_lazy("Thèmes, un par ligne"),
    "actors": gettext_lazy("Acteurs associés, un par ligne"),
    "plans": gettext_lazy("Projets envisagés, un par ligne"),
    "paragraphs": gettext_lazy("Paragraphes, un par ligne"),
    "when": gettext_lazy("Quand"),
    "place": gettext_lazy("Lieu"),
    "owner": gettext_lazy("Responsable"),
    "due": gettext_lazy("Échéance"),
}
SHOWN = {
    ProposalKind.MEETING: ("title", "first_day", "last_day", "starts_at", "ends_at", "venue", "address", "access"),
    ProposalKind.PERSON: ("first_name", "last_name", "function", "organisation", "presence", "role", "level"),
    ProposalKind.ORGANISATION: ("name", "acronym", "kind", "presence"),
    ProposalKind.PARTNERSHIP: ("form", "text", "themes", "actors", "plans"),
    ProposalKind.WISH: ("text", "themes", "plans"),
    ProposalKind.AUTHORITY: ("text", "themes", "plans"),
    ProposalKind.INSTITUTION: ("french", "kind", "text"),
    ProposalKind.SECTION: ("title", "paragraphs"),
    ProposalKind.EVENT: ("title", "when", "place"),
    ProposalKind.ACTION: ("text", "owner", "due"),
    ProposalKind.CONCLUSION: ("text", "paragraphs"),
    ProposalKind.POSITION: ("text",),
}
CHOICES = {
    "presence": Presence,
    "role": AttendanceRole,
    "level": AttendanceLevel,
    "form": PartnershipForm,
    "kind": OrganisationKind,
}
LISTS = {"themes", "actors", "plans", "paragraphs"}
LONG = {"text"}


def field_for(name, value):
    label = LABELS[name]
    if name in CHOICES:
        choices = [("", "—"), *CHOICES[name].choices]
        return forms.ChoiceField(label=label, choices=choices, required=False, initial=value)
    if name in LISTS:
        area = forms.Textarea(attrs={"rows": min(8, max(2, len(value or [])))})
        return forms.CharField(label=label, widget=area, required=False, initial="\n".join(value or []))
    if name in LONG:
        return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 4}), required=False, initial=value)
    return forms.CharField(label=label, required=False, initial=value)


def sides_of(proposal):
    return SIDES.get(ProposalKind(proposal.kind), ())


def fields_for(proposal):
    """The form fields of a proposal, in the order shown: the sides of a pair first."""
    labels = {"french": _("Collectivité française"), "foreign": _("Territoire étranger")}
    fields = {}
    for side in sides_of(proposal):
        fields[f"match_{side}"] = forms.CharField(
            label=labels[side],
            required=False,
            initial=choice_text((proposal.match or {}).get(side)),
            help_text=_("Écrit « %(text)s ». Un nom ou un code : Luoyang, 410300.")
            % {"text": proposal.fields.get(side, "")},
        )
    return fields | {
        name: field_for(name, proposal.fields.get(name, "")) for name in SHOWN[ProposalKind(proposal.kind)]
    }


def choice_text(side):
    return f"{side['name']} ({side['code']})" if side else ""


def written(before, after):
    """What the form holds, in the shape the proposal keeps it: a list stays a list of lines."""
    if isinstance(before, list):
        return [line.strip() for line in after.splitlines() if line.strip()]
    return after


def match_with(text, proposal, side):
    """Return the match that `text`, a name or a code, chooses; None for "". ValidationError when it chooses none or several."""
    kept = (proposal.match or {}).get(side)
    if text.strip() in {"", choice_text(kept)}:
        return kept if text.strip() else None
    among = Territory.objects.prefetch_related("codes")
    among = among.filter(country="FR") if side == "french" else among.exclude(country="FR")
    code = CODE.search(text)
    found = among.filter(codes__code=code[1]).distinct() if code else territories_named(text, among)
    return match_of(only(list(found[:7]), text, among))


def only(found, text, among):
    """The one territory found; ValidationError lists those of the same name, or the nearest names."""
    if len(found) == 1:
        return found[0]
    listed = " ; ".join(choice_text(match_of(territory)) for territory in found or best_territories(text, among, 5))
    if found:
        message = _("Plusieurs territoires portent ce nom : %(listed)s. Écrivez le code.")
    elif listed:
        message = _("Aucun territoire ne porte le nom ou le code « %(text)s ». Noms proches : %(listed)s.")
    else:
        message = _("Aucun territoire ne porte le nom ou le code « %(text)s ».")
    raise ValidationError(message % {"text": text, "listed": listed})


def match_of(territory):
    code = next((code for code in territory.codes.all() if code.system in CODES), None)
    return {
        "code_system": code.system if code else "",
        "code": code.code if code else str(territory.pk),
        "name": territory.name,
        "level": territory.kind,
    }


def values_read(proposal):
    """What was read, as (label, words) pairs for the review; choices in words, lists on one line, nothing empty."""
    for name in SHOWN[ProposalKind(proposal.kind)]:
        value = proposal.fields.get(name)
        if name in LISTS:
            value = " ; ".join(value or [])
        elif name in CHOICES and value in CHOICES[name].values:
            value = CHOICES[name](value).label
        if value:
            yield LABELS[name], value
