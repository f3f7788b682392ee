from django.conf import settings
from django.core.management.base import BaseCommand

from cufportal import serving
from directory.models import Territory, Theme


class Command(BaseCommand):
    help = "Prépare ce qui manque (base, fichiers statiques, données de référence, démonstration) et sert le portail."
    requires_system_checks = ()  # `make check` runs them; a start takes seconds

    def handle(self, **options):
        host, port = settings.ADDRESS
        serving.check_address(host, port)
        serving.migrate_if_needed(self.say)
        serving.collect_static_if_needed(self.say)
        self.load_what_is_missing()
        serving.Portal(f"{host}:{port}", lambda: self.welcome(host, port)).run()

    def load_what_is_missing(self):
        if not Territory.objects.exists():
            self.say("Chargement des territoires…")
            serving.run_if_known("load_territories", stdout=self.stdout)
        if not Theme.objects.exists():
            serving.run_if_known("load_themes", stdout=self.stdout)
        if settings.MODE == "demo":
            # Does nothing but print the accounts when the demonstration is already there
            serving.run_if_known("load_demo", stdout=self.stdout)

    def welcome(self, host, port):
        self.say(f"\nLe portail est ouvert : http://{host}:{port}/ (Ctrl-C pour l’arrêter)\n")

    def say(self, sentence):
        self.stdout.write(sentence)
        self.stdout.flush()
