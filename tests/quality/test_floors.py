"""The quality gate: on annotated reports, no measure of the reader may fall under its floor.

When one does, look at ``zusage evaluate GOLD --errors`` on the learning part, never at the measuring part. When the
reader has become better, raise the floors: ``python tests/quality/floors.py --raise``.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def load() -> ModuleType:
    path = Path(__file__).with_name("floors.py")
    spec = importlib.util.spec_from_file_location("quality_floors", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


floors = load()

PARTS = [
    pytest.param(corpus, language, marks=[pytest.mark.data] if corpus in floors.FROM_DATA else [])
    for corpus in floors.CORPORA
    for language in floors.LANGUAGES
]


@pytest.mark.no_cover  # counting lines takes three times as long as reading
@pytest.mark.parametrize(("corpus", "language"), PARTS)
def test_no_measure_falls_under_its_floor(corpus: str, language: str) -> None:
    try:
        measured = floors.measure(corpus, language)
    except floors.NoDataError as problem:
        pytest.skip(str(problem))
    assert measured.failures == ()
    kept = floors.load_floors().get(corpus, {}).get(language)
    if kept is None:
        assert not measured.values, "this corpus has no floors yet: python tests/quality/floors.py --raise"
        return
    assert measured.digest == kept["digest"], (
        "the annotated reports have changed, their floors mean nothing: python tests/quality/floors.py --raise"
    )
    under = [
        f"{name} is {measured.values.get(name, 0.0):.3f}, its floor {floor:.3f}"
        for name, floor in kept["floors"].items()
        if measured.values.get(name, 0.0) < floor
    ]
    assert under == [], f"{corpus} {language}: {'; '.join(under)}"


def test_floors_only_rise_while_the_corpus_is_the_same() -> None:
    old = {"digest": "d", "floors": {"better": 0.5, "worse": 0.7, "gone": 0.9}}
    now = floors.Measured("d", {"better": 0.6, "worse": 0.6, "new": 0.4})
    assert floors._raised(now, old)["floors"] == {"better": 0.58, "worse": 0.7, "new": 0.38}
    assert floors._raised(floors.Measured("e", {"worse": 0.6}), old)["floors"] == {"worse": 0.58}


def test_a_report_read_as_it_was_annotated_is_right_in_everything() -> None:
    for language in floors.LANGUAGES:
        for record in floors.records("samples", language):
            assert record["language"] == language
            assert record["commitments"]
