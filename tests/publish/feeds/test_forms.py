"""What we write as a feed is one: by feedparser, by our own reader of feeds, and by what the formats ask for."""

from __future__ import annotations

import json
import re
import warnings
from textwrap import fill
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.intake.feeds import read_feed
from zusage.publish.feeds.content import WIDTH, as_html, as_text, text_lines
from zusage.publish.feeds.feed import NEVER, Feed, Item, Quoted, Words, name_of, newest, visible
from zusage.publish.feeds.forms import FORMS

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the library itself, on newer Pythons
    import feedparser

HOSTILE = 'A <script>alert(1)</script> & "B" \u202e\x07 end'
ATOM = "{http://www.w3.org/2005/Atom}"


def item(number: int = 1, **changes: Any) -> Item:
    whole: dict[str, Any] = {
        "id": name_of("change", str(number)),
        "title": "Estonia: troops, from signalled to pledged",
        "address": f"https://ledger.example/en/entries/{number}",
        "published": "2026-01-08T09:00:00.000Z",
        "updated": "2026-01-09T10:30:00.000Z",
        "content": (
            Words("Since 8 January 2026 pledged, before signalled."),
            Quoted(
                "Wir werden eine Kompanie schicken", "de", "Tagespost, 2026-01-08", "https://news.example/a?b=1&c=2"
            ),
        ),
        "labels": ("machine-read, unreviewed", "synthetic"),
        "tags": ("troops", "ee"),
    }
    return Item(**whole | changes)


def feed(*items: Item) -> Feed:
    return Feed(
        id=name_of("feed", "ee"),
        title="Estonia",
        about="What Estonia promises",
        language="en",
        author="Zusage",
        page="https://ledger.example/en/actors/ee",
        address="https://ledger.example/en/actors/ee",
        query="?reviewed=1",
        items=items,
    )


@pytest.mark.parametrize("form", FORMS)
def test_others_read_it(form: str) -> None:
    written = FORMS[form].write(feed(item(1), item(2)))
    if form == "feed.json":
        read = json.loads(written)
        first = read["items"][0]
        assert (first["id"], first["url"]) == (item(1).id, item(1).address)
        return
    parsed = feedparser.parse(written)
    assert not parsed.bozo
    assert parsed.feed.title == "Estonia"
    first, second = parsed.entries
    assert first.id == item(1).id
    assert first.link == item(1).address
    assert first.published_parsed[:6] == (2026, 1, 8, 9, 0, 0)
    assert [tag.term for tag in first.tags] == ["troops", "ee"]
    assert second.id != first.id
    assert {"rel": "self"}.items() <= next(link for link in parsed.feed.links if link.rel == "self").items()


@pytest.mark.parametrize("form", FORMS)
def test_we_read_it_ourselves(form: str) -> None:
    found = read_feed(FORMS[form].write(feed(item(1), item(2))), "feed")
    assert [entry.address for entry in found.entries] == [item(1).address, item(2).address]


def test_atom_has_what_the_format_asks_for() -> None:
    root = ET.fromstring(FORMS["atom"].write(feed(item())))  # noqa: S314 - our own
    for each in (root, *root.findall(f"{ATOM}entry")):
        for needed in ("id", "title", "updated"):
            assert len(each.findall(f"{ATOM}{needed}")) == 1, needed
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    when = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
    assert all(when.fullmatch(each.text or "") for each in root.iter(f"{ATOM}updated"))
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == "https://ledger.example/en/actors/ee.atom?reviewed=1"  # type: ignore[union-attr]


def test_rss_has_what_the_format_asks_for() -> None:
    root = ET.fromstring(FORMS["rss"].write(feed(item())))  # noqa: S314 - our own
    (channel,) = root
    assert all(channel.find(needed) is not None for needed in ("title", "link", "description"))
    guid = channel.find("item/guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "false"
    assert channel.findtext("item/pubDate") == "Thu, 08 Jan 2026 09:00:00 GMT"


def test_json_feed_has_what_the_format_asks_for() -> None:
    read = json.loads(FORMS["feed.json"].write(feed(item())))
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert read["feed_url"].endswith("/ee.feed.json?reviewed=1")
    (only,) = read["items"]
    assert {"id", "content_html", "content_text", "date_published", "date_modified"} <= set(only)
    assert only["_zusage"] == {"labels": ["machine-read, unreviewed", "synthetic"]}
    assert all(not name or isinstance(value, str | list | dict) for name, value in only.items())


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_feed_is_one(form: str) -> None:
    written = FORMS[form].write(feed())
    assert written == FORMS[form].write(feed())
    if form == "feed.json":
        assert json.loads(written)["items"] == []
    else:
        assert not feedparser.parse(written).bozo
    assert feed().updated == NEVER


@pytest.mark.parametrize("form", FORMS)
def test_words_of_reports_are_only_words(form: str) -> None:
    hostile = item(
        title=HOSTILE,
        content=(Quoted(HOSTILE, 'de" onload="x', HOSTILE, "javascript:alert(1)"), Words(HOSTILE)),
        labels=(HOSTILE,),
        tags=(HOSTILE,),
    )
    written = FORMS[form].write(feed(hostile)).decode()
    html = as_html(hostile)
    assert "<script" not in html
    assert "javascript:" not in html + as_text(hostile)
    assert 'onload="x' not in html
    assert "\u202e" not in written
    assert "\x07" not in written
    if form != "feed.json":
        assert not feedparser.parse(written.encode()).bozo


def test_labels_come_first() -> None:
    assert as_html(item()).startswith("<p><strong>machine-read, unreviewed · synthetic</strong></p>")
    assert as_text(item()).startswith("[machine-read, unreviewed · synthetic]\n\nSince 8 January 2026")
    assert '<p lang="de"><q><bdi>Wir werden' in as_html(item())


def test_plain_text_is_narrow() -> None:
    long = item(content=(Words("word " * 60), Quoted("Wort " * 60, "de", "Zeitung", None)))
    assert max(map(len, as_text(long).splitlines())) <= 72


@given(st.text(alphabet=st.sampled_from("ab- –\n\u00a0é.\u202e"), max_size=300), st.integers(0, 6), st.integers(60, 90))
def test_lines_break_as_the_standard_library_breaks_them(words: str, indent: int, long: int) -> None:
    for each in (words, f"{words} {'x' * long} {words}"):
        broken = fill(
            visible(each), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent, break_on_hyphens=False
        )
        assert text_lines(each, " " * indent) == broken


@given(st.text(max_size=40))
def test_what_can_be_printed_is_visible_as_it_is(words: str) -> None:
    line = " ".join(words.split())
    assert (visible(words) == line) is (not {sign for sign in line if visible(sign) != sign and not sign.isspace()})
    assert "\u202e" not in visible(f"a\u202e{words}")


def test_names_depend_on_nothing_but_what_is_named() -> None:
    assert name_of("a", "b") == name_of("a", "b") == "urn:uuid:" + name_of("a", "b")[9:]
    assert len({name_of("a", "b"), name_of("ab"), name_of("b", "a"), name_of("a", "", "b")}) == 4
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", name_of("x"))


@given(st.permutations([item(n, updated=f"2026-01-0{1 + n % 3}T00:00:00.000Z") for n in range(7)]))
def test_the_order_does_not_depend_on_what_came_first(items: list[Item]) -> None:
    ordered = newest([*items, items[0]], 5)
    assert len(ordered) == 5
    assert ordered == newest(sorted(items, key=lambda each: each.id), 5)
    assert [each.updated for each in ordered] == sorted((each.updated for each in ordered), reverse=True)


WORDS = st.text(st.characters(codec="utf-8"), max_size=30)


@given(WORDS, WORDS)
def test_any_words_make_a_feed(title: str, quote: str) -> None:
    made = feed(item(title=title, content=(Quoted(quote, "de", title), Words(quote))))
    for form in ("atom", "rss"):
        ET.fromstring(FORMS[form].write(made))  # noqa: S314 - our own
    json.loads(FORMS["feed.json"].write(made))
