from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.history import told
from directory.loading.loader import DATA, LoadRefused, load_territories
from directory.loading.rows import MalformedFile


def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"« {text} » n’est pas un jour ; écrivez AAAA-MM-JJ.") from None


class Command(BaseCommand):
    help = "Charge les territoires français et chinois ; relancée, ne change que ce qui diffère et ne supprime rien."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=DATA, help="Dossier des fichiers de référence.")
        parser.add_argument("--on", type=day, help="Jour des clôtures, AAAA-MM-JJ ; aujourd’hui sinon.")
        parser.add_argument("--accept-closures", action="store_true", help="Clôt même un grand nombre de territoires.")

    @told(command="load_territories")
    def handle(self, *, folder, on, accept_closures, verbosity, **options):
        try:
            report = load_territories(folder=folder, on=on, accept_closures=accept_closures)
        except (MalformedFile, LoadRefused) as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(report.summary())
        if verbosity > 1:
            self.stdout.writelines(f"{line}\n" for line in report.details())
