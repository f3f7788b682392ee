"""PostgreSQL without a server to install: one in `var/postgres`, started by whoever needs it first.

Every process that uses it holds a shared lock on `postgres.users` for as long as it lives; the kernel drops the lock
however the process ends, so nothing has to be counted or pruned. The last to end stops the server; when it was killed
and could not, the keeper (`keeper.py`) does.
"""

import atexit
import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

import psutil
import psycopg
from psycopg.pq import PGconn, Ping

from cufportal.embedded.account import as_account, give_data, let_in, server_account
from cufportal.embedded.refusals import sentence
from cufportal.embedded.wheel import ServerRefused, major_version, programs

PROJECT = Path(__file__).resolve().parents[2]
PORT = "5432"  # only names the socket; the server listens on no network address
LONGEST_SOCKET_PATH = 100  # bytes; the kernel takes 107, 103 on macOS
# Whatever the locale of the machine: under C, trigrams of Chinese are empty and lower('É') does nothing
LC_CTYPE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
PATIENCE = 60  # seconds, for a recovery after a crash


@cache
def server_in(data: Path) -> "EmbeddedServer":
    return EmbeddedServer(data)


class EmbeddedServer:
    def __init__(self, data: Path):
        self.data = data
        self.sockets = socket_folder(data)
        self.log = data / "server.log"
        self.users = data.with_name(f"{data.name}.users")
        self.starting = data.with_name(f"{data.name}.starting")
        self.lease = None
        self.holder = None  # process id: a forked child takes a lease of its own
        self.threads = threading.Lock()
        self.keeper = None

    @property
    def address(self) -> dict:
        return {"host": str(self.sockets), "port": PORT, "user": "postgres", "dbname": "postgres"}

    def connect(self, open_connection):
        """Return `open_connection()`, after starting the server if it does not run or was killed in the meantime."""
        if self.holder != os.getpid():
            self.ensure_running()
        try:
            return open_connection()
        except psycopg.OperationalError:
            self.ensure_running()
            return open_connection()

    def ensure_running(self):
        """Hold the server until this process ends, and start it if it does not run; raise ServerRefused if it cannot."""
        try:
            with self.threads:
                self.hold()
                with locked(self.starting):
                    if not self.answers():
                        self.start()
        except OSError as error:
            raise ServerRefused(sentence(error, self.data)) from error

    def hold(self):
        if self.holder == os.getpid():
            return
        self.users.parent.mkdir(parents=True, exist_ok=True)
        while True:
            lease = open_lock(self.users)
            fcntl.flock(lease, fcntl.LOCK_SH)  # waits while the server is being stopped
            if is_still_at(self.users, lease):
                break
            lease.close()
        self.lease, self.holder = lease, os.getpid()
        atexit.register(self.release)

    def release(self):
        """Let go of the server, and stop it if nobody else holds it."""
        if self.holder != os.getpid():
            return
        if is_alone(self.lease) and is_still_at(self.users, self.lease) and self.answers():
            self.stop(int((self.data / "postmaster.pid").read_text().split()[0]))
        elif self.keeper:
            self.keeper.returncode = 0  # it goes on without us; Python would warn of a forgotten child
        self.lease.close()
        self.lease = self.holder = None

    def stop(self, pid):
        os.kill(pid, signal.SIGINT)  # "fast": connections are cut, data are safe
        deadline = time.monotonic() + PATIENCE
        while (self.data / "postmaster.pid").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self.keeper:
            self.keeper.wait()

    def answers(self):
        conninfo = psycopg.conninfo.make_conninfo(**self.address, connect_timeout=5)
        return PGconn.ping(conninfo.encode()) == Ping.OK

    def start(self):
        deadline = time.monotonic() + PATIENCE
        if self.data.exists():
            self.wait_for_others(deadline)
        else:
            self.end_orphans()
        if self.answers():
            return
        self.prepare()
        if self.keeper:
            self.keeper.poll()  # it ended with the server that was killed
        self.keeper = subprocess.Popen(
            [sys.executable, "-m", "cufportal.embedded.keeper", str(self.data)],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in the terminal is not for the server
        )
        while not self.answers():
            if self.keeper.poll() is not None or time.monotonic() > deadline:
                raise ServerRefused(sentence(self.log_tail(), self.data))
            time.sleep(0.02)

    def wait_for_others(self, deadline):
        """Wait for a server that is starting or stopping, or for what a killed one left: two would spoil the data."""
        while (found := self.processes()) and not self.answers():
            if time.monotonic() > deadline:
                pids = [process.pid for process in found]
                raise ServerRefused(
                    f"Un PostgreSQL qui ne répond pas occupe {self.data} : arrêtez ses processus ({pids}) et recommencez."
                )
            time.sleep(0.05)

    def end_orphans(self):
        """End the server of a folder that was removed: there is nothing left to save, and later it would remove the
        socket of the new one."""
        found = self.processes()
        for process in found:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(found, timeout=PATIENCE)

    def processes(self):
        found = psutil.process_iter(["name", "cwd"])  # a zombie has no working directory
        return [one for one in found if one.info["name"] == "postgres" and one.info["cwd"] == str(self.data)]

    def prepare(self):
        account = server_account(self.data)
        give_data(account, self.data)
        if self.data.exists() and self.data.stat().st_uid != account.pw_uid:
            raise PermissionError(errno.EPERM, "belongs to somebody else", str(self.data))
        let_in(account, self.data)
        if not (self.data / "PG_VERSION").exists():
            self.initialise(account)
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != major_version():
            raise ServerRefused(
                f"Les données de {self.data} ont été créées par PostgreSQL {found} et le portail apporte la version "
                f"{major_version()} : déplacez ce dossier, ou restaurez une sauvegarde faite avec la version {found}."
            )
        if self.sockets != self.data:
            make_private(self.sockets, account)
        # Their process is gone, but its number may have been given to another one, which PostgreSQL would believe
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.sockets / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
        self.log.unlink(missing_ok=True)

    def initialise(self, account):
        """Make the data in a folder beside, then rename it: a command that is killed leaves nothing half-made."""
        unfinished = self.data.with_name(f"{self.data.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        make_private(unfinished, account)
        options = ["--encoding=UTF8", "--locale=C", f"--lc-ctype={LC_CTYPE}", "--username=postgres", "--auth=trust"]
        # A page read from memory costs as much wherever it lies: else small tables are read whole, row after row
        lasting = [
            "--set=listen_addresses=",
            "--set=log_checkpoints=off",
            "--set=jit=off",
            "--set=random_page_cost=1.1",
        ]
        made = subprocess.run(
            [programs() / "initdb", "--pgdata", unfinished, "--no-instructions", "--no-clean", *options, *lasting],
            env=clean_environment(),
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **as_account(account),
        )
        if made.returncode:
            refusal = ServerRefused(sentence(made.stderr, self.data))  # before the room is made again
            shutil.rmtree(unfinished, ignore_errors=True)
            raise refusal
        unfinished.rename(self.data)

    def command(self):
        return [programs() / "postgres", "-D", self.data, "-k", self.sockets, "-p", PORT]

    def log_tail(self):
        with contextlib.suppress(FileNotFoundError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])
        return ""


def socket_folder(data):
    """Return where the socket lies: beside the data, or in a private folder when that path cannot name a socket."""
    if len(os.fsencode(data / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH and not set(',"\\') & set(str(data)):
        return data
    folder = Path(tempfile.gettempdir()) / f"cufportal-{hashlib.sha256(os.fsencode(data)).hexdigest()[:12]}"
    if len(os.fsencode(folder / f".s.PGSQL.{PORT}")) > LONGEST_SOCKET_PATH:
        raise ServerRefused(
            f"Les chemins {data} et {folder} sont trop longs pour le point d’accès de PostgreSQL : "
            "choisissez un dossier plus court dans PORTAL_DATA_DIR."
        )
    return folder


def make_private(folder, account):
    """Make `folder` if need be, for `account` alone; refuse one that somebody else made under that name."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if not os.geteuid():
        os.chown(folder, account.pw_uid, account.pw_gid, follow_symlinks=False)
    if folder.is_symlink() or folder.stat().st_uid != account.pw_uid:
        raise PermissionError(errno.EPERM, "belongs to somebody else", str(folder))
    folder.chmod(0o700)


def clean_environment():
    """Return an environment without the PG* and LC_* variables of the person who runs the command."""
    kept = ("PATH", "TZ", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ}


def open_lock(path):
    return path.open("a")


@contextlib.contextmanager
def locked(path):
    with open_lock(path) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_alone(lease):
    """Say whether nobody else holds the lease, and keep others out until it is closed if so."""
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_still_at(path, lease):
    """Say whether `path` is still the file that was opened: somebody may have removed `var` and made it again."""
    try:
        return os.path.samestat(os.fstat(lease.fileno()), path.stat())
    except FileNotFoundError:
        return False
