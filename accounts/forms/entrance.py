"""The forms of django-allauth, as the portal shows forms: the label says what is asked, once, and nothing stands in the field."""

from allauth.account import forms as of_accounts
from allauth.mfa.base import forms as of_codes
from allauth.mfa.totp import forms as of_applications
from allauth.mfa.webauthn import forms as of_keys
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ADDRESS = _("Adresse électronique")
CODE = _("Code")


class Labelled:
    labels = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)


class LoginForm(Labelled, of_accounts.LoginForm):
    labels = {"login": ADDRESS}


class AddEmailForm(Labelled, of_accounts.AddEmailForm):
    labels = {"email": _("Nouvelle adresse")}


class ResetPasswordForm(Labelled, of_accounts.ResetPasswordForm):
    labels = {"email": ADDRESS}


class ResetPasswordKeyForm(Labelled, of_accounts.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(Labelled, of_accounts.ChangePasswordForm):
    pass


class SetPasswordForm(Labelled, of_accounts.SetPasswordForm):
    pass


class ReauthenticateForm(Labelled, of_accounts.ReauthenticateForm):
    pass


class AuthenticateForm(Labelled, of_codes.AuthenticateForm):
    labels = {"code": CODE}


class ReauthenticateByCodeForm(Labelled, of_codes.ReauthenticateForm):
    labels = {"code": CODE}


class ActivateTOTPForm(Labelled, of_applications.ActivateTOTPForm):
    labels = {"code": CODE}


class AddWebAuthnForm(Labelled, of_keys.AddWebAuthnForm):
    labels = {"name": pgettext_lazy("clé de sécurité", "Nom"), "passwordless": _("Ouvrir le compte sans mot de passe")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].help_text = _("La clé demande alors elle-même un code ou une empreinte.")


class EditWebAuthnForm(Labelled, of_keys.EditWebAuthnForm):
    labels = {"name": pgettext_lazy("clé de sécurité", "Nom")}
