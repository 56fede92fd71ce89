"""A topic is written as its page's address, and read back."""

from __future__ import annotations

import pytest

from zusage.errors import InputError
from zusage.workflow.following.topics import Sort, Topic, make_topic, read_topic
from zusage.workflow.lookups import EntryFilter


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/ledger",
        "/ledger?firmness=pledged&measure=troops",
        "/ledger?reviewed=yes&roots=2",
        "/actors/ee",
        "/actors/group:26-countries",
        "/measures/troops",
        "/entries/3f51a2b3c4d5e6f7",
        "/stories/0a1b",
        "/conflicts",
    ],
)
def test_a_topic_is_its_address(address: str) -> None:
    assert read_topic(address).address == address


def test_what_narrows_nothing_is_left_out() -> None:
    assert read_topic("/ledger?measure=troops&actor=&page=3&as_of=2026-01-01&x=y").address == "/ledger?measure=troops"
    assert read_topic("/overview") == Topic(Sort.OVERVIEW)
    assert make_topic(Sort.CONFLICTS, filters=[("measure", "troops")]).filters == ()


@pytest.mark.parametrize(
    "address",
    [
        *("/nothing", "/actors", "/actors/", "/ledger/x", "/actors/a/b", "/ledger?firmness=hard", "/ledger?roots=x"),
        *("/ledger?condition=x", "/ledger?reviewed=maybe", "/actors/" + "x" * 300),
    ],
)
def test_what_is_no_topic_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="cannot be followed"):
        read_topic(address)


def test_filters_are_those_of_the_ledger() -> None:
    topic = read_topic("/ledger?actor=ee,de&measure=troops&from=2025-01-01&reviewed=no&roots=2&all=1")
    assert topic.entry_filter() == EntryFilter(
        actors=("ee", "de"), measures=("troops",), since="2025-01-01", reviewed=False, roots=2, unsure=True
    )
