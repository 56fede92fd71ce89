"""Conflicts about who: who said it, and whose contribution it is.

Uses `zusage.model` and the rules beside it.

Source: docs/methodology.md, "Conflicts".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations, combinations_with_replacement

from zusage.model.ledger import Citation, Severity
from zusage.model.quote import Quote
from zusage.model.statement import Quantity
from zusage.reconcile.affiliation import Affiliations, collective, is_actor_id
from zusage.reconcile.amounts import is_point
from zusage.reconcile.drafts import Draft, Said
from zusage.reconcile.firmness import Saying, crosses_line
from zusage.reconcile.lexicon import rows
from zusage.reconcile.occasions import Occasion, Point, by_report, of_one_occasion
from zusage.reconcile.wording import LANGUAGES, actor_label, person_label

_NEAR = 400
"""Characters within which a statement and the words that say whose it is are quoted together."""

_DIGITS = 2
"""Significant digits from which a number is uncommon enough to tell one contribution from another."""


def attribution_differences(
    point: Point, sayings: Sequence[Saying], occasion: Occasion, story: str, *, affiliations: Affiliations
) -> list[Draft]:
    """Find one announcement about others that reports put into the mouths of persons of different actors.

    Minister and spokesman of one government say the same thing without contradiction, and two institutions may both be
    the source of it; so only named persons of known, different actors are set against each other. An actor's own pledge
    has many speakers; it counts as one announcement only if the same exact amount is announced.
    """
    sides = {affiliations[name] for each in sayings if (name := each.commitment.speaker) and name in affiliations}
    if all(one & other for one, other in combinations_with_replacement(sides, 2)):
        return []  # whoever speaks, speaks for the same side
    told = [
        each
        for each in of_one_occasion(sayings, occasion)
        if each.commitment.speaker
        and not is_actor_id(each.commitment.speaker)
        and each.commitment.speaker in affiliations
    ]
    is_group = point[0].startswith("group:")
    if not is_group:
        told = [each for each in told if each.commitment.quantity and is_point(each.commitment.quantity)]
    pairs = [
        (one, other)
        for one, other in combinations(told, 2)
        if _of_others(one, other, affiliations) and (is_group or _same_announcement(one, other))
    ]
    reports = by_report(told)
    at_odds = [pair for pair in pairs if _never_share(pair, reports)]
    if not at_odds:
        return []
    said = tuple(
        Said(
            str(each.commitment.speaker),
            _with_speech(each),
            dict.fromkeys(LANGUAGES, person_label(str(each.commitment.speaker))),
        )
        for found in reports.values()
        for each in found
    )
    reasons = ("one announcement, persons of different actors",)
    return [
        Draft(
            slot="attribution",
            said=said,
            severity=Severity.MEDIUM,
            reasons=reasons,
            actors=(point[0],),
            measures=(point[1],),
            story=story,
        )
    ]


def _with_speech(saying: Saying) -> Citation:
    """The statement's words together with those that say who said it, if these stand near."""
    quote, text = saying.commitment.quote, saying.claim.report.text
    for step in saying.commitment.trace:
        if step.field == "speaker" and step.quote is not None:
            start, end = min(quote.start, step.quote.start), max(quote.end, step.quote.end)
            if end - start <= _NEAR:
                return Citation(saying.claim.report.id, Quote.cut(text, start, end), saying.claim.id)
    return saying.claim.citation


def _of_others(one: Saying, other: Saying, affiliations: Affiliations) -> bool:
    a, b = one.commitment, other.commitment
    if one.claim.report.id == other.claim.report.id or crosses_line(a.firmness, b.firmness):
        return False
    return not affiliations[str(a.speaker)] & affiliations[str(b.speaker)]


def _same_announcement(one: Saying, other: Saying) -> bool:
    return one.commitment.quantity == other.commitment.quantity and one.commitment.firmness is other.commitment.firmness


def _never_share(pair: tuple[Saying, Saying], reports: Mapping[str, Sequence[Saying]]) -> bool:
    speakers = [{each.commitment.speaker for each in reports[saying.claim.report.id]} for saying in pair]
    return not speakers[0] & speakers[1]


def actor_differences(sayings: Sequence[Saying], occasion: Occasion, story: str) -> list[Draft]:
    """Find one uncommon contribution that different reports ascribe to different actors.

    Example: one report has "Finland will einen Minensucher schicken", the other "Norway will send a minehunter", and
    neither report has the other state contribute ships at all.
    """
    kept = [
        each
        for each in of_one_occasion(sayings, occasion)
        if not each.commitment.actor.startswith("group:") and (each.commitment.firmness.step or 0) >= 1
    ]
    contributors: dict[tuple[str, str, str | None], set[str]] = defaultdict(set)
    by_mark: dict[tuple[str, str | None, str], list[Saying]] = defaultdict(list)
    for each in sayings:
        contributors[each.claim.report.id, each.commitment.measure, each.commitment.recipient].add(
            collective(each.commitment.actor)
        )
    for each in kept:
        for mark in _marks(each):
            by_mark[each.commitment.measure, each.commitment.recipient, mark].append(each)
    drafts = []
    told_of = [item for item in by_mark.items() if len({each.commitment.actor for each in item[1]}) > 1]
    for (measure, _, mark), group in sorted(told_of, key=lambda item: tuple(str(part) for part in item[0])):
        if any(_exchanged(pair, contributors) for pair in combinations(group, 2)):
            drafts.append(_draft(measure, mark, group, story))
    return drafts


def _exchanged(pair: tuple[Saying, Saying], contributors: Mapping[tuple[str, str, str | None], set[str]]) -> bool:
    one, other = pair
    if one.commitment.actor == other.commitment.actor or one.claim.report.id == other.claim.report.id:
        return False
    first, second = (
        contributors[each.claim.report.id, each.commitment.measure, each.commitment.recipient] for each in pair
    )
    return other.commitment.actor not in first and one.commitment.actor not in second


def _marks(saying: Saying) -> tuple[str, ...]:
    """What makes a contribution recognisable: a formation or large object by name, an exact and uncommon number."""
    found = []
    quantity = saying.commitment.quantity
    if quantity is not None and not quantity.shared and is_point(quantity) and _is_uncommon(quantity):
        found.append(f"{quantity.max:.10g} {quantity.unit}")
    words = saying.commitment.object or saying.commitment.quote.exact
    return tuple(dict.fromkeys((*found, *_formations_in(words, saying.claim.report.language))))


@lru_cache(maxsize=1 << 12)
def _formations_in(words: str, language: str) -> tuple[str, ...]:
    """The formations that words name; kept, since copies have the same words."""
    if not _any_formation(language).search(words.casefold()):
        return ()
    return tuple(formation for pattern, formation in _formations(language) if pattern.search(words))


def _is_uncommon(quantity: Quantity) -> bool:
    digits = f"{quantity.max:.0f}".rstrip("0")
    return quantity.unit != "items" and len(digits) >= _DIGITS


@cache
def _any_formation(language: str) -> re.Pattern[str]:
    """One pattern for the beginnings of all formations in small letters: most words name none, and it is quicker."""
    named = [re.escape(row["word"].casefold()) for row in rows("formations") if row["language"] == language]
    return re.compile("|".join(named) or "(?!)")


@cache
def _formations(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b{re.escape(row['word'])}(?:e|en|n|s|es)?\b", re.IGNORECASE), row["formation"])
        for row in rows("formations")
        if row["language"] == language
    )


def _draft(measure: str, mark: str, group: Sequence[Saying], story: str) -> Draft:
    said = tuple(
        Said(
            each.commitment.actor,
            each.claim.citation,
            {language: actor_label(each.commitment.actor, language) for language in LANGUAGES},
        )
        for each in group
    )
    return Draft(
        slot="actor",
        said=said,
        severity=Severity.MEDIUM,
        reasons=(f"the same contribution ({mark}) by different actors",),
        actors=tuple(sorted({each.commitment.actor for each in group})),
        measures=(measure,),
        story=story,
    )
