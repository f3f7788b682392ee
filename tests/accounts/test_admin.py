import pytest
from django.contrib.auth.models import Group

from accounts.enums import Role
from accounts.models import User
from tests.admin_forms import page, said, send
from tests.factories import PersonFactory, UserFactory

ADD, LIST = page(User, "add"), page(User, "changelist")
NEW = {"email": "nouvelle@example.org", "password1": "une phrase assez longue", "password2": "une phrase assez longue"}


def roles(*names):
    return [Group.objects.get(name=name).pk for name in names]


def test_an_administrator_opens_an_account_with_its_role(as_role):
    person, client = PersonFactory(), as_role("administrator")

    send(client, ADD, {**NEW, "person": person.pk, "groups": roles(Role.OFFICER), "is_staff": "on"})

    user = User.objects.get(email="nouvelle@example.org")
    assert (user.person, user.roles, user.is_staff, user.is_superuser) == (person, {Role.OFFICER}, True, False)
    assert user.check_password("une phrase assez longue")


def test_the_roles_are_offered_under_their_french_names(as_role):
    response = as_role("administrator").get(ADD)

    choices = response.context["adminform"].form.fields["groups"].choices
    assert [label for _, label in choices] == [
        "partenaire institutionnel",
        "secrétariat",
        "chargé de mission",
        "administrateur",
    ]


def test_two_accounts_never_share_an_address_whatever_the_case(as_role):
    UserFactory(email="nouvelle@example.org")

    response = send(as_role("administrator"), ADD, {**NEW, "email": "Nouvelle@Example.org"})

    assert said(response) == ["Un compte existe déjà pour cette adresse."]


@pytest.mark.parametrize(
    ("names", "ticked", "sentence"),
    [
        ([Role.OFFICER], {}, "Ce rôle est de l’équipe de CUF : cochez cette case, ou retirez le rôle."),
        ([], {"is_staff": "on"}, "Choisissez un rôle de l’équipe : sans lui, l’administration reste fermée."),
        (
            [Role.PARTNER],
            {"is_staff": "on"},
            "Choisissez un rôle de l’équipe : sans lui, l’administration reste fermée.",
        ),
    ],
)
def test_a_role_of_the_team_and_the_team_go_together(as_role, names, ticked, sentence):
    response = send(as_role("administrator"), ADD, {**NEW, "groups": roles(*names), **ticked})

    assert said(response) == [sentence]


def test_a_role_is_given_and_taken_back_on_the_page_of_the_account(as_role):
    user, client = UserFactory(), as_role("administrator")
    url = page(User, "change", user.pk)

    send(client, url, {"groups": roles(Role.PARTNER)})
    given = User.objects.get(pk=user.pk).roles
    send(client, url, {"groups": []})

    assert (given, User.objects.get(pk=user.pk).roles) == ({Role.PARTNER}, set())


def test_the_password_is_never_shown_and_changes_on_its_own_page(as_role):
    user, client = UserFactory(), as_role("administrator")
    shown = client.get(page(User, "change", user.pk))
    phrase = {"password1": "encore une phrase longue", "password2": "encore une phrase longue"}

    client.post(f"{LIST}{user.pk}/password/", {**phrase, "usable_password": "true"})

    user.refresh_from_db()
    assert user.password not in shown.text
    assert user.check_password("encore une phrase longue")


@pytest.mark.parametrize("role", ["secretariat", "officer"])
def test_accounts_are_kept_by_the_administrators_alone(as_role, role):
    client, user = as_role(role), UserFactory()

    statuses = [client.get(url).status_code for url in (LIST, ADD, page(User, "change", user.pk))]

    assert statuses == [403, 403, 403]


def test_an_administrator_need_not_be_a_superuser(as_role):
    client = as_role("administrator")
    client.user.is_superuser = False
    client.user.save()

    assert client.get(LIST).status_code == 200


def test_an_account_is_found_by_the_name_of_its_person(as_role):
    wanted = UserFactory(person=PersonFactory(first_name="Zoé", last_name="Lefèvre"))

    response = as_role("administrator").get(LIST, {"q": "zoe lefevre"})

    assert list(response.context["cl"].queryset) == [wanted]
