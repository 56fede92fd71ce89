"""A pledge as the assessment needs it: who, what, how firmly, how much, and on which condition.

Pledges come from ledger entries (`zusage.assess.from_entries`), from a file (`zusage.assess.pledge_file`), or from a
line on the command line (`zusage.assess.lines`). Uses `zusage.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zusage.assess.formula import ALWAYS, Formula
from zusage.model.statement import Quantity
from zusage.model.values import Firmness


class Origin(StrEnum):
    """Where a pledge is from."""

    LEDGER = "ledger"
    FILE = "file"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One contribution that an actor would make.

    ``joint_with``: actors with whom a shared quantity is given together. ``by``: the day by which it would be there.
    ``verified`` None where nobody says (a pledge added on the command line). ``sources`` are citations in plain words,
    ``quote`` the words of the newest report.
    """

    id: str
    actor: str
    measure: str
    firmness: Firmness = Firmness.PLEDGED
    condition: Formula = ALWAYS
    quantity: Quantity | None = None
    joint_with: tuple[str, ...] = ()
    object: str | None = None
    where: str | None = None
    said_on: str | None = None
    by: str | None = None
    sources: tuple[str, ...] = ()
    verified: bool | None = None
    quote: str | None = None
    origin: Origin = Origin.FILE
    synthetic: bool = False

    @property
    def is_firm(self) -> bool:
        """Whether it is at least `pledged`: what somebody else may rely on as backing."""
        return (self.firmness.step or 0) >= (Firmness.PLEDGED.step or 0)

    @property
    def is_collective(self) -> bool:
        """Whether it is a claim about a collective, which is not each member's own."""
        return self.actor.startswith("group:")
