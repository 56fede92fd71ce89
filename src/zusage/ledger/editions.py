"""The tables of one edition of what is derived: of all statements, or of those that a person stands behind.

Both have the same columns, so that the same steps fill them and the same questions are put to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)


@dataclass(frozen=True, slots=True)
class Edition:
    """The tables of an edition."""

    claims: Table
    entries: Table
    lines: Table
    versions: Table
    version_lines: Table
    changes: Table
    past_changes: Table
    conflicts: Table
    cited: Table
    meetings: Table


def make_edition(metadata: MetaData, prefix: str) -> Edition:
    """Make the tables of an edition; their names begin with the prefix."""
    return Edition(
        claims=_claims(metadata, prefix),
        entries=_entries(metadata, prefix),
        lines=_lines(metadata, prefix),
        versions=_versions(metadata, prefix),
        version_lines=_version_lines(metadata, prefix),
        changes=_changes(metadata, prefix),
        past_changes=_past_changes(metadata, prefix),
        conflicts=_conflicts(metadata, prefix),
        cited=_cited(metadata, prefix),
        meetings=_meetings(metadata, prefix),
    )


def _claims(metadata: MetaData, prefix: str) -> Table:
    made = Table(
        f"{prefix}_claims",
        metadata,
        Column("statement", String, primary_key=True, comment="id of the statement as it was read or coded"),
        Column("report", String, nullable=False, comment="id of its report"),
        Column("kind", String, nullable=False, comment="as in statements"),
        Column("status", String, nullable=False, comment="read, accepted, rejected, corrected or coded"),
        Column("counts", Boolean, nullable=False, comment="it may set something"),
        Column("actor", String, comment="of a commitment; a collective by its one name"),
        Column("measure", String, comment="of a commitment"),
        Column("recipient", String, comment="of a commitment, as the statement names it"),
        Column("object", String, comment="of a commitment, its plain words"),
        Column("speaker", String, comment="of a commitment"),
        Column("day", String, comment="of a commitment, from which it is known to have been made"),
        Column("at_meeting", Boolean, comment="of a commitment, said on the day of its report's meeting"),
        Column("payload", Text, comment="of a commitment, all fields that entries are made of"),
        Column("pledge", String, comment="of a commitment, digest of the key by which it goes to an entry"),
        Column("entry", String, comment="of a commitment, the entry that it is in"),
        Column("look", String, comment="why a person should look at it again"),
        Column("look_other", String, comment="the statement on the other side of that"),
        Index(f"{prefix}_claims_by_report", "report"),
    )
    columns = made.c
    _index_some(made, "pledge", columns.pledge, where=columns.pledge.is_not(None))
    _index_some(made, "entry", columns.entry, columns.day, where=columns.entry.is_not(None))
    _index_some(
        made, "actor", columns.actor, columns.measure, where=columns.recipient.is_(None) & columns.actor.is_not(None)
    )
    _index_some(made, "object", columns.actor, columns.measure, columns.object, where=columns.object.is_not(None))
    _index_some(made, "speaker", columns.speaker, where=columns.speaker.is_not(None))
    _index_some(made, "day", columns.day, columns.entry, where=columns.day.is_not(None))
    return made


def _index_some(table: Table, name: str, *columns: Column[Any], where: ColumnElement[bool]) -> None:
    """Make an index of those rows only that are looked for by it: others take room and time, and are never asked for."""
    Index(f"{table.name}_by_{name}", *columns, sqlite_where=where, postgresql_where=where)


def _entry_columns() -> list[Column[Any]]:
    return [
        Column("pledge", String, nullable=False, comment="digest of its key"),
        Column("place", Integer, nullable=False, comment="of its measure in the dossier's order"),
        Column("actor", String, nullable=False, comment="under the name that most roots use"),
        Column("measure", String, nullable=False, comment="what is contributed"),
        Column("recipient", String, comment="for whom"),
        Column("firmness", String, comment="how firm it is"),
        Column("step", Integer, nullable=False, comment="height of that, -1 without one"),
        Column("conditions", String, nullable=False, comment="their types, each between bars"),
        Column("roots", Integer, nullable=False, comment="independent reports"),
        Column("reviewed", Boolean, nullable=False, comment="a person has judged some of it"),
        Column("unsure", Boolean, nullable=False, comment="it rests on nothing that counts"),
        Column("first_day", String, comment="of its statements"),
        Column("last_day", String, comment="of its statements"),
    ]


def _entries(metadata: MetaData, prefix: str) -> Table:
    made = Table(
        f"{prefix}_entries",
        metadata,
        Column("entry", String, primary_key=True, comment="id of the entry"),
        *_entry_columns(),
        Column("conflicts", Integer, nullable=False, comment="how many quote its statements"),
        Index(f"{prefix}_entries_by_pledge", "pledge"),
        Index(f"{prefix}_entries_by_actor", "actor", "place"),
        Index(f"{prefix}_entries_by_recipient", "recipient"),
    )
    columns = made.c
    Index(  # begins as lists are ordered, and holds all by which they are filtered: no list has to look at the rows themselves
        f"{prefix}_entries_in_order",
        columns.unsure,
        columns.place,
        columns.step.desc(),
        columns.actor,
        columns.entry,
        columns.measure,
        columns.recipient,
        columns.firmness,
        columns.conditions,
        columns.roots,
        columns.reviewed,
        columns.conflicts,
        columns.first_day,
        columns.last_day,
    )
    return made


def _lines(metadata: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}_lines",
        metadata,
        Column("entry", String, primary_key=True, comment="id of the entry"),
        Column("pledge", String, nullable=False, comment="digest of its key"),
        Column(
            "shown", Text, nullable=False, comment="what a line of the ledger shows of it beyond what it is found by"
        ),
        Column("days", Text, nullable=False, comment="on which something was said of it, each between bars"),
        Index(f"{prefix}_lines_by_pledge", "pledge"),
    )


def _versions(metadata: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}_versions",
        metadata,
        Column("entry", String, nullable=False, comment="id of the entry"),
        Column("since", String, nullable=False, comment="day from which it was so"),
        Column("until", String, nullable=False, comment="day from which it was not so any more; ~ if it still is"),
        *_entry_columns(),
        PrimaryKeyConstraint("entry", "since"),
        Index(f"{prefix}_versions_by_pledge", "pledge"),
    )


def _version_lines(metadata: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}_version_lines",
        metadata,
        Column("entry", String, nullable=False, comment="id of the entry"),
        Column("since", String, nullable=False, comment="day from which it was so"),
        Column("pledge", String, nullable=False, comment="digest of its key"),
        Column("shown", Text, nullable=False, comment="what a line of the ledger shows of it as of that day"),
        PrimaryKeyConstraint("entry", "since"),
        Index(f"{prefix}_version_lines_by_pledge", "pledge"),
    )


def _change_columns() -> list[Column[Any]]:
    return [
        Column("pledge", String, nullable=False, comment="digest of the entry's key"),
        Column("day", String, nullable=False, comment="of the step, empty if it is unknown"),
        Column("before", String, comment="firmness before, none for the first step"),
        Column("after", String, nullable=False, comment="firmness since"),
        Column("actor", String, nullable=False, comment="of the entry"),
        Column("measure", String, nullable=False, comment="of the entry"),
        Column("unsure", Boolean, nullable=False, comment="of the entry"),
        Column("shown", Text, nullable=False, comment="what a line shows of it beyond that: words, statements"),
    ]


def _changes(metadata: MetaData, prefix: str) -> Table:
    made = Table(
        f"{prefix}_changes",
        metadata,
        Column("entry", String, nullable=False, comment="id of the entry"),
        Column("number", Integer, nullable=False, comment="of the step in its history"),
        *_change_columns(),
        PrimaryKeyConstraint("entry", "number"),
        Index(f"{prefix}_changes_by_pledge", "pledge"),
    )
    _index_steps(made)
    return made


def _past_changes(metadata: MetaData, prefix: str) -> Table:
    made = Table(
        f"{prefix}_past_changes",
        metadata,
        Column("entry", String, nullable=False, comment="id of the entry"),
        Column("number", Integer, nullable=False, comment="of the step in its history"),
        Column("since", String, nullable=False, comment="day from which the history was so"),
        Column("until", String, nullable=False, comment="day from which it was not so any more; ~ if it still is"),
        *_change_columns(),
        PrimaryKeyConstraint("entry", "number", "since"),
        Index(f"{prefix}_past_changes_by_pledge", "pledge"),
    )
    _index_steps(made, "since", "until")
    return made


def _index_steps(table: Table, *times: str) -> None:
    """Make an index as that of entries: words are looked at only of the steps that are shown."""
    columns = table.c
    Index(
        f"{table.name}_in_order",
        columns.unsure,
        columns.day.desc(),
        columns.entry,
        columns.number,
        *(columns[name] for name in (*times, "actor", "measure", "before", "after")),
    )


def _conflicts(metadata: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}_conflicts",
        metadata,
        Column("conflict", String, primary_key=True, comment="made of what it says"),
        Column("story", String, nullable=False, comment="id of the story"),
        Column("slot", String, nullable=False, comment="on what"),
        Column("severity", Integer, nullable=False, comment="3 high, 2 medium, 1 low"),
        Column("subject", Text, nullable=False, comment="the point"),
        Column("actors", String, nullable=False, comment="whom it is about, each between bars"),
        Column("payload", Text, nullable=False, comment="all fields"),
        Index(f"{prefix}_conflicts_by_story", "story"),
        Index(f"{prefix}_conflicts_by_severity", "severity", "story", "slot", "subject", "conflict"),
    )


def _cited(metadata: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}_cited",
        metadata,
        Column("statement", String, nullable=False, comment="a statement whose words a conflict quotes"),
        Column("conflict", String, nullable=False, comment="id of the conflict"),
        PrimaryKeyConstraint("statement", "conflict"),
        Index(f"{prefix}_cited_by_conflict", "conflict"),
        sqlite_with_rowid=False,
    )


def _meetings(metadata: MetaData, prefix: str) -> Table:
    return Table(
        f"{prefix}_meetings",
        metadata,
        Column("story", String, primary_key=True, comment="id of the story"),
        Column("payload", Text, nullable=False, comment="its bounds and stated days"),
        Column("attendance", Text, nullable=False, comment="who came how by which report: [[report, fields], …]"),
    )
