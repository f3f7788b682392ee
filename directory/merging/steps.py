"""What a merge does, step by step, as it is planned: plain objects, which name rows that were read and change none."""

from dataclasses import dataclass, field

from django.db import models

from directory.merging.relations import Relation


@dataclass
class Moved:
    """Rows that pointed to the record `out_of` and will point to `into`; `values` are what each takes on besides."""

    relation: Relation
    out_of: int
    into: int
    rows: list[models.Model] = field(default_factory=list)
    values: dict[int, dict] = field(default_factory=dict)


@dataclass
class Changed:
    """A row that stays and of which `values` (column → value) are written; `was` is what they were."""

    row: models.Model
    values: dict
    why: str
    was: dict = field(default_factory=dict)


@dataclass
class Folded:
    """A row that goes, because the one it is folded into says the same; `relation` is None for the record itself."""

    row: models.Model
    into: models.Model
    relation: Relation | None = None


@dataclass
class Added:
    row: models.Model


# Why a row that stays is changed
FILLED, AUDIENCE, PERIOD, UNLINKED, ABOVE = "filled", "audience", "period", "unlinked", "above"
