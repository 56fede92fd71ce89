"""The stories of crowds: reports that hang together by links, and with no others. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zusage.model.ledger import Story
from zusage.reconcile import StoryIndex
from zusage.reconcile.parting import Decided
from zusage.workflow.derive.features import decode_features


@dataclass(frozen=True, slots=True)
class Crowds:
    """Some crowds, each with its reports' features as they are written, and what people decided about stories."""

    written: Sequence[Mapping[str, str]]
    decided: Decided


def tell_crowds(crowds: Crowds) -> list[Story]:
    """Part each crowd into its stories."""
    told: list[Story] = []
    for written in crowds.written:
        found = [decode_features(name, written[name]) for name in sorted(written)]
        told += StoryIndex(found, decided=crowds.decided).stories()
    return told
