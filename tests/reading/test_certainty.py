"""How sure the reader is of a statement, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.model.quote import Quote
from zusage.model.statement import Commitment, TraceStep
from zusage.model.values import Firmness
from zusage.reading.certainty import (
    CERTAINTY,
    KEPT_BACK,
    OWN,
    RULED,
    _weights,
    certainty,
    explain,
    is_kept_back,
    is_likely,
)

FEATURES = sorted({feature for weights in _weights().values() for feature in weights} | {"rule:unheard of"})


@given(st.sampled_from(["position", "unheard of"]), st.frozensets(st.sampled_from(FEATURES)))
def test_certainty_is_a_probability_in_two_decimals(kind: str, features: frozenset[str]) -> None:
    found = certainty(kind, features)
    assert 0 <= found <= 1
    assert round(found, 2) == found


def test_unknown_kind_is_even() -> None:
    assert certainty("unheard of", frozenset({"rule:unheard of"})) == 0.5


@pytest.mark.parametrize("kind", ["position"])
def test_features_raise_or_lower_as_explained(kind: str) -> None:
    for feature in FEATURES:
        for name, weight in explain(kind, frozenset({feature})):
            bare, with_it = certainty(kind, frozenset()), certainty(kind, frozenset({name}))
            assert with_it >= bare if weight > 0 else with_it <= bare


@given(st.frozensets(st.sampled_from(FEATURES)))
def test_explanation_has_the_strongest_first(features: frozenset[str]) -> None:
    strengths = [abs(weight) for _, weight in explain("position", features)]
    assert strengths == sorted(strengths, reverse=True)


@pytest.mark.parametrize(
    ("rule", "sure", "fate"),
    [
        ("subject", RULED, "shown"),
        ("subject", RULED - 0.01, "kept back"),
        ("learned from: nearest actor", RULED, "kept back"),
        ("learned from: nearest actor", OWN, "shown"),
        ("subject", None, "shown"),
    ],
)
def test_the_words_of_a_rule_are_enough_sooner(rule: str, sure: float | None, fate: str) -> None:
    assert is_likely(pledge(TraceStep("actor", rule), sure)) == (fate == "shown")


def test_what_is_kept_back_says_so_in_its_trace() -> None:
    assert is_kept_back(pledge(TraceStep(CERTAINTY, f"{KEPT_BACK}; its words −1.2"), 0.6))
    assert not is_kept_back(pledge(TraceStep(CERTAINTY, "its words −1.2"), 0.1))


def pledge(step: TraceStep, sure: float | None) -> Commitment:
    quote = Quote.cut("Togo gives tents.", 0, 4)
    return Commitment(
        actor="tg", measure="humanitarian", firmness=Firmness.PLEDGED, quote=quote, trace=(step,), certainty=sure
    )
