"""What is said of a delegation itself: its facts, its ties to the directory, who reads it, its documents."""

import uuid

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms import Attempts
from delegations import services
from delegations.enums import ReceivedBy
from delegations.forms.fields import ThemesField, day, spoken_languages
from delegations.models import Delegation, DelegationDocument
from delegations.perms import is_staff
from directory.choosing import TerritoryField, any_organisation
from directory.models import CountryGroup, Organisation

MOST_PEOPLE = 9999
HEARD_BY = [choice for choice in ReceivedBy.choices if choice[0] != ReceivedBy.FORM]
CONTACT = ("contact_name", "contact_email", "contact_phone", "language")


# The sections of the form: a title, then its rows; what a reader is not asked is left out.
SECTIONS = (
    (
        _("Qui"),
        ("organisation",),
        ("group", "direction"),
        ("sender_name", "sender_place", "level"),
        ("head_name", "head_function"),
    ),
    (_("La visite"), ("title",), ("purpose",), ("size", "wished", "dates_flexible"), ("wished_hosts",)),
    (_("Langues et frais"), ("languages",), ("payer", "payer_note")),
    (_("Contact, pour CUF seulement"), CONTACT),
    (_("Comment elle est arrivée"), ("received_on", "received_by_way")),
    (_("Thèmes"), ("themes",)),
)


class FactsForm(forms.ModelForm):
    """The facts of a request, as it was made or as it was heard of."""

    themes = ThemesField()
    languages = spoken_languages()
    size = forms.IntegerField(
        label=_("Nombre de personnes"),
        min_value=1,
        max_value=MOST_PEOPLE,
        required=False,
        help_text=_("Vide s’il n’est pas connu."),
    )

    class Meta:
        model = Delegation
        fields = [
            *("group", "direction", "title", "sender_name", "sender_place", "level", "head_name", "head_function"),
            *("size", "purpose", "themes", "wished", "dates_flexible", "languages", "payer", "payer_note"),
            *("wished_hosts", *CONTACT, "received_on", "received_by_way"),
        ]
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 4}),
            "wished_hosts": forms.Textarea(attrs={"rows": 2}),
            "received_on": day("").widget,
            "dates_flexible": forms.NullBooleanSelect,
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["group"].empty_label = None
        self.fields["themes"].show_tree()
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = self.layout()

    def layout(self):
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        return Layout(*hidden, *(Fieldset(title, *map(self.row, rows)) for title, *rows in SECTIONS))

    def row(self, names):
        asked = [name for name in names if name in self.fields]
        return Row(*(Column(name, css_class="col-md") for name in asked))


class EditForm(FactsForm):
    """Refuses to overwrite what somebody else changed since the page was opened."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.updated_at.isoformat()

    def clean(self):
        if self.cleaned_data.get("version") != self.initial["version"]:
            raise ValidationError(
                _("Quelqu’un a modifié cette fiche depuis que vous l’avez ouverte : rouvrez-la et recommencez."),
                code="changed_meanwhile",
            )
        return super().clean()


class AddForm(Attempts, FactsForm):
    """Staff note what came by mail or by telephone; a referent tells of a visit for which their authority was asked."""

    sending_key = forms.UUIDField(widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Collectivité sollicitée"), empty_label=None
    )

    def __init__(self, *args, user, **kwargs):
        self.is_member = not is_staff(user)
        super().__init__(*args, user=user, **kwargs)
        self.initial["sending_key"] = uuid.uuid4()
        self.fields["received_by_way"].choices = HEARD_BY
        self.initial["received_by_way"] = ReceivedBy.MAIL
        own = user.organisations_edited
        self.fields["organisation"].queryset = Organisation.objects.filter(pk__in=own)
        if self.is_member:
            self.fields["group"].queryset = CountryGroup.objects.with_member(own)
        del self.fields["received_by_way" if self.is_member else "organisation"]
        self.helper.layout = self.layout()

    def save(self):
        """Return (delegation, created), or None when the service refuses; the same sending gives back the same delegation."""
        data = dict(self.cleaned_data)
        key, data["themes"] = data.pop("sending_key"), list(data["themes"])
        if self.is_member:
            organisation = data.pop("organisation")
            declare = services.declare_request
            return self.attempt(declare, data=data, organisation=organisation, by=self.user, sending_key=key)
        way = data.pop("received_by_way")
        return self.attempt(services.receive_request, data=data, way=way, by=self.user, sending_key=key)


class PlainForm(forms.ModelForm):
    """Some fields of a delegation, or one of its rows; the same arguments as the forms of the other acts."""

    def __init__(self, *args, delegation, user, part=None, **kwargs):
        super().__init__(*args, instance=self.subject(delegation), **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def subject(self, delegation):
        return delegation


class LinkForm(PlainForm):
    """Who sends it, recognised in the directory; the partnership it belongs to."""

    sender = any_organisation(label=_("Organisme qui l’envoie"), required=False)
    sender_territory = TerritoryField(label=_("Territoire d’où elle vient"), required=False)

    class Meta:
        model = Delegation
        fields = ["sender", "sender_territory", "partnership"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial |= {"sender": self.instance.sender, "sender_territory": self.instance.sender_territory}
        self.fields["sender"].suggest()
        among = self.fields["partnership"]
        among.queryset = among.queryset.filter(group=self.instance.group_id).for_listing()
        among.empty_label = _("aucun")


class ShareForm(PlainForm):
    class Meta:
        model = Delegation
        fields = ["audience", "detail"]
        widgets = {"audience": forms.RadioSelect, "detail": forms.RadioSelect}


class DocumentForm(PlainForm):
    class Meta:
        model = DelegationDocument
        fields = ["title", "file", "audience"]
        widgets = {"file": forms.FileInput(attrs={"accept": "application/pdf"})}

    def subject(self, delegation):
        return DelegationDocument(delegation=delegation)
