"""Counted things whose name the parser takes for a clause: "60 soldiers and two Puma transport helicopters".

A number after "and" or a comma counts the noun that ends the run behind it; a word of that run which could be a verb is part
of the name. Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.sketch import Run, Sketch

_VERBLIKE: Final = frozenset({"NN", "VB", "VBP"})
_PREDICATES: Final = frozenset({"conj", "ccomp", "parataxis", "xcomp", "advcl", "dep", "list"})
_NAMING: Final = frozenset({"NN", "NNP", "JJ"})
_COUNTED: Final = frozenset({"NN", "NNS"})
_THINGS: Final = frozenset({"NN", "NNS", "NNP"})
_BEFORE: Final = frozenset({"and", "or", ","})
_INSIDE: Final = {"CD": "nummod", "JJ": "amod"}
_LONGEST: Final = 3
_BACK: Final = 4


def mend_counted(sketch: Sketch, run: Run) -> None:
    """Join "and two transport helicopters" to the list that it goes on with, in place."""
    for index in range(run[0] + 2, run[1] - 1):
        counted = index + 1
        if sketch.tags[index] not in _VERBLIKE or sketch.labels[index] not in _PREDICATES or sketch.heads[index] < 0:
            continue
        if sketch.tags[counted] not in _COUNTED or sketch.heads[counted] != index:
            continue
        number = _number_before(sketch, index, run)
        listed = _listed_before(sketch, number, run) if number is not None else None
        if number is not None and listed is not None:
            _join(sketch, (number, index), listed, run)


def _number_before(sketch: Sketch, index: int, run: Run) -> int | None:
    """Return the number that opens the name, if nothing but words of a name stands between."""
    for at in range(index - 1, max(run[0], index - 1 - _LONGEST), -1):
        if sketch.tags[at] == "CD":
            return at if at > run[0] and sketch.words[at - 1] in _BEFORE else None
        if sketch.tags[at] not in _NAMING:
            return None
    return None


def _listed_before(sketch: Sketch, number: int, run: Run) -> int | None:
    """Return the noun that the list named before: it ends right before the "and", and is counted, too."""
    last = number - 2 if sketch.words[number - 1] in _BEFORE else number - 1
    last -= sketch.words[last] == ","
    if last <= run[0] or sketch.tags[last] not in _THINGS:
        return None
    return last if any(sketch.tags[at] == "CD" for at in range(max(run[0], last - _BACK), last)) else None


def _join(sketch: Sketch, name: tuple[int, int], listed: int, run: Run) -> None:
    """Make the noun behind the run a member of the list, and the run its parts."""
    number, index = name
    counted, over = index + 1, sketch.heads[index]
    children = sketch.children(index, run)
    for at in range(number, index + 1):
        sketch.heads[at], sketch.labels[at] = counted, _INSIDE.get(sketch.tags[at], "compound")
    sketch.tags[index], sketch.lemmas[index] = "NN", sketch.words[index]
    sketch.heads[counted], sketch.labels[counted] = over, "conj"
    if listed != over:
        sketch.hang(counted, listed, "conj")
    for child in children:
        if child < number:
            sketch.heads[child] = counted
        elif child > counted and over >= 0 and over != listed:
            sketch.hang(child, over, sketch.labels[child])
        elif child > counted:
            sketch.hang(child, counted, "nmod" if sketch.labels[child] == "obl" else sketch.labels[child])
