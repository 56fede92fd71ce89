"""Digests by mail: asked for, confirmed, sent once, ended by one click; on both databases, with a real mail server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mail_desk import READER, Desk, make_desk, plain, token, told
from sqlalchemy import select

from zusage.deliver.smtp import Security, Server
from zusage.errors import AccessError, DeliveryError
from zusage.ledger import people_tables
from zusage.workflow.following import sending, subscribing
from zusage.workflow.following.digests import Digests
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.subscribing import Wish
from zusage.workflow.following.topics import read_topic
from zusage.workflow.lookups import Lookups
from zusage.workflow.steps import ReadReport


@pytest.fixture(params=["sqlite", "postgres"])
def desk(
    tmp_path: Path, request: pytest.FixtureRequest, database: Callable[[str], str | None], reader: ReadReport
) -> Iterator[Desk]:
    yield from make_desk(tmp_path, reader, database(request.param))


@pytest.fixture
def small_desk(tmp_path: Path, reader: ReadReport) -> Iterator[Desk]:
    """For what has nothing to do with the database."""
    yield from make_desk(tmp_path, reader, None)


def test_from_the_question_to_the_end(desk: Desk) -> None:
    desk.add("Oslo will send 40 medics.")
    secret = desk.ask()
    question = desk.mails.accepted[-1]
    assert question.parsed["Subject"] == "Please confirm: Everything"
    assert question.parsed["List-Unsubscribe"] is None
    desk.add("Riga will send 9 doctors.")
    assert desk.run() == []  # who has not said yes is told nothing
    assert subscribing.confirm(desk.workspace, secret, Lookups(desk.workspace)) is not None
    assert desk.run() == []  # and nothing of what was there before
    desk.add("Bern will send 3 nurses.", "Riga will send 12 cooks.")
    (letter,) = desk.run()
    assert letter.to == [READER]
    assert told(letter) == ["Switzerland"]  # Riga's cooks are one more statement of what was known
    assert letter.parsed["Subject"] == "Everything that is new: one piece of news"
    assert letter.parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    leave = token(letter, "leave")
    assert letter.parsed["List-Unsubscribe"] == f"<https://ledger.example/en/follow/leave/{leave}>"
    assert desk.run() == []
    assert subscribing.leave(desk.workspace, leave)
    assert not subscribing.leave(desk.workspace, leave)
    desk.add("Oslo will send 7 tents, and Bern will send 8 tents. Riga will send 9 tents.")
    assert desk.run() == []
    assert [desk.rows(name) for name in ("subscriptions", "subscription_tokens", "outbox")] == [0, 0, 0]


def test_tokens_are_kept_as_digests(small_desk: Desk) -> None:
    secret = small_desk.ask()
    with small_desk.workspace.ledger.reading() as connection:
        for table in (people_tables.subscriptions, people_tables.subscription_tokens):
            assert secret not in repr(connection.execute(select(table)).all())
    assert subscribing.find_request(small_desk.workspace, secret) is not None
    assert subscribing.find_to_leave(small_desk.workspace, secret) is None  # it is for nothing else
    assert subscribing.confirm(small_desk.workspace, "wrong", Lookups(small_desk.workspace)) is None


def test_each_piece_of_news_is_told_once_to_each(desk: Desk) -> None:
    desk.follow(email="a@mail.example")
    desk.follow("/actors/no", email="b@mail.example")
    desk.follow(email="c@mail.example", every="week")
    desk.add("Oslo will send 40 medics.")
    first = {letter.to[0]: told(letter) for letter in desk.run()}
    assert first == {f"{name}@mail.example": ["Norway"] for name in "abc"}
    desk.add("Riga will send 9 doctors.")
    second = {letter.to[0]: told(letter) for letter in desk.run()}
    assert second == {"a@mail.example": ["Latvia"]}  # b follows Norway, c is told weekly
    desk.add("Bern will send 3 nurses.")
    assert {letter.to[0]: told(letter) for letter in desk.run()} == {"a@mail.example": ["Switzerland"]}
    assert {letter.to[0]: sorted(told(letter)) for letter in desk.run(24 * 6)} == {
        "c@mail.example": ["Latvia", "Switzerland"]
    }
    assert desk.run(24 * 7) == []


def test_the_public_edition_is_told_what_was_accepted(small_desk: Desk) -> None:
    from zusage.workflow import judge  # noqa: PLC0415 - one use

    small_desk.follow(email="public@mail.example", accepted_only=True)
    small_desk.add("Oslo will send 40 medics.", "Riga will send 9 doctors.")
    assert small_desk.run() == []
    lookups = Lookups(small_desk.workspace)
    line = next(each for each in lookups.entries() if each.actor == "no")
    judge.accept(small_desk.workspace, lookups.entry(line.id).statements[0].said.id, who="mona")
    (letter,) = small_desk.run()
    assert told(letter) == ["Norway"]
    assert "unreviewed" not in plain(letter).partition("-- ")[0]


def test_who_follows_an_entry_is_told_of_remarks_that_were_let_through(small_desk: Desk) -> None:
    from zusage.model.remarks import RemarkKind  # noqa: PLC0415 - one use
    from zusage.workflow import remarks  # noqa: PLC0415 - one use

    small_desk.add("Oslo will send 40 medics.")
    lookups = Lookups(small_desk.workspace)
    entry = lookups.entry(next(iter(lookups.entries())).id).entry
    small_desk.follow(f"/entries/{entry.id}")
    draft = remarks.Draft(RemarkKind.REMARK, "The ministry names 30 medics.")
    made = remarks.send_remark(small_desk.workspace, entry, draft, address="192.0.2.7")
    assert small_desk.run() == []
    remarks.publish(small_desk.workspace, made.id, who="max", answer="So it does.")
    (letter,) = small_desk.run()
    assert "The ministry names 30 medics." in plain(letter)
    assert "Remarks, no part of the findings" in plain(letter)
    assert f"/en/entries/{entry.id}/remarks#r-{made.id}" in plain(letter)
    assert small_desk.run() == []


def test_following_the_same_anew_replaces(small_desk: Desk) -> None:
    small_desk.follow(every="day")
    small_desk.follow(every="week")
    with small_desk.workspace.ledger.reading() as connection:
        assert connection.scalars(select(people_tables.subscriptions.c.every)).all() == ["week"]


def test_nobody_is_bothered_with_questions(small_desk: Desk) -> None:
    wish = Wish(email=READER, topic=read_topic("/"), language="de", every="day", accepted_only=False)
    asked = [subscribing.ask(small_desk.workspace, wish, small_desk.mailing, "Alles") for _ in range(7)]
    assert asked == [True] * 5 + [False] * 2
    assert sending.send_waiting(small_desk.workspace, small_desk.mailing).accepted == 5
    small_desk.run(24 * 4)  # unanswered requests are erased
    assert small_desk.rows("subscriptions") == 0
    with pytest.raises(DeliveryError, match="is no address of a mailbox"):
        small_desk.ask(email="a@b.example\nBcc: c@d.example")


def test_one_network_does_not_ask_in_the_name_of_many(small_desk: Desk) -> None:
    def ask(number: int, address: str) -> bool:
        mailbox = f"reader{number}@mail.example"
        wish = Wish(email=mailbox, topic=read_topic("/"), language="de", every="day", accepted_only=False)
        return subscribing.ask(small_desk.workspace, wish, small_desk.mailing, "Alles", address=address)

    assert all(ask(number, "192.0.2.1") for number in range(10))
    with pytest.raises(AccessError, match="too often"):
        ask(11, "192.0.2.1")
    assert ask(12, "198.51.100.7")


def test_a_mail_that_is_postponed_waits(desk: Desk) -> None:
    desk.follow()
    desk.add("Oslo will send 40 medics.")
    desk.mails.after_data = lambda letter: "451 later"  # noqa: ARG005 - a step's signature
    assert desk.run() == []
    assert desk.rows("outbox") == 1
    desk.mails.after_data = lambda letter: None  # noqa: ARG005 - as above
    assert sending.send_waiting(desk.workspace, desk.mailing).accepted == 0  # not yet
    (letter,) = desk.run(1)
    assert told(letter) == ["Norway"]
    assert desk.rows("outbox") == 0


def test_a_mailbox_that_is_refused_is_paused(desk: Desk) -> None:
    desk.follow(email="gone@mail.example")
    desk.follow(email="there@mail.example")
    desk.mails.on_recipient = lambda letter: "550 no such mailbox" if "gone" in letter.to[-1] else None
    desk.add("Oslo will send 40 medics.")
    assert [letter.to for letter in desk.run()] == [["there@mail.example"]]
    for _ in range(2):
        assert desk.run(25) == []
    with desk.workspace.ledger.reading() as connection:
        query = select(people_tables.subscriptions.c.email).where(people_tables.subscriptions.c.paused_at.is_not(None))
        assert connection.scalars(query).all() == ["gone@mail.example"]
    desk.mails.on_recipient = lambda letter: None  # noqa: ARG005 - as above
    desk.add("Riga will send 9 doctors.")
    assert [letter.to for letter in desk.run()] == [["there@mail.example"]]


def test_a_question_that_is_refused_is_forgotten(small_desk: Desk) -> None:
    small_desk.mails.on_recipient = lambda letter: "550 no such mailbox"  # noqa: ARG005 - as above
    wish = Wish(email=READER, topic=read_topic("/"), language="de", every="day", accepted_only=False)
    subscribing.ask(small_desk.workspace, wish, small_desk.mailing, "Alles")
    assert sending.send_waiting(small_desk.workspace, small_desk.mailing).refused == 1
    assert small_desk.rows("subscriptions") == 0


def test_a_server_that_is_away_loses_nothing(small_desk: Desk) -> None:
    small_desk.follow()
    small_desk.add("Oslo will send 40 medics.")
    small_desk.wait(24)
    away = Mailing(
        Server(host="127.0.0.1", port=1, security=Security.NONE, seconds=1), "a@b.example", "https://x.example"
    )
    Digests(small_desk.workspace, small_desk.mailing).prepare()
    with pytest.raises(DeliveryError, match="cannot be reached"):
        sending.send_waiting(small_desk.workspace, away)
    (letter,) = small_desk.run(0)
    assert told(letter) == ["Norway"]


def test_a_mailbox_can_be_erased(small_desk: Desk) -> None:
    small_desk.follow()
    small_desk.follow("/actors/no")
    assert subscribing.remove_mailbox(small_desk.workspace, "READER@mail.example") == 2
    assert small_desk.rows("subscriptions") == 0


def test_two_processes_tell_nothing_twice(small_desk: Desk) -> None:
    small_desk.follow()
    small_desk.add("Oslo will send 40 medics.")
    small_desk.wait(24)
    one, other = (Digests(small_desk.workspace, small_desk.mailing) for _ in range(2))
    due = list(other.due())
    assert one.prepare() == 1
    assert not any(other._put(each) for each in due)
    assert small_desk.rows("outbox") == 1


def test_what_a_topic_names_may_vanish(small_desk: Desk) -> None:
    small_desk.add("Oslo will send 40 medics.")
    (line,) = Lookups(small_desk.workspace).entries()
    small_desk.follow(f"/entries/{line.id}")
    from zusage.workflow import judge  # noqa: PLC0415 - one use

    lookups = Lookups(small_desk.workspace)
    judge.reject(small_desk.workspace, lookups.entry(line.id).statements[0].said.id, who="mona")
    assert small_desk.run() == []
