"""Agreement between reviewers: Krippendorff's alpha for nominal values, over what they decided about the same statements.

Uses `zusage.model`.

Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D (nominal data, any number of observers,
missing values).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from zusage.model.ledger import Act, Judgement
from zusage.model.statement import Commitment, Position, Statement
from zusage.reconcile.claims import DECIDING, corrected, in_force

FIELDS = (
    "actor",
    "measure",
    "firmness",
    "stance",
    "topic",
    "speaker",
    "recipient",
    "conditions",
    "quantity",
    "said_on",
)
"""Fields of statements whose values, after corrections, are compared."""

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on one point: statements that two or more judged, and alpha (None: nothing to tell by)."""

    point: str
    units: int
    alpha: float | None
    differing: tuple[str, ...]


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return alpha for nominal values: 1 for perfect agreement, 0 for what chance gives, below 0 for less.

    Each unit holds the values that its observers gave; units with fewer than two values do not count. None where nothing
    can be told: there is no unit, or all values are the same.
    """
    paired = [values for values in units if len(values) >= _PAIR]
    totals: Counter[Hashable] = Counter(value for values in paired for value in values)
    number = totals.total()
    expected = number**2 - sum(count**2 for count in totals.values())
    if expected == 0:
        return None
    observed = 0.0
    for values in paired:
        counts = Counter(values)
        observed += (len(values) ** 2 - sum(count**2 for count in counts.values())) / (len(values) - 1)
    return 1 - (number - 1) * observed / expected


def agreements(judgements: Iterable[Judgement], statements: Mapping[str, Statement]) -> tuple[Agreement, ...]:
    """Compare what reviewers decided: accepted (as it is or corrected) or rejected; then each field's value.

    Of several judgements of one reviewer on a statement the newest that is not undone counts. A field is compared among
    those who accepted or corrected the statement.
    """
    decided: dict[str, dict[str, list[Judgement]]] = defaultdict(lambda: defaultdict(list))
    for each in in_force(judgements):
        if each.what in DECIDING and each.target in statements:
            decided[each.target][each.who].append(each)
    shared = {name: by_who for name, by_who in sorted(decided.items()) if len(by_who) >= _PAIR}
    decisions = {name: [_decision(own) for own in by_who.values()] for name, by_who in shared.items()}
    found = [_agreement("decision", decisions)]
    for point in FIELDS:
        values = {name: _values(point, statements[name], by_who) for name, by_who in shared.items()}
        found.append(_agreement(point, {name: each for name, each in values.items() if len(each) >= _PAIR}))
    return tuple(each for each in found if each.units)


def _decision(own: Sequence[Judgement]) -> str:
    return "rejected" if own[-1].what is Act.REJECT else "accepted"


def _values(point: str, statement: Statement, by_who: Mapping[str, Sequence[Judgement]]) -> list[Hashable]:
    if not isinstance(statement, Commitment | Position) or not hasattr(statement, point):
        return []
    found: list[Hashable] = []
    for own in by_who.values():
        if own[-1].what is not Act.REJECT:
            said: Statement = statement
            for each in own:
                said = corrected(said, each.changes)
            found.append(repr(getattr(said, point)))
    return found


def _agreement(point: str, units: Mapping[str, Sequence[Hashable]]) -> Agreement:
    differing = tuple(name for name, values in units.items() if len(set(values)) > 1)
    return Agreement(point, len(units), krippendorff_alpha(units.values()), differing)
