from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_names_fold_punctuation_and_say_their_dataset")]

    operations = [
        migrations.AddIndex(
            model_name="territorycode",
            index=models.Index(fields=["code", "system"], name="directory_territorycode_code"),
        ),
    ]
