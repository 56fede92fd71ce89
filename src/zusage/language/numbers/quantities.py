"""Numbers and quantities in a text: how many soldiers, how much money, in the words that say it.

Years, dates, times of day, ordinals, telephone numbers, ages and numbered names are no quantities. One pass over the
text, linear. Uses the grammar and the lexicons.

Source: codebook, section 2, Quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from zusage.language.numbers.currency import resolve_currency
from zusage.language.numbers.grammar import NAMES, RULES, START, read_numbers
from zusage.language.numbers.mention import Offsets, QuantityKind, QuantityMention
from zusage.language.numbers.surroundings import Counted, Number, counted, is_other, name_at
from zusage.language.numbers.tape import Tape
from zusage.language.numbers.value import Interval, interval_of, range_of, value_of

_FIGURES = frozenset({"day", "digits", "year"})
_BY_NOUN = {
    "time": QuantityKind.DURATION,
    "measure": QuantityKind.MEASURE,
    "formation": QuantityKind.FORMATION,
    "money": QuantityKind.MONEY,
}
_LEAST_SUM = 1_000_000
_SENTENCE_END = re.compile(r"[.!?;]\s")
_OF_WHOLE = re.compile(r" (?:der|dieser|ihrer|seiner|von(?: den)?|of(?: the| its| their)?)(?: [a-zäöü]+){0,2} ")
"""What stands between a part and its whole: "800 | der geplanten | 2500 Soldaten", "30 | of the | 90 vehicles"."""

_CONVERTED = re.compile(
    r"\s?[(\[](?:umgerechnet|etwa|rund|circa|ca\.|about|around|roughly|some|or|equal to|=|\s)*|(?: \w+)?,? umgerechnet (?:\w+ )?"
)
"""What stands between a sum and the same sum in another currency."""
_BEFORE_CHANGE = 40
_CHANGING = re.compile(
    r"\b(?:von|um)(?: (?:bisher|bislang|derzeit|heute|jetzt|zuletzt|zurzeit|aktuell|maximal|knapp|rund|etwa|gut))* $"
)
_CHANGED = re.compile(r"(?: \w+)? auf ")
"""What stands around what an amount was: "von bisher | 20 | Millionen auf | 30 Millionen Euro"."""
_JOINED = re.compile(r"\s(?:and|und|beziehungsweise|bzw\.|respektive)\s")
_SHORT_SCALES = {"million": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6, "bn": 1e9, "milliarde": 1e9, "mrd": 1e9}
_SCALES = {"de": {**_SHORT_SCALES, "billion": 1e12}, "en": {**_SHORT_SCALES, "billion": 1e9}}
_SCALE = re.compile(r"(million|milliarde|billion|mio|mrd|mn|bn|m)(?:en|n)?\b", re.IGNORECASE)
_LEAST_SCALED = 1000
_CERTAIN = 10  # below, "über" and "unter" are prepositions


def find_quantities(
    text: str,
    language: str,
    *,
    country: str | None = None,
    taken: Iterable[Offsets] = (),
    articles: bool = False,
    givers: frozenset[int] = frozenset(),
) -> tuple[QuantityMention, ...]:
    """Find the quantities of a text, in its order, none overlapping.

    ``language``: "de" or "en". ``country``: whose "Kronen" are meant when no adjective says it. ``taken``: runs that
    are something else (dates found before); what overlaps them is left out. ``articles``: "eine Fregatte" counts too.
    ``givers``: where names of states end, behind which a small number is none of a name: "Chile 30 and Peru 12".

    Source: codebook, section 2. "bis zu 200 Soldaten" is {None, 200}, "more than 50,000" {50000, None}, "rund 80"
    {80, 80}.
    """
    reader = _Reader(read_numbers(text, language), language, country, articles, givers)
    found: list[QuantityMention] = []
    at = 0
    while (start := START.search(reader.tape.shape, at)) is not None:
        mention, at = reader.read(start.start())
        if mention is not None:
            found.append(mention)
    found = _parts_of_wholes(text, _without_former(text, _without_conversions(text, found)))
    shared = _share_currency(text, _share_scale(text, found, language))
    return tuple(_leave_out(shared, sorted(taken)))


def _without_conversions(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """Leave out what only says a sum in another currency: "1,6 Milliarden Kronen (180 Millionen Euro)"."""
    kept: list[QuantityMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        sums = before is not None and before.kind is mention.kind is QuantityKind.MONEY
        if before is None or not sums or not _CONVERTED.fullmatch(text, before.end, mention.start):
            kept.append(mention)
    return kept


def _without_former(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """Leave out what an amount was, and by how much it grows, where it is told to what: "von 200 auf 2000 Soldaten"."""
    former = {
        mention.start
        for mention, following in pairwise(found)
        if _CHANGED.fullmatch(text, mention.end, following.start)
        and _CHANGING.search(text, max(mention.start - _BEFORE_CHANGE, 0), mention.start)
    }
    return [mention for mention in found if mention.start not in former]


def _parts_of_wholes(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """Leave out the whole that a number is a part of, and give it what the whole counts: "800 der geplanten 2500 Soldaten"."""
    out: list[QuantityMention] = []
    for mention in found:
        part = out[-1] if out else None
        counted = mention.kind is QuantityKind.COUNT and mention.noun is not None
        if part is None or not counted or part.kind is not QuantityKind.COUNT or part.noun is not None or part.vague:
            out.append(mention)
        elif _is_smaller(part, mention) and _OF_WHOLE.fullmatch(text, part.end, mention.start):
            out[-1] = replace(part, noun=mention.noun, following=mention.following)
        else:
            out.append(mention)
    return out


def _is_smaller(part: QuantityMention, whole: QuantityMention) -> bool:
    least, most = part.min or part.max, whole.max or whole.min
    return least is not None and most is not None and least < most


def _share_currency(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """Give a bare sum its sentence's currency: "Wien gibt 100 Millionen Euro, Bern 35 Millionen"."""
    money: QuantityMention | None = None
    out: list[QuantityMention] = []
    for mention in found:
        if mention.kind is QuantityKind.MONEY:
            money = mention
        elif money is not None and _SENTENCE_END.search(text, money.end, mention.start):
            money = None
        elif money is not None and mention.kind is QuantityKind.COUNT and mention.noun is None and _is_sum(mention):
            mention = replace(  # noqa: PLW2901
                mention, kind=QuantityKind.MONEY, currency=money.currency, currency_family=money.currency_family
            )
        out.append(mention)
    return out


def _share_scale(text: str, found: list[QuantityMention], language: str) -> list[QuantityMention]:
    """Give a number that is joined to a sum its scale and currency: "promised 377 and 263 million dollars"."""
    out = list(found)
    for at, (mention, following) in enumerate(pairwise(found)):
        if mention.kind is not QuantityKind.COUNT or following.kind is not QuantityKind.MONEY:
            continue
        scale = scale_of(text, following, language)
        bare = mention.noun is None and (mention.max or _LEAST_SCALED) < _LEAST_SCALED and mention.min == mention.max
        if scale is None or not bare or not _JOINED.fullmatch(text, mention.end, following.start):
            continue
        value = round((mention.max or 0) * scale)
        currency, family = following.currency, following.currency_family
        out[at] = replace(
            mention, min=value, max=value, kind=QuantityKind.MONEY, currency=currency, currency_family=family
        )
    return out


def scale_of(text: str, mention: QuantityMention, language: str) -> float | None:
    """What a number of a text is counted in: 1e6 of "30 million dollars"; None where it says no such word."""
    found = _SCALE.search(text, mention.number[0], mention.end)
    return _SCALES[language][found[1].lower()] if found is not None else None


def _is_sum(mention: QuantityMention) -> bool:
    """Say whether a bare number is large enough for a sum; "to help millions" counts people."""
    return not mention.vague and (mention.max or mention.min or 0) >= _LEAST_SUM


def _leave_out(found: Iterable[QuantityMention], taken: list[Offsets]) -> Iterable[QuantityMention]:
    """Drop the mentions whose number overlaps a run; both sides are in order."""
    at = 0
    for mention in found:
        start, end = mention.number
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or taken[at][0] >= end:
            yield mention


@dataclass(frozen=True, slots=True)
class _Reader:
    """One text while it is read."""

    tape: Tape
    language: str
    country: str | None
    articles: bool
    givers: frozenset[int]

    def read(self, at: int) -> tuple[QuantityMention | None, int]:
        """Read the mention that begins at a piece, and say where to go on."""
        for rule in RULES:
            match = rule.pattern.match(self.tape.shape, at)
            if match is None:
                continue
            if rule.name == "formation":
                return self._formation(match), match.end()
            mention = self._range(match) if "HIGH" in rule.pattern.groupindex else self._single(match, rule.name)
            if mention is not None:
                return mention, match.end()
        if self.articles and name_at(self.tape, at) == "article":
            return self._article(at), at + 1
        return None, at + 1

    def _formation(self, match: re.Match[str]) -> QuantityMention:
        unit = self._offsets(*match.span("BODY"))
        whole = self._offsets(*match.span())
        number = self._offsets(*match.span("LOW"))
        return QuantityMention(
            start=whole[0],
            end=whole[1],
            number=number,
            min=None,
            max=None,
            kind=QuantityKind.FORMATION,
            noun=unit,
            following=unit,
        )

    def _article(self, at: int) -> QuantityMention | None:
        thing = counted(self.tape, at + 1, self.language, 1)
        if thing.noun is None or thing.name == "time":
            return None
        number = self._offsets(at, at + 1)
        noun = self._offsets(*thing.noun)
        return QuantityMention(
            start=number[0],
            end=number[1],
            number=number,
            min=1,
            max=1,
            kind=_BY_NOUN.get(thing.name, QuantityKind.COUNT),
            noun=noun,
            following=self._offsets(at + 1, thing.last),
        )

    def _range(self, match: re.Match[str]) -> QuantityMention | None:
        low, high = match.span("LOW"), match.span("HIGH")
        interval = range_of(self.tape, low, high, led=name_at(self.tape, match.start()) in {"from", "between"})
        if interval is None or (self._is_year(low) and self._is_short(high) and not match["POST"]):
            return None
        marked = _has(match, "PRE", "MID", "PRE2", "POST")
        if self._is_other(low, marked=marked, after=False) or self._is_other((low[0], high[1]), marked=marked):
            return None
        return self._mention(match, interval, high[1])

    def _single(self, match: re.Match[str], rule: str) -> QuantityMention | None:
        low = match.span("LOW")
        names = [NAMES[letter] for letter in match["LOW"]]
        modifiers = frozenset(NAMES[letter] for letter in match["MOD"])
        unit = rule == "share" or _has(match, "PRE", "POST")
        marked = unit or bool(modifiers - {"approx"})
        if rule == "share":
            if len(names) == 1 and self.tape.facts[low[0]] != 0.5:  # noqa: PLR2004 (die Hälfte)
                return None
            if self.language == "en" and name_at(self.tape, match.end()) != "of" and names[0] == "article":
                return None
        if self._is_other(low, marked=marked) or (
            self._is_year(low) and self._is_dated(match.start(), low[1], unit=unit)
        ):
            return None
        value = value_of(self.tape, *low)
        interval = interval_of(value, modifiers, vague=rule == "vague", plain=not unit and value < _CERTAIN)
        return self._mention(match, interval, low[1], share=rule == "share", vague=rule == "vague")

    def _is_other(self, span: tuple[int, int], *, marked: bool, after: bool = True) -> bool:
        """Whether a number is something else; without ``after`` only what stands before it is looked at."""
        start, end = span
        figures = name_at(self.tape, start) in _FIGURES
        scaled = any(name_at(self.tape, at) in {"scale", "short"} for at in range(start, end))
        counts = start > 0 and self.tape.ends[start - 1] in self.givers and name_at(self.tape, end - 1) == "day"
        number = Number(start, end, figures, marked=marked or scaled or counts)
        if not after:
            return figures and name_at(self.tape, start - 1) in {"month", "label"}
        return is_other(self.tape, number, self.language)

    def _is_year(self, span: tuple[int, int]) -> bool:
        return span[1] - span[0] == 1 and name_at(self.tape, span[0]) == "year"

    def _is_dated(self, start: int, end: int, *, unit: bool) -> bool:
        """As in "until at least 2014": a year behind its modifier."""
        if unit or name_at(self.tape, start - 1) != "era":
            return False
        return counted(self.tape, end, self.language, self.tape.facts[end - 1]).noun is None

    def _is_short(self, span: tuple[int, int]) -> bool:
        return span[1] - span[0] == 1 and name_at(self.tape, span[0]) in {"year", "day"}

    def _mention(
        self, match: re.Match[str], interval: Interval, after: int, *, share: bool = False, vague: bool = False
    ) -> QuantityMention:
        tape, groups = self.tape, match.groupdict()
        pieces = [(name_at(tape, at), at) for label in ("PRE", "MID", "PRE2", "POST") for at in _pieces(match, label)]
        thing = counted(tape, max(match.end(), after), self.language, interval.max or interval.min or 0)
        money = [at for name, at in pieces if name == "money"]
        if not money and not pieces and thing.noun is not None and thing.name == "money":
            money = [thing.noun[0]]
        code, family = self._currency(money, [at for name, at in pieces if name == "nation"])
        kind = _kind({name for name, _ in pieces}, thing, share=share) if not money else QuantityKind.MONEY
        start, end = self._offsets(*match.span())
        formation = kind is QuantityKind.FORMATION
        return QuantityMention(
            start=start,
            end=max(end, tape.ends[money[-1]]) if money else end,
            number=self._offsets(match.start("LOW"), after),
            min=None if formation else interval.min,
            max=None if formation else interval.max,
            kind=kind,
            currency=code,
            currency_family=family,
            unit=self._offsets(money[-1], money[-1] + 1) if money else self._group(match, "POST"),
            noun=self._offsets(*thing.noun) if thing.noun and kind not in _UNITS else None,
            following=self._following(match.end(), thing.last),
            modifier=self._group(match, "MOD"),
            vague=vague,
            approximate="approx" in {NAMES[letter] for letter in groups["MOD"] or ""},
        )

    def _currency(self, money: list[int], nations: list[int]) -> tuple[str | None, str | None]:
        """ISO code and family of a currency's words: "Kronen" after "norwegische" is NOK."""
        if not money:
            return None, None
        values = [str(self.tape.facts[at]) for at in money]
        codes = [value for value in values if value.isupper()]
        if codes:
            return codes[-1], None
        value = values[-1]
        nation = str(self.tape.facts[nations[-1]]) if nations else None
        code = resolve_currency(value, nation or self.country)
        return code, None if nation else value

    def _following(self, start: int, end: int) -> Offsets | None:
        start += name_at(self.tape, start) == "hyphen"
        return self._offsets(start, end) if start < end else None

    def _offsets(self, start: int, end: int) -> Offsets:
        return self.tape.starts[start], self.tape.ends[end - 1]

    def _group(self, match: re.Match[str], label: str) -> Offsets | None:
        pieces = _pieces(match, label)
        return self._offsets(pieces.start, pieces.stop) if pieces else None


_UNITS = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})


def _kind(names: set[str], thing: Counted, *, share: bool) -> QuantityKind:
    if "percent" in names:
        return QuantityKind.PERCENT
    if "cent" in names:
        return QuantityKind.MEASURE
    if share:
        return QuantityKind.SHARE
    return _BY_NOUN.get(thing.name, QuantityKind.COUNT)


def _has(match: re.Match[str], *labels: str) -> bool:
    return any(bool(match.groupdict().get(label)) for label in labels)


def _pieces(match: re.Match[str], label: str) -> range:
    return range(*match.span(label)) if match.groupdict().get(label) else range(0)
