"""Lines of lists made of what a view worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zusage.model.ledger import Conflict, Entry, EntryStatement, Status
from zusage.model.report import Report
from zusage.model.values import MEASURES, Firmness
from zusage.reconcile import Claim
from zusage.workflow.derive.showing import Shown, ShownWords
from zusage.workflow.derive.wordings import ShownStep
from zusage.workflow.lookups.found import ChangeLine, ConflictInFull, EntryLine, ReportLine, Saying, Words
from zusage.workflow.stories import Overview, overviews
from zusage.workflow.views import View


@dataclass(frozen=True)
class Lines:
    """What a view holds, by the ids under which it is looked up."""

    view: View

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each measure in the dossier's order."""
        measures = self.view.workspace.dossier.measures or MEASURES
        return {measure: place for place, measure in enumerate(measures)}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by their id."""
        return {claim.id: claim for claim in self.view.grounds.claims}

    @cached_property
    def claims_in(self) -> Mapping[str, list[Claim]]:
        """Claims by their report."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.view.grounds.claims:
            found[claim.report.id].append(claim)
        return found

    @cached_property
    def notes(self) -> Mapping[str, tuple[str, ...]]:
        """What readers noted, by the report."""
        return {each.report.id: each.notes for each in self.view.readings}

    @cached_property
    def entry_of(self) -> Mapping[str, str]:
        """For each statement the id of its entry."""
        return {said.id: entry.id for entry in self.view.entries for said in entry.statements}

    @cached_property
    def conflicts_of(self) -> Mapping[str, list[Conflict]]:
        """Conflicts by the entries whose statements they quote."""
        found: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.view.conflicts:
            for entry in self.entries_of(conflict):
                found[entry].append(conflict)
        return found

    def entries_of(self, conflict: Conflict) -> tuple[str, ...]:
        """Ids of the entries whose statements a conflict quotes."""
        cited = (words.statement or "" for side in conflict.sides for words in side.citations)
        return tuple(sorted({self.entry_of[each] for each in cited if each in self.entry_of}))

    @cached_property
    def reports(self) -> Mapping[str, ReportLine]:
        """All reports in one line each, in the order in which they arrived."""
        roots = {member: family.root for family in self.view.grounds.families for member in family.members}
        stories = self.view.grounds.story_of
        return {
            name: report_line(
                report,
                story=stories.get(name),
                root=None if roots.get(name) == name else roots.get(name),
                statements=len(self.claims_in.get(name, ())),
            )
            for name, report in self.view.reports.items()
        }

    @cached_property
    def stories(self) -> Mapping[str, Overview]:
        """Stories by their id, in the order of their days."""
        return {each.story.id: each for each in overviews(self.view)}

    def entry(self, entry: Entry) -> EntryLine:
        """Return an entry in one line."""
        return entry_line(entry, self.reports, conflicts=len(self.conflicts_of.get(entry.id, ())))

    def changes(self, entry: Entry) -> Iterable[ChangeLine]:
        """Yield the steps of an entry's history in one line each."""
        return change_lines(entry, self.reports)

    def conflict(self, conflict: Conflict) -> ConflictInFull:
        """Return a conflict with what it quotes."""
        quoted = {name: self.reports[name] for name in conflict.reports if name in self.reports}
        event = self.view.story_names.get(conflict.story or "")
        named = [words.statement for side in conflict.sides for words in side.citations if words.statement]
        judged = [self.claims[name].status is not Status.READ for name in named if name in self.claims]
        return ConflictInFull(conflict, event, quoted, self.entries_of(conflict), bool(judged) and all(judged))


def report_line(report: Report, *, story: str | None, root: str | None, statements: int) -> ReportLine:
    """Return a report in one line."""
    return ReportLine(
        id=report.id,
        name=report.name,
        title=report.title,
        outlet=report.outlet,
        language=report.language,
        published_on=report.published_on,
        address=report.address,
        credit=report.credit,
        synthetic=report.synthetic,
        story=story,
        root=root,
        statements=statements,
    )


def entry_line(entry: Entry, reports: Mapping[str, ReportLine], *, conflicts: int) -> EntryLine:
    """Return an entry in one line; ``reports`` are those of its statements at least."""
    return EntryLine(
        id=entry.id,
        actor=entry.actor,
        measure=entry.measure,
        object=entry.object,
        recipient=entry.recipient,
        firmness=entry.firmness,
        quantity=entry.quantity,
        conditions=entry.conditions,
        condition_logic=entry.condition_logic,
        first_day=entry.first_day,
        last_day=entry.last_day,
        statements=len(entry.statements),
        roots=len(entry.roots),
        utterances=entry.utterances,
        reviewed=entry.reviewed,
        unsure=entry.is_unsure,
        synthetic=any(reports[said.report].synthetic for said in entry.statements),
        conflicts=conflicts,
        basis=_saying(entry.deciding, reports),
        newest=_saying(entry.newest, reports),
    )


def _saying(said: EntryStatement | ShownWords, reports: Mapping[str, ReportLine]) -> Saying:
    return Saying(Words(said.quote, said.speaker, reports[said.report]), said.day, said.firmness)


def kept_line(row: Any, shown: Shown, reports: Mapping[str, ReportLine], *, conflicts: int) -> EntryLine:
    """Return an entry in one line, made of what it is looked up by and what is kept to be shown."""
    return EntryLine(
        id=row.entry,
        actor=row.actor,
        measure=row.measure,
        object=shown.object,
        recipient=row.recipient,
        firmness=Firmness(row.firmness) if row.firmness else None,
        quantity=shown.quantity,
        conditions=shown.conditions,
        condition_logic=shown.condition_logic,
        first_day=row.first_day,
        last_day=row.last_day,
        statements=shown.statements,
        roots=row.roots,
        utterances=shown.utterances,
        reviewed=row.reviewed,
        unsure=row.unsure,
        synthetic=shown.synthetic,
        conflicts=conflicts,
        basis=_saying(shown.basis, reports),
        newest=_saying(shown.newest, reports),
    )


def kept_change(row: Any, shown: ShownStep, reports: Mapping[str, ReportLine]) -> ChangeLine:
    """Return a step in one line, made of what it is looked up by and what is kept to be shown."""
    words = shown.words
    return ChangeLine(
        entry=row.entry,
        actor=row.actor,
        measure=row.measure,
        object=shown.object,
        recipient=shown.recipient,
        day=row.day or None,
        before=Firmness(row.before) if row.before else None,
        after=Firmness(row.after),
        words=Words(words.quote, words.speaker, reports[words.report]) if words else None,
        statements=shown.statements,
        reviewed=shown.reviewed,
        synthetic=shown.synthetic,
    )


def change_lines(entry: Entry, reports: Mapping[str, ReportLine]) -> Iterator[ChangeLine]:
    """Yield the steps of an entry's history in one line each."""
    speakers = {said.id: said.speaker for said in entry.statements}
    unjudged = {said.id for said in entry.statements if said.status is Status.READ}
    for each in entry.changes:
        cited = next((one for one in each.citations if one.quote is not None), None)
        named = tuple(one.statement for one in each.citations if one.statement)
        words = None
        if cited is not None and cited.quote is not None:
            words = Words(cited.quote, speakers.get(cited.statement or ""), reports[cited.report])
        yield ChangeLine(
            entry=entry.id,
            actor=entry.actor,
            measure=entry.measure,
            object=entry.object,
            recipient=entry.recipient,
            day=each.day,
            before=each.before,
            after=each.after,
            words=words,
            statements=named,
            reviewed=bool(named) and unjudged.isdisjoint(named),
            synthetic=any(reports[one.report].synthetic for one in each.citations),
        )
