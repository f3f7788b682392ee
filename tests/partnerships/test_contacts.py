"""Whom one may write to about a partnership: named for an audience, and shown with what the person lets be read."""

import pytest

from core.dates import FuzzyDate
from core.enums import Audience
from directory.enums import AffiliationKind
from partnerships.contacts import SHOWN
from partnerships.models import PartnershipContact
from tests.factories import (
    AffiliationFactory,
    ParticipantFactory,
    PartnershipContactFactory,
    PartnershipFactory,
    PersonFactory,
)
from tests.partnerships.test_constraints import refusals
from tests.partnerships.test_editing import edit_data, url_of
from tests.readers import SEES, sign_in

pytestmark = pytest.mark.django_db


def at(organisation, name, **values):
    contacts = {key: values.pop(key) for key in list(values) if key.startswith(("email", "phone"))}
    person = PersonFactory(last_name=name, first_name="", **contacts)
    return AffiliationFactory(organisation=organisation, person=person, **values)


def shown(client, pair):
    """{organisation: (names of the contacts, names of the others)} as the page of a record shows them."""
    contacts = client.get(pair.get_absolute_url()).context["contacts"]
    return {
        one.organisation: ([str(f.person) for f in one.named], [str(f.person) for f in one.others]) for one in contacts
    }


@pytest.mark.parametrize("reader", SEES)
def test_a_contact_is_shown_to_those_whom_its_audience_reaches(make_user, group, reader):
    client = sign_in(reader, make_user)
    pair = PartnershipFactory(group=group, public=True)
    for audience in Audience:
        function = at(pair.french_side, audience, kind=AffiliationKind.ELECTED)
        PartnershipContactFactory(partnership=pair, person=function.person, audience=audience)

    named, _others = shown(client, pair)[pair.french_side]

    assert set(named) == set(SEES[reader])


def test_a_visitor_reads_of_named_people_those_who_are_elected(client, as_role):
    pair = PartnershipFactory(public=True)
    for name, kind in (("Élue", AffiliationKind.ELECTED), ("Agent", AffiliationKind.TECHNICAL)):
        PartnershipContactFactory(
            partnership=pair, person=at(pair.french_side, name, kind=kind).person, audience=Audience.PUBLIC
        )

    assert shown(client, pair)[pair.french_side][0] == ["Élue"]
    assert shown(as_role("member"), pair)[pair.french_side][0] == ["Élue", "Agent"]


def test_the_address_and_the_telephone_are_read_by_whom_the_person_chose(as_role):
    pair = PartnershipFactory(public=True)
    function = at(
        pair.foreign_side,
        "Lin",
        email="lin@example.org",
        email_audience=Audience.NETWORK,
        phone="+86 10 0000",
        phone_audience=Audience.INTERNAL,
    )
    PartnershipContactFactory(partnership=pair, person=function.person, audience=Audience.NETWORK)

    read = {role: as_role(role).get(pair.get_absolute_url()).text for role in ("visitor", "partner", "secretariat")}

    told = {role: ("Lin" in text, "lin@example.org" in text, "+86 10 0000" in text) for role, text in read.items()}
    assert told == {
        "visitor": (False, False, False),
        "partner": (True, True, False),
        "secretariat": (True, True, True),
    }


def test_where_nobody_is_named_some_of_those_who_work_there_are_shown(as_role):
    pair = PartnershipFactory()
    for rank in range(SHOWN + 2):
        at(pair.french_side, f"Agent {rank}")
    named = at(pair.foreign_side, "Lin")
    at(pair.foreign_side, "Wang")
    PartnershipContactFactory(partnership=pair, person=named.person)

    found = shown(as_role("member"), pair)

    assert [(len(names), len(others)) for names, others in found.values()] == [(0, SHOWN), (1, 0)]


def test_an_organisation_that_takes_part_is_shown_where_somebody_is_named(as_role):
    pair = PartnershipFactory()
    office, other = (ParticipantFactory(partnership=pair).organisation for _ in range(2))
    at(other, "Personne")
    PartnershipContactFactory(partnership=pair, person=at(office, "Chen").person)

    assert shown(as_role("member"), pair)[office] == (["Chen"], [])
    assert other not in shown(as_role("member"), pair)


def test_who_has_left_is_shown_no_more_and_hinders_nobody_from_saving(as_role):
    pair = PartnershipFactory()
    function = at(pair.french_side, "Ancienne")
    PartnershipContactFactory(partnership=pair, person=function.person)
    function.until = FuzzyDate.year(2020)
    function.save()
    client = as_role("officer")

    response = client.post(url_of("partnership_edit", pair), edit_data(pair, title="Jardins"))

    assert response.status_code == 302
    assert shown(client, pair)[pair.french_side] == ([], [])


def test_who_has_no_function_there_is_not_named():
    stranger = PartnershipContact(partnership=PartnershipFactory(), person=PersonFactory())

    with pytest.raises(Exception, match="n’a aujourd’hui de fonction dans aucun organisme"):
        stranger.full_clean()


def test_a_person_is_named_once_for_a_partnership():
    first = PartnershipContactFactory()
    again = PartnershipContact(partnership=first.partnership, person=first.person)

    assert refusals(again) == ["Cette personne est déjà un contact de ce partenariat."]


def test_a_referent_names_contacts_and_neither_sees_nor_makes_those_of_cuf_alone(as_role):
    pair = PartnershipFactory()
    secret = PartnershipContactFactory(
        partnership=pair, person=at(pair.french_side, "Réservée").person, audience=Audience.INTERNAL
    )
    chosen = at(pair.foreign_side, "Lin").person
    client = as_role("referent", organisation=pair.french_side)
    page = client.get(url_of("partnership_edit", pair))
    contacts = page.context["formsets"][-1]
    data = edit_data(pair, **{"contacts-TOTAL_FORMS": 1, "contacts-INITIAL_FORMS": 0})
    data = {key: value for key, value in data.items() if not key.startswith("contacts-0")}

    refused = client.post(
        url_of("partnership_edit", pair),
        data | {"contacts-0-person": chosen.pk, "contacts-0-audience": Audience.INTERNAL},
    )
    done = client.post(
        url_of("partnership_edit", pair),
        data | {"contacts-0-person": chosen.pk, "contacts-0-audience": Audience.NETWORK},
    )

    assert contacts.initial_form_count() == 0
    assert (refused.status_code, done.status_code) == (422, 302)
    assert set(pair.contacts.values_list("person", "audience")) == {
        (secret.person_id, Audience.INTERNAL),
        (chosen.pk, Audience.NETWORK),
    }


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_record_asks_the_same_of_the_database_for_any_number_of_contacts(
    as_role, count, django_assert_max_num_queries
):
    pair = PartnershipFactory()
    PartnershipContactFactory.create_batch(count, partnership=pair)
    client = as_role("member")

    with django_assert_max_num_queries(26):
        client.get(pair.get_absolute_url())
