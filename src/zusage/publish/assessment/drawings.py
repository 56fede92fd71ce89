"""The charts of an assessment: coverage as bars, rings as circles, burden as bars.

Uses `zusage.publish.svg` and the phrases beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.assess.assessment import Assessment
from zusage.assess.burden import Load
from zusage.assess.coverage import Coverage, Part
from zusage.assess.links import waits_for
from zusage.publish.assessment import phrases
from zusage.publish.assessment.words import Words
from zusage.publish.svg import KINDS, Bar, bar, bars, chart, ring

_WIDTH, _HEIGHT = 300, 22


def coverage_bar(each: Coverage, words: Words) -> Bar:
    """One requirement as a bar: amounts where it names one, else contributors."""
    requirement = each.requirement

    def size(part: Part) -> float:
        return part.low if requirement.need else len(part.actors)

    parts = (each.alone, each.waiting, each.blocked, each.soft)
    stands, waits, blocked, soft = (size(part) for part in parts)
    needed = requirement.amount or requirement.contributors
    title = requirement.title.in_language(words.language)
    about = words.say(
        "chart_about",
        title=title,
        stands=words.number(stands),
        waits=words.number(waits),
        blocked=words.number(blocked),
        soft=words.number(soft),
        needed=words.amount(needed, requirement.need.unit if requirement.need else "items"),
    )
    return Bar(title, about, (stands, waits, blocked, soft), needed)


def bar_of(each: Coverage, words: Words) -> str:
    """One requirement's bar for a page."""
    made = coverage_bar(each, words)
    name = f"bar-{each.requirement.id}"
    return chart(name, made.title, made.about, (_WIDTH, _HEIGHT + 6), bar(made, y=3, width=_WIDTH, height=_HEIGHT))


def coverage_chart(base: Assessment, source: str, words: Words, *, narrow: bool = False) -> str:
    """All requirements as one chart; ``source``: where the pledges come from; ``narrow``: for a telephone."""
    by_id = {each.requirement.id: each for each in base.coverage}
    rows = [
        (
            component.title.in_language(words.language),
            [
                (
                    coverage_bar(by_id[each.id], words),
                    f"{words.state(by_id[each.id])}: {phrases.stands_of_needed(by_id[each.id], words)}",
                )
                for each in component.requirements
            ],
        )
        for component in base.package.components
    ]
    title = f"{words.say('chart_coverage')}: {base.package.title.in_language(words.language)}"
    legend = [*(words.say(f"fate_{kind}") for kind in KINDS), words.say("needs_legend")]
    assumed = "; ".join(f"{head}: {said}" for head, said in phrases.assumptions(base, source, words))
    note = f"{assumed}. {words.unchecked(base)}"
    return bars("coverage", title, rows, legend=legend, note=note, narrow=narrow)


def ring_drawing(base: Assessment, places: Sequence[int], number: int, words: Words) -> str:
    """A ring with an arrow from each pledge to those that it waits for."""
    labels = [words.pledge(base.pledges[place]) for place in places]
    links = [
        (one, places.index(other)) for one, place in enumerate(places) for other in waits_for(base.low, place, places)
    ]
    told = "; ".join(words.say("ring_link", one=labels[one], other=labels[other]) for one, other in links)
    about = words.say("ring_about", n=number, links=told)
    return ring(f"ring-{number}", words.say("chart_ring"), about, labels, links)


def burden_bar(load: Load, most: float) -> str:
    """One actor's amount against the largest; the part that is not sure is hatched."""
    rest = max((load.high or load.low) - load.low, 0)
    share = most or 1
    parts = (load.low / share, rest / share, 0.0, 0.0)
    inside = bar(Bar("", "", parts, None), width=_WIDTH * min(1, sum(parts)) or 1, height=14)
    return f'<svg viewBox="0 0 {_WIDTH} 16" class="chart" aria-hidden="true">{inside}</svg>'
