"""Judgements out of a ledger and into another one, as JSON lines; importing twice changes nothing.

A line holds a judgement with the statements that it is about, quotes in full, so that a ledger whose reader found others can
take it. Reports go by their ids, which are made of their address and text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from zusage.errors import FormatError, LedgerError, ZusageError
from zusage.ledger.judgements import all_judgements
from zusage.ledger.payload import decode_field, encode_value, read_payload, write_payload
from zusage.ledger.queries import find_report, statements_by_id
from zusage.ledger.reading_rows import KINDS
from zusage.ledger.writing import save_judgement, save_statement
from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.report import Report
from zusage.model.statement import Statement
from zusage.workflow.workspace import Workspace

_PLAIN = ("id", "who", "when", "act", "target")
_HINT = "zusage judgements export writes such lines"


@dataclass(frozen=True, slots=True)
class Imported:
    """A line that was taken in; ``is_new`` is false where the judgement was there. ``problem``: why it was not."""

    where: str
    judgement: str
    is_new: bool = False
    problem: str = ""


def export_judgements(workspace: Workspace) -> tuple[dict[str, Any], ...]:
    """Return all judgements in the order in which they arrived, each as a record."""
    with workspace.ledger.reading() as connection:
        judgements = all_judgements(connection)
        names = {name for each in judgements for name in (each.target, *each.others)}
        stored = statements_by_id(connection, names)
    about = {name: _about(each.report.id, each.statement) for name, each in stored.items()}
    return tuple(_record(each, about) for each in judgements)


def _record(each: Judgement, about: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "id": each.id,
        "who": each.who,
        "when": each.when,
        "act": str(each.what),
        "target": each.target,
        "why": each.why,
        "changes": {name: encode_value(value, "") for name, value in sorted(each.changes.items())},
        "others": list(each.others),
        "statement": _about(each.target, each.statement) if each.statement is not None else None,
        "about": [about[name] for name in (each.target, *each.others) if name in about],
    }


def _about(report: str, statement: Statement) -> dict[str, Any]:
    left_out = frozenset({"trace", "certainty", "evidence"})
    return {
        "report": report,
        "kind": str(statement.kind),
        "fields": json.loads(write_payload(statement, "", but=left_out)),
    }


def import_judgements(workspace: Workspace, text: str, *, resource: str) -> tuple[Imported, ...]:
    """Take judgements in, in the order of the lines; what cannot be taken in says why, and the rest goes on.

    Raises:
        FormatError: a line is no judgement; nothing has been taken in then.
    """
    lines = [(f"{resource}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    records = [(where, *_decode(line, where)) for where, line in lines]
    with workspace.writing() as connection:
        return tuple(_take(connection, *each) for each in records)


def _decode(line: str, where: str) -> tuple[Judgement, tuple[tuple[str, Statement], ...]]:
    try:
        record = json.loads(line)
    except ValueError as problem:
        raise FormatError(where, f"is no JSON: {problem}", hint=_HINT) from problem
    if not isinstance(record, dict) or not all(isinstance(record.get(name), str) and record[name] for name in _PLAIN):
        raise FormatError(where, f"lacks one of {', '.join(_PLAIN)}", hint=_HINT)
    try:
        about = tuple((each["report"], _statement(each)) for each in record.get("about") or ())
        made = _judgement(record, {statement_id(report, said): said for report, said in about})
    except (KeyError, TypeError, ValueError, ZusageError) as problem:
        raise FormatError(where, f"is no judgement: {problem}", hint=_HINT) from problem
    if made.id != record["id"]:
        raise FormatError(where, f"does not make its id {record['id']}", hint="take the lines as they were exported")
    return made, about


def _judgement(record: Mapping[str, Any], about: Mapping[str, Statement]) -> Judgement:
    coded, changes = record.get("statement"), record.get("changes") or {}
    if changes:
        kind = KINDS[about[record["target"]].kind]
        changes = {name: decode_field(kind, name, value, "") for name, value in changes.items()}
    return Judgement(
        who=record["who"],
        when=record["when"],
        what=Act(record["act"]),
        target=record["target"],
        why=record.get("why") or "",
        changes=changes,
        statement=_statement(coded) if coded else None,
        others=tuple(record.get("others") or ()),
    )


def _statement(record: Mapping[str, Any]) -> Statement:
    statement: Statement = read_payload(KINDS[record["kind"]], record["fields"], "")
    return statement


def _take(
    connection: Connection, where: str, judgement: Judgement, about: tuple[tuple[str, Statement], ...]
) -> Imported:
    try:
        report = _ground(connection, judgement, about)
    except ZusageError as problem:
        return Imported(where, judgement.id, problem=str(problem))
    body = report.text if report else ""
    is_new = save_judgement(connection, judgement, report=report.id if report else None, body=body)
    return Imported(where, judgement.id, is_new)


def _ground(connection: Connection, judgement: Judgement, about: tuple[tuple[str, Statement], ...]) -> Report | None:
    """Make sure that what a judgement is about is there, and return the report that it is about.

    Raises:
        ZusageError: it is not, and cannot be added.
    """
    if judgement.what is Act.UNDO:
        if judgement.target not in {each.id for each in all_judgements(connection)}:
            raise LedgerError(f"judgement {judgement.target[:8]}", "is not in the ledger", hint="import it as well")
        return None
    if judgement.statement is not None:
        report, _ = find_report(connection, judgement.target)
        if judgement.statement.quote is not None:
            judgement.statement.quote.check(report.text)
        return report
    if judgement.what in {Act.MERGE, Act.SPLIT}:  # on stories: they name reports
        return [find_report(connection, name)[0] for name in (*judgement.others, judgement.target)][-1]
    needed = {judgement.target, *judgement.others}
    known = statements_by_id(connection, needed)
    for name, said in about:
        if statement_id(name, said) in needed - set(known):
            save_statement(connection, name, find_report(connection, name)[0].text, said, at=judgement.when)
    known = statements_by_id(connection, needed)
    for name in sorted(needed - set(known)):
        raise LedgerError(f"statement {name[:8]}", "is not in the ledger", hint="export the judgements anew")
    return known[judgement.target].report
