"""Verbs that the tagger took for nouns: "the group meets in Riga", "once the guns fall silent", "the loan buys time".

A listed form (``noun_verbs.tsv``) is a verb where its clause has no other and the words around it fit: a noun of the
right number before it, an object, preposition or adverb after it. Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from zusage.language.english.lexicon import read_rows
from zusage.language.english.sketch import Run, Sketch

_SINGULAR: Final = frozenset({"NN", "NNP"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_NOUNS: Final = _SINGULAR | _PLURAL
_AFTER: Final = frozenset({"DT", "PRP", "PRP$", "CD", "$", "IN", "TO", "RB", "WRB", "WP", "WDT", "RP", "JJ", "NNP"})
_MARKERS: Final = frozenset({"once", "if", "unless", "until", "when", "after", "before", "because", "although", "that"})
_STARTS: Final = frozenset({*_MARKERS, "and", "but", "–", "—", '"', "“", ":"})
_KEPT: Final = {
    "appos": "obj",
    "nmod": "obl",
    "nmod:unmarked": "obl:unmarked",
    "acl": "xcomp",
    "flat": "obj",
    "compound": "obj",
}
_BEFORE: Final = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "CD", "PRP$", "POS", "IN", "CC", "HYPH", "$", "VBN"}
)
_LONGEST: Final = 14


@cache
def _forms() -> Mapping[str, tuple[str, bool]]:
    """Return the tag of each listed form and whether it is hardly ever a noun."""
    found: dict[str, tuple[str, bool]] = {}
    for verb, kind in read_rows("noun_verbs.tsv"):
        found[verb] = ("VBP", kind == "verb")
        ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "go")) else "s"
        plain = verb.endswith("y") and verb[-2] not in "aeou"
        found[f"{verb[:-1]}ies" if plain else verb + ending] = ("VBZ", kind == "verb")
    return found


@cache
def listed_verbs() -> frozenset[str]:
    """Return the listed verbs in their plain form."""
    return frozenset(verb for verb, _ in read_rows("noun_verbs.tsv"))


def mend_noun_verbs(sketch: Sketch, run: Run) -> None:
    """Make a listed noun the verb of a sentence, relative's main or marked clause that has none, in place."""
    forms = _forms()
    for index in range(run[0] + 1, run[1] - 1):
        if sketch.tags[index] not in _NOUNS or sketch.words[index] not in forms:
            continue
        tag, sure = forms[sketch.words[index]]
        if _agrees(sketch, index, tag, run) and _fits(sketch, index, (tag, sure), run):
            _make_verb(sketch, index, tag, run)


def _agrees(sketch: Sketch, index: int, tag: str, run: Run) -> bool:
    """Tell whether the noun before has the number of the verb form: "the group meets", "the guns fall"."""
    before = index - 1
    if sketch.words[before] == "," or sketch.tags[before] == "RB":
        return tag == "VBZ" and sketch.words[before] == "," and _closes_relative(sketch, before, run)
    if tag == "VBZ":
        return sketch.tags[before] in _SINGULAR
    return sketch.tags[before] in _PLURAL or (
        sketch.tags[before] in _NOUNS and index - 2 > run[0] and sketch.words[index - 2] == "and"
    )


def _closes_relative(sketch: Sketch, comma: int, run: Run) -> bool:
    """Tell whether a comma ends a relative clause on the subject: "the package, which cabinet approved, consists"."""
    for index in range(comma - 1, max(run[0], comma - 24), -1):
        if sketch.words[index] in {"who", "which", "whose"}:
            return sketch.words[index - 1] == "," or sketch.tags[index - 1] == "IN"
        if sketch.words[index] == ",":
            return False
    return False


def _fits(sketch: Sketch, index: int, form: tuple[str, bool], run: Run) -> bool:
    """Tell whether a verb is missing here: no finite one between the clause's start and its end."""
    tag, sure = form
    after = sketch.tags[index + 1]
    if after not in _AFTER and not (sure and after in _NOUNS):
        return False
    if after in {"IN", "TO"} and not sure and sketch.words[index + 1] not in {"that", "whether", "if"}:
        return False
    if after == "JJ" and not sure and tag == "VBZ":
        return False
    start = _clause_start(sketch, index, run)
    if start is None or any(sketch.tags[i] not in _BEFORE for i in range(start, index) if sketch.words[i] != ","):
        return sketch.words[index - 1] == ","
    marked = start > run[0] and sketch.words[start - 1] in _MARKERS
    stop = next((i for i in range(index + 1, run[1]) if sketch.words[i] in {",", ";", "–", "—"}), run[1])
    later = any(sketch.is_finite(i) for i in range(index + 1, stop))
    embedded = any(
        sketch.words[i] in {"that", "who", "which", "whether", "what", "how", "if", "when"}
        for i in range(index + 1, stop)
    )
    return (not later or embedded) and (marked or start == run[0] or sure)


def _clause_start(sketch: Sketch, index: int, run: Run) -> int | None:
    """Return where the clause before a verb begins; None if another verb is in it."""
    for place in range(index - 1, run[0] - 1, -1):
        if sketch.words[place] in _STARTS and not (sketch.words[place] == "and" and sketch.tags[place - 1] in _NOUNS):
            return place + 1
        if sketch.is_finite(place):
            return place + 1
        if index - place > _LONGEST:
            return None
    return run[0]


def _make_verb(sketch: Sketch, verb: int, tag: str, run: Run) -> None:
    """Give a verb the place of the noun phrase it was read into, and the noun before it as its subject."""
    subject = verb - 1
    if sketch.words[subject] == "," or any(sketch.labels[c] == "nsubj" for c in sketch.children(verb, run)):
        sketch.tags[verb] = tag
        return
    start = subject
    while start > run[0] and sketch.tags[start - 1] in _BEFORE and sketch.words[start - 1] not in _STARTS:
        start -= 1
    top = _noun_head(sketch, (start, verb))
    above, label = sketch.heads[verb], sketch.labels[verb]
    if start <= above < verb or (above >= verb and above < run[1] and label in {"compound", "nmod:unmarked", "amod"}):
        outer = above
        above, label = sketch.heads[outer], sketch.labels[outer]
        sketch.heads[outer], sketch.labels[outer] = verb, "obj" if outer > verb else "nsubj"
    sketch.tags[verb] = tag
    sketch.heads[verb], sketch.labels[verb] = (
        above,
        label if above < 0 or label in {"advcl", "ccomp", "conj"} else "ccomp",
    )
    sketch.heads[top], sketch.labels[top] = verb, "nsubj"
    for index in range(*run):
        if index in {top, verb}:
            continue
        if start <= index < verb:
            if not start <= sketch.heads[index] < verb:
                sketch.heads[index] = top
        elif index > verb and sketch.heads[index] in {verb, top}:
            sketch.heads[index] = verb
            sketch.labels[index] = _KEPT.get(sketch.labels[index], sketch.labels[index])


def _noun_head(sketch: Sketch, run: Run) -> int:
    """Return the head of a noun phrase: the last noun before its first preposition or conjunction."""
    last = run[1] - 1
    for index in range(run[0] + 1, run[1]):
        if sketch.tags[index] in {"IN", "CC"} and sketch.tags[index - 1] in _NOUNS:
            return index - 1
    return last
