"""Choosing an organisation among thousands with one text input, which asks when a name says too little."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from core.numbers import record_number
from core.search import Folded
from directory.enums import OrganisationKind
from directory.lookups import best_territories, folded, organisations_matching, territories_named, words_of
from directory.models import Organisation, OrganisationName, Territory
from directory.services import ensure_authority

OFFERED = 8  # candidates shown when a name says too little
SUGGESTED = 500  # names the browser completes while one types


class OrganisationWidget(forms.TextInput):
    """The name as typed and, when it was asked, the candidate chosen for that very name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.candidates = []
        self.suggestions = []

    def value_from_datadict(self, data, files, name):
        text = (data.get(name) or "").strip()
        asked_again = data.get(f"{name}_asked") == text
        return text, data.get(f"{name}_choice", "") if asked_again else ""

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def format_value(self, value):
        return value[0] if isinstance(value, tuple) else value

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {**(attrs or {}), "list": f"{name}_suggestions", "autocomplete": "off"}
        context = {
            "name": name,
            "input": super().render(name, value, attrs, renderer),
            "text": self.format_value(value) or "",
            "candidates": self.candidates,
            "suggestions": self.suggestions,
        }
        return render_to_string("partnerships/_organisation_input.html", context)


class OrganisationField(forms.Field):
    """Clean into an Organisation. When a territory is named, into its authority, made on first use: the view that cleans
    runs in a transaction and rolls it back when the form is refused."""

    widget = OrganisationWidget
    default_error_messages = {
        "required": _("Écrivez un nom : une collectivité, une ville, un organisme."),
        "unknown": _("« %(text)s » n’est pas dans l’annuaire : vérifiez l’orthographe, ou essayez un autre nom."),
        "ambiguous": _("« %(text)s » peut désigner plusieurs organismes : choisissez ci-dessous."),
        "inexact": _("Aucun organisme ne s’appelle exactement « %(text)s » : choisissez ci-dessous, ou corrigez."),
        "gone": _("Ce choix n’existe plus : écrivez le nom à nouveau."),
    }

    def __init__(self, *, among=None, territories=None, **kwargs):
        super().__init__(**kwargs)
        self.organisations = Organisation.objects.all() if among is None else among
        self.territories = Territory.objects.none() if territories is None else territories

    def suggest(self):
        """Fill what the browser completes; asked for by the form that shows the field, once."""
        self.widget.suggestions = list(self.organisations.values_list("name", flat=True)[:SUGGESTED])

    def prepare_value(self, value):
        if isinstance(value, int):
            return self.organisations.filter(pk=value).values_list("name", flat=True).first()
        return str(value) if isinstance(value, Organisation) else value

    def clean(self, value):
        text, choice = value
        if choice:
            return organisation_of(self.chosen(choice))
        if not text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        return organisation_of(self.resolve(text))

    def has_changed(self, initial, data):
        text, choice = data
        return bool(choice) or text != (self.prepare_value(initial) or "")

    def chosen(self, choice):
        kind, _dash, number = choice.partition("-")
        among = {"organisation": self.organisations, "territory": self.territories}.get(kind)
        found = among.filter(pk=record_number(number)).first() if among is not None else None
        if found is None:
            raise ValidationError(self.error_messages["gone"], code="gone")
        return found

    def resolve(self, text):
        """The one organisation or territory that bears this name; else candidates are offered, never guessed."""
        exact = self.named(text)
        if len(exact) == 1:
            return exact[0]
        candidates = exact or self.resembling(text)
        code = "ambiguous" if exact else "inexact" if candidates else "unknown"
        self.widget.candidates = [candidate_of(record) for record in candidates[:OFFERED]]
        raise ValidationError(self.error_messages[code], params={"text": text}, code=code)

    def named(self, text):
        """Organisations and territories of exactly this name; a territory gives way to its authority."""
        key = folded(" ".join(words_of(text)))
        bearing = Q(pk__in=OrganisationName.objects.filter(folded=key).values("organisation"))
        organisations = self.organisations.alias(folded_name=Folded("name"), folded_acronym=Folded("acronym"))
        found = organisations.filter(Q(folded_name=key) | Q(folded_acronym=key) | bearing)
        territories = territories_named(text, self.territories)
        return self.governed(list(found.select_related("territory__parent")), territories.select_related("parent"))

    def resembling(self, text):
        organisations = organisations_matching(text, self.organisations.select_related("territory__parent"))[:OFFERED]
        territories = best_territories(text, self.territories.select_related("parent"), limit=OFFERED)
        return self.governed(list(organisations), territories)

    def governed(self, organisations, territories):
        """The organisations, the authorities of the territories, and the territories that have none yet; each once."""
        territories = {territory.pk: territory for territory in territories}
        authorities = self.organisations.filter(kind=OrganisationKind.AUTHORITY, territory__in=territories)
        found = {record.pk: record for record in [*organisations, *authorities.select_related("territory__parent")]}
        held = {organisation.territory_id for organisation in found.values()}
        return [*found.values(), *(record for pk, record in territories.items() if pk not in held)]


def candidate_of(record):
    """What the reader chooses between: a value, the name, and what tells namesakes apart."""
    territory = record if isinstance(record, Territory) else record.territory
    kind = record.get_kind_display() if territory is None or isinstance(record, Territory) else record.place_kind
    parent = territory.parent.name if territory and territory.parent else ""
    detail = ", ".join(word for word in (kind, parent, territory.name_zh if territory else "") if word)
    sort = "territory" if isinstance(record, Territory) else "organisation"
    return {"value": f"{sort}-{record.pk}", "name": record.name, "detail": detail}


def organisation_of(record):
    return ensure_authority(territory=record) if isinstance(record, Territory) else record


def french_organisations(**options):
    organisations = Organisation.objects.filter(Q(territory__isnull=True) | Q(territory__country="FR"))
    return OrganisationField(
        among=organisations, territories=Territory.objects.current().filter(country="FR"), **options
    )


def foreign_organisations(**options):
    organisations = Organisation.objects.filter(~Q(territory__country="FR"))
    return OrganisationField(
        among=organisations, territories=Territory.objects.current().exclude(country="FR"), **options
    )


def any_organisation(**options):
    return OrganisationField(territories=Territory.objects.current(), **options)
