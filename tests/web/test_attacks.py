"""What somebody who means harm tries: at spreadsheets, files, headers, caches, slow forms, mailboxes of others."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree
from starlette.requests import Request
from starlette.testclient import TestClient

from zusage.cli import output
from zusage.ledger.auditing import audit_log
from zusage.model.accounts import Right, Role
from zusage.web import forms
from zusage.web.app import create_app
from zusage.web.asking import FormError
from zusage.web.edition.places import place_of
from zusage.web.page import Table, as_csv
from zusage.web.site import Serving, Site
from zusage.web.views import meetings
from zusage.web.views.meetings import MeetingsPage
from zusage.workflow.accounts import people, tokens
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.workspace import Workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"
FORMULAS = ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠SUM(A1)"]
TEXT = "Norwegen wird 40 Sanitäter in die Ukraine schicken, sagte ein Sprecher der Regierung am Montag in Oslo."


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = as_csv(Table(("quote",), ((words,),)))
    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [f"'{words}"]
    output.write_records([{"quote": words, "number": -1}], "csv")
    assert f"'{words}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "link",
    ["/en/actors/../../x", "/en/actors/..%2f..%2fx.json", "/static/../../x", "/static/..%2fx", "/../en/", "/en/./x"],
)
def test_an_edition_has_no_file_outside_of_its_folder(link: str) -> None:
    assert place_of(link, absolute=True) is None


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/en/reports/..%2f..%2fetc%2fpasswd",
        "/en/assessment/..%2f..%2fdossier",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_header_is_written_by_an_address(client: TestClient) -> None:
    for path in (
        "/en/account?x=%0d%0aSet-Cookie:%20a=b",
        "/en/account/sign-in?next=/en/%0d%0aSet-Cookie:%20a=b",
        "/en/?q=%0d%0aX-Evil:1",
    ):
        answer = client.get(path, follow_redirects=False)
        assert "x-evil" not in answer.headers
        assert all("a=b" not in each.partition(";")[0] for each in answer.headers.get_list("set-cookie"))
        assert "\n" not in answer.headers.get("location", "")


def test_a_foreign_host_gets_into_no_answer(workspace: Workspace) -> None:
    with TestClient(create_app(Site(workspace, Serving(public=True, hosts=())))) as client:
        first = client.get("/en/", headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
        assert "evil.example" not in first.text
        feed = client.get("/en/overview.atom", headers={"Host": "evil.example"}).text
        assert "evil.example" not in client.get("/en/overview.atom", headers={"Host": "good.example"}).text
        etree.fromstring(feed.encode())


def test_what_is_kept_for_some_is_not_shown_to_others(workspace: Workspace) -> None:
    people.add_person(workspace, "ruth", Role.READER, GOOD, passwords=CHEAP, by="test")
    secret = tokens.make_token(workspace, "ruth", (Right.READ,), label="x", days=9, by="test").secret
    with TestClient(create_app(Site(workspace, Serving(public=True, hosts=()), passwords=CHEAP))) as client:
        mine = client.get("/en/ledger.json", headers={"Authorization": f"Bearer {secret}"})
        theirs = client.get("/en/ledger.json", headers={"If-None-Match": mine.headers["etag"]})
    assert mine.json()["entries"]
    assert theirs.status_code == 200
    assert theirs.json()["entries"] == []
    assert "private" in mine.headers["cache-control"]
    assert "Cookie" in theirs.headers["vary"]


def test_the_way_in_is_shown_as_soon_as_there_is_an_account(workspace: Workspace) -> None:
    with TestClient(create_app(Site(workspace, passwords=CHEAP)), base_url="http://127.0.0.1") as client:
        assert "Sign in" not in client.get("/en/").text
        people.add_person(workspace, "ruth", Role.READER, GOOD, passwords=CHEAP, by="test")
        time.sleep(1.1)
        page = client.get("/en/")
        assert "Sign in" in page.text
        form = re.search(r'name="form_token" value="([^"]+)"', client.get("/en/account/sign-in").text)
        assert form
        sent = {"form_token": form[1], "name": "ruth", "password": GOOD}
        answer = client.post("/en/account/sign-in", data=sent, follow_redirects=False)
        assert answer.headers["clear-site-data"] == '"cache"'


def test_a_form_that_comes_bit_by_bit_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "PATIENCE", 0.05)

    async def receive() -> dict[str, object]:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"a", "more_body": True}

    kind = (b"content-type", b"application/x-www-form-urlencoded")
    request = Request({"type": "http", "method": "POST", "headers": [kind], "path": "/en/add"}, receive)
    with pytest.raises(FormError, match="took too long"):
        asyncio.run(forms.read_form(request))


@pytest.fixture
def program(workspace: Workspace) -> Iterator[Callable[..., TestClient]]:
    """Makes programs with a token of some scopes."""
    people.add_person(workspace, "max", Role.MODERATOR, GOOD, passwords=CHEAP, by="test")
    with TestClient(create_app(Site(workspace, Serving(hosts=()), passwords=CHEAP))) as made:

        def sign(*scopes: Right) -> TestClient:
            secret = tokens.make_token(workspace, "max", scopes, label="x", days=9, by="test").secret
            made.headers["Authorization"] = f"Bearer {secret}"
            return made

        yield sign


def test_a_program_adds_reports_within_its_scope(program: Callable[..., TestClient], workspace: Workspace) -> None:
    assert program(Right.READ).post("/api/additions", json={"text": TEXT}).status_code == 403
    client = program(Right.ADD)
    asked = client.post("/api/additions", json={"text": TEXT, "title": "Oslo", "language": "de"})
    assert asked.status_code == 202
    for _ in range(600):
        found = client.get(f"/api/additions/{asked.json()['id']}").json()
        if found["state"] in {"done", "failed"}:
            break
        time.sleep(0.1)
    assert (found["state"], found["reports"][0]["statements"]) == ("done", 1)
    with workspace.ledger.reading() as connection:
        assert "add by token" in {each.act for each in audit_log(connection)}
    assert client.get("/api/additions/nobodys-own").status_code == 404
    assert client.post("/api/additions", json={}).status_code == 422
    assert client.post("/api/additions", json={"address": "file:///etc/passwd"}).status_code == 422
    del client.headers["Authorization"]
    assert client.post("/api/additions", json={"text": TEXT}).status_code == 401


def test_places_in_a_drawing_are_text(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    found = meetings.meetings_page
    hostile = "</text><script>alert(1)</script>\x0b\u202egnp"

    def changed(*given: Any, **more: Any) -> MeetingsPage:
        page = found(*given, **more)
        return replace(page, meetings=tuple(replace(each, place=hostile) for each in page.meetings))

    monkeypatch.setattr("zusage.web.routes.meetings.meetings_page", changed)
    for form in ("svg", "narrow.svg"):
        drawn = client.get(f"/en/meetings.{form}").text
        assert etree.fromstring(drawn.encode()).tag.endswith("svg")
        assert "<script" not in drawn
        assert "\u202e" not in drawn
