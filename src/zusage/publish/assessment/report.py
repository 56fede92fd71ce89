"""Everything that a report on a package shows, as values.

Uses `zusage.assess` and the words beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from zusage.assess.assessment import Assessment
from zusage.assess.burden import Burdens
from zusage.assess.keystones import Keystones
from zusage.assess.simulation import Simulation
from zusage.assess.unlocking import Lever, Unlocking
from zusage.dossier import Dossier
from zusage.publish.assessment.words import Words


@dataclass(frozen=True)
class Report:
    """One assessment with what would help, on whom it hangs and who carries how much.

    ``other``: a second assessment to compare with; ``simulation`` only where the user gave ranges. ``source`` is
    `ledger`, `package` or the file that the pledges are from.
    """

    base: Assessment
    dossier: Dossier
    source: str
    unlocking: tuple[Unlocking, ...]
    levers: tuple[Lever, ...]
    keystones: Keystones
    burdens: Burdens
    simulation: Simulation | None = None
    other: Assessment | None = None

    def words(self, language: str) -> Words:
        """What things are called in a language."""
        return Words(language, self.base.package, self.dossier)
