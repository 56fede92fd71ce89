"""A sentence cut at its commas, dashes, brackets and at the conjunctions that join clauses or verb phrases.

A segment knows its verbs, how it opens (conjunction, relative or question word, "um … zu"), and where its phrases are;
`fields` puts segments together to clauses. Uses `chunks` and the lexicon files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zusage.language.german.lexicon import is_animate, word_set
from zusage.language.german.names import Chunk, Words

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
BARE = frozenset({"VVINF", "VAINF", "VMINF", "VVPP", "VAPP", "VMPP"})
_BREAKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "–": "-",
    "—": "-",
    "-": "-",
    "--": "-",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
}
_QUOTES = frozenset("„“”»«\"‚‘’'›‹`")

# Codes of units.
CHUNK, FIN, NON, ZU_INF, PARTICLE, CONJ, SUB, UM, WORD, REL, WH = "C", "F", "I", "Z", "T", "K", "S", "U", "A", "R", "W"


@dataclass(slots=True)
class Unit:
    """A phrase or a single token with its code."""

    code: str
    start: int
    end: int
    chunk: Chunk | None = None


@dataclass(slots=True)
class Segment:
    """Units between two breaks; ``brk``: the sign before it ("" at the start, "K" where only a conjunction joins).

    ``hole``: the token run of a clause inside it that was taken out.
    """

    brk: str
    brk_start: int
    units: list[Unit] = field(default_factory=list)
    opener: str = ""
    opener_unit: int = 0
    finite: list[int] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    zu: list[int] = field(default_factory=list)
    after_quote: bool = False
    hole: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Index after the last token."""
        return self.units[-1].end

    def code(self, place: int) -> str:
        """Return the code of a unit, "" outside."""
        return self.units[place].code if 0 <= place < len(self.units) else ""


_CODES = {
    **dict.fromkeys(FINITE, FIN),
    **dict.fromkeys(BARE, NON),
    "VVIZU": ZU_INF,
    "PTKVZ": PARTICLE,
    "KON": CONJ,
    "KOUS": SUB,
    "KOUI": UM,
    "PWAV": WH,
    "PWS": WH,
    "PRELS": REL,
    "PRELAT": REL,
}


def find_segments(words: Words, chunks: Sequence[Chunk], start: int, end: int) -> list[Segment]:
    """Return the segments of a sentence in order; every token that is no break lies in a unit."""
    by_start = {chunk.start: chunk for chunk in chunks}
    raw = _cut(words, by_start, start, end)
    found: list[Segment] = []
    for segment in raw:
        if segment.units:
            found.extend(_split(segment, words))
    for segment in found:
        _describe(segment, words)
    return found


def _cut(words: Words, by_start: Mapping[int, Chunk], start: int, end: int) -> list[Segment]:
    segments = [Segment("", start)]
    lower, tags = words.lower, words.tags
    place = start
    while place < end:
        chunk = by_start.get(place)
        if chunk is not None:
            segments[-1].units.append(Unit(_chunk_code(chunk, tags), place, chunk.end, chunk))
            place = chunk.end
            continue
        word = lower[place]
        sign = _BREAKS.get(word)
        if sign is None and tags[place] == "$." and place + 1 < end and word[0] in "!?.…":
            sign = "."
        if sign is not None:
            segments.append(Segment(sign, place))
        elif word in _QUOTES or word in {"``", "''"}:
            if not segments[-1].units:
                segments[-1].after_quote = True
        elif tags[place] == "$.":
            pass
        elif tags[place] == "PTKZU" and place + 1 < end and tags[place + 1] in BARE:
            segments[-1].units.append(Unit(ZU_INF, place, place + 2))
            place += 1
        else:
            segments[-1].units.append(Unit(_CODES.get(tags[place], WORD), place, place + 1))
        place += 1
    return segments


def _chunk_code(chunk: Chunk, tags: list[str]) -> str:
    tag = tags[chunk.start]
    if tag in {"APPR", "APPRART"} and chunk.start + 1 < chunk.end:
        tag = tags[chunk.start + 1]
    if tag in {"PRELS", "PRELAT"}:
        return REL
    return WH if tag in {"PWS", "PWAT", "PWAV"} else CHUNK


def _split(segment: Segment, words: Words) -> list[Segment]:
    """Cut a segment at the conjunctions that join clauses or verb phrases in it."""
    units = segment.units
    cuts = [
        place for place in range(1, len(units) - 1) if units[place].code == CONJ and _joins_clauses(units, place, words)
    ]
    if not cuts:
        return [segment]
    parts: list[Segment] = []
    before = 0
    for cut in [*cuts, len(units)]:
        brk = segment.brk if not parts else "K"
        start = segment.brk_start if not parts else units[before].start
        parts.append(Segment(brk, start, units[before:cut], after_quote=segment.after_quote and not parts))
        before = cut
    return parts


def _joins_clauses(units: list[Unit], place: int, words: Words) -> bool:
    """Tell whether a conjunction inside a segment joins verb phrases or clauses rather than phrases.

    "Norwegen liefert Boote und | schickt Ausbilder", "… dass er kommt und | sie geht", "zu senden und | zu warten".
    """
    right = units[place + 1 :]
    if right[0].code in {SUB, REL, UM} and words.lower[right[0].start] != "als":
        return True
    before = units[place - 1].code
    left_codes = [unit.code for unit in units[:place]]
    right_codes = [unit.code for unit in right]
    if FIN in right_codes:
        return _joins_finite(left_codes, right_codes, before)
    if _is_gapped(units[:place], right, words):
        return True
    return bool(before in {NON, ZU_INF, PARTICLE, FIN} and (NON in right_codes or ZU_INF in right_codes))


def _is_gapped(left: list[Unit], right: list[Unit], words: Words) -> bool:
    """Tell whether a name and another phrase are a clause without its verb: "Oslo schickt Boote und | Bergen Geld"."""
    chunks = [unit.chunk for unit in right if unit.chunk is not None]
    if len(chunks) != 2 or len(right) != 2 or FIN not in [unit.code for unit in left]:  # noqa: PLR2004
        return False
    first, second = chunks
    before = left[-1].chunk
    if left[0].chunk is None or (before is None and left[-1].code not in {NON, PARTICLE}):
        return False
    if before is not None and (before.name or before.prep is not None or before.pronoun):
        return False
    parallel = left[0].chunk.prep is None and (left[0].chunk.name or is_animate(words.lemmas[left[0].chunk.head]))
    plain = second.prep is None and not second.name and not second.pronoun
    timed = words.lemmas[second.head] in word_set("time")
    return parallel and first.name and first.prep is None and plain and not timed


def _joins_finite(left: list[str], right: list[str], before: str) -> bool:
    if FIN not in left and not (ZU_INF in left or NON in left):
        return False
    if CONJ in right[: right.index(FIN)]:
        return before in {FIN, NON, PARTICLE}
    verb_last = left[0] in {SUB, REL, WH} or (left[0] in {CONJ, WORD} and len(left) > 1 and left[1] == SUB)
    if verb_last:
        return before in {FIN, NON, PARTICLE}
    phrases = sum(code in {CHUNK, REL, WH} for code in right[: right.index(FIN)])
    return phrases <= 2 or before in {FIN, NON, PARTICLE}  # noqa: PLR2004 - a Vorfeld is one phrase, with an attribute two


def _describe(segment: Segment, words: Words) -> None:
    """Fill in verbs and opener."""
    units = segment.units
    for unit in units:
        if unit.code == FIN:
            segment.finite.append(unit.start)
        elif unit.code == NON:
            segment.bare.append(unit.start)
        elif unit.code == ZU_INF:
            segment.zu.append(unit.end - 1)
    place = 0
    focus = word_set("focus")
    while place < len(units) - 1 and (
        units[place].code == CONJ or (units[place].code == WORD and words.lower[units[place].start] in focus)
    ):
        place += 1
    code = units[place].code
    if code in {SUB, REL, WH, UM}:
        segment.opener, segment.opener_unit = code, place
    if code == UM and not segment.zu:
        segment.opener = ""
