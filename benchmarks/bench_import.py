"""Time of reading, parsing and matching minutes with the whole gazetteer; floors: reading alone, an empty parse.

python -m benchmarks.bench_import
"""

import sys
from pathlib import Path

from benchmarks.scratch import line, median, scratch_portal, timed

SOURCE = Path(__file__).resolve().parents[2] / "shared" / "source" / "groupe-pays-chine-2017-09-14.txt"
OURS = Path(__file__).resolve().parents[1] / "tests" / "meetings" / "data" / "minutes_maroc.txt"


def main():
    from django.core.management import call_command  # noqa: PLC0415 - after Django is set up

    from directory.models import CountryGroup  # noqa: PLC0415
    from meetings.minutes.knowledge import load_gazetteer, load_known  # noqa: PLC0415
    from meetings.minutes.matching import propose  # noqa: PLC0415
    from meetings.minutes.parsing import parse  # noqa: PLC0415
    from meetings.minutes.reading import read_document  # noqa: PLC0415
    from meetings.minutes.redaction import redact  # noqa: PLC0415

    loaded = timed(lambda: call_command("load_territories", verbosity=0))
    again = timed(lambda: call_command("load_territories", verbosity=0))
    group = CountryGroup.objects.create(slug="chine", name="Groupe-pays Chine", country="CN")
    file = SOURCE if SOURCE.exists() else OURS
    data = file.read_bytes()
    gazetteer, known = load_gazetteer(), load_known(group)
    document = redact(read_document(data, file.name))
    lines = [
        line("load_territories, first time", loaded),
        line("load_territories, again", again),
        line("gazetteer from the database", median(load_gazetteer, 5)),
        line(f"floor: read {file.name}", median(lambda: read_document(data, file.name))),
        line("redact", median(lambda: redact(read_document(data, file.name)))),
        line(
            "parse and match", median(lambda: propose(parse(document, gazetteer), gazetteer, known)), "target 1000 ms"
        ),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    with scratch_portal():
        main()
