"""The scripts that learn: what they fit is what they should, and the packaged weights can be read."""

# ruff: noqa: PLC0415 - the scripts are found once their folder is on the path
# mypy: disable-error-code="import-not-found"

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from zusage.model.values import MEASURES, Firmness
from zusage.reading.pairs.plain import plain
from zusage.reading.pairs.weights import SHARED, add_up, load_weights, log_odds, logistic, share_out

SCRIPTS = Path(__file__).parents[3] / "training" / "pairs"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(SCRIPTS)])


def test_a_choice_is_learned_from_what_tells_it() -> None:
    from fitting import Choice, Vocabulary, fit

    known = Vocabulary()
    nothing = known.encode([])
    yes, no = known.encode(["bias", "gives"]), known.encode(["bias", "says"])
    choices = [Choice((yes, nothing), frozenset({0}))] * 20 + [Choice((no, nothing), frozenset({1}))] * 20
    weights = dict(zip(known.names(), fit(choices, len(known.numbers), prior=10.0), strict=True))
    assert logistic(weights["bias"] + weights["gives"]) > 0.9
    assert logistic(weights["bias"] + weights["says"]) < 0.1


def test_rare_features_are_left_out() -> None:
    from fitting import Choice, Vocabulary, fit

    known = Vocabulary()
    once, often = known.encode(["once"]), known.encode(["often"])
    choices = [Choice((once, often), frozenset({0}))] + [Choice((often, known.encode([])), frozenset({0}))] * 5
    assert fit(choices, len(known.numbers), prior=1.0)[once[0]] == 0


def test_numbers_are_calibrated() -> None:
    from fitting import fit_numbers

    rows = np.array([[1.0, 0.0]] * 40 + [[1.0, 1.0]] * 40)
    right = np.array([1.0] * 10 + [0.0] * 30 + [1.0] * 30 + [0.0] * 10)
    bias, slope = fit_numbers(rows, right, np.ones(80), prior=100.0)
    assert logistic(float(bias)) == pytest.approx(0.25, abs=0.01)
    assert logistic(float(bias + slope)) == pytest.approx(0.75, abs=0.01)


def test_the_packaged_weights_are_whole() -> None:
    weights = load_weights()
    assert weights.contributes["bias"] < 0
    assert set(weights.firmness) == {*Firmness, SHARED}
    assert {name.removeprefix("is ") for name in weights.measure if name.startswith("is ")} <= set(MEASURES)
    assert weights.certainty["best"] > 0


def test_unknown_features_count_nothing() -> None:
    assert add_up({"a": 1.0, "b": 2.0}, ["a", "b", "c"]) == 3.0


@pytest.mark.parametrize("probability", [0.0, 0.2, 0.5, 0.99, 1.0])
def test_log_odds_and_back(probability: float) -> None:
    assert logistic(log_odds(probability)) == pytest.approx(probability, abs=1e-3)


def test_shares_add_up_to_one() -> None:
    assert sum(share_out({"funding": 800.0, "arms": 799.0, "troops": -900.0}).values()) == pytest.approx(1)
    assert share_out({}) == {}


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("is subject & verb give", "the actor is subject of the clause and verb of the class give"),
        ("content money", "the content is of the sort money"),
        ("nearest actor", "no other actor is nearer to the content"),
    ],
)
def test_plain_words(feature: str, words: str) -> None:
    assert plain(feature) == words


def test_the_diagram_says_its_numbers_in_words() -> None:
    from diagram import Bin, as_table, draw

    bins = [Bin(0.4, 0.5, 10, 0.45, 0.5), Bin(0.9, 1.0, 20, 0.93, 0.9)]
    svg = draw(bins)
    assert 'role="img"' in svg
    assert "0.9 to 1.0: 0.90 of 20 right" in svg
    assert as_table(bins).splitlines()[1].split() == ["0.4–0.5", "10", "0.45", "0.50", "0.26"]
