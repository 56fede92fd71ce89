"""Fourth step: the entries of dirty pledges, as they are now and as they were on each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sqlalchemy import Row, select

from zusage.ledger import derived
from zusage.model.ledger import Act, Status
from zusage.model.report import Report
from zusage.model.statement import Commitment
from zusage.reconcile import Claim
from zusage.reconcile.affiliation import authorship
from zusage.reconcile.decisions import Decisions, decided_pairs
from zusage.reconcile.entries import Figure, Key, Outline, joint_figures, key_of, make_entries, outline_entries
from zusage.reconcile.firmness import Saying
from zusage.workflow.derive.alone import subject_of
from zusage.workflow.derive.commitments import decode_commitment
from zusage.workflow.derive.naming import affiliations, apart_in, lone_in
from zusage.workflow.derive.showing import encode_shown
from zusage.workflow.derive.work import Work

claims, reports = derived.claims, derived.reports

OPEN = "~"
"""The day until which something is so that still is: it comes after all days."""

_OF_REPORTS = (
    reports.c.language,
    reports.c.published_on,
    reports.c.address,
    reports.c.name,
    reports.c.first_text,
    reports.c.story,
    reports.c.root,
    reports.c.synthetic,
)
_OF_PLEDGES = (derived.entries, derived.lines, derived.versions, derived.changes, derived.past_changes)
_TOGETHER = 200
"""Pledges that are made at once."""

Keyed = tuple[Key, Saying]


class Pledges:
    """Statements by their pledge, as entries are made of them."""

    def __init__(self, work: Work) -> None:
        """Work within a transaction."""
        self._work = work

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided about pledges, by the ids that statements have today."""
        pairing = [each for each in self._work.pairs if each.what in {Act.SAME, Act.DIFFERENT}]
        if not pairing:
            return Decisions()
        named = {name for each in pairing for name in (each.target, *each.others)}
        renamed = derived.renamed
        rows = self._work.rows(select(renamed), renamed.c.earlier, sorted(named))
        new = {row.earlier: row.statement for row in rows}
        return decided_pairs(
            replace(
                each,
                target=new.get(each.target, each.target),
                others=tuple(dict.fromkeys(new.get(other, other) for other in each.others)),
            )
            for each in pairing
        )

    def clusters(self, pledges: Iterable[str]) -> list[frozenset[str]]:
        """Part pledges, and those that people joined with them, into what has to be made together."""
        together = self.decisions.together
        named = {name for pair in together for name in pair}
        rows = self._work.rows(select(claims.c.statement, claims.c.pledge), claims.c.statement, sorted(named))
        of = {row.statement: row.pledge for row in rows}
        joined: dict[str, set[str]] = {}
        for one, other in together:
            if one in of and other in of:
                group = joined.get(of[one], {of[one]}) | joined.get(of[other], {of[other]})
                joined.update(dict.fromkeys(group, group))
        return sorted({frozenset(joined.get(pledge, {pledge})) for pledge in pledges}, key=min)

    def load(self, pledges: Iterable[str], *, until: str | None = None) -> dict[str, list[tuple[Keyed, Row[Any]]]]:
        """Load the statements of some pledges, each with its key and its row; ``until``: what is needed as of a day."""
        query = select(claims, *_OF_REPORTS).join(reports, reports.c.report == claims.c.report)
        if until is not None and not self.decisions.apart:  # else later statements tell which pledge is split off
            query = query.where(claims.c.day <= until)
        rows = list(self._work.rows(query, claims.c.pledge, sorted(pledges)))
        acting = affiliations(self._work, {row.speaker for row in rows if row.speaker})
        told = {row.report: report_of(row) for row in rows}
        recipients, apart = _given(self._work, rows)
        found: dict[str, list[tuple[Keyed, Row[Any]]]] = defaultdict(list)
        for row in rows:
            claim = claim_of(row, told[row.report])
            said = claim.statement
            if isinstance(said, Commitment):
                by = authorship(said, acting)
                saying = Saying(claim, said, by, row.day, row.story, row.root, bool(row.at_meeting))
                found[row.pledge].append(((key_of(said, apart, recipients), saying), row))
        return found

    def figures(self, keyed: Iterable[Keyed]) -> Mapping[Figure, frozenset[str]]:
        """The joint figures of the reports of some statements."""
        shared = {
            said.claim.report.id: said.claim.report
            for _, said in keyed
            if said.commitment.quantity and said.commitment.quantity.shared
        }
        query = select(claims).where(claims.c.kind == "commitment")
        found = self._work.rows(query, claims.c.report, sorted(shared))
        return joint_figures(claim_of(row, shared[row.report]) for row in found)


def _given(
    work: Work, rows: Sequence[Row[Any]]
) -> tuple[Mapping[tuple[str, str], str | None], set[tuple[str, str, str]]]:
    """The tallies by which some statements have got their keys."""
    subjects = {subject_of(row.actor, row.measure): (row.actor, row.measure) for row in rows}
    recipients = {subjects[each]: lone for each, lone in lone_in(work, subjects).items()}
    apart = {(*subjects[each], thing) for each, things in apart_in(work, subjects).items() for thing in things}
    return recipients, apart


def report_of(row: Row[Any]) -> Report:
    """Make a report without its text of a row: what entries look at, and what makes its id."""
    return Report(
        text="",
        language=row.language,
        published_on=row.published_on,
        address=row.address,
        name=row.name,
        first_text=row.first_text,
    )


def claim_of(row: Row[Any], report: Report) -> Claim:
    """Make a claim of a commitment's row."""
    return Claim(report, decode_commitment(row.payload), row.statement, Status(row.status))


def enter(work: Work) -> None:
    """Make the entries of dirty pledges anew."""
    pledges = Pledges(work)
    dirty = work.pledges if work.anew else _spread(work, pledges)
    for table in () if work.anew else _OF_PLEDGES:
        work.delete(table, table.c.pledge, sorted(dirty))
    clusters = pledges.clusters(dirty)
    for batch in (clusters[at : at + _TOGETHER] for at in range(0, len(clusters), _TOGETHER)):
        _make(work, pledges, batch)


def _spread(work: Work, pledges: Pledges) -> set[str]:
    """Add to the dirty pledges those that share an entry with them, then and now."""
    found: set[str] = set()
    seen: set[str] = set()
    new, entries = set(work.pledges), set(work.entries)
    while new or entries:
        found |= new
        entries |= work.scalars(claims.c.entry, claims.c.pledge, new) - seen - {None}
        joined = {each for cluster in pledges.clusters(new) for each in cluster}
        new = (work.scalars(claims.c.pledge, claims.c.entry, entries) | joined) - found - {None}
        seen |= entries
        entries = set()
    work.entries |= seen
    return found


def _make(work: Work, pledges: Pledges, clusters: Sequence[frozenset[str]]) -> None:
    loaded = pledges.load({pledge for cluster in clusters for pledge in cluster})
    figures = pledges.figures(keyed for found in loaded.values() for keyed, _ in found)
    rows = _Rows()
    for cluster in clusters:
        inside = [each for pledge in sorted(cluster) for each in loaded.get(pledge, ())]
        if inside:
            rows.add(work, inside, pledges.decisions, figures)
    work.insert(derived.entries, rows.entries)
    work.insert(derived.lines, rows.lines)
    work.insert(derived.changes, rows.changes)
    work.insert(derived.versions, rows.versions)
    work.insert(derived.past_changes, rows.past_changes)
    work.update_values(claims, ("entry",), "statement", rows.moved)


@dataclass
class _Rows:
    """Rows that are gathered, so that they can be written at once."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    versions: list[dict[str, Any]] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)
    past_changes: list[dict[str, Any]] = field(default_factory=list)
    moved: list[tuple[str | None, str]] = field(default_factory=list)

    def add(
        self,
        work: Work,
        inside: Sequence[tuple[Keyed, Row[Any]]],
        decisions: Decisions,
        figures: Mapping[Figure, frozenset[str]],
    ) -> None:
        """Make the entries of some pledges, now and on each day."""
        keyed, of = [keyed for keyed, _ in inside], {row.statement: row.pledge for _, row in inside}
        made = make_entries(keyed, decisions, figures)
        homes = {said.id: entry.id for entry in made for said in entry.statements}
        synthetic = {row.report for _, row in inside if row.synthetic}
        for _, row in inside:
            if row.entry != homes.get(row.statement):
                self.moved.append((homes.get(row.statement), row.statement))
        for entry in made:
            pledge, outline = of[entry.statements[0].id], Outline.of(entry)
            self.entries.append(entry_row(outline, pledge, work.places) | {"conflicts": 0})
            self.lines.append({"entry": entry.id, "pledge": pledge, "shown": encode_shown(entry, synthetic)})
            self.changes.extend(_steps(outline, pledge))
        days = sorted({saying.day for _, saying in keyed if saying.day})
        versions, steps = _look_back(lambda day: outline_entries(keyed, decisions, as_of=day), days, of, work.places)
        self.versions += versions
        self.past_changes += steps
        work.entries.update(entry.id for entry in made)


def entry_row(entry: Outline, pledge: str, places: Mapping[str, int]) -> dict[str, Any]:
    """What an entry is looked up by."""
    step = entry.firmness.step if entry.firmness else None
    return {
        "entry": entry.id,
        "pledge": pledge,
        "place": places.get(entry.measure, len(places)),
        "actor": entry.actor,
        "measure": entry.measure,
        "recipient": entry.recipient,
        "firmness": str(entry.firmness) if entry.firmness else None,
        "step": -1 if step is None else step,
        "conditions": barred(entry.conditions),
        "roots": len(entry.roots),
        "reviewed": entry.reviewed,
        "unsure": entry.is_unsure,
        "first_day": entry.first_day,
        "last_day": entry.last_day,
    }


def barred(values: Iterable[str]) -> str:
    """Write values so that one can be searched for: each between bars."""
    return "".join(f"|{each}" for each in sorted(values)) + "|"


def _steps(entry: Outline, pledge: str) -> Iterator[dict[str, Any]]:
    for number, each in enumerate(entry.changes):
        yield {
            "entry": entry.id,
            "number": number,
            "pledge": pledge,
            "day": each.day or "",
            "before": str(each.before) if each.before else None,
            "after": str(each.after),
            "actor": entry.actor,
            "measure": entry.measure,
            "unsure": entry.is_unsure,
        }


@dataclass
class _Past:
    """Rows as they were day after day: one stands until the day on which there is another one, or none."""

    names: tuple[str, ...]
    done: list[dict[str, Any]] = field(default_factory=list)
    standing: dict[tuple[Any, ...], dict[str, Any]] = field(default_factory=dict)

    def turn(self, day: str, rows: Iterable[dict[str, Any]]) -> None:
        """Say how it was from a day on."""
        now = {tuple(row[name] for name in self.names): row for row in rows}
        for key in [key for key, old in self.standing.items() if now.get(key) != _bare(old)]:
            self.done.append(self.standing.pop(key) | {"until": day})
        self.standing |= {key: row | {"since": day} for key, row in now.items() if key not in self.standing}

    def finish(self) -> list[dict[str, Any]]:
        """Return all rows; what still stands is open."""
        return [*self.done, *(row | {"until": OPEN} for row in self.standing.values())]


def _bare(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "since"}


def _look_back(
    make: Callable[[str], Iterable[Outline]], days: Iterable[str], of: Mapping[str, str], places: Mapping[str, int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The entries, and the steps of their histories, as of each day on which something was said."""
    entries, steps = _Past(("entry",)), _Past(("entry", "number"))
    for day in days:
        made = [(each, of[each.statements[0]]) for each in make(day)]
        entries.turn(day, [entry_row(each, pledge, places) for each, pledge in made])
        steps.turn(day, [step for each, pledge in made for step in _steps(each, pledge)])
    return entries.finish(), steps.finish()
