"""Fourth step: the entries of dirty pledges, as they are now and as they were on each day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from zusage.ledger import derived
from zusage.ledger.payload import read_payload
from zusage.model.ledger import Act, Entry, Status
from zusage.model.report import Report
from zusage.model.statement import Commitment
from zusage.reconcile import Claim
from zusage.reconcile.affiliation import authorship
from zusage.reconcile.decisions import Decisions, decided_pairs
from zusage.reconcile.entries import Figure, Key, joint_figures, key_of, make_entries
from zusage.reconcile.firmness import Saying
from zusage.workflow.derive.naming import affiliations, apart_in, lone_in
from zusage.workflow.derive.registering import subject_of
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
)
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

    def load(self, pledges: Iterable[str]) -> dict[str, list[tuple[Keyed, Row[Any]]]]:
        """Load the statements of some pledges, each with its key and its row."""
        query = select(claims, *_OF_REPORTS).join(reports, reports.c.report == claims.c.report)
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
    return Claim(report, read_payload(Commitment, json.loads(row.payload), ""), row.statement, Status(row.status))


def enter(work: Work) -> None:
    """Make the entries of dirty pledges anew."""
    pledges = Pledges(work)
    dirty = _spread(work, pledges)
    for table in (derived.entries, derived.versions, derived.changes):
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
    keyed_all = [keyed for found in loaded.values() for keyed, _ in found]
    figures = pledges.figures(keyed_all)
    now: list[dict[str, Any]] = []
    then: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    for cluster in clusters:
        inside = [each for pledge in sorted(cluster) for each in loaded.get(pledge, ())]
        if not inside:
            continue
        keyed, of = [keyed for keyed, _ in inside], {row.statement: row.pledge for _, row in inside}
        made = make_entries(keyed, pledges.decisions, figures)
        homes = {said.id: entry.id for entry in made for said in entry.statements}
        for _, row in inside:
            if row.entry != homes.get(row.statement):
                moved.append({"s": row.statement, "home": homes.get(row.statement)})
        for entry in made:
            pledge = of[entry.statements[0].id]
            now.append(entry_row(entry, pledge, work.places) | {"conflicts": 0})
            steps.extend(_steps(entry, pledge))
        then.extend(_versions(work, keyed, pledges.decisions, figures, of))
        work.entries.update(entry.id for entry in made)
    work.insert(derived.entries, now)
    work.insert(derived.versions, then)
    work.insert(derived.changes, steps)
    if moved:
        change = update(claims).where(claims.c.statement == bindparam("s")).values(entry=bindparam("home"))
        work.connection.execute(change, moved)


def entry_row(entry: Entry, pledge: str, places: Mapping[str, int]) -> dict[str, Any]:
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
        "conditions": barred({each.type for each in entry.conditions}),
        "roots": len(entry.roots),
        "reviewed": entry.reviewed,
        "unsure": entry.is_unsure,
        "first_day": entry.first_day,
        "last_day": entry.last_day,
    }


def barred(values: Iterable[str]) -> str:
    """Write values so that one can be searched for: each between bars."""
    return "".join(f"|{each}" for each in sorted(values)) + "|"


def _steps(entry: Entry, pledge: str) -> Iterator[dict[str, Any]]:
    for number, each in enumerate(entry.changes):
        yield {
            "entry": entry.id,
            "number": number,
            "day": each.day or "",
            "before": str(each.before) if each.before else None,
            "after": str(each.after),
            "actor": entry.actor,
            "measure": entry.measure,
            "pledge": pledge,
            "unsure": entry.is_unsure,
        }


def _versions(
    work: Work,
    keyed: Sequence[Keyed],
    decisions: Decisions,
    figures: Mapping[Figure, frozenset[str]],
    of: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    """The entries as of each day on which something was said; a row stands until the next one that differs."""
    last: dict[str, dict[str, Any]] = {}
    days = sorted({saying.day for _, saying in keyed if saying.day})
    for day, _ in pairwise([*days, OPEN]):
        now = {
            entry.id: entry_row(entry, of[entry.statements[0].id], work.places)
            for entry in make_entries(keyed, decisions, figures, as_of=day)
        }
        for name in sorted(last.keys() | now.keys()):
            old, new = last.get(name), now.get(name)
            if old is not None and (new is None or {**old, "since": day} != {**new, "since": day}):
                yield last.pop(name) | {"until": day}
            if new is not None and name not in last:
                last[name] = new | {"since": day}
    yield from (row | {"until": OPEN} for row in last.values())
