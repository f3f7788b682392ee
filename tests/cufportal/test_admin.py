import re

import pytest
from django.conf import settings
from django.contrib import admin
from django.urls import reverse

from tests.cufportal.test_look import tokens

INDEX = reverse("admin:index")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("visitor", 302),
        ("member", 302),
        ("referent", 302),
        ("partner", 302),
        ("secretariat", 200),
        ("officer", 200),
        ("administrator", 200),
    ],
)
def test_the_administration_opens_to_the_team_only(as_role, role, status):
    assert as_role(role).get(INDEX).status_code == status


def test_a_visitor_signs_in_on_the_page_of_the_portal_and_comes_back(as_role):
    wanted = reverse("admin:partnerships_partnership_changelist")

    response = as_role("visitor").get(reverse("admin:login"), {"next": wanted})

    assert response.url == f"{reverse('account_login')}?next={wanted}"


def test_signing_in_never_leads_to_another_site(as_role):
    response = as_role("visitor").get(reverse("admin:login"), {"next": "https://ailleurs.example.org/"})

    assert response.url == f"{reverse('account_login')}?next={INDEX}"


def test_a_member_is_told_that_the_administration_is_not_theirs(as_role):
    assert as_role("member").get(INDEX, follow=True).status_code == 403


def test_a_member_ticked_as_staff_by_mistake_stays_outside(as_role):
    client = as_role("member")
    client.user.is_staff = True
    client.user.save()

    assert client.get(INDEX, follow=True).status_code == 403


def test_the_parts_follow_the_work_and_each_role_finds_its_own(as_role):
    parts = {
        role: [part["app_label"] for part in as_role(role).get(INDEX).context["app_list"]]
        for role in ("secretariat", "officer", "administrator")
    }

    business = ["core", "partnerships", "meetings", "events", "delegations", "directory", "accounts"]
    assert parts == dict.fromkeys(("secretariat", "officer", "administrator"), business)


def test_accounts_are_listed_to_administrators_only(as_role):
    lists = {
        role: [model["object_name"] for model in as_role(role).get(INDEX).context["app_list"][-1]["models"]]
        for role in ("officer", "administrator")
    }

    assert lists == {"officer": ["Invitation", "Erasure"], "administrator": ["User", "Invitation", "Erasure"]}


def test_only_the_records_of_the_portal_are_kept_there():
    apps = {model._meta.app_label for model in admin.site._registry}

    assert apps == {"core", "partnerships", "meetings", "events", "delegations", "directory", "accounts"}


def test_the_administration_has_the_colours_of_the_portal():
    css = (settings.BASE_DIR / "static" / "css" / "admin.css").read_text(encoding="utf-8")
    light, dark = tokens("light"), tokens("dark")

    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", css)

    assert found == [(name, light[name], dark[name]) for name, _, _ in found]
    assert len(found) == css.count("light-dark(#")
