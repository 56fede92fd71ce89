"""A mail with a plain and an HTML part, and the headers by which programs let people leave a list.

Nothing in it is loaded from anywhere, and nothing tells whether it was read. Source: RFC 5322 (mail), 2369 and 2919
(List-…), 8058 (unsubscribing with one click), 3834 (Auto-Submitted).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from typing import Any

from zusage.errors import DeliveryError

_LONGEST = 254
"""Signs in an address of a mailbox (RFC 5321, section 4.5.3, with RFC 3696's correction)."""
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+")
_AS_IT_IS = frozenset({"list-unsubscribe", "list-id", "message-id"})


@dataclass(frozen=True, slots=True)
class MailingList:
    """The list that a mail is of: its id (`name.host`), its name in words, and where one leaves it with one click."""

    id: str
    name: str
    unsubscribe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail to one person. ``sender`` may carry a name; ``when`` is an ISO time; ``id`` is the Message-ID's left side."""

    sender: str
    to: str
    subject: str
    text: str
    html: str
    language: str
    when: str
    id: str
    list: MailingList | None = None


def compose(mail: Mail) -> bytes:
    """Write a mail as it goes over the wire: the same mail is the same bytes.

    Raises:
        DeliveryError: an address is none.
    """
    sender = parse_mailbox(mail.sender)
    made = EmailMessage(policy=SMTP)
    made["From"] = sender
    made["To"] = parse_mailbox(mail.to)
    made["Subject"] = " ".join(mail.subject.split())
    made["Date"] = format_datetime(datetime.fromisoformat(mail.when))
    made["Message-ID"] = f"<{mail.id}@{sender.domain}>"
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = mail.language
    for name, value in _list_headers(mail.list).items():
        made[name] = value
    made.set_content(mail.text, cte="quoted-printable")
    made.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    # made of the Message-ID, so that the same mail is the same bytes
    made.set_boundary(f"=_{mail.id[:32]}")
    return made.as_bytes(policy=_Whole(linesep="\r\n"))


def _list_headers(of: MailingList | None) -> dict[str, str]:
    if of is None:
        return {}
    name = re.sub(r"[^ -~]|[<>\"\\]", "", of.name).strip()
    headers = {"List-Id": f"{name} <{of.id}>".strip(), "List-Unsubscribe": f"<{of.unsubscribe}>"}
    if of.unsubscribe.startswith("https://"):  # RFC 8058, section 3.1 allows nothing else
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


class _Whole(EmailPolicy):
    """Writes headers with addresses of the web in one line: the library would encode what is longer than a line."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Write a header."""
        if name.lower() in _AS_IT_IS:
            return f"{name}: {value}{self.linesep}".encode("ascii", "replace")
        return super().fold_binary(name, value)


def parse_mailbox(words: str) -> Address:
    """Read a mailbox, with or without a name: "Zusage <news@ledger.example>"; the host is brought into ASCII.

    Raises:
        DeliveryError: it is none.
    """
    name, _, rest = words.rpartition("<")
    bare = rest.removesuffix(">").strip() if name or rest.endswith(">") else words.strip()
    local, _, host = bare.rpartition("@")
    try:
        host = host.lower() if host.isascii() else host.encode("idna").decode()
        found = Address(display_name=" ".join(name.replace('"', "").split()), username=local, domain=host)
    except (ValueError, IndexError) as problem:
        raise _no_mailbox(words) from problem
    whole = re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}", local) and ".." not in local
    if not whole or local[0] == "." or local[-1] == "." or not _HOST.fullmatch(host) or len(bare) > _LONGEST:
        raise _no_mailbox(words)
    return found


def _no_mailbox(words: str) -> DeliveryError:
    shown = " ".join(words.split())[:60]
    return DeliveryError(f'"{shown}"', "is no address of a mailbox", hint="write it as name@host.example")
