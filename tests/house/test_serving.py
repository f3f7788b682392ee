"""`manage.py serve`, as `make run` starts it: real processes, killed as they may be."""

import contextlib
import os
import signal
import socket
import urllib.request

import psutil
import pytest

from tests.house.processes import eventually, manage, servers_in, start
from tests.house.test_settings import PRODUCTION

SECURE = {"Host": "portail.example.org", "X-Forwarded-Proto": "https"}


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def status_of_home(port):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers=SECURE)
    with urllib.request.urlopen(request, timeout=30) as response:
        return response.status


@contextlib.contextmanager
def served(data_dir, address):
    process = start("manage.py", "serve", data_dir=data_dir, PORTAL_ADDRESS=address, **PRODUCTION)
    try:
        assert any("Le portail est ouvert" in line for line in process.stdout)
        yield process
    finally:
        process.terminate()
        process.communicate()


def ticking(process):
    """The processes that do what is due for a server."""
    return [child for child in psutil.Process(process.pid).children() if "tick" in child.cmdline()]


def test_the_portal_outlives_its_database_and_stops_with_it(data_dir, port):
    address = f"127.0.0.1:{port}"

    with served(data_dir, address) as process:
        before = {status_of_home(port) for _ in range(20)}  # so that every thread has a connection to lose
        os.kill(int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        assert eventually(lambda: servers_in(data_dir) == [])
        after = {status_of_home(port) for _ in range(20)}
        assert eventually(lambda: ticking(process))
        [beside] = ticking(process)
        refused = manage("serve", data_dir=data_dir, PORTAL_ADDRESS=address, **PRODUCTION)

    assert (before, after) == ({200}, {200})
    assert (refused.returncode, refused.stderr) == (
        2,
        f"{address} est déjà utilisée par python (processus {process.pid}) : arrêtez-le, ou choisissez une autre adresse, "
        "par exemple : PORTAL_ADDRESS=127.0.0.1:8001 make run\n",
    )
    assert (process.returncode, beside.is_running()) == (0, False)
    assert servers_in(data_dir) == []


def test_what_is_due_ends_with_a_server_that_was_killed(data_dir):
    server = start("-c", "input()", data_dir=data_dir)
    beside = start("manage.py", "tick", "--every", "60", "--until", str(server.pid), data_dir=data_dir)

    server.kill()

    assert beside.wait(timeout=60) == 0
    beside.communicate(), server.communicate()


def test_an_address_of_another_machine_is_refused(tmp_path):
    done = manage("serve", data_dir=tmp_path, PORTAL_ADDRESS="192.0.2.1:8000")

    assert (done.returncode, done.stderr) == (
        2,
        "192.0.2.1:8000 n’est pas une adresse de cette machine : choisissez une autre adresse, "
        "par exemple : PORTAL_ADDRESS=127.0.0.1:8001 make run\n",
    )
