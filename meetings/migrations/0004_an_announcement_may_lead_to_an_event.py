import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0002_seats_are_counted_by_the_database"),
        ("meetings", "0003_meetings_may_be_cancelled_and_count_their_revisions"),
    ]

    operations = [
        migrations.AddField(
            model_name="announcement",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="announcements",
                to="events.event",
                verbose_name="événement du portail",
            ),
        ),
    ]
