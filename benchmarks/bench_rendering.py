"""Time of the PDF and DOCX of minutes as long as those of 2017, beside what their libraries cost for nothing.

python -m benchmarks.bench_rendering
"""

import io
import statistics
import sys
import time
from dataclasses import replace

import django
import docx
import typst
from django.conf import settings

settings.configure(USE_I18N=True, LANGUAGE_CODE="fr")
django.setup()

from meetings.minutes.document import paragraph_of  # noqa: E402
from meetings.minutes.rendering.docx import render_docx  # noqa: E402
from meetings.minutes.rendering.typst import render_pdf  # noqa: E402
from tests.meetings.minutes_samples import ROUND, RoundTable, sample_document  # noqa: E402

REPEATS = 20
SENTENCE = "Les membres du groupe ont rappelé que la réciprocité des échanges demande du temps et des moyens. "


def document(number):
    """Three pages, never twice the same: the typesetter remembers what it has set."""
    paragraphs = tuple(paragraph_of(f"{number}.{rank} {SENTENCE * 5}") for rank in range(16))
    sample = sample_document(title=f"Réunion {number}")
    return replace(sample, blocks=(*sample.blocks, RoundTable(ROUND * 2), *paragraphs))


def empty_docx():
    docx.Document().save(io.BytesIO())


def milliseconds(task, values):
    times = []
    for value in values:
        start = time.perf_counter()
        task(value)
        times.append((time.perf_counter() - start) * 1000)
    return (
        f"first {times[0]:6.1f} ms, warm median {statistics.median(times[1:]):6.1f} ms, worst {max(times[1:]):6.1f} ms"
    )


def main():
    compiler = typst.Compiler(ignore_system_fonts=True)
    documents = [document(number) for number in range(REPEATS)]
    tasks = {
        "PDF": (render_pdf, documents),
        "PDF, floor (an empty page)": (compiler.compile, [f"{number}".encode() for number in range(REPEATS)]),
        "DOCX": (render_docx, documents),
        "DOCX, floor (an empty document)": (lambda _: empty_docx(), range(REPEATS)),
    }
    for name, (task, values) in tasks.items():
        sys.stdout.write(f"{name:32} {milliseconds(task, values)}\n")


if __name__ == "__main__":
    main()
