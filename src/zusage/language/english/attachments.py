"""Small words that the parser hangs wrongly in news prose: "up to 200", particles, linking verbs.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from zusage.language.english.lexicon import read_rows
from zusage.language.english.sketch import SUBJECTS, Run, Sketch

_QUANTITY_TAGS: Final = frozenset({"CD", "$", "DT"})
_ABOUTS: Final = frozenset({"over", "about", "around", "under", "above", "near"})
_TIMES: Final = frozenset(
    {
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "decade",
        "time",
        "percent",
        "%",
        "mile",
        "kilometre",
        "kilometer",
    }
)
_PASTS: Final = frozenset({"froze", "drank", "forswore", "partook", "sank", "swam", "tore"})
"""Past tenses that the parser does not know and takes for infinitives."""
_LINKING: Final = frozenset({"be", "become", "remain", "stay", "seem", "get"})
_VERB_PARTS: Final = frozenset(
    {"mark", "advcl", "aux", "punct", "parataxis", "advmod", "cc", "ccomp", "obl", "discourse"}
)

_NOUN_PARTS: Final = frozenset({"det", "amod", "nummod", "compound", "nmod:poss"})


@cache
def _particle_verbs() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in read_rows("particles.tsv"))


@cache
def _particles() -> frozenset[str]:
    """The second words of listed verbs."""
    return frozenset(word for _, word in _particle_verbs())


def mend_limits(sketch: Sketch, run: Run) -> None:
    """Hang "up to" on its number: "Riga will send up to 200 soldiers" has an object, no particle."""
    for index in range(run[0], run[1] - 2):
        if sketch.words[index] != "up" or sketch.words[index + 1] != "to":
            continue
        number = index + 2
        if sketch.tags[number] not in {"CD", "$"}:
            continue
        noun = (
            sketch.heads[number]
            if sketch.labels[number] in {"nummod", "compound"} and sketch.heads[number] > number
            else number
        )
        noun = sketch.heads[noun] if sketch.labels[noun] == "nummod" and run[1] > sketch.heads[noun] > noun else noun
        had_case = sketch.heads[index + 1] == noun and sketch.labels[index + 1] == "case"
        sketch.hang(index, number, "advmod")
        sketch.hang(index + 1, index, "fixed")
        sketch.tags[index] = "IN"
        head = sketch.heads[noun]
        verbal = run[0] <= head < run[1] and sketch.tags[head].startswith("VB")
        if (
            had_case
            and sketch.labels[noun] == "obl"
            and verbal
            and not _has(sketch, head, run, {"obj", "cop", "nsubj:pass"})
        ):
            sketch.labels[noun] = "obj"


def mend_abouts(sketch: Sketch, run: Run) -> None:
    """Hang "over", "about" on its number: "also committed over €522 million" has an object, no particle.

    "handed over 20 tanks" has a particle, and "over three months" tells how long.
    """
    for index in range(run[0] + 1, run[1] - 1):
        if sketch.words[index] not in _ABOUTS or sketch.tags[index + 1] not in {"CD", "$"}:
            continue
        over = sketch.heads[index]
        if (
            sketch.labels[index] == "compound:prt"
            and (sketch.lemmas[over], sketch.words[index]) not in _particle_verbs()
        ):
            sketch.hang(index, index + 1, "advmod")
            sketch.tags[index] = "IN"
        elif sketch.labels[index] == "case" and over > index and sketch.labels[over] == "obl":
            verb = sketch.heads[over]
            if (
                run[0] <= verb < index
                and sketch.tags[verb].startswith("VB")
                and sketch.lemmas[over] not in _TIMES
                and not _has(sketch, verb, run, {"obj", "cop", "nsubj:pass", "ccomp", "xcomp"})
            ):
                sketch.hang(index, index + 1, "advmod")
                sketch.labels[over] = "obj"


def _has(sketch: Sketch, head: int, run: Run, labels: set[str]) -> bool:
    return any(sketch.labels[child] in labels for child in sketch.children(head, run))


def mend_particles(sketch: Sketch, run: Run) -> None:
    """Hang the second word of a listed verb on the first: "put forward a plan", "ruled the idea out"."""
    for index in range(run[0] + 1, run[1]):
        word = sketch.words[index]
        if word not in _particles():
            continue
        pair = (sketch.lemmas[index - 1], word)
        if sketch.tags[index - 1].startswith("VB") and pair in _particle_verbs():
            verb = index - 1
        else:
            verb = sketch.heads[index]
            if not run[0] <= verb < index or (sketch.lemmas[verb], word) not in _particle_verbs():
                continue
            if sketch.labels[index] != "advmod":
                continue
        if sketch.labels[index] in {"mark", "fixed"} or any(
            sketch.heads[i] == index and sketch.labels[i] == "fixed" for i in range(index, min(index + 3, run[1]))
        ):
            continue
        for child in sketch.children(index, run):
            sketch.hang(child, verb, "obl" if sketch.labels[child] in {"obl", "nmod"} else sketch.labels[child])
        sketch.hang(index, verb, "compound:prt")
        sketch.tags[index] = "RP"


def mend_copulas(sketch: Sketch, run: Run) -> None:
    """Make a verb that was read as a copula the head: "as soon as a truce takes hold"."""
    for index in range(*run):
        head = sketch.heads[index]
        if sketch.labels[index] != "cop" or sketch.lemmas[index] in _LINKING or not sketch.tags[index].startswith("VB"):
            continue
        above, label = sketch.heads[head], sketch.labels[head]
        sketch.heads[index], sketch.labels[index] = above, label
        sketch.heads[head], sketch.labels[head] = index, "obj" if head > index else "nsubj"
        subject = next((c for c in sketch.children(head, run) if sketch.labels[c] in SUBJECTS and c < index), None)
        for child in sketch.children(head, run):
            if subject is not None and child < subject and sketch.labels[child] in _NOUN_PARTS:
                sketch.heads[child] = subject
            elif (
                child != index
                and (sketch.labels[child] in SUBJECTS or sketch.labels[child] in _VERB_PARTS)
                and child < index
            ):
                sketch.heads[child] = index


def mend_participles(sketch: Sketch, run: Run) -> None:
    """Tell past tense from participle by the company: with a subject and no auxiliary it is finite ("Kyiv asked")."""
    for index in range(*run):
        if sketch.tags[index] in {"VB", "VBP"} and sketch.words[index] in _PASTS:
            sketch.tags[index] = "VBD"
        if sketch.tags[index] not in {"VBN", "VBD"}:
            continue
        children = sketch.children(index, run)
        labels = {sketch.labels[child] for child in children}
        helped = any(sketch.labels[c] in {"aux", "aux:pass"} and sketch.lemmas[c] in {"have", "be"} for c in children)
        if sketch.tags[index] == "VBN" and "nsubj" in labels and not labels & {"aux", "aux:pass", "cop", "mark"}:
            sketch.tags[index] = "VBD"
        elif sketch.tags[index] == "VBD" and helped:
            sketch.tags[index] = "VBN"
