"""The parent process of the embedded server: stops it when those who held it were killed before they could."""

import contextlib
import signal
import subprocess
import sys
from pathlib import Path

from cufportal.embedded.account import as_account, server_account
from cufportal.embedded.server import clean_environment, is_alone, open_lock, server_in

EVERY = 1  # second


def keep(data: Path):
    """Run the server of the folder `data` until it ends or until nobody holds it any more."""
    server = server_in(data)
    with open_lock(server.users) as lease, server.log.open("a") as log:
        child = subprocess.Popen(
            server.command(),
            env=clean_environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            **as_account(server_account(data)),
        )
        while not has_ended(child):
            if is_alone(lease):
                child.send_signal(signal.SIGINT)
                child.wait()


def has_ended(child):
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=EVERY)
    return child.returncode is not None


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
