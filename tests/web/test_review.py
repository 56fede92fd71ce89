"""The review in the pages: queue, decisions, undo, coding, entries; signed-in reviewers only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from zusage.ledger.auditing import audit_log
from zusage.model.accounts import Role
from zusage.model.ledger import Act, Status
from zusage.reconcile.attention import Need, Standing, by_need, severest
from zusage.web.app import create_app
from zusage.web.site import Serving, Site
from zusage.workflow import judge
from zusage.workflow.accounts import people
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.lookups import Lookups
from zusage.workflow.review_queue import Desk, Turn
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"

Browser = Callable[[str], TestClient]


@pytest.fixture
def as_account(workspace: Workspace) -> Iterator[Browser]:
    """Makes a browser in which an account is signed in; its role is the first part of its name."""
    with ExitStack() as stack:
        app = create_app(Site(workspace, Serving(hosts=()), passwords=CHEAP))

        def make(name: str) -> TestClient:
            people.add_person(workspace, name, Role(name.partition("-")[0]), GOOD, passwords=CHEAP, by="test")
            browser = stack.enter_context(TestClient(app, base_url="http://127.0.0.1", follow_redirects=False))
            sent = {"form_token": token_of(browser.get("/en/account/sign-in").text), "name": name, "password": GOOD}
            assert browser.post("/en/account/sign-in", data=sent).status_code == 303
            return browser

        yield make


def token_of(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def send(browser: TestClient, path: str, /, page: str = "", **fields: object) -> str:
    """Send a form of the page at a path; return where it leads."""
    token = token_of(browser.get(page or path).text)
    answer = browser.post(path, data={"form_token": token, **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def first_of(browser: TestClient, **query: str) -> str:
    return str(browser.get("/en/review/next", params=query).headers["location"])


def acts(workspace: Workspace) -> list[str]:
    return [str(each.what) for each in judge.log(workspace)]


@pytest.mark.parametrize(
    "path", ["/en/review", "/en/review/next", "/en/review/x", "/en/reports/x/code", "/en/entries/x/judge"]
)
def test_only_reviewers_review(as_account: Browser, path: str) -> None:
    assert as_account("reader-rita").get(path).status_code == 403
    reader = as_account("reader-ron")
    token = token_of(reader.get("/en/account").text)
    assert reader.post(path.replace("next", "x"), data={"form_token": token, "act": "accept"}).status_code in {403, 405}
    reviewer = as_account("reviewer-mona")
    assert reviewer.get(path).status_code in {200, 303, 404}
    reviewer.cookies.clear()
    assert reviewer.get(path).headers["location"].startswith("/en/account/sign-in?next=")


def test_a_decision_is_kept_audited_and_leads_to_the_next(as_account: Browser, workspace: Workspace) -> None:
    browser = as_account("reviewer-mona")
    first = first_of(browser)
    page = browser.get(first).text
    assert "1 of " in page
    assert "in a conflict" in page
    second = send(browser, first, act="accept", why="so it stands  there")
    assert second != first
    third = send(browser, second, act="reject")
    assert third not in {first, second}
    made = judge.log(workspace)
    assert [(each.who, each.what, each.why) for each in made] == [
        ("reviewer-mona", Act.ACCEPT, "so it stands there"),
        ("reviewer-mona", Act.REJECT, ""),
    ]
    with workspace.ledger.reading() as connection:
        last = audit_log(connection, who="reviewer-mona")[-1]
    assert (last.act, last.about) == ("reject statement", second.rpartition("/")[2])
    assert "accepted" in browser.get(first).text


def test_undo_goes_back_one_step_at_a_time(as_account: Browser, workspace: Workspace) -> None:
    browser = as_account("reviewer-mona")
    first = first_of(browser)
    second = send(browser, first, act="accept")
    send(browser, second, act="accept")
    assert send(browser, "/en/review/undo", page="/en/review") == second
    assert send(browser, "/en/review/undo", page="/en/review") == first
    assert "Undo" not in browser.get("/en/review").text
    assert acts(workspace) == ["accept", "accept", "undo", "undo"]
    assert first_of(browser) == first


def test_nobody_undoes_what_others_decided(as_account: Browser, workspace: Workspace) -> None:
    browser = as_account("reviewer-mona")
    send(browser, first_of(browser), act="accept")
    other = as_account("reviewer-ole")
    assert send(other, "/en/review/undo", page="/en/account") == "/en/review"
    assert acts(workspace) == ["accept"]


def commitment(workspace: Workspace) -> str:
    desk = Desk(workspace)
    names = [each.id for each in desk.queue("x").items]
    found = desk.look_up(names)
    return next(name for name in names if found[name].claim.statement.kind == "commitment")


def test_one_key_corrects_the_firmness(as_account: Browser, workspace: Workspace) -> None:
    browser, name = as_account("reviewer-mona"), commitment(workspace)
    send(browser, f"/en/review/{name}", quick="considering")
    (made,) = judge.log(workspace)
    assert (made.what, dict(made.changes)) == (Act.CORRECT, {"firmness": "considering"})
    send(browser, f"/en/review/{name}", quick="considering")
    assert [str(each.what) for each in judge.log(workspace)] == ["correct", "accept"]  # what it says now


def test_a_correction_can_be_corrected_back(as_account: Browser, workspace: Workspace) -> None:
    browser, name = as_account("reviewer-mona"), commitment(workspace)
    before = Desk(workspace).find(name)[0].claim.statement
    send(browser, f"/en/review/{name}", quick="delivered")
    send(browser, f"/en/review/{name}", quick=str(getattr(before, "firmness")))  # noqa: B009 - its kind is known
    assert acts(workspace) == ["correct", "correct"]
    assert Desk(workspace).find(name)[0].claim.statement == before


def test_any_field_is_corrected_by_form(as_account: Browser, workspace: Workspace) -> None:
    browser, name = as_account("reviewer-mona"), commitment(workspace)
    page = browser.get(f"/en/review/{name}").text
    assert 'name="condition_0_type"' in page
    send(
        browser,
        f"/en/review/{name}",
        act="correct",
        recipient="md",
        quantity_min="12",
        quantity_max="",
        quantity_unit="items",
    )
    (made,) = judge.log(workspace)
    assert set(made.changes) == {"recipient", "quantity"}
    token = token_of(page)
    answer = browser.post(f"/en/review/{name}", data={"form_token": token, "act": "correct", "actor": "<i>nobody</i>"})
    assert answer.status_code == 422
    assert "&lt;i&gt;nobody" in answer.text
    assert "<i>nobody" not in answer.text
    assert len(judge.log(workspace)) == 1


def test_a_second_reviewer_judges_blindly(as_account: Browser, workspace: Workspace) -> None:
    mona, ole = as_account("reviewer-mona"), as_account("reviewer-ole")
    names = [each.id for each in Desk(workspace).queue("x").items[:2]]
    send(mona, f"/en/review/{names[0]}", act="accept")
    send(mona, f"/en/review/{names[1]}", act="reject")
    assert mona.get("/en/review/next?queue=second").headers["location"].startswith("/en/review?queue=second")
    first = first_of(ole, queue="second")
    page = ole.get(first).text
    assert "1 of 2" in page
    assert 'class="tag good"' not in page
    assert "queue=second" in send(ole, first, act="accept", queue="second")
    second = first_of(ole, queue="second")
    assert send(ole, second, act="accept", queue="second").startswith("/en/review?queue=second")
    assert not Desk(workspace).queue("reviewer-ole", Turn.SECOND).items
    shown = " ".join(ole.get("/en/review").text.split())
    assert "accepted or rejected" in shown
    assert judge.agreement(workspace)[0].units == 2


def test_who_decided_what_is_told_to_who_is_not_to_judge_blindly(as_account: Browser) -> None:
    first, second = as_account("reviewer-rita"), as_account("reviewer-rolf")
    place = first_of(first)
    onward = send(first, place, act="accept", why="so it <says>")
    page = first.get(onward).text
    assert f'Your last decision: accepted – <a href="{place}">' in page
    told = second.get(place).text
    assert "Who decided what" in told
    assert "so it &lt;says&gt;" in told
    assert "Your last decision" not in told
    assert "Who decided what" not in second.get(place, params={"queue": "second"}).text
    send(second, place, act="reject")
    assert second.get(place).text.count("reviewer-r") >= len(("rita", "rolf"))
    send(first, "/en/review/undo", page=onward)
    assert "so it &lt;says&gt;" not in second.get(place).text


def test_a_page_of_the_review_is_named_after_its_statement(as_account: Browser) -> None:
    browser = as_account("reviewer-rita")
    title = browser.get(first_of(browser)).text.partition("<title>")[2].partition("</title>")[0]
    assert title.endswith(" – Review · Zusage")
    assert "●" not in title


def test_selected_words_are_coded(as_account: Browser, workspace: Workspace) -> None:
    browser = as_account("reviewer-mona")
    report = view_ledger(workspace).readings[0].report
    path = f"/en/reports/{report.id}/code"
    words = " ".join(report.text[40:90].split()[1:-1])
    fields = {"actor": "ee", "measure": "troops", "firmness": "pledged", "kind": "commitment"}
    send(browser, path, quote=f" {words}\r\n", place="41", **fields)
    (made,) = judge.log(workspace)
    assert made.statement is not None
    assert made.statement.quote is not None
    assert " ".join(made.statement.quote.exact.split()) == words
    send(browser, path, quote=words, kind="position", actor="ee", stance="opposes", topic="sanctions", measure="")
    assert str(judge.log(workspace)[-1].statement.kind) == "position"  # type: ignore[union-attr]
    token = token_of(browser.get(path).text)
    answer = browser.post(path, data={"form_token": token, "quote": "never <b>said</b>", **fields})
    assert answer.status_code == 422
    assert "do not stand in the report" in answer.text
    assert "<b>said" not in answer.text
    answer = browser.post(path, data={"form_token": token, "quote": words, "kind": "commitment", "actor": "ee"})
    assert answer.status_code == 422
    assert len(judge.log(workspace)) == 2
    assert send(browser, "/en/review/undo", page="/en/account") == path


def test_entries_are_split_merged_and_told_apart(as_account: Browser, workspace: Workspace) -> None:
    browser = as_account("reviewer-mona")
    entries = view_ledger(workspace).entries
    many = next(each for each in entries if len(each.statements) > 1)
    path = f"/en/entries/{many.id}/judge"
    done = send(browser, path, act="split", statement=[many.statements[0].id])
    assert "an entry of their own now" in browser.get(done).text
    assert acts(workspace) == ["different"]
    actors = [each.actor for each in entries]
    one, other = [each for each in entries if actors.count(each.actor) > 1][:1] * 2
    other = next(each for each in entries if each.actor == one.actor and each.id != one.id)
    path = f"/en/entries/{one.id}/judge"
    assert other.id in browser.get(path).text
    send(browser, path, act="differ", other=other.id)
    token = token_of(browser.get(path).text)
    assert browser.post(path, data={"form_token": token, "act": "merge"}).status_code == 422
    assert browser.post(path, data={"form_token": token, "act": "merge", "other": "zzzz"}).status_code in {404, 422}
    assert browser.post(path, data={"form_token": token, "act": "split", "statement": "zzzz"}).status_code == 422


def test_a_statement_that_is_not_there(as_account: Browser) -> None:
    browser = as_account("reviewer-mona")
    assert browser.get("/en/review/0123456789abcdef").status_code == 404
    token = token_of(browser.get("/en/account").text)
    for fields in ({"act": "accept"}, {"act": "correct", "actor": "fr"}):
        answer = browser.post("/en/review/0123456789abcdef", data={"form_token": token, **fields})
        assert answer.status_code == 404


def test_the_queue_is_kept_as_long_as_it_takes_long(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zusage.workflow.review_queue._QUICK", 0)
    desk = Desk(workspace)
    first = desk.queue("mona").items[0].id
    total = len(desk.queue("mona").items)
    calls: list[int] = []
    monkeypatch.setattr(Lookups, "standings", lambda _: calls.append(1))
    assert desk.find(first)[0].claim.status == "read"
    made = judge.accept(workspace, first, who="mona")
    assert len(desk.queue("mona").items) == total - 1
    assert desk.find(first)[0].claim.status == "accepted"
    assert len(desk.queue("ole", Turn.SECOND).items) == 1
    assert len(desk.queue("mona", Turn.SECOND).items) == 0
    assert calls == []
    monkeypatch.undo()
    judge.undo(workspace, made.judgement.id, who="mona")
    assert len(desk.queue("mona").items) == total


def test_the_queue_of_rows_is_the_one_that_is_worked_out(workspace: Workspace) -> None:
    for claim in judge.open_claims(workspace)[::7]:
        judge.accept(workspace, claim.id, who="mona")
    view, lookups = view_ledger(workspace), Lookups(workspace)
    quoted = [
        (cite.statement, (each.severity, each.id))
        for each in view.conflicts
        for side in each.sides
        for cite in side.citations
    ]
    steps = [each for entry in view.entries for each in entry.changes if each.before is not None]
    changed = [(cite.statement, each.day or "") for each in steps for cite in each.citations]
    expected = [
        Standing(
            id=claim.id,
            report=claim.report.id,
            start=claim.statement.quote.start if claim.statement.quote else -1,
            certainty=claim.statement.certainty,
            conflict=severest(conflict for name, conflict in quoted if name == claim.id),
            has_look=claim.id in view.current.carried.looks,
            changed_on=max((day for name, day in changed if name == claim.id), default=None),
            is_read=claim.status is Status.READ,
        )
        for claim in view.grounds.claims
    ]
    found = lookups.standings()
    assert found == by_need(expected)
    assert {each.need for each in found} >= {Need.CONFLICT, Need.UNSURE}
    shown = lookups.to_judge(each.id for each in found)
    assert {name: replace(each.claim, index=-1) for name, each in shown.items()} == {
        each.id: replace(each, index=-1) for each in view.grounds.claims
    }


def test_the_sides_of_a_contradiction_are_told_in_words(as_account: Browser, workspace: Workspace) -> None:
    browser = as_account("reviewer-rosa")
    pages = [
        browser.get(f"/de/review/{claim.id}").text
        for claim in judge.open_claims(workspace)
        if any(
            words in browser.get(f"/en/review/{claim.id}").text
            for words in ("different days", "state the same conditions")
        )
    ][:6]
    assert pages
    sides = re.findall(r"<b><bdi>(.*?)</bdi></b>", " ".join(pages), re.DOTALL)
    assert sides
    assert not [side for side in sides if re.search(r"\d{4}-\d\d-\d\d|peace-deal|parliament|us-support", side)], sides
