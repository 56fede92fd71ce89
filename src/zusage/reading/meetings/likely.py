"""Whether a report is about a meeting, and its day and city, by all that the report tells: the second way, after the rules.

Many a report never says it: "BERLIN, 6. November. In zwei Wochen wird die Nato in Lissabon beschließen …", "The fifteen agreed on
Friday". Whether there is a meeting is a logistic regression over signs of the report; its day and its city are each a choice
between options (`options`), of which what the rules tell is one, by a softmax over the weights of their signs. The weights are
learned by `training/meetings`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from zusage.model.quote import Quote
from zusage.model.records import record
from zusage.model.statement import Meeting, TraceStep
from zusage.model.values import MeetingKind
from zusage.reading.choice import chances_of
from zusage.reading.context import Context
from zusage.reading.learned import load_learned
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.meetings.options import Option, days_of, places_of
from zusage.reading.meetings.signs import Setting, setting_of, words_of
from zusage.reading.pairs.weights import Linear, add_up, logistic

LEAST: Final = 0.35
"""How probable it has to be that a report is about a meeting."""

DAY_STAYS: Final = 1.5
"""How many times as probable as what the rules tell another day has to be."""

PLACE_STAYS: Final = 2.0
"""The same for another city."""

LIKELY: Final = "likely by what the report tells"


@record(frozen=True, slots=True)
class Chosen:
    """The most probable of some options: its value, how probable it is, and the option with words that tells it most."""

    value: str | None
    chance: float
    option: Option | None


def with_likely(context: Context, ruled: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The meetings of a report, from those of the rules: the main one as it is likely, or as it was where none is likely."""
    setting, weights = setting_of(context, ruled), _load()
    sure = chance_of_any(setting, weights["any"])
    if sure < LEAST:
        return tuple(ruled)
    day, place = _bearings(setting, weights)
    if day.value is None and place.value is None:
        return tuple(ruled)
    same = next((m for m in ruled if (m.date, m.place) == (day.value, place.value)), None)
    if same is not None:
        return (same, *[m for m in ruled if m is not same])
    main = _meeting(setting, day, place, sure)
    if not ruled or _is_another(ruled[0], main):
        return (main, *[m for m in ruled if not _is_told_by(m, main)])
    first = ruled[0]
    told = [step for step in first.trace if step.field not in ("date", "place")]
    kept = [step for step in first.trace if _is_kept(step, first, main)]
    new = [step for step in main.trace if step.field not in {step.field for step in kept} and step.field != "meeting"]
    # As sure as the rules were: whether there is a meeting is theirs, and the likely day is right more often than theirs.
    sure = max(first.certainty or 0.0, main.certainty or 0.0)
    merged = replace(first, date=main.date, place=main.place, trace=(*told, *kept, *new), certainty=sure)
    return (merged, *[m for m in ruled[1:] if not _is_told_by(m, main)])


def _is_kept(step: TraceStep, first: Meeting, main: Meeting) -> bool:
    """Say whether a step of the rules tells the day or the place that stays."""
    return (step.field == "date" and first.date == main.date) or (step.field == "place" and first.place == main.place)


def _is_another(ruled: Meeting, main: Meeting) -> bool:
    """Say whether the main meeting of the rules is another one: elsewhere and on another day."""
    apart = ruled.place is not None and main.place is not None and ruled.place != main.place
    return apart and ruled.date is not None and main.date is not None and ruled.date != main.date


def _is_told_by(ruled: Meeting, main: Meeting) -> bool:
    """Say whether a meeting of the rules has nothing that the main one has not."""
    return ruled.date in (None, main.date) and ruled.place in (None, main.place)


# --- chances -----------------------------------------------------------------------------------------------------


def chance_of_any(setting: Setting, weights: Linear) -> float:
    """How probable it is that a report is about a meeting."""
    return logistic(add_up(weights, ("bias", *setting.whole)) + add_up(weights, words_of(setting.context)))


def choose(options: Sequence[Option], chances: Sequence[float], *, without_none: bool = False) -> Chosen:
    """The most probable value of some options."""
    sums: dict[str | None, float] = {}
    for option, chance in zip(options, chances, strict=True):
        sums[option.value] = sums.get(option.value, 0.0) + chance
    if without_none:
        sums.pop(None, None)
    if not sums:
        return Chosen(None, 0.0, None)
    value = max(sums, key=sums.__getitem__)
    worded = [i for i, option in enumerate(options) if option.value == value and option.end > option.start]
    best = options[max(worded, key=chances.__getitem__)] if worded else None
    return Chosen(value, sums[value], best)


def stays(options: Sequence[Option], chances: Sequence[float], ruled: str | None, factor: float) -> Chosen:
    """The most probable value of some options, or what the rules tell, where nothing is so much more probable (``factor``)."""
    best = choose(options, chances)
    own = [(option, chance) for option, chance in zip(options, chances, strict=True) if option.value == ruled]
    if not own or best.value == ruled or best.chance >= factor * sum([chance for _, chance in own], 0.0):
        return best
    return choose([option for option, _ in own], [chance for _, chance in own])


def _bearings(setting: Setting, weights: Mapping[str, Linear]) -> tuple[Chosen, Chosen]:
    """The day and the city; a meeting has at least one of both (codebook, 4)."""
    days, places = days_of(setting), places_of(setting)
    of_days, of_places = chances_of(days, weights["day"]), chances_of(places, weights["place"])
    if setting.ruled:
        main = setting.ruled[0]
        return stays(days, of_days, main.date, DAY_STAYS), stays(places, of_places, main.place, PLACE_STAYS)
    day, place = choose(days, of_days), choose(places, of_places)
    if day.value is None and place.value is None:
        some_day, some_place = choose(days, of_days, without_none=True), choose(places, of_places, without_none=True)
        if some_day.chance / day.chance > some_place.chance / place.chance:
            return some_day, place
        return day, some_place
    return day, place


# --- the meeting -------------------------------------------------------------------------------------------------


def _meeting(setting: Setting, day: Chosen, place: Chosen, sure: float) -> Meeting:
    text = setting.context.analysis.text
    steps = [TraceStep("meeting", LIKELY, _noun(setting))]
    for name, chosen in (("date", day), ("place", place)):
        if chosen.value is not None:
            words = chosen.option
            quote = Quote.cut(text, words.start, words.end) if words is not None else None
            steps.append(TraceStep(name, LIKELY, quote))
    return Meeting(
        date=day.value,
        place=place.value,
        kind_of=_kind(setting),
        quote=_sentence(setting, day.option or place.option),
        trace=tuple(steps),
        certainty=round(sure * day.chance * place.chance, 2),
    )


def _noun(setting: Setting) -> Quote | None:
    return setting.context.quote(setting.nouns[0], setting.nouns[0] + 1) if setting.nouns else None


def _kind(setting: Setting) -> MeetingKind:
    """What the best noun of meeting names; a report without one tells no kind."""
    named = [found for i in setting.nouns if (found := gathering_at(setting.context, i)) is not None]
    return max(named, key=lambda found: found[1])[0] if named else MeetingKind.OTHER


def _sentence(setting: Setting, words: Option | None) -> Quote | None:
    """The clause that names the meeting's day or city, else its noun."""
    context = setting.context
    for index, clause in enumerate(context.clauses):
        if words is None:
            break
        first, last = context.tokens[clause.start].start, context.tokens[clause.end - 1].end
        if first <= words.start and words.end <= last and not context.is_hidden(clause):
            return context.quote(context.clauses[index].start, clause.end)
    return _noun(setting)


@lru_cache(maxsize=1)
def _load() -> Mapping[str, Linear]:
    found: Mapping[str, Linear] = load_learned("meetings/weights.json")
    return found
