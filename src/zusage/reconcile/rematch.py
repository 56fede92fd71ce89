"""Judgements outlive re-reading: what was judged is found again by its words, then by what stands around them.

A newer reader or another extract of a page gives statements new ids. A judgement goes on to the statement that says the
same in the same words, else to the one that says the same in the same place. Where the reader now says something else of
these words, or nothing, a person outweighs it, and is asked for a second look. Uses `zusage.model`.

Source: docs/methodology.md, "Judgements and re-reading"; W3C TextQuoteSelector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.report import Reading
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.reconcile.anchoring import anchored, find_place
from zusage.reconcile.claims import DECIDING, Carried, Kept, Look, LookReason, corrected, in_force

_WHERE = frozenset({"quote", "trace", "certainty", "evidence", "meeting"})
"""Fields that tell where a statement stands and how it was found, not what it says."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A statement that was judged and that the newest reading of its report does not have under this id."""

    id: str
    report: str
    statement: Statement


def carry_over(
    readings: Iterable[Reading],
    judgements: Iterable[Judgement],
    earlier: Iterable[Earlier],
    read_at: Mapping[str, str],
) -> Carried:
    """Take judgements over to today's readings; ``read_at`` is when each report's newest reading was recorded."""
    current = {reading.report.id: reading for reading in readings}
    standing = in_force(judgements)
    judged = frozenset(each.target for each in standing if each.what in DECIDING)
    fates = [
        _fate(each, current[each.report], standing, judged=judged, read_at=read_at.get(each.report, ""))
        for each in sorted(earlier, key=lambda one: one.id)
        if each.report in current
    ]
    renamed = {fate.earlier.id: fate for fate in fates if fate.successor}
    lost = [fate.earlier.id for fate in fates if fate.is_lost]
    return Carried(
        judgements=tuple(_renamed(each, renamed) for each in standing),
        kept=tuple(fate.kept for fate in fates if fate.kept),
        hidden=frozenset(fate.hidden for fate in fates if fate.hidden),
        looks={name: look for fate in fates for name, look in fate.looks.items()},
        lost=(*lost, *_lost_codes(standing, current)),
        renamed={name: fate.successor for name, fate in renamed.items() if fate.successor},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fate:
    """What becomes of one earlier statement."""

    earlier: Earlier
    successor: str | None = None
    is_as_corrected: bool = False
    kept: Kept | None = None
    hidden: str | None = None
    looks: Mapping[str, Look] = field(default_factory=dict)
    is_lost: bool = False


def _fate(
    each: Earlier, reading: Reading, standing: Sequence[Judgement], *, judged: frozenset[str], read_at: str
) -> _Fate:
    decided = [one for one in standing if one.target == each.id and one.what in DECIDING]
    found = list(_candidates(each.statement, reading))
    meant = each.statement
    for one in decided:
        meant = corrected(meant, one.changes)
    same = next((one for one in found if _says(one) in (_says(each.statement), _says(meant))), None)
    if same is not None:
        as_corrected = _says(same) != _says(each.statement)
        return _Fate(earlier=each, successor=statement_id(each.report, same), is_as_corrected=as_corrected)
    other = next((one for one in found if _about(one) == _about(each.statement)), None)
    name = statement_id(each.report, other) if other is not None else None
    if not decided:
        return _Fate(earlier=each, successor=name)
    free = name if name is not None and name not in judged else None
    if decided[-1].what is Act.REJECT:
        looks = {free: Look(LookReason.REJECTED_OTHERWISE, each.id)} if free else {}
        return _Fate(earlier=each, looks=looks)
    moved = anchored(each.statement, reading.report.text)
    if moved is None:
        return _Fate(earlier=each, is_lost=True)
    looks = {}
    if decided[-1].when < read_at:
        reason = LookReason.READ_OTHERWISE if free else LookReason.NO_LONGER_READ
        looks = {each.id: Look(reason, free)}
    return _Fate(earlier=each, kept=Kept(each.id, reading.report, moved), hidden=free, looks=looks)


def _candidates(statement: Statement, reading: Reading) -> Iterator[Statement]:
    """Statements of the same kind: those with the same words first, then those in the same place."""
    alike = [each for each in reading.statements if each.kind is statement.kind]
    quote = statement.quote
    if quote is None:
        yield from (each for each in alike if each.quote is None)
        return
    by_words = [each for each in alike if each.quote and _plain(each.quote.exact) == _plain(quote.exact)]
    yield from sorted(by_words, key=lambda each: abs((each.quote.start if each.quote else 0) - quote.start))
    place = find_place(quote, reading.report.text)
    if place is not None:
        yield from (each for each in alike if each.quote and each.quote.span.overlaps(place) and each not in by_words)


def _says(statement: Statement) -> tuple[object, ...]:
    """What a statement says, without where it stands."""
    values = {each.name: getattr(statement, each.name) for each in fields(statement) if each.name not in _WHERE}
    if isinstance(statement, Commitment):
        values["conditions"] = frozenset(replace(each, quote=None) for each in statement.conditions)
    return (statement.kind, *values.values())


def _about(statement: Statement) -> tuple[object, ...]:
    """Whose and what sort of statement it is, whatever it says."""
    match statement:
        case Commitment():
            return statement.kind, statement.actor, statement.measure
        case Position():
            return statement.kind, statement.actor, statement.topic
        case Attendance():
            return statement.kind, statement.actor, statement.person
        case Meeting():
            return (statement.kind,)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _renamed(judgement: Judgement, renamed: Mapping[str, _Fate]) -> Judgement:
    fate = renamed.get(judgement.target)
    others = tuple(dict.fromkeys(_new_name(each, renamed) for each in judgement.others))
    if fate is None or fate.successor is None:
        return judgement if others == judgement.others else replace(judgement, others=others)
    if judgement.what is Act.CORRECT and fate.is_as_corrected:  # the reader says by now what the person said
        return replace(judgement, target=fate.successor, what=Act.ACCEPT, changes={}, others=others)
    return replace(judgement, target=fate.successor, others=others)


def _new_name(name: str, renamed: Mapping[str, _Fate]) -> str:
    fate = renamed.get(name)
    return name if fate is None or fate.successor is None else fate.successor


def _lost_codes(standing: Iterable[Judgement], current: Mapping[str, Reading]) -> Iterator[str]:
    """Ids of statements coded by hand whose words are gone from their report."""
    for each in standing:
        if each.what is Act.CODE and each.statement is not None and each.target in current:
            text = current[each.target].report.text
            if anchored(each.statement, text) is None:
                yield statement_id(each.target, each.statement)
