"""Files that are sent from the page for adding: read like at the command line, and hostile ones are refused in words."""

from __future__ import annotations

import gzip
import json

import pytest
from adding_pages import TEXT, Visit, finished, token_of, until_done
from starlette.testclient import TestClient

from zusage.ledger.auditing import audit_log
from zusage.model.additions import Given, packed
from zusage.settings import Settings
from zusage.web import uploads
from zusage.web.adding import Adding
from zusage.web.uploads import plain_name
from zusage.workflow.workspace import Workspace

PAGE = (
    "<!doctype html><html lang=de><head><title>Sanitäter</title></head><body><article><h1>Sanitäter für die Ukraine</h1>"
    f"<p>{TEXT}</p></article></body></html>"
)
RECORD = json.dumps({"text": TEXT, "title": "Sanitäter", "published_on": "2026-02-02", "outlet": "Bote"})


def send(browser: TestClient, name: str, content: bytes, **fields: str) -> str:
    """Send a file by the form; return where it leads, or the page that says what is wrong."""
    token = {"form_token": token_of(browser.get("/en/add").text)}
    answer = browser.post("/en/add", data=token | fields, files={"file": (name, content)})
    return str(answer.headers["location"]) if answer.status_code == 303 else answer.text


def archive() -> bytes:
    """A web archive with one page."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    told = (
        "WARC/1.0",
        "WARC-Type: response",
        "WARC-Record-ID: <urn:uuid:12345678-0000-4000-8000-000000000000>",
        "WARC-Date: 2026-02-02T10:00:00Z",
        "WARC-Target-URI: https://news.example/sani",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    )
    return gzip.compress("\r\n".join(told).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bericht.txt", f"Sanitäter\n\n{TEXT}".encode()),
        ("SEITE.HTML", PAGE.encode()),
        ("berichte.jsonl", RECORD.encode()),
        ("band.warc.gz", archive()),
        ("alt.txt", f"Sanitäter\n\n{TEXT}".encode("cp1252")),
    ],
)
def test_a_file_is_added_and_read(visit: Visit, workspace: Workspace, name: str, content: bytes) -> None:
    browser = visit("reviewer")
    path = send(browser, name, content)
    record = finished(browser, path)
    (line,) = record["reports"]
    assert (record["name"], line["change"], line["problem"]) == (name, "added", "")
    assert line["statements"] == 1
    assert "40 Sanitäter" in browser.get(f"/de/reports/{line['report']}").text
    with workspace.ledger.reading() as connection:
        assert name in {each.about for each in audit_log(connection)}


def test_a_file_waits_in_the_ledger_and_is_forgotten_when_it_is_done(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = f"Sanitäter\n\n{TEXT}".encode()
    first = Adding(workspace, Settings(ledger=workspace.ledger.folder))
    with monkeypatch.context() as at_rest:
        at_rest.setattr(Adding, "start", lambda _: None)
        made = first.ask(Given(file_name="bericht.txt", packed=packed(content)), "mona")
    second = Adding(workspace, Settings(ledger=workspace.ledger.folder))
    waiting = second.find(made.id, "mona")
    assert waiting is not None
    assert (waiting.given.content, waiting.given.is_fetched) == (content, False)
    second.start()
    done = until_done(second, made.id)
    second.stop()
    assert [line.change for line in done.lines] == ["added"]
    assert done.given == Given()


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\mona\\bericht.txt", "bericht.txt"),
        ("a\x00b\r\nX-Evil: 1.txt", "abX-Evil: 1.txt"),
        ("\u202etxt.exe.txt", "txt.exe.txt"),
        ("n" * 400 + ".txt", "n" * 146 + ".txt"),
        ("\ud800.txt", ".txt"),
        ("..", ".."),
        ("", "file"),
    ],
)
def test_a_name_is_no_place_and_can_be_printed(told: str, name: str) -> None:
    assert plain_name(told) == name


def test_a_hostile_name_is_shown_as_text(visit: Visit) -> None:
    browser = visit("reviewer")
    path = send(browser, "../<img src=x onerror=alert(1)>.txt", f"Sanitäter\n\n{TEXT}".encode())
    assert finished(browser, path)["name"] == "<img src=x onerror=alert(1)>.txt"
    for page in (browser.get(path).text, browser.get("/de/add").text):
        assert "<img" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;.txt" in page


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.7", "is of no kind that can be read here"),
        ("sh", b"#!/bin/sh", "is of no kind that can be read here"),
        ("feed.xml", b"<rss/>", "is of no kind that can be read here"),
    ],
)
def test_files_of_other_kinds_are_refused_at_once(visit: Visit, name: str, content: bytes, said: str) -> None:
    assert said in send(visit("reviewer"), name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rubbish.txt", bytes(range(256)) * 40),
        ("nothing.txt", b""),
        ("rubbish.html", b"\x00\xff\xfe" * 500),
        ("rubbish.warc.gz", gzip.compress(b"\x00" * 100_000)),
        ("cut.warc.gz", archive()[:200]),
        ("rubbish.jsonl", b"[[[[[[" * 1000),
        ("rubbish.eml", bytes(range(255, -1, -1)) * 40),
    ],
)
def test_rubbish_in_a_file_is_told_and_harms_nothing(visit: Visit, name: str, content: bytes) -> None:
    browser = visit("reviewer")
    record = finished(browser, send(browser, name, content))
    assert all(line["report"] is None for line in record["reports"])
    assert "fault of the program" not in json.dumps(record)
    page = browser.get(f"/de/add/{record['id']}").text
    assert 'class="notice bad"' in page
    assert finished(browser, send(browser, "gut.txt", f"Sanitäter\n\n{TEXT}".encode()))["reports"][0]["report"]


def test_one_thing_is_sent_at_a_time(visit: Visit) -> None:
    browser = visit("reviewer")
    for fields in ({"text": TEXT}, {"address": "https://news.example/a"}):
        assert "came together with" in send(browser, "bericht.txt", TEXT.encode(), **fields)
    token = {"form_token": token_of(browser.get("/en/add").text)}
    two = [("file", ("a.txt", TEXT.encode())), ("file", ("b.txt", TEXT.encode()))]
    assert browser.post("/en/add", data=token, files=two).status_code == 400


def test_without_a_file_the_form_takes_what_is_pasted(visit: Visit) -> None:
    browser = visit("reviewer")
    path = send(browser, "", b"", text=TEXT, title="Sanitäter")
    assert finished(browser, path)["name"] == "Sanitäter"


def test_a_file_needs_the_token_of_its_form_and_an_account(visit: Visit) -> None:
    sent = {"file": ("a.txt", TEXT.encode())}
    assert visit("reviewer").post("/en/add", files=sent).status_code == 403
    assert visit("reviewer").post("/en/add", data={"form_token": "x"}, files=sent).status_code == 403
    assert visit("reader").post("/en/add", files=sent).status_code == 403
    assert visit(None).post("/en/add", files=sent).status_code == 403


def test_what_is_too_large_is_told(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = visit("reviewer")
    assert "a.txt: is larger than 5 MB" in send(browser, "a.txt", b"a" * 5_000_001)
    token = token_of(browser.get("/de/add").text)
    large = {"file": ("a.txt", b"a" * 8_000_000)}
    answer = browser.post("/de/add", data={"form_token": token}, files=large)
    assert answer.status_code == 413
    assert "a.txt: ist größer als 5 MB" in answer.text
    assert (
        "ist größer als 5 MB"
        in browser.post("/de/add", data={"form_token": token}, files={"file": ("a.txt", b"a" * 9_500_000)}).text
    )
    monkeypatch.setattr(uploads, "_REST", 1000)
    assert (
        browser.post("/en/add", data={"form_token": token, "text": "a" * 2000}, files=sent_empty()).status_code == 413
    )


def sent_empty() -> dict[str, tuple[str, bytes]]:
    """The field of a file where none was chosen."""
    return {"file": ("", b"")}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=b", b"not a part of it"),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--b--\r\n"),
        ("multipart/form-data; boundary=b; charset=punycode", b"--b--\r\n"),
        ("application/json", b"{}"),
    ],
)
def test_what_is_no_form_is_refused(visit: Visit, kind: str, body: bytes) -> None:
    answer = visit("reviewer").post("/en/add", content=body, headers={"Content-Type": kind})
    assert answer.status_code in {400, 403, 415}
