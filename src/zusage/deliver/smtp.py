"""Handing mails to a server by SMTP, over TLS; what the server says decides whether a mail is out of our hands.

Source: RFC 5321 (replies that begin with 4 may pass, those with 5 stay), 3207 (STARTTLS), 8314 (TLS from the beginning).
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from zusage.errors import DeliveryError

_PERMANENT = 500
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Security(StrEnum):
    """How the way to the server is kept secret."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class Reply(StrEnum):
    """What became of a mail: the server has it, will never take it, or did not take it this time."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mail, and the server's words."""

    reply: Reply
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server and how to speak to it; its certificate is checked against what the system trusts."""

    host: str
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = 30

    @property
    def resource(self) -> str:
        """What messages call it."""
        return f"mail server {self.host}:{self.port}"


class Post:
    """An open way to a server; it is opened again where the server closed it."""

    def __init__(self, server: Server) -> None:
        """Stand ready; the server is spoken to when there is something to send."""
        self._server = server
        self._open: smtplib.SMTP | None = None

    def send(self, content: bytes, *, sender: str, to: str) -> Outcome:
        """Hand over one mail. What is not certainly accepted counts as not accepted.

        Raises:
            DeliveryError: the server cannot be reached or refuses us, whatever the mail.
        """
        connection = self._connection()
        try:
            connection.sendmail(sender, [to], content)
        except smtplib.SMTPRecipientsRefused as problem:
            code, words = problem.recipients[to]
            return _outcome(code, words)
        except smtplib.SMTPSenderRefused as problem:
            raise DeliveryError(
                self._server.resource, f"refuses the sender: {_words(problem.smtp_error)}", hint="correct smtp_sender"
            ) from problem
        except smtplib.SMTPResponseException as problem:
            return _outcome(problem.smtp_code, problem.smtp_error)
        except (OSError, smtplib.SMTPException) as problem:
            self.close()
            return Outcome(Reply.POSTPONED, f"the connection broke: {problem}")
        return Outcome(Reply.ACCEPTED)

    def open(self) -> None:
        """Speak to the server now, so that it is known to be there before anything is entrusted to it.

        Raises:
            DeliveryError: it cannot be reached or refuses us.
        """
        self._connection()

    def close(self) -> None:
        """Take leave, as far as the server still listens."""
        if self._open is not None:
            try:
                self._open.quit()
            except (OSError, smtplib.SMTPException):
                self._open.close()
            self._open = None

    def _connection(self) -> smtplib.SMTP:
        if self._open is None:
            self._open = _connect(self._server)
        return self._open


@contextmanager
def posting(server: Server) -> Iterator[Post]:
    """Open a way to a server for some mails."""
    post = Post(server)
    try:
        yield post
    finally:
        post.close()


def _connect(server: Server) -> smtplib.SMTP:
    if server.password and server.security is Security.NONE and server.host not in _LOOPBACK:
        raise DeliveryError(
            server.resource, "would get the password unencrypted", hint="set smtp_security to starttls or tls"
        )
    try:
        return _sign_in(server)
    except smtplib.SMTPAuthenticationError as problem:
        hint = "correct smtp_user and ZUSAGE_SMTP_PASSWORD"
        raise DeliveryError(server.resource, "refuses the user or password", hint=hint) from problem
    except ssl.SSLCertVerificationError as problem:
        raise DeliveryError(server.resource, f"has a wrong certificate: {problem.verify_message}") from problem
    except smtplib.SMTPNotSupportedError as problem:
        hint = "set smtp_security to tls, or to none for a server on this machine"
        raise DeliveryError(server.resource, f"cannot do it: {problem}", hint=hint) from problem
    except (OSError, smtplib.SMTPException) as problem:
        hint = "check smtp_host, smtp_port and smtp_security"
        raise DeliveryError(server.resource, f"cannot be reached: {problem}", hint=hint) from problem


def _sign_in(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security is Security.TLS:
        made: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.seconds, context=context)
    else:
        made = smtplib.SMTP(server.host, server.port, timeout=server.seconds)
    try:
        if server.security is Security.STARTTLS:
            made.starttls(context=context)
        if server.user:
            made.login(server.user, server.password)
    except (OSError, smtplib.SMTPException):
        made.close()
        raise
    return made


def _outcome(code: int, words: bytes | str) -> Outcome:
    reply = Reply.REFUSED if code >= _PERMANENT else Reply.POSTPONED
    return Outcome(reply, f"{code} {_words(words)}")


def _words(words: bytes | str) -> str:
    return " ".join((words.decode("utf-8", "replace") if isinstance(words, bytes) else words).split())[:300]
