#!/usr/bin/env python
"""Entry point of every command; a refusal to start is one sentence, never a traceback."""

import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.db import OperationalError

from cufportal.environment import EnvironmentRefused
from cufportal.postgres import unusable


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cufportal.settings")
    try:
        execute_from_command_line(sys.argv)
    except EnvironmentRefused as refusal:
        refuse(refusal)
    except OperationalError as error:
        sentence = unusable(error, settings.DATABASES["default"])
        if sentence is None:
            raise
        refuse(sentence)


def refuse(sentence):
    sys.stderr.write(f"{sentence}\n")
    sys.exit(2)


if __name__ == "__main__":
    main()
