from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from accounts.models import User
from cufportal import serving
from cufportal.demo.accounts import sign_in_lines
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
            call_command("load_territories", stdout=self.stdout)
        if not Theme.objects.exists():
            call_command("load_themes", stdout=self.stdout)
        if settings.MODE == "demo" and not User.objects.exists():
            self.say("Chargement de la démonstration…")
            call_command("load_demo", stdout=StringIO())

    def welcome(self, host, port):
        if settings.MODE == "demo":
            self.say(sign_in_lines())
        self.say(f"\nLe portail est ouvert : http://{host}:{port}/ (Ctrl-C pour l’arrêter)\n")

    def say(self, sentence):
        self.stdout.write(sentence)
        self.stdout.flush()
