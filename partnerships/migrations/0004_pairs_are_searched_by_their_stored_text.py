import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

import core.operations


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_extensions_and_search"),
        ("partnerships", "0003_versions_are_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="own_text",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.SearchVector("title", "summary", config="fr", weight=None),
                output_field=django.contrib.postgres.search.SearchVectorField(),
                verbose_name="forme de recherche",
            ),
        ),
        migrations.AddIndex(
            model_name="partnership",
            index=models.Index(fields=["status"], name="partnerships_status"),
        ),
        migrations.AddIndex(
            model_name="partnership",
            index=models.Index(models.F("since__startswith"), name="partnerships_since"),
        ),
        migrations.AddIndex(
            model_name="partnership",
            index=models.Index(fields=["confirmed_on"], name="partnerships_confirmed"),
        ),
        migrations.AddIndex(
            model_name="partnership",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["own_text"], name="partnerships_own_text"
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(
                models.F("partnership"),
                models.OrderBy(models.F("signed__startswith"), descending=True, nulls_last=True),
                models.OrderBy(models.F("id"), descending=True),
                name="partnerships_agreement_latest",
            ),
        ),
    ]
    operations = core.operations.at_once(operations)
