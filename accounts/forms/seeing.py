from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import OF_AN_ORGANISATION, SeenRole
from accounts.perms import roles_seen_by
from directory.models import CountryGroup, Organisation


class SeeingForm(forms.Form):
    """As whom to look at the portal; any organisation may be sent from its own page, the members are offered here."""

    role = forms.ChoiceField(label=_("Comme"))
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Pour"),
        required=False,
        help_text=_("L’organisme dont on est membre, référent ou partenaire."),
        error_messages={"invalid_choice": _("Cet organisme n’existe plus.")},
    )
    group = forms.ModelChoiceField(
        CountryGroup.objects.none(),
        label=_("Dans un seul groupe-pays"),
        required=False,
        empty_label=_("tous ceux de l’organisme"),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.fields["role"].choices = [(role.value, role.label) for role in roles_seen_by(user)]
        self.fields["organisation"].queryset = Organisation.objects.visible_to(user)
        self.fields["organisation"].choices = [("", "–"), *((one.pk, one.name) for one in offered(user))]
        self.fields["group"].queryset = CountryGroup.objects.visible_to(user)

    def clean_role(self):
        return SeenRole(self.cleaned_data["role"])

    def clean(self):
        cleaned = super().clean()
        role, organisation, group = (cleaned.get(name) for name in ("role", "organisation", "group"))
        if role in OF_AN_ORGANISATION and not organisation and not self.errors:
            self.add_error("organisation", _("Dites de quel organisme : ce que voit un membre en dépend."))
        if organisation and group and not CountryGroup.objects.with_member([organisation.pk]).contains(group):
            self.add_error("group", _("Cet organisme n’est pas membre de ce groupe aujourd’hui."))
        return cleaned


def offered(user):
    """The members of today and the partners of the groups."""
    today = Q(memberships__period__contains=timezone.localdate())
    known = Organisation.objects.filter(today | Q(groups_supported__isnull=False)).order_by().values("pk")
    return Organisation.objects.visible_to(user).filter(pk__in=known).order_by("sort_key", "pk").only("name")
