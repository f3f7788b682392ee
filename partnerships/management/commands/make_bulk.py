from django.core.management.base import BaseCommand, CommandError

from partnerships.bulk import BulkRefused, make_bulk


class Command(BaseCommand):
    help = "Écrit N partenariats inventés, pour mesurer le portail ; refuse une base où il y en a de vrais."

    def add_arguments(self, parser):
        parser.add_argument("count", type=int, metavar="N", help="Combien en écrire.")
        parser.add_argument("--among-real-records", action="store_true", help="Les écrit même parmi de vrais.")

    def handle(self, *, count, among_real_records, **options):
        try:
            total = make_bulk(count, among_real_records=among_real_records)
        except BulkRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{count} partenariats écrits, {total} en tout.")
