"""The page of a record in the administration ends with its last changes, as the portal tells them."""

import pytest
from lxml import html

from core.models import Letter, ReviewFlag
from core.services import decide_flag, raise_flag
from partnerships.models import Partnership
from tests.admin_forms import page, send
from tests.factories import PartnershipFactory

pytestmark = pytest.mark.django_db


def last_changes(client, row):
    found = html.document_fromstring(client.get(page(type(row), "change", row.pk)).text)
    return [" ".join(one.text_content().split()) for one in found.xpath("//*[@class='last-changes']//ol/li")]


def test_the_page_of_a_record_says_who_changed_what(as_role):
    pair, client = PartnershipFactory(title="Avant"), as_role("officer")
    send(client, page(Partnership, "change", pair.pk), {"title": "Après"})

    last, first = last_changes(client, pair)

    assert str(client.user) in last
    assert "avant : Avant" in last
    assert "après : Après" in last
    assert "Ajout" in first


def test_a_reason_is_told_with_the_change_and_stays_text(as_role):
    client = as_role("officer")
    flag = raise_flag(record=PartnershipFactory(), code="x", message="Deux noms", raised_by="essai")
    decide_flag(flag=flag, state="dismissed", reason="<b>gras</b>", by=client.user)

    assert "Raison : <b>gras</b>" in last_changes(client, flag)[0]
    assert "<b>gras" not in client.get(page(ReviewFlag, "change", flag.pk)).text


def test_what_has_no_history_has_no_block(as_role):
    letter = Letter.objects.create(to="a@example.org", subject="Rappel", body="…", language="fr")

    assert last_changes(as_role("officer"), letter) == []
