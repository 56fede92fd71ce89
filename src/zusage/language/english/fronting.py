"""Subjects run together with a date or place in front: "On January 6 in Paris France and Britain signed a pact".

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.sketch import SUBJECTS, Run, Sketch
from zusage.language.english.stranded import predicate_of

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_SHORTEST: Final = 4
_LONGEST_SUBJECT: Final = 14
_OPENERS: Final = frozenset({"that", ",", '"', "“", "but", "and", "—", "–", ":", "said"})
_BESIDE: Final = frozenset({"besides", "alongside", "like", "unlike"})
_MARKS: Final = frozenset({'"', "“", "'", "‘", "-", "–", "•"})
_NAMES: Final = frozenset({"NNP", "NNPS", "DT"})
_PREPOSITIONS: Final = frozenset({"on", "in", "at", "by", "since", "from", "during", "after", "before"})
_MONTHS: Final = frozenset(
    {
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    }
)
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NAME_STARTS: Final = frozenset(
    {
        *("new", "south", "north", "east", "west", "saudi", "united", "great", "sri", "costa", "el", "san", "sierra"),
        *("cape", "port", "los", "st.", "st", "european", "african", "world", "addis", "abu", "tel", "hong", "the"),
    }
)
_SUBJECT_STARTS: Final = frozenset({"NNP", "NNPS", "NN", "NNS", "DT", "JJ", "CD", "PRP$", "PRP"})


def mend_fronted(sketch: Sketch, run: Run) -> None:
    """Part a subject from dates and places before it: "he recalled that on Monday in Paris Oslo and Riga paid"."""
    for start in range(run[0], run[1] - _SHORTEST):
        if sketch.tags[start] != "IN" or sketch.words[start] not in _PREPOSITIONS:
            continue
        if start > run[0] and sketch.words[start - 1] not in _OPENERS:
            continue
        phrases = _read_phrases(sketch, start, run)
        if not phrases:
            continue
        border = phrases[-1][1]
        verb = _verb_after(sketch, border, run)
        if verb is None:
            continue
        predicate = predicate_of(sketch, verb, run)
        if start < predicate and not _has_subject(sketch, predicate, border, run):
            _part(sketch, (border, verb), predicate)
            _hang_phrases(sketch, start, phrases, predicate)


def mend_beside(sketch: Sketch, run: Run) -> None:
    """Part a list of subjects from the name beside whom they act: "Besides Kenya, Peru, Chile and Ghana have paid"."""
    start = next((i for i in range(*run) if sketch.words[i] not in _MARKS), run[1])
    if start >= run[1] - _SHORTEST or sketch.words[start] not in _BESIDE:
        return
    comma = next((i for i in range(start + 1, min(start + _SHORTEST, run[1])) if sketch.words[i] == ","), None)
    verb = _verb_after(sketch, comma + 1, run) if comma is not None else None
    if comma is None or verb is None or any(sketch.tags[i] not in _NAMES for i in range(start + 1, comma)):
        return
    predicate = predicate_of(sketch, verb, run)
    if not any(sketch.labels[c] in SUBJECTS and c < predicate for c in sketch.children(predicate, run)):
        _part(sketch, (comma + 1, verb), predicate)
        _hang_phrases(sketch, start, [(comma - 1, comma)], predicate)
        sketch.heads[comma], sketch.labels[comma] = comma - 1, "punct"


def _read_phrases(sketch: Sketch, start: int, run: Run) -> list[Run]:
    """Return head and end of each date or place in front: "On January 6 in Paris"; none if a subject cannot follow."""
    found: list[Run] = []
    index = start
    while index < run[1] - 2 and sketch.words[index] in _PREPOSITIONS and sketch.tags[index] == "IN":
        phrase = _read_phrase(sketch, index + 1, run)
        if phrase is None:
            return []
        found.append(phrase)
        index = phrase[1]
    return found if sketch.tags[index] in _SUBJECT_STARTS else []


def _read_phrase(sketch: Sketch, start: int, run: Run) -> Run | None:
    """Return head and end of a date or name: "January 6", "6 January", "Thursday", "2004", "Paris", "New York"."""
    word = sketch.words[start]
    if word in _WEEKDAYS:
        return start, start + 1
    if word in _MONTHS:
        return start, start + 1 + (sketch.tags[start + 1] == "CD")
    if sketch.tags[start] == "CD":
        dated = sketch.words[start + 1] in _MONTHS
        return start + dated, start + 1 + dated
    end = start
    while end < run[1] - 1 and sketch.words[end] in _NAME_STARTS:
        end += 1
    return (end, end + 1) if sketch.tags[end] == "NNP" else None


def _hang_phrases(sketch: Sketch, start: int, phrases: list[Run], predicate: int) -> None:
    """Hang the phrases in front on the predicate."""
    low = start
    for head, end in phrases:
        for index in range(low, end):
            sketch.heads[index] = head
            sketch.labels[index] = "case" if index == low else "nummod" if sketch.tags[index] == "CD" else "compound"
        sketch.heads[head], sketch.labels[head] = predicate, "obl"
        low = end


def _verb_after(sketch: Sketch, start: int, run: Run) -> int | None:
    """Return the finite verb right behind one noun phrase or coordination, None if something else comes between."""
    for index in range(start, min(run[1], start + _LONGEST_SUBJECT)):
        if sketch.is_finite(index):
            return index if index > start else None
        if sketch.tags[index] not in {*_SUBJECT_STARTS, "CC", "IN", "RB", "NNP", "POS", "HYPH", ","}:
            return None
        is_last = index + 1 == run[1]
        if sketch.words[index] in {",", "that"} and (is_last or sketch.tags[index + 1] not in {"NNP", "NNPS", "CC"}):
            return None
    return None


def _has_subject(sketch: Sketch, predicate: int, border: int, run: Run) -> bool:
    """Tell whether a predicate has a subject that lies wholly behind the phrases in front."""
    found = [c for c in sketch.children(predicate, run) if sketch.labels[c] in SUBJECTS and c < predicate]
    if not found:
        return False
    below = [i for i in range(*run) if _hangs_on(sketch, i, found[0])]
    return min(below) >= border


def _hangs_on(sketch: Sketch, node: int, above: int) -> bool:
    steps = 0
    while node >= 0 and node != above and steps < len(sketch.heads):
        node, steps = sketch.heads[node], steps + 1
    return node == above


def _part(sketch: Sketch, subject: Run, predicate: int) -> None:
    """Hang what follows the phrases in front on the predicate as its subject."""
    border, verb = subject
    heads = _conjunct_heads(sketch, subject)
    if not heads:
        return
    first = heads[0]
    sketch.heads[first], sketch.labels[first] = predicate, "nsubj"
    for head in heads[1:]:
        sketch.heads[head], sketch.labels[head] = first, "conj"
    for index in range(border, heads[-1]):
        nearest = next(head for head in heads if head >= index)
        if index not in heads and (not border <= sketch.heads[index] < verb or sketch.heads[index] <= index):
            sketch.heads[index] = nearest
            word, tag = sketch.words[index], sketch.tags[index]
            sketch.labels[index] = (
                "punct" if word == "," else {"CC": "cc", "DT": "det", "JJ": "amod"}.get(tag, "compound")
            )


def _conjunct_heads(sketch: Sketch, run: Run) -> list[int]:
    """Return the heads of a noun phrase or coordination: the last noun of each part before a preposition."""
    heads: list[int] = []
    last: int | None = None
    for index in range(*run):
        if sketch.tags[index] in _NOUNS:
            last = index
        elif sketch.tags[index] == "CC" or sketch.words[index] == ",":
            if last is None:
                return []
            heads.append(last)
            last = None
        elif sketch.tags[index] in {"IN", "POS"}:
            break
    return [*heads, last] if last is not None else heads
