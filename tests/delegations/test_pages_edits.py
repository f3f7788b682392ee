import uuid
from datetime import date

import pytest
from django.urls import reverse

from core.models import Letter
from delegations.models import Approach, Delegation
from tests.delegations.factories import DelegationFactory
from tests.factories import CountryGroupFactory, GroupMembershipFactory, OrganisationFactory, ThemeFactory

pytestmark = pytest.mark.django_db

ADD = reverse("delegations:delegation_add")
DISMISS = reverse("delegations:delegations_dismiss")


def edit_url(delegation):
    return reverse("delegations:delegation_edit", args=[delegation.pk])


def facts(group, **changes):
    return {
        "group": group.pk,
        "direction": "incoming",
        "sender_name": "Ville de Wuhan",
        "level": "local",
        "dates_flexible": "unknown",
        "payer": "unknown",
        "language": "fr",
        "received_on": "2026-11-20",
        "received_by_way": "embassy",
        "sending_key": uuid.uuid4(),
        **changes,
    }


def errors_of(response):
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def sent_back(form):
    """The fields of a form as they stand on its page."""
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}


# --- noting one


def test_staff_note_what_came_another_way(as_role, group):
    theme = ThemeFactory()
    client = as_role("secretariat")
    data = facts(group, wished="mai 2027", languages=["zh", "en"], themes=[theme.pk], dates_flexible="true")

    response = client.post(ADD, data)

    delegation = Delegation.objects.get()
    assert response.url == delegation.get_absolute_url()
    assert (delegation.received_by_way, delegation.received_by, delegation.state) == (
        "embassy",
        client.user,
        "received",
    )
    assert (delegation.languages, delegation.dates_flexible, list(delegation.themes.all())) == (
        ["zh", "en"],
        True,
        [theme],
    )


def test_the_same_form_sent_twice_notes_one_delegation(as_role, group):
    client, data = as_role("officer"), facts(group)

    first, second = client.post(ADD, data), client.post(ADD, data)

    assert Delegation.objects.count() == 1
    assert first.url == second.url


def test_a_referent_tells_of_a_visit_for_which_their_authority_is_asked(as_role, group):
    mine = OrganisationFactory()
    client = as_role("referent", organisation=mine)

    client.post(ADD, facts(group, organisation=mine.pk))

    approach = Approach.objects.get()
    assert (approach.organisation, approach.origin) == (mine, "direct")
    assert approach.delegation.received_by_way == "member"
    assert client.get(approach.delegation.get_absolute_url()).status_code == 200


def test_a_referent_speaks_for_no_other_authority_and_in_no_other_group(as_role):
    other = GroupMembershipFactory(group=CountryGroupFactory(slug="ailleurs"))
    client = as_role("referent")

    response = client.post(ADD, facts(other.group, organisation=other.organisation.pk))

    assert list(errors_of(response)) == ["group", "organisation"]
    assert Delegation.objects.count() == 0


def test_what_is_wrong_is_said_beside_it_and_nothing_is_noted(as_role, group):
    data = facts(group, size="0", wished="un jour", purpose="Passeport E12345678")

    response = as_role("officer").post(ADD, data)

    assert sorted(errors_of(response)) == ["purpose", "size", "wished"]
    assert Delegation.objects.count() == 0


@pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("member", 403), ("partner", 403), ("referent", 200)])
def test_who_keeps_no_records_notes_no_delegation(as_role, role, status):
    client = as_role(role)

    refused = 422 if status == 200 else status  # the form, empty
    assert (client.get(ADD).status_code, client.post(ADD).status_code) == (status, refused)


# --- editing one


def test_an_officer_edits_the_facts_and_the_rest_stays(as_role, group):
    delegation = DelegationFactory(group=group, shared=True, contact_name="Mme Wang", languages=["fr"])
    client = as_role("officer")
    data = sent_back(client.get(edit_url(delegation)).context["form"])

    client.post(edit_url(delegation), data | {"sender_name": "Ville de Nankin", "dates_flexible": "unknown"})

    delegation.refresh_from_db()
    assert (delegation.sender_name, delegation.contact_name, delegation.languages, delegation.state) == (
        "Ville de Nankin",
        "Mme Wang",
        ["fr"],
        "screened",
    )


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(as_role):
    delegation = DelegationFactory(shared=True)
    client = as_role("officer")
    data = sent_back(client.get(edit_url(delegation)).context["form"])
    delegation.title = "Autre titre"
    delegation.save()

    response = client.post(edit_url(delegation), data)

    sentence = "Quelqu’un a modifié cette fiche depuis que vous l’avez ouverte : rouvrez-la et recommencez."
    delegation.refresh_from_db()
    assert errors_of(response) == {"__all__": [sentence]}
    assert delegation.title == "Autre titre"


@pytest.mark.parametrize(
    ("role", "status"), [("visitor", 302), ("member", 403), ("referent", 403), ("secretariat", 403)]
)
def test_only_officers_edit_a_request(as_role, group, role, status):
    delegation = DelegationFactory(group=group, shared=True)
    client = as_role(role)

    assert client.post(edit_url(delegation), {"title": "Autre"}).status_code == status


# --- setting doubtful requests aside


def test_the_doubtful_requests_that_are_ticked_are_refused_and_nobody_is_written_to(as_role):
    spam = DelegationFactory.create_batch(3, suspect=True, contact_email="robot@example.org")
    kept = DelegationFactory(suspect=True)
    client = as_role("secretariat")

    response = client.post(DISMISS, {"delegation": [one.pk for one in spam]}, follow=True)

    states = dict(Delegation.objects.values_list("pk", "state"))
    assert states == {one.pk: "refused" for one in spam} | {kept.pk: "received"}
    assert [str(message) for message in response.context["messages"]] == ["3 demandes sont écartées."]
    assert Letter.objects.count() == 0


def test_what_is_not_doubtful_is_not_set_aside_so(as_role):
    plain = DelegationFactory()

    as_role("officer").post(DISMISS, {"delegation": [plain.pk, "x", "9" * 30]})

    plain.refresh_from_db()
    assert plain.state == "received"


@pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("member", 403), ("referent", 403), ("partner", 403)])
def test_only_staff_set_requests_aside(as_role, role, status):
    doubtful = DelegationFactory(suspect=True, received_on=date(2026, 1, 1))

    assert as_role(role).post(DISMISS, {"delegation": [doubtful.pk]}).status_code == status
    doubtful.refresh_from_db()
    assert doubtful.state == "received"


def test_the_page_of_doubtful_requests_lets_one_tick_them(as_role):
    doubtful = DelegationFactory(suspect=True)

    page = as_role("officer").get(reverse("delegations:delegation_list"), {"suspect": "oui"}).text

    assert f'name="delegation" value="{doubtful.pk}"' in " ".join(page.split())
