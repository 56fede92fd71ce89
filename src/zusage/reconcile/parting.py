"""What people decided about stories: which reports belong together, and which do not.

A judgement names reports, never a story, for a story's id changes with every report that joins it. Uses `zusage.model`.

Source: docs/methodology.md, "Stories".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zusage.model.ledger import Act, Judgement
from zusage.reconcile.claims import in_force


@dataclass(frozen=True, slots=True)
class Decided:
    """For each report the reports that people put beside it (`merge`) or away from it (`split`), with the judgement."""

    of: Mapping[str, Mapping[str, Judgement]] = field(default_factory=dict)

    def between(self, one: str, other: str) -> Judgement | None:
        """Return the judgement in force on two reports, None if nobody has decided."""
        return self.of.get(one, {}).get(other)

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether a person keeps two reports apart."""
        found = self.between(one, other)
        return found is not None and found.what is Act.SPLIT

    def are_together(self, one: str, other: str) -> bool:
        """Say whether a person put two reports together."""
        found = self.between(one, other)
        return found is not None and found.what is Act.MERGE


def decided_stories(judgements: Iterable[Judgement]) -> Decided:
    """Take the judgements on stories; of several on one pair of reports the newest that is not undone decides."""
    found: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for judgement in in_force(judgements):
        if judgement.what in {Act.MERGE, Act.SPLIT}:
            for other in judgement.others:
                if other != judgement.target:
                    found[judgement.target][other] = found[other][judgement.target] = judgement
    return Decided({report: dict(others) for report, others in found.items()})
