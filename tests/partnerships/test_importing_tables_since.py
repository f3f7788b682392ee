"""Between the trial and the recording of a spreadsheet: whatever changes of what the trial read makes it be done again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.services import ensure_authority
from partnerships.imports.applying import apply_table
from partnerships.imports.records_read import digest_of_records
from partnerships.models import Partnership
from tests.factories import (
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    TerritoryFactory,
    ThemeFactory,
)
from tests.partnerships.tables import csv_bytes, outcomes, place, places, tried

pytestmark = pytest.mark.django_db

# By SQL, as anybody might who holds the database.
CHANGES = {
    "a territory": "update directory_territory set valid = daterange(null, current_date - 1) where name = 'Amboise'",
    "a territory less": "delete from directory_territory where name = 'Amboise'",
    "a code": "update directory_territorycode set code = '37999' where code = '37261'",
    "a code less": "delete from directory_territorycode where code = '37261'",
    "a name": "update directory_territoryname set text = 'Loyang' where text = 'Luoyang'",
    "a name less": "delete from directory_territoryname where text = '洛阳'",
    "an authority": "update directory_organisation set name = 'Tours' where kind = 'authority'",
    "an authority’s name": "update directory_organisationname set text = 'Tours la belle'",
    "a name less of an authority": "delete from directory_organisationname",
    "a partnership": "update partnerships_partnership set status = 'dormant'",
    "a theme less": "delete from partnerships_partnership_themes",
}
ADDITIONS = {
    "a territory": lambda: place("Blois", code="41018"),
    "an organisation": OrganisationFactory,
    "a partnership": PartnershipFactory,
    "a theme of a partnership": lambda: Partnership.objects.first().themes.add(ThemeFactory()),
}


@pytest.fixture
def pair(group):
    here = places()
    TerritoryFactory(name="Amboise")
    pair = PartnershipFactory(
        group=group,
        french_side=ensure_authority(territory=here["tours"]),
        foreign_side=ensure_authority(territory=here["nankin"]),
    )
    pair.themes.add(ThemeFactory())
    pair.french_side.names.create(text="Tours en Touraine")
    return pair


def digest():
    with connection.cursor() as cursor:
        return digest_of_records(cursor)


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_a_change_of_what_matching_reads_is_seen(pair, statement):
    before = digest()

    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert cursor.rowcount

    assert digest() != before


@pytest.mark.parametrize("add", ADDITIONS.values(), ids=ADDITIONS)
def test_so_is_what_is_added(pair, add):
    before = digest()

    add()

    assert digest() != before


def test_what_matching_does_not_read_changes_nothing(pair):
    before = digest()

    PersonFactory()

    assert digest() == before


@pytest.mark.parametrize("changed", [False, True])
def test_the_trial_is_done_again_only_after_a_change(pair, group, changed):
    found = tried(csv_bytes([["37261", "", "", "Luoyang", "", "", ""]]), group)
    if changed:
        place("Blois", code="41018")

    with CaptureQueriesContext(connection) as made:
        apply_table(table_import=found)

    assert any("create temp table line_side" in query["sql"] for query in made) == changed
    assert (outcomes(found), Partnership.objects.count()) == (["added"], 2)
