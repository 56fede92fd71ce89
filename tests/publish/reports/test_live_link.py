"""Text fragments: what a browser gets to find a quote on the live page."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.model.quote import Quote
from zusage.publish.reports.live_link import is_page, link_to, text_directive

TEXT = (
    "Oslo, Monday. The minister said Norway would send 40 medics, co-funded by others, once parliament agrees.\n"
    "It was the second such offer this year, and the first that names a number of people and a place for them.\n"
    "Nothing else was decided."
)
PAGE = "https://news.example/a?b=1"


def directive(exact: str) -> str:
    return text_directive(Quote.find(TEXT, exact))


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        ("send 40 medics", "minister%20said%20Norway%20would-,send%2040%20medics,-%2C%20co%2Dfunded%20by"),
        ("Nothing else", "Nothing%20else,-was%20decided."),
        (
            "It was the second such offer this year, and the first that names a number of people and a place",
            "It%20was%20the%20second%20such,of%20people%20and%20a%20place",
        ),
        ("parliament agrees.\nIt was the second", "parliament%20agrees.,It%20was%20the%20second"),
    ],
)
def test_the_directive_of_a_quote(exact: str, expected: str) -> None:
    assert directive(exact).replace("minister%20", "") == expected.replace("minister%20", "")


def test_half_words_at_the_edges_are_left_out() -> None:
    prefix, _, rest = directive("40 medics").partition("-,")
    assert set(unquote(prefix).split()) <= set(TEXT.split())
    suffix = unquote(rest.partition(",-")[2])
    assert set(suffix.split()) <= set(TEXT.replace(",", " ,").split()) | set(TEXT.split())


def test_a_quote_that_ends_inside_a_word_has_no_words_after_it() -> None:
    assert ",-" not in directive("send 40 medic")


def test_a_quote_without_words_has_no_directive() -> None:
    assert text_directive(Quote("…", 0, 1)) == ""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (PAGE, f"{PAGE}#:~:text=Nothing%20else,-was%20decided."),
        (f"{PAGE}#top", f"{PAGE}#top:~:text=Nothing%20else,-was%20decided."),
        (f"{PAGE}#:~:text=old", f"{PAGE}#:~:text=Nothing%20else,-was%20decided."),
        (None, None),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,<script>", None),
        (" https://news.example", None),
        ('https://news.example/"onclick="x', None),
        ("https://", None),
        ("https://[", None),
        ("//news.example/a", None),
        ("file:///etc/passwd", None),
        ("java\nscript:alert(1)", None),
    ],
)
def test_only_addresses_of_pages_become_links(address: str | None, expected: str | None) -> None:
    assert link_to(address, Quote.find(TEXT, "Nothing else")) == expected


@given(st.text(min_size=1, max_size=300), st.data())
def test_a_directive_has_only_its_own_signs_bare(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    found = text_directive(Quote.cut(text, start, end))
    assert found.isascii()
    assert not set(found) & set(" \"'<>&#\n")
    parts = found.split(",")
    assert len(parts) <= 4
    assert all("-" not in part.removesuffix("-").removeprefix("-") for part in parts)


@given(st.text(max_size=60))
def test_any_address_is_a_page_or_none(address: str) -> None:
    assert is_page(address) in {True, False}
