"""Fit what each feature says about two reports being about one event, to compare with the points in `likeness.py`.

usage: python training/stories/points.py

Reads the learning part of `training/events` with the program's reader, takes all pairs as if they came out on one day (so
that the points do not lean on days), and prints the weights of a logistic regression. Needs scikit-learn (`dev`).
"""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from zusage.dossier import load_dossier
from zusage.model.report import Report
from zusage.reading.report import read_report
from zusage.reconcile import Features, features_of
from zusage.reconcile.likeness import shared_marks

ROOT = Path(__file__).parents[2]
DOSSIER = "ukraine-guarantees"
WEIGHT = 10
"""How much a pair of one event counts: there are a hundred times as many of two."""

NAMES = (
    "places",
    "names",
    "amounts",
    "persons",
    "contributions",
    "positions",
    "other recipients",
    "place",
    "other place",
)


def main() -> int:
    """Read, fit, print."""
    dossier = load_dossier(DOSSIER)
    learned: list[tuple[str, Features]] = []
    for path in sorted((ROOT / "training" / "events").glob("*.jsonl")):
        for record in map(json.loads, path.read_text("utf-8").splitlines()):
            if record["split"] == "learn":
                given = {name: record[name] for name in ("text", "language", "title", "published_on", "credit")}
                learned.append((record["event"], features_of(read_report(Report(**given), dossier))))
    pairs = list(combinations(learned, 2))
    same = [one[0] == other[0] for one, other in pairs]
    model = LogisticRegression(max_iter=1000, class_weight={True: WEIGHT, False: 1})
    model.fit([row(one[1], other[1]) for one, other in pairs], same)
    print(f"{sum(same)} pairs of one event, {len(same) - sum(same)} of two")
    for name, weight in zip(NAMES, model.coef_[0], strict=True):
        print(f"{name:18} {weight:6.2f}")
    print(f"{'to begin with':18} {model.intercept_[0]:6.2f}")
    return 0


def row(one: Features, other: Features) -> list[float]:
    """Return the features of a pair, capped as in `likeness.py`."""
    recipients = bool(one.recipients and other.recipients and not one.recipients & other.recipients)
    placed = one.place is not None and other.place is not None
    return [
        min(3.0, sum(shared_marks(one.marks.places, other.marks.places).values())),
        min(3.0, sum(shared_marks(one.marks.names, other.marks.names).values())),
        min(4.0, sum(shared_marks(one.marks.numbers, other.marks.numbers).values())),
        min(3.0, len(one.persons & other.persons)),
        min(4.0, len(one.pledges & other.pledges)),
        min(2.0, len(one.topics & other.topics)),
        float(recipients),
        float(placed and one.place == other.place),
        float(placed and one.place != other.place),
    ]


if __name__ == "__main__":
    sys.exit(main())
