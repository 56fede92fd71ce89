"""Remarks in the pages: sent by anybody, decided on by moderators."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from zusage.model.accounts import Role
from zusage.web.app import create_app
from zusage.web.site import Serving, Site
from zusage.workflow import remarks
from zusage.workflow.accounts import people
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

CHEAP = Passwords(memory=8, passes=1, lanes=1)
GOOD = "four lanterns over a harbour"
HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> "\u202egnp'


@pytest.fixture
def entry(workspace: Workspace) -> str:
    return view_ledger(workspace).entries[0].id


def open_browser(workspace: Workspace, *, public: bool = False) -> TestClient:
    app = create_app(Site(workspace, Serving(hosts=(), public=public), passwords=CHEAP))
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture
def reader(workspace: Workspace) -> Iterator[TestClient]:
    """Anybody, where there is a moderator."""
    people.add_person(workspace, "max", Role.MODERATOR, GOOD, passwords=CHEAP, by="test")
    with open_browser(workspace) as made:
        yield made


def token_of(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found, page
    return found[1]


def as_account(workspace: Workspace, name: str) -> TestClient:
    browser = open_browser(workspace)
    sent = {"form_token": token_of(browser.get("/en/account/sign-in").text), "name": name, "password": GOOD}
    assert browser.post("/en/account/sign-in", data=sent).status_code == 303
    return browser


def send(browser: TestClient, entry: str, **fields: str) -> int:
    path = f"/en/entries/{entry}/remarks"
    sent = {"text": "The ministry's own page gives another number.", "kind": "remark", **fields}
    return int(browser.post(path, data={"form_token": token_of(browser.get(path).text), **sent}).status_code)


def test_a_remark_goes_its_way(reader: TestClient, workspace: Workspace, entry: str) -> None:
    path = f"/en/entries/{entry}/remarks"
    page = reader.get(path).text
    assert "Nothing appears before a moderator has looked at it" in page
    assert "report it as wrong" in reader.get(f"/en/entries/{entry}").text
    assert send(reader, entry, by="Mona", source="https://ministry.example/a") == 303
    assert "Mona" not in reader.get(path).text
    moderator = as_account(workspace, "max")
    queue = moderator.get("/en/remarks").text
    assert "Mona" in queue
    (name,) = re.findall(r'name="remark" value="(\w+)"', queue)
    answer = moderator.post(
        "/en/remarks", data={"form_token": token_of(queue), "remark": name, "act": "publish", "answer": "Looked at."}
    )
    assert answer.headers["location"] == "/en/remarks?done=publish"
    page = reader.get(path).text
    assert "Mona" in page
    assert "Looked at." in page
    assert 'href="https://ministry.example/a" rel="nofollow ugc noopener noreferrer"' in page
    assert "Mona" in reader.get(f"{path.replace('/en/', '/de/')}").text


def test_what_is_sent_is_text(reader: TestClient, workspace: Workspace, entry: str) -> None:
    assert send(reader, entry, text=HOSTILE, by=HOSTILE[:60]) == 303
    (remark,) = remarks.waiting(workspace)
    remarks.publish(workspace, remark.id, who="max", answer=HOSTILE)
    for browser, path in (
        (reader, f"/en/entries/{entry}/remarks"),
        (as_account(workspace, "max"), "/en/remarks"),
        (reader, f"/en/entries/{entry}/remarks.atom"),
        (reader, f"/en/entries/{entry}/remarks.rss"),
    ):
        page = browser.get(path).text
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "\u202e" not in page
        assert "script-src 'self'" in browser.get(path).headers["content-security-policy"]


def test_feeds_of_remarks_can_be_read(reader: TestClient, workspace: Workspace, entry: str) -> None:
    send(reader, entry)
    path = f"/en/entries/{entry}/remarks"
    answer = reader.get(f"{path}.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert answer.text.count("<entry>") == 0
    remarks.publish(workspace, remarks.waiting(workspace)[0].id, who="max")
    assert reader.get(f"{path}.atom").text.count("<entry>") == 1
    assert len(reader.get(f"{path}.feed.json").json()["items"]) == 1
    assert reader.get(f"{path}.rss").text.count("<item>") == 1


def test_the_page_and_the_feeds_of_an_entry_have_what_was_let_through(
    reader: TestClient, workspace: Workspace, entry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zusage.web.site.PEOPLE_FOR", 0)
    path = f"/en/entries/{entry}"
    send(reader, entry, by="Mona")
    (remark,) = remarks.waiting(workspace)
    before = {form: reader.get(f"{path}.{form}").text for form in ("atom", "rss", "feed.json")}
    assert not any("Mona" in text for text in before.values())
    assert "remark by readers" not in reader.get(path).text
    remarks.publish(workspace, remark.id, who="max")
    assert "1 remark by readers" in reader.get(path).text
    assert reader.get(f"{path}.json").json()["remarks"] == 1
    told = [each for each in reader.get(f"{path}.feed.json").json()["items"] if "remark" in each["tags"]]
    assert [each["url"] for each in told] == [f"http://127.0.0.1{path}/remarks#r-{remark.id}"]
    for form, word in (("atom", "<entry>"), ("rss", "<item>")):
        assert reader.get(f"{path}.{form}").text.count(word) == before[form].count(word) + 1
    remarks.reopen(workspace, remark.id, who="max")
    assert {form: reader.get(f"{path}.{form}").text for form in before} == before


def test_what_cannot_be_sent_says_why_and_loses_nothing(reader: TestClient, workspace: Workspace, entry: str) -> None:
    path = f"/en/entries/{entry}/remarks"
    sent = {
        "form_token": token_of(reader.get(path).text),
        "kind": "wrong",
        "text": "It is another number.",
        "by": "<b>M",
    }
    answer = reader.post(path, data=sent)
    assert answer.status_code == 422
    assert "has to give a source" in answer.text
    assert "It is another number." in answer.text
    assert 'value="&lt;b&gt;M"' in answer.text
    assert send(reader, entry, text="x") == 422
    assert send(reader, entry, source="javascript:alert(1)") == 422
    assert send(reader, entry, text="x" * 30_000) == 413
    assert remarks.waiting(workspace) == ()


def test_programs_that_fill_in_everything_are_thanked(reader: TestClient, workspace: Workspace, entry: str) -> None:
    assert send(reader, entry, website="https://spam.example") == 303
    assert remarks.waiting(workspace) == ()


def test_many_are_too_many(reader: TestClient, entry: str) -> None:
    assert [send(reader, entry) for _ in range(6)] == [303] * 5 + [429]


def test_only_moderators_decide(reader: TestClient, workspace: Workspace, entry: str) -> None:
    send(reader, entry)
    (remark,) = remarks.waiting(workspace)
    assert reader.get("/en/remarks").headers["location"].startswith("/en/account/sign-in")
    sent = {
        "remark": remark.id,
        "act": "publish",
        "form_token": token_of(reader.get(f"/en/entries/{entry}/remarks").text),
    }
    assert reader.post("/en/remarks", data=sent).status_code == 403
    people.add_person(workspace, "mona", Role.REVIEWER, GOOD, passwords=CHEAP, by="test")
    reviewer = as_account(workspace, "mona")
    assert reviewer.get("/en/remarks").status_code == 403
    sent["form_token"] = token_of(reviewer.get("/en/account").text)
    assert reviewer.post("/en/remarks", data=sent).status_code == 403
    assert len(remarks.waiting(workspace)) == 1


def test_a_refusal_has_a_reason(reader: TestClient, workspace: Workspace, entry: str) -> None:
    send(reader, entry)
    (remark,) = remarks.waiting(workspace)
    moderator = as_account(workspace, "max")
    sent = {"remark": remark.id, "act": "refuse", "form_token": token_of(moderator.get("/en/remarks").text)}
    refused = moderator.post("/de/remarks", data=sent | {"reason": "", "answer": "danke"})
    assert refused.status_code == 422
    assert "die Entscheidung: hat keinen Grund (wählen Sie die Regel" in refused.text
    assert 'value="danke"' in refused.text
    assert moderator.post("/en/remarks", data=sent | {"reason": "nonsense"}).status_code == 422
    done = moderator.post("/en/remarks", data=sent | {"reason": "off-topic"})
    assert done.status_code == 303
    assert "Refused; nobody sees it." in moderator.get(done.headers["location"]).text
    assert "not about the entry" in moderator.get("/en/remarks").text
    for act in ("reopen", "erase"):
        assert moderator.post("/en/remarks", data=sent | {"act": act}).status_code == 303
    assert moderator.post("/en/remarks", data=sent | {"act": "publish"}).status_code == 404
    assert remarks.waiting(workspace) == ()


def test_where_nobody_moderates_nothing_is_taken(workspace: Workspace, entry: str) -> None:
    with open_browser(workspace) as browser:
        page = browser.get(f"/en/entries/{entry}/remarks").text
        assert "<textarea" not in page
        assert "report an error" not in browser.get(f"/en/entries/{entry}").text
        people.add_person(workspace, "mona", Role.REVIEWER, GOOD, passwords=CHEAP, by="test")
        token = token_of(browser.get("/en/account/sign-in").text)
        sent = {"form_token": token, "text": "The ministry's own page gives another number."}
        assert browser.post(f"/en/entries/{entry}/remarks", data=sent).status_code == 403


def test_strangers_see_no_entry_that_is_not_public(workspace: Workspace, entry: str) -> None:
    people.add_person(workspace, "max", Role.MODERATOR, GOOD, passwords=CHEAP, by="test")
    with open_browser(workspace, public=True) as browser:
        assert browser.get(f"/en/entries/{entry}/remarks").status_code == 404
        assert browser.get(f"/en/entries/{entry}/remarks.atom").status_code == 404
        token = token_of(browser.get("/en/account/sign-in").text)
        sent = {"form_token": token, "text": "The ministry's own page gives another number."}
        assert browser.post(f"/en/entries/{entry}/remarks", data=sent).status_code == 404
