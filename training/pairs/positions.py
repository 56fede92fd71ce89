"""How sure to be of positions: logistic regression over the features of the rules that made them.

Learned from the learn parts of `training/`, and from `opinions.jsonl`: features and rightness of the positions that the
rules find in annotated passages of real news, without their texts.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fitting import Choice, Vocabulary, fit
from reports import Annotated

from zusage.dossier import Dossier
from zusage.model.codebook import parse_readings
from zusage.model.report import Reading
from zusage.reading.report import positions_of
from zusage.reading.scoring.keys import actor_key

PAGES = Path(__file__).parent / "opinions.jsonl"
PRIOR = 0.3
LEAST = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A position that the rules find: its features, whether the annotation has its actor and stance."""

    features: tuple[str, ...]
    is_right: bool


def learn_positions(reports: Sequence[Annotated], dossier: Dossier) -> dict[str, float]:
    """Learn from some reports and the real passages."""
    known = Vocabulary()
    choices: list[Choice] = []
    for example, weight in (*_weighed(reports, dossier), *((each, 1.0) for each in _pages())):
        option = known.encode(["bias", *example.features])
        choices.append(Choice((option, option[:0]), frozenset({0 if example.is_right else 1}), weight))
    weights = fit(choices, len(known.numbers), prior=PRIOR, least=LEAST)
    return {name: round(float(weight), 3) for name, weight in zip(known.names(), weights, strict=True) if weight}


def _weighed(reports: Iterable[Annotated], dossier: Dossier) -> Iterator[tuple[Example, float]]:
    for report in reports:
        for example in _examples(report.gold, dossier):
            yield example, min(report.weight, 1.0)


def _examples(gold: Reading, dossier: Dossier) -> Iterator[Example]:
    right = {(actor_key(each.actor), str(each.stance)) for each in gold.positions}
    for (actor, stance), features in positions_of(gold.report, dossier):
        yield Example(tuple(sorted(features)), (actor_key(actor), stance) in right)


def _lines(file: str) -> list[str]:
    return Path(file).read_text("utf-8").splitlines()


def _pages() -> Iterator[Example]:
    for line in PAGES.read_text("utf-8").splitlines():
        row = json.loads(line)
        for each in row["positions"]:
            yield Example(tuple(each["features"]), each["right"])


def add_pages(files: Iterable[str], dossier: Dossier) -> None:
    """Write what the rules find in annotated reports (JSON lines) in place of what `opinions.jsonl` holds."""
    rows = {}
    for file in files:
        readings = [gold for line in _lines(file) for _, gold in parse_readings(line, resource=file)]
        if not any(gold.positions for gold in readings):
            sys.exit(f"{file}: no report has a position; leave out files in which nobody annotated positions")
        for gold in readings:
            found = [{"features": one.features, "right": one.is_right} for one in _examples(gold, dossier)]
            if found:
                digest = hashlib.sha256(gold.report.text.encode()).hexdigest()
                rows[digest] = {"digest": digest, "language": gold.report.language, "positions": found}
    lines = (json.dumps(rows[digest], ensure_ascii=False) for digest in sorted(rows))
    PAGES.write_text("".join(f"{line}\n" for line in lines), "utf-8")
