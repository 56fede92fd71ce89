"""One page in many forms, with tags, a cache, and the headers that a browser needs."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from zusage.web.security import host_of
from zusage.web.site import Site
from zusage.workflow.judge import accept
from zusage.workflow.lookups import Lookups
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

OK, NOT_MODIFIED, BAD, NOT_FOUND, MISDIRECTED = 200, 304, 400, 404, 421


def test_the_root_sends_to_the_language_that_the_browser_likes(client: TestClient) -> None:
    for liked, language in (("de-AT,de;q=0.9,en", "de"), ("fr,en-GB;q=0.8", "en"), ("", "en")):
        answer = client.get("/", headers={"Accept-Language": liked}, follow_redirects=False)
        assert answer.headers["location"] == f"/{language}/"


def test_the_overview_is_a_page_in_both_languages(client: TestClient) -> None:
    for language, heading in (("de", "Wer hat was zugesagt"), ("en", "Who has promised what")):
        page = client.get(f"/{language}/")
        assert page.status_code == OK
        assert f'<html lang="{language}">' in page.text
        assert page.text.count("<h1") == 1
        assert heading in page.text
        assert "ynthetic" in page.text or "rfunden" in page.text


def test_the_same_is_there_as_data(client: TestClient) -> None:
    data = client.get("/en/overview.json").json()
    rows = list(csv.DictReader(io.StringIO(client.get("/en/overview.csv").text)))
    cells = [cell for row in data["rows"] for cell in row["cells"] if cell]
    assert len(rows) == len(cells) > 0
    assert data["counts"]["synthetic"] > 0
    assert {row["firmness"] for row in rows} == {cell["firmness"] or "" for cell in cells}


def test_a_day_in_the_address_is_the_day_of_the_page(client: TestClient) -> None:
    early = client.get("/en/overview.json?as_of=2020-01-01").json()
    assert early["as_of"] == "2020-01-01"
    assert early["rows"] == []
    assert "As of 1 January 2020" in client.get("/en/?as_of=2020-01-01").text


def test_who_has_an_answer_already_is_sent_headers_only(client: TestClient) -> None:
    first = client.get("/en/")
    again = client.get("/en/", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == NOT_MODIFIED
    assert again.content == b""


def test_a_judgement_changes_what_is_answered(client: TestClient, site: Site) -> None:
    before = client.get("/en/overview.json")
    entry = next(each for each in view_ledger(site.workspace).entries if not each.is_unsure)
    accept(site.workspace, entry.statements[0].id, who="A. Reviewer")
    after = client.get("/en/overview.json", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == OK
    assert after.json()["counts"]["unreviewed"] == before.json()["counts"]["unreviewed"] - 1


def test_strangers_are_shown_what_a_person_has_accepted(stranger: TestClient, workspace: Workspace) -> None:
    assert stranger.get("/en/overview.json").json()["rows"] == []
    entry = next(each for each in Lookups(workspace).entries() if not each.unsure)
    statement = Lookups(workspace).entry(entry.id).statements[0].said.id
    accept(workspace, statement, who="A. Reviewer")
    shown = stranger.get("/en/overview.json").json()
    assert [row["actor"] for row in shown["rows"]] == [entry.actor]
    assert shown["counts"]["unreviewed"] == 0
    (public,) = stranger.get("/en/ledger.json").json()["entries"]
    page = stranger.get(f"/en/entries/{public['id']}").text
    assert "Every statement" in page
    assert "in its context" not in page


def test_what_is_wrong_is_said_in_the_form_that_was_asked_for(client: TestClient) -> None:
    page = client.get("/de/?as_of=gestern")
    assert page.status_code == BAD
    assert "as_of = gestern: ist kein Tag (schreiben Sie ihn wie 2025-09-04)" in page.text
    assert "as_of = gestern: is no day (write it as 2025-09-04)" in client.get("/en/?as_of=gestern").text
    assert client.get("/de/overview.json?as_of=gestern").json()["detail"].startswith("as_of")
    for path in ("/fr/", "/en/nothing", "/en/search.svg", "/static/nothing.css"):
        assert client.get(path).status_code == NOT_FOUND


@pytest.mark.parametrize("path", ["/en/", "/en/overview.json", "/static/zusage.css", "/en/nothing"])
def test_nothing_inline_and_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert " style=" not in answer.text or path.startswith("/static")
    assert "https://" not in answer.text.replace("https://www.w3.org", "") or "json" in path


def test_a_private_server_answers_to_its_own_names_only(client: TestClient) -> None:
    assert client.get("/en/", headers={"Host": "evil.example"}).status_code == MISDIRECTED
    for name in ("localhost:8765", "127.0.0.1", "[::1]:9"):
        assert client.get("/en/", headers={"Host": name}).status_code == OK


def test_the_name_in_a_host_header() -> None:
    assert host_of("[::1]:80") == "[::1]"
    assert host_of("Zusage.Example:8080") == "zusage.example"
    assert host_of("") == ""


def test_answers_are_packed_for_those_who_can_unpack(client: TestClient) -> None:
    packed = client.get("/en/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/en/", headers={"Accept-Encoding": "identity"}).headers
