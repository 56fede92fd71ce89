"""Measuring each way by cross-validation over events: rules alone, learned alone, both together.

The folds are nested (Varma and Simon 2006): how sure to be is learned, for each fold, from rows that were judged by models
which had seen neither these rows' reports nor the fold. Nothing of the measuring parts is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from examples import Lesson, Vocabularies
from models import Row, certainty_of, cross_judge, learn, learn_certainty, rows_of

from zusage.reading.certainty import OWN
from zusage.reading.scoring.keys import actor_key

OUTER = 4
INNER = 3
SURE = 0.8
STEPS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.6)

Sure = list[tuple[Row, float]]


def show_ways(lessons: Sequence[Lesson], known: Vocabularies, *, rules: bool) -> None:
    """Print the scores of each way for each corpus and language, and the reliability of certainty."""
    judged = nested(lessons, known)
    way = "together" if rules else "learned alone"
    for name, chosen in _parts(lessons):
        inside = [one for one in judged if chosen(one[0].lesson)]
        gold = sum(len(lesson.gold) for lesson in lessons if chosen(lesson))
        if rules:
            print(
                f"{name:12} rules alone     {_scores([one for one in inside if one[0].lesson.ruled.get(one[0].key)], gold)}"
            )
        for step in STEPS:
            taken = [one for one in inside if one[1] >= step]
            print(f"{name:12} {way:13} {step:.2f} {_scores(taken, gold)}  firmness {_firmness(taken)}")
    sure = [row.right for row, certainty in judged if certainty >= SURE]
    found = sum(1 for _, certainty in judged if certainty >= OWN)
    share = sum(sure) / max(1, len(sure))
    print(
        f"certainty from {SURE}: {share:.2f} right; {len(sure)} of the {found} that are shown by default (from {OWN})"
    )


def nested(lessons: Sequence[Lesson], known: Vocabularies) -> Sure:
    """Judge each lesson, and how sure, by what was learned without its fold."""
    found: Sure = []
    for fold in range(OUTER):
        inside = [lesson for lesson in lessons if lesson.report.fold % OUTER != fold]
        weights = learn_certainty(_inner(inside, known))
        model = learn(inside, known)
        for lesson in lessons:
            if lesson.report.fold % OUTER == fold:
                found.extend((row, certainty_of(row, weights)) for row in rows_of(lesson, model))
    return found


def _inner(lessons: Sequence[Lesson], known: Vocabularies) -> list[Row]:
    return cross_judge(lessons, known, folds=INNER)


def _parts(lessons: Sequence[Lesson]) -> Iterable[tuple[str, Callable[[Lesson], bool]]]:
    for corpus in sorted({lesson.report.corpus for lesson in lessons}):
        for language in ("de", "en"):
            yield (
                f"{corpus} {language}",
                lambda lesson, c=corpus, g=language: (
                    lesson.report.corpus == c and lesson.report.gold.report.language == g
                ),
            )
    yield "all", lambda _: True


def _scores(taken: Sure, gold: int) -> str:
    found = {(id(row.lesson), actor_key(row.key[0]), row.key[1]): row.right for row, _ in taken}
    hits = sum(found.values())
    precision, recall = hits / max(1, len(found)), hits / max(1, gold)
    return f"P {precision:.2f} R {recall:.2f} F1 {2 * hits / max(1, len(found) + gold):.3f} of {gold}"


def _firmness(taken: Sure) -> str:
    """Of the right ones: the share whose firmness is right, the rules' own where they have one."""
    same = []
    for row, _ in taken:
        if row.right:
            annotated = {
                str(c.firmness)
                for c in row.lesson.report.gold.commitments
                if (actor_key(c.actor), c.measure) == (actor_key(row.key[0]), row.key[1])
            }
            said = row.lesson.firmness.get(row.key) or {row.firmness}
            same.append(bool(said & annotated))
    return f"{sum(same) / max(1, len(same)):.2f} of {len(same)}"
