import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from core.models import Letter
from delegations.models import Approach, Delegation, HostingProfile, Stop
from tests.admin_forms import page, said, send
from tests.delegations.factories import ApproachFactory, DelegationFactory, HostingProfileFactory, StopFactory
from tests.factories import CountryGroupFactory, ThemeFactory

pytestmark = pytest.mark.django_db
LIST = page(Delegation, "changelist")


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def act(client, name, *records):
    return client.post(LIST, {"action": name, "_selected_action": [one.pk for one in records], "confirmed": "1"})


def test_what_came_by_mail_takes_a_number_and_its_first_step(as_role):
    client, group = as_role("officer"), CountryGroupFactory()
    typed = {"group": group.pk, "sender_name": "Ville de Wuhan", "received_by_way": "mail", "languages": ["fr", "zh"]}

    send(client, page(Delegation, "add"), {**typed, "contact_email": "wang@example.org", "wished": "juin 2027"})

    delegation = Delegation.objects.get()
    assert delegation.reference == f"D-{timezone.localdate().year}-001"
    assert (delegation.received_by, delegation.languages, str(delegation.wished)) == (
        client.user,
        ["fr", "zh"],
        "juin 2027",
    )
    assert [change.to_state for change in delegation.changes.all()] == ["received"]
    assert Letter.objects.count() == 1


def test_a_page_saved_as_it_is_changes_nothing(as_role):
    delegation = StopFactory(delegation__languages=["zh"]).delegation
    ApproachFactory(delegation=delegation)
    rows = [Delegation, Stop, Approach]
    before = [list(model.objects.values()) for model in rows]

    response = send(as_role("officer"), page(Delegation, "change", delegation.pk))

    after = [list(model.objects.values()) for model in rows]
    before[0][0]["updated_at"] = after[0][0]["updated_at"]  # the record itself is always written
    assert (response.status_code, after) == (302, before)


def test_the_next_step_is_an_action_that_says_what_is_missing(as_role):
    client = as_role("officer")
    ready, unready = (DelegationFactory(shared=True) for _ in range(2))
    ready.themes.add(ThemeFactory())

    response = act(client, "to_qualified", ready, unready)

    assert sorted(Delegation.objects.values_list("state", flat=True)) == ["qualified", "screened"]
    assert messages_of(response) == [
        f"{unready} : Une délégation qualifiée a au moins un thème : choisissez-le d’abord.",
        "1 délégation a changé d’état.",
    ]


def test_a_passport_number_comes_back_with_the_reason(as_role):
    delegation = DelegationFactory()

    response = send(as_role("officer"), page(Delegation, "change", delegation.pk), {"purpose": "Passeport E12345678"})

    assert [sentence[:83] for sentence in said(response)] == [
        "Ce texte contient ce qui ressemble à un numéro de passeport chinois (« E1••••••• »)"
    ]


def test_a_stop_outside_the_visit_comes_back_with_the_reason(as_role):
    stop = StopFactory()
    typed = {"stops-0-starts_at_0": "01/06/2027", "stops-0-ends_at_0": "01/06/2027"}

    response = send(as_role("officer"), page(Delegation, "change", stop.delegation_id), typed)

    assert said(response) == ["Cette étape tombe hors des jours de la visite."]


def test_answers_are_not_written_past_the_flow(as_role):
    approach = ApproachFactory()

    send(as_role("officer"), page(Approach, "change", approach.pk), {"answer": "accepted", "contact": "Mme Roy"})

    approach.refresh_from_db()
    assert (approach.answer, approach.contact) == ("pending", "Mme Roy")


def test_the_languages_of_a_host_are_ticked(as_role):
    profile = HostingProfileFactory(languages=["fr"])

    send(as_role("officer"), page(HostingProfile, "change", profile.pk), {"languages": ["fr", "en"]})

    profile.refresh_from_db()
    assert profile.languages == ["fr", "en"]
