"""Finite verbs that were hung like nouns, subjects hung over a verb, and conjuncts of speech verbs hung on what is said.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.lexicon import verbs_of
from zusage.language.english.sketch import SUBJECTS, Run, Sketch

_FINITE: Final = frozenset({"VBZ", "VBP", "VBD"})
_INSIDE: Final = frozenset({"compound", "amod", "flat", "nmod", "nmod:unmarked"})
_NOUN_PARTS: Final = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat"})
_HEADS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT"})
_LEFT: Final = frozenset({"left", "flew"})
_TO_WHERE: Final = frozenset({"for", "to", "from", "on", "early", "late", "today", "yesterday"})
_NAMED: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_LINKS: Final = frozenset({"and", "but", ","})
_CALLING: Final = frozenset(
    {"call", "urge", "ask", "thank", "praise", "appeal", "invite", "demand", "criticise", "criticize"}
)


def mend_swallowed(sketch: Sketch, run: Run) -> None:
    """Free a finite verb from the noun phrase it was read into: "once the guns fall silent", "a third admires it"."""
    for verb in range(run[0] + 1, run[1]):
        if sketch.tags[verb] not in _FINITE:
            continue
        head = sketch.heads[verb]
        if sketch.labels[verb] in _INSIDE and verb < head < run[1] and not sketch.tags[head].startswith("VB"):
            _free(sketch, verb, head, run)
        elif sketch.labels[verb] not in {"aux", "aux:pass", "cop"}:
            _seat_noun(sketch, verb, run)


def _free(sketch: Sketch, verb: int, head: int, run: Run) -> None:
    """Put the verb in the place of the word it hangs on, if that has a subject before the verb."""
    children = sketch.children(head, run)
    subjects = [c for c in children if sketch.labels[c] in SUBJECTS and c < verb]
    if not subjects or any(sketch.labels[c] in {"cop", "aux"} for c in children):
        return
    sketch.heads[verb], sketch.labels[verb] = sketch.heads[head], sketch.labels[head]
    sketch.heads[head], sketch.labels[head] = verb, "xcomp" if sketch.tags[head] == "JJ" else "obj"
    for child in children:
        if child != verb and (child < verb or sketch.labels[child] in {"punct", "obl", "advcl"}):
            sketch.heads[child] = verb


def _seat_noun(sketch: Sketch, verb: int, run: Run) -> None:
    """Make the word right before a verb its subject where it hangs there like a part of a noun."""
    before = verb - 1
    if sketch.heads[before] != verb or sketch.labels[before] not in _NOUN_PARTS or sketch.tags[before] not in _HEADS:
        return
    children = sketch.children(verb, run)
    if any(sketch.labels[child] in {*SUBJECTS, "aux", "aux:pass", "cop"} for child in children):
        return
    sketch.labels[before] = "nsubj"
    for child in children:
        if child < before and sketch.labels[child] in _NOUN_PARTS:
            sketch.heads[child] = before


def mend_crossed_subjects(sketch: Sketch, run: Run) -> None:
    """Seat names before a modal that were hung over the verb before it.

    "Peru will send tanks and **Chile and Mali** will send jets."
    """
    for verb in range(run[0] + 3, run[1]):
        first = sketch.heads[verb]
        if sketch.labels[verb] != "conj" or sketch.tags[verb] != "VB" or not run[0] <= first < verb:
            continue
        children = sketch.children(verb, run)
        modals = [child for child in children if sketch.labels[child] == "aux" and sketch.tags[child] == "MD"]
        if not modals or any(sketch.labels[child] in SUBJECTS for child in children):
            continue
        last = modals[0] - 1
        if last > first and sketch.tags[last] in _NAMES and sketch.heads[last] != verb:
            _seat_names(sketch, verb, _names_before(sketch, last, first))


def mend_crossed_conjuncts(sketch: Sketch, run: Run) -> None:
    """Join a name to the one before it that was joined to a subject over its verb: "Peru joined, like Chile and **Mali**"."""
    for name in range(run[0] + 3, run[1]):
        subject = sketch.heads[name]
        if sketch.labels[name] != "conj" or sketch.tags[name] not in _NAMES or not run[0] <= subject < name:
            continue
        verb = sketch.heads[subject]
        link = name - 1 - (sketch.tags[name - 1] == "DT")
        crosses = sketch.labels[subject] in SUBJECTS and subject < verb < link - 1
        if crosses and sketch.words[link] in _LINKS and sketch.tags[link - 1] in _NAMES:
            sketch.heads[name] = link - 1


def _names_before(sketch: Sketch, last: int, stop: int) -> list[int]:
    """Return the coordinated names that end at a token, behind the conjunction that opens their clause."""
    names = [last]
    while True:
        at = names[0] - 1 - (sketch.tags[names[0] - 1] == "DT")
        if at <= stop or sketch.words[at] not in _LINKS:
            return names
        before = at - 1
        behind = before - 1 - (sketch.tags[before - 1] == "DT")
        if sketch.tags[before] not in _NAMES or behind <= stop or sketch.words[behind] not in _LINKS:
            return names
        names.insert(0, before)


def _seat_names(sketch: Sketch, verb: int, names: list[int]) -> None:
    subject = names[0]
    sketch.heads[subject], sketch.labels[subject] = verb, "nsubj"
    for name in names[1:]:
        sketch.heads[name], sketch.labels[name] = subject, "conj"
    for name in names:
        link = name - 1 - (sketch.tags[name - 1] == "DT")
        if sketch.words[link] in _LINKS:
            sketch.heads[link] = verb if name == subject else name


def mend_speech_conjuncts(sketch: Sketch, run: Run) -> None:
    """Hang a second speech verb on the first, not on what is said.

    "The envoy said guarantees must not stop at words and called on Riga to pay."
    """
    for second in range(run[0] + 2, run[1]):
        said = sketch.heads[second]
        if sketch.labels[second] != "conj" or not run[0] <= said < second or sketch.tags[second] not in _FINITE:
            continue
        if sketch.lemmas[second] not in verbs_of("speech") and sketch.lemmas[second] not in _CALLING:
            continue
        first = sketch.heads[said]
        if sketch.labels[said] != "ccomp" or not run[0] <= first < said or sketch.tags[first] != sketch.tags[second]:
            continue
        children = sketch.children(second, run)
        lone = not any(sketch.labels[child] in {*SUBJECTS, "mark", "aux"} for child in children)
        modal = any(sketch.labels[c] == "aux" and sketch.tags[c] == "MD" for c in sketch.children(said, run))
        if lone and (modal or sketch.tags[said] != sketch.tags[second]):
            sketch.hang(second, first, "conj")


def mend_lone_participles(sketch: Sketch, run: Run) -> None:
    """Make a participle the verb of a sentence that has none: "Human Rights Watch called for an inquiry".

    "A team of 40 doctors **left** for Nepal" has one, whichever noun "left" was hung on.
    """
    root = next((i for i in range(*run) if sketch.heads[i] < 0), None)
    if root is None or sketch.tags[root] not in _NAMED or sketch.words[run[1] - 1] != ".":
        return
    if any(sketch.is_finite(i) for i in range(*run)):
        return
    verb = next((i for i in range(root + 1, run[1]) if sketch.labels[i] == "acl" and sketch.tags[i] == "VBN"), None)
    if verb is None or verb + 1 >= run[1] or sketch.words[verb + 1] in {"by", ","}:
        return
    own = sketch.heads[verb] == root
    left = sketch.words[verb] in _LEFT and sketch.words[verb + 1] in _TO_WHERE
    named = sketch.tags[root] in {"NNP", "NNPS"}
    if left or (own and (named or sketch.tags[verb + 1] in {"DT", "PRP$", "CD", "$"})):
        sketch.tags[verb] = "VBD"
        sketch.heads[verb], sketch.labels[verb] = -1, "root"
        for child in sketch.children(root, run):
            if child > verb:
                sketch.heads[child] = verb
        sketch.heads[root], sketch.labels[root] = verb, "nsubj"
