#!/usr/bin/env python
"""Entry point of every command; a refusal to start is one sentence, never a traceback."""

import errno
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
    if sys.stdout is None or sys.stderr is None:  # closed by the caller
        sys.stdout, sys.stderr = (stream or open(os.devnull, "w") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None or error.errno not in {errno.EPIPE, errno.ENOSPC, errno.EIO}:
            raise
        # What reads us has gone, or the disk is full; Python would try once more at the end, and fail aloud
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stderr.write("La suite de la commande n’a pas pu être écrite : la sortie est fermée ou pleine.\n")
        sys.exit(1)
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
