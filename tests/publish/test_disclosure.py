"""What the public sees: what people accepted, and quotes with a little around them."""

from __future__ import annotations

import pytest

from zusage.model.ledger import Status
from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.publish.disclosure import SHARE, Audience, Disclosure, disclosure_for

FILLER = "The harbour was busy and the weather fine that day. " * 20
TEXT = f"{FILLER}Oslo will send forty medics, an envoy said. {FILLER}\nBergen offers two ships. {FILLER}"
MEDICS = Span(TEXT.index("Oslo will"), TEXT.index(", an envoy"))
SHIPS = Span(TEXT.index("Bergen offers"), TEXT.index(" ships") + 6)


def report(**fields: object) -> Report:
    made: dict[str, object] = {"text": TEXT, "language": "en", "address": "https://news.example/a"}
    return Report(**(made | fields))  # type: ignore[arg-type]  # tests name the fields they mean


@pytest.mark.parametrize(
    ("status", "public"),
    [
        (Status.READ, False),
        (Status.ACCEPTED, True),
        (Status.CORRECTED, True),
        (Status.CODED, True),
        (Status.REJECTED, False),
    ],
)
def test_which_statements_are_shown(status: Status, *, public: bool) -> None:
    assert disclosure_for(sees_all=True).shows(status)
    assert disclosure_for(sees_all=False).shows(status) is public


def test_who_is_signed_in_sees_whole_articles() -> None:
    assert disclosure_for(sees_all=True).passages(report(), [MEDICS]) is None


def test_the_public_sees_quotes_with_a_little_around_them() -> None:
    passages = disclosure_for(sees_all=False).passages(report(), [SHIPS, MEDICS])
    assert passages is not None
    assert [passage.contains(quote) for passage, quote in zip(passages, (MEDICS, SHIPS), strict=True)] == [True, True]
    shown = sum(passage.end - passage.start for passage in passages)
    assert shown < len(TEXT) * SHARE
    assert all("\n" not in TEXT[passage.start : passage.end] for passage in passages)
    first = TEXT[passages[0].start : passages[0].end]
    assert first == first.strip()
    assert disclosure_for(sees_all=False).passages(report(), []) == ()


def test_of_a_text_that_is_mostly_quotes_only_these_are_shown() -> None:
    text = "Oslo will send medics. Bergen offers ships. It rained. Tromso waits and waits and waits."
    quotes = [Span(0, 22), Span(23, 43)]
    assert disclosure_for(sees_all=False).passages(report(text=text), quotes) == (Span(0, 22), Span(23, 43))


def test_quotes_that_are_close_share_a_passage() -> None:
    near = Span(MEDICS.end + 2, MEDICS.end + 15)
    assert len(disclosure_for(sees_all=False).passages(report(), [MEDICS, near, MEDICS]) or ()) == 1


@pytest.mark.parametrize(
    ("fields", "whole"),
    [
        ({}, False),
        ({"synthetic": True}, True),
        ({"address": "https://www.gov.example/speech"}, True),
        ({"address": "https://gov.example"}, True),
        ({"address": "https://notgov.example/a"}, False),
        ({"address": "https://gov.example.evil.example/a"}, False),
        ({"address": None}, False),
        ({"address": "gov.example"}, False),
    ],
)
def test_whole_texts_where_they_are_free(fields: dict[str, object], *, whole: bool) -> None:
    shown = disclosure_for(sees_all=False, free_hosts=["gov.example"])
    assert shown.shows_whole(report(**fields)) is whole
    assert Disclosure(audience=Audience.PRIVATE).shows_whole(report(**fields))
