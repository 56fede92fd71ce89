"""``zusage digest``: sending from a timer, showing, erasing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mail_server import MailServer, serve_mail

from zusage.ledger import subscriptions as rows
from zusage.ledger.store import open_ledger
from zusage.ledger.subscriptions import Subscription

Run = Callable[..., Any]


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    with serve_mail() as running:
        for name, value in {
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(running.port),
            "SMTP_SECURITY": "none",
            "SMTP_SENDER": "Ledger <news@ledger.example>",
            "ADDRESS": "https://ledger.example",
        }.items():
            monkeypatch.setenv(f"ZUSAGE_{name}", value)
        yield running


def subscribe(folder: Path) -> None:
    made = Subscription(
        id="0123456789abcdef",
        email="reader@mail.example",
        language="de",
        every="day",
        topic="/",
        accepted_only=False,
        asked_at="2025-01-01T00:00:00.000Z",
        confirmed_at="2025-01-01T00:00:00.000Z",
    )
    with open_ledger(folder).writing() as connection:
        rows.add_subscription(connection, made)


def test_send_list_and_remove(filled: Run, tmp_path: Path, mails: MailServer) -> None:
    subscribe(tmp_path / "ledger")
    dry = filled("digest", "send", "--dry-run")
    assert dry.exit_code == 0, dry.stderr
    assert dry.stdout.startswith("reader@mail.example  /  ")
    assert mails.accepted == []
    sent = filled("digest", "send")
    assert "1 digest made." in sent.stderr
    assert "1 mail sent." in sent.stderr
    (letter,) = mails.accepted
    assert letter.to == ["reader@mail.example"]
    assert "0 digests made." in filled("digest", "send").stderr
    (record,) = json.loads(filled("digest", "list", "--format", "json").stdout)
    assert (record["email"], record["topic"], record["on_their_way"]) == ("reader@mail.example", "/", 0)
    assert "confirmed, last told" in filled("digest", "list").stdout
    assert "Erased 1 subscription." in filled("digest", "remove", "reader@mail.example").stderr
    assert "Nobody follows anything yet" in filled("digest", "list").stderr


def test_without_settings_one_line_says_which(filled: Run) -> None:
    result = filled("digest", "send")
    assert result.exit_code == 1
    assert result.stderr.strip() == (
        "zusage: smtp_host: is not set, so that no mail can be sent (set ZUSAGE_SMTP_HOST)"
    )
