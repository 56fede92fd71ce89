"""Krippendorff's alpha against the examples that he published, and what it is computed from."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.values import Firmness
from zusage.reconcile.agreement import agreements, krippendorff_alpha


def units(*observers: str) -> list[list[str]]:
    """One unit per column; a dot is a missing value."""
    return [[value for value in column if value != "."] for column in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("observers", "alpha"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["A: binary, two observers", "B: nominal, two observers", "C: four observers, missing values"],
)  # fmt: skip
def test_published_examples(observers: tuple[str, ...], alpha: float) -> None:
    found = krippendorff_alpha(units(*observers))
    assert found is not None
    assert round(found, 3) == alpha


def test_where_nothing_can_be_told_there_is_no_number() -> None:
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha([["a"], ["b"]]) is None
    assert krippendorff_alpha([["a", "a"], ["a", "a"]]) is None


@given(st.lists(st.text("abc", max_size=4), max_size=8))
def test_neither_the_order_of_units_nor_of_observers_matters(drawn: list[str]) -> None:
    again = [sorted(values) for values in reversed(drawn)]
    first, second = krippendorff_alpha(drawn), krippendorff_alpha(again)
    assert (first is None) is (second is None)
    assert first is None or second is None or (first == pytest.approx(second) and first <= 1)


def test_decisions_and_corrected_values_are_compared(write: Any) -> None:
    text = "One will come. Two will come. Three will come."
    writer = write(text)
    for words in ("One", "Two", "Three"):
        writer.pledge("no", "troops", "pledged", f"{words} will come")
    reading = writer.reading()
    names = [statement_id(reading.report.id, said) for said in reading.commitments]
    statements = dict(zip(names, reading.commitments, strict=True))
    changes = {"firmness": Firmness.SIGNALLED}
    made = [
        ("ada", Act.ACCEPT, 0, {}), ("ben", Act.ACCEPT, 0, {}), ("ada", Act.REJECT, 1, {}), ("ben", Act.ACCEPT, 1, {}),
        ("ada", Act.ACCEPT, 2, {}), ("ben", Act.CORRECT, 2, changes),
    ]  # fmt: skip
    judgements = [
        Judgement(who=who, when=f"2025-01-0{number + 1}", what=act, target=names[index], changes=values)
        for number, (who, act, index, values) in enumerate(made)
    ]
    found = {each.point: each for each in agreements(judgements, statements)}
    assert (found["decision"].units, found["decision"].differing) == (3, (names[1],))
    assert found["decision"].alpha == 0
    assert (found["firmness"].units, found["firmness"].differing) == (2, (names[2],))
    assert found["actor"].alpha is None
    assert "stance" not in found
