"""Texts that may be copies, compared. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zusage.reconcile.comparing import Compared, compare_pairs
from zusage.reconcile.shingles import Numbers32


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts' runs, and the pairs of texts that have to be compared."""

    runs: Mapping[str, Numbers32]
    pairs: Sequence[tuple[str, str]]


def compare_texts(texts: Texts) -> list[Compared]:
    """Compare texts; return the pairs that are copies."""
    return [each for each in compare_pairs(texts.runs, texts.pairs) if each[2].is_copy]
