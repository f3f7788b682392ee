"""Real processes for the tests of commands and servers."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from cufportal.embedded.server import server_in
server_in(Path(sys.argv[1])).ensure_running()
print("held", flush=True)
sys.stdin.read()
"""


def environment(data_dir, **variables):
    """Return a clean environment whose data lie in `data_dir`, with `variables` on top."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DATABASE_", "DJANGO_"))
    }
    return kept | {"PORTAL_DATA_DIR": str(data_dir)} | variables


def manage(*arguments, data_dir, **variables):
    """Run `manage.py` to its end; return the completed process, with its texts."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=environment(data_dir, **variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def start(*command, data_dir, **variables):
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=PROJECT,
        env=environment(data_dir, **variables),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def servers_in(data_dir):
    """Return the PostgreSQL processes that work in `data_dir`."""
    found = psutil.process_iter(["name", "cwd"])
    return [
        one for one in found if one.info["name"] == "postgres" and (one.info["cwd"] or "").startswith(str(data_dir))
    ]


def eventually(condition, seconds=15):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@contextlib.contextmanager
def new_folder(mode=0o755):
    folder = Path(tempfile.mkdtemp(prefix="portal-"))  # pytest's own are too deep for a socket
    folder.chmod(mode)
    yield folder
    assert eventually(lambda: servers_in(folder) == [])
    shutil.rmtree(folder)


@contextlib.contextmanager
def held(data_dir, **variables):
    """A process that uses the server until the block ends."""
    process = start("-c", HOLD, str(data_dir / "postgres"), data_dir=data_dir, **variables)
    try:
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.communicate()


def copy_data(made_data, folder):
    subprocess.run(["cp", "-a", made_data / "postgres", folder], check=True)
