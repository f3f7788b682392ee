"""A merge is taken back whole, or not at all, and then it says what stands in the way."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.retention import YEAR, apply_rule
from cufportal.merging.kinds import KINDS
from directory import retention
from directory.merging.undoing import obstacles, undo_merge
from directory.merging.writing import merge_records
from directory.models import Merge, Organisation
from partnerships.models import Partnership
from tests.factories import OrganisationFactory, ParticipantFactory, PartnershipFactory, UserFactory
from tests.merging.tables import differences, rows_of_all_tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(db):
    return UserFactory()


@pytest.fixture
def pair(db):
    return PartnershipFactory(french_side__name="Ville de Tours")


@pytest.fixture
def twin(pair):
    """The same pair, of an organisation entered twice."""
    return PartnershipFactory(
        french_side__name="Mairie de Tours", foreign_side=pair.foreign_side, group=pair.group, summary="Jardins"
    )


@pytest.fixture
def merge(pair, twin, by):
    return merge_records(kept=pair.french_side, absorbed=twin.french_side, kinds=KINDS, reason="Saisi deux fois", by=by)


def test_a_merge_taken_back_can_be_made_and_taken_back_again(pair, twin, by):
    before = rows_of_all_tables()

    for _time in range(2):
        kept, absorbed = pair.french_side, twin.french_side
        merge = merge_records(kept=kept, absorbed=absorbed, kinds=KINDS, reason="Saisi deux fois", by=by)
        undone = undo_merge(merge=merge, reason="Ce sont deux services", by=by)
        assert differences(before, rows_of_all_tables()) == {}

    assert (undone.undone_by, undone.undone_reason, undone.is_undone) == (by, "Ce sont deux services", True)


def test_it_is_taken_back_once(merge, by):
    undo_merge(merge=merge, reason="Deux fiches", by=by)

    with pytest.raises(ValidationError, match="déjà annulée"):
        undo_merge(merge=merge, reason="Deux fiches", by=by)


def test_it_is_not_taken_back_without_a_reason(merge, by):
    with pytest.raises(ValidationError, match="pourquoi"):
        undo_merge(merge=merge, reason=" ", by=by)


def test_a_field_that_somebody_changed_since_stands_in_the_way(merge, pair, by):
    Partnership.objects.filter(pk=pair.pk).update(summary="Jardins, vin et musique")

    with pytest.raises(ValidationError) as refused:
        undo_merge(merge=merge, reason="Deux fiches", by=by)

    [said] = refused.value.messages
    assert "a été modifié depuis (objet)" in said
    assert Partnership.objects.get() == pair


def test_a_row_that_moved_and_was_removed_since_stands_in_the_way(pair, by):
    other = OrganisationFactory()
    moved = ParticipantFactory(organisation=other)
    merge = merge_records(kept=pair.french_side, absorbed=other, kinds=KINDS, reason="Deux fois", by=by)
    moved.delete()

    assert [said.partition(" n° ")[0] for said in obstacles(merge)] == ["Organisme associé"]
    with pytest.raises(ValidationError, match="n’existe plus"):
        undo_merge(merge=merge, reason="Deux fiches", by=by)


def test_the_later_of_two_merges_is_taken_back_first(merge, pair, by):
    third = OrganisationFactory(name="Tours")
    later = merge_records(kept=third, absorbed=pair.french_side, kinds=KINDS, reason="Encore", by=by)

    with pytest.raises(ValidationError, match=rf"annulez d’abord la fusion n° {later.pk}"):
        undo_merge(merge=merge, reason="Deux fiches", by=by)

    undo_merge(merge=later, reason="Deux fiches", by=by)
    undo_merge(merge=merge, reason="Deux fiches", by=by)
    assert Organisation.objects.filter(name="Mairie de Tours").exists()


def test_what_was_added_since_stays_with_the_kept_one(merge, pair, by):
    since = PartnershipFactory(french_side=pair.french_side)

    undo_merge(merge=merge, reason="Deux fiches", by=by)

    since.refresh_from_db()
    assert since.french_side == pair.french_side


def test_a_name_that_a_rule_now_refuses_is_said(merge, twin, by):
    """The territory has another authority by now."""
    OrganisationFactory(territory=twin.french_side.territory)

    with pytest.raises(ValidationError, match="déjà sa collectivité"):
        undo_merge(merge=merge, reason="Deux fiches", by=by)


def test_after_a_year_a_merge_stays(merge, by):
    Merge.objects.update(merged_at=timezone.now() - YEAR - YEAR / 12)
    [rule] = retention.RULES

    assert apply_rule(rule) == 1
    assert apply_rule(rule) == 0

    merge.refresh_from_db()
    assert merge.can_be_undone is False
    with pytest.raises(ValidationError, match="trop ancienne"):
        undo_merge(merge=merge, reason="Deux fiches", by=by)
