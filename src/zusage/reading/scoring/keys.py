"""What of a statement is compared: one key for each measure, so that duplicates fall together.

Source: codebook, section 7.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from zusage.model.report import Reading
from zusage.model.statement import Commitment, Condition, Quantity
from zusage.model.values import ConditionType, Firmness

Pair = tuple[str, str]
"""Actor and measure of a commitment, as they compare."""


def actor_key(actor: str) -> str:
    """An actor as it compares: every collective is one ``group``, a person counts by the last name."""
    if actor.startswith("group:"):
        return "group"
    return "person:" + actor.split(":", 1)[1].rsplit("-", 1)[-1] if actor.startswith("person:") else actor


def speaker_key(speaker: str | None) -> str:
    """A speaker as it compares: a person's last name, the last word of an actor; empty for none."""
    return actor_key(speaker or "").rsplit("-", 1)[-1].rsplit(":", 1)[-1]


def condition_key(condition: Condition) -> str:
    """A condition's type; ``support`` of the United States is ``us-support``."""
    if condition.type == ConditionType.SUPPORT and condition.of == "us":
        return str(ConditionType.US_SUPPORT)
    return str(condition.type)


def place_key(place: str | None) -> str | None:
    """A city's English name without case and accents; None for none."""
    if place is None or not place.strip():
        return None
    parts = unicodedata.normalize("NFKD", place.strip().casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return _cities().get(plain, plain)


def quantity_key(quantity: Quantity | None) -> tuple[float | None, float | None, str] | None:
    """An amount without its being shared; None for none."""
    if quantity is None:
        return None
    low, high = (None if side is None else float(side) for side in (quantity.min, quantity.max))
    return low, high, quantity.unit.lower()


def pairs_of(reading: Reading) -> Mapping[Pair, tuple[Commitment, ...]]:
    """A reading's commitments by actor and measure."""
    found: dict[Pair, tuple[Commitment, ...]] = {}
    for each in reading.commitments:
        pair = (actor_key(each.actor), each.measure)
        found[pair] = (*found.get(pair, ()), each)
    return found


def firmness_keys(commitments: Iterable[Commitment]) -> frozenset[Firmness]:
    """Every firmness of a pair."""
    return frozenset(each.firmness for each in commitments)


def condition_keys(commitments: Iterable[Commitment]) -> frozenset[str]:
    """Every type of condition of a pair."""
    return frozenset(condition_key(condition) for each in commitments for condition in each.conditions)


def quantity_keys(commitments: Iterable[Commitment]) -> frozenset[tuple[float | None, float | None, str]]:
    """Every amount of a pair."""
    return frozenset(key for each in commitments if (key := quantity_key(each.quantity)) is not None)


def speaker_keys(commitments: Iterable[Commitment]) -> frozenset[str]:
    """Every speaker of a pair."""
    return frozenset(key for each in commitments if (key := speaker_key(each.speaker)))


def word_overlap(one: str, other: str) -> float:
    """F1 of the words of two quotes, 0 to 1."""
    a, b = (Counter(re.findall(r"\w+", words.casefold())) for words in (one, other))
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 0.0


@cache
def _cities() -> Mapping[str, str]:
    lines = (resources.files(__package__) / "places.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return dict(rows[1:])
