"""What is in force in a ledger: the newest readings, and the judgements as they apply to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zusage.ledger.judgements import all_judgements
from zusage.ledger.queries import readings_in_force, statements_by_id, times_of_reading
from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.report import Reading
from zusage.reconcile import Carried, Claim, Earlier, carry_over, judged_claims
from zusage.workflow.workspace import Workspace

_ON_STATEMENTS = frozenset({Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.SAME, Act.DIFFERENT})


@dataclass(frozen=True)
class Current:
    """The readings in the order of arrival, all judgements, and what of these applies."""

    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    carried: Carried

    def claims(self) -> tuple[Claim, ...]:
        """Return the statements with what people decided."""
        return judged_claims(self.readings, carried=self.carried)


def load_current(workspace: Workspace, *, known_at: str | None = None, reports: Sequence[str] | None = None) -> Current:
    """Load what is in force, of some ``reports`` or all; ``known_at`` a time up to which rows are looked at."""
    with workspace.ledger.reading() as connection:
        readings = tuple(readings_in_force(connection, reports=reports, known_at=known_at))
        judgements = all_judgements(connection, known_at=known_at)
        read_at = times_of_reading(connection, known_at=known_at)
        judged = {name for each in judgements if each.what in _ON_STATEMENTS for name in (each.target, *each.others)}
        if judged:
            judged -= {statement_id(each.report.id, said) for each in readings for said in each.statements}
        judged -= {statement_id(each.target, each.statement) for each in judgements if each.statement}
        found = statements_by_id(connection, judged).values()
    earlier = [Earlier(each.id, each.report.id, each.statement) for each in found]
    return Current(readings, judgements, carry_over(readings, judgements, earlier, read_at))
