"""One's own data, and nobody else's: whatever somebody writes on their own record."""

import json

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import Invitation
from core.models import Letter
from cufportal.privacy.downloads import download_of
from cufportal.privacy.erasing import erase_record
from directory.models import Person
from tests.delegations.factories import ApproachFactory, DelegationFactory
from tests.factories import InvitationFactory, OrganisationFactory, PartnershipFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
OTHERS = "mairie@ailleurs.example.org"


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "files", tmp_path


def letter(to, body, **values):
    return Letter.objects.create(to=to, subject="Bonjour", body=body, language="fr", **values)


def calling_themselves(user, email):
    Person.objects.filter(pk=user.person_id).update(email=email)
    user.refresh_from_db()
    return json.dumps(download_of(user), ensure_ascii=False)


def test_to_write_an_address_on_ones_record_opens_nothing_that_was_sent_there():
    user = UserFactory()
    letter(OTHERS, "lettre d’autrui")
    DelegationFactory(contact_email=OTHERS, purpose="demande d’autrui")
    InvitationFactory(email=OTHERS, last_name="Autrui")
    PartnershipFactory(summary=f"Écrire à {OTHERS}")

    said = calling_themselves(user, OTHERS)

    assert [word for word in ("autrui", "Autrui") if word in said] == []
    assert '{"sort": "compte", "number"' in said
    assert '{"sort": "partenariat", "number"' not in said


def test_an_address_that_is_proven_opens_what_was_sent_there():
    user = UserFactory()
    EmailAddress.objects.create(user=user, email="moi@example.org", verified=True)
    EmailAddress.objects.create(user=user, email=OTHERS, verified=False)
    letter("Moi@example.org", "à moi")
    letter(OTHERS, "lettre d’autrui")

    said = json.dumps(download_of(user), ensure_ascii=False)

    assert ("à moi" in said, "autrui" in said) == (True, False)


def test_the_text_of_a_letter_that_opens_an_account_is_not_given():
    user = UserFactory()
    letter(user.email, "lien secret", is_private=True)

    said = json.dumps(download_of(user), ensure_ascii=False)

    assert ("Bonjour" in said, "lien secret" in said) == (True, False)


def test_the_versions_of_an_answer_hold_no_more_than_the_answer(make_user):
    user = make_user("referent")
    ApproachFactory(answered_by=user, note="mot interne", contact="contact interne", conditions="mes conditions")

    said = json.dumps(download_of(user), ensure_ascii=False)

    assert ("mes conditions" in said, "interne" in said) == (True, False)


def test_what_cuf_thinks_of_a_request_is_not_given_to_whoever_asked():
    user = UserFactory()
    DelegationFactory(contact_email=user.email, purpose="ma demande", is_suspect=True, suspicion="doute de CUF")

    said = json.dumps(download_of(user), ensure_ascii=False)

    assert ("ma demande" in said, "doute de CUF" in said) == (True, False)


def test_the_erasure_of_one_who_took_the_address_of_another_leaves_the_other_alone():
    user = UserFactory(person__last_name="Preneuse")
    invitation = InvitationFactory(email=OTHERS, first_name="Jean", last_name="Autrui")
    delegation = DelegationFactory(contact_email=OTHERS, contact_name="Jean Autrui")
    partnership = PartnershipFactory(summary=f"Écrire à Jean Autrui, {OTHERS}")
    letter(OTHERS, "lettre d’autrui")
    Person.objects.filter(pk=user.person_id).update(email=OTHERS)

    erase_record(Person.objects.get(pk=user.person_id))

    for row in (invitation, delegation, partnership):
        row.refresh_from_db()
    assert (invitation.email, invitation.revoked_at, delegation.contact_email) == (OTHERS, None, OTHERS)
    assert partnership.summary == f"Écrire à Jean Autrui, {OTHERS}"
    assert Letter.objects.count() == 1


def test_an_invitation_to_an_address_that_nobody_knew_is_blanked_with_the_others():
    organisation = OrganisationFactory()
    person = PersonFactory(first_name="Zoé", last_name="Œuvrard")
    person.affiliations.create(organisation=organisation, kind="technical")
    sent = [("zoe@autre.example.org", organisation), ("zoe@autre.example.org", None), ("homonyme@example.org", None)]
    for email, where in sent:
        InvitationFactory(
            email=email,
            first_name="ZOE",
            last_name="ŒUVRARD",
            organisation=where or OrganisationFactory(),
            expires_at=timezone.now(),
        )

    erase_record(person)

    kept = Invitation.objects.values_list("last_name", "email")
    assert sorted(kept) == [("", ""), ("", ""), ("ŒUVRARD", "homonyme@example.org")]


@pytest.mark.parametrize("contact", ["", "Secrétariat"])
def test_the_address_that_cuf_wrote_of_a_person_goes_from_the_requests_that_give_it(contact):
    person = PersonFactory(last_name="Sanscompte", email=OTHERS)
    delegation = DelegationFactory(contact_email=OTHERS, contact_name=contact)

    erase_record(person)

    delegation.refresh_from_db()
    assert delegation.contact_email == ""
