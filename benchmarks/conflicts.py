"""Score the conflicts that we find against the gold ones.

usage: conflicts.py [READINGS.jsonl] [--match] [--errors] [--out FILE]

Reads `$ZUSAGE_DATA/gold/dev.jsonl` (the gold statements) or, if given, readings in the codebook's format (`zusage read
… --format json`) over the same reports, writes the conflicts between reports of one event in the format of
`score_conflicts.py` and runs that. `--match`: find the stories ourselves instead of trusting the file's `event`.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from zusage.model.codebook import parse_readings
from zusage.model.ledger import Conflict, Scope
from zusage.model.report import Reading
from zusage.reconcile import find_conflicts, lay_grounds


def data_folder() -> Path:
    """The folder with the measuring data."""
    folder = os.environ.get("ZUSAGE_DATA")
    if not folder:
        sys.exit("error: ZUSAGE_DATA is not set (a folder with gold/dev.jsonl and gold/conflicts.jsonl)")
    return Path(folder)


def load(path: Path) -> list[Reading]:
    """Readings of a file in the codebook's format."""
    return [reading for _, reading in parse_readings(path.read_text(encoding="utf-8"), resource=str(path))]


def with_events(readings: Sequence[Reading], gold: Sequence[Reading]) -> list[Reading]:
    """Give readings the events of the gold reports of the same id; reports that the gold does not have are left out."""
    events = {reading.report.name: reading.report.event for reading in gold}
    return [
        dataclasses.replace(reading, report=dataclasses.replace(reading.report, event=events[reading.report.name]))
        for reading in readings
        if reading.report.name in events
    ]


def lines(conflicts: Sequence[Conflict], readings: Sequence[Reading]) -> Iterator[dict[str, object]]:
    """Conflicts between reports of one event as the scorer reads them, explained."""
    names = {reading.report.id: reading.report.name for reading in readings}
    events = {reading.report.id: reading.report.event for reading in readings}
    for conflict in conflicts:
        of = {events[report] for report in conflict.reports}
        if conflict.scope is Scope.REPORTS and of != {None}:
            values = [
                {"report": names[cited.report], "value": side.value, "quote": cited.quote.exact if cited.quote else ""}
                for side in conflict.sides
                for cited in side.citations
                if events[cited.report]
            ]
            yield {
                "slot": conflict.slot,
                "values": values,
                "subject": conflict.subject,
                "severity": conflict.severity,
                "explanation": dict(conflict.explanation),
            }


def main() -> int:
    """Find, write, score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readings", nargs="?", type=Path)
    parser.add_argument("--match", action="store_true", help="find the stories, do not trust `event`")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    gold_folder = data_folder() / "gold"
    gold = load(gold_folder / "dev.jsonl")
    readings = with_events(load(options.readings), gold) if options.readings else gold
    conflicts = find_conflicts(lay_grounds(readings, events=not options.match))
    with tempfile.TemporaryDirectory() as folder:
        out = options.out or Path(folder) / "conflicts.jsonl"
        found = [json.dumps(line, ensure_ascii=False) for line in lines(conflicts, readings)]
        out.write_text("\n".join(found) + "\n", encoding="utf-8")
        scorer = [sys.executable, str(gold_folder / "score_conflicts.py")]
        arguments = ["--errors"] if options.errors else []
        return subprocess.run(
            [*scorer, *arguments, str(gold_folder / "conflicts.jsonl"), str(out)], check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
