"""Why a pledge stands, waits or cannot stand, as sentences that lead on to what they hang on.

Uses `zusage.publish.assessment.words`.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.assess.assessment import Assessment
from zusage.assess.formula import ALWAYS, Absent, Amount, Atom, Formula, Others, Standing, Support, atoms
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import Fate
from zusage.assess.tally import Tally
from zusage.publish.assessment.words import Words


def reasons(base: Assessment, pledge: Pledge, words: Words) -> tuple[str, ...]:
    """Sentences on what becomes of a pledge, the most important first."""
    fate = base.fate(pledge)
    if not isinstance(fate, Fate):
        return (words.say(f"about_{fate}"),)
    place = base.place[pledge.id]
    if fate is Fate.STANDS:
        if pledge.condition == ALWAYS:
            return (words.say("why_free"),)
        return (words.say("why_met", what=words.condition(pledge.condition)),)
    missing = base.low.missing(place)
    found = [words.say("why_waits_for" if fate is Fate.WAITS else "why_missing", what=words.condition(missing))]
    if fate is Fate.WAITS:
        found.append(_ring(base, place, words))
    return tuple(found)


def details(base: Assessment, pledge: Pledge, words: Words) -> tuple[str, ...]:
    """For each thing that a pledge misses, how it stands with that."""
    if pledge.id not in base.place or base.fate(pledge) is Fate.STANDS:
        return ()
    place = base.place[pledge.id]
    tally = base.low.alone if base.low.fates[place] is Fate.WAITS else base.low.together
    missing = base.low.missing(place)
    found = [line for atom in atoms(missing) for line in _detail(base, atom, pledge, tally, words)]
    return tuple(dict.fromkeys(found))


def order(base: Assessment, pledge: Pledge, words: Words) -> str:
    """In which step a pledge comes to stand, or in which round it falls; empty for one that waits."""
    step = base.low.steps[base.place[pledge.id]] if pledge.id in base.place else 0
    return words.say("why_step" if base.fate(pledge) is Fate.STANDS else "why_order", n=step) if step else ""


def _ring(base: Assessment, place: int, words: Words) -> str:
    for number, ring in enumerate(base.low.rings, 1):
        if place in ring:
            others = [base.pledges[other].actor for other in ring if other != place]
            return words.say("why_ring", ring=number, who=words.actors(dict.fromkeys(others)))
    return words.say("why_follows")


def _detail(base: Assessment, atom: Atom, pledge: Pledge, tally: Tally, words: Words) -> Iterator[str]:
    match atom:
        case Absent(name=name):
            yield words.say("why_absent", what=_capital(words.event(name)))
        case Support(of=of):
            yield from _of_actor(base, of, base.low.world.support, words)
        case Standing(of=of, measure=measure):
            yield from _of_actor(base, of, (measure,) if measure else None, words)
        case Others(measure=measure):
            others = sorted(tally.others(pledge.actor, measure))
            key = "why_others_none" if not others else "why_others_one" if len(others) == 1 else "why_others"
            yield words.say(key, n=len(others), who=words.actors(others))
        case Amount(unit=unit, measure=measure):
            yield words.say("why_amount", amount=words.amount(tally.amount(pledge.actor, measure, unit), unit))


def _of_actor(base: Assessment, actor: str, measures: tuple[str, ...] | None, words: Words) -> Iterator[str]:
    """How it stands with an actor's pledges of some measures."""
    known = [*base.pledges, *(each for pledges in base.aside.values() for each in pledges)]
    own = [each for each in known if each.actor == actor and (measures is None or each.measure in measures)]
    if not own:
        yield words.say("why_actor_none", actor=words.actor(actor))
    for each in own:
        yield words.say("why_actor_fate", pledge=words.pledge(each), fate=words.fate(base.fate(each)))


def said(formula: Formula, words: Words) -> str:
    """A condition in words, empty for none."""
    return "" if formula == ALWAYS else words.condition(formula)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
