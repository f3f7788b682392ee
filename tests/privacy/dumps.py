"""The whole database as PostgreSQL's own programs write it."""

import os
import shutil
import subprocess

from django.db import connection

from cufportal.embedded.wheel import ServerRefused, programs


def program(name):
    try:
        return str(programs() / name)
    except ServerRefused:
        return shutil.which(name)


def server_arguments(settings=None):
    settings = settings or connection.settings_dict
    options = {"--host": settings["HOST"], "--port": str(settings["PORT"] or ""), "--username": settings["USER"]}
    return [f"{option}={value}" for option, value in options.items() if value]


def run(name, *arguments):
    settings = connection.settings_dict
    command = [program(name), *server_arguments(), *arguments]
    env = os.environ | ({"PGPASSWORD": settings["PASSWORD"]} if settings["PASSWORD"] else {})
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def plain_dump():
    return run("pg_dump", "--data-only", "--no-owner", connection.settings_dict["NAME"])


def back_up(path):
    run("pg_dump", "--format=custom", f"--file={path}", connection.settings_dict["NAME"])


def restore(path):
    """As docs/operating.md says, into the database in use."""
    connection.close()
    run("pg_restore", "--clean", "--if-exists", f"--dbname={connection.settings_dict['NAME']}", str(path))
