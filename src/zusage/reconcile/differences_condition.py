"""Conflicts about conditions: one that some reports state and another drops.

Uses `zusage.model` and the rules beside it.

Source: codebook, sections 2 and 7; docs/methodology.md, "Conflicts".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from zusage.model.ledger import Citation, Severity
from zusage.model.statement import Condition
from zusage.model.values import ConditionType
from zusage.reconcile.drafts import Draft, Said
from zusage.reconcile.firmness import Saying, side_of
from zusage.reconcile.occasions import Occasion, Point, by_report, of_one_occasion
from zusage.reconcile.wording import LANGUAGES, joined, label

_SILENCE = frozenset({ConditionType.CEASEFIRE, ConditionType.PEACE_DEAL})
"""The guns fall silent: reports word it as a ceasefire or as peace, also as either."""

_OF_THE_SITUATION = frozenset({*_SILENCE, ConditionType.ATTACK})
"""Conditions of the whole effort: stated for one contribution of an actor, they are not dropped for the others."""

_OBJECTS = frozenset({("backstop", ConditionType.ATTACK), ("monitoring", ConditionType.CEASEFIRE)})
"""Measures that are about the event itself: a backstop is support after an attack, so no report has to say so."""

_GRAVE = frozenset({ConditionType.PARLIAMENT, ConditionType.US_SUPPORT, ConditionType.UN_MANDATE})


def condition_differences(
    point: Point, sayings: Sequence[Saying], occasion: Occasion, story: str, *, effort: Mapping[str, frozenset[str]]
) -> list[Draft]:
    """Find a condition of one contribution that some reports state and another drops.

    A report drops a condition if it tells of the contribution as one that is open or firm, adds no condition of its
    own, and could have known: the condition stood in reports as early as itself, and no still earlier report lacks it
    (then it was added later). ``effort``: for each report the conditions of the situation that it states for the same
    actor's other contributions.
    """
    if not any(each.commitment.conditions for each in sayings):
        return []
    reports = by_report(sayings)
    stated = {report: _types(found, point[1]) for report, found in reports.items()}
    asked = {report: _types(of_one_occasion(found, occasion), point[1]) for report, found in reports.items()}
    days = {report: found[0].claim.report.published_on for report, found in reports.items()}
    told = {report: stated[report] | effort.get(report, frozenset()) for report in reports}
    asked = {
        report: frozenset(kind for kind in kinds if not _was_added(kind, told, days)) for report, kinds in asked.items()
    }
    dropped = {
        kind
        for report, found in reports.items()
        if _is_positive(of_one_occasion(found, occasion))
        for other, kinds in asked.items()
        if other != report and stated[report] <= kinds
        for kind in kinds - told[report]
        if _could_know(days[report], days[other])
    }
    if not dropped:
        return []
    return [_draft(point, reports, dropped, story)]


def situation_conditions(sayings: Sequence[Saying]) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """For each actor and report the conditions of the situation that it states for any of the actor's contributions."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in sayings:
        for condition in each.commitment.conditions:
            if condition.type in _OF_THE_SITUATION:
                found[each.commitment.actor][each.claim.report.id].add(_type(condition))
    return {actor: {report: frozenset(kinds) for report, kinds in reports.items()} for actor, reports in found.items()}


def _type(condition: Condition) -> str:
    if condition.type in _SILENCE:
        return str(ConditionType.CEASEFIRE)
    if condition.type is ConditionType.SUPPORT and condition.of == "us":
        return str(ConditionType.US_SUPPORT)
    return str(condition.type)


def _types(sayings: Sequence[Saying], measure: str) -> frozenset[str]:
    return frozenset(
        kind
        for each in sayings
        if side_of(each.commitment.firmness) != "against"
        for condition in each.commitment.conditions
        if (measure, kind := _type(condition)) not in _OBJECTS
    )


def _is_positive(sayings: Sequence[Saying]) -> bool:
    return any((each.commitment.firmness.step or 0) >= 1 for each in sayings)


def _could_know(day: str | None, stated_on: str | None) -> bool:
    return day is None or stated_on is None or stated_on <= day


def _was_added(kind: str, told: Mapping[str, frozenset[str]], days: Mapping[str, str | None]) -> bool:
    """Say whether a condition came up only after reports that do not have it."""
    first = min((days[report] or "" for report, kinds in told.items() if kind in kinds), default="")
    return any(
        kind not in kinds and (day := days[report]) is not None and day < first for report, kinds in told.items()
    )


def _draft(point: Point, reports: Mapping[str, Sequence[Saying]], dropped: set[str], story: str) -> Draft:
    said = tuple(
        Said(_value(each), citation, {language: _label(each, language) for language in LANGUAGES})
        for found in reports.values()
        for each in found
        if each.commitment.firmness.step != 0
        for citation in _citations(each, dropped)
    )
    grave = dropped & _GRAVE
    why = "dropped: " + ", ".join(sorted(dropped))
    firm = any(side_of(each.commitment.firmness) == "firm" for found in reports.values() for each in found)
    return Draft(
        slot="condition",
        said=said,
        severity=Severity.HIGH if grave and firm else Severity.MEDIUM,
        reasons=(why,),
        actors=(point[0],),
        measures=(point[1],),
        story=story,
    )


def _citations(saying: Saying, dropped: set[str]) -> list[Citation]:
    """The words of the condition where the reader has them apart, else those of the statement."""
    own = [
        Citation(saying.claim.report.id, condition.quote, saying.claim.id)
        for condition in saying.commitment.conditions
        if condition.quote and _type(condition) in dropped
    ]
    return own or [saying.claim.citation]


def _value(saying: Saying) -> str:
    return ", ".join(sorted({str(condition.type) for condition in saying.commitment.conditions}))


def _label(saying: Saying, language: str) -> str:
    kinds = sorted({str(condition.type) for condition in saying.commitment.conditions})
    if not kinds:
        return "keine Bedingung" if language == "de" else "no condition"
    return joined((label("condition", kind, language) for kind in kinds), language)
