"""Accounts, tokens and the audit log at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from zusage.workflow.accounts.passwords import Passwords

Run = Callable[..., Result]

GOOD = "four lanterns over a harbour"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zusage.cli.accounts.Passwords", lambda: Passwords(memory=8, passes=1, lanes=1))


def test_an_account_from_begin_to_end(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "There are no accounts" in filled("user", "list").stderr
    made = filled("user", "add", "mona", "--role", "moderator", stdin=f"{GOOD}\n")
    assert (made.exit_code, made.stdout) == (0, "")
    assert "Made account mona, moderator" in made.stderr
    again = filled("user", "add", "mona", stdin=f"{GOOD}\n")
    assert again.exit_code == 1
    assert "account mona: is there already" in again.stderr
    weak = filled("user", "add", "ole", stdin="short\n")
    assert weak.exit_code == 1
    assert "the password: has 5 characters (give 12 to 256" in weak.stderr
    assert "is missing on standard input" in filled("user", "add", "ole", stdin="").stderr
    assert "cannot be called so" in filled("user", "add", "Ole Nordmann", stdin=f"{GOOD}\n").stderr
    assert filled("user", "role", "mona", "reader").exit_code == 0
    assert filled("user", "password", "mona", "--stdin", stdin="another five quiet words\n").exit_code == 0
    assert filled("user", "disable", "mona").exit_code == 0
    (shown,) = json.loads(filled("user", "list", "--format", "json").stdout)
    assert (shown["name"], shown["role"], bool(shown["disabled_at"])) == ("mona", "reader", True)
    assert "let in again" in filled("user", "disable", "mona", "--undo").stderr
    assert filled("user", "remove", "mona").exit_code == 0
    assert filled("user", "remove", "mona").exit_code == 1
    acts = [each["act"] for each in json.loads(filled("audit", "--format", "json").stdout)]
    assert acts == [
        "account made",
        "role changed",
        "password changed",
        "account disabled",
        "account enabled",
        "account removed",
    ]
    monkeypatch.setenv("COLUMNS", "120")
    assert "moderator to reader" in filled("audit").stdout
    assert GOOD not in filled("audit").stdout


def test_a_token_is_shown_once(filled: Run) -> None:
    filled("user", "add", "mona", "--role", "reviewer", stdin=f"{GOOD}\n")
    made = filled("token", "add", "mona", "--scope", "read", "--scope", "review", "--label", "nightly import")
    assert made.exit_code == 0
    secret = made.stdout.strip()
    assert secret.startswith("zusage_")
    listed = filled("token", "list").stdout
    assert "nightly import" in listed
    assert "read review" in " ".join(listed.split())
    assert secret not in listed + filled("audit").stdout
    refused = filled("token", "add", "mona", "--scope", "moderate", "--label", "x")
    assert refused.exit_code == 1
    assert "may not moderate" in refused.stderr
    (token,) = json.loads(filled("token", "list", "--account", "mona", "--format", "json").stdout)
    assert filled("token", "remove", token["id"]).exit_code == 0
    assert "There are no tokens" in filled("token", "list").stderr
    assert filled("token", "remove", token["id"]).exit_code == 1


def test_the_log_is_filtered_and_forgotten(filled: Run) -> None:
    for name in ("mona", "ole"):
        filled("user", "add", name, stdin=f"{GOOD}\n")
    assert len(filled("audit", "--last", "1").stdout.splitlines()) == 2
    assert "Nothing has been audited" in filled("audit", "--who", "mona").stderr
    assert "0 lines" in filled("audit", "--forget-before", "2020-01-01").stderr
    assert "2 lines" in filled("audit", "--forget-before", "2999-01-01").stderr
    assert filled("audit", "--forget-before", "yesterday").exit_code == 2
    assert "Nothing has been audited" in filled("audit").stderr
