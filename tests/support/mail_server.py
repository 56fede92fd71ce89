"""A mail server for tests: speaks ESMTP with STARTTLS, TLS and AUTH on this machine, and fails where it is told to.

Why not aiosmtpd (1.4.6, May 2024): tests have to cut the connection between a mail and its acknowledgement, and its
event loop warns on newer Pythons. Standard library only.
"""

from __future__ import annotations

import base64
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

Step = Callable[["Letter"], str | None]
"""Asked at a step with what is known by then: a reply of its own ("550 …"), "drop" to cut the line, or None to go on."""


@dataclass
class Letter:
    """What came: from whom, to whom, the bytes; whether over TLS, and who was signed in."""

    sender: str = ""
    to: list[str] = field(default_factory=list)
    content: bytes = b""
    secure: bool = False
    user: str = ""

    @property
    def parsed(self) -> EmailMessage:
        """The mail as Python's own parser reads it."""
        return message_from_bytes(self.content, policy=policy.SMTP)


@dataclass
class MailServer:
    """A running server. ``accepted`` are the mails that it acknowledged, or was about to; ``seen`` what it was told."""

    port: int = 0
    accepted: list[Letter] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    users: dict[str, str] = field(default_factory=dict)
    on_recipient: Step = lambda letter: None  # noqa: ARG005 - a field
    on_data: Step = lambda letter: None  # noqa: ARG005 - as above
    after_data: Step = lambda letter: None  # noqa: ARG005 - as above


class _Conversation(socketserver.StreamRequestHandler):
    server: _Listener

    def setup(self) -> None:
        self.known, self.letter = self.server.known, Letter()
        self.secure = self.server.tls is not None and not self.server.starttls
        if self.secure:
            assert self.server.tls is not None
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.request.close()

    def handle(self) -> None:
        self.user = ""
        self.say("220 mail.example ESMTP")
        try:
            while line := self.rfile.readline():
                words = line.decode("utf-8", "replace").strip()
                self.known.seen.append(words if not words.upper().startswith("AUTH") else "AUTH")
                verb = words.partition(" ")[0].upper()
                if self.answer(verb, words) is False:
                    return
        except OSError:
            return

    def answer(self, verb: str, words: str) -> bool:
        match verb:
            case "EHLO" | "HELO":
                self.greet()
            case "STARTTLS":
                self.say("220 go on")
                assert self.server.tls is not None
                self.request = self.server.tls.wrap_socket(self.request, server_side=True)
                super().setup()
                self.secure = True
            case "AUTH":
                self.sign_in(words)
            case "MAIL":
                self.letter = Letter(_path(words), secure=self.secure, user=self.user)
                self.say("530 sign in first" if self.known.users and not self.user else "250 fine")
            case "RCPT":
                self.letter.to.append(_path(words))
                return self.step(self.known.on_recipient, "250 fine")
            case "DATA":
                return self.take()
            case "RSET" | "NOOP":
                self.say("250 fine")
            case "QUIT":
                self.say("221 bye")
                return False
            case _:
                self.say("502 unknown")
        return True

    def greet(self) -> None:
        more = ["SIZE 10000000", "8BITMIME"]
        more += ["STARTTLS"] if self.server.starttls and not self.secure else []
        more += ["AUTH PLAIN"] if self.known.users else []
        lines = ["mail.example", *more]
        for line in lines[:-1]:
            self.say(f"250-{line}")
        self.say(f"250 {lines[-1]}")

    def sign_in(self, words: str) -> None:
        _, user, password = base64.b64decode(words.split()[2]).decode().split("\0")
        if self.known.users.get(user) == password:
            self.user = user
            self.say("235 welcome")
        else:
            self.say("535 wrong")

    def take(self) -> bool:
        before = self.known.on_data(self.letter)
        if before is not None:
            return self.step(lambda letter: before, "")  # noqa: ARG005 - a step's signature
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        if line == b"":
            return False
        self.letter.content = b"".join(lines)
        before = self.known.after_data(self.letter)
        if before is not None and before.startswith(("4", "5")):
            self.say(before)
            return True
        self.known.accepted.append(self.letter)
        if before == "drop":
            self.cut()
            return False
        self.say("250 accepted")
        return True

    def step(self, ask: Step, otherwise: str) -> bool:
        said = ask(self.letter)
        if said == "drop":
            self.cut()
            return False
        self.say(said or otherwise)
        return True

    def cut(self) -> None:
        self.request.shutdown(socket.SHUT_RDWR)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())
        self.wfile.flush()


class _Listener(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, known: MailServer, tls: ssl.SSLContext | None, *, starttls: bool) -> None:
        """Listen on a free port of this machine."""
        self.known, self.tls, self.starttls = known, tls, starttls
        super().__init__(("127.0.0.1", 0), _Conversation)

    def handle_error(self, *_: object) -> None:
        """Say nothing about clients that go away."""


def _path(words: str) -> str:
    return words.partition("<")[2].partition(">")[0]


@contextmanager
def serve_mail(tls: ssl.SSLContext | None = None, *, starttls: bool = False) -> Iterator[MailServer]:
    """Run a server: plain, with STARTTLS, or over TLS from the beginning."""
    known = MailServer()
    server = _Listener(known, tls, starttls=starttls)
    known.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield known
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
