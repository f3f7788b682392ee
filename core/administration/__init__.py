"""What every page of the administration shares; each app registers its own records in its `admin`."""

from core.administration.cells import NamedCells
from core.administration.records import TRACKING, PartInline, RecordAdmin, StackedPartInline
from core.administration.writing import fuzzy_column

__all__ = ["TRACKING", "NamedCells", "PartInline", "RecordAdmin", "StackedPartInline", "fuzzy_column"]
