"""First step: a report's statements as people judged them, and what it adds to the tallies; one report after another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import func, select

from zusage.ledger import derived
from zusage.ledger.queries import judgements_on, readings_in_force, statements_by_id, times_of_reading
from zusage.ledger.tables import judgements, statements, texts
from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.report import Reading, Report, digest
from zusage.model.statement import Commitment
from zusage.reconcile import Carried, Claim, Earlier, Features, carry_over, features_of, find_mentions, judged_claims
from zusage.reconcile.affiliation import collective, tally
from zusage.reconcile.claims import in_force
from zusage.reconcile.entries import objects_told_apart, plain_object
from zusage.reconcile.firmness import day_of
from zusage.reconcile.grounds import is_doubtful, meeting_days
from zusage.reconcile.minhash import bands_of
from zusage.reconcile.shingles import runs_of
from zusage.reconcile.stories import day_number
from zusage.workflow.derive.commitments import encode_commitment
from zusage.workflow.derive.features import band_numbers, encode_features
from zusage.workflow.derive.work import TallyKey, Work, batches

_AT_ONCE = 20_000
"""Rows that are written at once."""

_PAIRING = frozenset({Act.SAME, Act.DIFFERENT})
_JUDGED = _PAIRING | {Act.ACCEPT, Act.REJECT, Act.CORRECT}


def register(work: Work, names: Iterable[str]) -> None:
    """Write the rows of some reports anew; reports that are gone lose theirs."""
    for batch in batches(sorted(names)):
        _forget(work, batch)
        arrivals = _arrivals(work, batch)
        rows = _Rows()
        for reading, carried in load_readings(work, batch):
            _write(work, rows, (reading, carried), arrivals[reading.report.id])
        work.insert(derived.reports, rows.reports)
        work.insert(derived.claims, rows.claims)
        work.insert(derived.renamed, rows.renamed)
    _write_bands(work)
    _prune(work)


@dataclass
class _Rows:
    """Rows that are gathered, so that they can be written at once."""

    reports: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    renamed: list[dict[str, Any]] = field(default_factory=list)


def _write_bands(work: Work) -> None:
    """Write the bands of all texts, in the order of the table, which is quicker than text after text."""
    names, bands = list(work.bands), list(work.bands.values())
    if not names:
        return
    of = np.repeat(np.arange(len(names)), [len(each) for each in bands])
    numbers = np.concatenate(bands)
    order = np.lexsort((of, numbers))
    for start in range(0, len(order), _AT_ONCE):
        part = order[start : start + _AT_ONCE]
        rows = [(band, names[place]) for band, place in zip(numbers[part].tolist(), of[part].tolist(), strict=True)]
        work.insert_values(derived.bands, ("band", "report"), rows)
    work.bands.clear()


def _prune(work: Work) -> None:
    """Take away what statements are called now that no judgement names any more: those on a report go with it."""
    renamed = derived.renamed
    if work.anew or not (named := set(work.connection.scalars(select(renamed.c.earlier)))):
        return
    named -= {name for each in work.pairs for name in (each.target, *each.others)}
    named -= work.scalars(judgements.c.target, judgements.c.target, named)
    work.delete(renamed, renamed.c.earlier, named)


def load_readings(work: Work, names: Sequence[str]) -> list[tuple[Reading, Carried]]:
    """Load the readings in force of some reports, each with the judgements as they apply to it."""
    connection, known_at = work.connection, work.known_at
    readings = list(readings_in_force(connection, reports=names, known_at=known_at))
    found = {each.report.id: each for each in readings}
    if not found:
        return []
    on_them = in_force(judgements_on(connection, reports=list(found), known_at=known_at))
    judged = {name for each in (*on_them, *work.pairs) if each.what in _JUDGED for name in (each.target, *each.others)}
    if not on_them and not judged:
        return [(reading, Carried()) for reading in readings]
    return _carried(work, found, on_them, judged)


def _carried(
    work: Work, found: Mapping[str, Reading], on_them: Sequence[Judgement], judged: set[str]
) -> list[tuple[Reading, Carried]]:
    current = {statement_id(name, said) for name, reading in found.items() for said in reading.statements}
    coded = {statement_id(each.target, each.statement) for each in on_them if each.statement}
    wanted = judged - current - coded
    rows = work.rows(select(statements.c.id, statements.c.report), statements.c.id, wanted)
    stored = statements_by_id(work.connection, {row.id for row in rows if row.report in found})
    earlier = [Earlier(each.id, each.report.id, each.statement) for each in stored.values()]
    read_at = times_of_reading(work.connection, reports=list(found), known_at=work.known_at)
    made = []
    for name, reading in found.items():
        own = [each for each in earlier if each.report == name]
        made.append((reading, carry_over([reading], on_them, own, read_at)))
    return made


def _arrivals(work: Work, names: Sequence[str]) -> Mapping[str, int]:
    first = select(texts.c.report, func.min(texts.c.seq)).where(texts.c.report.in_(names)).group_by(texts.c.report)
    return {row[0]: row[1] for row in work.connection.execute(first)}


def _forget(work: Work, names: Sequence[str]) -> None:
    """Take reports out, but for what their neighbours are found by; that goes when stories are made."""
    work.reports.update(names)
    if work.anew:
        return
    reports, claims = derived.reports, derived.claims
    for row in work.rows(select(reports.c.report, reports.c.tally, reports.c.story), reports.c.report, names):
        for sort, subject, value, count in json.loads(row.tally):
            work.delta[sort, subject, value] -= count
        work.stories.add(row.story)
    for row in work.rows(select(claims.c.pledge, claims.c.entry), claims.c.report, names):
        work.pledges.update(filter(None, (row.pledge,)))
        work.entries.update(filter(None, (row.entry,)))
    work.delete(claims, claims.c.report, names)
    work.delete(derived.renamed, derived.renamed.c.report, names)
    work.delete(reports, reports.c.report, names)


def _write(work: Work, rows: _Rows, read: tuple[Reading, Carried], arrival: int) -> None:
    reading, carried = read
    report = reading.report
    claims = judged_claims([reading], carried=carried)
    counts = tallied(claims)
    work.delta.update(counts)
    mentions = find_mentions([reading], work.circles)
    counting = [claim for claim in claims if claim.counts()]
    features = features_of(
        reading,
        doubtful=is_doubtful(report.id, counting, work.known, mentions),
        circles={each.actor for each in mentions if each.person is None and each.meeting == 0},
    )
    if work.anew:
        _keep_at_hand(work, report, features)
    row = _report_row(report, arrival, len(claims))
    row |= {"features": encode_features(features), "story": "", "member": "[]", "copied": ""}
    row |= {"root": report.id, "tally": json.dumps([[*key, count] for key, count in sorted(counts.items())])}
    rows.reports.append(row)
    day = meeting_days(claims).get(report.id)
    rows.claims += [_claim_row(claim, report.id, day, carried) for claim in claims]
    rows.renamed += [
        {"earlier": old, "statement": new, "report": report.id} for old, new in sorted(carried.renamed.items())
    ]


def _keep_at_hand(work: Work, report: Report, features: Features) -> None:
    """Keep what all reports are grouped by at once."""
    runs = runs_of(report)
    bands = bands_of(runs)
    work.copying.enter(report, runs, bands)
    work.days[report.id] = day_number(features) or 0
    work.bands[report.id] = np.array(band_numbers(bands), dtype=np.int64)


def tallied(claims: Sequence[Claim]) -> Counter[TallyKey]:
    """What one report's statements add to the tallies."""
    found: Counter[TallyKey] = Counter()
    people = tally(claim for claim in claims if claim.counts())
    for (person, actor), count in people.attends.items():
        found["attends", person, actor] += count
    for (person, actor), count in people.speaks.items():
        found["speaks", person, actor] += count
    for actor, count in people.acts.items():
        found["acts", actor, ""] += count
    commitments = [claim.statement for claim in claims if isinstance(claim.statement, Commitment)]
    for each in commitments:
        if each.recipient:
            found["recipient", subject_of(collective(each.actor), each.measure), each.recipient] += 1
    for actor, measure, thing in objects_told_apart(commitments):
        found["object", subject_of(actor, measure), thing] += 1
    return found


def subject_of(actor: str, measure: str) -> str:
    """By what the recipients and objects of an actor's measure are tallied."""
    return f"{actor}\n{measure}"


def _report_row(report: Report, arrival: int, statements: int) -> dict[str, Any]:
    plain = ("name", "title", "outlet", "language", "published_on", "address", "credit", "synthetic")
    row: dict[str, Any] = {name: getattr(report, name) for name in plain}
    first = report.first_text or digest(report.text)
    return row | {"report": report.id, "arrival": arrival, "first_text": first, "statements": statements}


def _claim_row(claim: Claim, report: str, meeting_day: str | None, carried: Carried) -> dict[str, Any]:
    look = carried.looks.get(claim.id)
    said = claim.statement
    row: dict[str, Any] = dict.fromkeys(
        ("actor", "measure", "recipient", "object", "speaker", "day", "at_meeting", "payload", "pledge", "entry")
    )
    row |= {"statement": claim.id, "report": report, "kind": str(said.kind)}
    row |= {"status": str(claim.status), "counts": claim.counts()}
    row |= {"look": str(look.reason) if look else None, "look_other": look.other if look else None}
    if isinstance(said, Commitment):
        row |= {"actor": collective(said.actor), "measure": said.measure, "recipient": said.recipient}
        row |= {"object": plain_object(said.object), "speaker": said.speaker, "day": day_of(claim, said)}
        row["at_meeting"] = said.said_on is not None and said.said_on == meeting_day
        row["payload"] = encode_commitment(said)
    return row
