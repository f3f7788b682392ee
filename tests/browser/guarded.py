"""The settings of a portal that asks for a second factor, as in production, and whose letters go to a mail server of tests."""

import os

from cufportal.settings import *  # noqa: F403

SECOND_FACTOR_REQUIRED = True
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": int(os.environ["MAIL_SERVER_PORT"]), "timeout": 5},
    }
}
