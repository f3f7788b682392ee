from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cufportal.demo.accounts import sign_in_lines
from cufportal.demo.loading import load_demo


class Command(BaseCommand):
    help = "Charge la démonstration : le groupe-pays Chine de 2017, des partenariats sourcés, un compte par rôle."

    def handle(self, **options):
        if settings.PRODUCTION:
            raise CommandError("La démonstration ouvre des comptes au mot de passe connu : jamais en production.")
        try:
            load_demo()
        except LookupError as error:
            raise CommandError(
                f"Le territoire {error} manque : lancez d’abord manage.py load_territories et load_themes."
            ) from error
        self.stdout.write(sign_in_lines())
