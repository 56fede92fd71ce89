"""What a copy left out of its root, added to it or worded in another way: the words on both sides.

Marked furniture is nobody's words and left out; quotations count here, for leaving one out is a change like any other.
Uses `zusage.model`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.reconcile.shingles import Words, runs_in, words_of


class Alteration(StrEnum):
    """What a copy did to a run of words."""

    LEFT_OUT = "left-out"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration: where in the root (None for what was added), where in the copy (None for what was left out).

    Of words that stand elsewhere in the other text only where they stood in the root is told.
    """

    what: Alteration
    root: Span | None
    copy: Span | None


def changes_of(root: Report, copy: Report) -> tuple[Change, ...]:
    """Say what a copy changed, in the order of its root; nothing if it has the same words."""
    ours, theirs = _words(root), _words(copy)
    matcher = SequenceMatcher(None, ours.numbers.tolist(), theirs.numbers.tolist(), autojunk=False)
    return tuple(
        change
        for what, start, end, other, other_end in matcher.get_opcodes()
        if what != "equal"
        for change in _changes((ours, start, end), (theirs, other, other_end))
    )


Part = tuple[Words, int, int]


def _changes(root: Part, copy: Part) -> Iterator[Change]:
    ours, theirs = _span(root), _span(copy)
    if ours is not None and theirs is not None:
        yield Change(Alteration.CHANGED, ours, theirs)
    elif ours is not None:
        yield Change(Alteration.MOVED if _is_elsewhere(root, copy[0]) else Alteration.LEFT_OUT, ours, None)
    elif theirs is not None and not _is_elsewhere(copy, root[0]):
        yield Change(Alteration.ADDED, None, theirs)


def _span(part: Part) -> Span | None:
    words, start, end = part
    return Span(int(words.starts[start]), int(words.ends[end - 1])) if start < end else None


def _is_elsewhere(part: Part, other: Words) -> bool:
    """Say whether most of the runs of some words stand in another text."""
    words, start, end = part
    runs = runs_in(Words(words.starts[start:end], words.ends[start:end], words.numbers[start:end])).tolist()
    there = set(runs_in(other).tolist())
    return len(runs) > 0 and sum(run in there for run in runs) * 2 > len(runs)


def _words(report: Report) -> Words:
    return words_of(report.text, [(piece.span.start, piece.span.end) for piece in report.furniture])
