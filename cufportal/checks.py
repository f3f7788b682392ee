from django.core import checks
from django.db import connections

OLDEST = 150_000  # PostgreSQL 15, as the server writes it


def check_server(app_configs, databases=None, **kwargs):
    """The server is recent enough and knows letters beyond ASCII: under LC_CTYPE C, Chinese names cannot be searched."""
    return [error for alias in databases or [] for error in problems(connections[alias])]


def problems(connection):
    if connection.vendor != "postgresql":
        return
    if connection.pg_version < OLDEST:
        yield checks.Error(
            f"Le serveur est un PostgreSQL {connection.pg_version // 10_000} ; il en faut un 15 ou plus récent.",
            hint="Indiquez-en un autre dans DATABASE_URL.",
            id="cufportal.E001",
        )
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_encoding_to_char(encoding), datctype from pg_database where datname = current_database()"
        )
        encoding, ctype = cursor.fetchone()
    if encoding != "UTF8" or "utf" not in ctype.lower():
        name = connection.settings_dict["NAME"]
        yield checks.Error(
            f"La base « {name} » est en {encoding}, LC_CTYPE {ctype} ; il faut UTF8 et une locale UTF-8.",
            hint=f'Recréez-la : create database "{name}" encoding UTF8 locale "C.UTF-8" template template0;',
            id="cufportal.E002",
        )
