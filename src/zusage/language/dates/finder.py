"""Time expressions in a text, resolved against the text's day: one pass over the text, then what neighbours tell.

Uses the rules (`absolute`, `durations`, `relative`) and the grammar.

Source: TimeML 1.2.1 (TIMEX3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from zusage.language.dates import absolute, durations, relative
from zusage.language.dates.grammar import ALPHABET, NAMES, read_dates
from zusage.language.dates.mention import Bound, DateKind, DateMention
from zusage.language.dates.period import Grain, Period
from zusage.language.dates.setting import Found, Outcome, Resolve, Setting
from zusage.language.numbers.tape import Tape
from zusage.model.records import record

_BOUNDS = {
    "until": Bound.UNTIL,
    "to": Bound.UNTIL,
    "by": Bound.BY,
    "from": Bound.FROM,
    "since": Bound.FROM,
    "before": Bound.BEFORE,
    "after": Bound.AFTER,
}
_PASSED = frozenset({"det", "approx", "zu", "adjective"})
_OWNING = ("'s", "\u2019s")
_FOCUSING = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})
_NAMING = frozenset({"day", "figures", "iso-day", "month-of-year"})
_AGO = frozenset({"ago", "since"})


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Resolve


@record(frozen=True, slots=True)
class _Hit:
    """A mention and its pieces."""

    mention: DateMention
    start: int
    end: int


_TABLE = (*absolute.RULES, *durations.RULES, *relative.RULES)
RULES = tuple(_Rule(name, re.compile(ALPHABET.pattern(pattern)), resolve) for name, pattern, resolve in _TABLE)
_CHOICE = "|".join(re.sub(r"\?P<\w+>", "?:", ALPHABET.pattern(pattern)) for _, pattern, _ in _TABLE)
INNER = frozenset(
    "adjective ago born break cap clock close code colon comma counted dash daytime dot earlier er label later money number"  # noqa: SIM905 - in two lines, not thirty
    " odd per s sign slash suffix u-hour u-minute u-second word".split()
)
"""Classes that no rule begins with: most of a text, which is passed without trying a rule."""
_FIRST = "".join(letter for name, letter in ALPHABET.letters.items() if name not in INNER)
_ANY = re.compile(f"(?=[{_FIRST}])(?:{_CHOICE})")


def find_dates(text: str, language: str, anchor: date | None, *, prefer: str | None = None) -> tuple[DateMention, ...]:
    """Find the time expressions of a text, in its order, none overlapping.

    ``anchor``: the text's own day; without it relative expressions stay unresolved. ``prefer``: "past" or "future" for
    expressions that look either way; by default weekdays are the last ones up to the anchor and days without a year the
    nearest ones (`DateMention.looking` turns a single one round).

    Source: TimeML 1.2.1 (TIMEX3). "Am Donnerstag" in a report of Friday, 5 September 2025 is 2025-09-04.
    """
    tape = read_dates(text, language)
    hits = list(_scan(tape, Setting(language, anchor, prefer=prefer)))
    return tuple(hit.mention for hit in _join(tape, hits))


def _scan(tape: Tape, setting: Setting) -> Iterator[_Hit]:
    """Apply the first rule that resolves at each place, keeping the last mentioned day as focus."""
    at = before = 0
    while (candidate := _ANY.search(tape.shape, at)) is not None:
        at = candidate.start()
        hit = _apply(tape, at, setting)
        if hit is None:
            at += 1
            continue
        hit = _with_part(tape, hit, before)
        yield hit
        at = before = hit.end
        period = hit.mention.period
        if period is not None and period.grain in _FOCUSING and hit.mention.kind is DateKind.DATE:
            names = hit.mention.earlier is None and hit.mention.rule in _NAMING and period.grain is not Grain.YEAR
            setting = replace(setting, focus=period, focus_end=hit.end, named=period if names else setting.named)


def _apply(tape: Tape, at: int, setting: Setting) -> _Hit | None:
    for rule in RULES:
        match = rule.pattern.match(tape.shape, at)
        if match is None:
            continue
        start, end = match.span("SPAN")
        outcome = rule.resolve(Found(tape, match, setting))
        if outcome is not None:
            return _Hit(_mention(tape, start, end, rule.name, outcome), start, end)
    return None


def _mention(tape: Tape, start: int, end: int, rule: str, outcome: Outcome) -> DateMention:
    return DateMention(
        start=tape.starts[start],
        end=tape.ends[end - 1],
        kind=outcome.kind,
        value=outcome.value,
        rule=rule,
        period=outcome.period,
        mod=outcome.mod,
        bound=None if rule in _AGO else _bound(tape, start, end),
        earlier=outcome.earlier,
        later=outcome.later,
    )


def _bound(tape: Tape, start: int, end: int) -> Bound | None:
    """As in "bis zum 3. Mai", "by the end of March", "ab Januar"; not in "came to Tuesday's talks"."""
    if tape.text[tape.ends[end - 1] :][:2] in _OWNING:
        return None
    at = start - 1
    while at >= 0 and at > start - 4 and NAMES[tape.shape[at]] in _PASSED:
        at -= 1
    if at < 0:
        return None
    if NAMES[tape.shape[at]] == "of" and end < len(tape.shape) and NAMES[tape.shape[end]] in {"until", "to", "dash"}:
        return Bound.FROM  # "vom 3. bis 5. Mai"
    return _BOUNDS.get(NAMES[tape.shape[at]])


def _with_part(tape: Tape, hit: _Hit, floor: int) -> _Hit:
    """Take "Ende", "Anfang", "early" before a period into it: "Ende März", "mid-2026", "early next year"."""
    mention = hit.mention
    if mention.kind is not DateKind.DATE or mention.period is None or mention.period.grain in {Grain.DAY, Grain.SPAN}:
        return hit
    at = hit.start - 1
    while at >= floor and at > hit.start - 3 and NAMES[tape.shape[at]] in {"of", "det", "dash"}:
        at -= 1
    if at < floor or NAMES[tape.shape[at]] != "part":
        return hit
    which = str(tape.facts[at])
    start = at - 1 if at > floor and NAMES[tape.shape[at - 1]] == "det" and tape.word(at - 1).islower() else at
    narrowed = replace(
        mention,
        start=tape.starts[start],
        mod=which,
        period=mention.period.part(which),
        bound=_bound(tape, start, hit.end),
        earlier=_part(mention.earlier, which),
        later=_part(mention.later, which),
    )
    return _Hit(narrowed, start, hit.end)


def _part(period: Period | None, which: str) -> Period | None:
    return period.part(which) if period else None


def _join(tape: Tape, hits: list[_Hit]) -> Iterator[_Hit]:
    """Let a weekday or time of day take the date beside it.

    "Samstag, 17. Januar" is one mention; "am Dienstag (18. März)" and "am Morgen des 28. November" tell which day.
    """
    at = 0
    while at < len(hits):
        hit, following = hits[at], hits[at + 1] if at + 1 < len(hits) else None
        at += 1
        between = _between(tape, hit, following) if following else None
        if following is None or between is None or following.mention.rule not in _DAYS:
            yield hit
        elif hit.mention.rule == "daytime" and between in _OF_DAY:
            yield replace(hit, mention=_dated(hit.mention, following.mention))
        elif hit.mention.rule != "weekday" or hit.mention.kind is not DateKind.DATE:
            yield hit
        elif between == ("open",):
            yield replace(hit, mention=_dated(hit.mention, following.mention))
        elif set(between) <= {"comma", "det", "on", "dot"}:
            at += 1
            mention = replace(following.mention, start=hit.mention.start, bound=hit.mention.bound)
            yield _Hit(mention, hit.start, following.end)
        else:
            yield hit


_DAYS = frozenset({"day", "figures", "day-of-year", "first-day", "iso-day"})
_OF_DAY = frozenset({("det",), ("of",), ("on",), ("of", "det")})


def _between(tape: Tape, hit: _Hit, following: _Hit) -> tuple[str, ...] | None:
    """Classes of the one or two pieces at most between two mentions; None if there are more."""
    if following.start - hit.end > 2:  # noqa: PLR2004
        return None
    return tuple(NAMES[tape.shape[at]] for at in range(hit.end, following.start))


def _dated(mention: DateMention, by: DateMention) -> DateMention:
    """The mention on another one's day, with its own time of day."""
    time = mention.value[mention.value.index("T") :] if mention.kind is DateKind.TIME and "T" in mention.value else ""
    return replace(mention, period=by.period, value=by.value + time, earlier=None, later=None)
