"""What each line would do, once it is known who is meant: one statement over all lines, which writes those it changes."""

PLAIN = ("status", "form_stated", "title", "summary", "source", "since", "until")
WORDS = ("since_words", "until_words")


def change(name):
    return (
        f"'{name}', case when parsed ? '{name}' and parsed ->> '{name}' is distinct from {name}_now "
        f"then jsonb_build_array({name}_now, parsed ->> '{name}') end"
    )


def change_of_words(name):
    """Words go with their days: « fin octobre 2016 » replaced by « 2016 » leaves none behind."""
    return (
        f"'{name}', case when parsed ? '{name}' and parsed ->> '{name}' is distinct from coalesce({name}_now, '') "
        f"then jsonb_build_array({name}_now, parsed ->> '{name}') end"
    )


NOW = ", ".join(f"pair.{name}::text as {name}_now" for name in PLAIN + WORDS)
CHANGES = ", ".join([*map(change, PLAIN), *map(change_of_words, WORDS)])
VERDICT = f"""
with meant as (
    select entry.id, entry.line, entry.parsed,
           coalesce(french.key, '') as french, coalesce(abroad.key, '') as abroad,
           entry.parsed -> 'problems' || coalesce(french.problems, '[]') || coalesce(abroad.problems, '[]') as problems,
           entry.parsed -> 'doubts' || coalesce(french.doubts, '[]') || coalesce(abroad.doubts, '[]') as doubts,
           coalesce(french.asked, false) or coalesce(abroad.asked, false) as asked
    from partnerships_tablerow as entry
    left join line_side as left_side on left_side.row_id = entry.id and left_side.side = 'french'
    left join designation as french on french.label = left_side.label
    left join line_side as right_side on right_side.row_id = entry.id and right_side.side = 'foreign'
    left join designation as abroad on abroad.label = right_side.label
    where entry.table_import_id = %(import)s
), known as (
    select meant.*, pair.id as pair_id, {NOW},
           first_value(meant.line) over same_pair as first_line,
           french <> '' and abroad <> '' as is_pair,
           coalesce(parsed ->> 'status', pair.status, 'active') as status_then,
           coalesce((parsed ->> 'since')::daterange, pair.since) as since_then,
           coalesce((parsed ->> 'until')::daterange, pair.until) as until_then
    from meant left join partnerships_partnership as pair
      on pair.group_id = %(group)s
     and pair.french_side_id = case when french like 'o%%' then substr(french, 2)::bigint end
     and pair.foreign_side_id = case when abroad like 'o%%' then substr(abroad, 2)::bigint end
    window same_pair as (partition by french, abroad order by (problems <> '[]'), line)
), judged as materialized (
    select known.*, problems || case when problems <> '[]' or not is_pair then '[]' else
            case when french = abroad then '[["", "two_sides", "", ""]]'::jsonb else '[]' end
            || case when first_line <> line then
                 jsonb_build_array(jsonb_build_array('', 'repeated', '', first_line::text)) else '[]' end
            || case when until_then is not null and status_then <> 'ended'
                 then '[["until", "end_means_ended", "", ""]]'::jsonb else '[]' end
            || case when not lower(since_then) < upper(until_then)
                 then '[["until", "order", "", ""]]'::jsonb else '[]' end
        end as all_problems,
        jsonb_strip_nulls(jsonb_build_object({CHANGES}, 'themes', case when parsed ? 'themes' then (
            select jsonb_build_array('[]'::jsonb, jsonb_agg(theme)) from jsonb_array_elements(parsed -> 'themes') as theme
            where not exists (
                select from partnerships_partnership_themes as link
                where link.partnership_id = pair_id and link.theme_id = theme::bigint)
            having count(*) > 0) end)) as changes
    from known
), given as (
    select id, french, abroad, doubts, pair_id, all_problems, changes, case
        when asked and not jsonb_path_exists(problems, 'strict $[*] ? (@[1] != "ambiguous")') then 'asked'
        when all_problems <> '[]' or not is_pair then 'refused'
        when pair_id is null then 'added'
        when changes = '{{}}' then 'same'
        else 'changed' end as outcome
    from judged
)
update partnerships_tablerow as entry set
    french = given.french, "foreign" = given.abroad, doubts = given.doubts, partnership_number = given.pair_id,
    problems = given.all_problems, changes = given.changes, outcome = given.outcome
from given where given.id = entry.id and entry.table_import_id = %(import)s
    and (entry.french, entry."foreign", entry.doubts, entry.partnership_number, entry.problems, entry.changes, entry.outcome)
    is distinct from (given.french, given.abroad, given.doubts, given.pair_id, given.all_problems, given.changes, given.outcome)
"""


def give_verdict(cursor, table_import):
    cursor.execute(VERDICT, {"import": table_import.pk, "group": table_import.group_id})
