from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import ServiceForm
from core.numbers import record_number
from cufportal.merging.kinds import KINDS
from directory.choosing.candidates import OrganisationLookup, TerritoryLookup
from directory.choosing.one import NameField
from directory.merging.undoing import undo_merge
from directory.merging.writing import merge_records
from directory.models import Organisation, Territory

LONGEST_REASON = 500


class MergeForm(ServiceForm):
    """Why the two are one, and which empty fields of the kept record take what the other says; the page shows the choices."""

    reason = forms.CharField(
        label=_("Pourquoi ces deux fiches n’en font qu’une"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"}),
        help_text=_("L’historique la garde avec votre nom, et elle peut être relue."),
    )
    fill = forms.MultipleChoiceField(
        required=False,
        error_messages={"invalid_choice": _("Un champ choisi n’est plus à remplir : relisez la page.")},
    )
    shown = forms.CharField(required=False, max_length=64)

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["fill"].choices = [(key, key) for key in plan.fills]

    @property
    def ticked(self):
        """The choices as they stand: all at first, then what was sent."""
        return set(self.data.getlist("fill")) if self.is_bound else set(self.plan.fills)

    def save(self, *, by):
        data = self.cleaned_data
        chosen = {"reason": data["reason"], "fills": data["fill"], "shown": data["shown"]}
        plan = self.plan
        return self.attempt(merge_records, kept=plan.kept, absorbed=plan.absorbed, kinds=KINDS, by=by, **chosen)


class UndoMergeForm(ServiceForm):
    reason = forms.CharField(
        label=_("Pourquoi ces deux fiches sont à séparer"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def save(self, *, merge, by):
        return self.attempt(undo_merge, merge=merge, by=by, **self.cleaned_data)


class OtherForm(forms.Form):
    """The other record, by its name, or by the number at the end of its address."""

    LOOKUPS = {Organisation: OrganisationLookup, Territory: lambda: TerritoryLookup(Territory.objects.all())}

    def __init__(self, *args, record, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record
        if lookup := self.LOOKUPS.get(type(record)):
            self.fields["autre"] = NameField(lookup=lookup(), label=_("Nom de l’autre fiche"))
        else:
            self.fields["autre"] = forms.CharField(
                label=_("Numéro de l’autre fiche"),
                max_length=200,
                help_text=_("Il finit son adresse : 12 dans « /partenariats/12/ ». L’adresse entière convient aussi."),
            )

    def clean_autre(self):
        said = self.cleaned_data["autre"]
        found = said if isinstance(said, type(self.record)) else self.numbered(said)
        if found.pk == self.record.pk:
            raise forms.ValidationError(_("C’est la même fiche : choisissez l’autre."), code="same")
        return found

    def numbered(self, text):
        number = record_number(text.rstrip("/").rpartition("/")[2].strip())
        found = type(self.record).objects.filter(pk=number).first() if number is not None else None
        if found is None:
            raise forms.ValidationError(_("Aucune fiche ne porte ce numéro : vérifiez-le sur sa page."), code="unknown")
        return found
