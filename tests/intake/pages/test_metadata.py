"""Title, day, byline, outlet and address, wherever a page says them; days that differ are told."""
# ruff: noqa: E501 - markup, as pages write it

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.intake.pages import Origin, read_page
from zusage.intake.pages.days import day_of_address, read_day

Make = Callable[..., bytes]


def origin(address: str = "https://hafen.example/a", *, feed: str | None = None) -> Origin:
    return Origin(resource=address, address=address, fetched_on="2025-03-06", feed_day=feed)


def linked(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":["NewsArticle"],{fields}}}]}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "address", "expected"),
    [
        (linked('"datePublished":"2025-03-04T23:30:00-05:00"'), "", "https://a.example/2025/03/05/x", ("2025-03-04", "json-ld")),
        (linked('"datePublished":"Tue Mar 04 10:00:00 CET 2025"'), "", "https://a.example/x", ("2025-03-04", "json-ld")),
        ('<meta property="article:published_time" content="2025-03-04T10:00:00Z">', "", "https://a.example/x", ("2025-03-04", "meta")),
        ('<meta name="date" content="04.03.2025">', "", "https://a.example/x", ("2025-03-04", "meta")),
        ("", '<time class="updated" datetime="2025-03-05">5.</time><time datetime="2025-03-04T09:00">4.</time>', "https://a.example/x", ("2025-03-04", "time-tag")),
        ("", "<time>4. März 2025</time>", "https://a.example/x", ("2025-03-04", "time-tag")),
        ("", "", "https://a.example/news/2025/03/04/bruecke", ("2025-03-04", "url")),
        ("", "", "https://a.example/bruecke-20250304.html", ("2025-03-04", "url")),
        ("", "<div class='stand'>Stand: 04.03.2025, 10 Uhr</div>", "https://a.example/x", ("2025-03-04", "htmldate")),
        ("", "", "https://a.example/x", (None, None)),
    ],
)  # fmt: skip
def test_the_first_way_that_gives_a_day(
    page: Make, head: str, body: str, address: str, expected: tuple[str, str]
) -> None:
    found = read_page(page(head=head, above=body), origin(address))
    assert (found.published_on, found.published_how) == expected


def test_a_feed_gives_a_day_after_the_page_itself(page: Make) -> None:
    assert read_page(page(), origin(feed="Tue, 04 Mar 2025 10:00:00 GMT")).published_how == "feed"
    head = '<meta name="date" content="2025-03-03">'
    found = read_page(page(head=head), origin(feed="2025-03-04"))
    assert (found.published_on, found.published_how, found.notes) == ("2025-03-03", "meta", ())


def test_nothing_is_published_after_it_was_fetched(page: Make) -> None:
    head = linked('"datePublished":"2031-01-01"') + '<meta name="date" content="2025-03-03">'
    assert read_page(page(head=head), origin()).published_on == "2025-03-03"


def test_days_that_differ_by_more_than_one_are_told(page: Make) -> None:
    head = linked('"datePublished":"2025-03-04"')
    assert read_page(page(head=head), origin("https://a.example/2025/03/03/x")).notes == ()
    notes = read_page(page(head=head), origin("https://a.example/2024/03/03/x")).notes
    assert notes == ("published on 2025-03-04 (json-ld), but 2024-03-03 (url)",)


@pytest.mark.parametrize("broken", ["{", "[1,2", '{"@type":"NewsArticle","datePublished":7.5}', "null", "[" * 100_000])
def test_broken_json_ld_is_passed_over(page: Make, broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script><meta name="date" content="2025-03-03">'
    assert read_page(page(head=head), origin()).published_on == "2025-03-03"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", "Eine Brücke für den Hafen"),
        ('<meta property="og:title" content="Endlich: die Br&#252;cke">', "Endlich: die Brücke"),
        ('<meta property="og:title" content="Endlich: die Brücke - Hafenbote"><meta property="og:site_name" content="Hafenbote">', "Endlich: die Brücke"),
        (linked('"headline":"Der Rat beschließt die Brücke"') + '<meta property="og:title" content="Eine Brücke für den Hafen">', "Der Rat beschließt die Brücke"),
        (linked('"headline":"Der Rat beschließt die Brücke"') + '<meta property="og:title" content="Endlich: die Brücke">', "Endlich: die Brücke"),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_without_its_outlet(page: Make, head: str, expected: str) -> None:
    assert read_page(page(head=head), origin()).title == expected


def test_byline_outlet_language_and_address(page: Make) -> None:
    head = (
        linked('"author":[{"@type":"Person","name":"Ada Hafner"},{"name":"dpa"}],"publisher":{"name":"Hafenbote"}')
        + '<link rel="canonical" href="/a?page=1">'
    )
    found = read_page(page(head=head), origin("https://www.hafen.example/a?utm=7"))
    assert (found.byline, found.outlet, found.language) == ("Ada Hafner, dpa", "Hafenbote", "de")
    assert found.address == "https://www.hafen.example/a?page=1"


@pytest.mark.parametrize(
    "canonical", ["https://other.example/a", "javascript:alert(1)", "https://hafen.example/", "http://[::1", ""]
)
def test_a_canonical_address_elsewhere_is_not_believed(page: Make, canonical: str) -> None:
    head = f'<link rel="canonical" href="{canonical}">'
    assert read_page(page(head=head), origin()).address == "https://hafen.example/a"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-03-04", "2025-03-04"),
        ("20250304T101500Z", "2025-03-04"),
        ("4.3.2025", "2025-03-04"),
        ("March 4th, 2025", "2025-03-04"),
        ("4. März 2025", "2025-03-04"),
        ("Tue, 04 Mar 2025 22:00:00 GMT", "2025-03-04"),
        ("1741082400", "2025-03-04"),
        ("1741082400000", "2025-03-04"),
        ("2025-13-44", None),
        ("gestern", None),
        ("", None),
    ],
)
def test_days_as_machines_and_people_write_them(value: str, day: str | None) -> None:
    assert read_day(value) == day


@pytest.mark.parametrize(
    "address", ["https://a.example/2025/13/44/x", "https://a.example/id-20259999", "https://a.example/12025030411"]
)
def test_numbers_in_an_address_are_not_always_days(address: str) -> None:
    assert day_of_address(address) is None
