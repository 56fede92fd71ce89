"""What has been recorded since derived rows were last in line, and bringing them into line with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain

from sqlalchemy import Connection, Table, func, select

from zusage.dossier import Dossier
from zusage.ledger import derived
from zusage.ledger.judgements import judgements_on
from zusage.ledger.laying import Beside
from zusage.ledger.tables import judgements, readings, statements, tombstones
from zusage.model.ledger import Act
from zusage.model.report import digest
from zusage.workflow.derive.contesting import contest
from zusage.workflow.derive.crew import cores, gather
from zusage.workflow.derive.entering import enter
from zusage.workflow.derive.grouping import group
from zusage.workflow.derive.naming import name
from zusage.workflow.derive.registering import register, register_all
from zusage.workflow.derive.remembering import begin_anew, remember
from zusage.workflow.derive.spool import Spool
from zusage.workflow.derive.whole import group_all
from zusage.workflow.derive.work import Work, batches
from zusage.workflow.processes import uncollected

_MANY = 500
"""Reports from which it is worth starting processes."""

_EARLY = ("derived_claims_by_report", "derived_claims_by_pledge")
"""Indexes by which statements are found when entries are made: they are made while reports are grouped."""

_BESIDE = ("derived_claims_by_object", "derived_claims_by_speaker")
"""Indexes that hang on no entry: they are made while entries are."""

_LATE = ("derived_claims_by_entry", "derived_claims_by_day")
"""Indexes by entries: they are made while stories are told."""

_FILLED = tuple(table for table in derived.metadata.sorted_tables if table is not derived.state)

_GROUPED = (derived.marks, derived.bands, derived.links, derived.copies)
"""Tables that are done when reports are grouped: they are brought into the ledger while entries are made, or after that."""

_ENTERED = (
    *(
        table
        for each in derived.EDITIONS
        for table in (each.claims, each.lines, each.versions, each.version_lines, each.changes, each.past_changes)
    ),
    derived.reports,
)
"""Tables that are done when entries are made: they are brought into the ledger while stories are told."""

_SOURCES = (readings, judgements, tombstones)
_BASIS = "basis"
_CODE = ("zusage.reconcile", "zusage.workflow.derive")


def catch_up(connection: Connection, dossier: Dossier) -> None:
    """Bring derived rows into line with what this transaction, or an earlier program, has recorded."""
    state = _load(connection)
    if state.get(_BASIS) != basis_of(dossier):
        rebuild(connection, dossier)
        return
    newest = _newest(connection)
    if all(state.get(table) == seq for table, seq in newest.items()):
        return
    work = Work(connection, dossier)
    after = {table: int(seq) for table, seq in state.items() if table != _BASIS}
    touched = touched_since(connection, after)
    if touched:
        for step in (partial(register, names=touched), name, group, enter, contest):
            step(work)
    remember(work, {table.name: after.get(table.name, 0) for table in _SOURCES})
    _save(connection, newest)


def rebuild(connection: Connection, dossier: Dossier, *, workers: int | None = None) -> None:
    """Throw all derived rows away and make them anew.

    ``workers``: processes that share the work; as many as the machine has cores if there is much of it. The rows are the
    same for any number.
    """
    count = connection.scalar(select(func.count(readings.c.report.distinct()))) or 0
    workers = workers if workers is not None else cores() if count >= _MANY else 0
    with gather(workers) as crew, Spool() as spool, uncollected():
        beside = Beside(connection, _FILLED, bare=(derived.claims, derived.cited))
        work = Work(connection, dossier, anew=True, crew=crew, spool=spool)
        register_all(work)
        beside.make("derived_claims_by_actor")
        name(work)
        group_all(work, chores=map(beside.make, _EARLY))
        enter(work, chores=chain(map(beside.make, _BESIDE), map(beside.bring, _GROUPED)))
        contest(work, chores=chain(map(beside.make, _LATE), map(beside.bring, _ENTERED)))
        beside.finish(_FILLED)
    begin_anew(connection)
    _save(connection, _newest(connection) | {_BASIS: basis_of(dossier)})


def is_in_line(connection: Connection, dossier: Dossier) -> bool:
    """Say whether derived rows are what this program makes of all that is recorded; costs the same for any ledger."""
    return _load(connection) == _newest(connection) | {_BASIS: basis_of(dossier)}


def touched_since(connection: Connection, state: dict[str, int]) -> set[str]:
    """Return the reports on which anything was recorded after some rows."""
    after = {table.name: state.get(table.name, 0) for table in _SOURCES}
    found: set[str] = set()
    for table in (readings, tombstones):
        found.update(connection.scalars(select(table.c.report).where(table.c.seq > after[table.name])))
    new = connection.scalars(select(judgements.c.id).where(judgements.c.seq > after[judgements.name])).all()
    return found | reports_judged(connection, new)


def reports_judged(connection: Connection, names: Iterable[str]) -> set[str]:
    """Return the reports that some judgements are about, also by way of what they undo."""
    found: set[str] = set()
    spoken: set[str] = set()
    left = set(names)
    while left:
        undone: set[str] = set()
        for batch in batches(sorted(left)):
            query = select(judgements.c.act, judgements.c.target, judgements.c.report)
            for row in connection.execute(query.where(judgements.c.id.in_(batch))):
                if row.act == Act.UNDO:
                    undone.add(row.target)
                elif row.report:
                    found.add(row.report)
        spoken |= left
        left = undone - spoken
    return found | _others(connection, spoken)


def _others(connection: Connection, names: set[str]) -> set[str]:
    """The reports that judgements on pledges and stories name beside their target."""
    acts = (Act.SAME, Act.DIFFERENT, Act.MERGE, Act.SPLIT)
    pairing = [each for each in judgements_on(connection, acts=acts) if each.id in names]
    found = {other for each in pairing if each.what in {Act.MERGE, Act.SPLIT} for other in (each.target, *each.others)}
    said = {other for each in pairing if each.what in {Act.SAME, Act.DIFFERENT} for other in each.others}
    for batch in batches(sorted(said)):
        found.update(connection.scalars(select(statements.c.report).where(statements.c.id.in_(batch))))
    return found


# --- Up to where rows are in line ---


@cache
def _code() -> str:
    """Digest of the code and lexicons by which rows are derived: another program makes them anew."""
    parts = [digest(content) for package in _CODE for content in _contents(files(package))]
    return digest("\n".join(parts))


def _contents(folder: Traversable) -> list[bytes]:
    found = []
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            found += _contents(each)
        elif each.name.endswith((".py", ".tsv")):
            found.append(each.read_bytes())
    return found


def basis_of(dossier: Dossier) -> str:
    """Return what derived rows hang on beside the ledger's own: the program and the dossier."""
    return digest(f"{_code()}\n{dossier.fingerprint}")[:16]


def _newest(connection: Connection) -> dict[str, str]:
    return {table.name: str(_last(connection, table)) for table in _SOURCES}


def _last(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.coalesce(func.max(table.c.seq), 0))) or 0


def _load(connection: Connection) -> dict[str, str]:
    return {row.name: row.value for row in connection.execute(select(derived.state))}


def _save(connection: Connection, state: dict[str, str]) -> None:
    connection.execute(derived.state.delete().where(derived.state.c.name.in_(list(state))))
    connection.execute(derived.state.insert(), [{"name": name, "value": value} for name, value in state.items()])
