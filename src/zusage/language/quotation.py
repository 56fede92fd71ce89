"""Runs in quotation marks, in German and English typography, robust to a missing partner.

Shared by the analysers. German writes „so“ and »so«, Swiss and French reports «so», English “so” and ‘so’, and plain
text "so" everywhere; the sign “ closes in German and opens in English. A run never crosses the end of a paragraph
without a closing mark: a mark whose partner is missing counts to the end of its paragraph if it clearly opens, else it
is ignored.

Standard library only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from zusage.language.analysis import QuotedRun, Token

_MARK = re.compile(r"[„“”»«\"‟‚‘’‛›‹'\n](?:(?<!['\n])|(?<=')(?<!\w')(?=\w)|(?<=\n)[ \t]*\n)")
_ALWAYS_OPEN = frozenset("„‚‟‛")
_SINGLE = frozenset("‚‘’‛›‹'")
_CLOSERS = {
    "„": '“”"‟',
    "“": '”"“',
    "”": "”",
    "‟": "”“",
    "»": "«»",
    "«": "»«",
    '"': '"“”',
    "‚": "‘’'",
    "‘": "’'",
    "’": "’",
    "‛": "’'",
    "›": "‹›",
    "‹": "›‹",
    "'": "'’",
}
_LONGEST = 6000


def find_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the outermost runs between quotation marks as character offsets without the marks, in order.

    An apostrophe is no mark. A run that is never closed ends with its paragraph.
    """
    runs: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text):
        mark, place = match.group(), match.start()
        if opened is None:
            if mark[0] != "\n" and _can_open(text, mark, place):
                opened = (mark, place + 1)
            continue
        kind, start = opened
        if mark[0] == "\n" or place - start > _LONGEST:
            _close_unfinished(text, kind, (start, place), runs)
            opened = None
        elif mark in _CLOSERS[kind] and _can_close(text, mark, place):
            if place > start:
                runs.append((start, place))
            opened = None
        elif kind in _SINGLE and mark not in _SINGLE and _can_open(text, mark, place):
            opened = (mark, place + 1)
    if opened is not None:
        _close_unfinished(text, opened[0], (opened[1], len(text)), runs)
    return tuple(runs)


def quoted_tokens(text: str, tokens: Sequence[Token]) -> tuple[QuotedRun, ...]:
    """Return the quoted runs as token runs without the marks; runs without a token are left out."""
    runs = find_quotations(text)
    if not runs:
        return ()
    starts = [token.start for token in tokens]
    found: list[QuotedRun] = []
    for start, end in runs:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < last:
            found.append(QuotedRun(first, last))
    return tuple(found)


def _can_open(text: str, mark: str, place: int) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark == "’" or after.isspace():
        return False
    return before.isspace() or before in '([{–—-/:„“"‚»«>' or (mark in "»«“‘" and not before.isalnum())


def _can_close(text: str, mark: str, place: int) -> bool:
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark in "’'‘":
        return not after.isalnum()
    before = text[place - 1] if place else " "
    return not (before.isspace() and after.isalnum())


def _close_unfinished(text: str, kind: str, run: tuple[int, int], runs: list[tuple[int, int]]) -> None:
    """Keep an opened run without a partner only if its mark is one that always opens and is not a single one.

    "Sie sagte: „Wir kommen." keeps "Wir kommen.", 5" of rain keep nothing.
    """
    start, end = run
    if kind not in {"„", "‟"}:
        return
    end = min(end, start + _LONGEST)
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        runs.append((start, end))
