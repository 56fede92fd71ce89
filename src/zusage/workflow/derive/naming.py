"""Second step: tallies, and what changes with them: for whom people act, and by which key statements go to entries.

All statements of a person, or of an actor and measure, hang on their tally; they are looked at again only where it comes
to something else than before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import ColumnElement, bindparam, delete, select, update

from zusage.ledger import derived
from zusage.reconcile.affiliation import Affiliations, acts_for
from zusage.workflow.derive.alone import ACCEPTED, TallyKey, own_pledge, pledge_of, subject_of
from zusage.workflow.derive.work import Work, batches

tallies = derived.tallies

_PEOPLE = frozenset({"attends", "speaks", "acts"})
Tallied = Mapping[str, Mapping[str, int]]
"""Of some subjects: for each value how often."""


def name(work: Work) -> None:
    """Bring tallies up to date, then the keys of all statements that they have a say in."""
    if work.anew:
        _tally_all(work)
        for edition in work.editions:
            _give_all_keys(edition)
        return
    people = {subject for (sort, subject, _), count in work.delta.items() if sort in _PEOPLE and count}
    acted, before = affiliations(work, people), [Things.of(edition, work.delta) for edition in work.editions]
    _write(work)
    now = affiliations(work, people)
    changed = {person for person in people if acted.get(person) != now.get(person)}
    for edition, things in zip(work.editions, before, strict=True):
        _spread(edition, changed)
        _give_keys(edition, _stale(edition, things))


@dataclass(frozen=True, slots=True)
class Things:
    """Of some actors and measures the only recipient and the objects that are told apart, in one edition."""

    subjects: frozenset[str]
    recipients: Mapping[str, str | None]
    objects: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, work: Work, delta: Mapping[TallyKey, int]) -> Self:
        """Return those whose tallies change."""
        sorts = {_sort(work, "recipient"), _sort(work, "object")}
        subjects = frozenset(subject for (sort, subject, _), count in delta.items() if sort in sorts and count)
        return cls(subjects, lone_in(work, subjects), apart_in(work, subjects))


def _sort(work: Work, plain: str) -> str:
    """The sort of a tally of the edition that is worked at."""
    return plain if work.is_whole else f"{ACCEPTED}{plain}"


def affiliations(work: Work, people: Iterable[str]) -> Affiliations:
    """Return for whom some people act, as far as it is known."""
    names = set(people)
    attends, speaks, acts = (_of(work, sort, names) for sort in ("attends", "speaks", "acts"))
    found = {}
    for person in names:
        own = acts_for(
            person,
            terms=work.terms,
            attends=attends.get(person, {}),
            speaks=speaks.get(person),
            is_actor=person in acts,
        )
        if own is not None:
            found[person] = own
    return found


def _of(work: Work, sort: str, subjects: Iterable[str]) -> Tallied:
    if work.anew:
        known = work.tallied[sort]
        return {subject: known[subject] for subject in subjects if subject in known}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    query = select(tallies.c.subject, tallies.c.value, tallies.c.times).where(tallies.c.sort == sort)
    for row in work.rows(query, tallies.c.subject, subjects):
        found[row.subject][row.value] = row.times
    return found


def lone_in(work: Work, subjects: Iterable[str]) -> Mapping[str, str | None]:
    """For some actors and measures the only recipient that statements name, None if they name several."""
    named = _of(work, _sort(work, "recipient"), subjects)
    return {subject: next(iter(found)) if len(found) == 1 else None for subject, found in named.items()}


def apart_in(work: Work, subjects: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For some actors and measures the objects that some report tells apart."""
    return {subject: frozenset(found) for subject, found in _of(work, _sort(work, "object"), subjects).items()}


def _write(work: Work) -> None:
    """Add what changed to the tallies; what nothing says any more is no row."""
    changed = {key: count for key, count in work.delta.items() if count}
    work.delta = Counter()
    for batch in batches(changed):
        by_sort: dict[str, set[str]] = defaultdict(set)
        for sort, subject, _ in batch:
            by_sort[sort].add(subject)
        there: dict[TallyKey, int] = {}
        for sort, subjects in by_sort.items():
            found = _of(work, sort, subjects)
            there |= {(sort, subject, value): n for subject, values in found.items() for value, n in values.items()}
        _store(work, {key: (there.get(key, 0), there.get(key, 0) + changed[key]) for key in batch})


def _tally_all(work: Work) -> None:
    """Write all tallies, where there are none, and keep them at hand: they are asked for again and again."""
    for (sort, subject, value), times in work.delta.items():
        work.tallied[sort].setdefault(subject, {})[value] = times
    rows = sorted((*key, times) for key, times in work.delta.items())
    work.insert_values(tallies, ("sort", "subject", "value", "times"), rows)
    work.delta = Counter()


def _store(work: Work, counts: Mapping[TallyKey, tuple[int, int]]) -> None:
    names = ("sort", "subject", "value")
    new = [dict(zip(names, key, strict=True)) | {"times": now} for key, (was, now) in counts.items() if not was and now]
    work.insert(tallies, new)
    is_row = (
        (tallies.c.sort == bindparam("s"))
        & (tallies.c.subject == bindparam("on"))
        & (tallies.c.value == bindparam("v"))
    )
    other = [
        {"s": key[0], "on": key[1], "v": key[2], "times": now} for key, (was, now) in counts.items() if was and now
    ]
    if other:
        work.connection.execute(update(tallies).where(is_row), other)
    gone = [{"s": key[0], "on": key[1], "v": key[2]} for key, (was, now) in counts.items() if was and not now]
    if gone:
        work.connection.execute(delete(tallies).where(is_row), gone)


def _spread(work: Work, people: Iterable[str]) -> None:
    """Mark the pledges and stories of all statements that some people made."""
    claims = work.tables.claims
    query = select(claims.c.pledge, derived.reports.c.story).join(
        derived.reports, derived.reports.c.report == claims.c.report
    )
    for row in work.rows(query.distinct(), claims.c.speaker, people):
        work.pledges.update(filter(None, (row.pledge,)))
        work.stories.add(row.story)


def _stale(work: Work, before: Things) -> list[ColumnElement[bool]]:
    """Which statements have to get a key beside new ones: those whose recipient or object is taken otherwise now."""
    claims, subjects = work.tables.claims, before.subjects
    lone, apart = lone_in(work, subjects), apart_in(work, subjects)
    stale: list[ColumnElement[bool]] = []
    for subject in sorted(subjects):
        actor, measure = subject.split("\n")
        same = (claims.c.actor == actor) & (claims.c.measure == measure)
        if before.recipients.get(subject) != lone.get(subject):
            stale.append(same & claims.c.recipient.is_(None))
        others = before.objects.get(subject, frozenset()) ^ apart.get(subject, frozenset())
        stale += [same & (claims.c.object == thing) for thing in sorted(others)]
    return stale


_KEYED = ("statement", "actor", "measure", "recipient", "object", "pledge", "entry")


def _give_keys(work: Work, stale: Sequence[ColumnElement[bool]]) -> None:
    claims = work.tables.claims
    query = select(*(claims.c[name] for name in _KEYED)).where(claims.c.kind == "commitment")
    for condition in stale:
        _key_rows(work, work.connection.execute(query.where(condition)))
    for batch in batches(sorted(work.reports)):
        _key_rows(work, work.connection.execute(query.where(claims.c.report.in_(batch))))


def _key_rows(work: Work, rows: Iterable[Any]) -> None:
    """Give statements the key that the tallies make; their old and new pledges are dirty."""
    rows = list(rows)
    subjects = {subject_of(row.actor, row.measure) for row in rows}
    lone, apart = lone_in(work, subjects), apart_in(work, subjects)
    made = []
    for row in rows:
        subject = subject_of(row.actor, row.measure)
        thing = row.object if row.object in apart.get(subject, ()) else None
        pledge = pledge_of((row.actor, row.measure, row.recipient or lone.get(subject), thing))
        work.pledges.update(filter(None, (row.pledge, pledge)))
        work.entries.update(filter(None, (row.entry,)))
        if pledge != row.pledge:
            made.append((pledge, row.statement))
    work.update_values(work.tables.claims, ("pledge",), "statement", made)


def _give_all_keys(work: Work) -> None:
    """Give all statements their keys that have none of their own: all at once that say the same of what makes the key."""
    subjects = {subject_of(actor, measure) for actor, measure, _, _ in work.said}
    lone, apart = lone_in(work, subjects), apart_in(work, subjects)
    given: dict[tuple[bool, bool], list[dict[str, str | None]]] = defaultdict(list)
    for actor, measure, recipient, thing in work.said:
        subject = subject_of(actor, measure)
        key = actor, measure, recipient or lone.get(subject), thing if thing in apart.get(subject, ()) else None
        work.keys[pledge_of(key)] = key
        if own_pledge((actor, measure, recipient, thing)):
            continue
        row = {"a": actor, "m": measure, "r": recipient, "o": thing, "p": pledge_of(key)}
        given[recipient is None, thing is None].append(row)
    work.pledges.update(work.keys)
    claims = work.tables.claims.c
    for (is_for_nobody, is_plain), rows in given.items():
        is_row = (
            (claims.actor == bindparam("a"))
            & (claims.measure == bindparam("m"))
            & (claims.recipient.is_(None) if is_for_nobody else claims.recipient == bindparam("r"))
            & (claims.object.is_(None) if is_plain else claims.object == bindparam("o"))
        )
        work.connection.execute(update(work.tables.claims).where(is_row).values(pledge=bindparam("p")), rows)
