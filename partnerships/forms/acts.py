from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.enums import FlagState
from core.forms import FuzzyDateFormField, ServiceForm
from core.services import decide_flag
from directory.models import Organisation
from partnerships import perms, services
from partnerships.enums import ConfirmationMeans, PartnershipStatus

DECISIONS = [
    (FlagState.RESOLVED, _("Résolu : la fiche est juste maintenant")),
    (FlagState.DISMISSED, _("Écarté : il n’y avait pas lieu de douter")),
]


class DoubtForm(ServiceForm):
    """Decide one doubt; several stand on a page, each with ids of its own."""

    state = forms.ChoiceField(label=_("Décision"), choices=DECISIONS, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Pourquoi"), max_length=500)

    def __init__(self, *args, flag, **kwargs):
        super().__init__(*args, auto_id=f"id_doubt_{flag.pk}_%s", **kwargs)
        self.flag = flag

    def save(self, by):
        return self.attempt(decide_flag, flag=self.flag, by=by, **self.cleaned_data)


class PartnershipActForm(ServiceForm):
    def __init__(self, *args, partnership, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.partnership, self.user = partnership, user

    def act(self, service, **values):
        return self.attempt(service, partnership=self.partnership, by=self.user, **values)


class EndForm(PartnershipActForm):
    until = FuzzyDateFormField(label=_("Date de fin"), required=False)

    def save(self):
        return self.act(services.end_partnership, **self.cleaned_data)


class ReopenForm(PartnershipActForm):
    status = forms.ChoiceField(
        label=_("État"),
        choices=[choice for choice in PartnershipStatus.choices if choice[0] != PartnershipStatus.ENDED],
        initial=PartnershipStatus.ACTIVE,
    )

    def save(self):
        return self.act(services.reopen_partnership, **self.cleaned_data)


class PublishForm(PartnershipActForm):
    def save(self):
        return self.act(services.publish_partnership)


class ConfirmForm(PartnershipActForm):
    """A referent vouches for their own organisation; an officer says by what means and for whom."""

    on = forms.DateField(
        label=_("Vérifiée le"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how = forms.ChoiceField(label=_("Comment"), choices=ConfirmationMeans, widget=forms.RadioSelect)
    for_organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Au nom de"), required=False, empty_label=_("personne en particulier")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sides = [self.partnership.french_side_id, self.partnership.foreign_side_id]
        if self.user.edits_records:
            self.fields["for_organisation"].queryset = Organisation.objects.filter(pk__in=sides)
            self.fields["how"].initial = ConfirmationMeans.OFFICER
        else:
            del self.fields["how"], self.fields["for_organisation"]

    def save(self):
        values = {"how": ConfirmationMeans.AUTHORITY, **self.cleaned_data}
        if not self.user.edits_records:
            kept = perms.side_kept_by(self.user, self.partnership)
            values["for_organisation"] = next(side for side in self.partnership.sides if side.pk == kept)
        return self.act(services.confirm_partnership, **values)
