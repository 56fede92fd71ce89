"""Taking over a spreadsheet kept by hand: its rows become statements coded by a person, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale

from zusage.dossier import Dossier
from zusage.errors import InputError, ZusageError
from zusage.intake.source import Failure
from zusage.intake.spreadsheet import Row
from zusage.ledger.judgements import all_judgements
from zusage.ledger.writing import save_reading, save_report
from zusage.model.ledger import Act, statement_id
from zusage.model.report import Reader, Reading
from zusage.workflow import judge
from zusage.workflow.add import ROWS, Change
from zusage.workflow.workspace import Workspace

READER = Reader("import", "1")
"""Who read the rows: nobody but the person who wrote them."""

_ID = re.compile(r"[a-z]{2}|(?:group|person):[\w-]+|[a-z0-9]+(?:-[a-z0-9]+)*")
_ACTORS = ("actor", "speaker", "recipient", "addressee")


@dataclass(frozen=True, slots=True)
class Imported:
    """A row that is in the ledger: the report's id, and whether its statement is new."""

    resource: str
    report: str
    actor: str
    change: Change


def import_rows(
    workspace: Workspace, rows: Iterable[Row | Failure], *, who: str, why: str
) -> Iterator[Imported | Failure]:
    """Keep each row as a report, and its statement as coded by a person; what is there already is passed over.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with workspace.ledger.reading() as connection:
        coded = {
            statement_id(each.target, each.statement)
            for each in all_judgements(connection)
            if each.what is Act.CODE and each.statement is not None
        }
    for row in rows:
        yield row if isinstance(row, Failure) else _import(workspace, row, coded, who, why)


def _import(workspace: Workspace, row: Row, coded: set[str], who: str, why: str) -> Imported | Failure:
    try:
        record = _with_ids(row.record, workspace.dossier, row.resource)
        record |= {"firmness": record.get("firmness", "pledged")} if "stance" not in record else {}
        statement = judge.decode_statement(record, row.report, row.resource)
        actor = str(record["actor"])
        name = statement_id(row.report.id, statement)
        if name in coded:
            return Imported(row.resource, row.report.id, actor, Change.UNCHANGED)
        at = workspace.clock()
        with workspace.writing() as connection:
            text, _ = save_report(connection, row.capture, row.report, resource=row.resource, at=at, extractor=ROWS)
            save_reading(connection, Reading(report=row.report, reader=READER), text=text, at=at)
        judge.code(workspace, row.report.id, record, who=who, why=why)
    except ZusageError as error:
        return Failure(row.resource, error)
    coded.add(name)
    return Imported(row.resource, row.report.id, actor, Change.ADDED)


def _with_ids(record: Any, dossier: Dossier, where: str) -> dict[str, Any]:
    """Put actors' ids in place of their names."""
    made = dict(record)
    for name in _ACTORS:
        if name in made:
            made[name] = find_actor(str(made[name]), dossier, where)
    return made


def find_actor(name: str, dossier: Dossier, where: str) -> str:
    """Return the id of an actor that is named in German or English, or by its id.

    Raises:
        InputError: nobody has this name.
    """
    key = name.strip().casefold()
    for actor in dossier.actors:
        if key == actor.id or any(key == word.casefold() for word in (*actor.names.de, *actor.names.en)):
            return actor.id
    for names in (_territories(), _organisations()):
        if key in names:
            return names[key]
    if _ID.fullmatch(name.strip()):
        return name.strip()
    raise InputError(where, f'nobody is called "{name}"', hint=f'say who it is under [values.actor]: "{name}" = "…"')


@cache
def _territories() -> dict[str, str]:
    """Return the codes of states by their German and English names, in lower case."""
    return {
        str(name).casefold(): code.lower()
        for language in ("de", "en")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()  # noqa: PLR2004 - ISO 3166-1 alpha-2; longer ones are regions
    }


@cache
def _organisations() -> dict[str, str]:
    """Return the ids of organisations that the reader knows by their German and English names, in lower case."""
    from zusage.reading.actor_tables import read_table  # noqa: PLC0415 - only where somebody is named

    found: dict[str, str] = {}
    for row in read_table("organisations"):
        for name in f"{row['names_de']}|{row['names_en']}".split("|"):
            found.setdefault(name.casefold(), row["id"])
    return found
