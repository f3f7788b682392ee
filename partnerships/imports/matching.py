"""All lines of an import matched at once, by SQL: who is meant, which pair it is, what would change.

A *designation* is what lines write of one side: a code, a name, and within what it lies. Each is looked for once, however
many lines write it: by its code first; else by any name of a territory or of an organisation, folded as the database
folds names; else by the name of the place behind « Ville de… ». The tables are temporary and live for one transaction.
"""

import json

from django.db import connection

from directory.services import AUTHORITY_ELSEWHERE
from partnerships.imports.records_read import digest_of_records
from partnerships.imports.verdict import give_verdict

FOLDED = "btrim(regexp_replace(core_unaccented(coalesce({}, '')), '[-''’., /]+', ' ', 'g'))"
TEMPORARY = ("line_side", "designation", "candidate")

SIDES = f"""
create temp table line_side on commit drop as
select *, concat_ws('|', side, code, name, within) as label from (
    select entry.id as row_id, side, parsed ->> (side || '_said') as said,
           coalesce(parsed ->> (side || '_code'), '') as code,
           {FOLDED.format("parsed ->> (side || '_name')")} as name,
           {FOLDED.format("parsed ->> (side || '_variant')")} as variant,
           {FOLDED.format("parsed ->> (side || '_within')")} as within
    from partnerships_tablerow as entry cross join (values ('french'), ('foreign')) as sides (side)
    where table_import_id = %(import)s and parsed ? (side || '_said')
) as written
"""
DESIGNATIONS = """
create temp table designation on commit drop as
select row_number() over () as id, label, side, code, name, min(variant) as variant, within, min(said) as said,
       null::text as key, '{}'::text[] as keys, 0 as choices, false as asked, '[]'::jsonb as problems, '[]'::jsonb as doubts
from line_side group by label, side, code, name, within
"""
CANDIDATES = """
create temp table candidate (
    designation bigint, territory bigint, organisation bigint, is_former boolean default false, key text,
    is_named boolean default false, is_within boolean default false
) on commit drop
"""
BY_CODE = """
insert into candidate (designation, territory)
select distinct designation.id, territory.id
from designation
join directory_territorycode as held on held.code = designation.code and held.valid @> current_date
join directory_territory as territory on territory.id = held.territory_id
where designation.code <> '' and (territory.country = 'FR') = (side = 'french')
"""
BY_NAME = """
insert into candidate (designation, territory, is_former)
select distinct designation.id, case when territory.valid @> current_date then territory.id else territory.successor_id end,
       not territory.valid @> current_date
from designation
join directory_territoryname as called on called.folded = designation.{name}
join directory_territory as territory on territory.id = called.territory_id
where designation.code = '' and designation.{name} <> '' and (territory.country = 'FR') = (side = 'french')
  and (territory.valid @> current_date or territory.successor_id is not null)
  and {condition}
"""
# An authority stands for its territory, so that both ways to say it lead to one candidate.
ORGANISATIONS = f"""
insert into candidate (designation, territory, organisation)
select distinct designation.id, organisation.territory_id,
       case when organisation.kind <> 'authority' then organisation.id end
from designation
join (
    select id, {FOLDED.format("name")} as folded from directory_organisation
    union select id, {FOLDED.format("acronym")} from directory_organisation where acronym <> ''
    union select id, name_zh from directory_organisation where name_zh <> ''
    union select organisation_id, folded from directory_organisationname
) as called on called.folded = designation.name
join directory_organisation as organisation on organisation.id = called.id
left join directory_territory as territory on territory.id = organisation.territory_id
where designation.code = '' and designation.name <> ''
  and (territory.id is null or (territory.country = 'FR') = (side = 'french'))
"""
NOT_FOUND = "not exists (select from candidate where candidate.designation = designation.id)"
# « Ville de… » names a commune; « Conseil régional de… » the authority of a region, by its own name.
OF_TOWN = (
    "(side = 'foreign' or territory.kind = 'commune' or designation.variant like 'region %%' "
    "or designation.variant like 'departement %%')"
)
NOT_FORMER = """
delete from candidate where is_former and exists (
    select from candidate as other where other.designation = candidate.designation and not other.is_former)
"""
# Departments whose powers another body holds lead to it, as `ensure_authority` does.
BEARERS = """
update candidate set territory = bearer.territory_id
from unnest(%(departments)s::text[], %(systems)s::text[], %(codes)s::text[]) as elsewhere (department, system, code)
join directory_territorycode as held
  on held.system = 'insee_departement' and held.code = elsewhere.department and held.valid @> current_date
join directory_territorycode as bearer
  on bearer.system = elsewhere.system and bearer.code = elsewhere.code and bearer.valid @> current_date
where candidate.territory = held.territory_id and candidate.organisation is null
"""
KEYS = """
update candidate set
    key = coalesce('o' || candidate.organisation, 'o' || authority.id, 't' || known.territory),
    is_named = designation.code <> '' and (
        exists (select from directory_territoryname as called where called.territory_id = known.territory
                and called.folded in (designation.name, nullif(designation.variant, '')))
        or exists (select from directory_organisationname as called where called.organisation_id = authority.id
                and called.folded = designation.name)
        or coalesce(regexp_replace(authority.sort_key, '[-''’., /]+', ' ', 'g') = designation.name, false)),
    is_within = designation.within <> '' and (
        exists (select from directory_territoryname as called where called.territory_id = any (above.ids)
                and called.folded = designation.within)
        or exists (select from directory_territorycode as held where held.territory_id = any (above.ids)
                and held.code = upper(designation.within)))
from (select distinct territory from candidate where territory is not null) as known
left join directory_organisation as authority on authority.territory_id = known.territory and authority.kind = 'authority'
left join lateral (
    select array[one.parent_id, two.parent_id, three.parent_id, one.intercommunality_id] as ids
    from directory_territory as one
    left join directory_territory as two on two.id = one.parent_id
    left join directory_territory as three on three.id = two.parent_id
    where one.id = known.territory
) as above on true,
designation
where designation.id = candidate.designation and known.territory = candidate.territory
"""
PLACELESS = "update candidate set key = 'o' || organisation where territory is null"
# The name beside a code, or the place it lies in, chooses between several; when it fits none of them, all stay.
NARROWED = """
delete from candidate using designation
where designation.id = candidate.designation and {asked} <> '' and not candidate.{fits}
  and exists (select from candidate as other where other.designation = candidate.designation and other.{fits})
"""
CHOSEN = """
update designation set
    choices = found.choices, keys = found.keys,
    key = case when found.choices = 1 then found.key when answer.value = any (found.keys) then answer.value end,
    asked = found.choices > 1 and coalesce(answer.value, '') <> '-' and not coalesce(answer.value = any (found.keys), false)
from (
    select designation, count(distinct key) as choices, min(key) as key, array_agg(distinct key) as keys
    from candidate group by designation
) as found
left join designation as asking on asking.id = found.designation
left join jsonb_each_text(%(answers)s::jsonb) as answer on answer.key = asking.label
where designation.id = found.designation
"""
PROBLEMS = """
update designation set problems = jsonb_build_array(jsonb_build_array(
    side || case when code <> '' then '_code' else '_name' end,
    case when choices > 1 then case when asked then 'ambiguous' else 'left_out' end
         when code <> '' then 'code_unknown' else 'name_unknown' end,
    case when code <> '' and choices = 0 then code else said end, choices::text, label, array_to_string(keys, ',')))
where key is null
"""
# A doubt is rare: only the designations of which one holds are written.
DOUBTS = """
update designation set doubts = (
    select jsonb_agg(doubt) from (values
        (jsonb_build_array(side || '_name', 'name_contradicts', said, chosen.name), chosen.is_misnamed),
        (jsonb_build_array(side || '_within', 'within_contradicts', within, chosen.name), chosen.is_misplaced),
        (jsonb_build_array(side || '_name', 'succeeded', said, chosen.name), chosen.is_former),
        (jsonb_build_array(side || '_name', 'other_country', said, ''), chosen.is_elsewhere)
    ) as rule (doubt, holds) where holds)
from (
    select candidate.designation, max(territory.name) as name, bool_and(candidate.is_former) as is_former,
           bool_and(code <> '' and asking.name <> '' and not candidate.is_named) as is_misnamed,
           bool_and(within <> '' and not candidate.is_within) as is_misplaced,
           bool_and(side = 'foreign' and territory.country <> %(country)s) as is_elsewhere
    from candidate join directory_territory as territory on territory.id = candidate.territory
    join designation as asking on asking.id = candidate.designation and asking.key = candidate.key
    group by candidate.designation
) as chosen
where designation.id = chosen.designation
  and (chosen.is_misnamed or chosen.is_misplaced or chosen.is_former or chosen.is_elsewhere)
"""


def match(table_import):
    """Say of each line what it would do, and why not, and note which records were read; for a transaction.

    What lines said is not read again.
    """
    values = {
        "import": table_import.pk,
        "answers": json.dumps(table_import.answers),
        "country": table_import.group.country,
        "departments": list(AUTHORITY_ELSEWHERE),
        "systems": [str(system) for system, _code in AUTHORITY_ELSEWHERE.values()],
        "codes": [code for _system, code in AUTHORITY_ELSEWHERE.values()],
    }
    with connection.cursor() as cursor:
        # Told first: what changes while matching reads is a change since.
        table_import.records_read = digest_of_records(cursor)
        for statement in statements():
            cursor.execute(statement, values)
        give_verdict(cursor, table_import)
        cursor.execute(f"drop table {', '.join(TEMPORARY)}")
    table_import.save(update_fields=["records_read", "updated_at"])


def statements():
    yield SIDES
    yield "analyze line_side (side, label)"
    yield DESIGNATIONS
    yield "analyze designation (id, label, side, code, name, variant)"
    yield CANDIDATES
    yield BY_CODE
    yield BY_NAME.format(name="name", condition="true")
    yield ORGANISATIONS
    yield NOT_FORMER
    yield BY_NAME.format(name="variant", condition=f"{NOT_FOUND} and {OF_TOWN}")
    yield NOT_FORMER
    yield BEARERS
    yield "analyze candidate"
    yield KEYS
    yield PLACELESS
    yield NARROWED.format(asked="code <> '' and name", fits="is_named")
    yield NARROWED.format(asked="within", fits="is_within")
    yield CHOSEN
    yield PROBLEMS
    yield DOUBTS
