"""The address and the telephone of a person are read by the audience that the person chose, on every page and in every export."""

import re
from pathlib import Path

import pytest

from core.enums import Audience
from directory.contacts import with_contacts
from directory.models import Affiliation, Person
from tests.factories import AffiliationFactory, GroupMembershipFactory, OrganisationFactory, PersonFactory
from tests.readers import SEES, sign_in

pytestmark = pytest.mark.django_db
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Where a template names a contact: shown through `with_contacts`, one's own, or on a page that is for CUF alone.
SHOWN = {
    # To whoever keeps the people of the organisation, or holds the link of the letter
    "accounts/_invitations.html": {"invitation.email"},
    "accounts/account_close.html": {"account.email"},
    "accounts/invitation_accept.html": {"invitation.email"},
    "accounts/account.html": {"user.email"},
    "cufportal/privacy/_preview.html": {"preview.account.email", "email"},
    "cufportal/privacy/erasure_list.html": {"person.email"},
    "delegations/_internal.html": {"delegation.contact_email", "delegation.contact_phone"},
    "delegations/requests/_asked.html": {"delegation.contact_email"},
    "directory/_functions.html": {"function.shown_email", "function.shown_phone"},
}


@pytest.fixture
def organisation(group):
    organisation = OrganisationFactory()
    GroupMembershipFactory(group=group, organisation=organisation)
    return organisation


def people(organisation):
    """One elected person for each audience of their address and, in the other order, of their telephone."""
    audiences = list(Audience)
    for rank, audience in enumerate(audiences):
        contacts = {"email": f"{audience}@example.org", "phone": f"01 00 00 00 0{rank}"}
        chosen = {"email_audience": audience, "phone_audience": audiences[-1 - rank]}
        AffiliationFactory(person=PersonFactory(**contacts, **chosen), organisation=organisation, kind="elected")
    return {f"01 00 00 00 0{rank}": audience for rank, audience in enumerate(reversed(audiences))}


@pytest.mark.parametrize("reader", SEES)
def test_a_page_shows_each_contact_to_its_audience_alone(make_user, organisation, reader):
    phones = people(organisation)

    text = sign_in(reader, make_user).get(f"/annuaire/{organisation.pk}/").text

    assert {audience for audience in Audience if f"{audience}@example.org" in text} == SEES[reader]
    assert {audience for phone, audience in phones.items() if phone in text} == SEES[reader]


@pytest.mark.parametrize("role", ["member", "partner", "officer"])
def test_people_and_functions_answer_alike(make_user, organisation, role):
    people(organisation)
    user = make_user(role)

    rows = with_contacts(Person.objects.all(), user).exclude(shown_email="")
    functions = with_contacts(Affiliation.objects.all(), user, person="person__").exclude(shown_email="")

    emails = {email for (email,) in rows.values_list("shown_email")}
    assert emails == {email for (email,) in functions.values_list("shown_email")}
    assert emails == {f"{audience}@example.org" for audience in SEES[role]}


def test_one_always_reads_ones_own(make_user, organisation):
    user = make_user("member")
    Person.objects.filter(pk=user.person_id).update(email="mien@example.org")

    assert with_contacts(Person.objects.all(), user).get(pk=user.person_id).shown_email == "mien@example.org"


def test_a_member_who_left_their_organisation_shares_no_group(make_user, organisation):
    people(organisation)
    user = make_user("member")
    Affiliation.objects.filter(organisation=organisation).update(until="[2020-01-01,2020-01-02)")

    shown = set(with_contacts(Person.objects.all(), user).values_list("shown_email", flat=True))

    assert shown == {"", "network@example.org", "public@example.org"}


def test_no_template_shows_a_contact_that_nobody_thought_of():
    found = {}
    for path in TEMPLATES.rglob("*.html"):
        name = str(path.relative_to(TEMPLATES))
        if not name.startswith(("account/", "admin/", "allauth/", "mfa/")):
            text = re.sub(
                r"{% (?:blocktranslate|translate) .*?%}|{#.*?#}",
                keep_variables,
                path.read_text(encoding="utf-8"),
                flags=re.DOTALL,
            )
            tags = re.sub(r'"[^"]*"', "", " ".join(re.findall(r"{[{%].*?[%}]}", text)))
            names = set(re.findall(r"\b(?:\w+\.)*(?:\w+_)?(?:email|phone)\b", tags))
            if names:
                found[name] = names

    assert found == SHOWN


def keep_variables(tag):
    """Of a translated sentence, the variables that are given to it; its own words are no contact."""
    return "{{ " + " ".join(re.findall(r"=([\w.]+)", tag[0])) + " }}"
