import re
from pathlib import Path

from django.db import migrations

TEXTS = Path(__file__).resolve().parent.parent / "data" / "legal"
TITLE = re.compile(r"<h1>(.+)</h1>\n")


def write_pages(apps, schema_editor):
    """The texts one begins with; CUF completes and corrects them in the administration."""
    page = apps.get_model("core", "LegalPage")
    for path in sorted(TEXTS.glob("*.html")):
        kind, language, _html = path.name.split(".")
        text = path.read_text(encoding="utf-8")
        page.objects.create(kind=kind, language=language, title=TITLE.match(text)[1], body=TITLE.sub("", text))


class Migration(migrations.Migration):
    dependencies = [("core", "0005_what_the_law_wants_said")]

    operations = [migrations.RunPython(write_pages, migrations.RunPython.noop)]
