"""Which words belong to a message: runs of clauses without what stands between, trimmed at their signs."""

from __future__ import annotations

from collections.abc import Iterable

from zusage.language.analysis import Link
from zusage.reading.context import Context
from zusage.reading.speech.model import Run

EDGES = frozenset(",;:.–—-…")
STOPS = frozenset(".!?")
OPENERS = frozenset("„‚»›“‘\"'«‹")
CLOSERS = frozenset("“”‘’«‹»›\"'")


def descendants(context: Context, index: int, *, asides: bool = False) -> list[int]:
    """The clause and all that hangs on it, parentheses left out unless ``asides``."""
    found = [index]
    for place in found:  # grows while it is walked
        found.extend(
            child for child in context.children[place] if asides or context.clauses[child].link != Link.PARENTHESIS
        )
    return found


def run_of(context: Context, clauses: Iterable[int]) -> Run:
    """The run from the first to the last word of some clauses, quotation marks around it included."""
    rows = [context.clauses[i] for i in clauses]
    return with_marks(context, (min(c.start for c in rows), max(c.end for c in rows)))


def with_marks(context: Context, run: Run) -> Run:
    """Widen a run by the marks of a quotation that begins or ends with it: a clause ends before its closing mark."""
    start, end = run
    for quoted in context.quoted_at(start, end + 1):
        if quoted.start == start:
            start -= 1
        if end in (quoted.end, quoted.end - 1) and quoted.start >= start and quoted.end < len(context.tokens):
            end = quoted.end + 1
    return start, end


def trimmed(context: Context, run: Run) -> Run | None:
    """Cut commas, stops and dashes off both ends; None if nothing is left."""
    start, end = run
    while start < end and context.tokens[start].text in EDGES:
        start += 1
    while start < end and context.tokens[end - 1].text in EDGES:
        end -= 1
    return (start, end) if start < end else None


def without(run: Run, holes: Iterable[Run]) -> tuple[Run, ...]:
    """What is left of a run when others are taken out of it."""
    parts: list[Run] = []
    start, end = run
    for first, last in sorted(holes):
        if last <= start or first >= end:
            continue
        if first > start:
            parts.append((start, first))
        start = max(start, last)
    if start < end:
        parts.append((start, end))
    return tuple(parts)


def message(context: Context, run: Run, holes: Iterable[Run] = ()) -> tuple[Run, ...]:
    """A message: a run without its frame, each part trimmed."""
    parts = (trimmed(context, part) for part in without(run, holes))
    return tuple(part for part in parts if part is not None and _has_word(context, part))


def with_commas(context: Context, run: Run, bounds: Run) -> Run:
    """Widen an inserted frame by the commas around it, within bounds: ", so der Minister ,"."""
    start, end = run
    while start > bounds[0] and context.tokens[start - 1].text in {",", "–", "—"}:
        start -= 1
    if end < bounds[1] - 1 and context.tokens[end].text in {",", "–", "—", ":"}:
        end += 1
    return start, end


def _has_word(context: Context, run: Run) -> bool:
    return any(context.tokens[i].text[0].isalnum() for i in range(*run))
