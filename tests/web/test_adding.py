"""Adding reports in the pages: who may, what is taken, watching it, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from adding_pages import TEXT, Visit, finished, token_of, until_done
from starlette.testclient import TestClient

from zusage.errors import InputError, Wording, kept, remade, wording
from zusage.ledger import additions as rows
from zusage.ledger.auditing import audit_log
from zusage.model.additions import Given, State
from zusage.settings import Settings
from zusage.web.adding import Adding
from zusage.web.explaining import explain
from zusage.web.site import Site
from zusage.workflow.steps import moved
from zusage.workflow.takedown import take_down
from zusage.workflow.workspace import Workspace


def send(browser: TestClient, **fields: str) -> str:
    """Send the form; return where it leads, or the page that says what is wrong."""
    answer = browser.post("/en/add", data={"form_token": token_of(browser.get("/en/add").text)} | fields)
    return str(answer.headers["location"]) if answer.status_code == 303 else answer.text


def test_a_text_is_added_watched_and_read(visit: Visit, workspace: Workspace) -> None:
    browser = visit("reviewer")
    path = send(browser, text=TEXT, title="Sanitäter <b>", address="https://news.example/a", published_on="2026-02-02")
    assert path.startswith("/en/add/")
    record = finished(browser, path)
    (line,) = record["reports"]
    assert line["change"] == "added"
    page = browser.get(path).text
    assert f"/en/reports/{line['report']}" in page
    assert "Sanitäter &lt;b&gt;" in page
    assert "http-equiv" not in page
    report = browser.get(f"/en/reports/{line['report']}").text
    assert 'data-said="s1"' in report
    assert "https://news.example/a#:~:text=" in report
    again = finished(
        browser,
        send(browser, text=TEXT, title="Sanitäter <b>", address="https://news.example/a", published_on="2026-02-02"),
    )
    assert again["reports"][0]["change"] == "unchanged"
    with workspace.ledger.reading() as connection:
        assert "add" in {each.act for each in audit_log(connection)}


def test_an_address_that_is_not_public_is_refused_in_words(visit: Visit) -> None:
    browser = visit("reviewer")
    record = finished(browser, send(browser, address="http://127.0.0.1:9/secret"))
    (line,) = record["reports"]
    assert line["report"] is None
    assert "127.0.0.1" in line["problem"]
    page = browser.get(f"/de/add/{record['id']}").text
    assert "Nichts ist daraus geworden." in page
    assert "der Server 127.0.0.1 steht unter 127.0.0.1 und ist nicht öffentlich" in page
    assert "--allow-private" not in page
    assert "gescheitert" in browser.get("/de/add").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "neither an address nor a text"),
        ({"address": "/etc/passwd"}, "is no address of the web"),
        ({"address": "file:///etc/passwd"}, "is no address of the web"),
        ({"address": "reports.warc"}, "is no address of the web"),
        ({"text": "x", "address": "javascript:alert(1)"}, "is no address of the web"),
    ],
)
def test_what_is_nothing_to_add_is_said(visit: Visit, fields: dict[str, str], said: str) -> None:
    assert said in send(visit("reviewer"), **fields)


def test_a_text_in_another_language_is_refused_in_words(visit: Visit) -> None:
    browser = visit("admin")
    record = finished(
        browser, send(browser, text="Le gouvernement va envoyer des médecins, a dit le ministre lundi soir.")
    )
    (line,) = record["reports"]
    assert line["problem"]


@pytest.mark.parametrize("role", [None, "reader"])
def test_only_who_may_add_sees_the_form(visit: Visit, role: str | None) -> None:
    browser = visit(role)
    answer = browser.get("/en/add")
    assert answer.status_code == (303 if role is None else 403)
    assert browser.post("/en/add", data={"text": TEXT}).status_code == 403


def test_requests_are_for_who_asked_alone_and_need_a_token(visit: Visit) -> None:
    browser = visit("reviewer")
    path = send(browser, text=TEXT)
    finished(browser, path)
    assert visit("moderator").get(path).status_code == 404
    assert visit("moderator").get(f"{path}.json").status_code == 404
    assert browser.get("/en/add/nothing").status_code == 404
    assert browser.post("/en/add", data={"text": TEXT}).status_code == 403


def test_a_private_server_without_accounts_only_shows(client: TestClient) -> None:
    assert client.get("/en/add", follow_redirects=False).status_code == 303
    assert "/en/add" not in client.get("/en/reports").text.replace("/en/add/", "")


def test_one_account_has_only_so_much_open(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(workspace)
    monkeypatch.setattr(Adding, "_run", lambda *_: None)
    for _ in range(5):
        site.adding.ask(Given(text=TEXT), "mona")
    with pytest.raises(Exception, match="one too many"):
        site.adding.ask(Given(text=TEXT), "mona")
    assert site.adding.ask(Given(text=TEXT), "emil").is_open


def served(workspace: Workspace) -> Adding:
    """What another server adds to the same ledger."""
    return Adding(workspace, Settings(ledger=workspace.ledger.folder))


def test_what_waits_when_a_server_stops_is_added_by_the_next(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = served(workspace)
    with monkeypatch.context() as at_rest:
        at_rest.setattr(Adding, "start", lambda _: None)
        made = first.ask(Given(text=TEXT, title="Sanitäter"), "mona")
    second = served(workspace)
    assert second.find(made.id, "mona") == made
    second.start()
    done = until_done(second, made.id)
    second.stop()
    assert [(line.title, line.change, line.error) for line in done.lines] == [("Sanitäter", "added", None)]
    assert (done.state, done.tries, done.given) == (State.DONE, 1, Given())


def test_what_was_begun_by_a_server_that_died_is_begun_anew_and_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zusage.web.adding.HELD_FOR", 0.3)
    monkeypatch.setattr(Adding, "start", lambda _: None)
    made = served(workspace).ask(Given(text=TEXT), "mona")
    monkeypatch.undo()
    monkeypatch.setattr("zusage.web.adding.HELD_FOR", 0.3)
    with workspace.ledger.writing() as connection:
        until = moved(workspace.clock(), timedelta(seconds=0.3))
        assert rows.take(connection, "dead", now=workspace.clock(), until=until) is not None
        assert rows.take(connection, "other", now=workspace.clock(), until=until) is None
    second = served(workspace)
    second.start()
    done = until_done(second, made.id)
    second.stop()
    assert (done.state, done.tries, len(done.lines)) == (State.DONE, 2, 1)
    with workspace.ledger.writing() as connection:
        rows.note(connection, replace(done, lines=(), state=State.FAILED), "dead", at=workspace.clock())
    assert second.find(made.id, "mona") == done


def test_what_stops_each_server_is_given_up_in_words(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    adding = served(workspace)
    monkeypatch.setattr(Adding, "start", lambda _: None)
    made = adding.ask(Given(text=TEXT), "mona")
    monkeypatch.undo()
    for _ in range(3):
        with workspace.ledger.writing() as connection:
            now = workspace.clock()
            assert rows.take(connection, "dead", now=now, until=now) is not None
    adding.start()
    failed = until_done(adding, made.id)
    adding.stop()
    assert failed.state is State.FAILED
    assert failed.error is not None
    assert failed.error.problem == "stopped the server 3 times"
    assert "3" in explain(failed.error, language="de")


def test_a_report_that_an_earlier_try_has_kept_is_told_as_added(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    adding = served(workspace)
    made = until_done(adding, adding.ask(Given(text=TEXT), "mona").id)
    monkeypatch.setattr(Adding, "start", lambda _: None)
    again = adding.ask(Given(text=TEXT), "mona")
    monkeypatch.undo()
    with workspace.ledger.writing() as connection:  # it died after the report was kept
        now = workspace.clock()
        assert rows.take(connection, "dead", now=now, until=now) is not None
        rows.note(connection, replace(again, lines=made.lines, state=State.RUNNING), "dead", at=now)
    adding.start()
    assert until_done(adding, again.id).lines == made.lines
    adding.stop()


def test_what_came_of_it_goes_with_a_report_that_is_taken_down(workspace: Workspace) -> None:
    adding = served(workspace)
    made = until_done(adding, adding.ask(Given(text=TEXT, title="Sanitäter"), "mona").id)
    report = made.lines[0].report
    assert report is not None
    take_down(workspace, report, who="mona", why="asked for")
    assert adding.find(made.id, "mona") is None
    adding.stop()


def test_errors_are_kept_as_they_were(workspace: Workspace) -> None:
    adding = served(workspace)
    made = until_done(adding, adding.ask(Given(address="http://127.0.0.1:9/secret"), "mona").id)
    adding.stop()
    error = made.lines[0].error
    assert error is not None
    assert isinstance(error, InputError)
    assert "127.0.0.1" in str(error)
    same = remade(json.loads(json.dumps(kept(InputError("a", wording("has {count} legs", count=3), hint="b")))))
    assert str(same) == "a: has 3 legs (b)"
    assert isinstance(same.problem, Wording)
    assert (same.problem.template, dict(same.problem.values)) == ("has {count} legs", {"count": 3})
