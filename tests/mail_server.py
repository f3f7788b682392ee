"""A real mail server, for the tests of letters."""

import socket
import threading
from email import policy
from email.parser import BytesParser

from aiosmtpd.controller import Controller


class Received:
    """What a mail server took; addresses of `nobody` do not exist there."""

    def __init__(self):
        self.envelopes = []
        self.was_reached, self.may_go_on = threading.Event(), threading.Event()
        self.may_go_on.set()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("nobody@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.was_reached.set()
        self.may_go_on.wait(5)
        self.envelopes.append(envelope)
        return "250 taken"


class MailServer:
    """Listens on one port, which stays the same when it is stopped and started again."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.received = Received()
        self.controller = None

    def start(self):
        self.controller = Controller(self.received, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    @property
    def messages(self):
        parser = BytesParser(policy=policy.default)
        return [parser.parsebytes(envelope.content) for envelope in self.received.envelopes]
