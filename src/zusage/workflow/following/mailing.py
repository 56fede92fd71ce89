"""How mails are sent from here: the server, the sender, the address of the pages. Made of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from zusage.deliver.mail import parse_mailbox
from zusage.deliver.smtp import Security, Server
from zusage.errors import DeliveryError
from zusage.settings import Settings

_NEEDED = ("smtp_host", "smtp_sender", "address")


@dataclass(frozen=True, slots=True)
class Mailing:
    """A mail server, whom mails are from, and the address that links in them begin with."""

    server: Server
    sender: str
    root: str

    @property
    def host(self) -> str:
        """The host of the pages, for the list's id."""
        return urlsplit(self.root).hostname or "localhost"


def can_mail(settings: Settings) -> bool:
    """Say whether the settings say how mails are sent."""
    return all(getattr(settings, name) for name in _NEEDED)


def mailing_of(settings: Settings) -> Mailing:
    """Return how mails are sent.

    Raises:
        DeliveryError: a setting is missing, the sender is no mailbox, or the address none of the web.
    """
    for name in _NEEDED:
        if not getattr(settings, name):
            raise DeliveryError(name, "is not set, so that no mail can be sent", hint=f"set ZUSAGE_{name.upper()}")
    parse_mailbox(settings.smtp_sender)
    if urlsplit(settings.address).scheme not in {"http", "https"} or not urlsplit(settings.address).hostname:
        raise DeliveryError("address", f"is {settings.address!r}", hint="write it as https://ledger.example")
    server = Server(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=Security(settings.smtp_security),
        user=settings.smtp_user,
        password=settings.smtp_password,
    )
    return Mailing(server, settings.smtp_sender, settings.address.rstrip("/"))
