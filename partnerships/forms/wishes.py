from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from directory.choosing import french_organisations
from directory.models import Affiliation, CountryGroup, Organisation, Person, Theme
from directory.themes import ThemeTree
from partnerships.enums import WishState
from partnerships.models import PartnerWish

OPEN_STATES = [choice for choice in WishState.choices if choice[0] in WishState.open_ones()]


class WishForm(forms.ModelForm):
    """An officer writes for any organisation, a referent for their own, in the groups it is a member of."""

    group = forms.ModelChoiceField(CountryGroup.objects.all(), label=_("Groupe-pays"), empty_label=None)
    organisation = french_organisations(label=_("Organisme qui recherche"))
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(), label=_("Thèmes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = PartnerWish
        fields = ["group", "organisation", "sought_kind", "sought", "text", "contact", "state", "themes", "audience"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = ThemeTree().indented_choices()
        self.fields["state"].choices = OPEN_STATES
        if user.edits_records:
            self.fields["organisation"].suggest()
        else:
            self.keep_to(user)
        self.offer_contacts(user)
        if self.instance.pk:  # a wish does not pass from one organisation to another
            del self.fields["group"], self.fields["organisation"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def offer_contacts(self, user):
        """Of one's own organisation, or of the one that is known already: an officer names it first, then the person."""
        if user.edits_records and not self.instance.pk:
            del self.fields["contact"]
            return
        ours = [self.instance.organisation_id] if self.instance.pk else user.organisations_edited
        functions = Affiliation.objects.current().filter(organisation__in=ours, person__erased_at__isnull=True)
        named = {one.person_id: str(one.person) for one in functions.for_listing()}
        if self.instance.contact_id:
            named.setdefault(self.instance.contact_id, str(self.instance.contact))
        self.fields["contact"].queryset = Person.objects.filter(pk__in=named)
        self.fields["contact"].choices = [("", _("personne en particulier")), *named.items()]

    def _get_validation_exclusions(self):
        # What an edited wish does not ask any more still counts: another may say the same of the same organisation.
        return super()._get_validation_exclusions() - ({"group", "organisation"} - self.fields.keys())

    def keep_to(self, user):
        own = Organisation.objects.filter(pk__in=user.organisations_edited)
        self.fields["organisation"] = forms.ModelChoiceField(own, label=_("Organisme qui recherche"), empty_label=None)
        self.fields["group"].queryset = CountryGroup.objects.with_member(user.organisations_edited)
        del self.fields["audience"]
