from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management.base import BaseCommand, CommandError

from core.history import told
from directory.enums import CodeSystem, TerritoryKind
from directory.services import add_commune, add_territory


class Command(BaseCommand):
    help = "Ajoute une commune par son code INSEE (--insee), ou un territoire de n’importe quel pays (--country)."

    def add_arguments(self, parser):
        parser.add_argument("name", help="Nom du territoire en français.")
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--insee", help="Code INSEE d’une commune, par exemple 37261 ou 2A004.")
        where.add_argument("--country", help="Pays, code ISO à deux lettres, par exemple VN.")
        parser.add_argument("--siren", default="", help="SIREN de la commune.")
        parser.add_argument("--kind", choices=TerritoryKind.values, default=TerritoryKind.CITY)
        parser.add_argument("--system", choices=CodeSystem.values, default="", help="Nomenclature du code.")
        parser.add_argument("--code", default="", help="Code du territoire dans cette nomenclature.")

    @told(command="add_territory")
    def handle(self, *, name, insee, country, siren, kind, system, code, **options):
        try:
            if insee:
                territory = add_commune(insee=insee, name=name, siren=siren)
            else:
                territory = add_territory(country=country, name=name, kind=kind, system=system, code=code)
        except ValidationError as error:
            raise CommandError("\n".join(refusals(error))) from error
        self.stdout.write(f"Territoire ajouté : {territory} (n° {territory.pk}).")


def refusals(error):
    """Each message after the argument that it is about."""
    for field, messages in error.message_dict.items():
        argument = "" if field == NON_FIELD_ERRORS else "nom : " if field == "name" else f"--{field} : "
        yield f"{argument}{' '.join(messages)}"
