"""Runs in quotation marks, in every typography and with missing partners."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.language.quotation import find_quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Sie sagte: „Wir kommen.“", ["Wir kommen."]),
        ("Sie sagte: »Wir kommen.«", ["Wir kommen."]),
        ("Sie sagte: «Wir kommen.»", ["Wir kommen."]),
        ('Sie sagte: "Wir kommen."', ["Wir kommen."]),
        ("She said: “We come.”", ["We come."]),
        ("She said: ‘We come.’", ["We come."]),
        ("Das „Ja“ und das „Nein“.", ["Ja", "Nein"]),
        ("„Er nannte es ‚klug‘ und ging.“", ["Er nannte es ‚klug‘ und ging."]),
        ("Norway’s minister and the boats’ crews", []),
        ("Das geht’s nicht, 'n Boot fehlt.", []),
        ('Ein 5" breites Brett.', []),
        ("„Wir kommen, sagte sie.\n\nDas Boot fuhr ab.", ["Wir kommen, sagte sie."]),
        ("“We come, she said.\n\nThe boat left.", []),
        ("Er schrieb „Ja” und »Nein«.", ["Ja", "Nein"]),
        ("", []),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotations(text)] == inside


@given(st.text(alphabet="ab .,\n„“”»«\"‚‘’'›‹", max_size=80))
def test_runs_are_in_order_and_not_empty(text: str) -> None:
    at = 0
    for start, end in find_quotations(text):
        assert at <= start < end <= len(text)
        at = end
