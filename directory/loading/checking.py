"""What no single row can say: a code is given once, and the territories that a row names are in the files."""

from django.utils.translation import gettext as _

from directory.enums import CodeSystem, Dataset

KEY_COLUMNS = {CodeSystem.SIREN: "siren", CodeSystem.GB2260: "gb_code", CodeSystem.ISO3166_2: "iso_3166_2"}
PARENT_COLUMNS = {Dataset.FRANCE: "parent_code", Dataset.CHINA: "parent_gb"}


def check(territories):
    """Raise MalformedFile at the first code given twice, or parent that is missing or not of a higher level."""
    seen = {}
    for territory in territories:
        for code in territory.codes:
            if code in seen:
                raise territory.row.refuse(
                    KEY_COLUMNS.get(code.system, "insee_code"),
                    _("le code « %(code)s » est déjà à la ligne %(line)d de %(file)s.")
                    % {"code": code.code, "line": seen[code].row.line, "file": seen[code].row.file},
                )
            seen[code] = territory
    for territory in territories:
        check_relations(territory, seen)


def check_relations(territory, seen):
    relations = (
        (PARENT_COLUMNS.get(territory.dataset, ""), territory.parent),
        ("epci_siren", territory.intercommunality),
        ("successor_code", territory.successor),
    )
    for column, code in relations:
        if code is None:
            continue
        above = seen.get(code)
        if above is None:
            raise territory.row.refuse(
                column, _("aucun territoire des fichiers ne porte le code « %(code)s ».") % {"code": code.code}
            )
        if column != "successor_code" and above.level >= territory.level:
            raise territory.row.refuse(
                column, _("« %(name)s » n’est pas d’un niveau supérieur.") % {"name": above.name}
            )
