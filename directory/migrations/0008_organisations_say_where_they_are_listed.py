import django.db.models.functions.text
from django.db import migrations, models

import core.operations
import core.search

# The name a pair shows, its kind, and the territories of the first two levels in which it lies, three steps up at most.
PLACE = """
create function directory_organisation_listed() returns trigger language plpgsql as $$
begin
    new.listed_key := core_unaccented(new.name);
    new.listed_kind := new.kind;
    new.listed_country := '';
    new.listed_level := null;
    new.listed_top := null;
    new.listed_second := null;
    if new.territory_id is not null then
        select
            case when new.kind = 'authority' then own.sort_key else new.listed_key end,
            case when new.kind = 'authority' then own.kind else new.kind end,
            own.country,
            own.level,
            case 1 when own.level then own.id when one.level then one.id
                when two.level then two.id when three.level then three.id end,
            case 2 when own.level then own.id when one.level then one.id
                when two.level then two.id when three.level then three.id end
        into
            new.listed_key, new.listed_kind, new.listed_country, new.listed_level, new.listed_top, new.listed_second
        from directory_territory own
            left join directory_territory one on one.id = own.parent_id
            left join directory_territory two on two.id = one.parent_id
            left join directory_territory three on three.id = two.parent_id
        where own.id = new.territory_id;
    end if;
    return new;
end $$;
create trigger directory_organisation_listed before insert or update on directory_organisation
for each row execute function directory_organisation_listed();
"""

# What lies in a territory that changed is listed anew.
MOVES = """
create function directory_territory_listed() returns trigger language plpgsql as $$
begin
    with recursive moved as (
        select after.id from before_it before join after_it after using (id)
        where (before.name, before.kind, before.level, before.country, before.parent_id)
            is distinct from (after.name, after.kind, after.level, after.country, after.parent_id)
        union
        select below.id from directory_territory below join moved on below.parent_id = moved.id
    )
    update directory_organisation set territory_id = territory_id where territory_id in (select id from moved);
    return null;
end $$;
create trigger directory_territory_listed after update on directory_territory
referencing old table as before_it new table as after_it
for each statement execute function directory_territory_listed();
"""
UNDO_PLACE = """
drop trigger directory_organisation_listed on directory_organisation;
drop function directory_organisation_listed()
"""
UNDO_MOVES = """
drop trigger directory_territory_listed on directory_territory;
drop function directory_territory_listed()
"""
FILL = "update directory_organisation set territory_id = territory_id"


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0007_a_departure_ends_rights_at_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="folded",
            field=models.GeneratedField(
                db_persist=True,
                expression=core.search.Folded(
                    django.db.models.functions.text.Concat(
                        "name", models.Value(" "), "name_zh", output_field=models.TextField()
                    )
                ),
                output_field=models.TextField(),
                verbose_name="forme de recherche",
            ),
        ),
        *(
            migrations.AddField(
                model_name="organisation",
                name=name,
                field=models.TextField(db_default="", default="", editable=False, verbose_name=called),
            )
            for name, called in (
                ("listed_key", "clé de tri du nom montré"),
                ("listed_kind", "nature montrée"),
                ("listed_country", "pays du territoire"),
            )
        ),
        migrations.AddField(
            model_name="organisation",
            name="listed_level",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="niveau du territoire"),
        ),
        migrations.AddField(
            model_name="organisation",
            name="listed_top",
            field=models.BigIntegerField(editable=False, null=True, verbose_name="région ou province"),
        ),
        migrations.AddField(
            model_name="organisation",
            name="listed_second",
            field=models.BigIntegerField(editable=False, null=True, verbose_name="département ou préfecture"),
        ),
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(fields=["listed_key"], name="directory_organisation_listed"),
        ),
        migrations.RunSQL(PLACE, UNDO_PLACE),
        migrations.RunSQL(MOVES, UNDO_MOVES),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
    operations = core.operations.at_once(operations)
