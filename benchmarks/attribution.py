"""Who says what in German news: the reader's speech against hand-marked quotations, by the scorer of the data.

    python benchmarks/attribution.py [--part dev|train] [--keep FILE] [--seconds]

The articles are read from `$ZUSAGE_DATA/data/attribution` (German Wikinews, Petersen-Frey and Biemann 2024) and nothing
of them is kept: their annotations are CC BY-NC-SA. ``--keep`` writes the predictions to a file in the format of the
README there. Exit status: 0 measured, 1 the joint F1 misses its limit, 2 there is no data.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.context import Context
from zusage.reading.report import prepare
from zusage.reading.speech import Form, Run, Speech, find_speech

LEAST_JOINT = 50.0
"""Percent; the published rules reach 39.06 on the test part."""

DOSSIER = "ukraine-guarantees"
TYPES = {
    Form.DIRECT: "Direct",
    Form.INDIRECT: "Indirect",
    Form.FREE: "IndirectFreeIndirect",
}


def main() -> int:
    """Read the articles, score what was found, print the scorer's table."""
    parser = argparse.ArgumentParser(description="who says what in German news")
    parser.add_argument("--part", choices=["dev", "train"], default="dev", help="dev is what counts")
    parser.add_argument("--keep", type=Path, help="write the predictions to this file")
    options = parser.parse_args()
    folder = Path(os.environ.get("ZUSAGE_DATA", ""), "data", "attribution")
    archive = folder / f"{options.part}.tar.gz"
    if "ZUSAGE_DATA" not in os.environ or not archive.exists():
        print("set ZUSAGE_DATA to the folder that holds data/attribution", file=sys.stderr)
        return 2
    begun = time.process_time()
    found = [predict(article) for article in articles(archive)]
    taken = time.process_time() - begun
    with tempfile.TemporaryDirectory() as scratch:
        file = options.keep or Path(scratch, "found.jsonl")
        file.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found), encoding="utf-8")
        done = subprocess.run([sys.executable, folder / "score.py", archive, file], capture_output=True, check=True)
    *table, numbers = done.stdout.decode("utf-8").splitlines()
    print("\n".join(table))
    joint = 100 * json.loads(numbers)["full"]["joint"]["f1"]
    print(f"{len(found)} articles in {taken:.1f} s; joint F1 {joint:.2f}, at least {LEAST_JOINT:.0f} wanted")
    return 0 if joint >= LEAST_JOINT else 1


def articles(archive: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of an archive in its order."""
    with tarfile.open(archive) as files:
        for member in files:
            content = files.extractfile(member) if member.name.endswith(".json") else None
            if content is not None:
                yield json.load(content)


def predict(article: dict[str, Any]) -> dict[str, Any]:
    """What the reader finds in one article, in the format of the scorer."""
    name = article["documentName"]
    day = re.search(r"\((\d{4}-\d\d-\d\d)\)", name)
    report = Report(text=article["originalText"], language="de", published_on=day.group(1) if day else None)
    context = prepare(report, load_shipped(DOSSIER))
    return {"document": name, "quotes": [as_quotation(context, speech) for speech in find_speech(context)]}


def as_quotation(context: Context, speech: Speech) -> dict[str, Any]:
    """One speech as the scorer's quotation."""
    return {
        "quote": characters(context, speech.message),
        "speaker": characters(context, [speech.source] if speech.source else []),
        "cue": characters(context, [(i, i + 1) for i in speech.cue]),
        "frame": characters(context, speech.frame),
        "addressee": characters(context, [speech.addressee] if speech.addressee else []),
        "type": TYPES[speech.form],
        "nested": speech.nested,
    }


def characters(context: Context, runs: Sequence[Run]) -> list[list[int]]:
    """Token runs as runs of characters."""
    tokens = context.tokens
    return [[tokens[start].start, tokens[end - 1].end] for start, end in runs if start < end]


if __name__ == "__main__":
    sys.exit(main())
