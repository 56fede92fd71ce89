"""The floor under the conflicts that we find when we are fed with the gold statements."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
