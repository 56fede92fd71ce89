"""What is asked for again takes a short way: the same answer, and nothing that the whole way would not send."""

from __future__ import annotations

import time
from unittest.mock import patch

import pytest
from starlette.testclient import TestClient

from zusage.settings import Settings
from zusage.web import answering
from zusage.web.app import create_app
from zusage.web.cache import Answer
from zusage.web.shortcut import Shortcut
from zusage.web.site import Plan, Serving, Site
from zusage.web.workshop import Workshop
from zusage.workflow import judge
from zusage.workflow.workspace import Workspace

PATHS = ("/en/", "/de/ledger?firmness=pledged", "/en/conflicts.json", "/en/overview.atom", "/static/zusage.css")


@pytest.fixture
def whole_ways(client: TestClient) -> list[str]:
    """The paths that went the whole way."""
    found: list[str] = []
    inner = client.app

    async def counting(scope, receive, send) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - ASGI
        if scope["type"] == "http":
            found.append(scope["path"])
        await real(scope, receive, send)

    stack = inner.build_middleware_stack()  # type: ignore[attr-defined]
    while not isinstance(stack, Shortcut):
        stack = stack.app
    real, stack._app = stack._app, counting
    inner.middleware_stack = stack  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_the_second_answer_is_the_first(client: TestClient, whole_ways: list[str], path: str, accepted: str) -> None:
    first, second = (client.get(path, headers={"Accept-Encoding": accepted}) for _ in range(2))
    assert len(whole_ways) == (0 if path.startswith("/static/") else 1)
    assert (first.status_code, first.content, dict(first.headers)) == (200, second.content, dict(second.headers))
    known = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (known.status_code, known.content, known.headers["etag"]) == (304, b"", first.headers["etag"])
    assert known.headers["content-security-policy"] == first.headers["content-security-policy"]
    assert len(whole_ways) == (0 if path.startswith("/static/") else 1)


def test_static_files_have_the_headers_of_every_answer(client: TestClient) -> None:
    headers = client.get("/static/zusage.js").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"].startswith("public")


@pytest.mark.parametrize("header", [{"Cookie": "zusage=x"}, {"Authorization": "Basic x"}])
def test_who_may_be_somebody_goes_the_whole_way(
    client: TestClient, whole_ways: list[str], header: dict[str, str]
) -> None:
    client.get("/en/")
    client.get("/en/", headers=header)
    assert len(whole_ways) == 2


def test_other_names_are_turned_away_also_from_what_is_kept(client: TestClient) -> None:
    assert client.get("/static/zusage.css").status_code == client.get("/en/").status_code == 200
    for path in ("/static/zusage.css", "/en/"):
        assert client.get(path, headers={"Host": "elsewhere.example"}).status_code == 421


def test_a_closed_server_sends_nothing_that_is_kept(workspace: Workspace) -> None:
    with TestClient(create_app(Site(workspace, Serving(public=False, closed=True, hosts=())))) as client:
        for _ in range(2):
            assert client.get("/en/", follow_redirects=False).status_code == 303


def test_a_change_is_seen_at_once_without_a_lag(client: TestClient, site: Site) -> None:
    before = [client.get("/en/ledger").headers["etag"] for _ in range(2)]
    accept_one(site)
    assert client.get("/en/ledger").headers["etag"] != before[0] == before[1]


def test_what_was_there_before_is_sent_while_the_new_answer_is_made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(workspace, Serving(lag=30))
    real = answering.work_out

    def slow(*given: object, **named: object) -> Answer:
        time.sleep(0.3)
        return real(*given, **named)  # type: ignore[arg-type]

    with TestClient(create_app(site)) as client:
        before = client.get("/en/ledger").headers["etag"]
        accept_one(site)
        monkeypatch.setattr(Workshop, "is_busy", True)
        with patch.object(answering, "work_out", slow):
            begun = time.monotonic()
            assert [client.get("/en/ledger").headers["etag"] for _ in range(3)] == [before] * 3
            assert time.monotonic() - begun < 0.3
            time.sleep(0.6)
        assert client.get("/en/ledger").headers["etag"] != before


def test_who_asks_alone_gets_what_is_there_now(workspace: Workspace) -> None:
    site = Site(workspace, Serving(lag=30))
    with TestClient(create_app(site)) as client:
        before = client.get("/en/ledger").headers["etag"]
        accept_one(site)
        assert client.get("/en/ledger").headers["etag"] != before


def test_nothing_old_is_sent_when_it_was_last_seen_too_long_ago(workspace: Workspace) -> None:
    site = Site(workspace, Serving(lag=0.1))
    with TestClient(create_app(site)) as client:
        before = client.get("/en/ledger").headers["etag"]
        time.sleep(0.15)
        accept_one(site)
        assert client.get("/en/ledger").headers["etag"] != before


def test_processes_work_out_the_same(workspace: Workspace) -> None:
    settings = Settings(ledger=workspace.ledger.folder)
    site = Site(workspace, settings=settings)
    paths = ("/en/ledger", "/de/entries/none", "/en/overview.atom", "/en/overview.bib")
    with TestClient(create_app(Site(workspace))) as client:
        alone = [client.get(path) for path in paths]
    site.workshop.hire(1, Plan(settings, site.serving))
    try:
        with TestClient(create_app(site)) as client:
            by_processes = [client.get(path) for path in paths]
            accept_one(site)
            after = client.get("/en/ledger")
    finally:
        site.workshop.close()
    assert [(each.status_code, each.content) for each in alone] == [
        (each.status_code, each.content) for each in by_processes
    ]
    assert after.headers["etag"] != by_processes[0].headers["etag"]


def accept_one(site: Site) -> None:
    """Change the ledger."""
    said = next(iter(site.lookups.entry(site.lookups.entries().items[0].id).statements))
    judge.accept(site.workspace, said.said.id, who="mona")
