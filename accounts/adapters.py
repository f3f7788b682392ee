"""Where the portal decides otherwise than django-allauth does by default."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.urls import reverse

from accounts.letters import send_account_letter
from accounts.perms import owes_second_factor


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Accounts are made by CUF; nobody signs up alone."""

    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        send_account_letter(template_prefix, email, context)

    def get_password_change_redirect_url(self, request):
        return reverse("accounts:account")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets lie encrypted in the database, and who owes a second factor keeps one."""

    def encrypt(self, text):
        return boxes().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return boxes().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator):
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or not owes_second_factor(authenticator.user):
            return True
        return second_factors(authenticator.user).exclude(pk=authenticator.pk).exists()


def second_factors(user):
    """What `user` proves who they are with, beside the password; recovery codes only replace one that was lost."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES)


def boxes():
    """What encrypts, with a key made from the secret of the site; what a former secret closed still opens."""
    return MultiFernet([box(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def box(secret):
    key = hashlib.sha256(b"accounts.second_factor:" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
