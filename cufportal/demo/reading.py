import csv
import tomllib
from pathlib import Path

from directory.models import Organisation
from directory.services import ensure_authority, territory_by_code

DATA = Path(__file__).parent / "data"


def read_toml(name):
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def read_rows(name):
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def authority(system, code):
    """The authority of the territory that holds a code; LookupError says that the territories are not loaded."""
    territory = territory_by_code(system, code)
    if territory is None:
        raise LookupError(f"{system} {code}")
    return ensure_authority(territory=territory)


def organisation_in(row):
    """The organisation a row names: by the code of its territory, else by its name; None when it names none."""
    if row.get("code"):
        return authority(row["system"], row["code"])
    return Organisation.objects.get(name=row["organisation"]) if row.get("organisation") else None
