"""Readers' remarks, on both databases, as somebody sends them who means no good."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from zusage.dossier import load_dossier
from zusage.errors import AccessError, InputError, MissingError
from zusage.ledger import people_tables
from zusage.ledger.auditing import audit_log
from zusage.ledger.store import make_ledger
from zusage.model.ledger import Authorship, Entry, EntryStatement, Link, Status
from zusage.model.quote import Quote
from zusage.model.remarks import Refusal, RemarkKind, RemarkState
from zusage.model.values import Firmness
from zusage.publish.feeds.atom import write_atom
from zusage.reconcile.naming import Names
from zusage.workflow import remarks
from zusage.workflow.remarks import Draft, Flaw
from zusage.workflow.remarks_feed import feed_of_remarks
from zusage.workflow.workspace import Workspace

TEXT = "The ministry's own page gives another number."
HERE = "192.0.2.7"


@pytest.fixture(params=["sqlite", "postgres"])
def workspace(tmp_path: Path, request: pytest.FixtureRequest, database: Callable[[str], str | None]) -> Workspace:
    """An empty ledger whose clock ticks by the second."""
    ticks = itertools.count()

    def clock() -> str:
        minutes, seconds = divmod(next(ticks), 60)
        return f"2025-01-01T00:{minutes:02}:{seconds:02}.000Z"

    ledger = make_ledger(tmp_path / "ledger", {}, at=clock(), url=database(request.param))
    return Workspace(ledger, load_dossier("ukraine-guarantees"), clock)


def entry(name: str = "e1", *statements: str) -> Entry:
    said = tuple(
        EntryStatement(
            id=each,
            report="r",
            quote=Quote("x", 0, 1, "", ""),
            firmness=Firmness.PLEDGED,
            day=None,
            speaker=None,
            authorship=Authorship.OWN,
            status=Status.READ,
            counts=True,
            link=Link.FIRST,
        )
        for each in statements or ("s1", "s2")
    )
    return Entry(id=name, actor="no", measure="humanitarian", recipient=None, statements=said)


def send(workspace: Workspace, on: Entry | None = None, *, address: str = HERE, **fields: str) -> str:
    draft = Draft(RemarkKind(fields.get("kind", "remark")), fields.get("text", TEXT), fields.get("source", ""))
    return remarks.send_remark(workspace, on or entry(), draft, address=address).id


def texts(workspace: Workspace, on: Entry | None = None) -> list[str]:
    return [each.text for each in remarks.published_on(workspace, on or entry())]


def test_nothing_appears_before_it_is_let_through(workspace: Workspace) -> None:
    name = send(workspace)
    assert texts(workspace) == []
    assert [each.id for each in remarks.waiting(workspace)] == [name]
    remarks.publish(workspace, name, who="max", answer="  We looked\nat it. ")
    assert texts(workspace) == [TEXT]
    assert remarks.published_on(workspace, entry())[0].answer == "We looked at it."
    assert remarks.waiting(workspace) == ()
    remarks.reopen(workspace, name, who="max")
    assert texts(workspace) == []
    made = remarks.refuse(workspace, name, Refusal.OFF_TOPIC, who="max")
    assert (made.state, made.reason, made.decided_by) == (RemarkState.REFUSED, Refusal.OFF_TOPIC, "max")
    assert texts(workspace) == []
    assert [each.id for each in remarks.decided(workspace, last=5)] == [name]
    remarks.erase(workspace, name, who="max")
    with workspace.ledger.reading() as connection:
        assert connection.execute(select(people_tables.remarks)).all() == []
        acts = [each.act for each in audit_log(connection, who="max")]
    assert acts == ["remark published", "remark waiting", "remark refused", "remark erased"]
    with pytest.raises(MissingError, match="does not exist"):
        remarks.publish(workspace, name, who="max")


def test_a_remark_outlives_its_entrys_id(workspace: Workspace) -> None:
    remarks.publish(workspace, send(workspace), who="max")
    assert texts(workspace, entry("e9", "s1", "s7")) == [TEXT]
    assert texts(workspace, entry("e9", "s7")) == []


def test_one_address_cannot_send_masses(workspace: Workspace) -> None:
    for _ in range(5):
        send(workspace)
    with pytest.raises(AccessError, match="too often") as refused:
        send(workspace, entry("other"))
    assert refused.value.wait == 3600
    assert send(workspace, address="192.0.2.8")
    for number in range(5):
        send(workspace, entry("v6"), address=f"2001:db8::{number}")
    with pytest.raises(AccessError):
        send(workspace, entry("v6"), address="2001:db8::9")


def test_nobody_can_bury_an_entry(workspace: Workspace) -> None:
    names = [send(workspace, address=f"198.51.100.{number}") for number in range(remarks.WAITING_ON_ENTRY)]
    with pytest.raises(AccessError, match="are waiting already"):
        send(workspace, address="203.0.113.1")
    assert send(workspace, entry("other"), address="203.0.113.1")
    remarks.refuse(workspace, names[0], Refusal.REPEATED, who="max")
    assert send(workspace, address="203.0.113.2")


def test_nobody_can_bury_the_moderators(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "WAITING_IN_ALL", 3)
    for number in range(3):
        send(workspace, entry(f"e{number}"), address=f"198.51.100.{number}")
    with pytest.raises(AccessError, match="are waiting already"):
        send(workspace, entry("e4"), address="203.0.113.1")


def test_of_the_sender_nothing_is_kept(workspace: Workspace) -> None:
    send(workspace, address="203.0.113.77")
    with workspace.ledger.reading() as connection:
        rows = [str(row) for table in people_tables.metadata.sorted_tables for row in connection.execute(select(table))]
    assert not any("203.0.113" in row for row in rows)


@pytest.mark.parametrize(
    ("draft", "flaws"),
    [
        (Draft(RemarkKind.REMARK, TEXT), ()),
        (Draft(RemarkKind.REMARK, TEXT, "https://ministry.example/a?b=c#d", "Mona"), ()),
        (Draft(RemarkKind.REMARK, " \n short \n "), (Flaw.TEXT,)),
        (Draft(RemarkKind.REMARK, "x" * 2001), (Flaw.TEXT,)),
        (Draft(RemarkKind.REMARK, "\u200b" * 30), (Flaw.TEXT,)),
        (Draft(RemarkKind.WRONG, TEXT), (Flaw.NO_SOURCE,)),
        (Draft(RemarkKind.REMARK, TEXT, by="x" * 81), (Flaw.BY,)),
        (Draft(RemarkKind.WRONG, "", "javascript:alert(1)", "x" * 81), (Flaw.TEXT, Flaw.SOURCE, Flaw.BY)),
    ],
)
def test_what_can_be_sent(draft: Draft, flaws: tuple[Flaw, ...]) -> None:
    assert remarks.flaws_in(remarks.clean(draft)) == flaws


@pytest.mark.parametrize(
    "source",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "https://localhost/", "ftp://a.example/",
     "https://bank.example@evil.example/", "https://a.example/ b", "https://[::1", "mailto:a@b.example", "/en/", "www.a.example",
     "https://a.example/" + "x" * 500, "JaVaScRiPt:x//a.b"],
)  # fmt: skip
def test_what_is_no_source(source: str) -> None:
    assert not remarks.is_source(source)


def test_text_is_plain() -> None:
    made = remarks.clean(Draft(RemarkKind.REMARK, "a\u202eb\x00\x1b[2J\r\n\r\n\r\n\r\n  c\ud800", by="M\no\tna\u2066"))
    assert made.text == "ab[2J\n\nc"
    assert made.by == "M o\tna".replace("\t", "")
    assert remarks.clean(Draft(RemarkKind.REMARK, "Zu\u0308rich")).text == "Z\u00fcrich"


def test_a_flawed_remark_is_not_kept(workspace: Workspace) -> None:
    with pytest.raises(InputError, match="cannot be sent"):
        send(workspace, text="x")
    assert remarks.waiting(workspace) == ()


def test_the_feed_has_what_was_let_through_as_text(workspace: Workspace) -> None:
    hostile = "<script>alert(1)</script> & ]]> says it"
    first = send(workspace, text=hostile, source="https://ministry.example/?a=1&b=2")
    send(workspace)
    remarks.publish(workspace, first, who="max", answer="Noted.")
    names = Names("en", workspace.dossier)
    found = remarks.published_on(workspace, entry())
    feed = feed_of_remarks(entry(), found, names, root="https://pledges.example")
    assert [each.published for each in feed.items] == [found[0].decided_at]
    written = write_atom(feed).decode()
    assert "<script>" not in written
    assert "https://pledges.example/en/entries/e1/remarks" in written
    assert feed.id != feed_of_remarks(entry(), (), Names("de", workspace.dossier), root="https://x.example").id
