"""Records of the directory that look like one entered twice; a person decides. The database compares, in one statement.

Two entries of the reference data are two: at least one of a pair was added by hand, or has no territory.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction

from directory.models import Organisation, Territory

MOST = 500  # a list longer than that is not read to its end
NEAR = 0.6  # likeness of two names, by their trigrams, from which they are suggested
FOLDED = "regexp_replace({0}.sort_key, '[-''’., /]+', ' ', 'g')"


class Why(StrEnum):
    """Why two records are suggested, the best reason first."""

    CODE = "code"
    NAME = "name"
    NEAR = "near"
    PLACE = "place"


@dataclass(frozen=True)
class Suggestion:
    first: models.Model
    second: models.Model
    why: Why


ORGANISATIONS = f"""
with known as (
    select entry.id, entry.kind, entry.sort_key, entry.territory_id, {FOLDED.format("entry")} as folded,
           coalesce(place.country, '') as country, coalesce(place.dataset, '') = '' as is_ours
    from directory_organisation as entry left join directory_territory as place on place.id = entry.territory_id
), called as (
    select id, folded from known
    union select organisation_id, folded from directory_organisationname
), alike as (
    select one.id as one, two.id as two, 'name' as why, 1.0 as likeness
    from called as one join called as two on two.folded = one.folded and two.id <> one.id
    union all
    select one.id, two.id, 'near', similarity(one.sort_key, two.sort_key)
    from known as one join directory_organisation as two on two.sort_key %% one.sort_key and two.id <> one.id
    where one.is_ours and similarity(one.sort_key, two.sort_key) >= %(near)s
    union all
    select one.id, two.id, 'place', similarity(one.sort_key, two.sort_key)
    from known as one join known as two
        on two.territory_id = one.territory_id and two.kind = one.kind and two.id <> one.id
    where one.kind <> 'authority' and similarity(one.sort_key, two.sort_key) >= %(near)s / 2
)
select one, two, why, likeness from alike join known as first on first.id = one join known as second on second.id = two
where (first.is_ours or second.is_ours)
  and (first.country = '' or second.country = '' or (first.country = 'FR') = (second.country = 'FR'))
"""
TERRITORIES = f"""
with ours as (
    select id, {FOLDED.format("entry")} as folded from directory_territory as entry where dataset = ''
), called as (
    select id, folded from ours
    union select territory_id, name.folded from directory_territoryname as name join ours on ours.id = territory_id
), alike as (
    select one.id as one, two.territory_id as two, 'name' as why, 1.0 as likeness
    from called as one join directory_territoryname as two on two.folded = one.folded and two.territory_id <> one.id
    union all
    select one.id, two.id, 'name', 1.0 from called as one join called as two on two.folded = one.folded and two.id <> one.id
    union all
    select ours.id, two.territory_id, 'near', similarity(ours.sort_key, two.folded)
    from directory_territory as ours join directory_territoryname as two
        on two.folded %% ours.sort_key and two.territory_id <> ours.id
    where ours.dataset = '' and similarity(ours.sort_key, two.folded) >= %(near)s
    union all
    select one.territory_id, two.territory_id, 'code', 1.0
    from directory_territorycode as one join directory_territorycode as two
        on two.code = one.code and two.system = one.system and two.territory_id <> one.territory_id
)
select one, two, why, likeness
from alike join directory_territory as first on first.id = one join directory_territory as second on second.id = two
where first.country = second.country and '' in (first.dataset, second.dataset)
  and first.parent_id is distinct from second.id and second.parent_id is distinct from first.id
  and (first.parent_id = second.parent_id or first.parent_id is null or second.parent_id is null or why = 'code')
"""
# Each pair once, for its best reason; without those of which somebody said that they are two.
PAIRS = """
select least(one, two), greatest(one, two), min(array_position(array['code', 'name', 'near', 'place'], why)) as rank
from ({alike}) as found
where (%(number)s::bigint is null or %(number)s::bigint in (one, two)) and not exists (
    select from directory_notduplicates as apart where apart.content_type_id = %(kind)s
    and apart.first_number = least(one, two) and apart.second_number = greatest(one, two))
group by 1, 2 order by rank, max(likeness) desc, 1, 2 limit %(most)s
"""


def suggestions(model, alike, number=None) -> list[Suggestion]:
    """The pairs of rows of `model` that the statement `alike` finds, the likeliest first; of one record when told its number."""
    kind = ContentType.objects.get_for_model(model).pk
    with transaction.atomic(), connection.cursor() as cursor:
        # The indexes then give the near names alone, not all that share a syllable.
        cursor.execute("select set_config('pg_trgm.similarity_threshold', %s, true)", [str(NEAR)])
        cursor.execute(PAIRS.format(alike=alike), {"near": NEAR, "number": number, "kind": kind, "most": MOST})
        pairs = cursor.fetchall()
    rows = named({one for pair in pairs for one in pair[:2]}, model)
    reasons = list(Why)
    return [Suggestion(rows[one], rows[two], reasons[rank - 1]) for one, two, rank in pairs if {one, two} <= set(rows)]


def named(numbers: Iterable[int], model):
    return {row.pk: row for row in model._default_manager.for_listing().filter(pk__in=numbers)}


def similar_organisations(number=None):
    return suggestions(Organisation, ORGANISATIONS, number)


def similar_territories(number=None):
    return suggestions(Territory, TERRITORIES, number)
