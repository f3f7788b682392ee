"""What matching reads of the records, told in one digest: while it stays the same, so does the trial."""

from core.history.tracking import history_models
from directory.models import Organisation, OrganisationName, Territory, TerritoryCode, TerritoryName
from partnerships.models import Partnership

READ = (
    Territory,
    TerritoryCode,
    TerritoryName,
    Organisation,
    OrganisationName,
    Partnership,
    Partnership.themes.through,
)


def digest_of_records(cursor):
    """Return 32 characters that any change of what matching reads would change, whoever makes it, and the day too.

    A row that is added counts in its table; one that is changed or removed leaves a version, which its trigger writes.
    Numbers are given before they are seen: how many there are says of those who write at the same time.
    """
    read = {model._meta.db_table for model in READ}
    tables = [(table, "id") for table in sorted(read)]
    tables += sorted(
        (model._meta.db_table, "pgh_id") for model in history_models() if model.pgh_tracked_model._meta.db_table in read
    )
    said = ", ".join(f"(select concat(count(*), '-', max({number})) from {table})" for table, number in tables)
    cursor.execute(f"select md5(concat_ws('/', current_date, {said}))")
    [digest] = cursor.fetchone()
    return digest
