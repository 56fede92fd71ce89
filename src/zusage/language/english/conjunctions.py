"""Conjunctions of several words hang on their predicate as one mark: "provided that", "as long as".

Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zusage.language.english.lexicon import compound_markers
from zusage.language.english.sketch import BREAKS, Sketch, is_predicate

_CLAUSAL: Final = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "xcomp", "csubj"})
_LONE_MARKERS: Final = frozenset({"provided", "providing", "assuming", "supposing"})


def fold_conjunctions(sketch: Sketch) -> None:
    """Fold every conjunction of several words, in place."""
    for run in list(_compound_runs(sketch)):
        _fold_marker(sketch, run)


def _compound_runs(sketch: Sketch) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that are one conjunction.

    "provided that", "as long as"; single ones too ("provided Kyiv asks").
    """
    table = compound_markers()
    index = 0
    while index < len(sketch.words):
        word = sketch.words[index]
        rows = table.get(word, ())
        if not rows and word not in _LONE_MARKERS:  # nearly every word
            index += 1
            continue
        length = next((len(row) for row in rows if tuple(sketch.words[index : index + len(row)]) == row), 0)
        if not length and word in _LONE_MARKERS and _opens_clause(sketch, index):
            length = 1
        if length:
            yield index, index + length
        index += max(length, 1)


def _opens_clause(sketch: Sketch, index: int) -> bool:
    """Tell whether a lone "provided" is a conjunction: after a comma, or with a clause that has its own subject."""
    if index == 0 or sketch.words[index - 1] in BREAKS:
        return True
    if any(sketch.heads[i] == index and sketch.labels[i].startswith(("aux", "nsubj")) for i in range(index)[-8:]):
        return False
    reach = range(index + 1, min(len(sketch.words), index + 20))
    inner = [i for i in reach if sketch.heads[i] == index and sketch.labels[i] in _CLAUSAL]
    return any(sketch.labels[i] == "nsubj" and sketch.heads[i] in inner and i < sketch.heads[i] for i in reach)


def _fold_marker(sketch: Sketch, run: tuple[int, int]) -> None:
    """Hang a conjunction on its predicate as one mark, and the predicate where the conjunction hung."""
    start, end = run
    inside = range(start, end)
    predicate = _find_predicate(sketch, run)
    if predicate is None or _is_subject(sketch, end - 1):
        return
    _free_main_clause(sketch, run)
    outer = next((i for i in inside if sketch.heads[i] not in inside and sketch.heads[i] != predicate), None)
    if sketch.heads[predicate] in inside:
        if outer is None:
            return
        sketch.heads[predicate] = sketch.heads[outer]
        sketch.labels[predicate] = "advcl" if sketch.heads[outer] >= 0 else "root"
    elif sketch.labels[predicate] in {"ccomp", "acl", "acl:relcl"} and sketch.words[start] not in {"so", "in"}:
        sketch.labels[predicate] = "advcl"
    for index, head in enumerate(sketch.heads[start : end + 60], start=start):
        if head in inside and index not in inside and index != predicate:
            sketch.heads[index] = predicate
    sketch.heads[start], sketch.labels[start] = predicate, "mark"
    for index in range(start + 1, end):
        sketch.heads[index], sketch.labels[index] = start, "fixed"


def _is_subject(sketch: Sketch, last: int) -> bool:
    """Tell whether the "that" of "so that" or "now that" is a pronoun: "so that matters"."""
    return sketch.words[last] == "that" and sketch.labels[last].startswith("nsubj")


def _free_main_clause(sketch: Sketch, run: tuple[int, int]) -> None:
    """Make the clause before a conjunction the root: "Oslo pays provided that ..." (read as the main verb)."""
    start, end = run
    top = next((i for i in range(start, end) if sketch.heads[i] < 0), None)
    if top is None:
        return
    main = next(
        (i for i in range(max(0, start - 60), start) if sketch.heads[i] == top and is_predicate(sketch, i)), None
    )
    if main is not None:
        sketch.heads[main], sketch.labels[main] = -1, "root"
        sketch.heads[top], sketch.labels[top] = main, "advcl"


def _find_predicate(sketch: Sketch, run: tuple[int, int]) -> int | None:
    """Return the predicate after a conjunction: what hangs on it as a clause, or what it marks."""
    start, end = run
    for index in range(end, min(len(sketch.words), end + 60)):
        if start <= sketch.heads[index] < end and sketch.labels[index] in _CLAUSAL:
            return index
    for index in range(end - 1, start - 1, -1):
        head = sketch.heads[index]
        if sketch.labels[index] in {"mark", "case", "advmod"} and head >= end and is_predicate(sketch, head):
            return head
    return None
