"""The entries of some pledges, as they are now and as they were on each day. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, NamedTuple

from zusage.model.ledger import Status
from zusage.model.report import Report
from zusage.model.statement import Commitment
from zusage.reconcile import Claim
from zusage.reconcile.affiliation import Affiliations, authorship
from zusage.reconcile.decisions import Decisions
from zusage.reconcile.entries import Figure, Key, Outline, joint_figures, key_of, make_entries
from zusage.reconcile.firmness import Saying
from zusage.reconcile.growing import outlines_by_day
from zusage.workflow.derive.commitments import decode_commitments
from zusage.workflow.derive.showing import encode_shown
from zusage.workflow.derive.wordings import Wordings

OPEN = "~"
"""The day until which something is so that still is: it comes after all days."""


class SaidRow(NamedTuple):
    """What entries look at of a commitment's row."""

    statement: str
    report: str
    status: str
    actor: str
    measure: str
    speaker: str | None
    day: str | None
    at_meeting: bool
    payload: str
    pledge: str
    entry: str | None


class ToldRow(NamedTuple):
    """What entries look at of a report's row, and what makes its id."""

    report: str
    language: str
    published_on: str | None
    address: str | None
    name: str | None
    first_text: str
    story: str
    root: str
    synthetic: bool

    def make(self) -> Report:
        """Make the report without its text."""
        return Report(
            text="",
            language=self.language,
            published_on=self.published_on,
            address=self.address,
            name=self.name,
            first_text=self.first_text,
        )


Keyed = tuple[Key, Saying]
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The rows of some pledges' statements, and what entries are made of beside them.

    ``rows`` and ``sharing`` are values of `SaidRow`, ``told`` those of their reports' `ToldRow`; ``recipients`` and
    ``apart`` are as for `key_of`; ``sharing`` are all statements of the reports that may have a joint figure.
    """

    rows: Sequence[Values]
    told: Sequence[Values]
    acting: Affiliations
    recipients: Mapping[tuple[str, str], str | None]
    apart: frozenset[tuple[str, str, str]]
    sharing: Sequence[Values] = ()

    def keyed(self) -> dict[str, list[tuple[Keyed, SaidRow]]]:
        """Return the statements of each pledge, each with its key and its row."""
        told, reports = self._told(), self._reports()
        found: dict[str, list[tuple[Keyed, SaidRow]]] = defaultdict(list)
        for row, claim, said in _claims(self.rows, reports):
            by, report = authorship(said, self.acting), told[row.report]
            saying = Saying(claim, said, by, row.day, report.story, report.root, bool(row.at_meeting))
            found[row.pledge].append(((key_of(said, self.apart, self.recipients), saying), row))
        return found

    def figures(self) -> Mapping[Figure, frozenset[str]]:
        """Return the joint figures of the statements' reports."""
        return joint_figures(claim for _, claim, _ in _claims(self.sharing, self._reports())) if self.sharing else {}

    def _told(self) -> dict[str, ToldRow]:
        return {row.report: row for row in map(ToldRow._make, self.told)}

    def _reports(self) -> dict[str, Report]:
        return {name: row.make() for name, row in self._told().items()}

    @property
    def synthetic(self) -> frozenset[str]:
        """The reports that were written as samples."""
        return frozenset(name for name, each in self._told().items() if each.synthetic)


def may_share(payload: str) -> bool:
    """Say whether a commitment can hold a joint figure, without reading what is written of it."""
    return ",true]" in payload


_STATUS = {str(each): each for each in Status}


def _claims(rows: Sequence[Values], reports: Mapping[str, Report]) -> Iterator[tuple[SaidRow, Claim, Commitment]]:
    """Make claims of commitments' rows."""
    made = list(map(SaidRow._make, rows))
    for row, said in zip(made, decode_commitments(row.payload for row in made), strict=True):
        yield row, Claim(reports[row.report], said, row.statement, _STATUS[row.status]), said


@dataclass(frozen=True, slots=True)
class Pledged:
    """Pledges in clusters that have to be made together, with their rows, and with what they are made."""

    clusters: Sequence[frozenset[str]]
    gathered: Gathered
    decisions: Decisions
    places: Mapping[str, int]


def make_rows(task: Pledged) -> EntryRows:
    """Make the rows of some pledges."""
    keyed, figures = task.gathered.keyed(), task.gathered.figures()
    rows = EntryRows(task.gathered.synthetic)
    for cluster in task.clusters:
        inside = [each for pledge in sorted(cluster) for each in keyed.get(pledge, ())]
        if inside:
            rows.add(inside, figures, task.decisions, task.places)
    return rows


OF_ENTRY = (
    *("entry", "pledge", "place", "actor", "measure", "recipient", "firmness", "step", "conditions", "roots"),
    *("reviewed", "unsure", "first_day", "last_day"),
)
OF_STEP = ("entry", "number", "pledge", "day", "before", "after", "actor", "measure", "unsure", "shown")
ENTRIES = (*OF_ENTRY, "conflicts")
LINES = ("entry", "pledge", "shown", "days")
VERSIONS, PAST_CHANGES = (*OF_ENTRY, "since", "until"), (*OF_STEP, "since", "until")
VERSION_LINES = ("entry", "since", "pledge", "shown")


@dataclass
class EntryRows:
    """Rows that are gathered, so that they can be written at once; ``synthetic`` reports were written as samples."""

    synthetic: frozenset[str] = frozenset()
    entries: list[Values] = field(default_factory=list)
    lines: list[Values] = field(default_factory=list)
    versions: list[Values] = field(default_factory=list)
    version_lines: list[Values] = field(default_factory=list)
    changes: list[Values] = field(default_factory=list)
    past_changes: list[Values] = field(default_factory=list)
    moved: list[tuple[str | None, str]] = field(default_factory=list)

    def add(
        self,
        inside: Sequence[tuple[Keyed, SaidRow]],
        figures: Mapping[Figure, frozenset[str]],
        decisions: Decisions,
        places: Mapping[str, int],
    ) -> None:
        """Make the entries of some pledges, now and on each day."""
        keyed, of = [keyed for keyed, _ in inside], {row.statement: row.pledge for _, row in inside}
        made = make_entries(keyed, decisions, figures)
        homes = {said.id: entry.id for entry in made for said in entry.statements}
        wordings = Wordings([saying for _, saying in keyed], self.synthetic)
        for _, row in inside:
            if row.entry != homes.get(row.statement):
                self.moved.append((homes.get(row.statement), row.statement))
        today, shown = [Outline.of(entry) for entry in made], dict[str, str]()
        for entry, outline in zip(made, today, strict=True):
            pledge = of[outline.statements[0]]
            self.entries.append((*_entry_row(outline, pledge, places), 0))
            days = barred({each.day for each in entry.statements if each.day})
            shown[entry.id] = encode_shown(entry, self.synthetic)
            self.lines.append((entry.id, pledge, shown[entry.id], days))
            self.changes += _steps(outline, pledge, wordings)
        days_said = sorted({saying.day for _, saying in keyed if saying.day})
        is_dated = all(saying.day for _, saying in keyed)
        entries, steps = _Past(1), _Past(2)
        before = days_said[:-1] if is_dated else days_said
        then = chain(outlines_by_day(keyed, decisions, before), repeat(today))
        for day, made_then in zip(days_said, then, strict=False):
            outlines = [(each, of[each.statements[0]]) for each in made_then]
            new = entries.turn(day, [_entry_row(each, pledge, places) for each, pledge in outlines])
            lines = ((each, pledge) for each, pledge in outlines if (each.id,) in new)
            if made_then is today:  # a line as of the last day is today's
                self.version_lines += [(each.id, day, pledge, shown[each.id]) for each, pledge in lines]
            else:
                self.version_lines += [(each.id, day, pledge, wordings.encode_line(each)) for each, pledge in lines]
            steps.turn(day, [step for each, pledge in outlines for step in _steps(each, pledge, wordings)])
        self.versions += entries.finish()
        self.past_changes += steps.finish()


def _entry_row(entry: Outline, pledge: str, places: Mapping[str, int]) -> Values:
    """What an entry is looked up by: values of `OF_ENTRY`."""
    firmness = entry.firmness
    step = firmness.step if firmness else None
    return (
        *(entry.id, pledge, places.get(entry.measure, len(places)), entry.actor, entry.measure, entry.recipient),
        *(str(firmness) if firmness else None, -1 if step is None else step, barred(entry.conditions)),
        *(len(entry.roots), entry.reviewed, entry.is_unsure, entry.first_day, entry.last_day),
    )


def barred(values: Iterable[str]) -> str:
    """Write values so that one can be searched for: each between bars."""
    return "".join(f"|{each}" for each in sorted(values)) + "|"


def _steps(entry: Outline, pledge: str, wordings: Wordings) -> list[Values]:
    """The steps of an entry's history: values of `OF_STEP`."""
    actor, measure, is_unsure = entry.actor, entry.measure, entry.is_unsure
    return [
        (
            *(entry.id, number, pledge, each.day or "", str(each.before) if each.before else None, str(each.after)),
            *(actor, measure, is_unsure, wordings.encode(entry, each)),
        )
        for number, each in enumerate(entry.changes)
    ]


@dataclass
class _Past:
    """Rows as they were day after day: one stands until the day on which there is another one, or none.

    The first values of a row, so many as ``named``, say which it is.
    """

    named: int
    done: list[Values] = field(default_factory=list)
    standing: dict[Values, tuple[Values, str]] = field(default_factory=dict)
    """The rows that stand, each with the day since which it does."""

    def turn(self, day: str, rows: Iterable[Values]) -> list[Values]:
        """Say how it was from a day on; return what was not so before."""
        now = {row[: self.named]: row for row in rows}
        for key in [key for key, (old, _) in self.standing.items() if now.get(key) != old]:
            old, since = self.standing.pop(key)
            self.done.append((*old, since, day))
        new = [key for key in now if key not in self.standing]
        for key in new:
            self.standing[key] = now[key], day
        return new

    def finish(self) -> list[Values]:
        """Return all rows; what still stands is open."""
        return [*self.done, *((*row, since, OPEN) for row, since in self.standing.values())]
