import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from core.files import reason
from directory.models import CountryGroup
from meetings.minutes.importing import apply_import, read_proposals, store_import
from meetings.minutes.reading import UnreadableDocument, read_document


class Command(BaseCommand):
    help = "Lit un compte rendu (texte, PDF ou DOCX) et montre ce qu’il propose ; n’écrit rien sans --apply."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="Le document à lire.")
        parser.add_argument("--group", required=True, help="Identifiant du groupe-pays, par exemple chine.")
        parser.add_argument(
            "--json", action="store_true", help="Écrit la liste des propositions en JSON (docs/import.md)."
        )
        parser.add_argument(
            "--apply", choices=["certain", "all"], help="Enregistre les propositions certaines, ou toutes."
        )

    def handle(self, *, file, **options):
        group = self.group_named(options["group"])
        document = self.document_in(file)
        proposals = read_proposals(document, group=group)
        if options["json"]:
            rows = [proposal.as_json() for proposal in proposals]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(summary_line(proposal) for proposal in proposals) or "Rien n’a été reconnu.")
        if options["apply"]:
            report = self.apply(document, group, file.name, options["apply"])
            (self.stderr if options["json"] else self.stdout).write(str(report))

    def apply(self, document, group, name, which):
        try:
            minutes_import = store_import(document=document, group=group, name=name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        return apply_import(minutes_import=minutes_import, which=which)

    def group_named(self, slug):
        group = CountryGroup.objects.filter(slug=slug).first()
        if group is None:
            known = ", ".join(CountryGroup.objects.values_list("slug", flat=True)) or "aucun pour l’instant"
            raise CommandError(f"Le groupe-pays « {slug} » n’existe pas. Groupes connus : {known}.")
        return group

    def document_in(self, file):
        try:
            return read_document(file.read_bytes(), file.name)
        except OSError as error:
            raise CommandError(f"Impossible de lire {file} : {reason(error)}.") from error
        except UnreadableDocument as error:
            raise CommandError(f"{file} : {error}") from error


def summary_line(proposal):
    doubts = "".join(f"\n    doute : {doubt.message}" for doubt in proposal.doubts)
    return f"p. {proposal.page}, l. {proposal.line}  {proposal.kind:<12} {proposal.confidence:.2f}  {proposal.excerpt[:80]}{doubts}"
