"""Programs that write through the API: each within the scopes of its token, and no browser by its session."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from zusage.ledger.auditing import audit_log
from zusage.model.accounts import Right, Role
from zusage.model.remarks import RemarkKind
from zusage.web.app import create_app
from zusage.web.site import Serving, Site
from zusage.workflow import judge, remarks
from zusage.workflow.accounts import people, signing_in, tokens
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.review_queue import Desk
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"

Headers = Callable[..., dict[str, str]]


@pytest.fixture
def program(workspace: Workspace) -> Iterator[TestClient]:
    """A program that asks the server."""
    app = create_app(Site(workspace, Serving(hosts=()), passwords=CHEAP))
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as made:
        yield made


@pytest.fixture
def may(workspace: Workspace) -> Headers:
    """Makes the header of a token with some scopes."""
    people.add_person(workspace, "max", Role.MODERATOR, GOOD, passwords=CHEAP, by="test")

    def make(*scopes: Right) -> dict[str, str]:
        made = tokens.make_token(workspace, "max", scopes, label="x", days=9, by="test")
        return {"Authorization": f"Bearer {made.secret}"}

    return make


def commitment(workspace: Workspace) -> str:
    desk = Desk(workspace)
    names = [each.id for each in desk.queue("x").items]
    found = desk.look_up(names)
    return next(name for name in names if found[name].claim.statement.kind == "commitment")


def test_a_statement_is_judged(program: TestClient, may: Headers, workspace: Workspace) -> None:
    name, headers = commitment(workspace), may(Right.REVIEW)
    path = f"/api/statements/{name}/judgements"
    answer = program.post(path, headers=headers, json={"act": "accept", "why": "seen"})
    assert answer.status_code == 200
    assert {key: answer.json()[key] for key in ("act", "statement", "who", "new")} == {
        "act": "accept", "statement": name, "who": "max", "new": True,
    }  # fmt: skip
    assert program.post(path, headers=headers, json={"act": "accept", "why": "seen"}).json()["new"] is False
    answer = program.post(path, headers=headers, json={"act": "correct", "changes": {"firmness": "considering"}})
    assert answer.status_code == 200
    assert program.post(path[:-13] + "/judgements", headers=headers, json={"act": "reject"}).status_code == 200
    assert [str(each.what) for each in judge.log(workspace)] == ["accept", "correct", "reject"]
    with workspace.ledger.reading() as connection:
        assert audit_log(connection)[-1].act == "reject by token"


def test_what_cannot_be_judged_so(program: TestClient, may: Headers, workspace: Workspace) -> None:
    name, headers = commitment(workspace), may(Right.REVIEW)
    path = f"/api/statements/{name}/judgements"
    wrong: list[object] = [{"act": "correct"}, {"act": "correct", "changes": {"firmness": "solid"}}, {"act": "undo"}]
    for sent in (*wrong, {}, {"act": "accept", "x": 1}, []):
        assert program.post(path, headers=headers, json=sent).status_code == 422, sent
    assert (
        program.post("/api/statements/ffffffff/judgements", headers=headers, json={"act": "accept"}).status_code == 404
    )
    assert judge.log(workspace) == ()


def test_a_statement_is_coded(program: TestClient, may: Headers, workspace: Workspace) -> None:
    report, headers = view_ledger(workspace).readings[0].report, may(Right.REVIEW)
    record = {"quote": report.text[:30].strip(), "actor": "ee", "measure": "troops", "firmness": "pledged"}
    path = f"/api/reports/{report.id}/statements"
    assert program.post(path, headers=headers, json={"record": record}).json()["act"] == "code"
    wrong: list[object] = [record | {"quote": "never said"}, record | {"actor": "<b>"}, []]
    for sent in ({"record": each} for each in wrong):
        assert program.post(path, headers=headers, json=sent).status_code == 422
    assert len(judge.log(workspace)) == 1


def test_scopes_are_kept(program: TestClient, may: Headers, workspace: Workspace) -> None:
    judging = f"/api/statements/{commitment(workspace)}/judgements"
    for scope, path, allowed in (
        (Right.READ, judging, False),
        (Right.ADD, judging, False),
        (Right.MODERATE, judging, False),
        (Right.REVIEW, judging, True),
    ):
        answer = program.post(path, headers=may(scope), json={"act": "accept"})
        assert answer.status_code == (200 if allowed else 403), scope
    assert program.get("/api/remarks", headers=may(Right.REVIEW)).status_code == 403
    assert program.get("/api/remarks", headers=may(Right.MODERATE)).status_code == 200
    headers = may(Right.REVIEW)
    people.change_role(workspace, "max", Role.READER, by="test")
    assert program.post(judging, headers=headers, json={"act": "reject"}).status_code == 403
    people.disable_person(workspace, "max", by="test")
    assert program.post(judging, headers=headers, json={"act": "reject"}).status_code == 401


def test_a_session_is_not_enough(program: TestClient, may: Headers, workspace: Workspace) -> None:
    may(Right.REVIEW)
    secret = signing_in.sign_in(workspace, "max", GOOD, address="192.0.2.1", passwords=CHEAP).secret
    program.cookies.set("zusage", secret, domain="127.0.0.1", path="/")
    assert program.get("/en/account").status_code == 200
    path = f"/api/statements/{commitment(workspace)}/judgements"
    for headers in ({}, {"Authorization": "Basic eDp5"}, {"Authorization": ""}, {"Sec-Fetch-Site": "same-origin"}):
        answer = program.post(path, headers=headers, json={"act": "accept"})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
    assert judge.log(workspace) == ()


def test_remarks_are_decided_on(program: TestClient, may: Headers, workspace: Workspace) -> None:
    entry = view_ledger(workspace).entries[0]
    draft = remarks.Draft(RemarkKind.REMARK, "The ministry's own page gives another number.")
    remarks.send_remark(workspace, entry, draft, address="192.0.2.1")
    headers = may(Right.MODERATE)
    (found,) = program.get("/api/remarks", headers=headers).json()["remarks"]
    assert found["entry"] == entry.id
    path = f"/api/remarks/{found['id']}/decision"
    assert program.post(path, headers=headers, json={"act": "refuse"}).status_code == 422
    answer = program.post(path, headers=headers, json={"act": "refuse", "reason": "off-topic"})
    assert (answer.json()["state"], answer.json()["reason"]) == ("refused", "off-topic")
    assert program.post(path, headers=headers, json={"act": "reopen"}).json()["state"] == "waiting"
    assert program.post(path, headers=headers, json={"act": "publish", "answer": "Noted."}).json()["answer"] == "Noted."
    assert (
        program.post("/api/remarks/0123456789abcdef/decision", headers=headers, json={"act": "publish"}).status_code
        == 404
    )
