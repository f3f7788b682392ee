from django.db import migrations

# The columns that matter are arguments of the trigger: in its WHEN clause, their type could never be altered.
# The hour is that of the clock: now() is the beginning of the transaction, before a row that was made in it.
COUNT = """
create function core_count_revision() returns trigger language plpgsql as $$
declare
    held jsonb := to_jsonb(old);
    given jsonb := to_jsonb(new);
    watched text;
    is_revised boolean := false;
begin
    foreach watched in array tg_argv loop
        if not held ? watched then
            raise undefined_column using message = format('%s has no column %s to watch', tg_table_name, watched);
        end if;
        is_revised := is_revised or held -> watched is distinct from given -> watched;
    end loop;
    new.sequence := old.sequence + is_revised::int;
    if is_revised then
        new.updated_at := clock_timestamp();
    end if;
    return new;
end
$$
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0002_review_flags")]
    operations = [migrations.RunSQL(COUNT, "drop function core_count_revision()")]
