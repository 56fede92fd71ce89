"""Feeds of every kind give the addresses of reports and their days; what attacks is refused."""

# ruff: noqa: E501 - markup, as feeds write it

from __future__ import annotations

import json
import time

import pytest

from zusage.errors import InputError
from zusage.intake.feeds import Entry, is_feed, read_feed

RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Hafenbote – Brücke</title><link>https://hafen.example/</link>
<item><title>Brücke</title><link>https://hafen.example/a</link><pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate></item>
<item><title>Ohne Tag</title><link> /b </link></item>
<item><title>Nur guid</title><guid>https://hafen.example/c</guid><dc:date>2025-03-02T08:00:00Z</dc:date></item>
<item><title>Kein Permalink</title><guid isPermaLink="false">77</guid></item>
<item><title>Noch einmal</title><link>https://hafen.example/a</link></item>
<item><title>Kein Bericht</title><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><link href="https://hafen.example/"/>
<entry><link rel="enclosure" href="https://hafen.example/a.mp3"/><link rel="alternate" href="/a"/><updated>2025-03-05T00:00:00Z</updated>
<published>2025-03-04T00:00:00Z</published></entry><entry><link href="https://hafen.example/b"/><updated>2025-03-03T00:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="https://hafen.example/a"><link>https://hafen.example/a</link></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"url": "https://hafen.example/a", "date_published": "2025-03-04T10:00:00Z"}, {"id": "7"}, "no"],
    }
)
OPML = """<opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://hafen.example/rss"/></outline>
<outline xmlUrl="https://hafen.example/rss"/><outline text="none"/></body></opml>"""
A = Entry("https://hafen.example/a", "2025-03-04")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_rss(encoding: str) -> None:
    content = RSS.format(encoding=encoding).replace("–", "-").encode(encoding)
    feed = read_feed(content, "f", address="https://hafen.example/rss")
    assert feed.entries == (A, Entry("https://hafen.example/b"), Entry("https://hafen.example/c", "2025-03-02"))


def test_a_latin_1_feed_that_says_it_is_utf_8() -> None:
    feed = read_feed(
        RSS.format(encoding="utf-8").replace("–", "-").encode("iso-8859-1"), "f", address="https://hafen.example/"
    )
    assert feed.entries[0] == A
    assert "read as Windows-1252" in feed.notes[0]


@pytest.mark.parametrize(
    ("content", "entries"),
    [
        (ATOM, (A, Entry("https://hafen.example/b", "2025-03-03"))),
        (RDF, (Entry("https://hafen.example/a"),)),
        (JSON_FEED, (A,)),
    ],
)
def test_other_kinds(content: str, entries: tuple[Entry, ...]) -> None:
    assert is_feed(content.encode())
    assert read_feed(content.encode(), "f", address="https://hafen.example/").entries == entries


def test_lists_of_feeds() -> None:
    assert is_feed(OPML.encode())
    assert read_feed(OPML.encode(), "f").feeds == ("https://hafen.example/rss",)


@pytest.mark.parametrize("content", [b"<html><body>x</body></html>", b'{"a": 1}', b"Es regnet.", b""])
def test_what_is_no_feed(content: bytes) -> None:
    assert not is_feed(content)


def laughs(levels: int) -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{entities}]><rss><channel><title>&a{levels - 1};</title></channel></rss>'


@pytest.mark.parametrize(
    "content",
    [
        laughs(10),
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><link>&x;</link></item></channel></rss>',
        '<!DOCTYPE rss [<!entity % x SYSTEM "http://a.example/x.dtd"> %x;]><rss/>',
        "<html/>",
        "",
    ],
)
def test_attacks_and_ruins_are_one_clear_error(content: str) -> None:
    start = time.process_time()
    with pytest.raises(InputError, match=r"^f: "):
        read_feed(content.encode(), "f")
    assert time.process_time() - start < 1


def test_a_cut_feed_gives_the_entries_that_arrived() -> None:
    content = RSS.format(encoding="utf-8").encode()
    assert (
        read_feed(content[: content.index(b"<item><title>Nur")], "f", address="https://hafen.example/").entries[0] == A
    )


def test_deep_xml_is_no_trouble() -> None:
    with pytest.raises(InputError):
        read_feed(b"<a>" * 100_000, "f")
