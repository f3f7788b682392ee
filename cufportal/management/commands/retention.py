from django.core.management.base import BaseCommand

from core.retention import apply_rule, counts
from core.wording import labelled
from cufportal.retention import RULES, table_in_words


class Command(BaseCommand):
    help = "Applique les durées de conservation, une ligne par règle ; --dry-run compte sans rien changer, --table les écrit."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Compte ce qui est à son terme, sans y toucher.")
        parser.add_argument("--table", action="store_true", help="Écrit la table des durées, en Markdown.")

    def handle(self, *, dry_run, table, **options):
        if table:
            rows = [("quoi", "combien de temps", "ensuite", "pourquoi"), ("---",) * 4, *table_in_words()]
            self.stdout.write("\n".join(f"| {' | '.join(row)} |" for row in rows))
            return
        done = counts(RULES) if dry_run else [(rule, apply_rule(rule)) for rule in RULES]
        for rule, count in done:
            self.stdout.write(labelled(rule.what, count))
