"""Sentences in, statements out: the whole grammar with the shipped dossier.

Unsure statements are kept and learned ones left out, so that these tests say what the rules find, whatever the weights are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.model.statement import Commitment, Condition, Quantity
from zusage.reading.report import read_report

DAY = "2025-09-04"


@cache
def read_text(text: str, language: str, on: str | None = DAY) -> Reading:
    """Read a text as the shipped dossier's reader does, by the rules alone, unsure statements included."""
    report = Report(text=text, language=language, published_on=on)
    return read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True)


def tell_text(text: str, language: str, *fields: str, on: str | None = DAY) -> str:
    """Tell a text's commitments in one line: "ee troops pledged; lv naval signalled"."""
    shown = fields or ("actor", "measure", "firmness")
    return "; ".join(" ".join(_told(c, field) for field in shown) for c in read_text(text, language, on).commitments)


def _told(commitment: Commitment, field: str) -> str:
    """Tell a field: quantities as "120 persons", "..500 EUR", conditions as "ceasefire+support:fr", nothing as "-"."""
    value = getattr(commitment, field)
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, tuple):
        return "+".join(_condition(condition) for condition in value) or "-"
    return "-" if value is None else str(value)


def _quantity(quantity: Quantity) -> str:
    low, high = (f"{side:.0f}" if side is not None else "" for side in (quantity.min, quantity.max))
    return f"{low if low == high else f'{low}..{high}'} {quantity.unit}{' shared' if quantity.shared else ''}"


def _condition(condition: Condition) -> str:
    return f"{condition.type}:{condition.of}" if condition.of is not None else str(condition.type)


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Return a function that reads a text in a language on a day."""
    return read_text


@pytest.fixture(scope="session")
def tell() -> Callable[..., str]:
    """Return a function that tells the commitments of a text, by actor, measure and firmness or by other fields."""
    return tell_text
