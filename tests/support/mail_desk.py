"""A ledger with people who follow it, and a mail server; used by the tests of digests."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mail_server import Letter, MailServer, serve_mail
from sqlalchemy import func, select

from zusage.deliver.smtp import Security, Server
from zusage.intake.reports import Intake, read_reports
from zusage.intake.source import Source
from zusage.ledger import people_tables
from zusage.workflow.add import add_items
from zusage.workflow.following import sending, subscribing
from zusage.workflow.following.digests import Digests
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.subscribing import Wish
from zusage.workflow.following.topics import read_topic
from zusage.workflow.lookups import Lookups
from zusage.workflow.steps import ReadReport
from zusage.workflow.workspace import Workspace, init_ledger

READER = "reader@mail.example"


@dataclass
class Desk:
    """A ledger, a mail server, and a clock that a test can turn."""

    workspace: Workspace
    mails: MailServer
    reader: ReadReport
    clock: list[int] = field(default_factory=lambda: [0])

    @property
    def mailing(self) -> Mailing:
        server = Server(host="127.0.0.1", port=self.mails.port, security=Security.NONE, seconds=5)
        return Mailing(server, "Zusage <news@ledger.example>", "https://ledger.example")

    def wait(self, hours: int) -> None:
        self.clock[0] += hours

    def add(self, *texts: str) -> None:
        for text in texts:
            items = read_reports(Source(f"{abs(hash(text))}.txt", text.encode()), Intake(language="en"))
            list(add_items(self.workspace, items, self.reader))

    def ask(self, topic: str = "/", email: str = READER, every: str = "day", *, accepted_only: bool = False) -> str:
        """Ask and send the question; return the token in it."""
        wish = Wish(email=email, topic=read_topic(topic), language="en", every=every, accepted_only=accepted_only)
        before = len(self.mails.accepted)
        subscribing.ask(self.workspace, wish, self.mailing, "Everything")
        sending.send_waiting(self.workspace, self.mailing)
        return token(self.mails.accepted[before], "confirm")

    def follow(self, topic: str = "/", email: str = READER, every: str = "day", *, accepted_only: bool = False) -> None:
        secret = self.ask(topic, email, every, accepted_only=accepted_only)
        lookups = Lookups(self.workspace, accepted_only=accepted_only)
        assert subscribing.confirm(self.workspace, secret, lookups) is not None

    def run(self, hours: int = 24) -> list[Letter]:
        """A day later: prepare and send; return what arrived."""
        self.wait(hours)
        before = len(self.mails.accepted)
        Digests(self.workspace, self.mailing).prepare()
        sending.send_waiting(self.workspace, self.mailing)
        return self.mails.accepted[before:]

    def rows(self, table: str) -> int:
        with self.workspace.ledger.reading() as connection:
            return connection.scalar(select(func.count()).select_from(people_tables.metadata.tables[table])) or 0


def token(letter: Letter, act: str) -> str:
    found = re.search(rf"https://ledger\.example/en/follow/{act}/([\w-]+)", plain(letter))
    assert found is not None
    return found[1]


def plain(letter: Letter) -> str:
    part = letter.parsed.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def told(letter: Letter) -> list[str]:
    """The names of who is told of, in order."""
    return re.findall(r"^\* (\w+):", plain(letter), re.MULTILINE)


def make_desk(folder: Path, reader: ReadReport, url: str | None) -> Iterator[Desk]:
    hours, ticks = [0], itertools.count()

    def clock() -> str:
        tick, day = next(ticks), 1 + hours[0] // 24
        return f"2025-01-{day:02}T{hours[0] % 24:02}:{tick // 60 % 60:02}:{tick % 60:02}.{tick // 3600:03}Z"

    workspace = init_ledger(folder / "ledger", dossier="ukraine-guarantees", clock=clock, database_url=url or "")
    with serve_mail() as mails:
        yield Desk(workspace, mails, reader, hours)
