"""A clause in the making: its kind, its tokens, and the clause that it hangs on.

Uses `zusage.language.analysis`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from zusage.language.analysis import ClauseKind, Link


@dataclass(slots=True, eq=False)
class Draft:
    """A clause in the making; ``source``: the clause whose verb or subject it shares."""

    kind: ClauseKind
    link: Link = Link.ROOT
    parent: Draft | None = None
    marker: str | None = None
    verb_last: bool = False
    finite: int | None = None
    bare: list[int] = field(default_factory=list)
    zu: list[int] = field(default_factory=list)
    runs: list[list[int]] = field(default_factory=list)
    source: Draft | None = None
    gapped: bool = False
    opener: int | None = None

    @property
    def waits(self) -> bool:
        """Tell whether the finite verb is still to come."""
        return self.finite is None and self.source is None and self.kind in _WAITING

    def chain(self) -> Iterator[Draft]:
        """Yield the clause and those it hangs on, innermost first."""
        draft: Draft | None = self
        while draft is not None:
            yield draft
            draft = draft.parent

    def add(self, start: int, end: int) -> None:
        """Take a run of tokens."""
        if self.runs and self.runs[-1][1] == start:
            self.runs[-1][1] = end
        else:
            self.runs.append([start, end])


_WAITING = frozenset({ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE})


def topmost(draft: Draft) -> Draft:
    """Return the clause at the top: the first of coordinated ones, or the first that is itself what somebody says."""
    for above in draft.chain():
        if above.parent is None or (above.link is Link.COMPLEMENT and above.kind is ClauseKind.MAIN):
            return above
    return draft


def parents_first(drafts: list[Draft]) -> list[Draft]:
    """Order clauses outermost first, those of one level by their place."""
    depth: dict[int, int] = {}
    for draft in drafts:
        depth[id(draft)] = sum(1 for _ in draft.chain())
    return sorted(drafts, key=lambda draft: (depth[id(draft)], draft.runs[0][0]))
