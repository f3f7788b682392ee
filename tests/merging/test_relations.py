"""What points to a record is found from the models, and the database says that nothing is forgotten."""

import pytest
from django.core.exceptions import ValidationError

from cufportal.merging.kinds import KINDS
from directory.merging.relations import relations_to, rules_of
from directory.merging.undoing import undo_merge
from directory.merging.writing import merge_records
from directory.models import Organisation, Territory
from partnerships.models import Partnership
from tests.factories import OrganisationFactory, PartnershipFactory, TerritoryFactory, UserFactory
from tests.merging.tables import differences, foreign_keys_to, pointing_to, rows_of_all_tables
from tests.merging.worlds import point_everything_at, populate

pytestmark = pytest.mark.django_db

every_kind = pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)


def two_of(model):
    if model is Partnership:
        kept = PartnershipFactory()
        return kept, PartnershipFactory(group=kept.group)
    factory = OrganisationFactory if model is Organisation else TerritoryFactory
    return factory(), factory()


@every_kind
def test_every_foreign_key_that_the_database_knows_is_a_relation_that_a_merge_moves(model):
    found = {
        (relation.model._meta.db_table, relation.field.column)
        for relation in relations_to(model)
        if not relation.kind_column
    }

    assert found == foreign_keys_to(model)
    assert len(found) > 5


@every_kind
def test_every_constraint_on_what_moves_is_one_that_a_merge_reads(model):
    """A constraint of another form would be broken, and told by the database alone, only once somebody merges."""
    moved = {relation.model for relation in relations_to(model)}

    assert {name for one in moved for name in rules_of(one).unread} == set()


@every_kind
def test_whatever_names_a_record_names_the_kept_one_after_a_merge(model):
    populate(model)
    kept, absorbed = two_of(model)
    lacking = point_everything_at(absorbed)
    assert lacking == []
    assert pointing_to(model, absorbed.pk) == foreign_keys_to(model)

    merge_records(kept=kept, absorbed=absorbed, kinds=KINDS, reason="Saisi deux fois", by=UserFactory())

    assert pointing_to(model, absorbed.pk) == set()
    left = [one for one in relations_to(model) if one.model._base_manager.filter(one.about([absorbed.pk])).exists()]
    assert left == []
    assert not model._default_manager.filter(pk=absorbed.pk).exists()


@every_kind
def test_a_merge_taken_back_leaves_every_row_of_every_table_as_it_was(model):
    populate(model)
    kept, absorbed = two_of(model)
    point_everything_at(absorbed)
    by = UserFactory()
    before = rows_of_all_tables()

    merge = merge_records(kept=kept, absorbed=absorbed, kinds=KINDS, reason="Saisi deux fois", by=by)
    between = rows_of_all_tables()
    undo_merge(merge=merge, reason="Ce sont deux fiches", by=by)

    assert len(differences(before, between)) > 10
    assert differences(before, rows_of_all_tables()) == {}


def test_a_merge_needs_two_records_and_a_reason():
    one = OrganisationFactory()
    options = {"kinds": KINDS, "by": UserFactory()}

    for values in ({"absorbed": one, "reason": "Deux fois"}, {"absorbed": OrganisationFactory(), "reason": " "}):
        with pytest.raises(ValidationError):
            merge_records(kept=one, **values, **options)

    assert Territory.objects.count() == Organisation.objects.count() == 2
