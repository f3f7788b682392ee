"""Staff look at the portal as a role sees it: they read what it reads, never more, and change nothing."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from accounts.enums import Role, SeenRole
from accounts.models import User
from accounts.perms import roles_seen_by
from accounts.seeing import KEY, Seeing
from core.enums import Audience
from partnerships.models import Partnership
from tests.events.rows import seat_at
from tests.factories import (
    AgendaEntryFactory,
    CountryGroupFactory,
    GroupMembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    SessionFactory,
)
from tests.readers import SEES

pytestmark = pytest.mark.django_db

SEEING, LEAVE = "/compte/voir-comme/", "/compte/voir-comme/quitter/"
STAFF = ["secretariat", "officer", "administrator"]


@pytest.fixture
def member_organisation(group):
    return GroupMembershipFactory(group=group).organisation


@pytest.fixture
def seeing_as(as_role, member_organisation):
    """Return a function that gives the client of somebody of the team who looks as a role."""

    def start(role, by="officer", **sent):
        client = as_role(by)
        if role in {"member", "referent"}:
            sent.setdefault("organisation", member_organisation.pk)
        client.post(SEEING, {"role": role, **sent})
        return client

    return start


def one_of_each(group):
    return {audience: PartnershipFactory(group=group, audience=audience) for audience in Audience}


@pytest.mark.parametrize("role", SeenRole)
def test_each_role_is_shown_what_it_sees_in_lists_and_records(seeing_as, group, role):
    records = one_of_each(group)
    client = seeing_as(role)

    listed = client.get(reverse("partnerships:partnership_list")).context["partnerships"]
    opened = {one for one, record in records.items() if client.get(record.get_absolute_url()).status_code == 200}

    assert {record.audience for record in listed} == SEES[role]
    assert opened == SEES[role]


def test_a_member_of_an_organisation_is_shown_its_groups_and_no_other(seeing_as, group):
    elsewhere = GroupMembershipFactory(group=CountryGroupFactory(slug="ailleurs")).organisation
    PartnershipFactory(group=group, audience=Audience.GROUP)
    client = seeing_as("member", organisation=elsewhere.pk)

    assert list(client.get(reverse("partnerships:partnership_list")).context["partnerships"]) == []


def test_an_organisation_of_two_groups_may_be_looked_at_in_one(seeing_as, group, member_organisation):
    other = CountryGroupFactory(slug="ailleurs")
    GroupMembershipFactory(group=other, organisation=member_organisation)
    pairs = [PartnershipFactory(group=each, audience=Audience.GROUP) for each in (group, other)]

    both = seeing_as("member").get(reverse("partnerships:partnership_list")).context["partnerships"]
    one = seeing_as("member", group=other.pk).get(reverse("partnerships:partnership_list")).context["partnerships"]

    assert (set(both), set(one)) == (set(pairs), {pairs[1]})


def test_a_referent_is_shown_the_acts_on_the_records_of_the_organisation_alone(seeing_as, group, member_organisation):
    own = PartnershipFactory(group=group, audience=Audience.PUBLIC, french_side=member_organisation)
    other = PartnershipFactory(group=group, audience=Audience.PUBLIC)
    client = seeing_as("referent")

    answers = [client.get(reverse("partnerships:partnership_edit", args=[one.pk])).status_code for one in (own, other)]

    assert answers == [200, 403]


@pytest.mark.parametrize("role", SeenRole)
def test_every_page_says_as_whom_one_looks_and_how_to_leave(seeing_as, group, role):
    hidden = PartnershipFactory(group=group, audience=Audience.INTERNAL)
    client = seeing_as(role, by="administrator")

    pages = [client.get(path).text for path in ("/", hidden.get_absolute_url(), "/nulle-part/", "/admin/")]

    assert [(page.count('class="seeing"'), page.count(f'action="{LEAVE}"')) for page in pages] == [(1, 1)] * 4


def test_nobody_else_is_told_anything_of_it(as_role):
    assert 'class="seeing"' not in as_role("officer").get("/").text
    assert SEEING not in as_role("member").get("/").text


@pytest.mark.parametrize("role", SeenRole)
def test_nothing_is_sent_as_somebody_else(seeing_as, group, member_organisation, role):
    entry = AgendaEntryFactory(group=group, audience=Audience.PUBLIC, accepted=True)
    pair = PartnershipFactory(group=group, audience=Audience.PUBLIC, french_side=member_organisation)
    client = seeing_as(role)
    sent = [
        client.post(reverse("cufportal:entry_cancel", args=[entry.pk]), {"reason": "Parce que"}),
        client.post(reverse("partnerships:partnership_confirm", args=[pair.pk]), {"how": "phone"}),
        client.post(reverse("cufportal:feed_renew")),
        client.post(reverse("account_login"), {"login": client.user.email, "password": "mot de passe de test"}),
        client.post("/admin/partnerships/partnership/add/"),
    ]

    entry.refresh_from_db()
    assert [answer.status_code for answer in sent] == [403] * len(sent)
    assert {answer.templates[0].name for answer in sent} == {"accounts/seeing_refused.html"}
    assert (entry.state, Partnership.objects.get().confirmed_on) == ("accepted", None)
    assert not client.user.feed_links.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_no_other_method_goes_round_the_refusal(seeing_as, group, method):
    entry = AgendaEntryFactory(group=group, audience=Audience.PUBLIC, accepted=True)
    client = seeing_as("officer")

    answer = getattr(client, method)(reverse("cufportal:entry_cancel", args=[entry.pk]))

    assert answer.status_code == 405


@pytest.mark.parametrize("role", SeenRole)
@pytest.mark.parametrize("path", ["/admin/", "/admin/accounts/user/", "/admin/login/"])
def test_the_administration_is_closed_meanwhile(seeing_as, role, path):
    answer = seeing_as(role, by="administrator").get(path)

    assert (answer.status_code, "L’administration est fermée" in answer.text) == (403, True)


@pytest.mark.parametrize(
    "path", ["/compte/", "/compte/email/", "/compte/2fa/", "/compte/sessions/", "/compte/donnees/"]
)
def test_the_page_of_a_person_is_nobody_s(seeing_as, path):
    client = seeing_as("member")

    answer = client.get(path)

    assert (answer.status_code, client.user.email in answer.text) == (403, False)


def test_seats_and_links_of_who_looks_are_not_shown(seeing_as, as_role, group):
    client = seeing_as("member")
    client.post(LEAVE)
    client.post(reverse("cufportal:feed_renew"))
    seat = seat_at(SessionFactory(event__group=group, event__audience=Audience.PUBLIC))
    seat.registration.registered_by = client.user
    seat.registration.save()
    client.post(SEEING, {"role": "partner"})

    registrations, feeds = client.get(reverse("events:registration_list")), client.get(reverse("cufportal:feeds"))

    assert list(registrations.context["registrations"]) == []
    assert (feeds.context["link"], "/agenda/personnel/" in feeds.text) == (None, False)


def test_one_leaves_to_the_same_page_and_never_to_another_site(seeing_as):
    client = seeing_as("visitor")

    there = client.post(LEAVE, {"next": "/carte/"})["Location"]
    elsewhere = client.post(LEAVE, {"next": "https://evil.example.org/"})["Location"]

    assert (there, elsewhere, KEY in client.session) == ("/carte/", "/", False)
    assert client.get("/admin/").status_code == 200


def test_one_does_not_leave_to_what_answers_forms_alone(seeing_as):
    client = seeing_as("member")

    pages = [client.get("/agenda/abonnement/").text, client.post(reverse("cufportal:feed_renew")).text]

    inside = [page.partition('class="seeing"')[2].partition("</section>")[0] for page in pages]
    assert ['name="next"' in words for words in inside] == [True, False]


def test_it_ends_with_the_session(seeing_as):
    client = seeing_as("member")

    client.post(reverse("account_logout"))
    client.force_login(client.user)

    assert 'class="seeing"' not in client.get("/").text


def test_one_reads_in_another_language_meanwhile(seeing_as):
    client = seeing_as("member")

    answer = client.post(reverse("set_language"), {"language": "en", "next": "/"})

    assert (answer.status_code, 'lang="en"' in client.get("/").text) == (302, True)


@pytest.mark.parametrize("role", ["visitor", "member", "referent", "partner"])
def test_the_team_alone_looks_as_others(as_role, role):
    client = as_role(role)

    answers = [client.get(SEEING).status_code, client.post(SEEING, {"role": "visitor"}).status_code]

    assert answers == ([302, 302] if role == "visitor" else [403, 403])
    assert KEY not in client.session


def test_it_is_never_started_by_a_link(as_role):
    client = as_role("officer")

    client.get(SEEING, {"role": "visitor"})

    assert KEY not in client.session


@pytest.mark.parametrize("by", STAFF)
def test_nobody_sees_more_than_they_do_themselves(make_user, by):
    offered = set(roles_seen_by(make_user(by)))

    assert offered == set(SeenRole) - ({SeenRole.OFFICER} if by == "secretariat" else set())


def test_a_secretary_who_sends_another_role_gets_none(seeing_as):
    clients = [seeing_as(role, by="secretariat") for role in ("officer", "administrator")]

    assert [KEY in client.session for client in clients] == [False, False]


def test_who_leaves_the_team_meanwhile_sees_with_their_own_eyes(seeing_as, group):
    hidden = PartnershipFactory(group=group, audience=Audience.INTERNAL)
    client = seeing_as("secretariat")
    before = client.get(hidden.get_absolute_url()).status_code

    client.user.groups.clear()
    answer = client.get(hidden.get_absolute_url())

    assert (before, answer.status_code, 'class="seeing"' in answer.text) == (200, 404, False)


def test_an_organisation_is_asked_for_where_what_is_seen_depends_on_it(as_role, member_organisation):
    client, other = as_role("officer"), CountryGroupFactory(slug="ailleurs")
    sent = [
        {"role": "member"},
        {"role": "referent", "organisation": 0},
        {"role": "member", "organisation": member_organisation.pk, "group": other.pk},
    ]

    answers = [client.post(SEEING, one) for one in sent]

    assert [answer.status_code for answer in answers] == [422] * 3
    assert [set(answer.context["form"].errors) for answer in answers] == [{"organisation"}, {"organisation"}, {"group"}]
    assert KEY not in client.session


def test_the_page_of_a_member_offers_to_look_as_its_referent_to_the_team_alone(as_role, member_organisation):
    pages = {role: as_role(role).get(member_organisation.get_absolute_url()).text for role in ("member", "secretariat")}

    assert [f'action="{SEEING}"' in pages[role] for role in ("member", "secretariat")] == [False, True]


@pytest.mark.parametrize("role", SeenRole)
def test_the_reader_answers_as_an_account_of_that_role_would(make_user, group, role):
    organisation = OrganisationFactory()
    real = make_user(role, organisation=organisation) or AnonymousUser()
    seen = Seeing(role, make_user("administrator"), organisation if role in {"member", "referent"} else None).reader

    assert rights(seen) == rights(real)
    assert seen.pk in {None, 0}


def rights(user):
    if not user.is_authenticated:
        return None
    asked = ("roles", "sees_all", "edits_records", "in_network", "group_ids", "organisation_ids", "edited_ids")
    rows = [user.current_affiliations, user.organisations_edited]
    told = [getattr(user, name) for name in asked]
    return told + [list(row.values_list("organisation", flat=True)) for row in rows] + [list(user.groups_reached)]


def test_who_looks_is_asked_for_the_second_factor_that_they_owe_not_the_role(seeing_as, settings):
    client = seeing_as("partner")
    settings.SECOND_FACTOR_REQUIRED = True

    answers = [client.get("/")["Location"], client.post(LEAVE)["Location"], client.get("/")["Location"]]

    assert answers == [reverse("mfa_index"), "/", reverse("mfa_index")]
    assert Role.PARTNER not in User.objects.get(pk=client.user.pk).roles


def test_nothing_is_kept_in_the_name_of_a_role(seeing_as):
    client = seeing_as("member")

    client.get("/")
    client.post(LEAVE)

    assert not User.objects.filter(pk=0).exists()
