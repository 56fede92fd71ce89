"""Texts that may be copies, compared. Needs no database.

So a rebuild can share it among processes: each is told of all texts once, and then which of them to compare with those before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from zusage.errors import ZusageError
from zusage.reconcile.comparing import Copies, Texts, find_copies
from zusage.reconcile.minhash import Neighbours
from zusage.reconcile.shingles import Numbers32, Numbers64
from zusage.workflow.derive.groupings import Ragged


@dataclass(frozen=True, slots=True)
class Told:
    """The runs of all texts, and which of them share a band."""

    runs: Ragged[np.uint32]
    near: Neighbours

    @classmethod
    def of(cls, runs: Sequence[Numbers32], bands: Sequence[Numbers64]) -> Self:
        """Put together the runs and bands of texts, of which there is at least one."""
        return cls(Ragged.of(runs), Neighbours.of(bands))


_known: list[tuple[Texts, Neighbours]] = []
"""The texts that this process has been told of last."""


def tell_texts(told: Told | None) -> None:
    """Have this process know some texts, or forget them."""
    _known[:] = [(Texts(list(told.runs)), told.near)] if told else []


def compare_texts(part: tuple[int, int]) -> Copies:
    """Compare the texts from a place to another with all before them; return the pairs that are copies, by their places."""
    if not _known:
        raise ZusageError("texts", "this process has not been told of them")  # it was started after that
    texts, near = _known[0]
    later, earlier = near.pairs(*part)
    may_be = texts.may_be_copies(later, earlier)
    return find_copies(texts, later[may_be], earlier[may_be])
