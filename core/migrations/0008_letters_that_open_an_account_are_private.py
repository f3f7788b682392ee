from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_versions_are_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="is_private",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Son texte ouvre un compte : il n’est montré qu’à qui le reçoit.",
                verbose_name="confidentielle",
            ),
        ),
    ]
