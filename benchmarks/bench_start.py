"""Time from `manage.py serve` to the first page, on a portal that was already made; floor: Python importing Django.

python -m benchmarks.bench_start
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from benchmarks.scratch import line, timed

ROOT = Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_and_stop(environment, port):
    """Serve, wait for the home page, stop; return the milliseconds until the page."""
    start = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.perf_counter() - start < 180 and server.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                return (time.perf_counter() - start) * 1000
            except (URLError, ConnectionError):
                time.sleep(0.05)
        raise RuntimeError("the portal did not start")
    finally:
        server.terminate()
        server.wait(30)


def main():
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        environment = os.environ | {"PORTAL_DATA_DIR": folder, "PORTAL_ADDRESS": f"127.0.0.1:{port}"}
        environment.pop("DATABASE_URL", None)
        lines = [
            line(
                "floor: import Django",
                timed(lambda: subprocess.run([sys.executable, "-c", "import django"], check=True)),
            ),
            line("first start, data loaded", start_and_stop(environment, port), "target 60000 ms, installing included"),
            line("second start", start_and_stop(environment, port), "target 6000 ms"),
        ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
