"""What people receive about their seats, at a real mail server."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from core.letters import send_waiting_letters
from core.models import Letter
from events.models import Seat
from events.services import cancel_seat, cancel_session, confirm_seat, lapse_offers, move_session, offers_due, register
from tests.factories import OrganisationFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def received(server, django_capture_on_commit_callbacks):
    """Return a function that does something and gives the letters it led to, as (to, subject, words)."""

    def letters_of(act, **values):
        Letter.objects.waiting().delete()  # those of what was prepared before
        with django_capture_on_commit_callbacks(execute=True):
            act(**values)
        send_waiting_letters()
        return [(one["To"], one["Subject"], " ".join(one.get_content().split())) for one in server.messages]

    return letters_of


@pytest.fixture
def session(event):
    begins = datetime(2027, 12, 13, 1, 30, tzinfo=UTC)
    hours = {"starts_at": begins, "ends_at": begins + timedelta(hours=2), "time_zone": "Asia/Shanghai"}
    return SessionFactory(event=event, title="Eau", capacity=1, room="Salle 3", **hours)


def person(name, email=""):
    return PersonFactory(first_name=name, last_name="Dupont", email=email)


def two_at(session, enter):
    held = enter(session, person=person("Ève", "eve@example.org"))
    waiting = enter(session, person=person("Zoé", "zoe@example.org"))
    return held, waiting


def test_one_letter_says_what_became_of_all_that_was_asked(received, event, session, make_user):
    other = SessionFactory(event=event, title="Forêt", starts_at=datetime(2027, 12, 14, 9, tzinfo=UTC))
    staff, organisation = make_user("secretariat"), OrganisationFactory(name="Ville de Tours")
    register(sessions=[session], person=PersonFactory(), organisation=OrganisationFactory(), by=staff)
    values = {"person": person("Zoé", "zoe@example.org"), "organisation": organisation, "by": staff}

    letters = received(register, sessions=[session, other], **values)

    [(to, subject, text)] = letters
    assert (to, subject) == ("zoe@example.org", "Votre inscription : Assises")
    assert "au nom de « Ville de Tours »" in text
    assert "Eau 13 décembre 2027, 09h30 – 11h30, heure de Pékin Salle 3 Complet : liste d’attente, rang 1." in text
    assert "Forêt 14 décembre 2027, 10h00 – 11h00 Place confirmée." in text
    assert "http://127.0.0.1:8000/evenements/inscriptions/" in text


def test_who_has_no_address_is_told_through_who_registered_them(received, session, make_user):
    staff = make_user("secretariat")
    values = {"person": person("Max"), "organisation": OrganisationFactory(name="Ville de Tours"), "by": staff}

    [(to, subject, text)] = received(register, sessions=[session], **values)

    assert (to, subject) == (staff.email, "Inscription de Max Dupont : Assises")
    assert "Cette lettre concerne Max Dupont, que vous avez inscrit·e pour « Ville de Tours »." in text


def test_an_account_is_written_to_at_its_own_address(received, session, make_user):
    staff, member = make_user("secretariat"), make_user("member")
    organisation = member.current_affiliations.get().organisation

    letters = received(register, sessions=[session], person=member.person, organisation=organisation, by=staff)

    assert [to for to, _subject, _text in letters] == [member.email]


def test_a_seat_given_back_is_offered_to_the_next_until_an_hour_that_is_said_where_it_is_kept(received, session, enter):
    held, waiting = two_at(session, enter)

    letters = received(cancel_seat, seat=held, by=None)

    until = Seat.objects.get(pk=waiting.pk).offered_until
    texts = {to: text for to, _subject, text in letters}
    assert set(texts) == {"eve@example.org", "zoe@example.org"}
    assert "la place est rendue pour « Assises »" in texts["eve@example.org"]
    assert "Une place s’est libérée pour « Assises »" in texts["zoe@example.org"]
    hour = (until + timedelta(hours=8)).strftime(
        "%Hh%M, heure de Pékin. Sans réponse, elle passe à la personne suivante."
    )
    assert hour in texts["zoe@example.org"]


def test_who_takes_an_offer_is_told_it_is_theirs(received, session, enter):
    held, waiting = two_at(session, enter)
    cancel_seat(seat=held, by=None)
    waiting.refresh_from_db()

    [(to, _subject, text)] = received(confirm_seat, seat=waiting, by=None)

    assert to == "zoe@example.org"
    assert "La place est confirmée pour « Assises »" in text


def test_who_did_not_answer_is_told_that_the_seat_has_gone(received, session, enter):
    held, _waiting = two_at(session, enter)
    cancel_seat(seat=held, by=None)

    letters = received(lapse_offers, session=session, at=timezone.now() + timedelta(hours=49))

    [(to, _subject, text)] = letters
    assert to == "zoe@example.org"
    assert "n’a pas été confirmée à temps" in text


def test_the_offers_that_lapse_are_counted_in_a_sentence(session, enter):
    held, _waiting = two_at(session, enter)
    cancel_seat(seat=held, by=None)
    Seat.objects.filter(state="offered").update(offered_until=timezone.now() - timedelta(minutes=1))

    assert [offers_due(), offers_due()] == ["1 offre échue", ""]


def test_all_who_hold_or_await_a_seat_learn_the_new_hours(received, session, enter):
    two_at(session, enter)
    begins = session.starts_at + timedelta(hours=6)

    letters = received(move_session, session=session, starts_at=begins, ends_at=begins + timedelta(hours=1), by=None)

    texts = {to: text for to, _subject, text in letters}
    assert {to for to in texts if "13 décembre 2027, 15h30 – 16h30, heure de Pékin" in texts[to]} == set(texts)
    assert "Votre place est gardée" in texts["eve@example.org"]
    assert "Vous restez en liste d’attente, rang 1." in texts["zoe@example.org"]


def test_all_who_hold_or_await_a_seat_learn_that_the_session_is_cancelled(received, session, enter):
    two_at(session, enter)

    letters = received(cancel_session, session=session, by=None)

    assert sorted((to, "Un temps de « Assises » est annulé" in text) for to, _subject, text in letters) == [
        ("eve@example.org", True),
        ("zoe@example.org", True),
    ]


def test_names_that_people_wrote_stay_words(received, session, make_user):
    values = {
        "person": person("<b>{{ secret }}\nBcc: x@example.org", "zoe@example.org"),
        "by": make_user("secretariat"),
    }
    session.title = "<b>{% now %}"
    session.save()

    [(_to, subject, text)] = received(register, sessions=[session], organisation=OrganisationFactory(), **values)

    assert "\n" not in subject
    assert "<b>{% now %}" in text
