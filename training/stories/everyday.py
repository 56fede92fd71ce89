"""Write `src/zusage/reconcile/lexicon/everyday.tsv`: the places and names that stand in many reports, and so tell little.

usage: python training/stories/everyday.py > src/zusage/reconcile/lexicon/everyday.tsv

Counts in how many subjects a mark stands: the events of `training/events` and the reports of `training/written`, their
learning parts alone. A place in an eighth of them weighs .1, in a twentieth .3; a name that stands in three subjects of
its language weighs nothing, so that German nouns are no names.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from zusage.model.report import Report
from zusage.reconcile import marks

ROOT = Path(__file__).parents[2]
OFTEN, SOMETIMES = 1 / 8, 1 / 20
LEAST = 3

HEADER = """\
# Places and names that stand in many reports, with what they weigh when reports are compared; all others weigh 1.
# Made by training/stories/everyday.py out of the learning parts of training/written and training/events.
of	mark	weight"""


def main() -> int:
    """Count and print."""
    marks._everyday = dict  # type: ignore[assignment]  # noqa: SLF001 - count marks as if none were everyday yet
    subjects: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in sorted([*ROOT.glob("training/written/*.jsonl"), *ROOT.glob("training/events/*.jsonl")]):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["split"] == "learn":
                report = Report(text=record["text"], title=record["title"], language=record["language"])
                found = marks.marks_of(report)
                subject = subjects[record.get("event") or record["id"]]
                subject["place"] |= set(found.places)
                subject[report.language] |= set(found.names)
    print(HEADER)
    for of in ("place", "de", "en"):
        counts = Counter(mark for subject in subjects.values() for mark in subject[of])
        for mark, count in sorted(counts.items()):
            share = count / len(subjects)
            if of == "place" and share >= SOMETIMES:
                print(f"place\t{mark}\t{0.1 if share >= OFTEN else 0.3}")
            elif of != "place" and count >= LEAST:
                print(f"{of}\t{mark}\t0")
    return 0


if __name__ == "__main__":
    sys.exit(main())
