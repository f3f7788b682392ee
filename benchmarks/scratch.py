"""A database of its own for the benchmarks: never the one that somebody uses."""

import os
import shutil
import statistics
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path


def rows_wanted(usual: int) -> int:
    """How many rows to measure with: `make bench BENCH_ROWS=2000` for a quick look, the usual number else."""
    return min(usual, int(os.environ.get("BENCH_ROWS", usual)))


@contextmanager
def scratch_portal():
    """Set Django up on an empty portal in a temporary folder, and remove it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="portal-bench-"))
    os.environ |= {
        "PORTAL_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PORTAL_LOG_LEVEL": "ERROR",
    }
    os.environ.pop("DATABASE_URL", None)
    import django  # noqa: PLC0415 - reads the environment set above
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    import cufportal.wsgi  # noqa: F401, PLC0415 - settled as a server settles it

    try:
        yield folder
    finally:
        from django.db import connections  # noqa: PLC0415

        connections.close_all()
        shutil.rmtree(folder, ignore_errors=True)


def timed(task):
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1000


def median(task, repeats=15):
    """The median of `repeats` runs after one that warms up, in milliseconds."""
    task()
    return statistics.median(timed(task) for _ in range(repeats))


def line(name, milliseconds, target=""):
    return f"{name:<52} {milliseconds:8.1f} ms   {target}"
