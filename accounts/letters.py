"""The letters of sign-in, in the portal's words: plain text, kept in the outbox, with the address of the site in them."""

from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.addresses import absolute
from core.letters import send_letter

# What happened to an account, by the name that allauth gives to its letter.
CHANGES = {
    "account/email/email_changed": gettext_lazy(
        "L’adresse de votre compte a changé : vous vous connectez avec la nouvelle."
    ),
    "account/email/email_confirm": gettext_lazy("L’adresse de votre compte est confirmée."),
    "account/email/email_deleted": gettext_lazy("Une adresse a été retirée de votre compte."),
    "account/email/password_changed": gettext_lazy("Le mot de passe de votre compte a changé."),
    "account/email/password_reset": gettext_lazy("Un nouveau mot de passe a été choisi pour votre compte."),
    "account/email/password_set": gettext_lazy("Un mot de passe a été choisi pour votre compte."),
    "mfa/email/recovery_codes_generated": gettext_lazy(
        "De nouveaux codes de récupération ont été faits pour votre compte."
    ),
    "mfa/email/totp_activated": gettext_lazy("Une application d’authentification protège maintenant votre compte."),
    "mfa/email/totp_deactivated": gettext_lazy(
        "Votre compte n’est plus protégé par une application d’authentification."
    ),
    "mfa/email/webauthn_added": gettext_lazy("Une clé de sécurité a été ajoutée à votre compte."),
    "mfa/email/webauthn_removed": gettext_lazy("Une clé de sécurité a été retirée de votre compte."),
}


def send_account_letter(name, to, context):
    """Write what allauth calls `name` to the address `to`. Raise KeyError for a letter that the portal does not know."""
    if name == "account/email/password_reset_key":
        send_reset(to, context)
    elif name == "account/email/email_confirmation":
        send_confirmation(to, context)
    else:
        send_change(to, CHANGES[name], context)


def send_reset(to, context):
    """Left to `tick`: a mail server that is slow would tell who has an account."""
    subject = _("Votre mot de passe")
    link = {"link": ours(context["password_reset_url"])}
    send_letter(to=to, subject=subject, template="account_reset", context=link, private=True, at_once=False)


def send_confirmation(to, context):
    link = {"link": ours(context["activate_url"])}
    send_letter(to=to, subject=_("Confirmez votre adresse"), template="account_address", context=link, private=True)


def send_change(to, change, context):
    told = {
        "change": change,
        "at": context.get("timestamp") or timezone.now(),
        "ip": context.get("ip", ""),
        "link": absolute(reverse("accounts:account")),
    }
    send_letter(to=to, subject=_("Votre compte a changé"), template="account_changed", context=told)


def ours(url):
    """The same page on the site itself, whatever host the request claimed."""
    return absolute(urlsplit(url).path)
