"""The portal's settings, made quick and quiet for tests; the database and the migrations are the real ones."""

import pytest

from cufportal.environment import EnvironmentRefused

try:
    from cufportal.settings import *  # noqa: F403
except EnvironmentRefused as refusal:
    raise pytest.UsageError(str(refusal)) from None

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # nothing is collected for tests
