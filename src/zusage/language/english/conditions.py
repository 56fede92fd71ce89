"""Clauses after "once", "unless", "if", "until" that the parser did not see as clauses.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.sketch import Run, Sketch, top_of

_MARKERS: Final = frozenset({"once", "unless", "if", "until"})
_PARTICIPLES: Final = frozenset({"provided", "providing", "assuming"})
_NOUN_PHRASE: Final = frozenset(
    {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "CC", "POS", "EX", "HYPH", "PDT", "$", "JJS", "JJR"}
)
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "CD", "DT"})
_LONGEST: Final = 12


def mend_conditions(sketch: Sketch, run: Run) -> None:
    """Rebuild "only once a truce or a treaty was in place" where the conjunction was taken for an adverb."""
    for marker in range(run[0] + 1, run[1] - 2):
        if not _opens(sketch, marker):
            continue
        verb = _first_finite(sketch, marker + 1, run[1])
        if verb is None:
            continue
        predicate = top_of(sketch, (verb, run[1]), verb)
        if not _is_marked(sketch, marker, predicate):
            _rebuild(sketch, marker, (verb, predicate), run)


def _opens(sketch: Sketch, index: int) -> bool:
    """Tell whether a word may be a conjunction: "once the guns fall silent", "provided the allies agree"."""
    word = sketch.words[index]
    if word in _PARTICIPLES:
        noun = sketch.tags[index - 1] in _NOUNS or sketch.tags[index - 1] in {"VB", ","}
        return noun and sketch.tags[index + 1] in {"DT", "NNP", "PRP", "NNS", "PRP$", "EX"}
    return word in _MARKERS and sketch.words[index - 1] not in {"at", "all", "as"}


def _first_finite(sketch: Sketch, start: int, end: int) -> int | None:
    """Return the finite verb right behind one noun phrase, None if something else comes between."""
    for index in range(start, min(end, start + _LONGEST)):
        if sketch.is_finite(index):
            return index if index > start and sketch.tags[index - 1] != "CC" else None
        if sketch.tags[index] not in _NOUN_PHRASE:
            return None
    return None


def _is_marked(sketch: Sketch, marker: int, predicate: int) -> bool:
    """Tell whether the conjunction already hangs on the predicate, or on one before it in a coordination."""
    head = sketch.heads[marker]
    return head == predicate or (sketch.labels[marker] == "mark" and marker < head <= predicate)


def _rebuild(sketch: Sketch, marker: int, verbs: Run, run: Run) -> None:
    """Hang the noun phrase and the conjunction on the predicate, and that on the verb before."""
    verb, predicate = verbs
    outer = next((i for i in range(marker - 1, run[0] - 1, -1) if sketch.tags[i].startswith("VB")), None)
    tops = [i for i in range(marker + 1, verb) if not marker < sketch.heads[i] < verb]
    nouns = [top for top in tops if sketch.tags[top] in _NOUNS]
    if outer is None or sketch.heads[predicate] < 0 or not nouns or _hangs_on(sketch, outer, predicate):
        return
    sketch.heads[predicate], sketch.labels[predicate] = outer, "advcl"
    for top in tops:
        sketch.heads[top] = predicate
        sketch.labels[top] = "nsubj" if top == nouns[0] else sketch.labels[top]
    sketch.heads[marker], sketch.labels[marker] = predicate, "mark"


def _hangs_on(sketch: Sketch, node: int, above: int) -> bool:
    while node >= 0:
        if node == above:
            return True
        node = sketch.heads[node]
    return False
