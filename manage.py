#!/usr/bin/env python
"""Entry point of every command; a refusal to start is one sentence, never a traceback."""

import os
import sys

from django.core.management import execute_from_command_line

from cufportal.environment import EnvironmentRefused


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cufportal.settings")
    try:
        execute_from_command_line(sys.argv)
    except EnvironmentRefused as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
