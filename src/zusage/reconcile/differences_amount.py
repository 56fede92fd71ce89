"""Conflicts about amounts: between reports of one story, and within one report.

Uses `zusage.model` and the rules beside it.

Source: codebook, section 2 (quantities); docs/methodology.md, "Amounts" and "Conflicts".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from zusage.model.ledger import Scope, Severity
from zusage.model.statement import Quantity
from zusage.reconcile.affiliation import collective
from zusage.reconcile.amounts import Rates, disagree, ends, in_words, is_money, is_point
from zusage.reconcile.drafts import Draft, Said
from zusage.reconcile.evidence import is_approximate
from zusage.reconcile.firmness import Saying
from zusage.reconcile.occasions import Occasion, by_report, of_one_occasion
from zusage.reconcile.wording import LANGUAGES, amount_label

_SAME_SUM = 2.0
"""Sums under different purposes are one sum told differently only if they are closer than this factor."""

Group = tuple[str, str | None, str, bool]


def amount_differences(
    sayings: Sequence[Saying], occasion: Occasion, story: str, *, rates: Rates | None = None
) -> list[Draft]:
    """Find reports that give different amounts for one contribution of the same occasion.

    Joint figures are compared with joint ones only, amounts per year or month with such, things with the same things.
    """
    drafts = []
    for (actor, _, measure, _), group in _alike(sayings).items():
        if len({each.commitment.quantity for each in group}) == 1:
            continue
        reports = by_report(of_one_occasion(group, occasion))
        kinds = _kinds_of_odds(reports.values(), rates)
        if kinds:
            drafts.append(_draft(actor, measure, reports, kinds, story))
    return drafts


def _alike(sayings: Sequence[Saying]) -> Mapping[Group, Sequence[Saying]]:
    """Group statements with an amount by actor, recipient, measure and whether the figure is a joint one.

    Money that one report gives a purpose and another does not is the same measure under two names (codebook, section
    2), as long as no report has both.
    """
    given = [each for each in sayings if each.commitment.quantity]
    merged = _merged_purposes(given)
    groups: dict[Group, list[Saying]] = defaultdict(list)
    for each in given:
        quantity = each.commitment.quantity
        if quantity:
            who = collective(each.commitment.actor), each.commitment.recipient
            measure = each.commitment.measure
            if is_money(quantity):
                measure = merged.get((*who, measure), measure)
            groups[*who, measure, quantity.shared].append(each)
    return dict(sorted(groups.items(), key=lambda item: tuple(str(part) for part in item[0])))


def _merged_purposes(sayings: Sequence[Saying]) -> Mapping[tuple[str, str | None, str], str]:
    by_actor: dict[tuple[str, str | None], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in sayings:
        if each.commitment.quantity and is_money(each.commitment.quantity):
            key = collective(each.commitment.actor), each.commitment.recipient
            by_actor[key][each.claim.report.id].add(each.commitment.measure)
    merged = {}
    for key, reports in by_actor.items():
        purposes = set().union(*reports.values())
        one_each = all(len(found) == 1 for found in reports.values())
        if "funding" in purposes and len(purposes) == 2 and one_each:  # noqa: PLR2004 - funding and one purpose
            merged[*key, "funding"] = next(iter(purposes - {"funding"}))
    return merged


class _Amount(NamedTuple):
    """What two statements' amounts are compared by; most reports of a story have the same."""

    quantity: Quantity
    is_rough: bool
    measure: str
    per: str | None
    terms: tuple[str | None, str | None]
    things: tuple[str | None, str]
    """For items: the object and the words in which they are counted; else nothing."""


def _amounts(sayings: Sequence[Saying]) -> frozenset[_Amount]:
    return frozenset(_amount(each, each.commitment.quantity) for each in sayings if each.commitment.quantity)


def _amount(saying: Saying, quantity: Quantity) -> _Amount:
    said = saying.commitment
    things = (said.object, said.quote.exact) if quantity.unit == "items" else (None, "")
    return _Amount(quantity, _is_rough(saying, quantity), said.measure, said.per, (said.from_, said.until), things)


def _kinds_of_odds(reports: Iterable[Sequence[Saying]], rates: Rates | None) -> set[str]:
    """Why the amounts of some two reports do not fit; what several reports have alike is compared once."""
    given = Counter(map(_amounts, reports))
    pairs = [*combinations(given, 2), *((each, each) for each, count in given.items() if count > 1)]
    return {kind for one, other in pairs if (kind := _at_odds(one, other, rates)) is not None}


def _at_odds(one: Iterable[_Amount], other: Iterable[_Amount], rates: Rates | None) -> str | None:
    """Why no amount of the one report fits any of the other's; None if some pair does or none can be compared."""
    found = []
    for a in one:
        for b in other:
            if not _comparable(a, b):
                continue
            kind = _odds(a, b, rates)
            if kind is None:
                return None
            found.append(kind)
    return min(found, default=None)


def _odds(one: _Amount, other: _Amount, rates: Rates | None) -> str | None:
    return disagree(one.quantity, other.quantity, approximate=one.is_rough or other.is_rough, rates=rates)


def _is_rough(saying: Saying, quantity: Quantity) -> bool:
    evidence = saying.commitment.evidence.get("quantity", ())
    wording = " ".join(quote.exact for quote in evidence) or saying.commitment.quote.exact
    return is_point(quantity) and is_approximate(wording, saying.claim.report.language)


def _comparable(one: _Amount, other: _Amount) -> bool:
    if one.per != other.per or any(x and y and x != y for x, y in zip(one.terms, other.terms, strict=True)):
        return False
    if one.measure != other.measure and not _near(one.quantity, other.quantity):
        return False
    return one.quantity.unit != "items" or other.quantity.unit != "items" or _same_things(one.things, other.things)


def _near(one: Quantity, other: Quantity) -> bool:
    (low, high), (other_low, other_high) = ends(one), ends(other)
    first, second = max(low, min(high, 1e18)), max(other_low, min(other_high, 1e18))
    return max(first, second) <= _SAME_SUM * min(first, second)


def _same_things(one: tuple[str | None, str], other: tuple[str | None, str]) -> bool:
    """Say whether two numbers of items count the same: by the objects, else by the noun after the number."""
    if one[0] and other[0]:
        return bool(_nouns(one[0]) & _nouns(other[0]))
    return bool(_counted(one[1]) & _counted(other[1]))


def _nouns(words: str) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"\w{4,}", words.casefold()))


def _counted(quote: str) -> frozenset[str]:
    found = re.findall(
        r"(?:\b\d[\d.,]*|\b(?:two|three|four|five|six|zwei|drei|vier|fünf|sechs))\s+((?:\w+[\s-]+){0,2}\w+)",
        quote.casefold(),
    )
    return frozenset(noun for run in found for noun in _nouns(run))


def _draft(actor: str, measure: str, reports: Mapping[str, Sequence[Saying]], kinds: set[str], story: str) -> Draft:
    said = tuple(
        _said(each, each.commitment.quantity)
        for found in reports.values()
        for each in found
        if each.commitment.quantity
    )
    if kinds == {"ceiling"}:
        severity, reason = Severity.LOW, "an upper limit against a fixed number"
    elif kinds <= {"currency", "ceiling"}:
        severity, reason = Severity.MEDIUM, "the same number in different currencies"
    else:
        severity, reason = Severity.MEDIUM, "the amounts exclude each other"
    measures = tuple(sorted({each.commitment.measure for found in reports.values() for each in found} | {measure}))
    return Draft(
        slot="quantity",
        said=said,
        severity=severity,
        reasons=(reason,),
        actors=(actor,),
        measures=measures,
        story=story,
    )


def _said(saying: Saying, quantity: Quantity) -> Said:
    labels = {language: amount_label(quantity, language) for language in LANGUAGES}
    return Said(in_words(quantity), saying.claim.citation, labels)


def contradictions_within(sayings: Sequence[Saying]) -> list[Draft]:
    """Find two numbers for one thing in one report: same actor, measure, unit, firmness, speaker and day.

    Only persons and money; a range that holds a number, a joint figure, or another object or term is no contradiction.
    """
    groups: dict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for each in sayings:
        said = each.commitment
        if said.quantity and said.quantity.unit != "items" and not said.quantity.shared:
            terms = (said.by, said.from_, said.until, said.per, said.object, said.where)
            who = (said.actor, said.measure, said.recipient, said.speaker, said.said_on, said.firmness)
            groups[each.claim.report.id, *who, said.quantity.unit, *terms].append(each)
    drafts = []
    for group in groups.values():
        pairs = [
            (one, other)
            for one, other in combinations(group, 2)
            if one.commitment.quote != other.commitment.quote and _are_two_numbers(one, other)
        ]
        if pairs:
            drafts.append(_within(pairs[0]))
    return drafts


def _are_two_numbers(one: Saying, other: Saying) -> bool:
    a, b = one.commitment.quantity, other.commitment.quantity
    return a is not None and b is not None and _odds(_amount(one, a), _amount(other, b), None) == "number"


def _within(pair: tuple[Saying, Saying]) -> Draft:
    first = pair[0].commitment
    return Draft(
        slot="quantity",
        said=tuple(_said(each, each.commitment.quantity) for each in pair if each.commitment.quantity),
        severity=Severity.LOW,
        reasons=("one report, two numbers",),
        actors=(first.actor,),
        measures=(first.measure,),
        scope=Scope.REPORT,
        story=pair[0].story,
    )
