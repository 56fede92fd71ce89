"""What a report is about as a whole: the measure its nouns name most, for words that say nothing themselves.

Examples: "Finland has named twelve" in a report on observers; "Sweden declines" in one on loans; "police" and "soldiers" whom a
report on a monitoring mission counts are observers, "engineers" after an earthquake are relief workers.
Source: codebook, section 2 (measures are told by the effort that is reported on).
"""

from __future__ import annotations

from collections import Counter

from zusage.language.analysis import Pos
from zusage.language.numbers import QuantityKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words

LEAST_NAMED = 2
"""Nouns that make a measure the report's main one."""

LEAST_TASK = 4
"""Nouns that make a report one on monitoring, training or relief, so that its soldiers and teams do that."""

PURPOSES = frozenset({"arms", "humanitarian", "reconstruction"})
"""Measures that money may be for where two thirds of a report's nouns name them."""

TASKS = frozenset({"monitoring", "troops", "humanitarian", "naval"})
"""Measures that people may be counted for."""


def main_measure(context: Context) -> str | None:
    """The measure that most nouns of a report name; sums of money count for funding; None if hardly any names one."""
    counts = _counts(context)
    counts[context.money_is_for or "funding"] += sum(q.kind == QuantityKind.MONEY for q in context.quantities)
    best = max(counts, key=lambda m: (counts[m], m), default=None)
    return best if best is not None and counts[best] >= LEAST_NAMED else None


def is_leading(context: Context, measure: str) -> bool:
    """Say whether a report names one measure more often than all others together; its money is what money is for."""
    counts = _counts(context)
    counts[context.money_is_for or "funding"] += sum(q.kind == QuantityKind.MONEY for q in context.quantities)
    return counts[measure] * 2 > counts.total() and counts[measure] > LEAST_NAMED


def _counts(context: Context) -> Counter[str]:
    found: Counter[str] = Counter()
    for i, token in enumerate(context.tokens):
        if token.pos == Pos.NOUN and i not in context.hidden:
            thing = context.lexicon.thing(token.lemma, context.tokens[i - 1].lemma if i else "")
            if thing is not None and thing.measure is not None and thing.kind in ("thing", "action"):
                found[thing.measure] += 1
    return found


def task_of_people(context: Context) -> str | None:
    """What people are sent for in this report, where its nouns leave no doubt; None where they do."""
    counts = _counts(context)
    best = max(TASKS, key=lambda m: (counts[m], m))
    others = sum(counts[m] for m in TASKS if m != best)
    return best if counts[best] >= LEAST_TASK and counts[best] > others else None


def is_tasked(lemma: str, task: str, measure: str) -> bool:
    """Say whether a noun of people or machines has the task of the report: "police" on a monitoring mission."""
    if measure in (task, "logistics", "training"):
        return False
    if task == "monitoring":
        return lemma in words("tasked-people") | words("tasked-soldiers")
    return lemma in words("tasked-helpers" if task == "humanitarian" else "tasked-people")


def purpose_of_appeal(context: Context) -> str | None:
    """What money is for in a report on an appeal: relief, where several words of relief and none of rebuilding stand."""
    found = {token.lemma.lower() for i, token in enumerate(context.tokens) if i not in context.hidden}
    relief = found & words("relief-words")
    if len(relief) >= LEAST_NAMED and not found & words("rebuilding-words"):
        return "humanitarian"
    counts = _counts(context)
    del counts["funding"]
    best = max(PURPOSES, key=lambda m: (counts[m], m))
    return best if counts[best] >= LEAST_TASK and counts[best] * 3 > counts.total() * 2 else None
