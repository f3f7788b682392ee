"""Saying who one is again, as the pages that take data away or erase them ask."""

from django.urls import reverse


def authenticated(client):
    """As somebody who has just given their password."""
    answer = client.post(reverse("account_reauthenticate"), {"password": "mot de passe de test"})
    assert answer.status_code == 302
    return client
