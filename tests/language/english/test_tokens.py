"""Tokens as the treebank cuts them, with exact offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.language.english.tokens import find_tokens


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in find_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don't, can't and won't.", "We|do|n't|,|ca|n't|and|wo|n't|."),
        ("They cannot go.", "They|can|not|go|."),
        ("Oslo’s envoy, who’d left", "Oslo|’s|envoy|,|who|’d|left"),
        ("the U.S. and the U.N.", "the|U.S.|and|the|U.N."),
        ("D.C.'s streets", "D.C.|'s|streets"),
        ("$1.5bn and €90bn, US$60m", "$|1.5|bn|and|€|90|bn|,|US$|60|m"),
        ("a US-led, non-lethal plan in mid-July", "a|US|-|led|,|non-lethal|plan|in|mid-July"),
        ("20,000 men on 2025-09-04 at 7:30pm", "20,000|men|on|2025-09-04|at|7:30|pm"),
        ("Gen. Keller met J. Moe. No. 10 said no.", "Gen.|Keller|met|J.|Moe|.|No.|10|said|no|."),
        ("wait... what?!", "wait|...|what|?!"),
        ("the travellers' bags", "the|travellers|'|bags"),
        ("in the 1990s, the 4th F-16", "in|the|1990s|,|the|4th|F|-|16"),
        ("see https://example.org/a?b=1, please", "see|https://example.org/a?b=1|,|please"),
        ("de\u00adploy na\u0308ive troops", "de\u00adploy|na\u0308ive|troops"),
        ("", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert cut(text) == [part for part in expected.split("|") if part]


@given(st.text(max_size=300))
def test_tokens_cover_everything_but_space(text: str) -> None:
    spans = find_tokens(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    left = {char for place, char in enumerate(text) if place not in covered}
    assert all(char.isspace() or char in "\u200b\ufeff" for char in left)
