"""Accounts as somebody attacks them, on both databases."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from zusage.dossier import load_dossier
from zusage.errors import AccessError, InputError
from zusage.ledger import people_tables
from zusage.ledger.auditing import audit_log
from zusage.ledger.store import make_ledger
from zusage.model.accounts import Right, Role, rights_of
from zusage.workflow.accounts import people, signing_in, tokens
from zusage.workflow.accounts.passwords import Passwords, check_password
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"
HERE, THERE = "192.0.2.7", "198.51.100.9"


@dataclass
class Watch:
    """A clock that a test sets."""

    now: str = "2025-03-01T08:00:00.000Z"

    def __call__(self) -> str:
        return self.now

    def go(self, **by: float) -> None:
        self.now = moved(self.now, timedelta(**by))


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=["sqlite", "postgres"])
def workspace(
    tmp_path: Path, request: pytest.FixtureRequest, database: Callable[[str], str | None], watch: Watch
) -> Workspace:
    ledger = make_ledger(tmp_path / "ledger", {}, at=watch(), url=database(request.param))
    made = Workspace(ledger, load_dossier("ukraine-guarantees"), watch)
    people.add_person(made, "mona", Role.REVIEWER, GOOD, passwords=CHEAP, by="test")
    return made


def enter(workspace: Workspace, name: str = "mona", words: str = GOOD, *, address: str = HERE) -> str:
    return signing_in.sign_in(workspace, name, words, address=address, passwords=CHEAP).secret


def acts(workspace: Workspace) -> list[tuple[str, str]]:
    with workspace.ledger.reading() as connection:
        return [(each.who, each.act) for each in audit_log(connection)]


def stored(workspace: Workspace) -> str:
    """Everything that the tables about people hold."""
    with workspace.ledger.reading() as connection:
        rows = {name: connection.execute(select(table)).all() for name, table in people_tables.metadata.tables.items()}
    return json.dumps({name: [list(row) for row in found] for name, found in rows.items()})


def test_each_role_may_what_the_one_before_may_and_more() -> None:
    found = [rights_of(role) for role in Role]
    assert all(one < other for one, other in itertools.pairwise(found))
    assert Right.REVIEW not in rights_of(Role.READER)
    assert Right.ADMINISTER not in rights_of(Role.MODERATOR)


def test_signing_in_and_out(workspace: Workspace) -> None:
    secret = enter(workspace, " Mona ")
    session = signing_in.find_session(workspace, secret)
    assert session is not None
    assert (session.account.name, session.account.role) == ("mona", Role.REVIEWER)
    signing_in.sign_out(workspace, session)
    assert signing_in.find_session(workspace, secret) is None
    assert acts(workspace) == [("test", "account made"), ("mona", "signed in"), ("mona", "signed out")]


def test_no_secret_is_stored(workspace: Workspace) -> None:
    secret = enter(workspace)
    made = tokens.make_token(workspace, "mona", [Right.READ], label="import", days=9, by="test")
    with pytest.raises(AccessError):
        enter(workspace, "mona", "my other password, typed here")
    with pytest.raises(AccessError):
        enter(workspace, "a password typed as a name", "x")
    rows = stored(workspace)
    for words in (secret, made.secret, GOOD, "typed", HERE, "192.0.2"):
        assert words not in rows
    assert "$argon2id$" in rows


def test_each_sign_in_begins_a_new_session_and_ends_the_browsers_old_one(workspace: Workspace) -> None:
    first = enter(workspace)
    second = signing_in.sign_in(workspace, "mona", GOOD, address=HERE, passwords=CHEAP, old=first).secret
    assert first != second
    assert signing_in.find_session(workspace, first) is None
    assert signing_in.find_session(workspace, second) is not None


def test_a_session_that_somebody_else_chose_is_none(workspace: Workspace) -> None:
    signing_in.sign_in(workspace, "mona", GOOD, address=HERE, passwords=CHEAP, old="chosen by an attacker")
    assert signing_in.find_session(workspace, "chosen by an attacker") is None


def test_sessions_end_when_nothing_happens(workspace: Workspace, watch: Watch) -> None:
    secret = enter(workspace)
    for _ in range(5):
        watch.go(hours=7)
        assert signing_in.find_session(workspace, secret) is not None
    watch.go(hours=8, seconds=1)
    assert signing_in.find_session(workspace, secret) is None


def test_sessions_end_whatever_happens(workspace: Workspace, watch: Watch) -> None:
    secret = enter(workspace)
    for _ in range(24):
        watch.go(hours=7)
        assert signing_in.find_session(workspace, secret) is not None
    watch.go(hours=1)
    assert signing_in.find_session(workspace, secret) is None


def test_an_unknown_name_is_answered_like_a_wrong_password(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def matches(self: Passwords, digest: str | None, password: str) -> bool:
        asked.append(digest is not None)
        return original(self, digest, password)

    original = Passwords.matches
    monkeypatch.setattr(Passwords, "matches", matches)
    people.add_person(workspace, "ole", Role.ADMIN, GOOD, passwords=CHEAP, by="test")
    people.disable_person(workspace, "ole", by="test")
    said = set()
    for name, password in (("mona", "wrong"), ("nobody", "wrong"), ("ole", GOOD), ("", ""), ("x" * 9000, "y" * 9000)):
        with pytest.raises(AccessError) as refused:
            enter(workspace, name, password, address=THERE)
        said.add(str(refused.value))
    assert len(said) == 1
    assert asked == [True, False, True, False, False]  # a digest is worked out for each


def test_guessing_is_slowed_down_and_ends(workspace: Workspace, watch: Watch) -> None:
    for _ in range(5):
        with pytest.raises(AccessError, match="do not fit"):
            enter(workspace, words="guess")
    waits = []
    for _ in range(4):
        with pytest.raises(AccessError, match="too often") as refused:
            enter(workspace)
        waits.append(refused.value.wait)
        watch.go(seconds=refused.value.wait)
        with pytest.raises(AccessError, match="do not fit"):
            enter(workspace, words="guess")
    assert waits == [15, 30, 60, 120]
    assert enter(workspace, address=THERE)  # the account is not locked for its owner
    watch.go(minutes=16)
    assert enter(workspace)


def test_an_unknown_name_is_slowed_down_alike(workspace: Workspace) -> None:
    for name in ("mona", "nobody"):
        for _ in range(5):
            with pytest.raises(AccessError, match="do not fit"):
                enter(workspace, name, "guess")
        with pytest.raises(AccessError) as refused:
            enter(workspace, name, "guess")
        assert refused.value.wait == 15


def test_one_password_for_many_names_is_slowed_down(workspace: Workspace) -> None:
    addresses = [f"2001:db8::{number:x}" for number in range(30)]  # one caller: they share the first half
    for number, address in enumerate(addresses):
        with pytest.raises(AccessError, match="do not fit"):
            enter(workspace, f"name-{number}", "summer", address=address)
    with pytest.raises(AccessError, match="too often"):
        enter(workspace, address="2001:db8::ffff")
    assert enter(workspace, address="2001:db8:1::1")


def test_many_addresses_for_one_name_are_slowed_down(workspace: Workspace) -> None:
    for number in range(100):
        with pytest.raises(AccessError, match="do not fit"):
            enter(workspace, words="guess", address=f"198.51.100.{number}")
    with pytest.raises(AccessError, match="too often"):
        enter(workspace, address="203.0.113.1")


def test_after_a_day_nobody_knows_who_tried(workspace: Workspace, watch: Watch) -> None:
    with pytest.raises(AccessError):
        enter(workspace, words="guess")
    before = stored(workspace)
    watch.go(days=1, seconds=1)
    enter(workspace)
    with workspace.ledger.reading() as connection:
        assert connection.execute(select(people_tables.attempts)).all() == []
        (key,) = connection.scalars(select(people_tables.keys.c.value))
    assert key not in before


def test_a_new_password_signs_everybody_out(workspace: Workspace) -> None:
    here, there = enter(workspace), enter(workspace)
    session = signing_in.find_session(workspace, here)
    assert session is not None
    new = "another five quiet words"
    people.change_password(workspace, "mona", new, passwords=CHEAP, by="mona", keep_session=session.digest)
    assert signing_in.find_session(workspace, there) is None
    assert signing_in.find_session(workspace, here) is not None
    with pytest.raises(AccessError):
        enter(workspace)
    assert enter(workspace, words=new)


def test_a_digest_of_another_cost_is_made_anew(workspace: Workspace) -> None:
    dearer = Passwords(memory=16, passes=1, lanes=1)
    assert signing_in.sign_in(workspace, "mona", GOOD, address=HERE, passwords=dearer)
    assert "m=16,t=1,p=1" in stored(workspace)
    assert signing_in.sign_in(workspace, "mona", GOOD, address=HERE, passwords=dearer)


def test_the_cost_is_what_the_rfc_recommends() -> None:
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in Passwords().digest(GOOD)


def test_roles_hold_at_once(workspace: Workspace) -> None:
    secret = enter(workspace)
    people.change_role(workspace, "mona", Role.READER, by="test")
    session = signing_in.find_session(workspace, secret)
    assert session is not None
    assert session.account.rights == {Right.READ}
    people.disable_person(workspace, "mona", by="test")
    assert signing_in.find_session(workspace, secret) is None
    people.enable_person(workspace, "mona", by="test")
    assert signing_in.find_session(workspace, secret) is None


def test_a_removed_account_leaves_nothing_but_the_log(workspace: Workspace) -> None:
    secret = enter(workspace)
    made = tokens.make_token(workspace, "mona", [Right.READ], label="x", days=9, by="test")
    people.remove_person(workspace, "mona", by="test")
    assert signing_in.find_session(workspace, secret) is None
    assert tokens.check_token(workspace, made.secret) is None
    with workspace.ledger.reading() as connection:
        for table in (people_tables.accounts, people_tables.sessions, people_tables.tokens):
            assert connection.execute(select(table)).all() == []
    with pytest.raises(AccessError, match="does not exist"):
        people.remove_person(workspace, "mona", by="test")


def test_a_token_may_what_it_was_given_and_its_account_still_may(workspace: Workspace, watch: Watch) -> None:
    made = tokens.make_token(workspace, "mona", [Right.REVIEW, Right.READ], label="script", days=2, by="mona")
    found = tokens.check_token(workspace, made.secret)
    assert found is not None
    assert found[1] == {Right.READ, Right.REVIEW}
    people.change_role(workspace, "mona", Role.READER, by="test")
    lowered = tokens.check_token(workspace, made.secret)
    assert lowered is not None
    assert lowered[1] == {Right.READ}
    people.change_role(workspace, "mona", Role.ADMIN, by="test")
    raised = tokens.check_token(workspace, made.secret)
    assert raised is not None
    assert raised[1] == {Right.READ, Right.REVIEW}
    assert tokens.check_token(workspace, made.secret[:-1]) is None
    assert tokens.check_token(workspace, made.secret.removeprefix("zusage_")) is None
    people.disable_person(workspace, "mona", by="test")
    assert tokens.check_token(workspace, made.secret) is None
    people.enable_person(workspace, "mona", by="test")
    watch.go(days=2)
    assert tokens.check_token(workspace, made.secret) is None


@pytest.mark.parametrize(
    ("account", "scopes", "label", "days"),
    [
        ("mona", [Right.MODERATE], "x", 9),
        ("mona", [Right.ADMINISTER], "x", 9),
        ("mona", [], "x", 9),
        ("nobody", [Right.READ], "x", 9),
        ("mona", [Right.READ], " ", 9),
        ("mona", [Right.READ], "x\x1b[2J", 9),
        ("mona", [Right.READ], "x", 0),
        ("mona", [Right.READ], "x", 4000),
    ],
)
def test_tokens_that_are_not_made(
    workspace: Workspace, account: str, scopes: list[Right], label: str, days: int
) -> None:
    with pytest.raises((AccessError, InputError)):
        tokens.make_token(workspace, account, scopes, label=label, days=days, by="mona")


def test_a_token_of_somebody_else_is_not_removed(workspace: Workspace) -> None:
    made = tokens.make_token(workspace, "mona", [Right.READ], label="x", days=9, by="mona")
    with pytest.raises(AccessError):
        tokens.drop_token(workspace, made.token.id, by="ole", account="ole")
    tokens.drop_token(workspace, made.token.id, by="mona", account="mona")
    assert tokens.check_token(workspace, made.secret) is None


@pytest.mark.parametrize("name", ["", "Mona", "-mona", "mona-", "mo na", "<b>", "mona\n", "m" * 41, "müller", "../x"])
def test_names_that_cannot_stand_beside_a_judgement(workspace: Workspace, name: str) -> None:
    with pytest.raises(InputError, match="cannot be called so"):
        people.add_person(workspace, name, Role.READER, GOOD, passwords=CHEAP, by="test")


def test_a_name_is_given_once(workspace: Workspace) -> None:
    with pytest.raises(AccessError, match="is there already"):
        people.add_person(workspace, "mona", Role.ADMIN, GOOD, passwords=CHEAP, by="test")


@pytest.mark.parametrize(
    "password",
    ["short", "a" * 300, "aaaaaaaaaaaa", "abababababab", "123456789012", "qwertzuiopasdf", "passwordpassword",
     "mona-mona-mona-", "zusage2025zusage", "Passwort123456", "tab\tin the middle"],
)  # fmt: skip
def test_passwords_that_are_guessed(password: str) -> None:
    with pytest.raises(InputError):
        check_password(password, "mona")


@pytest.mark.parametrize("password", [GOOD, "zwölf Boxkämpfer am Deich", "x7#kQ!92vLpz", "口令口令一二三四五六七八九"])
def test_passwords_that_are_good(password: str) -> None:
    check_password(password, "mona")


def test_the_same_letters_from_another_keyboard_are_the_same_password() -> None:
    digest = CHEAP.digest("Zwo\u0308lf Boxka\u0308mpfer")
    assert CHEAP.matches(digest, "Zw\u00f6lf Boxk\u00e4mpfer")
    assert not CHEAP.matches(digest, "Zwolf Boxkampfer")
    assert not CHEAP.matches("no digest", "anything")
