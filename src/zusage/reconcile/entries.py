"""Entries: one pledge each, with every statement about it, its history, its conditions and what stands behind it.

Uses `zusage.model` and the rules beside it.

Source: docs/methodology.md, "Entries" and "Corroboration".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby, takewhile
from operator import attrgetter, itemgetter
from typing import Self

from zusage.model.ledger import (
    Authorship,
    Citation,
    Entry,
    EntryChange,
    EntryCondition,
    EntryQuantity,
    EntryStatement,
    Link,
    Status,
)
from zusage.model.records import record
from zusage.model.report import digest
from zusage.model.statement import Commitment, Condition, Quantity
from zusage.model.values import ConditionType, Firmness
from zusage.reconcile.affiliation import collective
from zusage.reconcile.amounts import disagree
from zusage.reconcile.claims import Claim, commitments_of
from zusage.reconcile.decisions import Decisions, Group, group_sayings, split_off
from zusage.reconcile.firmness import IN_ORDER, Saying, history
from zusage.reconcile.grounds import Grounds, sayings_of
from zusage.reconcile.lexicon import words

Key = tuple[str, str, str | None, str | None]
Figure = tuple[str, str, Quantity]
"""A joint figure: report, measure, amount."""


def build_entries(grounds: Grounds, *, as_of: str | None = None) -> tuple[Entry, ...]:
    """Make the ledger's entries, ordered by recipient, measure, actor and object.

    ``as_of``: only what had been said by that day; statements whose day nobody tells are then left out. Which pledge a
    statement is about does not depend on the day that is looked at.
    """
    sayings = sayings_of(grounds)
    told_apart, recipients = _told_apart(sayings), _lone_recipients(sayings)
    keyed = [(key_of(saying.commitment, told_apart, recipients), saying) for saying in sayings]
    figures = joint_figures(grounds.claims)
    return make_entries(keyed, grounds.decisions, figures, as_of=as_of)


def make_entries(
    keyed: Sequence[tuple[Key, Saying]],
    decisions: Decisions,
    figures: Mapping[Figure, frozenset[str]],
    *,
    as_of: str | None = None,
) -> tuple[Entry, ...]:
    """Make entries of statements whose keys are known: all of their keys, and of keys that people joined with these.

    Rejected statements stay in an entry that other statements hold up, marked; alone they make none. What people merged
    or split is as they decided.
    """
    entries = [_entry(group, figures) for group in groups_of(keyed, decisions, as_of)]
    return tuple(
        sorted(entries, key=lambda each: (each.recipient or "", each.measure, each.actor, each.object or "", each.id))
    )


def groups_of(keyed: Sequence[tuple[Key, Saying]], decisions: Decisions, as_of: str | None) -> list[Group[Key]]:
    """Return the groups of statements that make entries, each in order."""
    marked = split_off(keyed, decisions) if decisions.apart else frozenset()
    said = [(key, each) for key, each in keyed if as_of is None or (each.day is not None and each.day <= as_of)]
    groups = [group for group in group_sayings(said, decisions, marked) if is_held_up(group)]
    for group in groups:
        group.sayings.sort(key=IN_ORDER)
    return groups


def is_held_up(group: Group[Key]) -> bool:
    """Say whether there is a statement that nobody rejected."""
    return any(each.claim.status is not Status.REJECTED for each in group.sayings)


@lru_cache(maxsize=1 << 14)
def plain_object(thing: str | None) -> str | None:
    """What is compared of an object: its words, without case and signs."""
    return " ".join(re.findall(r"\w+", thing.casefold())) or None if thing else None


def objects_told_apart(commitments: Iterable[Commitment]) -> frozenset[tuple[str, str, str]]:
    """(actor, measure, object) where these statements of one report have two objects for one actor and measure."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in commitments:
        thing = plain_object(each.object)
        if thing:
            seen[collective(each.actor), each.measure].add(thing)
    return frozenset((*key, thing) for key, found in seen.items() if len(found) > 1 for thing in found)


def _told_apart(sayings: Iterable[Saying]) -> frozenset[tuple[str, str, str]]:
    """What some report tells apart."""
    reports: dict[str, list[Commitment]] = defaultdict(list)
    for each in sayings:
        reports[each.claim.report.id].append(each.commitment)
    return frozenset(key for said in reports.values() for key in objects_told_apart(said))


def _lone_recipients(sayings: Iterable[Saying]) -> Mapping[tuple[str, str], str | None]:
    """For each actor and measure the one recipient that statements name, None if they name several."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in sayings:
        if each.commitment.recipient:
            seen[collective(each.commitment.actor), each.commitment.measure].add(each.commitment.recipient)
    return {key: next(iter(found)) if len(found) == 1 else None for key, found in seen.items()}


def key_of(
    commitment: Commitment,
    told_apart: Collection[tuple[str, str, str]],
    recipients: Mapping[tuple[str, str], str | None],
) -> Key:
    """What a statement shares with all others about its pledge: actor, measure, recipient, and object where told apart.

    ``told_apart``: (actor, measure, object) where some report has two objects; ``recipients``: for an actor and measure
    the only recipient that statements name.
    """
    actor, measure, thing = collective(commitment.actor), commitment.measure, plain_object(commitment.object)
    recipient = commitment.recipient or recipients.get((actor, measure))
    return actor, measure, recipient, thing if thing and (actor, measure, thing) in told_apart else None


@record(frozen=True, slots=True, kw_only=True)
class Outline:
    """What an entry is looked up by, as `Entry` has it; ``conditions`` are their types, ``statements`` ids."""

    id: str
    actor: str
    measure: str
    recipient: str | None
    object: str | None
    firmness: Firmness | None
    changes: tuple[EntryChange, ...]
    conditions: frozenset[str]
    statements: tuple[str, ...]
    roots: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    reviewed: bool

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """Return that of an entry."""
        same = (
            "id",
            "actor",
            "measure",
            "recipient",
            "object",
            "firmness",
            "changes",
            "roots",
            "first_day",
            "last_day",
            "reviewed",
        )
        return cls(
            conditions=frozenset(each.type for each in entry.conditions),
            statements=tuple(each.id for each in entry.statements),
            **{name: getattr(entry, name) for name in same},
        )

    @property
    def is_unsure(self) -> bool:
        """Say whether it rests on nothing but what the reader is unsure of, and no person has looked at."""
        return not self.roots and not self.reviewed


def id_of(group: Group[Key]) -> str:
    """Return the id of a group's entry."""
    name = "\n".join(part or "" for part in (*group.key, *([group.mark] if group.mark else [])))
    return digest(f"entry\n{name}")[:16]


def outline_of(group: Group[Key]) -> Outline:
    """Make of a group's statements, which are in order, what its entry is looked up by."""
    sayings = group.sayings
    _, measure, recipient, thing = group.key
    valid = [each for each in sayings if each.counts]
    changes = history(valid)
    days = [each.day for each in sayings if each.day]
    return Outline(
        id=id_of(group),
        actor=label_of(sayings, group.key[0]),
        measure=measure,
        recipient=recipient,
        object=thing,
        firmness=changes[-1].after if changes else None,
        changes=changes,
        conditions=frozenset(condition_key(one)[0] for each in valid for one in each.commitment.conditions),
        statements=tuple(each.claim.id for each in sayings),
        roots=tuple(sorted({each.root for each in valid})),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        reviewed=any(each.claim.status is not Status.READ for each in sayings),
    )


@record(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a line shows of an entry beyond its outline, as `Entry` has it."""

    quantity: Quantity | None
    conditions: tuple[EntryCondition, ...]
    condition_logic: str
    utterances: int
    deciding: Saying
    newest: Saying


def brief_entry(outline: Outline, sayings: Sequence[Saying]) -> Brief:
    """Make of an entry's statements, in the order of the outline, what a line shows of it."""
    valid = [each for each in sayings if each.counts]
    last = sayings[-1].day
    latest = list(takewhile(lambda each: each.day == last, reversed(sayings)))
    newest = latest[0] if len(latest) == 1 else min(latest, key=lambda each: (not each.counts, each.claim.id))
    basis = {each.statement for each in outline.changes[-1].citations} if outline.changes else set()
    setting = [each for each in sayings if each.claim.id in basis]
    return Brief(
        quantity=_last_amount(valid),
        conditions=_conditions(valid),
        condition_logic=_logic(valid),
        utterances=_utterances(valid),
        deciding=min(setting, key=lambda each: each.claim.id) if setting else newest,
        newest=newest,
    )


def _logic(valid: Sequence[Saying]) -> str:
    logics = {each.commitment.condition_logic for each in valid if each.commitment.condition_logic}
    return str(next(iter(logics))) if len(logics) == 1 else "all"


def _utterances(valid: Sequence[Saying]) -> int:
    return len({_utterance(each) for each in valid} - {None})


def _entry(group: Group[Key], figures: Mapping[Figure, frozenset[str]]) -> Entry:
    sayings, outline = group.sayings, outline_of(group)
    valid = [each for each in sayings if each.counts]
    amounts = _quantities(valid)
    return Entry(
        id=outline.id,
        actor=outline.actor,
        measure=outline.measure,
        recipient=outline.recipient,
        object=outline.object,
        firmness=outline.firmness,
        basis=outline.changes[-1].citations if outline.changes else (),
        quantity=amounts[-1].quantity if amounts else None,
        quantities=amounts,
        joint_with=_joint_with(sayings, figures),
        conditions=_conditions(valid),
        condition_logic=_logic(valid),
        changes=outline.changes,
        statements=_statements(sayings),
        roots=outline.roots,
        utterances=_utterances(valid),
        sources=_sources(valid),
        first_day=outline.first_day,
        last_day=outline.last_day,
        reviewed=outline.reviewed,
    )


def label_of(sayings: Sequence[Saying], key: str) -> str:
    """The name under which most roots know the actor of a key; collectives go by several."""
    names = {each.commitment.actor for each in sayings}
    if len(names) == 1:
        return names.pop()
    roots: dict[str, set[str]] = defaultdict(set)
    for each in sayings:
        if collective(each.commitment.actor) == key:
            roots[each.commitment.actor].add(each.root)
    return min(roots, key=lambda actor: (-len(roots[actor]), actor))


def joint_figures(claims: Iterable[Claim]) -> Mapping[Figure, frozenset[str]]:
    """The actors that share a joint figure, by report, measure and amount."""
    found: dict[Figure, set[str]] = defaultdict(set)
    for claim, commitment in commitments_of(claims):
        if commitment.quantity and commitment.quantity.shared:
            found[claim.report.id, commitment.measure, commitment.quantity].add(commitment.actor)
    return {figure: frozenset(actors) for figure, actors in found.items()}


def _joint_with(sayings: Sequence[Saying], figures: Mapping[Figure, frozenset[str]]) -> tuple[str, ...]:
    """The other actors for which the same words give the same joint figure."""
    shared = {
        (each.claim.report.id, each.commitment.measure, each.commitment.quantity)
        for each in sayings
        if each.commitment.quantity and each.commitment.quantity.shared
    }
    own = {each.commitment.actor for each in sayings}
    return tuple(sorted({actor for figure in shared for actor in figures.get(figure, ())} - own))


def _quantities(sayings: Sequence[Saying]) -> tuple[EntryQuantity, ...]:
    """Stated amounts in their order, each with its statements."""
    return tuple(
        EntryQuantity(quantity, group[0].day, group[0].commitment.per, tuple(each.claim.citation for each in group))
        for group in _amounts(sayings)
        if (quantity := group[0].commitment.quantity)
    )


def _amounts(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """The statements of each amount, in order of their days, tranches before all others: none replaces what it is a part of."""
    return sorted(_by_amount(_giving(sayings)), key=lambda group: not _is_tranche(group[0], sayings))


def _last_amount(sayings: Sequence[Saying]) -> Quantity | None:
    """The last one of `_amounts`, without looking at all of them; the statements come in order."""
    given = _giving(sayings)
    for _, group in groupby(reversed(given), key=attrgetter("day")):
        for amount in reversed(_by_amount(list(group)[::-1])):
            if not _is_tranche(amount[0], sayings):
                return amount[0].commitment.quantity
    return _by_amount(given)[-1][0].commitment.quantity if given else None


def _giving(sayings: Sequence[Saying]) -> list[Saying]:
    """The statements that give an amount; a third party's word counts only where there is no other."""
    given = [each for each in sayings if each.commitment.quantity]
    return [each for each in given if each.authorship is not Authorship.THIRD_PARTY] or given


def _by_amount(given: Iterable[Saying]) -> list[list[Saying]]:
    """The statements of each amount, in order of their days."""
    found: dict[tuple[str, str, str | None], list[Saying]] = {}
    for each in given:
        found.setdefault(_amount_key(each), []).append(each)
    return [found[key] for key in sorted(found, key=_DAY_AND_AMOUNT)]


_DAY_AND_AMOUNT = itemgetter(0, 1)


def _amount_key(saying: Saying) -> tuple[str, str, str | None]:
    """By what amounts are told apart: their day, what they are, and per what."""
    said = saying.commitment
    amount = said.quantity
    text = f"{amount.min!r} {amount.max!r} {amount.unit} {amount.shared}" if amount else ""
    return saying.day or "", text, said.per


def condition_key(condition: Condition) -> tuple[str, str | None, int | None, str | None]:
    """Return what a condition is told from others by: its type, whose it is, how many, of which measure."""
    kind, of = str(condition.type), condition.of
    if condition.type is ConditionType.SUPPORT and of == "us":
        kind, of = str(ConditionType.US_SUPPORT), None
    return kind, "us" if kind == ConditionType.US_SUPPORT else of, condition.n, condition.measure


def _conditions(sayings: Sequence[Saying]) -> tuple[EntryCondition, ...]:
    """The union of the conditions, each with who says so; a refusal has none."""
    found: dict[tuple[str, str | None, int | None, str | None], list[tuple[str | None, Citation]]] = defaultdict(list)
    for each in sayings:
        for condition in each.commitment.conditions:
            quote = condition.quote or each.commitment.quote
            cited = Citation(each.claim.report.id, quote, each.claim.id)
            found[condition_key(condition)].append((each.commitment.speaker, cited))
    return tuple(
        EntryCondition(
            *key,
            said_by=tuple(sorted({speaker for speaker, _ in found[key]}, key=lambda name: name or "")),
            citations=tuple(cited for _, cited in found[key]),
        )
        for key in sorted(found, key=lambda parts: tuple(str(part or "") for part in parts))
    )


def _statements(sayings: Sequence[Saying]) -> tuple[EntryStatement, ...]:
    made = []
    before: list[Saying] = []
    seen: set[Firmness] = set()
    for each in sayings:
        made.append(
            EntryStatement(
                id=each.claim.id,
                report=each.claim.report.id,
                quote=each.commitment.quote,
                firmness=each.commitment.firmness,
                day=each.day,
                speaker=each.commitment.speaker,
                authorship=each.authorship,
                status=each.claim.status,
                counts=each.counts,
                link=_link(each, before, seen),
            )
        )
        before.append(each)
        seen.add(each.commitment.firmness)
    return tuple(made)


def _link(saying: Saying, before: Sequence[Saying], seen: Collection[Firmness]) -> Link:
    """What a statement is to those ``before`` it, whose firmness was one of some ``seen``."""
    if not before:
        return Link.FIRST
    if _is_tranche(saying, before):
        return Link.TRANCHE
    firmness = saying.commitment.firmness
    if firmness is Firmness.WITHHELD or firmness in seen:
        return Link.RESTATEMENT
    return Link.CHANGE


def _is_tranche(saying: Saying, others: Sequence[Saying]) -> bool:
    """Say whether a statement tells of a part of an amount: the words say so, or less was delivered than pledged."""
    quantity, step = saying.commitment.quantity, saying.commitment.firmness.step
    if quantity is None or quantity.max is None:
        return False
    marked = _names_a_part(saying.commitment.quote.exact, saying.claim.report.language)
    if not marked and step != Firmness.DELIVERED.step:
        return False
    whole = [
        each.commitment
        for each in others
        if each.commitment.quantity
        and each.commitment.quantity.unit == quantity.unit
        and (each.commitment.quantity.max or each.commitment.quantity.min or 0) > quantity.max
        and disagree(each.commitment.quantity, quantity)
    ]
    return bool(whole) and (marked or any((each.firmness.step or 0) < (step or 0) for each in whole))


@lru_cache(maxsize=1 << 12)
def _names_a_part(quote: str, language: str) -> bool:
    """Say whether words say that something is a part; kept, since a statement is asked as a link and as an amount."""
    return bool(_tranche_words(language).search(quote))


@cache
def _tranche_words(language: str) -> re.Pattern[str]:
    """The beginnings of words that say that something is a part, compiled once: every statement is asked."""
    found = [re.escape(word) for word in words("tranches", "word", language=language)]
    return re.compile(rf"\b(?:{'|'.join(found)})" if found else r"(?!)", re.IGNORECASE)


def _utterance(saying: Saying) -> tuple[str, str | None] | None:
    speaker = saying.commitment.speaker
    if speaker is None:
        return None
    return speaker, saying.commitment.said_on or saying.story or saying.day


def _sources(sayings: Sequence[Saying]) -> int:
    """How many independent sources there are: statements that share a root or an utterance are one."""
    groups: list[set[object]] = []
    for each in sayings:
        marks: set[object] = {("root", each.root)}
        utterance = _utterance(each)
        if utterance:
            marks.add(utterance)
        joined = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks]
        groups.append(marks.union(*joined))
    return len(groups)
