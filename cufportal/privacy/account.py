"""Closing an account so that nothing leads to whoever had it; its row stays, which what they did still names."""

from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from accounts.models import FeedLink
from partnerships.workbooks.removing import remove_workbooks

NOWHERE = "efface.invalid"  # no mail ever goes to « .invalid » (RFC 2606)


def empty_account(user) -> dict:
    """End the sessions, delete what signs in, and leave an account that nobody can open."""
    rows = {
        "sessions": end_sessions(user),
        "user sessions": UserSession.objects.filter(user=user).delete()[0],
        "second factors": Authenticator.objects.filter(user=user).delete()[0],
        "addresses": EmailAddress.objects.filter(user=user).delete()[0],
        "agenda links": FeedLink.objects.filter(user=user).delete()[0],
        "workbooks": remove_workbooks(user),
    }
    user.groups.clear()
    user.user_permissions.clear()
    user.email = f"compte-{user.pk}@{NOWHERE}"
    user.is_active = user.is_staff = user.is_superuser = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
    user.versions.exclude(email=user.email).update(email="")
    return rows | {"account": 1}


def end_sessions(user):
    """A session says whose it is inside what it holds: each is opened."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    sessions = Session.objects.iterator()
    theirs = [row.pk for row in sessions if store.decode(row.session_data).get("_auth_user_id") == str(user.pk)]
    return Session.objects.filter(pk__in=theirs).delete()[0]
