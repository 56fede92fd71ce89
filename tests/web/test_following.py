"""Feeds and citations stand at the addresses of their pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from mail_server import Letter, MailServer, serve_mail
from starlette.testclient import TestClient

from zusage.deliver.smtp import Security, Server
from zusage.ledger.outbox import waiting
from zusage.ledger.subscriptions import all_subscriptions
from zusage.settings import Settings
from zusage.web.app import create_app
from zusage.web.site import Serving, Site
from zusage.workflow import judge
from zusage.workflow.following.digests import Digests
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.sending import send_waiting
from zusage.workflow.lookups import Lookups, Page
from zusage.workflow.workspace import Workspace

ATOM = "{http://www.w3.org/2005/Atom}"


def first_entry(client: TestClient) -> str:
    feed = client.get("/en/ledger.feed.json").json()
    return str(feed["items"][0]["url"]).rpartition("/")[2]


@pytest.mark.parametrize(
    ("form", "kind"),
    [("atom", "application/atom+xml"), ("rss", "application/rss+xml"), ("feed.json", "application/feed+json")],
)
@pytest.mark.parametrize("page", ["overview", "ledger", "actors/fr", "measures/troops", "conflicts"])
def test_every_page_has_its_feed(client: TestClient, page: str, form: str, kind: str) -> None:
    for language in ("de", "en"):
        answer = client.get(f"/{language}/{page}.{form}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(kind)
        assert f"http://testserver/{language}/{page}.{form}" in answer.text


def test_entries_and_stories_have_feeds(client: TestClient) -> None:
    entry = first_entry(client)
    items = client.get(f"/en/entries/{entry}.feed.json").json()["items"]
    assert any(item["url"].endswith(entry) for item in items)


def test_a_filter_has_a_feed_of_its_own(client: TestClient) -> None:
    whole = ET.fromstring(client.get("/en/ledger.atom").content)  # noqa: S314 - our own
    part = ET.fromstring(client.get("/en/ledger.atom?measure=troops&page=2&x=y").content)  # noqa: S314 - our own
    assert 0 < len(part.findall(f"{ATOM}entry")) < len(whole.findall(f"{ATOM}entry"))
    own = part.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert own.get("href") == "http://testserver/en/ledger.atom?measure=troops"
    assert part.findtext(f"{ATOM}id") != whole.findtext(f"{ATOM}id")


def test_who_has_it_already_gets_nothing(client: TestClient) -> None:
    first = client.get("/en/ledger.atom")
    again = client.get("/en/ledger.atom", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert client.get("/en/ledger.atom").content == first.content


@pytest.mark.parametrize(
    "path",
    [
        *("/en/meetings.atom", "/en/nothing.atom", "/fr/ledger.atom", "/en/actors.atom", "/en/entries/ffff.atom"),
        *("/en/ledger.atom?firmness=x", "/en/nothing.bib", "/en/entries/ffff.bib", "/en/actors/a/b.bib"),
    ],
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_everything_unreviewed_or_made_up_is_labelled(client: TestClient) -> None:
    items = client.get("/en/overview.feed.json").json()["items"]
    assert len(items) > 20
    for item in items:
        assert item["_zusage"]["labels"] == [
            "machine-read, unreviewed",
            "synthetic: written as a sample, nobody said this",
        ]


def test_the_public_feed_has_nothing_that_nobody_accepted(stranger: TestClient) -> None:
    assert stranger.get("/en/overview.feed.json").json()["items"] == []


def test_pages_name_their_feeds_and_citations(client: TestClient) -> None:
    page = client.get("/de/").text
    assert '<link rel="alternate" type="application/atom+xml" title="Atom" href="/de/overview.atom">' in page
    for form in ("bib", "ris", "csl.json"):
        (link,) = re.findall(rf'href="(/de/overview\.{form})"', page)
        assert client.get(link).status_code == 200


@pytest.mark.parametrize("page", ["overview", "ledger", "actors/fr", "measures/troops", "conflicts", "meetings"])
@pytest.mark.parametrize("form", ["bib", "ris", "csl.json"])
def test_every_page_can_be_cited(client: TestClient, page: str, form: str) -> None:
    answer = client.get(f"/en/{page}.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="zusage-')
    assert "as_of=" in answer.text


def test_a_citation_says_which_day_and_which_revision(workspace: Workspace) -> None:
    site = Site(workspace, Serving(address="https://ledger.example/"))
    with TestClient(create_app(site)) as client:
        entry = first_entry(client)
        (item,) = json.loads(client.get(f"/de/entries/{entry}.csl.json?as_of=2026-01-08").text)
    assert item["issued"] == {"date-parts": [[2026, 1, 8]]}
    assert item["URL"] == f"https://ledger.example/de/entries/{entry}?as_of=2026-01-08"
    assert item["version"] == f"Fassung {site.revision()}"
    assert "synthetisch" in item["note"]


def test_citations_lead_back_to_the_page(client: TestClient) -> None:
    (item,) = json.loads(client.get("/en/overview.csl.json").text)
    assert client.get(item["URL"]).status_code == 200


LEDGER = "https://ledger.example"


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with serve_mail() as running:
        yield running


@pytest.fixture
def reader(workspace: Workspace, mails: MailServer) -> Iterator[TestClient]:
    """Somebody who asks a public server that can send mails."""
    settings = Settings(
        smtp_host="127.0.0.1",
        smtp_port=mails.port,
        smtp_security="none",
        smtp_sender="Zusage <news@ledger.example>",
        address=LEDGER,
    )
    site = Site(workspace, Serving(public=True, address=LEDGER, hosts=()), settings=settings)
    with TestClient(create_app(site), base_url=LEDGER) as made:
        yield made


def send(client: TestClient, path: str, **fields: str) -> Any:
    """Fill in the form at a path and send it."""
    (token,) = set(re.findall(r'name="form_token" value="([^"]+)"', client.get(path).text))
    return client.post(path.partition("?")[0], data={"form_token": token, **fields})


def link_in(letter: Letter, act: str) -> str:
    body = letter.parsed.get_body(("plain",))
    assert body is not None
    found = re.search(rf"{LEDGER}(/de/follow/{act}/[\w-]+)", body.get_content())
    assert found is not None
    return found[1]


def test_from_the_form_to_one_click(reader: TestClient, mails: MailServer, workspace: Workspace) -> None:
    assert "/de/follow?topic=/actors/fr" in reader.get("/de/actors/fr").text.replace("%2F", "/")
    asked = send(reader, "/de/follow?topic=%2Factors%2Ffr", topic="/actors/fr", email="a@b.example", every="week")
    assert asked.status_code == 200
    (question,) = mails.accepted
    assert str(question.parsed["Subject"]) == "Bitte bestätigen: Frankreich: was zugesagt wird"
    confirm = link_in(question, "confirm")
    assert reader.get(confirm).status_code == 200  # a program that follows links confirms nothing
    with workspace.ledger.reading() as connection:
        (found,) = all_subscriptions(connection)
    assert (found.confirmed_at, found.every, found.accepted_only) == (None, "week", True)
    assert "Sie bekommen Nachricht" in send(reader, confirm).text
    assert "schon" in reader.get(confirm).text
    accept_one(workspace, "fr")
    assert Digests(workspace, reader.app.state.site.mailing).prepare() == 1  # type: ignore[attr-defined]  # the site's app
    send_waiting(workspace, reader.app.state.site.mailing)  # type: ignore[attr-defined]  # as above
    leave = link_in(mails.accepted[-1], "leave")
    assert "a@b.example" in reader.get(leave).text
    assert reader.post(leave, data={"something": "else"}).status_code == 400
    with TestClient(reader.app, base_url=LEDGER) as mail_program:  # without any cookie, as RFC 8058 asks
        left = mail_program.post(leave, data={"List-Unsubscribe": "One-Click"})
    assert left.status_code == 200
    with workspace.ledger.reading() as connection:
        assert all_subscriptions(connection) == ()
    assert "schon beendet" in reader.get(leave).text


def accept_one(workspace: Workspace, actor: str) -> None:
    lookups = Lookups(workspace)
    line = next(each for each in lookups.entries(page=Page(None)) if each.actor == actor)
    judge.accept(workspace, lookups.entry(line.id).statements[0].said.id, who="mona")


def test_the_other_language_is_about_the_same(reader: TestClient) -> None:
    (other,) = re.findall(r'<li><a href="([^"]+)" hreflang="de"', reader.get("/en/follow?topic=%2Factors%2Ffr").text)
    assert 'name="topic" value="/actors/fr"' in reader.get(other).text


def test_a_wrong_mailbox_is_said(reader: TestClient, mails: MailServer) -> None:
    answer = send(reader, "/en/follow?topic=%2F", topic="/", email="nobody", every="day")
    assert answer.status_code == 422
    assert "That is no address of a mailbox" in answer.text
    assert 'value="nobody"' in answer.text
    assert mails.accepted == []


def test_a_form_of_another_site_is_not_taken(reader: TestClient, mails: MailServer) -> None:
    fields = {"topic": "/", "email": "a@b.example", "every": "day"}
    assert reader.post("/en/follow", data=fields).status_code == 403
    assert mails.accepted == []


def test_a_program_that_fills_in_everything_is_told_the_same(reader: TestClient, mails: MailServer) -> None:
    asked = {"topic": "/", "email": "a@b.example", "every": "day"}
    assert (
        send(reader, "/en/follow", **asked, website="https://x.example").text
        == send(reader, "/en/follow", **asked).text
    )
    assert len(mails.accepted) == 1


def test_a_mail_server_that_is_away_is_no_failure_of_the_page(reader: TestClient, workspace: Workspace) -> None:
    site = reader.app.state.site  # type: ignore[attr-defined]  # the site's app
    away = Server(host="127.0.0.1", port=1, security=Security.NONE, seconds=1)
    site.mailing = Mailing(away, site.mailing.sender, LEDGER)
    assert send(reader, "/en/follow", topic="/", email="a@b.example", every="day").status_code == 200
    with workspace.ledger.reading() as connection:
        assert waiting(connection) == 1


@pytest.mark.parametrize("path", ["/en/follow?topic=%2Fnothing", "/en/follow/confirm/x"])
def test_what_cannot_be_followed(reader: TestClient, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_without_a_mail_server_there_is_no_form(client: TestClient) -> None:
    assert client.get("/en/follow").status_code == 404
    assert "/en/follow" not in client.get("/en/").text
