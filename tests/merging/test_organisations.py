"""What becomes of what two organisations say, when they are one."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange

from accounts.models import Invitation
from core.enums import Audience
from cufportal.merging.kinds import KINDS
from directory.lookups import organisations_matching
from directory.merging.planning import Plan
from directory.merging.writing import merge_records
from directory.models import AbsorbedRecord, GroupMembership, Organisation, OrganisationName
from partnerships.models import Partnership, PartnerWish, VerificationAnswer
from tests.delegations.factories import HostingProfileFactory
from tests.factories import (
    CountryGroupFactory,
    GroupMembershipFactory,
    InvitationFactory,
    MilestoneFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnerWishFactory,
    TerritoryFactory,
    ThemeFactory,
    UserFactory,
)
from tests.partnerships.factories import AnswerFactory, VerificationRequestFactory

pytestmark = pytest.mark.django_db


def merged(kept, absorbed, **options):
    return merge_records(
        kept=kept, absorbed=absorbed, kinds=KINDS, reason="Saisi deux fois", by=UserFactory(), **options
    )


@pytest.fixture
def kept(db):
    return OrganisationFactory(name="Ville de Tours")


@pytest.fixture
def absorbed(db):
    return OrganisationFactory(name="Mairie de Tours", name_zh="图尔", website="https://tours.example.org")


def test_two_partnerships_of_the_same_pair_become_one_with_the_parts_of_both(kept, absorbed):
    pair = PartnershipFactory(french_side=kept, title="Jumelage")
    twin = PartnershipFactory(french_side=absorbed, foreign_side=pair.foreign_side, summary="Jardins et gastronomie")
    theme = ThemeFactory()
    for one in (pair, twin):
        one.themes.add(theme)
        MilestoneFactory(partnership=one, text="Vingt ans")
    twin.themes.add(ThemeFactory())
    MilestoneFactory(partnership=twin, text="Trente ans")

    merged(kept, absorbed)

    left = Partnership.objects.get()
    assert (left.pk, left.title, left.summary) == (pair.pk, "Jumelage", "Jardins et gastronomie")
    assert left.themes.count() == 2
    assert sorted(left.milestones.values_list("text", flat=True)) == ["Trente ans", "Vingt ans"]


def test_a_partnership_with_another_partner_only_changes_sides(kept, absorbed):
    PartnershipFactory(french_side=kept)
    other = PartnershipFactory(french_side=absorbed)

    merged(kept, absorbed)

    other.refresh_from_db()
    assert other.french_side == kept
    assert Partnership.objects.count() == 2


def test_nothing_becomes_more_widely_read(kept, absorbed):
    pair = PartnershipFactory(french_side=kept, public=True)
    PartnershipFactory(
        french_side=absorbed, foreign_side=pair.foreign_side, audience=Audience.INTERNAL, summary="Réservé à CUF"
    )

    merged(kept, absorbed)

    pair.refresh_from_db()
    assert (pair.audience, pair.summary) == (Audience.INTERNAL, "Réservé à CUF")


def test_only_the_empty_fields_that_were_chosen_are_filled(kept, absorbed):
    plan = Plan(kept, absorbed, KINDS)
    keys = {names[0]: key for key, (_row, _into, names) in plan.fills.items()}
    assert set(keys) == {"name_zh", "website"}

    merged(kept, absorbed, fills=[keys["website"]])

    kept.refresh_from_db()
    assert (kept.name, kept.website, kept.name_zh) == ("Ville de Tours", "https://tours.example.org", "")


def test_the_absorbed_one_is_still_found_by_its_names_and_leads_to_the_kept_one(kept, absorbed):
    OrganisationName.objects.create(organisation=absorbed, text="Hôtel de ville de Tours", kind="official")

    merged(kept, absorbed)

    for text in ("mairie de tours", "hôtel de ville"):
        assert list(organisations_matching(text)) == [kept]
    assert {name.kind for name in kept.names.all()} == {"alias"}
    record = AbsorbedRecord.objects.get()
    assert (record.number, record.into, record.name) == (absorbed.pk, kept, "Mairie de Tours")


def test_a_name_that_both_have_is_noted_once(kept, absorbed):
    for one in (kept, absorbed):
        OrganisationName.objects.create(organisation=one, text="Tours Cité")

    merged(kept, absorbed)

    assert kept.names.filter(text="Tours Cité").count() == 1


def test_two_memberships_that_overlap_become_one_period(kept, absorbed):
    group = CountryGroupFactory()
    GroupMembershipFactory(group=group, organisation=kept, period=DateRange(date(2017, 1, 1), None))
    GroupMembershipFactory(group=group, organisation=absorbed, period=DateRange(date(2012, 1, 1), date(2019, 1, 1)))
    GroupMembershipFactory(group=group, organisation=absorbed, period=DateRange(date(2001, 1, 1), date(2003, 1, 1)))

    merged(kept, absorbed)

    periods = GroupMembership.objects.filter(organisation=kept).order_by("period").values_list("period", flat=True)
    assert list(periods) == [
        DateRange(date(2001, 1, 1), date(2003, 1, 1)),
        DateRange(date(2012, 1, 1), None),
    ]


def test_what_one_authority_answered_twice_in_a_campaign_is_one_answer(kept, absorbed):
    request = VerificationRequestFactory(organisation=kept)
    twin = VerificationRequestFactory(organisation=absorbed, campaign=request.campaign)
    answer = AnswerFactory(request=twin)

    merged(kept, absorbed)

    assert VerificationAnswer.objects.get() == answer
    answer.refresh_from_db()
    assert answer.request == request


def test_the_one_profile_of_an_authority_takes_the_closed_days_of_the_other(kept, absorbed):
    ours, theirs = (HostingProfileFactory(organisation=one) for one in (kept, absorbed))
    theirs.closed_periods.create(period=DateRange(date(2027, 8, 1), date(2027, 8, 15)))

    merged(kept, absorbed)

    assert ours.closed_periods.count() == 1


def test_two_open_invitations_of_one_address_are_one_whatever_their_capitals(kept, absorbed):
    invitation = InvitationFactory(organisation=kept, email="nadia@example.org")
    InvitationFactory(organisation=absorbed, email="Nadia@example.org")
    other = InvitationFactory(organisation=absorbed)

    merged(kept, absorbed)

    assert set(Invitation.objects.values_list("pk", "organisation")) == {
        (one.pk, kept.pk) for one in (invitation, other)
    }


def test_two_wishes_that_became_the_two_partnerships_both_stay(kept, absorbed):
    pair = PartnershipFactory(french_side=kept)
    twin = PartnershipFactory(french_side=absorbed, foreign_side=pair.foreign_side)
    first = PartnerWishFactory(organisation=kept, sought="Un port", state="met", became=pair)
    second = PartnerWishFactory(organisation=absorbed, sought="Une ville de lacs", state="met", became=twin)

    merged(kept, absorbed)

    assert set(PartnerWish.objects.values_list("pk", "became")) == {(first.pk, pair.pk), (second.pk, None)}


def test_the_kept_one_depends_on_what_the_absorbed_one_depended_on(kept, absorbed):
    above = OrganisationFactory()
    Organisation.objects.filter(pk=absorbed.pk).update(parent=above)
    Organisation.objects.filter(pk=kept.pk).update(parent=absorbed)

    merged(kept, absorbed)

    kept.refresh_from_db()
    assert kept.parent == above


def test_a_loop_that_a_merge_would_make_is_refused(kept, absorbed):
    between = OrganisationFactory(parent=absorbed)
    Organisation.objects.filter(pk=kept.pk).update(parent=between)

    with pytest.raises(ValidationError, match="dépend déjà"):
        merged(kept, absorbed)

    assert Organisation.objects.filter(pk=absorbed.pk).exists()


def test_organisations_of_the_two_sides_are_two(kept):
    with pytest.raises(ValidationError, match="ce sont deux organismes"):
        merged(kept, OrganisationFactory(foreign=True))


def test_organisations_that_a_partnership_links_are_two():
    pair = PartnershipFactory(
        french_side=OrganisationFactory(territory=None, kind="network"),
        foreign_side=OrganisationFactory(territory=None, kind="network"),
    )

    with pytest.raises(ValidationError, match="lie ces deux organismes"):
        merged(pair.french_side, pair.foreign_side)


def test_what_the_lists_sort_and_count_by_follows(kept, absorbed):
    region = TerritoryFactory(level=1, kind="region")
    place = TerritoryFactory(name="Zutphen", parent=region)
    lost = OrganisationFactory(territory=None, kind="other", name="Ailleurs")
    other = OrganisationFactory(territory=place, kind="other", name="Ailleurs")

    merged(lost, other)

    lost.refresh_from_db()
    assert (lost.territory, lost.listed_country, lost.listed_top) == (place, "FR", region.pk)


def test_a_merge_is_refused_when_something_changed_since_it_was_shown(kept, absorbed):
    shown = Plan(kept, absorbed, KINDS).digest
    PartnershipFactory(french_side=absorbed)

    with pytest.raises(ValidationError, match="relisez-la"):
        merged(kept, absorbed, shown=shown)

    merged(kept, absorbed, shown=Plan(kept, absorbed, KINDS).digest)
    assert not Organisation.objects.filter(pk=absorbed.pk).exists()
