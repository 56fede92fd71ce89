"""The stories of crowds: reports that hang together by links, and with no others. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from zusage.model.ledger import Story
from zusage.reconcile import StoryIndex
from zusage.reconcile.parting import Decided
from zusage.reconcile.stories import Linked
from zusage.workflow.derive.features import decode_features


@dataclass(frozen=True, slots=True)
class Crowds:
    """Some crowds, each with its reports' features as they are written, and what people decided about stories.

    ``links``: those of each crowd, where they are known.
    """

    written: Sequence[Mapping[str, str]]
    decided: Decided
    links: Sequence[Sequence[Linked]] | None = None


def tell_crowds(crowds: Crowds) -> list[Story]:
    """Part each crowd into its stories."""
    told: list[Story] = []
    for written, links in zip(crowds.written, crowds.links or repeat(None), strict=False):
        found = [decode_features(name, written[name]) for name in sorted(written)]
        told += StoryIndex(found, decided=crowds.decided, links=links).stories()
    return told
