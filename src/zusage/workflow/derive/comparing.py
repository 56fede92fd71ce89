"""Texts that may be copies, compared. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from zusage.reconcile.comparing import Copies, Places, find_copies
from zusage.reconcile.shingles import Numbers32
from zusage.workflow.derive.groupings import Ragged


@dataclass(frozen=True, slots=True)
class Texts:
    """Some texts' places among all, their runs and how many of these are different, and the pairs that have to be compared.

    Pairs with the same later text stand together.
    """

    places: Places
    runs: Ragged[np.uint32]
    distinct: Places
    later: Places
    earlier: Places

    @classmethod
    def of(cls, runs: Sequence[Numbers32], distinct: Places, later: Places, earlier: Places) -> Self:
        """Take what is needed of all texts' runs; there is at least one pair."""
        places, own = np.unique(np.concatenate([later, earlier]), return_inverse=True)
        inside = Ragged.of([runs[place] for place in places.tolist()])
        return cls(places, inside, distinct[places], own[: len(later)], own[len(later) :])


def compare_texts(texts: Texts) -> Copies:
    """Compare texts; return the pairs that are copies, by their places among all."""
    found = find_copies(list(texts.runs), texts.distinct, texts.later, texts.earlier)
    later, earlier = (texts.places[list(each)].tolist() for each in (found.later, found.earlier))
    return found._replace(later=later, earlier=earlier)
