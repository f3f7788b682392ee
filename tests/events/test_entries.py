"""What members propose to the shared agenda, and what CUF answers."""

import pytest
from django.core.exceptions import ValidationError

from events.models import AgendaEntry
from events.services import accept_entry, cancel_entry, propose_entry, refuse_entry, withdraw_entry
from tests.factories import AgendaEntryFactory, CountryGroupFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(make_user):
    return make_user("member")


@pytest.fixture
def staff(make_user):
    return make_user("secretariat")


def proposed(by, **values):
    return propose_entry(entry=AgendaEntryFactory.build(group=CountryGroupFactory(), **values), by=by)


def test_what_a_member_proposes_waits_for_an_answer_and_only_its_author_and_staff_see_it(member, staff, make_user):
    entry = proposed(member)

    readers = [member, staff, make_user("member")]
    shown = [AgendaEntry.objects.visible_to(reader).filter(pk=entry.pk).exists() for reader in readers]
    assert (entry.state, entry.proposed_by, entry.decided_at) == ("proposed", member, None)
    assert shown == [True, True, False]


def test_what_staff_propose_is_accepted_at_once(staff, member):
    entry = proposed(staff)

    assert (entry.state, entry.decided_by) == ("accepted", staff)
    assert AgendaEntry.objects.visible_to(member).get() == entry


def test_the_themes_of_a_date_are_kept(member):
    theme = ThemeFactory()

    entry = propose_entry(entry=AgendaEntryFactory.build(group=CountryGroupFactory()), by=member, themes=[theme])

    assert list(entry.themes.all()) == [theme]


def test_a_member_proposes_to_its_own_groups_alone(member):
    other = CountryGroupFactory(slug="japon", name="Groupe-pays Japon", country="JP")

    with pytest.raises(ValidationError, match="Vous n’êtes pas membre de ce groupe."):
        propose_entry(entry=AgendaEntryFactory.build(group=other), by=member)

    assert AgendaEntry.objects.count() == 0


def test_who_belongs_to_no_group_proposes_nothing(make_user):
    with pytest.raises(ValidationError, match="Seuls les membres d’un groupe"):
        proposed(make_user("partner"))


def test_a_date_that_is_accepted_is_read_by_those_it_is_for(member, staff, make_user):
    entry = accept_entry(entry=proposed(member), by=staff)

    assert (entry.state, entry.decided_by) == ("accepted", staff)
    assert AgendaEntry.objects.visible_to(make_user("member")).get() == entry


def test_a_refusal_says_why(member, staff):
    entry = proposed(member)

    with pytest.raises(ValidationError, match="Dites en quelques mots pourquoi."):
        refuse_entry(entry=entry, by=staff, reason="  ")
    refuse_entry(entry=entry, by=staff, reason=" Hors du champ du groupe. ")

    entry.refresh_from_db()
    assert (entry.state, entry.reason) == ("refused", "Hors du champ du groupe.")


def test_a_refusal_may_be_taken_back(member, staff):
    entry = refuse_entry(entry=proposed(member), by=staff, reason="Doublon.")

    assert (accept_entry(entry=entry, by=staff).state, entry.reason) == ("accepted", "Doublon.")
    assert AgendaEntry.objects.get().reason == ""


def test_what_is_cancelled_stays_in_the_agenda_with_its_reason(member, staff):
    entry = cancel_entry(entry=proposed(staff), by=staff, reason="Salle fermée.")

    assert (entry.is_cancelled, entry.reason) == (True, "Salle fermée.")
    assert AgendaEntry.objects.visible_to(member).in_agenda().get() == entry


@pytest.mark.parametrize(
    ("act", "values"),
    [(accept_entry, {}), (refuse_entry, {"reason": "Doublon."}), (cancel_entry, {"reason": "Salle fermée."})],
)
def test_only_staff_decide(act, values, member):
    entry = AgendaEntryFactory(proposed_by=member, accepted=act is cancel_entry)

    with pytest.raises(ValidationError, match="CUF tient l’agenda"):
        act(entry=entry, by=member, **values)

    assert AgendaEntry.objects.get().state == entry.state


@pytest.mark.parametrize(
    ("act", "values", "state", "sentence"),
    [
        (accept_entry, {}, "accepted", "Cette date est déjà « dans l’agenda »."),
        (refuse_entry, {"reason": "Doublon."}, "accepted", "Cette date est déjà « dans l’agenda »."),
        (cancel_entry, {"reason": "Salle fermée."}, "proposed", "Cette date est déjà « proposée »."),
        (accept_entry, {}, "withdrawn", "Cette date est déjà « retirée »."),
    ],
)
def test_a_decision_is_taken_on_what_awaits_it(act, values, state, sentence, staff):
    entry = AgendaEntryFactory(accepted=True)
    AgendaEntry.objects.filter(pk=entry.pk).update(state=state)

    with pytest.raises(ValidationError) as refusal:
        act(entry=entry, by=staff, **values)

    assert refusal.value.messages == [sentence]


def test_who_proposed_a_date_takes_it_back_until_it_is_answered(member, staff):
    entry = proposed(member)

    assert withdraw_entry(entry=entry, by=member).state == "withdrawn"
    with pytest.raises(ValidationError, match="CUF a déjà répondu à cette proposition."):
        withdraw_entry(entry=AgendaEntryFactory(proposed_by=member, accepted=True), by=member)


def test_nobody_takes_back_what_another_proposed(member, make_user):
    entry = proposed(member)

    with pytest.raises(ValidationError, match="Cette proposition n’est pas la vôtre."):
        withdraw_entry(entry=entry, by=make_user("member"))
