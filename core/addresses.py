"""Addresses as letters and calendars need them: whole, with the name of the site."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(path):
    """The whole address of a path of the portal."""
    return urljoin(settings.SITE_URL, path)
