"""What an erasure reaches, what it spares, who decides it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import Erasure, User
from accounts.services import ask_erasure, refuse_erasure
from core.models import Letter
from cufportal.privacy.erasing import erase, erase_record
from delegations.models import Delegation
from directory.models import Affiliation, Person
from events.models import Seat
from partnerships.models import Partnership
from tests.delegations.factories import DelegationFactory
from tests.events.rows import seat_at
from tests.factories import (
    AffiliationFactory,
    MeetingFactory,
    PartnershipFactory,
    PersonFactory,
    SessionFactory,
    TerritoryFactory,
    UserFactory,
)
from tests.privacy.signing import authenticated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.MEDIA_ROOT, settings.DATA_DIR = tmp_path / "files", tmp_path


def summary_after(person, text, **options):
    return summaries_after(person, [text], **options)[text]


def summaries_after(person, texts, **options):
    """Return what becomes of each text; one erasure for all, since it reads every table."""
    numbers = {text: PartnershipFactory(summary=text).pk for text in texts}
    erase_record(person, **options)
    summaries = dict(Partnership.objects.values_list("pk", "summary"))
    return {text: summaries[number] for text, number in numbers.items()}


@pytest.fixture
def person(db):
    return PersonFactory(first_name="Anne-Laure", last_name="Le Goff", email="al@example.org", phone="01 44 55 66 77")


def test_a_name_or_a_contact_is_found_however_it_is_written(person):
    names = ("Anne-Laure Le Goff", "anne laure LE GOFF", "Le Goff, Anne-Laure", "A.-L. Le Goff", "Mme Le Goff")
    contacts = ("AL@EXAMPLE.ORG", "+33 (0)1 44 55 66 77", "0144556677")
    texts = [f"Suivi par {written}, à Tours" for written in names + contacts]

    assert summaries_after(person, texts) == dict.fromkeys(texts, "Suivi par [effacé], à Tours")


def test_what_only_looks_like_it_is_left_alone(person):
    alike = ("Anne-Laure", "Le Goffic", "val@example.org", "101445566778", "Le Goff")
    texts = [f"Suivi par {written}, à Tours" for written in alike]

    assert summaries_after(person, texts) == {text: text for text in texts}


def test_the_family_name_alone_goes_when_that_is_decided(person):
    assert summary_after(person, "Le Goff l’a dit", surname_alone=True) == "[effacé] l’a dit"


def test_what_others_answer_to_as_well_stays_theirs(person):
    PersonFactory(first_name="Anne-Laure", last_name="Le Goff", email="al@example.org", phone="01 44 55 66 77")
    text = "Anne-Laure Le Goff, Mme Le Goff, al@example.org, 01 44 55 66 77"

    assert summary_after(person, text, surname_alone=True) == text
    assert Person.objects.filter(last_name="Le Goff", email="al@example.org").count() == 1


def test_places_and_bodies_of_the_same_name_stay():
    place = TerritoryFactory(name="Lens")

    erase_record(PersonFactory(first_name="Paul", last_name="Lens"), surname_alone=True)

    place.refresh_from_db()
    assert place.name == "Lens"


def test_two_rows_that_the_name_alone_told_apart_do_not_stop_an_erasure(group):
    for name in ("Anne-Laure Le Goff", "A. Le Goff"):
        MeetingFactory(group=group, title=f"Accueil de {name}")

    erase_record(PersonFactory(first_name="Anne-Laure", last_name="Le Goff"))

    assert not group.meetings.filter(title__contains="Goff").exists()


def test_the_account_opens_nothing_any_more(client):
    user = UserFactory(email="al@example.org")
    client.force_login(user)

    erase_record(user.person)

    user.refresh_from_db()
    assert (user.email, user.is_active, user.has_usable_password()) == (
        f"compte-{user.pk}@efface.invalid",
        False,
        False,
    )
    assert client.get(reverse("accounts:account")).status_code == 302


def test_a_seat_to_come_goes_to_who_waits_and_no_letter_about_it_leaves(mailoutbox):
    user = UserFactory()
    session = SessionFactory(capacity=1)
    seat = seat_at(session, person=user.person)
    waiting = seat_at(session, state="waiting", rank=1)

    erase_record(user.person)

    states = dict(Seat.objects.values_list("pk", "state"))
    assert states == {seat.pk: "cancelled", waiting.pk: "offered"}
    assert not Letter.objects.filter(to=user.email).exists()


def test_functions_go_and_the_record_stays_empty(person):
    AffiliationFactory(person=person, function="Adjointe")

    erase_record(person)

    person.refresh_from_db()
    assert (str(person), person.erased_at is not None, Affiliation.objects.count()) == ("personne effacée", True, 0)
    assert set(Affiliation.versions.rel.related_model.objects.values_list("function", flat=True)) == {""}


def test_an_erasure_may_be_run_again(person):
    erase_record(person)
    first = Person.objects.get(pk=person.pk).erased_at

    erase_record(Person.objects.get(pk=person.pk))

    assert Person.objects.get(pk=person.pk).erased_at == first


def test_an_erasure_that_fails_erases_nothing(person, monkeypatch):
    UserFactory(person=person, email="al@example.org")
    monkeypatch.setattr("cufportal.privacy.erasing.forget_elsewhere", lambda *_args: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        erase_record(person)

    assert Person.objects.get(pk=person.pk).last_name == "Le Goff"
    assert User.objects.filter(email="al@example.org", is_active=True).exists()


def test_whoever_asked_for_a_visit_without_an_account_is_erased_from_it(group, make_user):
    contact = {"contact_name": "Zhang Min", "contact_email": "zm@example.org", "contact_phone": "+86 28 1234 5678"}
    delegation = DelegationFactory(group=group, purpose="Écrire à Zhang Min, zm@example.org", **contact)
    Letter.objects.create(to="zm@example.org", subject="Votre demande", body="Bonjour Zhang Min", language="fr")

    erase(erasure=ask_erasure(record=delegation), by=make_user("officer"))

    delegation.refresh_from_db()
    assert [getattr(delegation, name) for name in contact] == ["", "", ""]
    assert delegation.purpose == "Écrire à [effacé], [effacé]"
    assert (delegation.link_version, Letter.objects.count()) == (2, 0)
    assert not delegation.versions.exclude(contact_name="", contact_email="", contact_phone="").exists()


def test_an_office_that_asks_for_two_visits_keeps_its_address_on_the_other(group):
    one, other = (DelegationFactory(group=group, contact_email="office@example.org") for _ in range(2))
    Letter.objects.create(to="office@example.org", subject=f"Demande {one.reference}", body="x", language="fr")
    Letter.objects.create(to="office@example.org", subject=f"Demande {other.reference}", body="x", language="fr")

    erase_record(one)

    assert Delegation.objects.get(pk=other.pk).contact_email == "office@example.org"
    assert [letter.subject for letter in Letter.objects.all()] == [f"Demande {other.reference}"]


@pytest.mark.parametrize("role", ["member", "referent", "partner", "secretariat"])
def test_nobody_but_an_officer_decides(make_user, person, role):
    erasure = ask_erasure(record=person)

    with pytest.raises(ValidationError, match="Un chargé de mission ou un administrateur"):
        erase(erasure=erasure, by=make_user(role))


def test_a_refusal_says_why_and_is_told(make_user, person):
    erasure = ask_erasure(record=person)

    with pytest.raises(ValidationError, match="Dites pourquoi"):
        refuse_erasure(erasure=erasure, reason=" ", by=make_user("officer"))


def test_a_request_is_decided_once(make_user, person):
    officer = make_user("officer")
    erasure = ask_erasure(record=person)
    refuse_erasure(erasure=erasure, reason="Mandat en cours", by=officer)

    with pytest.raises(ValidationError, match="déjà décidée"):
        erase(erasure=erasure, by=officer)


def test_an_officer_decides_on_a_page_after_saying_who_they_are(as_role, person, mailoutbox):
    client = authenticated(as_role("officer"))
    client.post(reverse("cufportal:person_erase", args=[person.pk]))
    erasure = Erasure.objects.get()
    page = reverse("cufportal:erasure_detail", args=[erasure.pk])

    shown = client.get(page)
    answer = client.post(page, {"answer": "erase", "surname_alone": "on"})

    person.refresh_from_db()
    assert "Anne-Laure Le Goff" in shown.text
    assert (answer.status_code, str(person)) == (302, "personne effacée")
    assert "Goff" not in client.get(page).text


def test_who_is_refused_reads_the_reason(as_role, make_user, django_capture_on_commit_callbacks, mailoutbox):
    user, client = UserFactory(), authenticated(as_role("officer"))
    erasure = ask_erasure(record=user.person, by=user)
    page = reverse("cufportal:erasure_detail", args=[erasure.pk])

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page, {"answer": "refuse", "reason": "Votre mandat est en cours."})

    assert [(letter.to, "Votre mandat est en cours." in letter.body) for letter in Letter.objects.all()] == [
        (user.email, True)
    ]


def test_who_is_erased_is_told_once_by_a_letter_that_is_not_kept(
    make_user, django_capture_on_commit_callbacks, mailoutbox
):
    user = UserFactory(email="al@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        erase(erasure=ask_erasure(record=user.person, by=user), by=make_user("officer"))

    assert [message.to for message in mailoutbox] == [["al@example.org"]]
    assert not Letter.objects.exists()


SPELLINGS = (
    "Helene Lecoeur",
    "HÉLÈNE LECŒUR",
    "He\u0301le\u0300ne Lecœur",
    "H&eacute;l&egrave;ne Lecœur",
    "Hélène\u202fLecœur",
    "<strong>Hélène</strong> <em>Lecœur</em>".removeprefix("<strong>").removesuffix("</em>"),
    "Lecœur Hélène",
    "helene.lecoeur",
    "lecoeur_helene",
    "Lecoeur-Helene",
    "13812345678",
    "+86 138-1234-5678",
    "0086\u00a0138\u202f1234\u00a05678",
)


@pytest.mark.parametrize(("first", "last"), [("Hélène", "Lecœur"), ("HELENE", "LECOEUR")])
def test_accents_ligatures_joins_and_codes_of_countries_hide_nobody(first, last):
    person = PersonFactory(first_name=first, last_name=last, email="hl@example.org", phone="+86 138 1234 5678")
    texts = [f"Voir {written}, à Tours" for written in SPELLINGS]

    assert summaries_after(person, texts) == dict.fromkeys(texts, "Voir [effacé], à Tours")


def test_who_only_has_a_name_alike_is_left_alone():
    person = PersonFactory(first_name="Hélène", last_name="Lecœur", phone="+86 138 1234 5678")
    alike = ("Hélène Lecoeurs", "Helen Lecoeur", "813812345678", "Marie-Hélène.Lecteur")
    texts = [f"Voir {written}, à Tours" for written in alike]

    assert summaries_after(person, texts) == {text: text for text in texts}


def test_the_address_by_which_somebody_else_signs_in_is_left_alone():
    user = UserFactory(email="helene.lecoeur@ailleurs.example.org")

    erase_record(PersonFactory(first_name="Hélène", last_name="Lecœur"))

    assert User.objects.get(pk=user.pk).email == "helene.lecoeur@ailleurs.example.org"
