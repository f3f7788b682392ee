"""The pages of django-allauth that the portal wants: no sign-in by a code sent by mail."""

from allauth.account.urls import urlpatterns as account_pages
from django.urls import include, path

UNWANTED = {"account_confirm_login_code"}

urlpatterns = [
    *(page for page in account_pages if page.name not in UNWANTED),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
