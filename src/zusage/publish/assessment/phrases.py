"""Sentences of a report that tables in a terminal and pages share: assumptions, coverage, helps, comparisons.

Uses `zusage.publish.assessment.words`.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.assess.assessment import Aside, Assessment
from zusage.assess.burden import Burden, Load
from zusage.assess.coverage import Coverage, Part
from zusage.assess.keystones import Keystone
from zusage.assess.package import Scenario
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import Fate
from zusage.assess.simulation import Distribution, Simulation
from zusage.assess.unlocking import Help, Lever, Unlocking
from zusage.model.values import Firmness
from zusage.publish.assessment.report import Report
from zusage.publish.assessment.words import Words

_MANY = ("none", "one", "some")


def assumptions(base: Assessment, source: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What an assessment assumes, as pairs of a heading and words."""
    scenario = base.scenario
    events = ", ".join(map(words.event, scenario.events)) or words.say("assumed_nothing")
    pairs = [(words.say("assumed"), events)]
    if scenario.without:
        pairs.append((words.say("left_out"), words.actors(scenario.without)))
    if scenario.added:
        pairs.append((words.say("added"), "; ".join(_added(each, words) for each in scenario.added)))
    pairs.append((words.say("counted"), _counted(scenario, words)))
    pairs.append((words.say("as_of"), scenario.as_of or words.say("as_of_newest")))
    named = words.say(f"from_{source}") if source in {"ledger", "package"} else source
    return (*pairs, (words.say("pledges_from"), named))


def _counted(scenario: Scenario, words: Words) -> str:
    key = "counted_only" if scenario.firmness is Firmness.DELIVERED else "counted_from"
    return words.say(key, firmness=words.firmness(scenario.firmness))


def _added(pledge: Pledge, words: Words) -> str:
    return f"{words.pledge(pledge)} ({words.condition(pledge.condition)})"


def stands_of_needed(each: Coverage, words: Words) -> str:
    """How much stands of how much: amounts where the requirement names one, else contributors."""
    requirement = each.requirement
    contributors = _contributors(len(each.alone.actors), requirement.contributors, words)
    if requirement.need is None or requirement.amount is None:
        return contributors
    needed = words.amount(requirement.amount, requirement.need.unit)
    amount = words.say("amount_of", amount=words.number(each.alone.low), needed=needed)
    return f"{amount}; {contributors}" if requirement.contributors > 1 else amount


def _contributors(count: int, needed: int, words: Words) -> str:
    if 1 < needed > count:
        return words.say("contributors_of", n=count, needed=needed)
    return words.say(f"contributors_{_MANY[min(count, len(_MANY) - 1)]}", n=count)


def remarks(each: Coverage, words: Words) -> tuple[str, ...]:
    """What else there is to say on a requirement: what is missing, upper figures, unknown ones, rotation, trigger."""
    requirement, found = each.requirement, []
    if not each.due:
        found.append(words.say("due_when", what=words.condition(requirement.trigger)))
    if missing := words.missing(each):
        found.append(missing)
    if requirement.need and each.alone.high > each.alone.low:
        found.append(words.say("if_upper", amount=words.amount(each.alone.high, requirement.need.unit)))
    if requirement.need and each.alone.unknown:
        found.append(words.say("unknown_amount", who=words.actors(_actors(each.alone.unknown))))
    if each.late:
        who = (words.say("late_by", actor=words.actor(pledge.actor), day=pledge.by) for pledge in each.late)
        found.append(words.say("late", who="; ".join(who)))
    if requirement.need and requirement.rotation > 1:
        place = words.amount((requirement.amount or 0) / requirement.rotation, requirement.need.unit)
        found.append(words.say("rotation_of", place=place, factor=words.number(requirement.rotation)))
    return tuple(found)


def parts(each: Coverage, words: Words) -> Iterator[tuple[Fate | Aside, str]]:
    """Who is behind each part of a requirement, with amounts."""
    unit = each.requirement.need.unit if each.requirement.need else None
    whose: tuple[tuple[Fate | Aside, Part], ...] = (
        (Fate.STANDS, each.alone),
        (Fate.WAITS, each.waiting),
        (Fate.BLOCKED, each.blocked),
        (Aside.SOFT, each.soft),
    )
    for fate, part in whose:
        if part.pledges:
            yield fate, "; ".join(_contribution(pledge, unit, words) for pledge in part.pledges)


def _contribution(pledge: Pledge, unit: str | None, words: Words) -> str:
    name = words.actor(pledge.actor)
    if pledge.quantity is None:
        return f"{name} ({words.say('no_figure')})" if unit else name
    return f"{name} ({words.quantity(pledge.quantity)})"


def _actors(pledges: tuple[Pledge, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.actor for each in pledges))


def goal_title(each: Unlocking, base: Assessment, words: Words) -> str:
    """What a set would make stand."""
    if each.goal is None:
        return words.say("help_goal_package")
    return next(need.title for need in base.package.requirements if need.id == each.goal).in_language(words.language)


def set_words(helps: tuple[Help, ...], then: Firmness, words: Words) -> str:
    """A set of helps on one line."""
    return " + ".join(words.help(each, then) for each in helps)


def pairs_of_unlocking(report: Report) -> tuple[tuple[Unlocking, Unlocking | None], ...]:
    """For each goal that does not stand what would help alone; and together, if that is something else.

    Requirements first, then the package.
    """
    together = {each.goal: each for each in report.unlocking if each.together}
    alone = [each for each in report.unlocking if not each.together and not each.already]
    ordered = sorted(alone, key=lambda each: each.goal is None)
    return tuple(
        (each, other if (other := together[each.goal]).already or other.sets != each.sets else None) for each in ordered
    )


def lever_title(each: Lever, words: Words) -> str:
    """What a lever is."""
    if each.event is not None:
        return words.say("lever_event", what=words.event(each.event))
    return words.say("lever_actor", actor=words.actor(each.actor or ""))


def lever_effect(each: Lever, words: Words) -> str:
    """What a lever unlocks: how many requirements and pledges."""
    counts = (("requirements", len(each.requirements)), ("pledges", len(each.pledges)))
    return ", ".join(
        words.say(f"lever_{what}_one" if count == 1 else f"lever_{what}", n=count) for what, count in counts if count
    )


def changes(report: Report, words: Words) -> Iterator[tuple[str, str, str]]:
    """Requirements and pledges that differ in the other assessment: name, here, there."""
    base, other = report.base, report.other
    if other is None:
        return
    for here, there in zip(base.coverage, other.coverage, strict=True):
        one, two = words.state(here), words.state(there)
        amounts = stands_of_needed(here, words), stands_of_needed(there, words)
        if (one, amounts[0]) != (two, amounts[1]):
            title = here.requirement.title.in_language(words.language)
            yield title, f"{one} ({amounts[0]})", f"{two} ({amounts[1]})"
    mine, theirs = _by_id(base), _by_id(other)
    for name in sorted({*mine, *theirs}):
        here_fate = words.fate(base.fate(mine[name])) if name in mine else words.say("none")
        there_fate = words.fate(other.fate(theirs[name])) if name in theirs else words.say("none")
        if here_fate != there_fate:
            yield words.pledge(mine.get(name) or theirs[name]), here_fate, there_fate


def _by_id(base: Assessment) -> dict[str, Pledge]:
    every = [*base.pledges, *(each for pledges in base.aside.values() for each in pledges)]
    return {each.id: each for each in every}


def keystones(report: Report) -> tuple[Keystone, ...]:
    """The keystones to show: what falls from what stands; and from what would stand together, where that is more."""
    alone = [each for each in report.keystones.found if not each.together]
    known = {(each.actors, each.pledges, each.requirements) for each in alone}
    more = [
        each
        for each in report.keystones.found
        if each.together and (each.actors, each.pledges, each.requirements) not in known
    ]
    return (*alone, *more)


def keystone_title(each: Keystone, words: Words) -> str:
    """Who would withdraw."""
    return (
        words.actors(each.actors)
        if len(each.actors) == 1
        else words.say("keystone_pair", who=words.actors(each.actors))
    )


def keystone_effect(each: Keystone, base: Assessment, words: Words) -> str:
    """What would fall."""
    titles = {need.id: need.title.in_language(words.language) for need in base.package.requirements}
    by_id = _by_id(base)
    found = []
    if each.requirements:
        names = ", ".join(titles[name] for name in each.requirements)
        found.append(words.say("keystone_falls", requirements=names))
    if each.pledges:
        names = ", ".join(words.pledge(by_id[name]) for name in each.pledges)
        found.append(words.say("keystone_pledges", pledges=names))
    where = words.say("keystone_together") if each.together else ""
    return f"{'; '.join(found)}{f' ({where})' if where else ''}"


def burden_title(each: Burden, words: Words) -> str:
    """What is added up, and the sum."""
    thing = f" ({each.object})" if each.object else ""
    return f"{words.measure(each.measure)}{thing}; {words.say('sum')}: {words.amount(each.low, each.unit)}"


def load_cells(load: Load, burden: Burden, words: Words) -> tuple[str, str, str, str]:
    """One actor's part: name, amount, share of the sum, ratio to its economy with the figure's source."""
    if load.high is None:
        amount = words.say("from_on", amount=words.amount(load.low, burden.unit))
    elif not load.low:
        amount = words.say("up_to", amount=words.amount(load.high, burden.unit))
    elif load.high == load.low:
        amount = words.amount(load.low, burden.unit)
    else:
        amount = f"{words.number(load.low)}–{words.amount(load.high, burden.unit)}"
    amount = f"{amount} ({words.say('burden_joint')})" if load.joint else amount
    share = words.share(load.low / burden.low) if burden.low and load.low and not load.joint else ""
    return words.actor(load.actor), amount, share, _economy(load, burden, words)


def _economy(load: Load, burden: Burden, words: Words) -> str:
    if load.economy is None:
        return words.say("burden_no_economy")
    economy = load.economy
    source = words.say("burden_source", year=economy.as_of, source=", ".join(economy.backing.sources))
    marked = source if economy.backing.verified else f"{source}, {words.say('unverified')}"
    if load.ratio is None:
        return marked
    if burden.is_share:
        ratio = f"{words.share(load.ratio, digits=3)} {words.say('burden_share')}"
    else:
        per = words.say("burden_per_billion", currency=economy.currency)
        ratio = f"{words.number(load.ratio)} {per}"
    return f"{ratio} ({marked})"


def silent(report: Report, words: Words) -> str:
    """Who contributes without any figure, by measure."""
    return "; ".join(f"{words.measure(each.measure)}: {words.actors(each.actors)}" for each in report.burdens.uncounted)


def simulation_lines(simulation: Simulation, base: Assessment, words: Words) -> Iterator[str]:
    """What was drawn, on whose assumptions, and for the package as a whole."""
    ranges = "; ".join(
        f"{words.firmness(firmness)} {words.share(low)}–{words.share(high)}"
        for firmness, (low, high) in base.scenario.honouring.items()
    )
    yield words.say("simulation_about", draws=words.number(simulation.draws), seed=simulation.seed, ranges=ranges)
    yield words.say("simulation_package", share=words.share(simulation.met, digits=1))
    if simulation.silent:
        yield words.say("simulation_silent", who=words.actors(_actors(simulation.silent)))


def middle(each: Distribution, words: Words) -> str:
    """The middle half of the draws."""
    low, high = each.quantiles[1], each.quantiles[3]
    unit = each.requirement.need.unit if each.requirement.need else None
    both = words.number(low) if low == high else f"{words.number(low)}–{words.number(high)}"
    return f"{both} {words.say('contributors') if unit is None else words.amount(0, unit).partition(' ')[2]}".strip()
