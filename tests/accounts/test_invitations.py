"""Who invites whom, with what; and what becomes of the links."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from accounts.links import invitation_token
from accounts.models import Invitation
from accounts.services import invite, resend_invitation, revoke_invitation
from core.models import Letter
from tests.factories import InvitationFactory, OrganisationFactory, UserFactory
from tests.readers import STAFF

pytestmark = pytest.mark.django_db

LIST, ADD = reverse("accounts:invitation_list"), reverse("accounts:invitation_add")
PERSON = {"email": "nadia@example.org", "last_name": "Benali", "kind": "technical", "language": "fr"}


def page_of(invitation):
    return reverse("accounts:invitation_accept", args=[invitation_token(invitation)])


def act(client, name, invitation):
    return client.post(reverse(f"accounts:invitation_{name}", args=[invitation.pk]))


def offered(**fields):
    """An invitation that nobody has sent yet."""
    return InvitationFactory.build(organisation=OrganisationFactory(), invited_by=None, **fields)


@pytest.mark.parametrize("role", STAFF)
def test_the_team_invites_for_any_organisation(as_role, role):
    town, client = OrganisationFactory(), as_role(role)

    answer = client.post(ADD, {**PERSON, "organisation": town.name})

    made = Invitation.objects.get()
    assert (answer.status_code, made.organisation, made.email) == (302, town, "nadia@example.org")
    assert (made.invited_by, made.may_edit, made.role, made.is_pending) == (client.user, False, "", True)
    assert timedelta(days=13, hours=23) < made.expires_at - timezone.now() <= timedelta(days=14)


def test_a_referent_invites_colleagues_of_the_organisation_they_keep(as_role):
    town = OrganisationFactory()

    as_role("referent", organisation=town).post(ADD, {**PERSON, "organisation": town.pk})

    assert [made.organisation for made in Invitation.objects.all()] == [town]


def test_no_hidden_field_widens_what_a_referent_gives(as_role):
    client, own, other = as_role("referent"), None, OrganisationFactory()
    own = client.user.edited_ids[0]
    widened = {"may_edit": "on", "role": "administrator", "is_staff": "on", "is_superuser": "on", "invited_by": 1}

    elsewhere = client.post(ADD, {**PERSON, "organisation": other.pk})
    nowhere = client.post(ADD, {**PERSON, "organisation": "", "role": "administrator"})
    of_the_team = client.post(ADD, {**PERSON, "organisation": own, "kind": "staff"})
    client.post(ADD, {**PERSON, "organisation": own, **widened})

    made = Invitation.objects.get()
    assert [answer.status_code for answer in (elsewhere, nowhere, of_the_team)] == [422, 422, 422]
    assert (made.organisation_id, made.may_edit, made.role, made.invited_by) == (own, False, "", client.user)


@pytest.mark.parametrize(
    ("role", "referents", "roles"),
    [("secretariat", False, False), ("officer", True, False), ("administrator", True, True)],
)
def test_nobody_gives_a_right_that_they_do_not_hold(as_role, role, referents, roles):
    client, town = as_role(role), OrganisationFactory()

    client.post(ADD, {**PERSON, "organisation": town.name, "may_edit": "on", "role": "partner"})

    made = Invitation.objects.get()
    assert (made.may_edit, made.role) == (referents, "partner" if roles else "")


@pytest.mark.parametrize(
    ("role", "fields"),
    [
        ("officer", {"role": "partner"}),
        ("officer", {"role": "administrator"}),
        ("secretariat", {"may_edit": True}),
        ("referent", {}),
        ("member", {}),
        ("partner", {}),
    ],
)
def test_the_service_holds_to_it_whatever_a_page_lets_through(make_user, role, fields):
    with pytest.raises(PermissionDenied):
        invite(invitation=offered(**fields), by=make_user(role))

    assert (Invitation.objects.count(), Letter.objects.count()) == (0, 0)


def test_an_administrator_invites_to_the_team_without_an_organisation(as_role):
    as_role("administrator").post(ADD, {**PERSON, "organisation": "", "role": "officer"})

    made = Invitation.objects.get()
    assert (made.organisation, made.role) == (None, "officer")


def test_the_letter_goes_to_the_invited_person_in_their_language_with_the_only_link(make_user, settings):
    invitation = invite(invitation=offered(language="zh-hans", last_name="王<b>敏</b>"), by=make_user("officer"))

    letter = Letter.objects.get()
    assert (letter.to, letter.language, letter.is_private) == (invitation.email, "zh-hans", True)
    assert letter.body.count(settings.SITE_URL) == 1
    assert page_of(invitation) in letter.body


@pytest.mark.parametrize("role", ["officer", "administrator"])
def test_nobody_of_the_team_reads_the_link_of_somebody_else(as_role, role):
    client = as_role(role)
    invitation = invite(invitation=offered(), by=client.user)

    shown = client.get(reverse("admin:core_letter_change", args=[Letter.objects.get().pk]))

    assert (shown.status_code, invitation.email in shown.text) == (200, True)
    assert invitation_token(invitation) not in shown.text
    assert invitation_token(invitation) not in client.get(LIST).text


def test_one_address_waits_once_for_an_organisation_and_may_wait_for_another(make_user):
    officer = make_user("officer")
    first = invite(invitation=offered(email="nadia@example.org"), by=officer)

    with pytest.raises(ValidationError, match="attend déjà"):
        invite(invitation=again(first), by=officer)
    invite(invitation=offered(email="nadia@example.org"), by=officer)

    assert Invitation.objects.count() == 2


def again(invitation):
    return Invitation(email="NADIA@example.org", last_name="Benali", organisation=invitation.organisation)


def test_inviting_says_the_same_of_an_address_that_has_an_account(as_role):
    UserFactory(email="connue@example.org")
    client = as_role("referent")
    town = client.user.edited_ids[0]

    answers = [
        client.post(ADD, {**PERSON, "organisation": town, "email": email}, follow=True)
        for email in ("connue@example.org", "inconnue@example.org")
    ]

    said = [
        [str(message).replace(email, "") for message in answer.context["messages"]]
        for answer, email in zip(answers, ("connue@example.org", "inconnue@example.org"), strict=True)
    ]
    assert said[0] == said[1]
    assert len(said[0]) == 1
    assert Letter.objects.count() == 2


def test_sending_again_gives_a_new_link_and_the_old_one_dies(client, make_user):
    officer = make_user("officer")
    invitation = invite(invitation=offered(), by=officer)
    old = page_of(invitation)

    invitation = resend_invitation(invitation=invitation, by=officer)

    assert [client.get(path).status_code for path in (old, page_of(invitation))] == [410, 200]
    assert [page_of(invitation) in letter.body for letter in Letter.objects.order_by("pk")] == [False, True]


def test_an_expired_invitation_is_sent_again(client, make_user):
    officer = make_user("officer")
    invitation = InvitationFactory(expires_at=timezone.now() - timedelta(seconds=1))
    gone = client.get(page_of(invitation)).status_code

    invitation = resend_invitation(invitation=invitation, by=officer)

    assert (gone, client.get(page_of(invitation)).status_code) == (410, 200)


def test_what_is_taken_back_or_accepted_is_neither_sent_nor_taken_back_again(client, make_user):
    officer, invitation = make_user("officer"), InvitationFactory()
    revoke_invitation(invitation=invitation, by=officer)
    accepted = InvitationFactory(accepted_at=timezone.now(), accepted_by=UserFactory())

    assert client.get(page_of(invitation)).status_code == 410
    for ended in (invitation, accepted):
        for service in (resend_invitation, revoke_invitation):
            with pytest.raises(ValidationError):
                service(invitation=ended, by=officer)


@pytest.mark.parametrize("name", ["resend", "revoke"])
def test_a_referent_keeps_the_invitations_of_their_own_organisation_alone(as_role, name):
    client = as_role("referent")
    own, other = InvitationFactory(organisation_id=client.user.edited_ids[0]), InvitationFactory()
    given_by_cuf = InvitationFactory(organisation=own.organisation, may_edit=True)

    answers = [act(client, name, invitation).status_code for invitation in (own, other, given_by_cuf)]

    assert answers == [302, 404, 403]
    assert Letter.objects.count() == (1 if name == "resend" else 0)
    assert list(Invitation.objects.filter(revoked_at__isnull=False)) == ([own] if name == "revoke" else [])


def test_an_officer_does_not_keep_what_only_an_administrator_gives(as_role):
    invitation = InvitationFactory(organisation=None, role="administrator")

    assert [act(as_role("officer"), name, invitation).status_code for name in ("resend", "revoke")] == [403, 403]


def test_the_list_shows_each_what_they_may_keep_with_its_state(as_role):
    referent = as_role("referent")
    own = InvitationFactory(organisation_id=referent.user.edited_ids[0])
    other = InvitationFactory(expires_at=timezone.now())

    shown = [
        [one.pk for one in client.get(LIST).context["invitations"]] for client in (referent, as_role("secretariat"))
    ]
    late = as_role("officer").get(LIST, {"etat": "late"}).context["invitations"]

    assert shown == [[own.pk], [other.pk, own.pk]]
    assert [(one.pk, one.state.label) for one in late] == [(other.pk, "expirée")]


@pytest.mark.parametrize("role", ["member", "partner"])
def test_who_invites_nobody_has_no_list(as_role, role):
    client = as_role(role)

    assert [client.get(path).status_code for path in (LIST, ADD)] == [403, 403]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_asks_the_database_as_often_for_one_as_for_many(as_role, django_assert_max_num_queries, count):
    InvitationFactory.create_batch(count)
    client = as_role("secretariat")

    with django_assert_max_num_queries(7):
        shown = client.get(LIST)

    assert len(shown.context["invitations"]) == min(count, 50)


def test_nobody_floods_an_address(as_role):
    invitation, client = InvitationFactory(), as_role("officer")

    for _ in range(5):
        act(client, "resend", invitation)

    assert Letter.objects.count() == 3
