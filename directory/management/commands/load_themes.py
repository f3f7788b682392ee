from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.history import told
from directory.loading.loader import DATA
from directory.loading.rows import MalformedFile
from directory.loading.themes import load_themes


class Command(BaseCommand):
    help = "Ajoute les thèmes qui manquent ; ne touche jamais à ceux qui existent."

    def add_arguments(self, parser):
        parser.add_argument("--file", type=Path, default=DATA / "themes.csv", help="Fichier des thèmes.")

    @told(command="load_themes")
    def handle(self, *, file, verbosity, **options):
        try:
            added = load_themes(file)
        except MalformedFile as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(f"Thèmes – ajoutés : {len(added)} ; ceux qui existaient restent tels quels.")
        if verbosity > 1:
            self.stdout.writelines(f"ajouté : {theme}\n" for theme in added)
