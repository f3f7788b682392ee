from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth.forms import SetPasswordMixin
from django.utils.translation import gettext_lazy as _

from accounts import perms, services
from accounts.models import Invitation, User
from core.forms import Attempts
from directory.choosing import any_organisation
from directory.enums import AffiliationKind
from directory.models import Organisation


class InvitationForm(Attempts, forms.ModelForm):
    """The team invites for any organisation, a referent for their own; what one may not give is not on the form."""

    organisation = any_organisation(label=_("Organisme"))

    class Meta:
        model = Invitation
        fields = [
            "organisation",
            "email",
            "civility",
            "first_name",
            "last_name",
            "function",
            "kind",
            "may_edit",
            "role",
            "language",
        ]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["email"].help_text = _("La personne y reçoit un lien, et s’en servira pour se connecter.")
        if perms.can_invite_everywhere(user):
            self.fields["organisation"].suggest()
        else:
            self.keep_to_own()
        if not perms.can_name_referents(user):
            del self.fields["may_edit"]
        if perms.can_give_roles(user):
            self.fields["organisation"].required = False
            self.fields["organisation"].help_text = _("Facultatif pour qui reçoit un rôle.")
            self.fields["role"].help_text = _(
                "Vide pour les membres et les référents : leur organisme dit ce qu’ils voient."
            )
        else:
            del self.fields["role"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def keep_to_own(self):
        own = Organisation.objects.filter(pk__in=self.user.edited_ids)
        self.fields["organisation"] = forms.ModelChoiceField(own, label=_("Organisme"), empty_label=None)
        kinds = [choice for choice in AffiliationKind.choices if choice[0] != AffiliationKind.STAFF]
        self.fields["kind"].choices = kinds

    def save(self):
        return self.attempt(services.invite, invitation=self.instance, by=self.user)


class AcceptForm(SetPasswordMixin, Attempts, forms.Form):
    """The password of a new account; `account` is not saved yet, and says what the password must not resemble."""

    password1, password2 = SetPasswordMixin.create_password_fields()

    def __init__(self, *args, invitation, **kwargs):
        super().__init__(*args, **kwargs)
        self.account = User(email=invitation.email)
        self.account.first_name, self.account.last_name = invitation.first_name, invitation.last_name
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self):
        self.validate_passwords()
        self.validate_password_for_user(self.account, "password2")
        return super().clean()

    def save(self, *, token):
        return self.attempt(services.open_account, token=token, password=self.cleaned_data["password1"])
