from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

# `unaccent` is only STABLE because its dictionary could be edited; ours never is, and generated columns ask for IMMUTABLE.
UNACCENTED = """
create function core_unaccented(value text) returns text
language sql immutable parallel safe strict
as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$
"""

FRENCH = """
create text search configuration fr (copy = french);
alter text search configuration fr
    alter mapping for hword, hword_part, word with unaccent, french_stem
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(UNACCENTED, "drop function core_unaccented(text)"),
        migrations.RunSQL(FRENCH, "drop text search configuration fr"),
    ]
