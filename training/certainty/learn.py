"""Learn the weights of `zusage.reading.certainty` on annotated reports.

usage: python training/certainty/learn.py REPORTS.jsonl ... > src/zusage/reading/weights.json

Every statement that the grammar finds, however unsure, is an example: right if the report's annotation has the same actor
and measure (commitments) or actor and stance (positions). Logistic regression with an L2 prior, by Newton's method; features
that occur fewer than LEAST times are left out. Prints the learned weights as JSON, and on stderr how well they are
calibrated under cross-validation over reports.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zusage.dossier import load_dossier
from zusage.model.codebook import parse_readings
from zusage.model.report import Reading
from zusage.reading.report import examples

LEAST = 4
PRIOR = 2.0
FOLDS = 8

Example = tuple[str, frozenset[str], bool, int]
"""Kind, features, right or not, number of the report."""


def collect(paths: Iterable[Path]) -> list[Example]:
    """All examples of some files in the codebook's format."""
    dossier = load_dossier("ukraine-guarantees")
    found: list[Example] = []
    number = 0
    for path in paths:
        for _, gold in parse_readings(path.read_text("utf-8"), resource=str(path)):
            right = keys_of(gold)
            for kind, key, features in examples(gold.report, dossier):
                found.append((kind, features, key in right[kind], number))
            number += 1
    return found


def keys_of(gold: Reading) -> dict[str, set[tuple[str, str]]]:
    """What counts as right in a report, by kind; collectives compare as one."""
    return {
        "commitment": {(_actor(c.actor), c.measure) for c in gold.commitments},
        "position": {(_actor(p.actor), str(p.stance)) for p in gold.positions},
    }


def _actor(actor: str) -> str:
    if actor.startswith("group:"):
        return "group"
    return "person:" + actor.rsplit("-", 1)[-1] if actor.startswith("person:") else actor


def fit(rows: Sequence[tuple[frozenset[str], bool]], *, prior: float = PRIOR) -> dict[str, float]:
    """Fit a logistic regression; returns weights by feature, "bias" included."""
    counts = Counter(feature for features, _ in rows for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST)
    x = np.array([[1.0, *(float(name in features) for name in names)] for features, _ in rows])
    y = np.array([float(right) for _, right in rows])
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], prior)
    penalty[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + penalty * weights
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:  # noqa: PLR2004 - converged
            break
    return {"bias": round(float(weights[0]), 3)} | {
        n: round(float(w), 3) for n, w in zip(names, weights[1:], strict=True)
    }


def score(weights: Mapping[str, float], features: frozenset[str]) -> float:
    """The probability of some features."""
    return float(1 / (1 + np.exp(-(weights["bias"] + sum(weights.get(f, 0.0) for f in features)))))


def report_calibration(kind: str, rows: Sequence[tuple[frozenset[str], bool, int]]) -> None:
    """Print a reliability table under cross-validation over reports."""
    predicted: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fit([(f, r) for f, r, n in rows if n % FOLDS != fold])
        predicted.extend((score(weights, f), r) for f, r, n in rows if n % FOLDS == fold)
    p: NDArray[np.float64] = np.array([value for value, _ in predicted])
    y = np.array([right for _, right in predicted])
    print(f"{kind}: {len(rows)} examples, {y.mean():.2f} right, Brier {np.mean((p - y) ** 2):.3f}", file=sys.stderr)
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(
                f"  {low:.1f}-{low + 0.1:.1f}: n={inside.sum():4d} said {p[inside].mean():.2f} right {y[inside].mean():.2f}",
                file=sys.stderr,
            )


def main() -> int:
    """Learn and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    found = collect(parser.parse_args().reports)
    learned: dict[str, dict[str, float]] = {}
    for kind in ("commitment", "position"):
        rows = [(features, right, number) for k, features, right, number in found if k == kind]
        report_calibration(kind, rows)
        learned[kind] = fit([(features, right) for features, right, _ in rows])
    print(json.dumps(learned, ensure_ascii=False, indent=1, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
