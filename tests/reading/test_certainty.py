"""How sure the reader is of a statement, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.reading.certainty import _weights, certainty, explain

FEATURES = sorted({feature for weights in _weights().values() for feature in weights} | {"rule:unheard of"})


@given(st.sampled_from(["commitment", "position", "unheard of"]), st.frozensets(st.sampled_from(FEATURES)))
def test_certainty_is_a_probability_in_two_decimals(kind: str, features: frozenset[str]) -> None:
    found = certainty(kind, features)
    assert 0 <= found <= 1
    assert round(found, 2) == found


def test_unknown_kind_is_even() -> None:
    assert certainty("unheard of", frozenset({"rule:unheard of"})) == 0.5


@pytest.mark.parametrize("kind", ["commitment", "position"])
def test_features_raise_or_lower_as_explained(kind: str) -> None:
    for feature in FEATURES:
        for name, weight in explain(kind, frozenset({feature})):
            bare, with_it = certainty(kind, frozenset()), certainty(kind, frozenset({name}))
            assert with_it >= bare if weight > 0 else with_it <= bare


@given(st.frozensets(st.sampled_from(FEATURES)))
def test_explanation_has_the_strongest_first(features: frozenset[str]) -> None:
    strengths = [abs(weight) for _, weight in explain("commitment", features)]
    assert strengths == sorted(strengths, reverse=True)
