"""Scores of the reader on annotated reports: reads their texts, writes predictions, runs the codebook's scorer.

usage: python benchmarks/score.py [--errors] [--all] [--jobs N] [GOLD.jsonl]

GOLD defaults to gold/dev.jsonl in $ZUSAGE_DATA. The scorer is gold/score.py there (codebook, section 7).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from zusage.dossier import load_dossier
from zusage.model.codebook import decode_reading, write_reading
from zusage.reading.report import read_report


def predict(line: str, *, keep_all: bool) -> str:
    """Read one report of a JSONL file and return the prediction as a line of the codebook's format."""
    record = json.loads(line)
    inputs = {key: record.get(key) for key in ("id", "language", "published_on", "title", "text")}
    empty = {"commitments": [], "positions": [], "meetings": [], "attendance": [], "credit": None}
    report = decode_reading(inputs | empty).report
    return write_reading(read_report(report, load_dossier("ukraine-guarantees"), keep_all=keep_all))


def main() -> int:
    """Score and return the scorer's exit status; 0 with a message when the data are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--errors", action="store_true", help="list misses (-), false alarms (+) and differences (~)")
    parser.add_argument("--all", action="store_true", help="keep statements under the certainty threshold")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--out", type=Path, help="keep the predictions in this file")
    arguments = parser.parse_args()
    data = os.environ.get("ZUSAGE_DATA")
    if not data or not (scorer := Path(data, "gold", "score.py")).is_file():
        print("ZUSAGE_DATA names no folder with gold/score.py: nothing was scored", file=sys.stderr)
        return 0
    gold: Path = arguments.gold or Path(data, "gold", "dev.jsonl")
    lines = [line for line in gold.read_text("utf-8").splitlines() if line.strip()]
    with ProcessPoolExecutor(arguments.jobs) as pool:
        predictions = list(pool.map(partial(predict, keep_all=arguments.all), lines, chunksize=4))
    with tempfile.TemporaryDirectory() as folder:
        predicted = arguments.out or Path(folder, "predicted.jsonl")
        predicted.write_text("\n".join(predictions) + "\n", "utf-8")
        command = [sys.executable, str(scorer), *(["--errors"] if arguments.errors else []), str(gold), str(predicted)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
