"""Stories: B-cubed F1 against annotated events, with TF-IDF and average link as the peer.

usage: stories.py [--json]

Sets: the learning and the measuring part of `training/events` (the split of the reports), both together, and, where
$ZUSAGE_DATA is set, the reports of `gold/dev.jsonl` that have an event, then all of them, each without an event taken as an
event of its own (the gold leaves later reports about the same meeting without one). Stories are found in what the
program's reader makes of the texts; `event` of the files is not looked at. The peer is given the same texts (scikit-learn's
`TfidfVectorizer`, `AgglomerativeClustering`), with its threshold at its best on the learning part; in the second form
reports more than four days apart are kept apart, as ours are. In the rows "as of one day" neither side knows a day:
all reports came out at once, and no meeting has a date. Needs scikit-learn (`dev`).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from zusage.dossier import load_dossier
from zusage.intake.reports import Intake
from zusage.intake.source import Source
from zusage.model.report import Reading
from zusage.reading.report import read_report
from zusage.reconcile import Features, StoryIndex, features_of
from zusage.reconcile.likeness import DAYS
from zusage.workflow.evaluate import Evaluated, evaluate, open_annotated

ROOT = Path(__file__).parents[1]
DOSSIER = "ukraine-guarantees"
LIMIT = 0.90
LIMITED = ("all events", "dev, in an event")
ONE_DAY = "2025-01-01"

Groups = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Read:
    """A report as it was read and as it was annotated, its event and its part."""

    found: Reading
    gold: Reading
    event: str
    part: str

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.found.report.id


def main() -> int:
    """Read, group, print, and say by the exit status whether a limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="the F1 of our side as JSON on the last line")
    options = parser.parse_args()
    sets = annotated_sets()
    print(f"{'':29}" + "".join(f"{name:>18}" for name in sets))
    print(
        f"{'reports / events':29}" + "".join(f"{f'{len(s)} / {len({r.event for r in s})}':>18}" for s in sets.values())
    )
    ours: dict[str, float] = {}
    for name, group in sides(sets["learn"]).items():
        scores = [b_cubed(group(reports), {each.report: each.event for each in reports}) for reports in sets.values()]
        print(f"{name:29}" + "".join(f"{score[0]:7.2f} {score[1]:.2f} {score[2]:.3f}" for score in scores))
        ours = ours or {of: score[2] for of, score in zip(sets, scores, strict=True)}
    print("\nB-cubed precision, recall and F1")
    if options.json:
        print(json.dumps(ours))
    return 0 if all(ours[name] >= LIMIT for name in LIMITED if name in ours) else 1


def annotated_sets() -> dict[str, list[Read]]:
    """Read all reports; the dev reports only where they are there."""
    events = [each for path in sorted((ROOT / "training" / "events").glob("*.jsonl")) for each in read_file(path)]
    sets = {part: [each for each in events if each.part == part] for part in ("learn", "measure")}
    sets["all events"] = events
    gold = Path(os.environ.get("ZUSAGE_DATA", "")) / "gold" / "dev.jsonl"
    if os.environ.get("ZUSAGE_DATA") and gold.exists():
        dev = read_file(gold)
        sets["dev, in an event"] = [each for each in dev if each.event != each.report]
        sets["dev, all"] = dev
    return sets


def read_file(path: Path) -> list[Read]:
    """Read the annotated reports of a file."""
    content = path.read_bytes()
    parts = {record["id"]: record.get("split", "dev") for record in map(json.loads, content.decode().splitlines())}
    source = Source(path.name, content, kind="record")
    results = evaluate(open_annotated(iter([source]), Intake()), load_dossier(DOSSIER), read_report)
    return [
        Read(each.found, each.gold, each.gold.report.event or each.gold.report.id, parts[each.gold.report.name or ""])
        for each in results
        if isinstance(each, Evaluated)
    ]


def sides(learn: Sequence[Read]) -> Mapping[str, Callable[[Sequence[Read]], Groups]]:
    """Return the ways of grouping, ours first; the peer's thresholds are at their best on the learning part."""
    return {
        "zusage": lambda reports: stories([each.found for each in reports]),
        "zusage, statements annotated": lambda reports: stories([each.gold for each in reports]),
        "TF-IDF, average link, days": best_peer(learn, days=True),
        "zusage, as of one day": lambda reports: stories([each.found for each in reports], at_once=True),
        "TF-IDF, average link": best_peer(learn, days=False),
    }


def stories(readings: Sequence[Reading], *, at_once: bool = False) -> Groups:
    """Group by our rules; ``at_once``: without knowing a day."""
    found = [features_of(reading, events=False) for reading in readings]
    if at_once:
        found = [without_days(each) for each in found]
    return [story.reports for story in StoryIndex(found).stories()]


def without_days(features: Features) -> Features:
    """Let a report have come out on the one day, about a meeting without a date."""
    return dataclasses.replace(features, published=ONE_DAY, day=None)


def best_peer(learn: Sequence[Read], *, days: bool) -> Callable[[Sequence[Read]], Groups]:
    """The peer with the threshold that is best on the learning part."""
    gold = {each.report: each.event for each in learn}
    thresholds = [place / 100 for place in range(50, 101, 2)]
    best = max(thresholds, key=lambda least: b_cubed(peer(learn, least, days=days), gold)[2])
    return lambda reports: peer(reports, best, days=days)


def peer(reports: Sequence[Read], threshold: float, *, days: bool) -> Groups:
    """Group by TF-IDF and average link over cosine distances."""
    texts = [f"{each.found.report.title}. {each.found.report.text}" for each in reports]
    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    distances = np.clip(1 - (vectors @ vectors.T).toarray(), 0, 1)
    if days:
        published = [date.fromisoformat(each.found.report.published_on or "0001-01-01").toordinal() for each in reports]
        distances += 2 * (np.abs(np.subtract.outer(published, published)) > DAYS)
    model = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=threshold
    )
    groups: dict[int, list[str]] = defaultdict(list)
    for each, label in zip(reports, model.fit(distances).labels_, strict=True):
        groups[label].append(each.report)
    return list(groups.values())


def b_cubed(groups: Groups, gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups, averaged over reports (Bagga and Baldwin, LREC 1998)."""
    found = {report: set(group) for group in groups for report in group}
    wanted: dict[str, set[str]] = defaultdict(set)
    for report, event in gold.items():
        wanted[event].add(report)
    shared = {report: len(found[report] & wanted[event]) for report, event in gold.items()}
    precision = sum(shared[report] / len(found[report]) for report in gold) / len(gold)
    recall = sum(shared[report] / len(wanted[event]) for report, event in gold.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    sys.exit(main())
