"""Subjects cut off from their verbs by an aside or a relative clause.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.lexicon import verbs_of
from zusage.language.english.sketch import SUBJECTS, Run, Sketch

_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_RELATIVES: Final = frozenset({"who", "which", "whose", "whom", "where"})
_BOUND: Final = frozenset({"obj", "iobj", "obl", "nmod", "conj", "nmod:poss", "acl:relcl"})
_PARTS: Final = frozenset({"flat", "compound", "nmod:desc", "amod", "det", "nummod", "nmod:poss", "case", "nmod", "cc"})
_LONGEST_ASIDE: Final = 34
_SHORTEST: Final = 4


def mend_stranded(sketch: Sketch, run: Run) -> None:
    """Give a verb after an aside its subject before it.

    "Kenya, which leads the force, reaffirmed its offer", "Slovenia, he said, would pay", "Poland, however, ruled it out".
    """
    for verb in range(run[0] + _SHORTEST, run[1]):
        if not sketch.is_finite(verb) or sketch.words[verb - 1] != ",":
            continue
        predicate = predicate_of(sketch, verb, run)
        if not _is_free(sketch, predicate, run):
            continue
        opening = _opening_comma(sketch, verb - 1, run)
        if opening is not None and (noun := _noun_before(sketch, opening, run)) is not None:
            _seat(sketch, noun, predicate)


def predicate_of(sketch: Sketch, verb: int, run: Run) -> int:
    """Return the predicate that a finite verb belongs to: itself, or what it helps."""
    head = sketch.heads[verb]
    helps = sketch.labels[verb] in {"aux", "aux:pass", "cop"} and run[0] <= head < run[1]
    return head if helps else verb


def _is_free(sketch: Sketch, predicate: int, run: Run) -> bool:
    """Tell whether a predicate has no subject, conjunction or relative pronoun."""
    for child in sketch.children(predicate, run):
        label = sketch.labels[child]
        if label in SUBJECTS or label == "cc" or (label == "mark" and child < predicate):
            return False
        if sketch.tags[child] in {"WDT", "WP", "WRB", "WP$"} and child < predicate:
            return False
    return True


def _opening_comma(sketch: Sketch, closing: int, run: Run) -> int | None:
    """Return the comma that opens what a comma closes: a relative clause, a speech clause, or a few words."""
    finite = speech = 0
    for index in range(closing - 1, max(run[0], closing - _LONGEST_ASIDE), -1):
        if sketch.words[index] in {";", ":", '"', "”", "“"}:
            return None
        finite += sketch.is_finite(index)
        speech += sketch.lemmas[index] in verbs_of("speech") and sketch.is_finite(index)
        if sketch.words[index] != ",":
            continue
        relative = sketch.words[index + 1] in _RELATIVES or sketch.words[min(index + 2, closing)] in _RELATIVES
        if relative or (finite == 1 and speech == 1):
            return index
        if finite == 0 and closing - index <= _SHORTEST + 1:
            return index
        return None
    return None


def _noun_before(sketch: Sketch, comma: int, run: Run) -> int | None:
    """Return the head of the noun phrase before a comma, None if a verb or preposition claims it.

    "A promise to 'support it', which ..., survives" has the relative clause's noun; "According to him, the paper, ..."
    keeps "paper" apart from "him".
    """
    node = comma - 1
    if sketch.labels[node] == "acl" and sketch.tags[node] == "VB":
        node = sketch.heads[node]
    elif sketch.tags[node] not in _NOUNS:
        relative = next((i for i in range(comma + 1, run[1]) if sketch.labels[i] == "acl:relcl"), None)
        node = sketch.heads[relative] if relative is not None else -1
    if not run[0] <= node < comma or sketch.tags[node] not in _NOUNS:
        return None
    while run[0] <= sketch.heads[node] < comma and sketch.labels[node] in {*_PARTS, "conj"}:
        node = sketch.heads[node]
    if sketch.labels[node] == "appos" and not _has_case(sketch, sketch.heads[node], run):
        node = sketch.heads[node]
    if sketch.tags[node] not in _NOUNS or sketch.labels[node] in _BOUND or _has_case(sketch, node, run):
        return None
    return None if sketch.labels[node] in SUBJECTS and sketch.heads[node] < node else node


def _has_case(sketch: Sketch, noun: int, run: Run) -> bool:
    return any(sketch.labels[c] == "case" and c < noun for c in sketch.children(noun, run))


def _seat(sketch: Sketch, noun: int, predicate: int) -> None:
    """Make a noun the subject of a predicate; a predicate below it takes its place."""
    above, label = sketch.heads[noun], sketch.labels[noun]
    node = predicate
    while node >= 0 and node != noun:
        node = sketch.heads[node]
    if node == noun:
        sketch.heads[predicate] = above
        sketch.labels[predicate] = "ccomp" if label in SUBJECTS else label
    elif label in SUBJECTS and sketch.heads[noun] == predicate:
        return
    if above < 0 and node != noun:
        return
    sketch.heads[noun], sketch.labels[noun] = predicate, "nsubj"
