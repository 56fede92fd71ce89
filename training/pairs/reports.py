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


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report's annotation; ``corpus``: "written", "events" or "wikinews"; reports of one event share a ``fold``."""

    gold: Reading
    corpus: str
    fold: int

    @property
    def is_real(self) -> bool:
        """Say whether it is real news."""
        return self.corpus == "wikinews"


def load_reports(part: str = "learn") -> tuple[Annotated, ...]:
    """All annotated reports of a part, in the order of the files."""
    return tuple(
        Annotated(gold, corpus, _fold(record.get("event") or record["id"]))
        for corpus, record in _records(part)
        for _, gold in parse_readings(json.dumps(written.export(record)), resource=record["id"])
    )


def _records(part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for corpus in ("written", "events"):
        for path in sorted((ROOT / corpus).glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                record = json.loads(line)
                if record["split"] == part:
                    yield corpus, record
    data = os.environ.get("ZUSAGE_DATA")
    if not data:
        print("ZUSAGE_DATA is not set: without Wikinews", file=sys.stderr)
        return
    for language in ("de", "en"):
        texts = wikinews.read_texts(Path(data), language)
        for stored in wikinews.read_annotations(language):
            if stored["split"] == part and not wikinews.check(stored, texts.get(stored["id"])):
                yield "wikinews", wikinews.unpin(stored, texts[stored["id"]])


def _fold(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS
