"""History: every change of a record, kept by the database (`tracking`), and what people read of it and do with it.

`records` says what the history of a record holds, `reading` finds its versions, `describing` puts them into words,
`restoring` puts one back, `auditing` reads the changes of all records. Models import this package: what reads stays out of it.
"""

from core.history.tracking import (
    ACTS,
    ADDED,
    CHANGED,
    REMOVED,
    explained,
    history_models,
    told,
    track_links,
    tracked,
)

__all__ = ["ACTS", "ADDED", "CHANGED", "REMOVED", "explained", "history_models", "told", "track_links", "tracked"]
