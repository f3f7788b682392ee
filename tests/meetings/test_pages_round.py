import pytest
from django.urls import reverse

from core.enums import Audience
from meetings.models import RoundTableEntry
from tests.factories import (
    CountryGroupFactory,
    MeetingFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    RoundTableEntryFactory,
)


@pytest.fixture
def meeting(group):
    return MeetingFactory(group=group, minutes_state="draft")


@pytest.fixture
def send(as_role, meeting):
    client = as_role("secretariat")

    def post(row=None, **values):
        names = (
            ("part_edit", [meeting.pk, "tour-de-table", row.pk])
            if row
            else ("part_list", [meeting.pk, "tour-de-table"])
        )
        return client.post(reverse(f"meetings:{names[0]}", args=names[1]), values)

    return post


def test_an_entry_about_a_pair_knows_its_french_side(send, meeting):
    pair = PartnershipFactory(group=meeting.group)

    send(kind="partnership", partnership=pair.pk, text="Échanges", milestone="2018 : 20 ans", actors="Université")

    entry = meeting.entries.get()
    assert (entry.partnership, entry.organisation, entry.milestone) == (pair, pair.french_side, "2018 : 20 ans")


def test_an_entry_about_a_wish_knows_who_wishes(send, meeting):
    wish = PartnerWishFactory(group=meeting.group)

    send(kind="wish", wish=wish.pk, text="Cherche un port")

    entry = meeting.entries.get()
    assert (entry.wish, entry.organisation) == (wish, wish.organisation)


def test_an_entry_sent_twice_is_written_once(send, meeting):
    pair = PartnershipFactory(group=meeting.group)

    for _ in range(2):
        response = send(kind="partnership", partnership=pair.pk, text="Échanges")
        assert response.status_code == 302

    assert meeting.entries.count() == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "partnership"}, "partnership"),
        ({"kind": "wish"}, "wish"),
        ({"kind": "institution"}, "organisation"),
        ({"kind": "authority", "partnership": "pair"}, "partnership"),
        ({"kind": "partnership", "partnership": "elsewhere"}, "partnership"),
        ({"kind": "institution", "organisation": "Ministère inconnu"}, "organisation"),
        ({"kind": "autre"}, "kind"),
    ],
)
def test_an_entry_is_refused_at_the_field_to_put_right(send, meeting, values, field):
    known = {
        "pair": PartnershipFactory(group=meeting.group).pk,
        "elsewhere": PartnershipFactory(group=CountryGroupFactory(slug="maroc")).pk,
    }

    response = send(**{name: known.get(value, value) for name, value in values.items()})

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not RoundTableEntry.objects.exists()


def test_a_pair_speaks_once_in_a_round(send, meeting):
    entry = RoundTableEntryFactory(meeting=meeting, partnership=PartnershipFactory(group=meeting.group))

    response = send(kind="partnership", partnership=entry.partnership.pk, text="Autre chose")

    assert response.context["form"].errors == {"partnership": ["Ce partenariat a déjà son intervention : modifiez-la."]}


def test_an_entry_is_changed_on_its_own_page(send, meeting):
    ministry = OrganisationFactory(kind="ministry", territory=None, name="Ministère Test")
    entry = RoundTableEntryFactory(meeting=meeting, kind="institution", partnership=None, organisation=ministry)

    response = send(entry, kind="institution", organisation="Ministère Test", text="Écoles vétérinaires")

    entry.refresh_from_db()
    assert response.status_code == 302
    assert (entry.organisation, entry.text) == (ministry, "Écoles vétérinaires")


def test_what_is_written_of_an_internal_record_stays_with_staff(as_role, send, meeting):
    pair = PartnershipFactory(group=meeting.group, audience=Audience.INTERNAL)
    send(kind="partnership", partnership=pair.pk, text="SECRET")
    meeting.minutes_state = "approved"
    meeting.save()

    assert "SECRET" not in as_role("member").get(meeting.get_absolute_url()).text
