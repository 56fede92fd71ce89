"""Objects that the parser takes for something else: behind a particle, behind "are each to", parted by a hyphen.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.sketch import Run, Sketch

_BARE: Final = frozenset({"obl", "obl:unmarked", "obl:npmod", "obl:tmod", "nmod", "nmod:unmarked"})
_THINGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "$", "CD"})
_OPENERS: Final = frozenset({"DT", "CD", "$", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$"})
# fmt: off
_TIMES: Final = frozenset({
    "afternoon", "april", "august", "autumn", "day", "december", "evening", "fall", "february", "friday", "hour", "january",
    "july", "june", "march", "may", "minute", "moment", "monday", "month", "morning", "night", "november", "october",
    "saturday", "september", "spring", "summer", "sunday", "thursday", "time", "today", "tomorrow", "tonight", "tuesday",
    "wednesday", "week", "weekend", "winter", "year", "yesterday",
})
# fmt: on
_CURRENCIES: Final = frozenset(
    {"crown", "dollar", "euro", "franc", "krone", "krona", "pound", "rupee", "yen", "yuan", "zloty"}
)
_TAKEN: Final = frozenset({"obj", "ccomp", "xcomp", "nsubj:pass"})
_SEVERAL: Final = 2
_FLOATING: Final = frozenset({"each", "both", "all"})
_PARTS: Final = frozenset({"det", "nummod", "amod", "compound", "nmod:poss", "case", "advmod"})


def mend_particle_objects(sketch: Sketch, run: Run) -> None:
    """Give a verb with a particle the noun right behind it: "Oslo flew in two planes on Sunday" tells what, not when."""
    for index in range(run[0] + 1, run[1] - 1):
        verb = sketch.heads[index]
        if sketch.labels[index] != "compound:prt" or not run[0] <= verb < index:
            continue
        if sketch.tags[index + 1] not in _OPENERS:
            continue
        children = sketch.children(verb, run)
        if any(sketch.labels[child] in _TAKEN for child in children):
            continue
        noun = next((c for c in children if c > index), None)
        if noun is None or sketch.labels[noun] not in _BARE or sketch.tags[noun] not in _THINGS:
            continue
        inside = sketch.children(noun, run)
        if sketch.lemmas[noun] not in _TIMES and not any(sketch.labels[i] == "case" and i < noun for i in inside):
            sketch.labels[noun] = "obj"


def mend_with_money(sketch: Sketch, run: Run) -> None:
    """Hang a sum behind "with" on the verb: "Oslo surprised delegates with $20 million", who do not bring it."""
    for index in range(run[0] + 2, run[1]):
        noun = sketch.heads[index]
        if sketch.tags[index] != "$" and sketch.lemmas[index] not in _CURRENCIES:
            continue
        if sketch.labels[index] != "nmod" or not run[0] <= noun < index:
            continue
        if not any(sketch.words[i] == "with" and sketch.labels[i] == "case" for i in sketch.children(index, run)):
            continue
        if sketch.labels[noun] == "obj":
            sketch.hang(index, sketch.heads[noun], "obl")
        elif any(sketch.labels[i] == "cop" for i in sketch.children(noun, run)):
            sketch.labels[index] = "obl"  # "was the biggest donor with $20 million"


def mend_each_to(sketch: Sketch, run: Run) -> None:
    """Make one verb of "are each to send", where "each" parts the auxiliary from its verb."""
    for index in range(run[0] + 2, run[1] - 2):
        if sketch.words[index] not in _FLOATING or sketch.words[index + 1] != "to":
            continue
        be, verb = index - 1, index + 2
        if sketch.lemmas[be] != "be" or sketch.tags[verb] != "VB" or sketch.heads[be] != index:
            continue
        sketch.heads[verb], sketch.labels[verb] = sketch.heads[index], sketch.labels[index]
        for child in sketch.children(index, run):
            if child != verb:
                sketch.heads[child] = verb
        sketch.heads[index], sketch.labels[index] = verb, "advmod"
        sketch.heads[be], sketch.labels[be] = verb, "aux"


def mend_second_subjects(sketch: Sketch, run: Run) -> None:
    """Make an object of a second subject behind the verb: "The minister, who hosted it, announced **900 million kroner**"."""
    for verb in range(run[0] + 1, run[1] - 1):
        if not sketch.tags[verb].startswith("VB"):
            continue
        children = sketch.children(verb, run)
        labels = [sketch.labels[child] for child in children]
        if labels.count("nsubj") < _SEVERAL or not _TAKEN.isdisjoint(labels) or "aux:pass" in labels:
            continue
        subjects = [child for child in children if sketch.labels[child] == "nsubj"]
        if subjects[0] < verb < subjects[-1] and sketch.tags[subjects[-1]] in _THINGS:
            sketch.labels[subjects[-1]] = "obj"


def mend_hyphened(sketch: Sketch, run: Run) -> None:
    """Make one name of two nouns that a hyphen joins: "two mine-hunters" are hunters, "cease-fire" is no aside."""
    for index in range(run[0] + 1, run[1] - 1):
        first, last = index - 1, index + 1
        if sketch.words[index] != "-" or sketch.tags[index] == "HYPH" or index not in sketch.hyphens:
            continue
        sketch.tags[index] = "HYPH"
        if sketch.heads[last] != first or not {sketch.tags[first], sketch.tags[last]} <= {"NN", "NNS"}:
            continue
        sketch.heads[last], sketch.labels[last] = sketch.heads[first], sketch.labels[first]
        for child in sketch.children(first, run):
            if child > last or (child < first and sketch.labels[child] in _PARTS):
                sketch.heads[child] = last
        sketch.heads[first], sketch.labels[first] = last, "compound"
        sketch.heads[index], sketch.labels[index] = last, "punct"


def mend_auxiliaries(sketch: Sketch, run: Run) -> None:
    """Give a verb what hangs on its auxiliary: "Oslo **has** halted deliveries" has a subject and an object."""
    for index in range(*run):
        aux = sketch.heads[index]
        if not run[0] <= aux < run[1] or sketch.labels[aux] not in {"aux", "aux:pass"}:
            continue
        verb = sketch.heads[aux]
        if run[0] <= verb < run[1] and sketch.heads[verb] != index and sketch.tags[verb].startswith("VB"):
            sketch.hang(index, verb, sketch.labels[index])


def mend_adjectives(sketch: Sketch, run: Run) -> None:
    """Read an adjective with a subject and an object as the past tense it is: "Oslo surprised delegates"."""
    for index in range(run[0] + 1, run[1] - 1):
        if sketch.tags[index] != "JJ" or not sketch.words[index].endswith("ed"):
            continue
        labels = {sketch.labels[child] for child in sketch.children(index, run)}
        if {"nsubj", "obj"} <= labels and not labels & {"cop", "aux", "aux:pass"}:
            sketch.tags[index] = "VBD"


def mend_agents(sketch: Sketch, run: Run) -> None:
    """Hang "by" on a verb in the passive, not on what is got: "Chad has been promised 20 tanks **by Oslo**"."""
    for index in range(run[0] + 1, run[1]):
        noun = sketch.heads[index]
        if sketch.labels[index] != "nmod" or not run[0] <= noun < index or sketch.labels[noun] != "obj":
            continue
        verb = sketch.heads[noun]
        if not run[0] <= verb < noun or not any(sketch.labels[i] == "aux:pass" for i in sketch.children(verb, run)):
            continue
        if any(sketch.words[i] == "by" and sketch.labels[i] == "case" for i in sketch.children(index, run)):
            sketch.hang(index, verb, "obl:agent")
