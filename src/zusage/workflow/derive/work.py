"""What one derivation works with: the transaction, what is known from outside, and what has to be made anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Integer, Row, Select, Table, delete, literal_column, select

from zusage.dossier import Dossier
from zusage.ledger import derived
from zusage.ledger.among import among, plain_rows
from zusage.ledger.editions import Edition
from zusage.ledger.judgements import judgements_on
from zusage.ledger.tables import judgements
from zusage.model.ledger import Act, Judgement
from zusage.model.values import MEASURES
from zusage.reconcile import CopyIndex, Known, circle_names, decided_stories, known_from
from zusage.reconcile.claims import in_force
from zusage.reconcile.entries import Key
from zusage.reconcile.parting import Decided
from zusage.workflow.derive.alone import Outside, TallyKey
from zusage.workflow.derive.crew import Crew
from zusage.workflow.derive.groupings import Grouping
from zusage.workflow.derive.remembering import Memory
from zusage.workflow.derive.spool import Spool

Value = TypeVar("Value")

TOGETHER = 200
"""Reports that are handed to a process at once."""

BATCH = 400
"""Values per query: some databases bound the number of parameters, and rows of so many fit into memory."""


@dataclass
class Work:
    """One transaction's work. What is in the sets is dirty: it is made anew by the step that it is meant for.

    ``known_at``: work as if nothing recorded later were there (the transaction is then taken back).
    """

    connection: Connection
    dossier: Dossier
    known_at: str | None = None
    tables: Edition = derived.WHOLE
    """The edition that is worked at."""
    anew: bool = False
    """There are no rows yet, so that nothing can have been otherwise before."""
    crew: Crew = field(default_factory=Crew)
    """Processes that do what needs no database, where all is made anew."""
    spool: Spool | None = None
    """Reports' rows at hand, where all is made anew."""
    said: set[Key] = field(default_factory=set)
    """What commitments say of actor, measure, recipient and object, where all is made anew."""
    keys: dict[str, Key] = field(default_factory=dict)
    """The keys of all pledges, where all is made anew."""
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Those who speak or attend by each report, where all is made anew."""
    groupings: dict[str, Grouping] = field(default_factory=dict)
    """By what all reports are grouped, where all is made anew."""
    reports: set[str] = field(default_factory=set)
    """Reports that were read or judged anew, or are gone."""
    delta: Counter[TallyKey] = field(default_factory=Counter)
    """By how much tallies change."""
    tallied: dict[str, dict[str, dict[str, int]]] = field(default_factory=lambda: defaultdict(dict))
    """All tallies by sort, subject and value, where all is made anew."""
    pledges: set[str] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    """Statements that conflicts have begun or ceased to quote."""
    memory: Memory = field(default_factory=Memory)
    """What rows were before they were changed."""

    @cached_property
    def accepted(self) -> Work:
        """The same work on the edition of what a person stands behind: pledges, entries and quotes are its own."""
        own = replace(self, tables=derived.ACCEPTED, pledges=set(), entries=set(), quoted=set(), memory=Memory())
        own.said, own.keys = set(), {}
        own.groupings = {}  # reports are grouped once
        return own

    @cached_property
    def copying(self) -> CopyIndex:
        """All texts' runs, where all is made anew."""
        return CopyIndex()

    @property
    def editions(self) -> tuple[Work, Work]:
        """This work on both editions."""
        return self, self.accepted

    @property
    def is_whole(self) -> bool:
        """Whether all statements are worked at."""
        return self.tables is derived.WHOLE

    @cached_property
    def known(self) -> Known:
        """Terms of office and bounding facts."""
        return known_from(self.dossier)

    @cached_property
    def terms(self) -> Mapping[str, frozenset[str]]:
        """For each person the actors in whose offices he is or was."""
        return self.known.actors_of()

    @cached_property
    def circles(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The names of the circles that meet."""
        return circle_names(self.dossier)

    @cached_property
    def outside(self) -> Outside:
        """What reports are looked at with, one by one."""
        return Outside(self.known, self.circles)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each measure in the dossier's order."""
        return {measure: place for place, measure in enumerate(self.dossier.measures or MEASURES)}

    @cached_property
    def judged(self) -> frozenset[str]:
        """The reports on which anybody has judged."""
        found = self.connection.scalars(select(judgements.c.report).distinct())
        return frozenset(name for name in found if name is not None)

    @cached_property
    def pairs(self) -> tuple[Judgement, ...]:
        """The judgements in force on pledges and stories: what is one, and what is not."""
        acts = (Act.SAME, Act.DIFFERENT, Act.MERGE, Act.SPLIT)
        return in_force(judgements_on(self.connection, acts=acts, known_at=self.known_at))

    @cached_property
    def decided(self) -> Decided:
        """What people decided about stories."""
        return decided_stories(self.pairs)

    # --- Rows ---

    def rows(self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Row[Any]]:
        """Yield the rows of a query in which a column has one of some values."""
        for batch in batches(values):
            yield from self.connection.execute(query.where(among(column, batch))).all()

    def plain_rows(
        self, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield them as the database's driver gives them."""
        for batch in batches(values):
            yield from plain_rows(self.connection, query.where(among(column, batch)))

    def scalars(self, column: Column[Any], where: Column[Any], values: Iterable[Any]) -> set[Any]:
        """Return the different values of one column where another has one of some values."""
        return {row[0] for row in self.rows(select(column).distinct(), where, values)}

    def delete(self, table: Table, column: Column[Any], values: Iterable[object]) -> None:
        """Delete the rows in which a column has one of some values."""
        for batch in batches(values):
            self.connection.execute(delete(table).where(column.in_(batch)))

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows that all have the same columns.

        They go to the driver as they are: the tables hold nothing but text, numbers and truth values.
        """
        if rows:
            names = list(rows[0])
            values = [tuple(map(row.__getitem__, names)) for row in rows]
            self.insert_values(table, names, values)

    def insert_values(self, table: Table, names: Sequence[str], values: Sequence[tuple[Any, ...]]) -> None:
        """Insert rows as values of the columns that are named."""
        if values:
            columns, signs = ", ".join(f'"{name}"' for name in names), ", ".join([self._sign] * len(names))
            statement = f"INSERT INTO {table.name} ({columns}) VALUES ({signs})"  # noqa: S608 - our own names
            self.connection.exec_driver_sql(statement, list(values))

    def update_values(self, table: Table, names: Sequence[str], key: str, values: Sequence[tuple[Any, ...]]) -> None:
        """Set columns of the rows with a key; each of the values are those of the columns, the key last."""
        if values:
            sign = self._sign
            columns = ", ".join(f'"{name}" = {sign}' for name in names)
            statement = f'UPDATE {table.name} SET {columns} WHERE "{key}" = {sign}'  # noqa: S608 - our own names
            self.connection.exec_driver_sql(statement, list(values))

    def number_of_row(self, table: Table) -> ColumnElement[int] | None:
        """The number by which a database finds a row at once; it stands for as long as no row is taken away."""
        return literal_column(f"{table.name}.rowid", Integer) if self.connection.dialect.name == "sqlite" else None

    @property
    def _sign(self) -> str:
        """How the driver marks the place of a value."""
        return "?" if self.connection.dialect.name == "sqlite" else "%s"


def batches(values: Iterable[Value], size: int = BATCH) -> Iterator[list[Value]]:
    """Part values so that each part fits into one query."""
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch
