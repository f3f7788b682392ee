from django.db import migrations

from core.sequences import revision_trigger

# What the agenda shows of a visit, and of each of its stops.
VISIT = ["title", "sender_name", "sender_id", "sender_territory_id", "first_day", "last_day", "time_zone", "state"]
STOP = ["title", "host_id", "place_id", "venue", "starts_at", "ends_at", "time_zone", "state"]


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_revisions_are_counted_by_the_database"),
        ("delegations", "0001_delegations"),
    ]
    operations = [
        revision_trigger("delegations_delegation", VISIT),
        revision_trigger("delegations_stop", STOP),
    ]
