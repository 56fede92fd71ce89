"""Who is likely to attend by all that a report tells of him: the second way, beside the rules.

A report on a meeting does not say of each who speaks there that he has come: "Brazil warned of a trade war. Italy's minister
was silent." Who is told of in it, doing what, when and where, tells it (`signs`). Each place that a report tells of an actor
at speaks for his being there, by weights of its signs; that any of them does makes how probable it is (a softmax over the
places and not being there). The weights are learned by `training/attendance`; of whom the rules tell nothing is learned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import exp
from typing import Final

from zusage.model.values import Mode
from zusage.reading.attendance.manner import remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, run_of
from zusage.reading.attendance.signs import Signs, signs_of
from zusage.reading.context import Context
from zusage.reading.learned import load_learned
from zusage.reading.pairs.weights import Linear, add_up
from zusage.reading.speech import Said

LEAST: Final = 0.42
"""How probable somebody's attendance has to be to be read."""


def likely(
    context: Context,
    occasion: Occasion,
    said: Sequence[Said | None],
    ruled: Sequence[Presence],
    givers: frozenset[str],
) -> Iterator[Presence]:
    """Read who is likely to attend, of those of whom the rules do not tell: "Peru warned of a trade war"."""
    mode = _mode_of_most(ruled)
    for signs in signs_of(context, occasion, said, ruled, givers).values():
        chances = chances_of(signs, _load())
        sure = sum(chances)
        if sure < LEAST:
            continue
        place = signs.places[max(range(len(chances)), key=chances.__getitem__)]
        clause = context.clauses[place.clause]
        remote = remote_word(context, clause) is not None
        yield Presence(
            ref=place.ref,
            mode=Mode.REMOTE if remote else mode,
            clause=place.clause,
            rule="likely by what is told",
            words=run_of(clause),
            sure=sure,
        )


def chances_of(signs: Signs, weights: Linear) -> list[float]:
    """For each place of an actor how probable it is that he attends and that it tells so; their sum: that he attends."""
    whole = add_up(weights, signs.whole)
    odds = [exp(whole + add_up(weights, set(place.features))) for place in signs.places]
    total = 1.0 + sum(odds)
    return [each / total for each in odds]


def _mode_of_most(ruled: Sequence[Presence]) -> Mode:
    """How most attend by the rules: in a video conference by video."""
    remote = sum(1 for one in ruled if one.mode is Mode.REMOTE)
    return Mode.REMOTE if remote > sum(1 for one in ruled if one.mode is Mode.IN_PERSON) else Mode.IN_PERSON


@lru_cache(maxsize=1)
def _load() -> Linear:
    found: Linear = load_learned("attendance/weights.json")
    return found
