"""The state of the database as the loader needs it: a few dictionaries, read in three queries."""

from collections import defaultdict
from typing import NamedTuple

from directory.loading.objects import Code, Name
from directory.models import Territory, TerritoryCode, TerritoryName

COMPARED = (
    *("kind", "level", "name", "name_zh", "name_latin", "latitude", "longitude", "population", "dataset"),
    *("parent_id", "intercommunality_id", "successor_id"),
)


class KnownCode(NamedTuple):
    pk: int
    territory: int
    lower: object
    upper: object

    def holds_on(self, day):
        return (self.lower is None or self.lower <= day) and (self.upper is None or day < self.upper)


class KnownName(NamedTuple):
    pk: int
    dataset: str
    lower: object
    upper: object


class Known:
    def __init__(self):
        self.values, self.periods = {}, {}
        for pk, valid, *values in Territory.objects.values_list("pk", "valid", *COMPARED):
            self.values[pk] = dict(zip(COMPARED, values, strict=True))
            self.periods[pk] = (valid.lower, valid.upper)
        self.codes, self.codes_of = defaultdict(list), defaultdict(list)
        for pk, territory, system, code, valid in TerritoryCode.objects.values_list(
            "pk", "territory", "system", "code", "valid"
        ):
            row = KnownCode(pk, territory, valid.lower, valid.upper)
            self.codes[Code(system, code)].append(row)
            self.codes_of[territory].append((Code(system, code), row))
        self.names = defaultdict(dict)
        for pk, territory, dataset, text, language, kind, valid in TerritoryName.objects.values_list(
            "pk", "territory", "dataset", "text", "language", "kind", "valid"
        ):
            self.names[territory][Name(text, language, kind)] = KnownName(pk, dataset, valid.lower, valid.upper)

    def holder(self, code, day):
        return next((row.territory for row in self.codes[code] if row.holds_on(day)), None)

    def ceased(self, loaded):
        """The territory that the loader closed and that the file names again, if any."""
        for row in reversed(self.codes[loaded.key]):
            values = self.values[row.territory]
            if (values["dataset"], values["kind"], values["name"]) == (loaded.dataset, loaded.kind, loaded.name):
                return row.territory
        return None
