"""False alarms on ordinary news: what the reader finds in articles of which somebody looked at everything that it found.

usage: python benchmarks/false_alarms.py [--part measure|learn] [--jobs N]

Reads the screened Wikinews articles (training/wikinews/screened.jsonl) with their texts from $ZUSAGE_DATA and counts what is
shown by default and what a ledger counts (certainty from 0.5), less the few statements that were kept as right. Prints counts
only: the measuring part is for measuring alone.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from zusage.dossier import load_dossier
from zusage.model.codebook import parse_readings
from zusage.model.report import Reading
from zusage.model.statement import Commitment, Position
from zusage.reading.report import read_report

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "training" / "tools"))

import wikinews  # noqa: E402 - a script beside the annotations
import written  # noqa: E402 - as above

COUNTING = 0.5
"""Certainty from which a ledger counts a statement."""


def articles(data: Path, part: str) -> list[str]:
    """The screened articles of a part, as lines in the codebook's format."""
    found = []
    for language in ("de", "en"):
        texts = wikinews.read_texts(data, language)
        found += [
            json.dumps(written.export(wikinews.unpin(stored, texts[stored["id"]])))
            for stored in wikinews.read_screened(language)
            if stored["split"] == part and not wikinews.check(stored, texts.get(stored["id"]))
        ]
    return found


def count(line: str) -> Counter[str]:
    """Count what is found in an article and not annotated as right, by language, kind and whether a ledger counts it."""
    found: Counter[str] = Counter()
    for _, gold in parse_readings(line, resource="screened article"):
        language = gold.report.language
        found[f"{language} articles"] += 1
        reading, right = read_report(gold.report, load_dossier("ukraine-guarantees")), _statements(gold)
        for kind, key, certainty in _found(reading):
            if key not in right:
                found[f"{language} {kind}"] += 1
                found[f"{language} {kind} from {COUNTING}"] += certainty >= COUNTING
    return found


def _statements(gold: Reading) -> set[tuple[str, str]]:
    return {_key(one) for one in (*gold.commitments, *gold.positions)}


def _found(reading: Reading) -> list[tuple[str, tuple[str, str], float]]:
    """Kind, key and certainty of each actor's measure or stance; one that is told twice counts once, at its surest."""
    surest: dict[tuple[str, tuple[str, str]], float] = {}
    for kind, statements in (("commitments", reading.commitments), ("positions", reading.positions)):
        for one in statements:
            certainty = one.certainty if one.certainty is not None else 1.0
            surest[kind, _key(one)] = max(certainty, surest.get((kind, _key(one)), 0.0))
    return [(kind, key, certainty) for (kind, key), certainty in surest.items()]


def _key(one: Commitment | Position) -> tuple[str, str]:
    return one.actor, str(one.measure if isinstance(one, Commitment) else one.stance)


def main() -> int:
    """Count and print; 0 with a message where the texts are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("measure", "learn"), default="measure")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    data = os.environ.get("ZUSAGE_DATA")
    lines = articles(Path(data), arguments.part) if data else []
    if not lines:
        print("ZUSAGE_DATA names no folder with the Wikinews texts: nothing was counted", file=sys.stderr)
        return 0
    total: Counter[str] = Counter()
    with ProcessPoolExecutor(arguments.jobs) as pool:
        for found in pool.map(count, lines, chunksize=8):
            total.update(found)
    for language in ("de", "en"):
        print(f"{language}: {total[f'{language} articles']} articles")
        for kind in ("commitments", "positions"):
            print(
                f"  {kind:12} {total[f'{language} {kind}']:4}   from {COUNTING}: {total[f'{language} {kind} from {COUNTING}']:4}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
