"""Conflicts about one contribution: how firm it is, and where it would be.

Uses `zusage.model` and the rules beside it.

Source: codebook, sections 2 and 7; docs/methodology.md, "Conflicts".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from zusage.model.ledger import Severity
from zusage.model.values import Firmness, Where
from zusage.reconcile.drafts import Draft, Said
from zusage.reconcile.firmness import Saying, crosses_line, side_of
from zusage.reconcile.occasions import Occasion, Point, by_report, of_one_occasion
from zusage.reconcile.wording import LANGUAGES, label

_APART = frozenset({frozenset({Where.IN_COUNTRY, other}) for other in (Where.NEIGHBOUR, Where.HOME, Where.ELSEWHERE)})
"""Places that exclude each other for one contribution of soldiers or goods."""


def firmness_differences(point: Point, sayings: Sequence[Saying], occasion: Occasion, story: str) -> list[Draft]:
    """Find reports that have one contribution on different sides of a line.

    Two reports are at odds if nothing that the one says of it is compatible with anything that the other does.
    """
    if len({each.commitment.firmness for each in sayings}) == 1:
        return []
    reports = by_report(of_one_occasion(sayings, occasion))
    at_odds = [
        (one, other)
        for one, other in combinations(reports.values(), 2)
        if all(crosses_line(a.commitment.firmness, b.commitment.firmness) for a in one for b in other)
    ]
    if not at_odds:
        return []
    values = {each.commitment.firmness for pair in at_odds for said in pair for each in said}
    severity, reason = _weight(values)
    said = tuple(
        Said(
            each.commitment.firmness,
            each.claim.citation,
            {language: label("firmness", each.commitment.firmness, language) for language in LANGUAGES},
        )
        for found in reports.values()
        for each in found
    )
    return [_draft("firmness", point, said, story, severity=severity, reason=reason)]


def _weight(values: set[Firmness]) -> tuple[Severity, str]:
    sides = {side_of(value) for value in values}
    if {"against", "firm"} <= sides:
        return Severity.HIGH, "for against against"
    if Firmness.WITHHELD in values and "firm" in sides:
        return Severity.HIGH, "a commitment against none so far"
    if "against" in sides:
        return Severity.MEDIUM, "open against refused"
    if Firmness.CONSIDERING in values:
        return Severity.MEDIUM, "considered against pledged"
    return Severity.LOW, "readiness against a pledge"


def where_differences(point: Point, sayings: Sequence[Saying], occasion: Occasion, story: str) -> list[Draft]:
    """Find reports that put one contribution in places that exclude each other: in the country, or next door."""
    if not any(each.commitment.where for each in sayings):
        return []
    placed = [each for each in of_one_occasion(sayings, occasion) if each.commitment.where]
    reports = by_report(placed)
    sets = [{each.commitment.where for each in found} for found in reports.values()]
    if not any(all(frozenset({a, b}) in _APART for a in one for b in other) for one, other in combinations(sets, 2)):
        return []
    said = tuple(
        Said(
            str(each.commitment.where),
            each.claim.citation,
            {language: label("where", str(each.commitment.where), language) for language in LANGUAGES},
        )
        for found in reports.values()
        for each in found
    )
    reason = "a contribution inside the country against one outside"
    return [_draft("place", point, said, story, severity=Severity.MEDIUM, reason=reason)]


def _draft(slot: str, point: Point, said: tuple[Said, ...], story: str, *, severity: Severity, reason: str) -> Draft:
    return Draft(
        slot=slot,
        said=said,
        severity=severity,
        reasons=(reason,),
        actors=(point[0],),
        measures=(point[1],),
        story=story,
    )
