"""What is to be judged, looked up in derived rows: by what it is decided when, and statements with their reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, func, select

from zusage.ledger.queries import found_in_force, texts_in_force
from zusage.ledger.tables import findings, readings, statements
from zusage.model.ledger import Conflict, Severity, Status
from zusage.reconcile import Claim, LookReason, judged_claims
from zusage.reconcile.attention import Standing, severest, severest_first
from zusage.reconcile.claims import Look
from zusage.workflow.derive.registering import load_readings
from zusage.workflow.derive.telling import RANKS
from zusage.workflow.derive.wordings import decode_step
from zusage.workflow.derive.work import Work, batches
from zusage.workflow.lookups.found import ToJudge
from zusage.workflow.lookups.kept_conflicts import conflicts_quoting
from zusage.workflow.lookups.kept_entries import kept_lines


def list_standings(work: Work) -> Iterator[Standing]:
    """Yield all statements in force, each with what decides when it is looked at."""
    claims, connection = work.tables.claims, work.connection
    conflicts, changed, certainties = _severest_conflicts(work), _changed_on(work), _certainties(connection)
    query = select(
        claims.c.statement,
        claims.c.report,
        claims.c.status,
        claims.c.look,
        statements.c.quote_start,
    ).outerjoin(statements, statements.c.id == claims.c.statement)
    for name, report, status, look, start in connection.execute(query):
        yield Standing(
            id=name,
            report=report,
            start=-1 if start is None else start,
            certainty=certainties.get(name),
            conflict=conflicts.get(name),
            has_look=look is not None,
            changed_on=changed.get(name),
            is_read=status == Status.READ,
        )


def statements_to_judge(work: Work, names: Iterable[str]) -> dict[str, ToJudge]:
    """Return those of some statements that are in force, by their ids."""
    table = work.tables.claims
    columns = (table.c.statement, table.c.report, table.c.status, table.c.entry, table.c.look, table.c.look_other)
    rows = {row.statement: row for row in work.rows(select(*columns), table.c.statement, sorted(set(names)))}
    lines = {each.id: each for each in kept_lines(work, sorted({row.entry for row in rows.values() if row.entry}))}
    quoting = _conflicts_by_statement(work, rows)
    return {
        name: ToJudge(
            claim=claim,
            conflicts=severest_first(quoting.get(name, ())),
            look=Look(LookReason(rows[name].look), rows[name].look_other) if rows[name].look else None,
            entry=lines.get(rows[name].entry or ""),
        )
        for name, claim in claims_of(work, rows).items()
    }


_AS_READ = {Status.READ, Status.ACCEPTED}
"""How a statement stands of which a reading in force has every field."""


def claims_of(work: Work, rows: Mapping[str, Row[Any]]) -> dict[str, Claim]:
    """Make statements, given by their ids and rows, as they are judged.

    Of what stands as it was read nothing else in its report has to be looked at.
    """
    plain = {name: row.report for name, row in rows.items() if row.status in _AS_READ and not row.look}
    found: dict[str, Claim] = {}
    for batch in batches(sorted(set(plain.values()))):
        texts, wanted = texts_in_force(work.connection, batch), {name for name in plain if plain[name] in set(batch)}
        for name, report, statement in found_in_force(work.connection, sorted(wanted), texts):
            found[name] = Claim(texts[report], statement, name, Status(rows[name].status))
    others = {row.report for name, row in rows.items() if name not in found}
    for batch in batches(sorted(others)):
        for reading, carried in load_readings(work, batch):
            judged = judged_claims([reading], carried=carried)
            found |= {each.id: each for each in judged if each.id in rows and each.id not in found}
    return found


def _conflicts_by_statement(work: Work, names: Iterable[str]) -> dict[str, list[Conflict]]:
    found: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts_quoting(work, names):
        for name in {cite.statement for side in conflict.sides for cite in side.citations if cite.statement}:
            found[name].append(conflict)
    return found


def _certainties(connection: Connection) -> dict[str, float | None]:
    """How sure readings in force are of what they find."""
    newest = select(func.max(readings.c.seq)).group_by(readings.c.report)
    names = select(readings.c.id).where(readings.c.seq.in_(newest))
    query = select(findings.c.statement, findings.c.certainty).where(findings.c.reading.in_(names))
    rows = connection.execute(query.order_by(findings.c.reading, findings.c.kind.desc(), findings.c.ordinal.desc()))
    return {row[0]: row[1] for row in rows}


def _severest_conflicts(work: Work) -> dict[str, tuple[Severity, str] | None]:
    cited, conflicts = work.tables.cited, work.tables.conflicts
    severities = {rank: severity for severity, rank in RANKS.items()}
    quoting: defaultdict[str, list[tuple[Severity, str]]] = defaultdict(list)
    query = select(cited.c.statement, cited.c.conflict, conflicts.c.severity)
    for row in work.connection.execute(query.join(conflicts, conflicts.c.conflict == cited.c.conflict)):
        quoting[row.statement].append((severities[row.severity], row.conflict))
    return {name: severest(each) for name, each in quoting.items()}


def _changed_on(work: Work) -> dict[str, str]:
    """The statements that changed an entry's firmness (its first step is no change), with the day."""
    changes = work.tables.changes
    found: dict[str, str] = {}
    query = select(changes.c.day, changes.c.shown).where(changes.c.before.is_not(None))
    for row in work.connection.execute(query):
        for name in decode_step(row.shown).statements:
            found[name] = max(found.get(name, ""), row.day)
    return found
