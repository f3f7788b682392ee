#!/usr/bin/env python
"""Entry point of every command; a refusal to start is one sentence, never a traceback."""

import os
import sys
import threading

from django.conf import settings
from django.core.management import execute_from_command_line
from django.db import OperationalError

from cufportal.environment import EnvironmentRefused
from cufportal.postgres import unusable


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cufportal.settings")
    threading.excepthook = end_with_thread
    try:
        execute_from_command_line(sys.argv)
    except (EnvironmentRefused, OperationalError) as error:
        sentence = refusal(error)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
        sys.exit(2)


def refusal(error):
    if isinstance(error, EnvironmentRefused):
        return str(error)
    return unusable(error, settings.DATABASES["default"]) if isinstance(error, OperationalError) else None


def end_with_thread(raised):
    """`runserver` works in a thread, whose end would leave the command waiting for nothing."""
    sentence = refusal(raised.exc_value)
    if sentence is None:
        threading.__excepthook__(raised)
    else:
        sys.stderr.write(f"{sentence}\n")
        os._exit(2)


if __name__ == "__main__":
    main()
