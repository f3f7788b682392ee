from argparse import ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.enums import Audience
from core.files import reason, write_whole
from meetings.minutes.exporting import ExportFormat, export_minutes
from meetings.models import Meeting


def number(text):
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise ArgumentTypeError(f"« {text} » n’est pas un numéro de réunion.")
    return int(text)


class Command(BaseCommand):
    help = "Écrit le compte rendu d’une réunion dans un fichier, pour les lecteurs indiqués."

    def add_arguments(self, parser):
        parser.add_argument("meeting", type=number, help="Numéro de la réunion (celui de son adresse, /reunions/12/).")
        parser.add_argument("--format", choices=ExportFormat.values, default=ExportFormat.PDF)
        parser.add_argument("--audience", choices=Audience.values, default=Audience.GROUP)
        parser.add_argument("--output", type=Path, required=True, help="Fichier à écrire.")

    def handle(self, *, meeting, output, **options):
        try:
            content = export_minutes(
                Meeting.objects.get(pk=meeting), format=options["format"], audience=options["audience"]
            )
            write_whole(output, content)
        except Meeting.DoesNotExist as error:
            raise CommandError(f"La réunion numéro {meeting} n’existe pas.") from error
        except OSError as error:
            raise CommandError(f"Impossible d’écrire {output} : {reason(error)}.") from error
        self.stdout.write(f"{output} : {len(content)} octets.")
