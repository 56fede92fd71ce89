"""Conflicts in the making: what a rule finds, before joint ones are merged and roots, ids and sentences are added.

Uses `zusage.model` and the wording beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from zusage.model.ledger import Citation, Conflict, ConflictSide, Scope, Severity
from zusage.model.records import record
from zusage.model.report import digest
from zusage.reconcile.wording import LANGUAGES, actor_label, joined, label

_ORDER = {Severity.LOW: 0, Severity.MEDIUM: 1, Severity.HIGH: 2}


@record(frozen=True, slots=True)
class Said:
    """One value on one side: its sign, the label by language, and the words."""

    value: str
    citation: Citation
    labels: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class Draft:
    """A conflict as a rule finds it: ``actors`` and ``measures``, or ``topic`` in words by language, name the point."""

    slot: str
    said: tuple[Said, ...]
    severity: Severity
    reasons: tuple[str, ...]
    actors: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    topic: Mapping[str, str] | None = None
    scope: Scope = Scope.REPORTS
    story: str | None = None
    sentence: Mapping[str, str] | None = None


_OPENING = {
    "date": {"de": "Die Berichte nennen verschiedene Tage", "en": "The reports give different days"},
    "place": {"de": "Die Berichte nennen verschiedene Orte", "en": "The reports give different places"},
    "count": {
        "de": "Die Berichte nennen verschiedene Zahlen von Staaten",
        "en": "The reports give different numbers of countries",
    },
    "quantity": {"de": "Die Berichte nennen verschiedene Mengen", "en": "The reports give different amounts"},
    "firmness": {
        "de": "Die Berichte geben den Beitrag verschieden fest wieder",
        "en": "The reports differ on how firm it is",
    },
    "condition": {
        "de": "Nicht alle Berichte nennen dieselben Bedingungen",
        "en": "Not all reports state the same conditions",
    },
    "attendance": {"de": "Die Berichte geben die Teilnahme verschieden an", "en": "The reports differ on who came how"},
    "attribution": {
        "de": "Die Berichte schreiben die Aussage Verschiedenen zu",
        "en": "The reports name different speakers",
    },
    "actor": {"de": "Die Berichte nennen verschiedene Beitragende", "en": "The reports name different contributors"},
}


def merge_joint(drafts: Iterable[Draft]) -> list[Draft]:
    """Take conflicts of one slot and story together whose words are the same: a joint statement is one point."""
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        words = frozenset((said.citation.report, said.value, _span(said.citation)) for said in draft.said)
        groups[draft.slot, draft.story, draft.scope, words].append(draft)
    return [_merged(group) for group in groups.values()]


def _span(citation: Citation) -> tuple[int, int]:
    return (citation.quote.start, citation.quote.end) if citation.quote else (-1, -1)


def _merged(group: Sequence[Draft]) -> Draft:
    first = min(group, key=lambda each: (each.actors, each.measures))
    if len(group) == 1:
        return first
    return Draft(
        slot=first.slot,
        said=first.said,
        severity=max((each.severity for each in group), key=_ORDER.__getitem__),
        reasons=first.reasons,
        actors=tuple(sorted({actor for each in group for actor in each.actors})),
        measures=tuple(sorted({measure for each in group for measure in each.measures})),
        topic=first.topic,
        scope=first.scope,
        story=first.story,
        sentence=first.sentence,
    )


def finish(draft: Draft, roots: Mapping[str, str]) -> Conflict:
    """Make the conflict: sides by value, roots behind each, the sentence in both languages, an id made of all that."""
    by_value: dict[str, list[Said]] = defaultdict(list)
    for said in sorted(draft.said, key=lambda each: (each.value, each.citation.report, _span(each.citation))):
        by_value[said.value].append(said)
    sides = tuple(_side(value, group, roots) for value, group in sorted(by_value.items()))
    subject = " ".join(part for part in (",".join(draft.actors), ",".join(draft.measures)) if part) or _topic(
        draft, "en"
    )
    behind = {side.value: len(side.roots) for side in sides}
    reasons = (*draft.reasons, "roots: " + ", ".join(f"{value or '-'} {count}" for value, count in behind.items()))
    marks = [draft.slot, str(draft.scope), draft.story or "", subject]
    marks += [f"{side.value} {cited.report} {_span(cited)}" for side in sides for cited in side.citations]
    return Conflict(
        id=digest("conflict\n" + "\n".join(marks))[:16],
        slot=draft.slot,
        scope=draft.scope,
        subject=subject,
        sides=sides,
        severity=draft.severity,
        reasons=reasons,
        explanation=draft.sentence or {language: _sentence(draft, language) for language in LANGUAGES},
        story=draft.story,
    )


def _side(value: str, group: Sequence[Said], roots: Mapping[str, str]) -> ConflictSide:
    citations = tuple(dict.fromkeys(said.citation for said in group))
    behind = tuple(sorted({roots.get(cited.report, cited.report) for cited in citations}))
    return ConflictSide(value, citations, behind, next((said.source for said in group if said.source), None))


def _topic(draft: Draft, language: str) -> str:
    if draft.topic:
        return draft.topic[language]
    actors = joined((actor_label(actor, language) for actor in draft.actors), language)
    measures = joined((label("measure", measure, language) for measure in draft.measures), language)
    return ", ".join(part for part in (actors, measures) if part)


def _sentence(draft: Draft, language: str) -> str:
    values = dict.fromkeys(
        said.labels.get(language) or said.value for said in sorted(draft.said, key=lambda each: each.value)
    )
    contrast = (" gegen " if language == "de" else " against ").join(values)
    return f"{_OPENING[draft.slot][language]} ({_topic(draft, language)}): {contrast}."
