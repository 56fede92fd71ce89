"""Who is likely to say a contribution by all that stands around it: the second way, with what the rules tell as one of its signs.

The words beside a contribution do not always say whose it is: "Russia will not send soldiers. **The unrest was an internal
matter, the Kremlin's spokeswoman said**", and who promises ("Peru promised 40 million") is not for that quoted by the outlet.
Each who may say it, the outlet too, is an option, and weights of its signs (`signs`) say how probable it is (a softmax). The
weights are learned by `training/speakers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from zusage.model.records import record
from zusage.reading.choice import chances_of
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.learned import load_learned
from zusage.reading.pairs.weights import Linear
from zusage.reading.speech import Said
from zusage.reading.tellers.ruled import told_by
from zusage.reading.tellers.signs import Option, options_of

LEAST: Final = 0.15
"""How probable it has to be that anybody but the outlet says it for him to be named who most probably does."""

LIKELY: Final = "likely by what stands around"


@record(frozen=True, slots=True)
class Teller:
    """Who says a contribution, in which words, and by which rule; None: the outlet."""

    speaker: str | None
    said: Said | None
    rule: str


def teller_of(context: Context, candidate: Candidate, said: Sequence[Said | None], *, rules_only: bool) -> Teller:
    """Find who says that somebody contributes: a person's slug or an actor, None where the outlet itself tells it."""
    told = told_by(context, candidate, said)
    rule = candidate.said.rule if candidate.said is not None else told.how
    if rules_only:
        return Teller(told.speaker, candidate.said, rule)
    options = options_of(context, candidate, said, told)
    speaker, words = most_likely(options, chances_of(options, _load()))
    if speaker == told.speaker:
        return Teller(speaker, candidate.said, rule)
    return Teller(speaker, words, LIKELY)


def most_likely(options: Sequence[Option], chances: Sequence[float]) -> tuple[str | None, Said | None]:
    """Who most likely says it, and his words that tell it most; nobody where the outlet itself does."""
    sums: dict[str, float] = {}
    for option, chance in zip(options, chances, strict=True):
        if option.speaker is not None:
            sums[option.speaker] = sums.get(option.speaker, 0.0) + chance
    if sum(sums.values()) < LEAST:
        return None, None
    speaker = max(sums, key=sums.__getitem__)
    places = [i for i, option in enumerate(options) if option.speaker == speaker and option.said is not None]
    return speaker, options[max(places, key=chances.__getitem__)].said if places else None


@lru_cache(maxsize=1)
def _load() -> Linear:
    found: Linear = load_learned("tellers/weights.json")
    return found
