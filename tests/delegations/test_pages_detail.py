from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from core.services import raise_flag
from delegations.enums import Detail
from delegations.models import StateChange
from tests.delegations.factories import (
    ApproachFactory,
    CommitmentFactory,
    DelegationDocumentFactory,
    DelegationFactory,
    OpinionFactory,
    StopFactory,
)
from tests.factories import OrganisationFactory, PartnershipFactory, TerritoryFactory, ThemeFactory

pytestmark = pytest.mark.django_db

EXISTENCE = {"juin 2027", "14 personnes", "1 collectivité sollicitée"}
SUMMARY = {"Bureau de Wuhan", "Objet de la visite", "vice-gouverneur", "Trifouillis", "Acceptée", "eau claire"}
FULL = {"Mme Zhao", "Avis favorable", "Visite du musée", "Sous réserve", "Bilan utile", "Planter un arbre"}
STAFF = {"M. Contact", "Refusée pour voir", "sur place", "Deux dates", "contact de la mairie"}


def url_of(delegation):
    return reverse("delegations:delegation_detail", args=[delegation.pk])


def told(delegation):
    """Say everything that a delegation can hold, so that there is something to leak."""
    delegation.themes.add(ThemeFactory(name="eau claire"))
    given = {"given_on": date(2026, 11, 10), "text": "Avis favorable"}
    OpinionFactory(delegation=delegation, kind="favourable", **given)
    hours = {"starts_at": datetime(2027, 6, 7, 8, tzinfo=UTC), "ends_at": datetime(2027, 6, 7, 9, tzinfo=UTC)}
    StopFactory(delegation=delegation, title="Visite du musée", contact="sur place", **hours)
    CommitmentFactory(outcome__delegation=delegation, outcome__summary="Bilan utile", text="Planter un arbre")
    approach = ApproachFactory(
        delegation=delegation,
        organisation__territory__name="Trifouillis",
        answer="accepted",
        answered_at=datetime(2026, 11, 10, tzinfo=UTC),
        conditions="Sous réserve",
        contact="contact de la mairie",
    )
    StateChange.objects.create(delegation=delegation, to_state="received", reason="Refusée pour voir")
    raise_flag(record=delegation, code="doubt", message="Deux dates", raised_by="test")
    return approach


@pytest.fixture
def delegation(group):
    return DelegationFactory(
        group=group,
        shared=True,
        dated=True,
        sender_name="Bureau de Wuhan",
        purpose="Objet de la visite",
        head_name="Mme Zhao",
        head_function="vice-gouverneur",
        contact_name="M. Contact",
        size=14,
    )


@pytest.mark.parametrize(
    ("role", "detail", "read"),
    [
        ("member", Detail.EXISTENCE, EXISTENCE),
        ("member", Detail.SUMMARY, SUMMARY),
        ("member", Detail.FULL, SUMMARY | FULL),
        ("secretariat", Detail.EXISTENCE, SUMMARY | FULL | STAFF),
        ("officer", Detail.EXISTENCE, SUMMARY | FULL | STAFF),
    ],
)
def test_the_record_tells_each_reader_what_they_may_read(as_role, delegation, role, detail, read):
    told(delegation)
    type(delegation).objects.filter(pk=delegation.pk).update(detail=detail)

    page = as_role(role).get(url_of(delegation)).text

    assert {word for word in SUMMARY | FULL | STAFF if word in page} == read - EXISTENCE
    assert {word for word in read if word not in page} == set()


def test_an_authority_that_is_asked_reads_all_but_what_stays_with_cuf(as_role, delegation):
    approach = told(delegation)
    type(delegation).objects.filter(pk=delegation.pk).update(detail=Detail.EXISTENCE, audience="internal")

    page = as_role("referent", organisation=approach.organisation).get(url_of(delegation)).text

    assert {word for word in SUMMARY | FULL | STAFF if word in page} == SUMMARY | FULL


def test_what_one_does_not_see_does_not_exist(as_role):
    assert as_role("member").get(url_of(DelegationFactory())).status_code == 404


def test_a_doubtful_request_exists_for_staff_alone(as_role, group):
    doubtful = DelegationFactory(suspect=True, audience="public", group=group)

    assert as_role("member").get(url_of(doubtful)).status_code == 404
    assert "Trop de demandes à la fois" in as_role("secretariat").get(url_of(doubtful)).text


def test_the_steps_walked_say_their_day_and_those_to_come_do_not(as_role, group):
    delegation = DelegationFactory(shared=True, group=group, detail=Detail.FULL)
    day = datetime(2026, 11, 2, 9, tzinfo=UTC)
    StateChange.objects.create(delegation=delegation, to_state="received", at=day)

    path = as_role("member").get(url_of(delegation)).context["path"]

    assert [(step.state, step.reached_at, step.is_present) for step in path[:3]] == [
        ("received", day, False),
        ("screened", None, True),
        ("qualified", None, False),
    ]


def test_a_delegation_that_was_left_ends_its_path_there(as_role):
    delegation = DelegationFactory(state="refused")

    path = as_role("officer").get(url_of(delegation)).context["path"]

    assert [(step.state, step.is_present) for step in path] == [("received", False), ("refused", True)]


def test_the_programme_is_told_day_by_day_at_the_hours_of_its_place(as_role):
    stop = StopFactory(
        delegation__first_day=date(2027, 6, 7),
        delegation__last_day=date(2027, 6, 8),
        time_zone="Asia/Shanghai",
        starts_at=datetime(2027, 6, 7, 17, tzinfo=UTC),
        ends_at=datetime(2027, 6, 7, 18, tzinfo=UTC),
    )

    response = as_role("officer").get(url_of(stop.delegation))

    assert response.context["days"] == [(date(2027, 6, 8), [stop])]
    assert ["01h00" in response.text, "heure de Pékin" in response.text] == [True, True]


def test_a_city_that_hosts_a_stop_in_itself_is_named_once(as_role):
    stop = StopFactory(host=OrganisationFactory(name="Chengdu"), place=TerritoryFactory(chinese=True, name="Chengdu"))

    assert as_role("officer").get(url_of(stop.delegation)).text.count("<span>Chengdu</span>") == 1


def test_a_late_answer_is_marked(as_role):
    approach = ApproachFactory(deadline=date(2026, 11, 10))

    assert "en retard : attendue le 10 novembre 2026" in as_role("officer").get(url_of(approach.delegation)).text


def test_the_partnership_is_shown_to_those_who_see_it(as_role, group):
    partnership = PartnershipFactory(group=group, audience="internal")
    delegation = DelegationFactory(shared=True, group=group, partnership=partnership)

    assert as_role("member").get(url_of(delegation)).context["partnership"] is None
    assert as_role("officer").get(url_of(delegation)).context["partnership"] == partnership


def test_the_partnership_which_names_the_sender_is_told_with_the_summary(client, group):
    partnership = PartnershipFactory(group=group, audience="public")
    delegation = DelegationFactory(
        state="screened", audience="public", detail="summary", group=group, partnership=partnership
    )

    response = client.get(url_of(delegation))

    assert (response.status_code, response.context["partnership"]) == (200, None)


@pytest.fixture
def document(settings, tmp_path, group):
    settings.MEDIA_ROOT = tmp_path
    delegation = DelegationFactory(shared=True, group=group, detail=Detail.FULL)
    document = DelegationDocumentFactory(delegation=delegation, audience="group", file="")
    document.file.save("lettre.pdf", ContentFile(b"%PDF-1.7 invented"))
    return document


def document_url(document):
    return reverse("delegations:delegation_document", args=[document.delegation_id, document.pk])


def test_a_document_is_given_to_those_it_is_for(as_role, document):
    response = as_role("member").get(document_url(document))

    assert b"".join(response.streaming_content) == b"%PDF-1.7 invented"
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "private, no-store")


@pytest.mark.parametrize("hidden", [{"audience": "internal"}, {"delegation__detail": "summary"}])
def test_a_document_that_is_not_for_the_reader_does_not_exist(as_role, document, hidden):
    for name, value in hidden.items():
        owner = document.delegation if name.startswith("delegation__") else document
        type(owner).objects.filter(pk=owner.pk).update(**{name.removeprefix("delegation__"): value})

    assert as_role("member").get(document_url(document)).status_code == 404


def test_a_document_of_another_delegation_is_not_found(as_role, document):
    url = reverse("delegations:delegation_document", args=[DelegationFactory().pk, document.pk])

    assert as_role("officer").get(url).status_code == 404


def test_a_document_that_is_lost_is_not_found(as_role, document):
    document.file.storage.delete(document.file.name)

    assert as_role("officer").get(document_url(document)).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_record_runs_a_fixed_number_of_queries(as_role, count, django_assert_max_num_queries):
    delegation = DelegationFactory(state="approaching")
    for _ in range(count):
        ApproachFactory(delegation=delegation)
        OpinionFactory(delegation=delegation, organisation=OrganisationFactory())
    client = as_role("officer")
    client.get(url_of(delegation))

    # Those of the history among them: one for each sort of row that changed last, and one for each sort of name
    with django_assert_max_num_queries(28):
        response = client.get(url_of(delegation))

    assert len(response.context["approaches"]) == count
