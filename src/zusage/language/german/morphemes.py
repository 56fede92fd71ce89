"""A search for the morphemes of a word over the tables of the Hanover Tagger, in a tenth of its own search's time.

Its own search asks, for every state, piece of the word and tag that may follow, what the piece weighs: a thousand
questions for a word that its list does not have. This one looks a piece up once, gets the few tags that it can have,
and meets them with the tags that may follow. The weights are added in the same order, so that the results are the same
to the last bit; a test compares both. The tables come from `hanover`.

**Source**: Wartena, "A Probabilistic Morphology Model for German Lemmatization", KONVENS 2019; HanTa 1.2 (LGPL).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add
from typing import Protocol

from HanTa.HanoverTagger import EMPTY, END_UNKNOWN, START, UNKNOWN
from numpy import logaddexp

_State = tuple[int, int]
_Row = dict[_State, float]
_Back = dict[_State, tuple[_State, int]]
_Follows = tuple[Mapping[int, float], tuple[tuple[int, int, float], ...]]
"""What may follow a state: tags with their weights; those of unknown morphemes once more, each with its number first."""

_Lead = tuple[_State, float, int, _State]
"""A state that an unknown piece leads to, its weight without the piece's, the number of its tag, the state before."""

_Kept = tuple[_State, float, Mapping[int, float], Sequence[tuple[int, int, float]]]
"""A state that is followed up, its weight, and what may follow it."""

_Found = tuple[_State, float, _State]
"""A state that is reached, its weight, the state before."""

_Tags = Sequence[tuple[int, float]]
"""The tags that a piece can have, each with what the piece weighs."""

_BEAM = 3
_LOWEST = -1e6
_WHOLE_UNKNOWN = 4.6
"""What a word costs that is one unknown morpheme as a whole."""
_SUFFIX = 4
"""The longest ending, in letters, by which the tag of an unknown morpheme is guessed."""
_LENGTHS = 24


class Tables(Protocol):
    """What the Hanover Tagger's model knows; the names are its own.

    ``LP_m_t``: tag → morpheme → weight. ``LP_hapax_t``, ``LP_s_t``, ``LP_len_t``, ``Int_t``: what guesses an unknown morpheme
    by its tag, ending and length. ``LP_trans_nonfinal``, ``LP_trans_final``: state → the tags that may follow within a word
    and at its end, with their weights. ``reachability``: tag of a word → the tags on the way to it.
    """

    strict: bool
    LP_m_t: Mapping[int, Mapping[str, float]]
    LP_hapax_t: Mapping[int, float]
    LP_s_t: Mapping[int, Mapping[str, float]]
    LP_len_t: Mapping[int, Sequence[float]]
    Int_t: float
    LP_trans_nonfinal: Mapping[_State, Sequence[tuple[int, float]]]
    LP_trans_final: Mapping[_State, Sequence[tuple[int, float]]]
    reachability: Mapping[int, frozenset[int]]


class Search:
    """The search over one model's tables."""

    def __init__(self, tables: Tables) -> None:
        """Turn the table of morphemes around: from a piece, or what one begins with, to its tags."""
        self._strict, self._final, self._reachability = tables.strict, tables.LP_trans_final, tables.reachability
        known: dict[str, list[tuple[int, float]]] = {}
        for tag, pieces in tables.LP_m_t.items():
            for piece, weight in pieces.items():
                known.setdefault(piece, []).append((tag, weight))
        self._pieces: dict[str, _Tags] = {piece[:end]: () for piece in known for end in range(1, len(piece))}
        self._pieces.update((piece, tuple(tags)) for piece, tags in known.items())
        guessed = [tag for tag in tables.LP_hapax_t if tag in tables.LP_s_t]
        self._endings = _by_ending([tables.LP_s_t[tag] for tag in guessed])
        self._lengths = [
            [tables.Int_t + tables.LP_hapax_t[tag] + tables.LP_len_t[tag][size] for tag in guessed]
            for size in range(_LENGTHS + 1)
        ]
        self._to: dict[int, Mapping[_State, _Follows]] = {}
        self._follows: dict[_State, _Follows] = {}
        for state, pairs in tables.LP_trans_nonfinal.items():
            if not pairs:
                continue
            steps = dict(pairs)
            guesses = ((place, tag, steps[tag]) for place, tag in enumerate(guessed) if tag in steps)
            self._follows[state] = (steps, tuple(guesses))

    def tags(self, word: str) -> list[tuple[int, float]]:
        """Return the possible tags of a word in lower case with their weights, best first."""
        row = self._grow(word, self._follows, strict=self._strict, back=None)[-1]
        best: dict[_State, float] = {}
        for state, weight in row.items():
            for tag, step in self._final.get(state, ()):
                end, total = (state[1], -tag), weight + step
                if total > best.get(end, _LOWEST):
                    best[end] = total
        sums: dict[int, float] = {}
        for (_, tag), total in best.items():
            sums[tag] = float(logaddexp(sums[tag], total)) if tag in sums else total
        return sorted(sums.items(), key=lambda pair: pair[1], reverse=True) or [(UNKNOWN, 0.0)]

    def morphemes(self, word: str, target: int) -> list[tuple[int, int]]:
        """Return a word's best morphemes under a tag: pairs of tag and end, the last of them the word's own."""
        follows = self._reaching(target)
        for strict in (True, False):
            back: list[_Back] = [{} for _ in range(len(word) + 1)]
            row = self._grow(word, follows, strict=strict, back=back)[-1]
            ends = [
                (weight + step, state)
                for state, weight in row.items()
                for tag, step in self._final.get(state, ())
                if tag == target
            ]
            if ends:
                last = max(ends, key=lambda end: end[0])[1]
                return [*_walk(back, last, len(word)), (target, len(word) + 1)]
        return [(UNKNOWN, len(word)), (END_UNKNOWN, len(word) + 1)]

    def _reaching(self, target: int) -> Mapping[_State, _Follows]:
        """Return what may follow each state on the way to a tag of the whole word; kept for the next word."""
        found = self._to.get(target)
        if found is None:
            reachable = self._reachability.get(target, frozenset())
            found = {
                state: (
                    {tag: step for tag, step in steps.items() if tag in reachable},
                    tuple(guess for guess in guesses if guess[1] in reachable),
                )
                for state, (steps, guesses) in self._follows.items()
            }
            self._to[target] = found
        return found

    def _grow(
        self, word: str, follows: Mapping[_State, _Follows], *, strict: bool, back: Sequence[_Back] | None
    ) -> list[_Row]:
        """Fill the rows of states: for each place in the word the pairs of tags with which one can stand there."""
        rows: list[_Row] = [{(EMPTY, START): 0.0}, *({} for _ in word)]
        endings = (
            [] if strict else [self._ending_weights(word[max(end - _SUFFIX, 0) : end]) for end in range(len(word) + 1)]
        )
        pieces = self._pieces
        for start, row in enumerate(rows[:-1]):
            kept = [(state, weight, *follows[state]) for state, weight in _kept(row) if state in follows]
            unknown = [] if strict else _leads(kept)
            known: _Tags | None = ()
            for end in range(start + 1, len(word) + 1) if kept else ():
                if known is not None:  # looking into a table this large takes long: only while a known piece begins so
                    known = pieces.get(word[start:end])
                found = _known(kept, known) if known else []
                if unknown:
                    if guessed := self._guess(word, start, end, endings[end]):
                        found += _unknown(unknown, guessed, known or ())
                elif known is None:
                    break
                if found:
                    _enter(rows[end], found, back[end] if back is not None else None, start)
        return rows

    def _guess(self, word: str, start: int, end: int, endings: Sequence[Sequence[float]]) -> list[float] | None:
        """Return log P(piece | tag) of an unknown piece for each tag that has unknown pieces; None if it is too short."""
        size = end - start
        if len(word) >= _SUFFIX and size < _BEAM:
            return None
        bases = self._lengths[min(size, _LENGTHS)]
        found = list(map(add, bases, endings[min(size - 1, _SUFFIX)]))
        return [weight - _WHOLE_UNKNOWN for weight in found] if size == len(word) else found

    def _ending_weights(self, letters: str) -> list[list[float]]:
        """Return for endings of no letter, one and so on up to all of these what they weigh by tag."""
        known = self._endings
        weights = [shorter := known[""]]
        for start in range(len(letters) - 1, -1, -1):
            shorter = known.get(letters[start:], shorter)
            weights.append(shorter)
        return weights


def _by_ending(tables: Sequence[Mapping[str, float]]) -> dict[str, list[float]]:
    """Return for each ending in any of some tables what it weighs in each, there or as a shorter one."""
    found: dict[str, list[float]] = {}
    for ending in sorted({ending for table in tables for ending in table}, key=len):
        shorter = next((found[ending[start:]] for start in range(1, len(ending) + 1) if ending[start:] in found), None)
        found[ending] = [table.get(ending, shorter[place] if shorter else 0.0) for place, table in enumerate(tables)]
    return found


def _known(kept: Iterable[_Kept], tags: _Tags) -> list[_Found]:
    """Return to which states a piece leads that can have some tags."""
    return [
        ((state[1], tag), weight + steps[tag] + own, state)
        for state, weight, steps, _ in kept
        for tag, own in tags
        if tag in steps
    ]


def _unknown(leads: Iterable[_Lead], guessed: Sequence[float], known: _Tags) -> list[_Found]:
    """Return to which states a piece leads as an unknown one, by what it weighs for each tag; not by tags it is known for."""
    if not known:
        return [(grown, weight + guessed[number], state) for grown, weight, number, state in leads]
    tags = dict(known)
    return [(grown, weight + guessed[number], state) for grown, weight, number, state in leads if grown[1] not in tags]


def _leads(kept: Iterable[_Kept]) -> list[_Lead]:
    """Return to which states unknown pieces lead from some place, whatever the piece: of several ways the best."""
    best: dict[_State, _Lead] = {}
    for state, weight, _, guesses in kept:
        for number, tag, step in guesses:
            grown, total = (state[1], tag), weight + step
            if grown not in best or total > best[grown][1]:
                best[grown] = (grown, total, number, state)
    return list(best.values())


def _enter(row: _Row, found: Iterable[_Found], back: _Back | None, start: int) -> None:
    """Enter the states that a piece of the word leads to into a row, each if it is better than what stands there."""
    for grown, total, state in found:
        if total > row.get(grown, _LOWEST):
            row[grown] = total
            if back is not None:
                back[grown] = (state, start)


def _kept(row: _Row) -> Iterator[tuple[_State, float]]:
    """Yield the states of a row that are followed up: the best ones and those close behind."""
    bound = sorted(row.values(), reverse=True)[_BEAM] - 1 if len(row) > _BEAM else _LOWEST
    return ((state, weight) for state, weight in row.items() if weight >= bound)


def _walk(back: Sequence[_Back], state: _State, end: int) -> list[tuple[int, int]]:
    """Follow the states back to the word's beginning."""
    found = []
    while end > 0:
        found.append((state[1], end))
        state, end = back[end][state]
    return found[::-1]
