"""`manage.py tick` beside the server, as a process that lives as long as it."""

import os
import subprocess
import sys
import time

from django.conf import settings

EVERY = 60  # seconds


class Ticker:
    def __init__(self):
        self.process = None
        self.started = 0.0

    def ensure_running(self):
        """Start it, and again when it was killed; asked every second by the server's own watch over its workers."""
        if self.process and self.process.poll() is None:
            return
        if self.process and time.monotonic() - self.started < EVERY:
            return  # what fails at once would fail at once again
        command = [sys.executable, "manage.py", "tick", "--every", str(EVERY), "--until", str(os.getpid())]
        self.process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL)
        self.started = time.monotonic()

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=15)  # a letter that is leaving is noted as sent
        except subprocess.TimeoutExpired:
            self.process.kill()
