"""What is not, or was not, for a reader reaches them by no history: neither its value, nor that it changed."""

import pytest
from django.urls import reverse

from core.enums import Audience
from core.history import told
from core.history.records import versions_of
from cufportal.history.declared import histories
from delegations.models import Delegation
from directory.models import Organisation, Person
from meetings.models import Decision, Meeting
from partnerships.models import Milestone, Participant, Partnership
from tests.delegations.factories import DelegationFactory
from tests.factories import (
    AffiliationFactory,
    EventFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    ThemeFactory,
)
from tests.histories import an_hour_passes
from tests.readers import STAFF

pytestmark = pytest.mark.django_db

SECRET = "Tractation-confidentielle"


def page_of(record, name="history"):
    return reverse(f"cufportal:{name}", args=[type(record)._meta.model_name, record.pk])


def everything_read(client, record):
    """All that the pages of a history tell: the record's own page, the history, every pair of versions."""
    numbers = list(versions_of(type(record)).objects.filter(pgh_obj=record.pk).values_list("pgh_id", flat=True))
    pairs = [{"de": one, "a": other} for one in numbers for other in numbers if one < other]
    pages = [client.get(page_of(record, "history_compare"), pair) for pair in pairs]
    pages += [client.get(record.get_absolute_url()), client.get(page_of(record))]
    assert {page.status_code for page in pages} == {200}
    return " ".join(page.text for page in pages)


def made_internal_then_shown(record, **change):
    """The record held the secret while it was CUF's own, lost it, and was shown then."""
    an_hour_passes()
    type(record).objects.filter(pk=record.pk).update(**change)
    an_hour_passes()
    type(record).objects.filter(pk=record.pk).update(audience=Audience.NETWORK)
    an_hour_passes()
    record.refresh_from_db()
    return record


@pytest.mark.parametrize("role", ["member", "referent", "partner"])
@pytest.mark.parametrize("factory", [PartnershipFactory, MeetingFactory, EventFactory])
def test_what_a_record_said_before_it_was_shown_is_for_the_team(as_role, group, factory, role):
    record = factory(group=group, title=SECRET, audience=Audience.INTERNAL)

    record = made_internal_then_shown(record, title="Titre public")

    assert SECRET not in everything_read(as_role(role), record)
    assert SECRET in everything_read(as_role("secretariat"), record)


def test_the_last_words_of_its_internal_time_do_not_show_in_the_change_that_ends_it(as_role, group):
    record = PartnershipFactory(group=group, title=SECRET, audience=Audience.INTERNAL)
    an_hour_passes()
    Partnership.objects.update(title="Titre public", audience=Audience.GROUP)
    record.refresh_from_db()

    assert SECRET not in everything_read(as_role("member"), record)


def test_a_record_that_was_internal_for_a_while_hides_that_while(as_role, group):
    record = PartnershipFactory(group=group, title="Premier titre")
    an_hour_passes()
    Partnership.objects.update(audience=Audience.INTERNAL, title=SECRET)

    record = made_internal_then_shown(record, title="Dernier titre")

    read = everything_read(as_role("member"), record)
    assert (SECRET in read, "Premier titre" in read) == (False, True)


def test_parts_and_links_of_its_internal_time_are_for_the_team(as_role, group):
    record = PartnershipFactory(group=group, audience=Audience.INTERNAL)
    an_hour_passes()
    milestone = Milestone.objects.create(partnership=record, text=SECRET)
    theme = ThemeFactory(name="Thème réservé")
    record.themes.add(theme)
    an_hour_passes()
    Milestone.objects.filter(pk=milestone.pk).update(text="Vingt ans")
    record.themes.remove(theme)

    record = made_internal_then_shown(record, title="Titre")

    member, staff = (everything_read(as_role(role), record) for role in ("member", "officer"))
    assert [(word in member, word in staff) for word in (SECRET, "Thème réservé")] == [(False, True)] * 2


def test_a_part_changed_in_the_very_request_that_shows_the_record_keeps_what_it_said(as_role, group):
    record = PartnershipFactory(group=group, audience=Audience.INTERNAL)
    Milestone.objects.create(partnership=record, text=SECRET)
    Participant.objects.create(partnership=record, organisation=OrganisationFactory(name="Organisme tu"))
    an_hour_passes()
    Partnership.objects.update(audience=Audience.GROUP)
    Milestone.objects.update(text="Vingt ans")
    Participant.objects.all().delete()
    record.refresh_from_db()

    read = everything_read(as_role("member"), record)

    assert [word in read for word in (SECRET, "Organisme tu")] == [False, False]


def test_a_part_that_comes_from_a_hidden_record_does_not_bring_its_past(as_role, group):
    hidden = PartnershipFactory(group=group, audience=Audience.INTERNAL)
    record = PartnershipFactory(group=group)
    milestone = Milestone.objects.create(partnership=hidden, text=SECRET)
    an_hour_passes()
    Milestone.objects.filter(pk=milestone.pk).update(partnership=record, text="Vingt ans")

    assert SECRET not in everything_read(as_role("member"), record)


def test_a_link_to_a_hidden_record_does_not_name_it(as_role, group):
    event = EventFactory(group=group)
    event.partnerships.add(PartnershipFactory(group=group, title=SECRET, audience=Audience.INTERNAL))

    assert SECRET not in everything_read(as_role("member"), event)
    assert SECRET in everything_read(as_role("officer"), event)


@pytest.mark.parametrize("change", [{"is_internal": True}, {"is_internal": False}])
def test_an_internal_passage_of_minutes_leaves_no_trace(as_role, group, change):
    meeting = MeetingFactory(group=group, readable=True)
    Decision.objects.create(meeting=meeting, text=SECRET, is_internal=True)
    an_hour_passes()
    Decision.objects.update(text="Écrire aux membres" if not change["is_internal"] else SECRET + " bis", **change)

    assert SECRET not in everything_read(as_role("member"), meeting)
    assert SECRET in everything_read(as_role("secretariat"), meeting)


def test_a_draft_of_minutes_stays_with_the_team_once_they_are_published(as_role, group):
    meeting = MeetingFactory(group=group, minutes_state="draft")
    decision = Decision.objects.create(meeting=meeting, text=SECRET)
    an_hour_passes()
    Decision.objects.filter(pk=decision.pk).update(text="Écrire aux membres")
    an_hour_passes()
    Meeting.objects.update(minutes_state="published")
    meeting.refresh_from_db()

    assert SECRET not in everything_read(as_role("member"), meeting)


def test_members_read_of_a_delegation_that_it_exists_and_where_it_stands(as_role, group):
    record = DelegationFactory(group=group, audience=Audience.NETWORK, detail="full", contact_name=SECRET)
    an_hour_passes()
    Delegation.objects.update(purpose=SECRET, contact_email="secret@example.org", size=12, suspicion=SECRET)
    record.refresh_from_db()

    page = as_role("member").get(page_of(record))

    assert [word in page.text for word in (SECRET, "secret@example.org")] == [False, False]
    assert [change.label for change in page.context["entries"][0].entry.lines[0].changes] == ["nombre de personnes"]


def test_what_cuf_notes_of_an_organisation_is_for_the_team(as_role):
    organisation = OrganisationFactory()
    an_hour_passes()
    Organisation.objects.update(cuf_paid_until="2031-05-07")

    member, staff = (as_role(role).get(page_of(organisation)).context for role in ("member", "officer"))

    told_of = [(len(context["entries"]), len(context["versions"])) for context in (member, staff)]
    assert told_of == [(1, 1), (2, 2)]


def test_contact_data_and_rights_of_a_person_show_in_no_history_of_members(as_role):
    seat = AffiliationFactory(person__email="camille@example.org", may_edit=False)
    an_hour_passes()
    Person.objects.filter(pk=seat.person_id).update(phone="+33 1 00 00 00 00")
    type(seat).objects.update(may_edit=True)
    client = as_role("member")

    read = client.get(page_of(seat.organisation)).text

    assert [word in read for word in ("camille@example.org", "+33 1", "éférent")] == [False] * 3
    assert client.get(page_of(seat.person)).status_code == 404


@pytest.mark.parametrize(("role", "sees"), [("member", False), ("referent", True), ("officer", True)])
def test_who_changed_a_record_and_why_is_for_the_team_and_its_own_referents(make_user, as_role, group, role, sees):
    mine = OrganisationFactory()
    record = PartnershipFactory(group=group, french_side=mine)
    officer = make_user("officer")
    an_hour_passes()
    with told(user=officer.pk, reason="Une raison"):
        Partnership.objects.update(title="Après")
    options = {"organisation": mine} if role == "referent" else {}

    shown = as_role(role, **options).get(page_of(record)).context["entries"][0]

    expected = (str(officer), "Une raison") if sees else ("Cités Unies France", "")
    assert (shown.who, shown.reason) == expected


def test_members_read_for_which_organisation_a_referent_changed_a_record(make_user, as_role, group):
    record = PartnershipFactory(group=group)
    referent = make_user("referent")
    an_hour_passes()
    with told(user=referent.pk):
        Partnership.objects.update(title="Après")

    shown = as_role("member").get(page_of(record)).context["entries"][0]

    assert shown.who == str(referent.current_affiliations.get().organisation)


@pytest.mark.parametrize("role", ["member", "referent", "partner"])
def test_the_history_of_a_record_one_may_not_see_does_not_exist(as_role, group, role):
    hidden = [factory(group=group, audience=Audience.INTERNAL) for factory in (PartnershipFactory, EventFactory)]
    client = as_role(role)

    for record in hidden:
        for name in ("history", "history_compare"):
            assert client.get(page_of(record, name)).status_code == 404
            assert as_role("secretariat").get(page_of(record, name)).status_code == 200


def test_what_no_app_opens_is_for_the_team(as_role):
    closed = {kind for kind, record in histories().items() if record.reaches is None}
    member, staff = as_role("member"), as_role("administrator")

    assert {"person", "user", "seat", "approach", "erasure", "attendance", "opinion"} <= closed
    for kind in closed:
        assert member.get(reverse("cufportal:history", args=[kind, 1])).status_code == 404
    assert staff.get(reverse("cufportal:history", args=["user", staff.user.pk])).status_code == 200


def test_erasures_are_for_those_who_decide_them(as_role, make_user):
    erasure = histories()["erasure"].model.objects.create(
        content_type_id=1, object_id=1, asked_by=make_user("officer"), reason="Demande"
    )

    statuses = {role: as_role(role).get(page_of(erasure)).status_code for role in STAFF}

    assert statuses == {"secretariat": 404, "officer": 200, "administrator": 200}


def test_every_field_that_members_read_is_one_that_the_model_has():
    for record in histories().values():
        for source in record.sources:
            columns = {field.name for field in source.versions._meta.concrete_fields}
            assert source.fields <= columns or source.is_own
        links = {link.name for link in record.model._meta.many_to_many}
        columns = {field.name for field in record.own.versions._meta.concrete_fields}
        assert set(record.fields) <= columns | links
