"""Real processes for the tests of commands and servers."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
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


@contextlib.contextmanager
def served(data_dir, **variables):
    """Serve the portal from `data_dir` on a free port; yield its address, and stop it at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = "{}:{}".format(*probe.getsockname())
    log = Path(data_dir) / "serve.log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=PROJECT,
            env=environment(data_dir, PORTAL_ADDRESS=place, **variables),
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    try:
        assert eventually(lambda: process.poll() is not None or answers(f"http://{place}/"), seconds=240)
        assert process.poll() is None, log.read_text()
        yield f"http://{place}"
    finally:
        process.terminate()
        process.wait()


def answers(address):
    """Say whether a page is served at `address`, whatever it says."""
    try:
        urllib.request.urlopen(address, timeout=30).close()
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        return False
    return True


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
