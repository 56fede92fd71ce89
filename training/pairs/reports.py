"""The annotated reports that are learned from: the learn parts of everything in `training/`, never the measuring parts.

The Wikinews texts are not in the repository: without $ZUSAGE_DATA they are left out, and that is said.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zusage.model.codebook import parse_readings
from zusage.model.report import Reading

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tools"))

import wikinews  # noqa: E402 - a script beside this folder
import written  # noqa: E402 - as above

FOLDS = 8
DEVELOPMENT = "dev"

WEIGHTS = {"wikinews": 2.0, "screened": 0.5}
"""There are few real reports with pledges, and many without."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report's annotation; reports of one event share a ``fold``.

    ``corpus``: "written", "events", "wire", "broad", "wikinews", `DEVELOPMENT`, or "screened": ordinary news of which only what
    was found was looked at.
    """

    gold: Reading
    corpus: str
    fold: int

    @property
    def weight(self) -> float:
        """How much what is said of it counts: real news is what certainty is for, but too much of it is about nothing."""
        return WEIGHTS.get(self.corpus, 1.0)


def load_reports(part: str = "learn") -> tuple[Annotated, ...]:
    """All annotated reports of a part, in the order of the files."""
    return tuple(
        Annotated(gold, corpus, _fold(record.get("event") or record["id"]))
        for corpus, record in _records(part)
        for _, gold in parse_readings(json.dumps(written.export(record)), resource=record["id"])
    )


def load_lessons() -> tuple[Annotated, ...]:
    """The learn parts and the development reports, without those of which only what was found was looked at."""
    return (*(one for one in load_reports() if one.corpus != "screened"), *load_development())


def load_development() -> Iterator[Annotated]:
    """The development reports, if they are there."""
    data = os.environ.get("ZUSAGE_DATA")
    path = Path(data or "") / "gold" / "dev.jsonl"
    if not data or not path.exists():
        print("ZUSAGE_DATA is not set: without the development reports", file=sys.stderr)
        return
    for line in path.read_text("utf-8").splitlines():
        for _, gold in parse_readings(line, resource=path.name):
            yield Annotated(gold, DEVELOPMENT, int(hashlib.sha256(gold.report.text.encode()).hexdigest(), 16) % FOLDS)


def _records(part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _written(part)
    data = os.environ.get("ZUSAGE_DATA")
    if not data:
        print("ZUSAGE_DATA is not set: without Wikinews", file=sys.stderr)
        return
    for language in ("de", "en"):
        texts = wikinews.read_texts(Path(data), language)
        stored = [("wikinews", each) for each in wikinews.read_annotations(language)]
        stored += [("screened", each) for each in wikinews.read_screened(language)]
        for corpus, each in stored:
            if each["split"] == part and not wikinews.check(each, texts.get(each["id"])):
                yield corpus, wikinews.unpin(each, texts[each["id"]])


def _written(part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for corpus in ("written", "events", "wire", "broad"):
        for path in sorted((ROOT / corpus).glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                record = json.loads(line)
                if record["split"] == part:
                    yield corpus, record


def _fold(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS
