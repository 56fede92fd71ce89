"""What a report comes to by itself: its rows, and what it is grouped by with others. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import Any, Self

from zusage.ledger.payload import compact
from zusage.ledger.reading_rows import Found, ReadingRows, TextRow, make_reading, names_in
from zusage.model.report import Reading, Report, digest
from zusage.model.statement import Attendance, Commitment, Position
from zusage.publish.disclosure import BY_HAND
from zusage.reconcile import Carried, Claim, Features, Known, features_of, find_mentions, judged_claims
from zusage.reconcile.affiliation import collective, tally
from zusage.reconcile.copies import source_of
from zusage.reconcile.entries import Key, objects_told_apart, plain_object
from zusage.reconcile.firmness import day_of
from zusage.reconcile.grounds import is_doubtful, meeting_days
from zusage.reconcile.minhash import bands_of
from zusage.reconcile.shingles import Numbers64, runs_of_all
from zusage.workflow.derive.commitments import encode_commitment
from zusage.workflow.derive.features import encode_features, encode_numbers, mark_numbers
from zusage.workflow.derive.groupings import Grouping, Groupings

TallyKey = tuple[str, str, str]
Tallies = dict[TallyKey, int]

REPORTS = (
    *("report", "arrival", "name", "title", "outlet", "language", "published_on", "address", "credit", "synthetic"),
    *("first_text", "statements", "accepted", "features", "bands", "tally", "story", "member", "root", "copied"),
)
CLAIMS = (
    *("statement", "report", "kind", "status", "counts", "look", "look_other"),
    *("actor", "measure", "recipient", "object", "speaker", "day", "at_meeting", "payload", "pledge"),
)
_KEY = slice(CLAIMS.index("actor"), CLAIMS.index("object") + 1)
RENAMED = ("earlier", "statement", "report")

UNTOLD, ALONE = ("", "[]"), ""
"""A report's story and why it belongs to it, and why it is a copy, before others are known."""

ACCEPTED = "!"
"""Before the sort of a tally: of the statements that a person stands behind."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What is known from outside of the reports: terms of office and facts, and the names of the circles that meet."""

    known: Known
    circles: Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report's rows with the judgements as they apply to it, and its place in the order of arrival."""

    rows: ReadingRows
    carried: Carried
    arrival: int = 0

    @property
    def report(self) -> str:
        """The report's id."""
        return self.rows[0].report

    def open(self) -> Loaded:
        """Nothing to do, for this is no `Packed`."""
        return self

    def read(self) -> Reading:
        """Make the reading."""
        return make_reading(self.rows)

    def names(self) -> tuple[str, ...]:
        """The ids of the reading's statements, in its order."""
        return names_in(self.rows)


UNJUDGED = Carried()
"""What applies to a report on which nobody has judged."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A report on which nobody has judged, with its rows as bytes: handed on many times as quickly."""

    report: str
    content: bytes
    arrival: int

    @classmethod
    def of(cls, loaded: Loaded) -> Self:
        """Write its rows."""
        row, found = loaded.rows
        return cls(row.report, marshal.dumps((tuple(row), tuple(found)), _PLAIN), loaded.arrival)

    def open(self) -> Loaded:
        """Make what it was."""
        row, found = marshal.loads(self.content)  # noqa: S302 - what this program wrote
        return Loaded((TextRow._make(row), Found._make(found)), UNJUDGED, self.arrival)


_PLAIN = 2
"""The version of marshalled values that looks for none that are the same object."""


@dataclass(slots=True)
class Registered:
    """What reports come to by themselves: rows of values, what they add to the tallies, and who speaks or attends in each.

    ``accepted``: the rows of the statements that a person stands behind, as if there were no others.
    """

    reports: list[tuple[Any, ...]] = field(default_factory=list)
    claims: list[tuple[Any, ...]] = field(default_factory=list)
    accepted: list[tuple[Any, ...]] = field(default_factory=list)
    renamed: list[tuple[Any, ...]] = field(default_factory=list)
    said: set[Key] = field(default_factory=set)
    """What the commitments say of actor, measure, recipient and object."""
    said_accepted: set[Key] = field(default_factory=set)
    tally: Counter[TallyKey] = field(default_factory=Counter)
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, outside: Outside, loaded: Loaded, reading: Reading, bands: Numbers64) -> Features:
        """Work out what a report, loaded and read, comes to by itself; return its features."""
        report, carried = reading.report, loaded.carried
        claims = judged_claims([reading], carried=carried, names={report.id: loaded.names()})
        counts = tallied(claims)
        mentions = find_mentions([reading], outside.circles)
        counting = [claim for claim in claims if claim.counts()]
        features = features_of(
            reading,
            doubtful=is_doubtful(report.id, counting, outside.known, mentions),
            circles={each.actor for each in mentions if each.person is None and each.meeting == 0},
        )
        accepted = [claim for claim in claims if claim.status in BY_HAND]
        counts |= _things_in(accepted, ACCEPTED)
        tally = compact([[*key, count] for key, count in sorted(counts.items())])
        counted = (len(claims), len(accepted), encode_features(features), encode_numbers(bands), tally)
        self.reports.append((*_report_values(report, loaded.arrival), *counted, *UNTOLD, report.id, ALONE))
        made, own = (_claim_rows(each, report.id, carried) for each in (claims, accepted))
        self.claims += made
        self.accepted += own
        self.said.update(row[_KEY] for row in made if row[_KEY][0] is not None)
        self.said_accepted.update(row[_KEY] for row in own if row[_KEY][0] is not None)
        self.renamed += ((old, new, report.id) for old, new in sorted(carried.renamed.items()))
        self.tally.update(counts)
        self.people[report.id] = tuple(sorted(people_in(claims)))
        return features


def register_shared(task: tuple[Outside, Sequence[Loaded | Packed]]) -> tuple[Registered, Groupings]:
    """Work out what some reports come to by themselves, and by what they are grouped."""
    outside, loaded = task[0], [each.open() for each in task[1]]
    registered, made = Registered(), []
    readings = [each.read() for each in loaded]
    runs_of_each = runs_of_all(reading.report for reading in readings)
    for each, reading, runs in zip(loaded, readings, runs_of_each, strict=True):
        bands = bands_of(runs)
        features = registered.add(outside, each, reading, bands)
        day, source = features.when_number or 0, source_of(reading.report)
        made.append(Grouping(day, features.event, source, runs, bands, mark_numbers(features)))
    return registered, Groupings.of(made)


def people_in(claims: Sequence[Claim]) -> set[str]:
    """Those who speak or attend."""
    found: set[str | None] = set()
    for claim in claims:
        said = claim.statement
        if isinstance(said, Commitment | Position):
            found.add(said.speaker)
        elif isinstance(said, Attendance):
            found.add(said.person)
    return {name for name in found if name}


def tallied(claims: Sequence[Claim]) -> Tallies:
    """What one report's statements add to the tallies."""
    people = tally(claim for claim in claims if claim.counts())
    found = {("attends", person, actor): count for (person, actor), count in people.attends.items()}
    found |= {("speaks", person, actor): count for (person, actor), count in people.speaks.items()}
    found |= {("acts", actor, ""): count for actor, count in people.acts.items()}
    return found | _things_in(claims)


def _things_in(claims: Sequence[Claim], mark: str = "") -> Tallies:
    """What one report's statements add to the tallies of recipients and objects."""
    commitments = [claim.statement for claim in claims if isinstance(claim.statement, Commitment)]
    subjects = [(subject_of(collective(each.actor), each.measure), each.recipient) for each in commitments]
    named = Counter((f"{mark}recipient", subject, recipient) for subject, recipient in subjects if recipient)
    apart = objects_told_apart(commitments)
    return {**named, **{(f"{mark}object", subject_of(actor, measure), thing): 1 for actor, measure, thing in apart}}


def subject_of(actor: str, measure: str) -> str:
    """By what the recipients and objects of an actor's measure are tallied."""
    return f"{actor}\n{measure}"


def _report_values(report: Report, arrival: int) -> tuple[Any, ...]:
    """The first values of `REPORTS`; story and root are given when others are known."""
    told = (report.name, report.title, report.outlet, report.language, report.published_on, report.address)
    first = report.first_text or digest(report.text)
    return (report.id, arrival, *told, report.credit, report.synthetic, first)


def _claim_rows(claims: Sequence[Claim], report: str, carried: Carried) -> list[tuple[Any, ...]]:
    """The rows of a report's statements, as if there were no others."""
    day = meeting_days(claims).get(report)
    return [_claim_row(claim, day, carried) for claim in claims]


def _claim_row(claim: Claim, meeting_day: str | None, carried: Carried) -> tuple[Any, ...]:
    """The values of `CLAIMS`; the others are given when all pledges and entries are known."""
    said, look = claim.statement, carried.looks.get(claim.id)
    seen = (str(look.reason), look.other) if look else (None, None)
    plain = (claim.id, claim.report.id, str(said.kind), str(claim.status), claim.counts(), *seen)
    if not isinstance(said, Commitment):
        return (*plain, *repeat(None, len(CLAIMS) - len(plain)))
    at_meeting = said.said_on is not None and said.said_on == meeting_day
    key = (collective(said.actor), said.measure, said.recipient, plain_object(said.object))
    return (*plain, *key, said.speaker, day_of(claim, said), at_meeting, encode_commitment(said), own_pledge(key))


def own_pledge(said: Key) -> str | None:
    """Return the pledge that a commitment is about if no other has a say in it: it names whom it is for, and no object."""
    _, _, recipient, thing = said
    return pledge_of(said) if recipient and thing is None else None


@lru_cache(maxsize=1 << 14)
def pledge_of(key: Key) -> str:
    """Return the digest under which a key is kept."""
    return digest("pledge\n" + "\n".join("" if part is None else f"={part}" for part in key))[:16]
