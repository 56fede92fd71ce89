"""Body, day and title of real news pages do not fall under what is documented; the benchmark compares with trafilatura."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "pages.py"
LEAST = {"de": 0.965, "en": 0.965}


@pytest.fixture(scope="module")
def benchmark() -> Any:
    pytest.importorskip("trafilatura")
    spec = importlib.util.spec_from_file_location("pages_benchmark", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def cases(benchmark: Any) -> Any:
    folder = Path(os.environ.get("ZUSAGE_DATA", "")) / "data" / "pages"
    if not os.environ.get("ZUSAGE_DATA") or not folder.is_dir():
        pytest.skip("ZUSAGE_DATA names no folder with data/pages")
    return benchmark.load(folder)


@pytest.mark.data
@pytest.mark.parametrize("tier", ["ours", "ours_fast"])
def test_bodies(benchmark: Any, cases: Any, tier: str) -> None:
    read = getattr(benchmark, tier)
    scores = benchmark.by_language(cases, benchmark.Result(tier, [read(case) for case in cases], 0.0))
    assert {language: score for language, score in scores.items() if score < LEAST[language]} == {}


@pytest.mark.data
def test_days_and_titles(benchmark: Any, cases: Any) -> None:
    days, titles = benchmark.shares(cases, misses=False)
    assert days >= benchmark.LEAST_DAYS
    assert titles >= benchmark.LEAST_TITLES
