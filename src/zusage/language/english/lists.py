"""Lists of names are one coordination: "Norway, Sweden and Denmark will pay".

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.sketch import Run, Sketch, top_of

_NAME_TAGS: Final = frozenset({"NNP", "NNPS"})
_SHORTEST: Final = 3


def mend_lists(sketch: Sketch, run: Run) -> None:
    """Coordinate three or more names in a row, set off by commas and a last "and" or "or", under the first."""
    index = run[0]
    while index < run[1]:
        if sketch.tags[index] not in _NAME_TAGS and sketch.words[index] != "the":  # most words open no name
            index += 1
            continue
        names, index = _read_list(sketch, index, run)
        if len(names) >= _SHORTEST:
            _coordinate(sketch, names)


def _read_list(sketch: Sketch, start: int, run: Run) -> tuple[list[Run], int]:
    """Return the names of a list that begins at a token, and where to go on; no names if it does not end in "and"."""
    names: list[Run] = []
    index = start
    while True:
        name = _read_name(sketch, index, run)
        if name is None:
            return [], max(index, start + 1)
        names.append(name)
        index = name[1]
        if index >= run[1] or sketch.words[index] not in {",", "and", "or"}:
            return [], max(index, start + 1)
        last = sketch.words[index] != "," or sketch.words[min(index + 1, run[1] - 1)] in {"and", "or"}
        index += 1 + (last and sketch.words[index] == ",")
        if last:
            final = _read_name(sketch, index, run)
            return ([*names, final], final[1]) if final else ([], max(index, start + 1))


def _read_name(sketch: Sketch, start: int, run: Run) -> Run | None:
    """Return the run of a name with its article: "the United States"."""
    index = start + (start < run[1] and sketch.words[start] == "the")
    end = index
    while end < run[1] and sketch.tags[end] in _NAME_TAGS:
        end += 1
    return (start, end) if end > index else None


def _hangs_outside(sketch: Sketch, node: int, run: Run) -> bool:
    """Tell whether a token and all above it are outside of a run."""
    while node >= 0:
        if run[0] <= node < run[1]:
            return False
        node = sketch.heads[node]
    return True


def _coordinate(sketch: Sketch, names: list[Run]) -> None:
    tops = [top_of(sketch, name, name[1] - 1) for name in names]
    first = tops[0]
    low, high = names[0][0], names[-1][1]
    if all(sketch.labels[top] == "conj" and low <= sketch.heads[top] < high for top in tops[1:]):
        return
    outer = next((top for top in tops if _hangs_outside(sketch, sketch.heads[top], (low, high))), None)
    if outer is None or any(sketch.labels[top] in {"flat", "compound", "nmod:poss", "nmod:desc"} for top in tops):
        return
    head, label = sketch.heads[outer], sketch.labels[outer]
    labels = [sketch.labels[top] for top in tops if not low <= sketch.heads[top] < high]
    label = next((wanted for wanted in ("nsubj", "nsubj:pass", "obj", "obl") if wanted in labels), label)
    if head >= 0 or len(labels) == 1:
        sketch.heads[first], sketch.labels[first] = head, label
    for top in tops[1:]:
        sketch.heads[top], sketch.labels[top] = first, "conj"
