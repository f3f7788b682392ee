from django.db import migrations, models

from core.sequences import revision_trigger

SEQUENCE = {"db_default": 0, "default": 0, "editable": False, "verbose_name": "révision"}


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_revisions_are_counted_by_the_database"),
        ("partnerships", "0001_partnerships"),
    ]

    operations = [
        migrations.AddField(model_name="milestone", name="sequence", field=models.PositiveIntegerField(**SEQUENCE)),
        migrations.AddField(model_name="agreement", name="sequence", field=models.PositiveIntegerField(**SEQUENCE)),
        revision_trigger("partnerships_milestone", ["text", "when"]),
        revision_trigger("partnerships_agreement", ["form", "until", "replaces_id"]),
    ]
