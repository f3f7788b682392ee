import pytest
from django.core.management import CommandError, call_command

from partnerships.models import Agreement, Partnership
from tests.factories import PartnershipFactory, TerritoryFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_as_many_as_asked_are_written_and_more_later(capsys):
    TerritoryFactory.create_batch(12)
    TerritoryFactory.create_batch(12, chinese=True)
    ThemeFactory.create_batch(3)

    call_command("make_bulk", "30")
    call_command("make_bulk", "10")

    assert Partnership.objects.count() == 40
    assert Agreement.objects.exists()
    assert Partnership.objects.filter(themes__isnull=False).exists()
    assert capsys.readouterr().out.splitlines()[-1] == "10 partenariats écrits, 40 en tout."


def test_a_base_with_real_records_or_without_territories_is_left_alone():
    with pytest.raises(CommandError, match="load_territories"):
        call_command("make_bulk", "3")
    real = PartnershipFactory()

    with pytest.raises(CommandError, match="vrais partenariats"):
        call_command("make_bulk", "3")

    assert list(Partnership.objects.all()) == [real]
