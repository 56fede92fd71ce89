"""The floors under the conflicts that we find: fed with the gold statements, and from the texts alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LEAST_FROM_TEXTS = 0.65
BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "conflicts.py"


@pytest.mark.data
@pytest.mark.parametrize(("options", "least", "lures"), [((), 0.93, 1), (("--match",), 0.88, 3)])
def test_conflicts_of_the_gold_statements(options: tuple[str, ...], least: float, lures: int) -> None:
    if not os.environ.get("ZUSAGE_DATA"):
        pytest.skip("ZUSAGE_DATA is not set (a folder with gold/dev.jsonl and gold/conflicts.jsonl)")
    done = subprocess.run([sys.executable, str(BENCHMARK), *options], capture_output=True, text=True, check=True)  # noqa: S603
    scores = json.loads(done.stdout.splitlines()[-1])["scores"]["all"]
    assert scores["f1"] >= least
    assert scores["decoys hit"] <= lures


@pytest.mark.data
def test_conflicts_from_the_texts_alone(tmp_path: Path) -> None:
    if not os.environ.get("ZUSAGE_DATA"):
        pytest.skip("ZUSAGE_DATA is not set (a folder with gold/dev.jsonl and gold/conflicts.jsonl)")
    readings = tmp_path / "readings.jsonl"
    call = [sys.executable, "-c", "from zusage.cli import main; main()", "read", "--format", "jsonl"]
    gold = Path(os.environ["ZUSAGE_DATA"]) / "gold" / "dev.jsonl"
    read = subprocess.run([*call, str(gold)], capture_output=True, text=True, check=True)  # noqa: S603
    readings.write_text(read.stdout, encoding="utf-8")
    done = subprocess.run([sys.executable, str(BENCHMARK), str(readings)], capture_output=True, text=True, check=True)  # noqa: S603
    scores = json.loads(done.stdout.splitlines()[-1])["scores"]["all"]
    assert scores["f1"] >= LEAST_FROM_TEXTS
    assert scores["decoys hit"] <= 2
