import pytest
from django.contrib.messages import get_messages

from core.enums import FlagState
from core.models import ReviewFlag
from core.services import decide_flag, raise_flag
from tests.admin_forms import page
from tests.factories import PartnershipFactory

LIST = page(ReviewFlag, "changelist")


@pytest.fixture
def flag(db):
    return raise_flag(
        record=PartnershipFactory(), code="near_spelling", message="Nanking ou Nankin ?", raised_by="essai"
    )


def decide(client, flag, action="resolve", **typed):
    return client.post(f"{LIST}?etat=tous", {"action": action, "_selected_action": [flag.pk], **typed})


def decision_of(flag):
    flag.refresh_from_db()
    return flag.state, flag.reason, flag.decided_by


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_queue_shows_what_is_left_to_decide(as_role, flag):
    client = as_role("officer")
    other = raise_flag(record=flag.record, code="near_spelling", message="Déjà vu", raised_by="essai")
    decide_flag(flag=other, state=FlagState.RESOLVED, reason="Vu", by=client.user)

    shown = [list(client.get(LIST, query).context["cl"].queryset) for query in ({}, {"etat": "tous"})]

    assert shown == [[flag], [other, flag]]


def test_a_doubt_links_to_its_record(as_role, flag):
    response = as_role("officer").get(LIST)

    assert f'<a href="{page(type(flag.record), "change", flag.object_id)}">{flag.record}</a>' in response.text


def test_a_doubt_whose_record_is_gone_still_shows(as_role, flag):
    flag.record.delete()
    ReviewFlag.objects.create(content_type=flag.content_type, object_id=1, code="x", message="Seul", raised_by="essai")

    assert "La fiche n’existe plus." in as_role("officer").get(LIST).text


@pytest.mark.parametrize("action", ["resolve", "dismiss"])
def test_deciding_asks_the_reason_first(as_role, flag, action):
    response = decide(as_role("officer"), flag, action)

    assert response.templates[0].name == "admin/confirm.html"
    assert decision_of(flag) == (FlagState.OPEN, "", None)


def test_a_decision_without_a_reason_is_asked_again(as_role, flag):
    response = decide(as_role("officer"), flag, confirmed="1", reason="  ")

    assert response.context["form"].errors == {"reason": ["Ce champ est obligatoire."]}
    assert decision_of(flag) == (FlagState.OPEN, "", None)


@pytest.mark.parametrize(("action", "state"), [("resolve", FlagState.RESOLVED), ("dismiss", FlagState.DISMISSED)])
def test_a_decision_keeps_its_reason_and_its_author(as_role, flag, action, state):
    client = as_role("officer")

    response = decide(client, flag, action, confirmed="1", reason="Vu avec la ville")

    assert decision_of(flag) == (state, "Vu avec la ville", client.user)
    assert messages_of(response) == ["1 doute tranché."]


def test_who_comes_second_is_told_that_it_is_decided(as_role, flag):
    decide(as_role("officer"), flag, confirmed="1", reason="Première")

    response = decide(as_role("administrator"), flag, "dismiss", confirmed="1", reason="Seconde")

    assert messages_of(response) == ["Nanking ou Nankin ? : Ce doute est déjà tranché."]
    assert flag.reason != "Seconde"


def test_a_doubt_decided_since_the_list_was_shown_is_not_asked_about(as_role, flag):
    decide(as_role("officer"), flag, confirmed="1", reason="Première")

    response = as_role("administrator").post(LIST, {"action": "resolve", "_selected_action": [flag.pk]})

    assert messages_of(response) == ["Ces fiches viennent de changer : la liste ne les montre plus."]


def test_the_secretariat_reads_the_queue_and_decides_nothing(as_role, flag):
    client = as_role("secretariat")

    decide(client, flag, confirmed="1", reason="Non")

    assert client.get(LIST).status_code == 200
    assert decision_of(flag) == (FlagState.OPEN, "", None)


def test_nobody_writes_or_deletes_a_doubt_by_hand(as_role, flag):
    client = as_role("administrator")

    statuses = [
        client.get(page(ReviewFlag, "add")).status_code,
        client.get(page(ReviewFlag, "delete", flag.pk)).status_code,
        client.post(page(ReviewFlag, "change", flag.pk), {"_save": "1"}).status_code,
    ]

    assert statuses == [403, 403, 403]
