"""What the portal needs before it can be served, and the server itself."""

import errno
import hashlib
import os
import socket

import psutil
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from cufportal.environment import EnvironmentRefused
from cufportal.ticker import Ticker

OTHER_ADDRESS = "choisissez une autre adresse, par exemple : PORTAL_ADDRESS=127.0.0.1:8001 make run"


def check_address(host: str, port: int):
    """Raise EnvironmentRefused, saying who holds the port, when nothing can listen at `host`:`port`."""
    where = f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise EnvironmentRefused(
                f"{where} est déjà utilisée{holder(port)} : arrêtez-le, ou {OTHER_ADDRESS}"
            ) from error
        if error.errno in {errno.EACCES, errno.EPERM}:
            raise EnvironmentRefused(f"{where} n’est pas permise à ce compte : {OTHER_ADDRESS}") from error
        raise EnvironmentRefused(f"{where} n’est pas une adresse de cette machine : {OTHER_ADDRESS}") from error


def holder(port):
    try:
        listening = [one for one in psutil.net_connections("tcp") if one.status == psutil.CONN_LISTEN]
        process = psutil.Process(next(one.pid for one in listening if one.laddr.port == port and one.pid))
        # A worker was found; its master is the one to stop
        while (master := process.parent()) and master.cmdline() == process.cmdline():
            process = master
        return f" par {process.name()} (processus {process.pid})"
    except (psutil.Error, StopIteration):
        return " par un autre programme"


def migrate_if_needed(say):
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Mise à jour de la base…")
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def collect_static_if_needed(say):
    """Collect when a source file changed since last time; comparing takes a tenth of what collecting does."""
    stamp = settings.STATIC_ROOT.with_name("static.stamp")
    present = static_fingerprint()
    if stamp.exists() and stamp.read_text() == present:
        return
    say("Préparation des feuilles de style et des scripts…")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(present)


def static_fingerprint():
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = os.stat(storage.path(path))
            digest.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Portal(BaseApplication):
    """Gunicorn over the portal, loaded once and shared by the workers it forks."""

    def __init__(self, address: str, when_ready):
        self.options = {
            "bind": address,
            "workers": 2,
            "worker_class": "gthread",
            "threads": 4,
            "timeout": 60,
            "graceful_timeout": 10,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _arbiter: when_ready(),
        }
        super().__init__()

    def load_config(self):
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        return import_string("cufportal.wsgi.application")

    def run(self):
        connections.close_all()  # a connection cannot be shared by two processes
        Foreground(self).run()


class Foreground(Arbiter):
    """Watches, beside its workers, over the process that does what is due."""

    def __init__(self, app):
        super().__init__(app)
        self.ticker = Ticker()

    def manage_workers(self):
        super().manage_workers()
        self.ticker.ensure_running()

    def halt(self, *args, **options):
        try:
            super().halt(*args, **options)
        finally:
            self.ticker.stop()

    def handle_hup(self):
        """End when the terminal is closed: gunicorn would reload, and stay without anybody to stop it."""
        self.handle_term()
