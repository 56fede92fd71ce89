"""What stands apart from any common effort, though somebody gives, spends or sends something by the words of a clause.

A state that pays its own army, owes money, guards its own streets, buys jets for itself, or would send soldiers if the world were
another contributes nothing. Rules and learned pairs alike meet it. Uses clauses and mentions.
Source: codebook, section 2 (to a common effort or to its recipient; hypotheticals are nothing).
"""

from __future__ import annotations

from zusage.reading.apart.forces import has_been, is_at_home, is_bought, is_combat, is_strength
from zusage.reading.apart.money import is_owed, is_own_budget, is_own_upkeep, is_trade
from zusage.reading.apart.shared import SENT
from zusage.reading.apart.talk import (
    gets_too,
    is_demanded,
    is_lacking,
    is_proposed,
    is_seat,
    is_staying_away,
    is_supposed,
    is_unconcerned,
    is_usual_tie,
    is_wished,
)
from zusage.reading.commitments.case import Candidate
from zusage.reading.context import Context

ANYTHING = (
    is_supposed,
    is_demanded,
    is_wished,
    is_seat,
    gets_too,
    is_staying_away,
    is_lacking,
    is_unconcerned,
    is_proposed,
    is_usual_tie,
    is_trade,
    is_combat,
)
MONEY = (is_owed, is_own_budget, is_own_upkeep)
FORCES = (is_at_home, has_been, is_strength, is_bought)


def is_apart(context: Context, candidate: Candidate) -> bool:
    """Say whether what was read as a contribution is none to anybody but oneself, or of no real world."""
    if any(rule(context, candidate) for rule in ANYTHING):
        return True
    if candidate.contribution.rule == "money" or candidate.contribution.measure == "funding":
        return any(rule(context, candidate) for rule in MONEY)
    return candidate.contribution.measure in SENT and any(rule(context, candidate) for rule in FORCES)
