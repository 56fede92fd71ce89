"""Feeds and citations stand at the addresses of their pages."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from zusage.web.app import create_app
from zusage.web.site import Serving, Site
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
