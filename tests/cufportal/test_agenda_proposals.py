"""What members propose to the agenda, what CUF answers, and what each of them reads."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse

from core.dates import FuzzyDate
from events.models import AgendaEntry
from tests.factories import (
    AffiliationFactory,
    AgendaEntryFactory,
    CountryGroupFactory,
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

ADD = "/agenda/proposer/"


@pytest.fixture
def form(group):
    """A form filled in as a member would."""
    return {
        "title": "Semaine de Chengdu",
        "group": group.pk,
        "first_day": "7 juin 2027",
        "last_day": "11/06/2027",
        "starts_at": "14:00",
        "ends_at": "12:00",
        "time_zone": "Europe/Paris",
        "place": "Évreux",
        "url": "https://example.org/chengdu",
        "themes": [ThemeFactory().pk],
        "audience": "network",
    }


def only_entry():
    return AgendaEntry.objects.get()


def errors(response):
    return {field: [str(said) for said in messages] for field, messages in response.context["form"].errors.items()}


def test_a_member_proposes_a_date_which_waits_for_cuf(as_role, form):
    client = as_role("member")

    response = client.post(ADD, form)

    entry = only_entry()
    assert (response.status_code, response.url) == (302, entry.get_absolute_url())
    assert (entry.state, entry.proposed_by, entry.audience) == ("proposed", client.user, "network")
    assert (entry.day, entry.starts_at, entry.ends_at) == (
        FuzzyDate(date(2027, 6, 7), date(2027, 6, 11)),
        time(14),
        time(12),
    )
    assert [theme.pk for theme in entry.themes.all()] == form["themes"]


def test_staff_who_correct_a_date_leave_it_to_the_organisation_it_is_for(as_role, form):
    town = OrganisationFactory()
    client = as_role("secretariat")
    AffiliationFactory(person=client.user.person, organisation=OrganisationFactory())
    entry = AgendaEntryFactory(group_id=form["group"], organisation=town)
    url = f"{entry.get_absolute_url()}modifier/"

    shown = client.get(url).context["form"]["organisation"]
    client.post(url, form | {"organisation": shown.value()})

    assert [str(value) for value, _label in shown.field.choices][1:].count(str(town.pk)) == 1
    assert (only_entry().title, only_entry().organisation) == (form["title"], town)


def test_what_staff_add_stands_in_the_agenda_at_once(as_role, form):
    client = as_role("secretariat")

    client.post(ADD, form)

    assert (only_entry().state, only_entry().decided_by) == ("accepted", client.user)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        (
            {"first_day": "31/02/2027"},
            "first_day",
            "« 31/02/2027 » : ce jour n’existe pas dans le calendrier ; écrivez par exemple 14 septembre 2017, "
            "décembre 2018, 2018, 2008-2009 ou fin octobre 2016.",
        ),
        ({"last_day": "1er juin 2027"}, "last_day", "Le dernier jour ne précède pas le premier."),
        (
            {"first_day": "juin 2027", "last_day": ""},
            "starts_at",
            "Une heure demande un jour exact : retirez l’heure, ou écrivez un jour, par exemple 14/09/2027.",
        ),
        ({"last_day": ""}, "ends_at", "L’heure de fin suit celle du début."),
        ({"starts_at": ""}, "starts_at", "Une heure de fin demande une heure de début."),
        *(
            (
                {"first_day": "28/03/2027", "last_day": "", "starts_at": "02:30", "ends_at": ends_at},
                "starts_at",
                "Cette heure n’existe pas ce jour-là : on passe à l’heure d’été. Avancez d’une heure.",
            )
            for ends_at in ("", "04:00")
        ),
        (
            {"time_zone": "Paris"},
            "time_zone",
            "Sélectionnez un choix valide. Paris n’en fait pas partie.",
        ),
        ({"audience": "internal"}, "audience", "Sélectionnez un choix valide. internal n’en fait pas partie."),
    ],
)
def test_what_is_wrong_is_said_once_beside_its_field_and_nothing_is_lost(as_role, form, changed, field, said):
    response = as_role("member").post(ADD, form | changed)

    assert (response.status_code, AgendaEntry.objects.count()) == (422, 0)
    assert errors(response) == {field: [said]}
    assert response.context["form"]["place"].value() == "Évreux"
    assert response.context["form"]["first_day"].value() == (form | changed)["first_day"]


def test_a_member_proposes_for_their_own_groups_alone(as_role, form):
    elsewhere = CountryGroupFactory(slug="ailleurs", name="Ailleurs")

    response = as_role("member").post(ADD, form | {"group": elsewhere.pk})

    assert (list(errors(response)), AgendaEntry.objects.count()) == (["group"], 0)


def test_a_date_known_to_the_month_is_proposed_as_it_is_said(as_role, form):
    hours = {"starts_at": "", "ends_at": "", "last_day": ""}

    as_role("member").post(ADD, form | hours | {"first_day": "fin octobre 2027"})

    assert (str(only_entry().day), only_entry().day.precision) == ("fin octobre 2027", "interval")


def test_the_author_corrects_a_proposal_until_cuf_has_answered(as_role, form):
    client = as_role("member")
    client.post(ADD, form)
    entry = only_entry()
    address = reverse("cufportal:entry_edit", args=[entry.pk])

    first = client.post(address, form | {"title": "Semaine du Sichuan"})
    AgendaEntry.objects.update(state="accepted", decided_at=datetime(2027, 1, 1, tzinfo=UTC))
    second = client.post(address, form | {"title": "Autre chose"})

    assert (first.status_code, second.status_code) == (302, 403)
    assert only_entry().title == "Semaine du Sichuan"


def test_what_cuf_corrects_in_the_agenda_stays_there_as_the_proposal_of_its_author(as_role, make_user, form):
    author = make_user("member")
    entry = AgendaEntryFactory(accepted=True, proposed_by=author)

    as_role("officer").post(reverse("cufportal:entry_edit", args=[entry.pk]), form)

    entry.refresh_from_db()
    assert (entry.title, entry.state, entry.proposed_by) == ("Semaine de Chengdu", "accepted", author)


def act(client, name, entry, **sent):
    return client.post(reverse(f"cufportal:entry_{name}", args=[entry.pk]), sent)


@pytest.mark.parametrize(
    ("name", "before", "sent", "after"),
    [
        ("accept", "proposed", {}, "accepted"),
        ("refuse", "proposed", {"reason": "Trop tard"}, "refused"),
        ("cancel", "accepted", {"reason": "Typhon"}, "cancelled"),
        ("withdraw", "proposed", {}, "withdrawn"),
    ],
)
def test_cuf_answers(as_role, name, before, sent, after):
    entry = AgendaEntryFactory(state=before, decided_at=datetime(2027, 1, 1, tzinfo=UTC))

    response = act(as_role("officer"), name, entry, **sent)

    entry.refresh_from_db()
    assert (response.status_code, entry.state, entry.reason) == (302, after, sent.get("reason", ""))


@pytest.mark.parametrize(("name", "state"), [("refuse", "proposed"), ("cancel", "accepted")])
def test_a_refusal_and_a_cancellation_say_why(as_role, name, state):
    entry = AgendaEntryFactory(state=state, decided_at=datetime(2027, 1, 1, tzinfo=UTC))

    response = act(as_role("officer"), name, entry, reason=" ")

    entry.refresh_from_db()
    assert (response.status_code, entry.state, list(errors(response))) == (422, state, ["reason"])


def test_an_answer_given_twice_is_said_to_be_given(as_role):
    entry = AgendaEntryFactory(accepted=True)

    response = act(as_role("officer"), "accept", entry)

    assert (response.status_code, errors(response)) == (422, {"__all__": ["Cette date est déjà « dans l’agenda »."]})


def test_the_author_withdraws_and_a_stranger_does_not_see_the_proposal(as_role, make_user):
    client = as_role("member")
    entry = AgendaEntryFactory(proposed_by=client.user)

    answers = [act(as_role("partner"), "withdraw", entry).status_code, act(client, "withdraw", entry).status_code]

    entry.refresh_from_db()
    assert (answers, entry.state) == ([404, 302], "withdrawn")


def test_staff_read_what_waits_and_members_what_they_proposed(as_role):
    client, officer = as_role("member"), as_role("officer")
    mine = AgendaEntryFactory(proposed_by=client.user)
    refused = AgendaEntryFactory(
        proposed_by=client.user, state="refused", reason="Non", decided_at=datetime(2027, 1, 1, tzinfo=UTC)
    )
    other = AgendaEntryFactory()
    address = reverse("cufportal:entry_list")

    read = {role: client.get(address).context for role, client in {"member": client, "officer": officer}.items()}

    assert set(read["member"]["own"]) == {mine, refused}
    assert (list(read["member"]["waiting"]), list(read["officer"]["waiting"])) == ([], [mine, other])


def test_who_decides_reads_what_is_at_the_same_time(as_role):
    day = FuzzyDate.day(date(2027, 6, 1))
    entry = AgendaEntryFactory(first_day=day)
    EventFactory(title="Assises", first_day=day, last_day=None)
    MeetingFactory(title="La veille", first_day=date(2027, 5, 31))

    response = as_role("officer").get(entry.get_absolute_url())

    assert [other.title for other in response.context["clashes"]] == ["Assises"]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_list_of_proposals_runs_a_fixed_number_of_queries(as_role, django_assert_num_queries, count):
    client = as_role("officer")
    AgendaEntryFactory.create_batch(count, proposed_by=client.user)

    with django_assert_num_queries(6):  # session, user, roles, what waits, one’s own; the user’s name
        response = client.get(reverse("cufportal:entry_list"))

    assert len(response.context["waiting"]) == count
