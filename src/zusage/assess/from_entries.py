"""Pledges from a ledger's entries.

Uses `zusage.model.ledger` and `zusage.assess.formula`.

Source: codebook, section 2 (conditions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from zusage.assess.formula import ALWAYS, Event, Formula, Others, Support, all_of, any_of
from zusage.assess.pledge import Origin, Pledge
from zusage.assess.problem import SUPPORT_MEASURES
from zusage.assess.vocabulary import PARLIAMENT
from zusage.model.ledger import Entry, EntryCondition
from zusage.model.values import ConditionType, Firmness

OTHER = "other:"
"""How an event begins that stands for a condition which the codebook has no type for."""

Cite = Callable[[str], str]
"""Names the report with an id."""


def from_entries(
    entries: Iterable[Entry], recipients: Iterable[str], cite: Cite, *, made_up: AbstractSet[str] = frozenset()
) -> tuple[Pledge, ...]:
    """Make pledges of entries for one of the recipients, or for nobody named; an entry without firmness is `withheld`.

    ``made_up``: ids of synthetic reports.
    """
    wanted, taken, pledges = {None, *recipients}, dict[str, int](), []
    for entry in entries:
        if entry.recipient not in wanted:
            continue
        name = f"{entry.actor}-{entry.measure}".replace(":", "-")
        taken[name] = taken.get(name, 0) + 1
        newest = entry.newest
        pledges.append(
            Pledge(
                id=name if taken[name] == 1 else f"{name}-{taken[name]}",
                actor=entry.actor,
                measure=entry.measure,
                firmness=entry.firmness or Firmness.WITHHELD,
                condition=condition_of(entry),
                quantity=entry.quantity,
                joint_with=entry.joint_with,
                object=entry.object,
                said_on=entry.last_day,
                sources=(f"{cite(newest.report)} #{entry.id[:8]}",),
                verified=entry.reviewed,
                quote=newest.quote.exact,
                origin=Origin.LEDGER,
                synthetic=any(each.report in made_up for each in entry.statements),
            )
        )
    return tuple(pledges)


def condition_of(entry: Entry) -> Formula:
    """An entry's conditions as a formula; all of them, unless the reports say that any will do.

    That a backstop takes effect if somebody attacks is what it is, not what the commitment hangs on.
    """
    meant = {ConditionType.ATTACK} if entry.measure in SUPPORT_MEASURES else set()
    parts = [_atom(each, entry) for each in entry.conditions if each.type not in meant]
    if not parts:
        return ALWAYS
    return any_of(*parts) if entry.condition_logic == "any" else all_of(*parts)


def _atom(condition: EntryCondition, entry: Entry) -> Formula:
    match condition.type:
        case ConditionType.US_SUPPORT:
            return Support("us")
        case ConditionType.SUPPORT if condition.of and condition.of != entry.actor:
            return Support(condition.of)
        case ConditionType.OTHERS:
            return Others(condition.n or 1, condition.measure)
        case ConditionType.PARLIAMENT:
            return Event(f"{PARLIAMENT}{condition.of or entry.actor}")
        case ConditionType.OTHER | ConditionType.SUPPORT:
            return Event(f"{OTHER}{entry.actor}-{entry.measure}")
        case _:
            return Event(condition.type)
