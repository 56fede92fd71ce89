"""Shares of what a verb takes, set behind it: "will send 40 soldiers, half of them engineers".

The parser makes them a second subject of the verb. Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.sketch import Run, Sketch

_SHARES: Final = frozenset(
    {
        "most",
        "half",
        "some",
        "all",
        "part",
        "much",
        "many",
        "quarter",
        "third",
        "thirds",
        "quarters",
        "bulk",
        "majority",
    }
    | {"none", "several", "few", "lot", "two-thirds", "one-third", "three-quarters", "rest", "tenth", "fifth", "fifths"}
)
_MAINLY: Final = frozenset({"most", "all", "much", "bulk", "majority"})
_WHOLES: Final = frozenset({"it", "them", "these", "those"})
_STOPS: Final = frozenset({",", ".", ";", "–", "—", ")", "!", "?", '"', "”"})
_NOMINAL: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "$", "PRP"})
_OPENING: Final = 3
"""Words before "of" that a share has at most: "about two thirds"."""


def mend_shares(sketch: Sketch, run: Run) -> None:
    """Hang a share without a verb on what it is of: "sent 40 soldiers, **half of them engineers**", "$40m, **most of it** here"."""
    for of in range(run[0] + 3, run[1] - 1):
        if sketch.words[of] != "of" or sketch.words[of + 1] not in _WHOLES:
            continue
        share = of - 1
        if sketch.words[share] not in _SHARES and sketch.tags[share] != "CD":
            continue
        comma = next(
            (i for i in range(share - 1, max(run[0], share - 1 - _OPENING), -1) if sketch.words[i] == ","), None
        )
        if comma is None or comma <= run[0]:
            continue
        stop = next((i for i in range(of + 2, run[1]) if sketch.words[i] in _STOPS), run[1])
        if any(sketch.is_finite(i) for i in range(comma, stop)):
            continue
        whole = _whole(sketch, (comma, stop), run)
        if whole is not None:
            _hang_share(sketch, (share, stop), (comma, whole))


def _whole(sketch: Sketch, part: Run, run: Run) -> int | None:
    """Return what a share is of: the top of the noun phrase before the comma, None if there is none under a verb."""
    comma, stop = part
    node = comma - 1
    if sketch.tags[node] not in _NOMINAL:
        return None
    if comma <= sketch.heads[node] < stop:  # "in aid for refugees, half of it …": the last noun went to the share
        case = next(
            (i for i in range(node - 1, run[0], -1) if sketch.heads[i] == node and sketch.labels[i] == "case"), None
        )
        if case is None or sketch.tags[case - 1] not in _NOMINAL:
            return None
        sketch.hang(node, case - 1, "nmod")
    while run[0] <= sketch.heads[node] < comma and not sketch.tags[sketch.heads[node]].startswith("VB"):
        node = sketch.heads[node]
    above = sketch.heads[node]
    return node if run[0] <= above < comma and sketch.labels[node] in {"obj", "obl", "nsubj:pass"} else None


def _hang_share(sketch: Sketch, part: Run, whole: tuple[int, int]) -> None:
    """Hang a share on its whole; what most of it is for, all of it is for."""
    (share, stop), (comma, top) = part, whole
    sketch.hang(share, top, "appos")
    for index in range(comma + 1, stop):
        if index != share and not comma < sketch.heads[index] < stop:
            sketch.hang(index, share, "det" if index < share else "nmod")
    if sketch.words[share] in _MAINLY:
        for index in range(share + 1, stop):
            case = any(sketch.heads[i] == index and sketch.words[i] == "for" for i in range(share, index))
            if sketch.heads[index] == share and case:
                sketch.hang(index, top, "nmod")
