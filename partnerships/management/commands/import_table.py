import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from core.files import reason
from core.history import told
from directory.models import CountryGroup
from partnerships.enums import RowOutcome
from partnerships.imports.applying import apply_table
from partnerships.imports.checking import check_table
from partnerships.imports.columns import FIELDS
from partnerships.imports.reading import read_table
from partnerships.imports.sentences import sentence
from partnerships.imports.storing import choose_columns, store_table
from partnerships.imports.tables import UnreadableTable
from partnerships.imports.undoing import undo_table
from partnerships.models import TableImport

SHOWN = 100  # lines that are refused, asked or doubted; the page shows them all


class Command(BaseCommand):
    help = "Essaie l’import d’un tableau de partenariats (CSV ou XLSX) ; n’enregistre rien sans --apply."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, nargs="?", help="Le tableau à lire.")
        parser.add_argument("--group", help="Identifiant du groupe-pays, par exemple chine.")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="CHAMP=TITRE",
            help=f"Dit quelle colonne contient un champ ; sinon les titres sont devinés. Champs : {', '.join(FIELDS)}.",
        )
        parser.add_argument("--apply", action="store_true", help="Enregistre les lignes qui peuvent l’être.")
        parser.add_argument("--undo", type=int, metavar="NUMÉRO", help="Annule l’import de ce numéro.")

    def handle(self, *, file, group, column, apply, undo, **options):
        try:
            with told(command="import_table"):
                if undo is not None:
                    return self.undo(undo)
                if file is None or group is None:
                    raise CommandError("Donnez un tableau et --group, ou --undo et le numéro d’un import.")
                return self.try_out(file, self.group_named(group), column, apply)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error

    def try_out(self, file, group, column, apply):
        try:
            table_import = store_table(table=read_table(file.read_bytes()), group=group, name=file.name)
        except OSError as error:
            raise CommandError(f"Impossible de lire {file} : {reason(error)}.") from error
        except UnreadableTable as error:
            raise CommandError(f"{file} : {error}") from error
        mapping = table_import.mapping | dict(self.placed(said, table_import) for said in column)
        table_import = choose_columns(table_import=table_import, mapping=mapping, keep=False, by=None)
        table_import = check_table(table_import, self.progress)
        if apply:
            table_import = apply_table(table_import=table_import)
        self.report(table_import)

    def placed(self, said, table_import):
        field, _equals, heading = said.partition("=")
        if field not in FIELDS or heading not in table_import.columns:
            known = ", ".join(table_import.columns)
            raise CommandError(f"« {said} » : écrivez CHAMP=TITRE. Titres de ce tableau : {known}.")
        return field, table_import.columns.index(heading)

    def progress(self, done, total):
        if sys.stderr.isatty():
            self.stderr.write(f"\r{done} lignes lues sur {total}", ending="" if done < total else "\n")

    def report(self, table_import):
        counts = table_import.counts()
        done = "Enregistré" if table_import.applied_at else "Essai, rien n’est enregistré"
        said = ", ".join(f"{label} {counts[value]}" for value, label in RowOutcome.choices)
        self.stdout.write(f"Import n° {table_import.pk}. {done} : {said} ; avec un doute {counts['doubted']}.")
        told_of = table_import.rows.exclude(problems=[], doubts=[]).order_by("line")
        for row in told_of[:SHOWN]:
            for word, each in [("", one) for one in row.problems] + [("doute, ", one) for one in row.doubts]:
                self.stdout.write(f"ligne {row.line}, {word}{sentence(each, table_import)}")

    def undo(self, number):
        table_import = TableImport.objects.filter(pk=number).first()
        if table_import is None:
            raise CommandError(f"L’import n° {number} n’existe pas.")
        table_import = undo_table(table_import=table_import)
        left = table_import.rows.exclude(left="").order_by("line")
        self.stdout.write(f"Import n° {number} annulé ; lignes laissées : {left.count()}.")
        for row in left[:SHOWN]:
            self.stdout.write(f"ligne {row.line} : {row.get_left_display()}")

    def group_named(self, slug):
        group = CountryGroup.objects.filter(slug=slug).first()
        if group is None:
            known = ", ".join(CountryGroup.objects.values_list("slug", flat=True)) or "aucun pour l’instant"
            raise CommandError(f"Le groupe-pays « {slug} » n’existe pas. Groupes connus : {known}.")
        return group
