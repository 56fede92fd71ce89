"""All smallest sets that make something true, where more never makes it false, and only a yes or no can be asked for.

A set of what is *not* in a largest failing set has to be hit by every set that works. So the search keeps such cuts, takes
a smallest set that hits them all, and asks: if it works it is one of the smallest sets; if not it is grown to a largest
failing set, which gives the next cut. Standard library only.

Source: the duality of minimal sets and minimal hitting sets (Reiter, Artificial Intelligence 32, 1987; Liffiton and
others, Constraints 21, 2016, where it is called MARCO).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Chosen = frozenset[int]
Asked = Callable[[Chosen], bool]


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets found, smallest first; ``complete``: there are no others; ``cuts``: what every set that works has to hit."""

    found: tuple[Chosen, ...]
    complete: bool
    cuts: tuple[Chosen, ...] = ()


class _SpentError(Exception):
    """More was asked, or searched, than is allowed."""


def minimal_sets(count: int, works: Asked, *, most: int, questions: int, likely: Iterable[Chosen] = ()) -> Sets:
    """Find up to ``most`` minimal subsets of ``range(count)`` that work, asking at most so many ``questions``.

    ``likely``: what is thought to be cuts; each costs one question, and finding it anew many.
    """
    search = _Search(count, works, questions)
    found: list[Chosen] = []
    is_complete = False
    try:
        is_complete = not search.ask(frozenset(range(count)))
        for each in () if is_complete else likely:
            search.try_cut(each)
        while not is_complete and len(found) < most:
            candidate = search.smallest(found)
            if candidate is None:
                is_complete = True
            elif search.ask(candidate):
                found.append(candidate)
            else:
                search.cut(candidate)
        is_complete = is_complete or search.smallest(found) is None
    except _SpentError:
        is_complete = False
    return Sets(tuple(found), is_complete, tuple(search.cuts))


class _Search:
    """The cuts so far, and how many questions are left."""

    def __init__(self, count: int, works: Asked, questions: int) -> None:
        self._all = range(count)
        self._works = works
        self._left = questions
        self._steps = 100 * questions
        self.cuts: list[Chosen] = []
        self._asked: dict[Chosen, bool] = {}
        self._size = 0

    def ask(self, chosen: Chosen) -> bool:
        """Ask whether a set works; what has been asked before costs nothing."""
        if chosen in self._asked:
            return self._asked[chosen]
        if self._left <= 0:
            raise _SpentError
        self._left -= 1
        self._asked[chosen] = self._works(chosen)
        return self._asked[chosen]

    def try_cut(self, likely: Chosen) -> None:
        """Keep a cut if it is one: everything else together fails."""
        if not self.ask(frozenset(self._all) - likely):
            self.cuts.append(likely)

    def cut(self, failing: Chosen) -> None:
        """Grow a failing set as far as it goes on failing; what is left over has to be hit."""
        grown = set(failing)
        self._grow(grown, [each for each in self._all if each not in grown], works=True)
        self.cuts.append(frozenset(self._all) - grown)

    def _grow(self, grown: set[int], others: Sequence[int], *, works: bool) -> None:
        """Add of some others, one after another, those with which the set goes on failing; where all do, asking once.

        ``works``: it is known to work with all of them.
        """
        if not works and not self.ask(frozenset((*grown, *others))):
            grown.update(others)
        elif len(others) > 1:
            before, half = len(grown), len(others) // 2
            self._grow(grown, others[:half], works=False)
            self._grow(grown, others[half:], works=len(grown) == before + half)

    def smallest(self, found: Sequence[Chosen]) -> Chosen | None:
        """A smallest set that hits every cut and holds none of the found ones; None if there is none."""
        while self._size <= len(self._all):
            chosen = self._hit(set(), frozenset(), self._size, found)
            if chosen is not None:
                return chosen
            self._size += 1  # nor will there be one when there are more cuts, or more sets found
        return None

    def _hit(self, chosen: set[int], barred: Chosen, left: int, found: Sequence[Chosen]) -> Chosen | None:
        self._steps -= 1
        if self._steps < 0:
            raise _SpentError
        if any(each <= chosen for each in found):
            return None
        open_ = [cut for cut in self.cuts if not cut & chosen]
        if not open_:
            return frozenset(chosen)
        if _apart(open_) > left:
            return None
        narrowest = min(open_, key=len)
        for each in sorted(narrowest - barred):
            result = self._hit(chosen | {each}, barred, left - 1, found)
            if result is not None:
                return result
            barred |= {each}  # every set with it has been tried
        return None


def _apart(cuts: Sequence[Chosen]) -> int:
    """How many things hit all cuts at the least: so many of them, the narrowest first, have nothing in common."""
    taken: set[int] = set()
    count = 0
    for cut in sorted(cuts, key=len):
        if taken.isdisjoint(cut):
            taken |= cut
            count += 1
    return count
