from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cufportal.privacy.ledger import path
from cufportal.privacy.replaying import replay_erasures


class Command(BaseCommand):
    help = (
        "Refait, après la restauration d’une sauvegarde, les effacements faits depuis ; sans danger s’il n’y en a pas."
    )

    def handle(self, **options):
        try:
            replayed = replay_erasures()
        except ValueError as error:
            raise CommandError(str(error)) from error
        for line in replayed:
            day = timezone.localtime(line.moment)
            self.stdout.write(f"{line.model._meta.verbose_name} n° {line.record}, effacement du {day:%d/%m/%Y}")
        self.stdout.write(f"{len(replayed)} effacements refaits d’après {path()}." if replayed else "Rien à refaire.")
