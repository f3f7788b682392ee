from django.db import migrations


def verify(apps, schema_editor):
    """Until now accounts were made by staff, who knew the address of each."""
    address = apps.get_model("account", "EmailAddress")
    known = address.objects.values("user")
    for user in apps.get_model("accounts", "User").objects.exclude(pk__in=known):
        address.objects.create(user=user, email=user.email, verified=True, primary=True)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_versions_are_kept"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(verify, migrations.RunPython.noop)]
