"""The reader's quality floors: measures it on annotated reports and compares with ``floors.json``.

usage: python tests/quality/floors.py [--raise]

Prints for each corpus, language and measure what is measured, the floor, and how far it is above. ``--raise`` writes
the floors anew, `MARGIN` under what is measured: only upwards, unless the corpus is another one than before (its digest
says so), for then old floors mean nothing. Corpora that need texts from $ZUSAGE_DATA keep their floors where it is not
set.

Certainty has two measures: how much of what is found the reader is sure of, and how much of that is right.

Conditions, amounts and speakers are measured over everything that is annotated, not over the pairs that are found: a
reader that finds more finds harder ones, too, and a floor under its agreement on what it finds would forbid that.

The measuring parts are for measuring alone: nothing here prints a report.
"""
# ruff: noqa: T201 - a script: it prints

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

from zusage.dossier import load_dossier
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, Source
from zusage.reading.report import read_report
from zusage.reading.scoring import Mean, Rate, calibrate, compare
from zusage.reading.scoring.agreement import (
    CONDITIONS,
    FIRMNESS,
    OVERLAP,
    QUANTITY,
    QUANTITY_GIVEN,
    SPEAKER,
)
from zusage.reading.scoring.keys import condition_keys, pairs_of, quantity_keys, speaker_keys
from zusage.workflow.evaluate import Evaluated, evaluate, open_annotated, score

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.json")
DOSSIER = "ukraine-guarantees"

MARGIN = 0.02
LEAST = 5
"""Annotated records, pairs or meetings under which a measure has no floor: it would be chance."""

SURE = 0.8
LEAST_SURE = 30
SURE_SHARE, SURE_RIGHT = "certainty from .80, share of all", "certainty from .80, right"
SURE_MARGIN = 0.04
"""The margin of these two: they are of fewer statements, and a single rule moves them."""

LANGUAGES = ("de", "en")
CORPORA = ("samples", "training", "wire", "broad", "dev", "wikinews")
FROM_DATA = ("dev", "wikinews")
"""Corpora whose texts are in $ZUSAGE_DATA, not in the repository."""

OVER_PAIRS = frozenset({CONDITIONS, FIRMNESS, OVERLAP, QUANTITY, QUANTITY_GIVEN, SPEAKER})

NOT_SET = "ZUSAGE_DATA names no folder with the texts of this corpus"

Record = dict[str, Any]


class NoDataError(Exception):
    """The texts of a corpus are not there."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one corpus in one language; ``failures`` are reports that could not be read."""

    digest: str
    values: Mapping[str, float] = field(default_factory=dict)
    failures: tuple[str, ...] = ()


def measure(corpus: str, language: str) -> Measured:
    """Read and score one corpus in one language.

    Raises:
        NoDataError: its texts are not there.
    """
    lines = [json.dumps(each, ensure_ascii=False, sort_keys=True) for each in records(corpus, language)]
    content = "\n".join(lines).encode()
    digest = hashlib.sha256(content).hexdigest()[:16]
    if not lines:
        return Measured(digest)
    source = Source(f"{corpus}.jsonl", content, kind="record")
    results = list(evaluate(open_annotated(iter([source]), Intake()), load_dossier(DOSSIER), read_report))
    failures = [each if isinstance(each, Failure) else each.failure for each in results]
    read = [each for each in results if isinstance(each, Evaluated)]
    values = dict(_over_all(read)) | dict(_of_pairs(score(read)[language].rows)) | dict(_of_sure(read))
    return Measured(digest, values, tuple(str(each.error) for each in failures if each is not None))


def _of_pairs(rows: Mapping[str, Rate | Mean]) -> Iterator[tuple[str, float]]:
    """The codebook's measures that are over everything anyway."""
    for name, row in rows.items():
        if name in OVER_PAIRS or row.value is None:
            continue
        if (row.of if isinstance(row, Mean) else row.gold) >= LEAST:
            yield name, row.value


def _of_sure(read: Sequence[Evaluated]) -> Iterator[tuple[str, float]]:
    """Of all commitments and positions that are found the share that the reader is sure of, and how many of these are right."""
    bins = calibrate((each.gold, each.found) for each in read)
    sure = [one for one in bins if one.low >= SURE]
    found = sum(one.found for one in sure)
    if found >= LEAST_SURE:
        yield SURE_SHARE, found / sum(one.found for one in bins)
        yield SURE_RIGHT, sum(one.right for one in sure) / found


def _over_all(read: Sequence[Evaluated]) -> Iterator[tuple[str, float]]:
    """What the codebook measures over matched pairs, over everything that is annotated: what is missed is wrong."""
    comparisons = [compare(each.gold, each.predicted) for each in read]
    pairs = [group for each in read for group in pairs_of(each.gold).values()]
    for name, keys in ((QUANTITY_GIVEN, quantity_keys), (SPEAKER, speaker_keys)):
        of = sum(bool(keys(group)) for group in pairs)
        if of >= LEAST:
            yield f"{name}, of all", sum(sum(each.agreements[name]) for each in comparisons) / of
    gold = sum(len(condition_keys(group)) for group in pairs)
    found = [each.counts[CONDITIONS] for each in comparisons]
    if gold >= LEAST:
        yield f"{CONDITIONS}, of all", 2 * sum(c.hits for c in found) / (gold + sum(c.predicted for c in found))


def records(corpus: str, language: str) -> Iterator[Record]:
    """Yield a corpus's annotated reports of one language, in the codebook's format.

    Raises:
        NoDataError: its texts are not there.
    """
    if corpus == "samples":
        found = _lines(ROOT / "tests" / "dossier" / "samples_gold.jsonl")
    elif corpus == "training":
        found = (each for each in _written(language, "written", "events") if each["split"] == "measure")
    elif corpus in ("wire", "broad"):
        found = (each for each in _written(language, corpus) if each["split"] == "measure")
    elif corpus == "dev":
        found = _lines(_data() / "gold" / "dev.jsonl")
    else:
        found = _wikinews(language)
    yield from (each for each in found if each["language"] == language)


def load_floors() -> dict[str, Any]:
    """Return the floors: corpus, language, then ``digest`` and ``floors`` by measure."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return floors


def _written(language: str, *folders: str) -> Iterator[Record]:
    """Reports that were written for this: several folders together where apart some measures would be chance."""
    for folder in folders:
        for path in sorted((ROOT / "training" / folder).glob(f"{language}*.jsonl")):
            yield from _lines(path)


def _wikinews(language: str) -> Iterator[Record]:
    tool = _load(ROOT / "training" / "tools" / "wikinews.py")
    texts = tool.read_texts(_data(), language)
    if not texts:
        raise NoDataError(NOT_SET)
    for stored in tool.read_annotations(language):
        if stored["split"] == "measure" and not tool.check(stored, texts.get(stored["id"])):
            yield tool.unpin(stored, texts[stored["id"]])


def _data() -> Path:
    folder = os.environ.get("ZUSAGE_DATA")
    if not folder:
        raise NoDataError(f"{NOT_SET}: it is not set")
    return Path(folder)


def _lines(path: Path) -> Iterator[Record]:
    if not path.exists():
        raise NoDataError(f"{NOT_SET}: {path.name} is missing")
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def _raised(measured: Measured, old: Mapping[str, Any]) -> dict[str, Any]:
    """The floors after raising; those of another corpus are forgotten."""
    before = old.get("floors", {}) if old.get("digest") == measured.digest else {}
    floors = {
        name: max(before.get(name, 0.0), math.floor((value - _margin(name)) * 1000) / 1000)
        for name, value in measured.values.items()
    }
    return {"digest": measured.digest, "floors": {name: floor for name, floor in floors.items() if floor > 0}}


def _margin(name: str) -> float:
    return SURE_MARGIN if name in (SURE_SHARE, SURE_RIGHT) else MARGIN


def _try(part: tuple[str, str]) -> Measured | None:
    try:
        return measure(*part)
    except NoDataError:
        return None


def main() -> int:
    """Print measures and floors; with ``--raise`` write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="write the floors anew, upwards")
    is_raising: bool = parser.parse_args().is_raising
    floors = load_floors()
    parts = [(corpus, language) for corpus in CORPORA for language in LANGUAGES]
    is_under = False
    with ProcessPoolExecutor() as pool:
        for (corpus, language), measured in zip(parts, pool.map(_try, parts), strict=True):
            if measured is None:
                print(f"{corpus} {language}: {NOT_SET}; its floors stay")
                continue
            old = floors.get(corpus, {}).get(language, {})
            is_under |= _show(f"{corpus} {language}", measured, old)
            if measured.values and not measured.failures:  # a reader that breaks down sets no floor
                floors.setdefault(corpus, {})[language] = _raised(measured, old)
    if is_raising:
        FLOORS.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return int(is_under and not is_raising)


def _show(title: str, measured: Measured, old: Mapping[str, Any]) -> bool:
    """Print one table; say whether a measure is under its floor."""
    is_same = old.get("digest") == measured.digest
    print(f"{title} ({measured.digest}{'' if is_same else ', another corpus than the floors are for'})")
    for failure in measured.failures:
        print(f"  failed: {failure}")
    before = old.get("floors", {}) if is_same else {}
    for name, value in measured.values.items():
        floor = before.get(name)
        rest = f"  floor {floor:.3f}  {value - floor:+.3f}" if floor is not None else "  no floor"
        print(f"  {name:45} {value:.3f}{rest}{'  UNDER' if floor is not None and value < floor else ''}")
    return any(measured.values.get(name, 0.0) < floor for name, floor in before.items())


if __name__ == "__main__":
    sys.exit(main())
