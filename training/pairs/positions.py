"""How sure to be of positions: logistic regression over the features of the rules that made them."""

from __future__ import annotations

from collections.abc import Sequence

from fitting import Choice, Vocabulary, fit
from reports import Annotated

from zusage.dossier import Dossier
from zusage.reading.report import positions_of
from zusage.reading.scoring.keys import actor_key

PRIOR = 0.5
LEAST = 4


def learn_positions(reports: Sequence[Annotated], dossier: Dossier) -> dict[str, float]:
    """Learn from some reports: a position is right if the annotation has its actor and stance."""
    known = Vocabulary()
    choices: list[Choice] = []
    for report in reports:
        right = {(actor_key(each.actor), str(each.stance)) for each in report.gold.positions}
        for (actor, stance), features in positions_of(report.gold.report, dossier):
            option = known.encode(["bias", *sorted(features)])
            is_right = (actor_key(actor), stance) in right
            choices.append(Choice((option, option[:0]), frozenset({0 if is_right else 1}), min(report.weight, 1.0)))
    weights = fit(choices, len(known.numbers), prior=PRIOR, least=LEAST)
    return {name: round(float(weight), 3) for name, weight in zip(known.names(), weights, strict=True) if weight}
