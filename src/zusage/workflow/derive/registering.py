"""First step: a report's statements as people judged them, and what it adds to the tallies; one report after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sys import intern

from sqlalchemy import func, select

from zusage.ledger import derived
from zusage.ledger.among import among
from zusage.ledger.judgements import judgements_on
from zusage.ledger.payload import read_json
from zusage.ledger.queries import rows_in_force, statements_by_id, times_of_reading
from zusage.ledger.reading_rows import make_reading
from zusage.ledger.tables import judgements, readings, statements, texts
from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.report import Reading
from zusage.reconcile import Carried, Earlier, Features, carry_over
from zusage.reconcile.claims import in_force
from zusage.reconcile.minhash import bands_of
from zusage.reconcile.shingles import runs_of
from zusage.workflow.derive import packed
from zusage.workflow.derive.alone import CLAIMS, RENAMED, REPORTS, UNJUDGED, Loaded, Registered, register_shared
from zusage.workflow.derive.features import band_numbers, decode_features, mark_numbers
from zusage.workflow.derive.work import TOGETHER, Work, batches

_PAIRING = frozenset({Act.SAME, Act.DIFFERENT})
_JUDGED = _PAIRING | {Act.ACCEPT, Act.REJECT, Act.CORRECT}


def register(work: Work, names: Iterable[str]) -> None:
    """Write the rows of some reports anew; reports that are gone lose theirs."""
    for batch in batches(sorted(names)):
        _forget(work, batch)
        registered = Registered()
        for each in load(work, batch):
            reading = each.read()
            registered.add(work.outside, each, reading, bands_of(runs_of(reading.report)))
        _write(work, registered)
    _prune(work)


def register_all(work: Work) -> None:
    """Write the rows of all reports, and keep what they are grouped by.

    They are taken as they came, so that what is read and written together lies together.
    """
    read = select(readings.c.report).group_by(readings.c.report).order_by(func.min(readings.c.seq))
    names = work.connection.scalars(read).all()
    work.reports.update(names)
    keep = work.spool.keep if work.spool else Loaded.open
    tasks = ((work.outside, list(map(keep, load(work, batch)))) for batch in batches(names, TOGETHER))
    for registered, groupings in work.crew.share(register_shared, tasks):
        _write(work, registered)
        work.said |= registered.said
        work.accepted.said |= registered.said_accepted
        work.groupings |= {each.source.report: each for each in groupings}
        work.people |= {name: tuple(map(intern, people)) for name, people in registered.people.items()}


def _write(work: Work, registered: Registered) -> None:
    work.delta.update(registered.tally)
    work.insert_values(derived.reports, REPORTS, registered.reports)
    work.insert_values(work.tables.claims, CLAIMS, registered.claims)
    work.insert_values(work.accepted.tables.claims, CLAIMS, registered.accepted)
    work.insert_values(derived.renamed, RENAMED, registered.renamed)


def _prune(work: Work) -> None:
    """Take away what statements are called now that no judgement names any more: those on a report go with it."""
    renamed = derived.renamed
    if not (named := set(work.connection.scalars(select(renamed.c.earlier)))):
        return
    named -= {name for each in work.pairs for name in (each.target, *each.others)}
    named -= work.scalars(judgements.c.target, judgements.c.target, named)
    work.delete(renamed, renamed.c.earlier, named)


def load_readings(work: Work, names: Sequence[str]) -> list[tuple[Reading, Carried]]:
    """Load the readings in force of some reports, each with the judgements as they apply to it."""
    return [(each.read(), each.carried) for each in load(work, names)]


def load(work: Work, names: Sequence[str]) -> list[Loaded]:
    """Load the rows of the readings in force of some reports, each with the judgements as they apply to it."""
    connection, known_at = work.connection, work.known_at
    rows = {row.report: (row, found) for row, found in rows_in_force(connection, reports=names, known_at=known_at)}
    if not rows:
        return []
    arrivals = _arrivals(work, list(rows))
    asked = [name for name in rows if name in work.judged] if work.anew else list(rows)
    on_them = in_force(judgements_on(connection, reports=asked, known_at=known_at)) if asked else ()
    judged = {name for each in (*on_them, *work.pairs) if each.what in _JUDGED for name in (each.target, *each.others)}
    carried: Mapping[str, Carried] = {}
    if on_them or judged:
        carried = _carried(work, {name: make_reading(each) for name, each in rows.items()}, on_them, judged)
    return [Loaded(each, carried.get(name, UNJUDGED), arrivals[name]) for name, each in rows.items()]


def _carried(
    work: Work, found: Mapping[str, Reading], on_them: Sequence[Judgement], judged: set[str]
) -> Mapping[str, Carried]:
    current = {statement_id(name, said) for name, reading in found.items() for said in reading.statements}
    coded = {statement_id(each.target, each.statement) for each in on_them if each.statement}
    wanted = judged - current - coded
    rows = work.rows(select(statements.c.id, statements.c.report), statements.c.id, wanted)
    stored = statements_by_id(work.connection, {row.id for row in rows if row.report in found})
    earlier = [Earlier(each.id, each.report.id, each.statement) for each in stored.values()]
    read_at = times_of_reading(work.connection, reports=list(found), known_at=work.known_at)
    return {
        name: carry_over([reading], on_them, [each for each in earlier if each.report == name], read_at)
        for name, reading in found.items()
    }


def _arrivals(work: Work, names: Sequence[str]) -> Mapping[str, int]:
    first = select(texts.c.report, func.min(texts.c.seq)).where(among(texts.c.report, names)).group_by(texts.c.report)
    return {row[0]: row[1] for row in work.connection.execute(first)}


def _forget(work: Work, names: Sequence[str]) -> None:
    """Take reports out, but for what they are joined with; that goes when stories are made."""
    work.memory.note_reports(work, names)
    work.reports.update(names)
    reports = derived.reports
    kept = (reports.c.tally, reports.c.story, reports.c.features, reports.c.bands)
    for row in work.rows(select(reports.c.report, *kept), reports.c.report, names):
        for sort, subject, value, count in read_json(row.tally):
            work.delta[sort, subject, value] -= count
        work.stories.add(row.story)
        _hide(work, row.report, decode_features(row.report, row.features), band_numbers(row.bands))
    for edition in work.editions:
        claims = edition.tables.claims
        for row in work.rows(select(claims.c.pledge, claims.c.entry), claims.c.report, names):
            edition.pledges.update(filter(None, (row.pledge,)))
            edition.entries.update(filter(None, (row.entry,)))
        work.delete(claims, claims.c.report, names)
    work.delete(derived.renamed, derived.renamed.c.report, names)
    work.delete(reports, reports.c.report, names)


def _hide(work: Work, report: str, features: Features, numbers: Sequence[int]) -> None:
    """Take away by what others find a report: these rows are found by their own keys, so that they need no other index."""
    packed.leave_marks(work, report, features.when_number or 0, mark_numbers(features).tolist())
    packed.leave_bands(work, report, numbers)
