"""Judgements on pledges: entries that are one, statements that do not belong to their entry, entries that are not one.

Each is kept as judgements on statements, since an entry is only what its statements come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from zusage.errors import LedgerError, wording
from zusage.ledger.queries import find_statement
from zusage.ledger.writing import save_judgement
from zusage.model.ledger import Act, Entry, Judgement
from zusage.workflow.lookups import NOTHING, Lookups
from zusage.workflow.workspace import Workspace


def merge(workspace: Workspace, names: Sequence[str], *, who: str, why: str = "") -> Judgement:
    """Decide that entries are one pledge; the first one's actor, measure and recipient are kept.

    Raises:
        LedgerError: there is no such entry, or only one is named.
    """
    found = _entries(workspace, names)
    first, *rest = found
    if not rest:
        raise LedgerError(wording("entry {id}", id=first.id[:8]), "is one entry already", hint="name two or more")
    others = [each for entry in rest for each in _statements(entry)]
    (made,) = _keep(workspace, Act.SAME, _statements(first)[:1], others, who=who, why=why)
    return made


def split(
    workspace: Workspace, name: str, statements: Sequence[str], *, who: str, why: str = ""
) -> tuple[Judgement, ...]:
    """Decide that statements of an entry are about another pledge than the rest of it; they become an entry together.

    Raises:
        LedgerError: there is no such entry, a statement is not in it, or nothing would be left.
    """
    (entry,) = _entries(workspace, [name])
    inside = _statements(entry)
    out = [_find(entry, inside, each) for each in statements]
    rest = [each for each in inside if each not in out]
    if not rest:
        raise LedgerError(
            wording("entry {id}", id=entry.id[:8]), "would have nothing left", hint="leave a statement in it"
        )
    return _keep(workspace, Act.DIFFERENT, out, rest, who=who, why=why)


def tell_apart(workspace: Workspace, one: str, other: str, *, who: str, why: str = "") -> tuple[Judgement, ...]:
    """Decide that two entries are not one pledge, whatever is read later.

    Raises:
        LedgerError: there is no such entry, or both are one.
    """
    first, *rest = _entries(workspace, [one, other])
    if not rest:
        raise LedgerError(
            wording("entry {id}", id=first.id[:8]),
            "cannot be told from itself",
            hint="zusage review split takes it apart",
        )
    return _keep(workspace, Act.DIFFERENT, _statements(rest[0]), _statements(first), who=who, why=why)


def _entries(workspace: Workspace, names: Iterable[str]) -> list[Entry]:
    lookups = Lookups(workspace)
    found = [lookups.entry(name, page=NOTHING).entry for name in names]
    return list({entry.id: entry for entry in found}.values())


def _statements(entry: Entry) -> list[str]:
    return sorted(each.id for each in entry.statements)


def _find(entry: Entry, inside: Sequence[str], name: str) -> str:
    found = [each for each in inside if name and each.startswith(name)]
    if len(found) != 1:
        problem = wording("is not in entry {id}", id=entry.id[:8])
        if found:
            problem = wording("is the beginning of {count} ids", count=len(found))
        raise LedgerError(
            wording("statement {name}", name=name),
            problem,
            hint=wording("zusage entry {id} shows its statements", id=entry.id[:8]),
        )
    return found[0]


def _keep(
    workspace: Workspace, act: Act, targets: Sequence[str], others: Sequence[str], *, who: str, why: str
) -> tuple[Judgement, ...]:
    at = workspace.clock()
    made = tuple(
        Judgement(who=who, when=at, what=act, target=each, why=why, others=tuple(sorted(others))) for each in targets
    )
    with workspace.writing() as connection:
        for each in made:
            save_judgement(connection, each, report=_report_of(connection, each.target), body="")
    return made


def _report_of(connection: Connection, statement: str) -> str:
    return find_statement(connection, statement).report.id
