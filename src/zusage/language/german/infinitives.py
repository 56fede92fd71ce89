"""Infinitives with "zu" that no comma sets off: where they begin inside their segment.

"Oslo plant | drei Boote zu entsenden", "Sie hat die Absicht | Geld zu geben". With "haben", "sein", "scheinen" the
infinitive belongs to the verb group. Uses `segments` and the lexicon files.
"""

from __future__ import annotations

from zusage.language.german.cells import NOM
from zusage.language.german.lexicon import word_set
from zusage.language.german.names import Words
from zusage.language.german.segments import CHUNK, FIN, NON, UM, WORD, ZU_INF, Segment, Unit


def split_infinitive(segment: Segment, words: Words) -> list[Segment]:
    """Return the segment, cut in two where an infinitive begins that no comma sets off."""
    if not segment.zu or not segment.finite or segment.opener == UM:
        return [segment]
    codes = [unit.code for unit in segment.units]
    verb, infinitive = codes.index(FIN), codes.index(ZU_INF)
    start = (
        _find_start(segment, words, verb, infinitive)
        if verb < infinitive
        else _before_verb(segment, words, verb, infinitive)
    )
    if start is None:
        return [segment]
    end = infinitive + 1
    while end < len(codes) and codes[end] == NON and verb < infinitive:
        end += 1
    outer = segment.units[:start] + (segment.units[end:] if verb > infinitive else [])
    inner = segment.units[start:end] + ([] if verb > infinitive else segment.units[end:])
    if not outer or not inner:
        return [segment]
    outside, inside = _part(segment, outer, segment.brk), _part(segment, inner, "")
    outside.hole = (inside.start, inside.end)
    return [outside, inside]


def _part(segment: Segment, units: list[Unit], brk: str) -> Segment:
    part = Segment(brk, segment.brk_start if brk or units[0].start == segment.start else units[0].start, units)
    starts = {unit.start for unit in units} | {unit.end - 1 for unit in units}
    part.finite = [place for place in segment.finite if place in starts]
    part.bare = [place for place in segment.bare if place in starts]
    part.zu = [place for place in segment.zu if place in starts]
    part.after_quote = segment.after_quote
    if units[0].start == segment.start:
        part.opener, part.opener_unit = segment.opener, segment.opener_unit
    return part


def _find_start(segment: Segment, words: Words, verb: int, infinitive: int) -> int | None:
    """Return the first unit of an infinitive to the right of the finite verb, None if it belongs to that verb."""
    units = segment.units
    for place in range(infinitive - 1, verb, -1):
        chunk = units[place].chunk
        if (
            chunk is not None
            and words.lemmas[chunk.head] in word_set("clausal_noun")
            and words.tags[chunk.head] == "NN"
        ):
            return place + 1
    for place in range(verb + 1, infinitive):
        if units[place].code == WORD and words.lower[units[place].start] in word_set("clausal_adjective"):
            return place + 1
    if words.lemmas[units[verb].start] in word_set("raising") or words.tags[units[verb].start] != "VVFIN":
        return None
    if any(unit.code == NON for unit in units[verb:infinitive]):
        return next(place for place in range(verb, infinitive) if units[place].code == NON) + 1
    return _after_subject(units, words, verb, infinitive)


def _after_subject(units: list[Unit], words: Words, verb: int, infinitive: int) -> int:
    needs = 0 if any(_may_be_subject(unit, words) for unit in units[:verb]) else 1
    needs += words.lemmas[units[verb].start] in word_set("object_control")
    place = verb + 1
    while place < infinitive:
        unit = units[place]
        if unit.code == WORD or (unit.chunk is not None and words.tags[unit.chunk.head] == "PRF"):
            place += 1
        elif needs and unit.code == CHUNK and unit.chunk is not None and unit.chunk.prep is None:
            needs -= 1
            place += 1
        else:
            break
    return place


def _may_be_subject(unit: Unit, words: Words) -> bool:
    chunk = unit.chunk
    return (
        chunk is not None
        and chunk.prep is None
        and bool(chunk.cells & NOM)
        and words.lemmas[chunk.head] not in word_set("time")
    )


def _before_verb(segment: Segment, words: Words, verb: int, infinitive: int) -> int | None:
    """Return the first unit of an infinitive left of its verb ("… weil er Geld zu geben verspricht")."""
    units = segment.units
    if words.lemmas[units[verb].start] in word_set("raising") or words.tags[units[verb].start] != "VVFIN":
        return None
    before = units[infinitive - 1] if infinitive else None
    objects = before is not None and before.code == CHUNK and infinitive - 1 > segment.opener_unit + 1
    return infinitive - 1 if objects else infinitive
