"""Subjects that a gerund took, verbs behind "due to", predicates whose subject went to the clause before, and the like.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.noun_verbs import listed_verbs
from zusage.language.english.sketch import SUBJECTS, Run, Sketch

_GATHERING: Final = frozenset({"meeting", "gathering", "convening", "conferring", "huddling", "assembling"})
_WHERE: Final = frozenset({"in", "at", "on", "under", "near", "by", "via", "outside", "here", "there", "online"})
_PEOPLE: Final = frozenset({"NNS", "NNPS"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUN_PARTS: Final = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nsubj", "advmod"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_FIRSTS: Final = frozenset({"first", "second", "third", "last", "latest", "only"})
_BETWEEN: Final = 2
"""Words that may stand between "are" and "due"."""


def mend_gatherings(sketch: Sketch, run: Run) -> None:
    """Give a verb the people before a gerund of meeting as its subject: "**Donors** meeting in Lima on Friday pledged tents"."""
    for index in range(run[0] + 1, run[1] - 2):
        verb = sketch.heads[index]
        if _gathers(sketch, index) and index < verb < run[1] and _is_predicate(sketch, verb, run):
            people = index - 1
            free = not _has_other_subject(sketch, verb, (people, index), run)
            if sketch.heads[people] in {index, verb} and free:
                _seat_people(sketch, people, verb, run)


def _gathers(sketch: Sketch, index: int) -> bool:
    """Tell whether a word is a gerund of meeting behind people and before a place."""
    known = sketch.words[index] in _GATHERING and sketch.tags[index] in {"VBG", "NN"}
    return known and sketch.tags[index - 1] in _PEOPLE and sketch.words[index + 1] in _WHERE


def _seat_people(sketch: Sketch, people: int, verb: int, run: Run) -> None:
    """Make people the subject of a verb, and the gerund behind them what they do."""
    gerund = people + 1
    sketch.tags[gerund] = "VBG"
    sketch.heads[people], sketch.labels[people] = verb, "nsubj"
    sketch.heads[gerund], sketch.labels[gerund] = people, "acl"
    for child in sketch.children(gerund, run):
        if child < people and sketch.labels[child] in _NOUN_PARTS:
            sketch.heads[child] = people
        elif sketch.labels[child] == "nmod":
            sketch.labels[child] = "obl"
    for child in sketch.children(people, run):
        if child < people and sketch.labels[child] == "nsubj":
            sketch.labels[child] = "compound"


def _is_predicate(sketch: Sketch, verb: int, run: Run) -> bool:
    """Tell whether a word is a finite verb, or an infinitive or participle with its auxiliary."""
    if sketch.tags[verb] in _FINITE:
        return True
    return any(sketch.labels[child] in {"aux", "cop"} for child in sketch.children(verb, run))


def _has_other_subject(sketch: Sketch, verb: int, these: tuple[int, int], run: Run) -> bool:
    return any(sketch.labels[c] in SUBJECTS and c not in these for c in sketch.children(verb, run))


def mend_due(sketch: Sketch, run: Run) -> None:
    """Read what follows "are due to" as a verb: "The soldiers are due **to land** in Goma", against "are due to the rain"."""
    for due in range(run[0] + 2, run[1] - 2):
        verb = due + 2
        if sketch.words[due] != "due" or sketch.words[due + 1] != "to" or sketch.tags[verb] not in {"NN", "VB"}:
            continue
        copula = next(
            (i for i in range(due - 1, max(run[0], due - 2 - _BETWEEN), -1) if sketch.lemmas[i] == "be"), None
        )
        if copula is None or sketch.words[verb] not in listed_verbs() or sketch.words[verb + 1] in {"of", "and", "or"}:
            continue
        if sketch.labels[due + 1] != "fixed":
            continue
        if not due < sketch.heads[due] < run[1]:
            moved = (child for child in sketch.children(verb, run) if child < due)
        else:
            sketch.heads[due], sketch.labels[due] = sketch.heads[verb], sketch.labels[verb]
            moved = (child for child in sketch.children(verb, run) if child < due)
        for child in moved:
            sketch.heads[child] = due
        sketch.tags[verb], sketch.tags[due + 1] = "VB", "TO"
        sketch.heads[due + 1], sketch.labels[due + 1] = verb, "mark"
        sketch.heads[verb], sketch.labels[verb] = due, "xcomp"
        for child in sketch.children(verb, run):
            if sketch.labels[child] == "nmod":
                sketch.labels[child] = "obl"


def mend_predicates(sketch: Sketch, run: Run) -> None:
    """Seat a second subject before "is" with what it is: "Peru gives 40 tents, **Chile's offer** is 60"."""
    for copula in range(run[0] + 3, run[1] - 1):
        subject, head = copula - 1, sketch.heads[copula]
        if sketch.labels[copula] != "cop" or sketch.lemmas[copula] != "be" or not copula < head < run[1]:
            continue
        above = sketch.heads[subject]
        if sketch.labels[subject] != "nsubj" or not run[0] <= above < subject or sketch.heads[head] != above:
            continue
        if not any(sketch.labels[child] in SUBJECTS for child in sketch.children(head, run)):
            sketch.hang(subject, head, "nsubj")


def mend_as_well_as(sketch: Sketch, run: Run) -> None:
    """Join two subjects of one verb: "**Peru as well as Chile** will send tents"."""
    for index in range(run[0] + 1, run[1] - 3):
        if sketch.words[index : index + 3] != ["as", "well", "as"]:
            continue
        first = index - 1 - (sketch.words[index - 1] == ",")
        verb = sketch.heads[first]
        if first < run[0] or sketch.labels[first] not in SUBJECTS or not run[0] <= verb < run[1]:
            continue
        seconds = (i for i in range(index + 3, run[1]) if sketch.heads[i] == verb and sketch.labels[i] in SUBJECTS)
        second = next(seconds, None)
        if second is not None and second < verb:
            sketch.hang(second, first, "conj")
            sketch.hang(index, second, "cc")


def mend_carriers(sketch: Sketch, run: Run) -> None:
    """Give a sentence without a verb the participle that is one: "A plane carrying 40 tonnes of tents **landed** in Goma"."""
    root = next((i for i in range(*run) if sketch.heads[i] < 0), None)
    if root is None or sketch.tags[root] not in _NOUNS or any(sketch.tags[i] in _FINITE for i in range(*run)):
        return
    gerund = next((i for i in sketch.children(root, run) if i > root and sketch.tags[i] == "VBG"), None)
    if gerund is None or gerund > root + 2 or any(sketch.labels[c] == "cop" for c in sketch.children(root, run)):
        return
    verb = next((i for i in range(gerund + 2, run[1]) if sketch.tags[i] == "VBN" and _is_loose(sketch, i, run)), None)
    if verb is None or sketch.words[verb - 1] in {",", "been"}:
        return
    sketch.tags[verb] = "VBD"
    sketch.heads[verb], sketch.labels[verb] = -1, "root"
    sketch.heads[root], sketch.labels[root] = verb, "nsubj"


def _is_loose(sketch: Sketch, verb: int, run: Run) -> bool:
    """Tell whether a participle hangs on the noun before it and has neither an auxiliary nor an agent."""
    labels = {sketch.labels[child] for child in sketch.children(verb, run)}
    return sketch.heads[verb] == verb - 1 and not labels & {"aux", "aux:pass", "obl:agent", "cc"}


def mend_firsts(sketch: Sketch, run: Run) -> None:
    """Hang what somebody is the first to do on "first", not beside him: "Peru was **the first to send** nurses"."""
    for verb in range(run[0] + 3, run[1]):
        head = sketch.heads[verb]
        if sketch.labels[verb] == "csubj" and run[0] <= head < verb and sketch.words[head] in _FIRSTS:
            sketch.labels[verb] = "acl"
