from django.db import migrations, models

from core.sequences import revision_trigger

SEQUENCE = {"db_default": 0, "default": 0, "editable": False, "verbose_name": "révision"}


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_revisions_are_counted_by_the_database"),
        ("meetings", "0002_an_entry_names_a_search_only_as_one"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="is_cancelled",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Elle reste dans la liste et dans l’agenda, barrée.",
                verbose_name="annulée",
            ),
        ),
        migrations.AddField(model_name="meeting", name="sequence", field=models.PositiveIntegerField(**SEQUENCE)),
        migrations.AddField(model_name="actionitem", name="sequence", field=models.PositiveIntegerField(**SEQUENCE)),
        revision_trigger(
            "meetings_meeting",
            [
                *("title", "first_day", "last_day", "starts_at", "ends_at", "time_zone"),
                *("venue", "address", "is_cancelled"),
            ],
        ),
        revision_trigger("meetings_actionitem", ["text", "due", "state"]),
    ]
