import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories import PartnerWishFactory, RoundTableEntryFactory

pytestmark = pytest.mark.django_db


def test_only_an_entry_about_a_search_names_one():
    wish = PartnerWishFactory()
    entry = RoundTableEntryFactory(partnership=None, kind="authority", organisation=wish.organisation)
    entry.wish = wish

    with pytest.raises(ValidationError) as refusal:
        entry.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()

    assert refusal.value.messages == ["Seule une intervention de la sorte « recherche » nomme une recherche."]
