"""Addresses hold all state: read, checked, written in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.web.address import KNOWN, Address, AddressError, path_in_form, read_query


def test_links_take_the_day_along_and_drop_filters() -> None:
    here = Address(language="de", path="/ledger", query=read_query([("as_of", "2025-09-10"), ("measure", "troops")]))
    assert here.link("/entries/3fa2") == "/de/entries/3fa2?as_of=2025-09-10"
    assert here.here(measure="air", page=2) == "/de/ledger?as_of=2025-09-10&measure=air&page=2"
    assert here.here(as_of=None) == "/de/ledger?measure=troops"
    assert here.to_form("json") == "/de/ledger.json?as_of=2025-09-10&measure=troops"
    assert here.in_language("en") == "/en/ledger?as_of=2025-09-10&measure=troops"


def test_a_link_may_set_what_is_a_word_of_python() -> None:
    assert Address(language="en").link("/ledger", from_="2025-09-01") == "/en/ledger?from=2025-09-01"


def test_the_root_has_a_name_where_it_needs_one() -> None:
    assert path_in_form("/", "csv") == "/overview.csv"
    assert path_in_form("/", "html") == "/"
    assert path_in_form("/actors/group:26-countries", "json") == "/actors/group:26-countries.json"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("as_of", "yesterday"),
        ("as_of", "2025-02-30"),
        ("as_of", "20250910"),
        ("page", "-1"),
        ("page", "٣"),
        ("q", "a\x00"),
    ],
)
def test_what_cannot_be_understood_is_refused(name: str, value: str) -> None:
    with pytest.raises(AddressError):
        read_query([(name, value)])


def test_one_thing_twice_is_refused_but_for_what_a_scenario_assumes() -> None:
    with pytest.raises(AddressError, match="more than once"):
        read_query([("measure", "air"), ("measure", "troops")])
    assert read_query([("assume", "b"), ("assume", "a")]) == (("assume", "a"), ("assume", "b"))


@given(st.lists(st.tuples(st.sampled_from(sorted(KNOWN)) | st.text(), st.text(max_size=300))))
def test_any_query_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    try:
        found = read_query(pairs)
    except AddressError:
        return
    assert read_query(found) == found
    assert all(name in KNOWN and value for name, value in found)
