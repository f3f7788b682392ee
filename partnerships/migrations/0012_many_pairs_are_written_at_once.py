import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0011_an_import_knows_what_its_trial_read"),
    ]

    operations = [
        migrations.AlterField(
            model_name="partnership",
            name="group",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partnerships",
                to="directory.countrygroup",
                verbose_name="groupe-pays",
            ),
        ),
        migrations.RemoveIndex(
            model_name="partnership",
            name="partnerships_own_text",
        ),
        migrations.AddIndex(
            model_name="partnership",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=True, fields=["own_text"], gin_pending_list_limit=512, name="partnerships_own_text"
            ),
        ),
        # Each line is written three times more as it is read, matched and recorded: with room left beside it, on its page and
        # without a new entry in any index.
        migrations.RunSQL(
            "alter table partnerships_tablerow set (fillfactor = 50)",
            "alter table partnerships_tablerow reset (fillfactor)",
        ),
    ]
