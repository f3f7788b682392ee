import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
from django.db import migrations, models

import core.operations

# The form of the latest agreement in force today, the days between which no agreement begins or ends, and the themes with those
# above them. A record that is just added has neither yet, unless who adds it leaves its themes unsaid: many at once cost less so.
NOTED = """
create function partnerships_partnership_listed() returns trigger language plpgsql as $$
declare
    changes date[];
begin
    new.listed_form := null;
    new.listed_form_days := null;
    if tg_op = 'INSERT' and new.listed_themes is not null then
        new.listed_themes := '{}';
        return new;
    end if;
    changes := array(
        select changing from partnerships_agreement accord
        join partnerships_agreement other on other.id = accord.id or other.replaces_id = accord.id,
        lateral (values (lower(other.since)), (upper(other.until))) as days (changing)
        where accord.partnership_id = new.id
    );
    if cardinality(changes) > 0 then
        select daterange(max(changing) filter (where changing <= current_date),
            min(changing) filter (where changing > current_date))
        into new.listed_form_days from unnest(changes) as days (changing);
        select accord.form into new.listed_form from partnerships_agreement accord
        where accord.partnership_id = new.id and partnerships_agreement_binds(accord) and not exists (
            select from partnerships_agreement other
            where other.replaces_id = accord.id and partnerships_agreement_binds(other)
        )
        order by lower(accord.signed) desc nulls last, accord.id desc limit 1;
    end if;
    new.listed_themes := array(
        with recursive line as (
            select theme.id, theme.parent_id from partnerships_partnership_themes carried
            join directory_theme theme on theme.id = carried.theme_id where carried.partnership_id = new.id
            union
            select above.id, above.parent_id from directory_theme above join line on above.id = line.parent_id
        )
        select id from line order by id
    );
    return new;
end $$;
create function partnerships_agreement_binds(accord partnerships_agreement) returns boolean language sql stable as $$
    select (accord.since is null or lower(accord.since) <= current_date)
        and (accord.until is null or upper(accord.until) > current_date)
$$;
create trigger partnerships_partnership_listed
before insert or update of id, listed_form, listed_form_days, listed_themes on partnerships_partnership
for each row execute function partnerships_partnership_listed();
"""
FORGOTTEN = """
drop trigger partnerships_partnership_listed on partnerships_partnership;
drop function partnerships_partnership_listed();
drop function partnerships_agreement_binds(partnerships_agreement)
"""

# What changes beside a record has the record noted anew, whoever writes it; who waits for another's change then sees it.
FOLLOWED = """
create function partnerships_themes_listed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        update partnerships_partnership set id = id where id in (select partnership_id from after_it);
    end if;
    if tg_op <> 'INSERT' then
        update partnerships_partnership set id = id where id in (select partnership_id from before_it);
    end if;
    return null;
end $$;
create function partnerships_moved_themes_listed() returns trigger language plpgsql as $$
begin
    update partnerships_partnership set id = id where listed_themes && array(
        select after.id from before_it before join after_it after using (id)
        where before.parent_id is distinct from after.parent_id
    );
    return null;
end $$;
create function partnerships_agreements_listed() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        update partnerships_partnership set id = id where id in (
            select partnership_id from after_it
            union select replaced.partnership_id from after_it join partnerships_agreement replaced
                on replaced.id = after_it.replaces_id);
    end if;
    if tg_op <> 'INSERT' then
        update partnerships_partnership set id = id where id in (
            select partnership_id from before_it
            union select replaced.partnership_id from before_it join partnerships_agreement replaced
                on replaced.id = before_it.replaces_id);
    end if;
    return null;
end $$;
"""
UNFOLLOWED = """
drop function partnerships_themes_listed();
drop function partnerships_moved_themes_listed();
drop function partnerships_agreements_listed()
"""
EVENTS = {
    "insert": "new table as after_it",
    "update": "old table as before_it new table as after_it",
    "delete": "old table as before_it",
}
FOLLOWING = (
    ("partnerships_partnership_themes", "partnerships_themes_listed", EVENTS),
    ("partnerships_agreement", "partnerships_agreements_listed", EVENTS),
    ("directory_theme", "partnerships_moved_themes_listed", ["update"]),
)
TRIGGERS = [
    migrations.RunSQL(
        f"create trigger {function}_{event} after {event} on {table} referencing {EVENTS[event]} "
        f"for each statement execute function {function}()",
        f"drop trigger {function}_{event} on {table}",
    )
    for table, function, events in FOLLOWING
    for event in events
]


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0009_wishes_say_what_kind_and_whom_to_write_to"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="listed_form",
            field=models.CharField(
                blank=True, editable=False, max_length=24, null=True, verbose_name="forme de l’accord en vigueur"
            ),
        ),
        migrations.AddField(
            model_name="partnership",
            name="listed_form_days",
            field=django.contrib.postgres.fields.ranges.DateRangeField(
                blank=True, editable=False, null=True, verbose_name="jours où elle vaut"
            ),
        ),
        migrations.AddField(
            model_name="partnership",
            name="listed_themes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                editable=False,
                verbose_name="thèmes, pour les listes",
            ),
        ),
        migrations.RunSQL(NOTED, FORGOTTEN),
        migrations.RunSQL(FOLLOWED, UNFOLLOWED),
        *TRIGGERS,
        migrations.RunSQL("update partnerships_partnership set id = id", migrations.RunSQL.noop),
    ]
    operations = core.operations.at_once(operations)
