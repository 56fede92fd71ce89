"""Clauses that the parser reads as something else: relative clauses after a comma, subjects given to the wrong verb.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.lexicon import verbs_of
from zusage.language.english.sketch import Run, Sketch

_RELATIVES: Final = frozenset({"who", "which"})
_NAME_PARTS: Final = frozenset({"flat", "compound", "nmod:desc", "appos"})
_FLOATING: Final = frozenset({"each", "both", "all"})
_READY: Final = frozenset(
    {"ready", "willing", "able", "prepared", "unwilling", "keen", "happy", "determined", "eager", "unable", "reluctant"}
    | {"committed", "poised", "set", "glad", "due", "free"}
)
# fmt: off
_TIMES: Final = frozenset({
    "again", "already", "also", "coming", "date", "days", "earlier", "early", "far", "friday", "in",
    "initially", "late", "later", "monday", "month", "months", "next", "now", "on", "once", "past", "recent",
    "recently", "saturday", "since", "so", "soon", "sunday", "the", "this", "thursday", "to", "today",
    "tomorrow", "tuesday", "wednesday", "week", "weeks", "year",
})
# fmt: on
"""Words that may stand between an auxiliary and its verb."""
_FAR_PARTED: Final = 7
_AUXILIARIES: Final = frozenset({"have", "will", "would", "can", "could", "may", "might"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_CLAUSES: Final = frozenset(
    {"ccomp", "advcl", "parataxis", "conj", "acl", "advcl:relcl", "root", "xcomp", "appos", "dep"}
)
_TELLING: Final = frozenset({"tell", "inform", "assure", "remind", "warn", "promise", "show", "convince"})
_GAP_LABELS: Final = frozenset({"conj", "appos", "parataxis", "list", "obl:unmarked", "nmod:unmarked", "dep"})
_PLANNING: Final = frozenset({"plan", "offer", "hope", "pledge", "promise", "vow", "aim", "need", "demand", "claim"})
_VERBAL_LABELS: Final = {"acl": "xcomp", "nmod": "obl"}
_FAR: Final = 16
_PREDICATE_LABELS: Final = frozenset({"root", "ccomp", "conj", "acl:relcl"})
_NOUN_ONLY: Final = frozenset({"cop", "det", "amod", "nummod", "nmod:poss", "case", "compound"})
_NOMINAL: Final = frozenset(
    {"obl:unmarked", "obl", "obj", "dislocated", "vocative", "nmod:unmarked", "compound", "parataxis"}
)


def mend_relatives(sketch: Sketch, run: Run) -> None:
    """Hang "who" and "which" clauses after a comma on the noun before it: "Keller, who chairs the group, agreed"."""
    for index in range(run[0] + 2, run[1]):
        if sketch.words[index] not in _RELATIVES:
            continue
        comma = index - 1 - (sketch.tags[index - 1] == "IN")
        if comma <= run[0] or sketch.words[comma] != "," or sketch.tags[comma - 1] not in _NOUNS:
            continue
        verb = _clause_verb(sketch, index, run)
        if verb is None or sketch.labels[verb] not in _CLAUSES or sketch.heads[verb] < 0:
            continue
        noun = comma - 1
        while run[0] <= sketch.heads[noun] < comma and sketch.labels[noun] in _NAME_PARTS:
            noun = sketch.heads[noun]
        sketch.hang(verb, noun, "acl:relcl")


def _clause_verb(sketch: Sketch, pronoun: int, run: Run) -> int | None:
    """Return the verb that a relative pronoun belongs to: the first one above it that follows."""
    node = sketch.heads[pronoun]
    while run[0] <= node < run[1] and node < pronoun:
        node = sketch.heads[node]
    return node if pronoun < node < run[1] else None


def mend_floating(sketch: Sketch, run: Run) -> None:
    """Make one verb of "had each sent", where "each" parts auxiliary and verb: "Riga and Oslo had each sent six"."""
    for index in range(run[0] + 2, run[1] - 1):
        aux, verb = index - 1, index + 1
        if sketch.words[index] not in _FLOATING or sketch.lemmas[aux] not in _AUXILIARIES:
            continue
        if not sketch.tags[verb].startswith("VB") or sketch.labels[aux] == "aux":
            continue
        if run[0] <= sketch.heads[verb] < run[1] and sketch.heads[verb] in {aux, index}:
            sketch.heads[verb], sketch.labels[verb] = sketch.heads[aux], sketch.labels[aux]
        for child in sketch.children(aux, run):
            if child != verb:
                sketch.heads[child] = verb
        sketch.heads[aux], sketch.labels[aux] = verb, "aux"
        sketch.heads[index], sketch.labels[index] = verb, "advmod"
        if sketch.lemmas[aux] == "have":
            sketch.tags[verb] = "VBN"


def mend_parted(sketch: Sketch, run: Run) -> None:
    """Make one verb of an auxiliary and what a word of time parts from it: "has so far given", "will later this year send"."""
    for aux in range(run[0] + 1, run[1] - 2):
        if sketch.words[aux + 1] not in _TIMES or not (sketch.tags[aux] == "MD" or sketch.lemmas[aux] == "have"):
            continue
        verb = _verb_behind(sketch, aux, run)
        head = sketch.heads[aux]
        top = head if sketch.labels[aux] in {"aux", "cop"} else aux
        if verb is None or head == verb or not aux <= top < verb or _is_below(sketch, top, verb):
            continue
        sketch.heads[verb], sketch.labels[verb] = sketch.heads[top], sketch.labels[top]
        for child in sketch.children(top, run):
            if child != verb:
                sketch.heads[child] = verb
        for between in range(aux + 1, verb):
            if between == top or sketch.heads[between] in {verb, aux}:
                sketch.heads[between], sketch.labels[between] = verb, "advmod"
        sketch.heads[aux], sketch.labels[aux] = verb, "aux"
        if sketch.tags[verb] == "VBD":
            sketch.tags[verb] = "VBN"


def _verb_behind(sketch: Sketch, aux: int, run: Run) -> int | None:
    """Return the verb that an auxiliary needs, behind nothing but words of time."""
    wanted = {"VB"} if sketch.tags[aux] == "MD" else {"VBN", "VBD"}
    for at in range(aux + 2, min(aux + _FAR_PARTED, run[1])):
        if sketch.tags[at] in wanted and sketch.lemmas[at] != "be":
            return at
        if sketch.words[at] not in _TIMES:
            return None
    return None


def _is_below(sketch: Sketch, node: int, above: int) -> bool:
    """Tell whether a word hangs, at whatever distance, on another."""
    while node >= 0 and node != above:
        node = sketch.heads[node]
    return node == above


def mend_expletives(sketch: Sketch, run: Run) -> None:
    """Read "it" before a word of readiness as somebody: "It is ready to send a company", against "it is possible to …".

    Also before "take part", which nothing but somebody does: "has not said whether **it** will take part".
    """
    for index in range(*run):
        head = sketch.heads[index]
        if sketch.labels[index] != "expl" or sketch.words[index] != "it":
            continue
        taking = sketch.lemmas[head] == "take" and head + 1 < run[1] and sketch.words[head + 1] == "part"
        if sketch.lemmas[head] in _READY or taking:
            sketch.labels[index] = "nsubj"


def mend_let_known(sketch: Sketch, run: Run) -> None:
    """Make one verb of saying of "let it be known": "Peru **has let it be known** that it will send 200 soldiers"."""
    for known in range(run[0] + 3, run[1]):
        let = known - 3
        if tuple(sketch.words[let + 1 : known + 1]) != ("it", "be", "known") or sketch.lemmas[let] != "let":
            continue
        for child in sketch.children(known, run):
            if child > known:
                sketch.hang(child, let, sketch.labels[child])
        for word in range(let + 1, known + 1):
            sketch.hang(word, let, "expl" if word == let + 1 else "advmod")


def mend_double_subjects(sketch: Sketch, run: Run) -> None:
    """Give a speech verb's first of two subjects to the clause it left: "The figure is wrong, a spokesman says"."""
    for verb in range(*run):
        if sketch.lemmas[verb] not in verbs_of("speech") or not sketch.is_finite(verb):
            continue
        subjects = [c for c in sketch.children(verb, run) if sketch.labels[c] == "nsubj" and c < verb]
        if len(subjects) < 2:  # noqa: PLR2004 - two of them
            continue
        first, second = subjects[0], subjects[-1]
        for inner in range(first + 1, second):
            if _lacks_subject(sketch, inner, run) and (sketch.heads[inner] == verb or sketch.heads[verb] == inner):
                sketch.hang(first, inner, "nsubj")
                break


def _lacks_subject(sketch: Sketch, index: int, run: Run) -> bool:
    """Tell whether a finite clause has no subject."""
    children = sketch.children(index, run)
    labels = {sketch.labels[child] for child in children}
    finite = sketch.is_finite(index) or any(sketch.labels[c] in {"aux", "cop", "aux:pass"} for c in children)
    return finite and not labels & {"nsubj", "nsubj:pass", "expl", "csubj"}


def mend_lost_subjects(sketch: Sketch, run: Run) -> None:
    """Make the bare noun before a lone finite verb its subject: "Moscow repeated that it would not"."""
    for verb in range(run[0] + 1, run[1]):
        if sketch.tags[verb] not in {"VBN", "VBD", "VBZ", "VBP"} or sketch.labels[verb] not in {
            "root",
            "parataxis",
            "ccomp",
        }:
            continue
        children = sketch.children(verb, run)
        labels = {sketch.labels[child] for child in children}
        if labels & {"nsubj", "nsubj:pass", "expl", "csubj", "aux", "aux:pass", "mark", "cop", "obl:agent"}:
            continue
        before = [c for c in children if c < verb and sketch.labels[c] in _NOMINAL and sketch.tags[c] in _NOUNS]
        if not before or not labels & {"obj", "ccomp", "xcomp"} or _is_set_off(sketch, before[-1], verb):
            continue
        if not any(sketch.labels[c] == "case" for c in sketch.children(before[-1], run)):
            sketch.labels[before[-1]] = "nsubj"
            sketch.tags[verb] = "VBD" if sketch.tags[verb] == "VBN" else sketch.tags[verb]


def mend_hidden_verbs(sketch: Sketch, run: Run) -> None:
    """Read a "noun" with a subject and no copula as the verb it is: "Qatar plans to pay", "both states question it"."""
    for index in range(run[0] + 1, run[1]):
        if sketch.tags[index] not in {"NN", "NNS"} or sketch.labels[index] not in _PREDICATE_LABELS:
            continue
        children = sketch.children(index, run)
        labels = {sketch.labels[child] for child in children}
        subjects = [c for c in children if sketch.labels[c] == "nsubj" and c < index]
        if subjects and not labels & _NOUN_ONLY and _plans_to(sketch, index, run):
            sketch.hang(index + 2, index, "xcomp")
            labels.add("xcomp")
        if not subjects or labels & _NOUN_ONLY or not labels & {"xcomp", "ccomp", "acl", "obj", "advcl", "obl"}:
            continue
        sketch.tags[index] = "VBZ" if sketch.tags[index] == "NNS" else "VBP"
        for child in children:
            if sketch.labels[child] == "acl" and sketch.tags[child] == "VB":
                sketch.labels[child] = "xcomp"


def _plans_to(sketch: Sketch, index: int, run: Run) -> bool:
    """Tell whether a noun after a relative clause is a verb of planning: "Peru, where few agree, **plans to** send tents"."""
    after = index + 2 < run[1] and sketch.words[index + 1] == "to" and sketch.tags[index + 2] == "VB"
    return after and sketch.words[index - 1] == "," and sketch.lemmas[index] in _PLANNING


def mend_planning(sketch: Sketch, run: Run) -> None:
    """Read "plans" before "to" as a verb where no other is finite: "As a first step, Oslo plans to pay"."""
    for index in range(run[0] + 1, run[1] - 2):
        if sketch.tags[index] != "NNS" or sketch.words[index + 1] != "to" or sketch.tags[index + 2] != "VB":
            continue
        before = index - 1
        owned = sketch.heads[before] == index and sketch.tags[before] in {"NNP", "NNPS", "NN"}
        if not owned or sketch.heads[index] >= 0 or sketch.lemmas[index] not in _PLANNING:
            continue
        sketch.tags[index] = "VBZ"
        sketch.labels[before] = "nsubj"
        for child in sketch.children(index, run):
            if child < before and sketch.labels[child] in {"det", "amod", "compound", "nmod:poss", "nummod"}:
                sketch.heads[child] = before
            else:
                sketch.labels[child] = _VERBAL_LABELS.get(sketch.labels[child], sketch.labels[child])


def mend_headless(sketch: Sketch, run: Run) -> None:
    """Make the verb that hangs on a bare root noun the root: "The plan that was leaked came from Riga"."""
    root = next((i for i in range(*run) if sketch.heads[i] < 0), None)
    if root is None or sketch.tags[root] not in _NOUNS:
        return
    children = sketch.children(root, run)
    if any(sketch.labels[child] in {"cop", "nsubj", "nsubj:pass", "expl", "aux"} for child in children):
        return
    hanging = (
        c
        for c in children
        if root < c < root + _FAR
        and sketch.is_finite(c)
        and sketch.labels[c] in {"acl:relcl", "conj", "parataxis", "acl"}
    )
    verb = next((c for c in hanging if _is_bare(sketch, c, run)), None)
    if verb is None:
        return
    sketch.heads[verb], sketch.labels[verb] = -1, "root"
    sketch.heads[root], sketch.labels[root] = verb, "nsubj"
    for child in children:
        if child > verb:
            sketch.heads[child] = verb


def _is_bare(sketch: Sketch, verb: int, run: Run) -> bool:
    """Tell whether a finite verb has no subject, no relative pronoun and no conjunction, and no comma before it."""
    children = sketch.children(verb, run)
    if any(sketch.labels[c] in {"cc", "mark"} or sketch.tags[c].startswith("W") for c in children):
        return False
    return _lacks_subject(sketch, verb, run) and sketch.words[verb - 1] not in {",", ";", ":", "–", "—", "-"}


def _is_set_off(sketch: Sketch, noun: int, verb: int) -> bool:
    return any(sketch.words[i] in {",", ":", "-", "–", "—", ";"} for i in range(noun, verb))


def mend_contents(sketch: Sketch, run: Run) -> None:
    """Hang a "that" clause on the speech verb, not on whom is told: "told reporters that no decision was taken"."""
    for that in range(*run):
        verb = sketch.heads[that]
        if sketch.words[that] != "that" or sketch.labels[that] != "mark" or not that < verb < run[1]:
            continue
        noun = sketch.heads[verb]
        if sketch.labels[verb] not in {"acl", "acl:relcl"} or not run[0] <= noun < that:
            continue
        above = sketch.heads[noun]
        told = sketch.labels[noun] in {"obj", "iobj"} and run[0] <= above < noun and sketch.lemmas[above] in _TELLING
        if told:
            sketch.hang(verb, above, "ccomp")


def mend_bare_gaps(sketch: Sketch, run: Run) -> None:
    """Set a gapped conjunct apart that the parser reads as one noun phrase: "Oslo sent jets, the Danes money"."""
    for comma in range(run[0] + 3, run[1] - 2):
        if sketch.words[comma] not in {",", "and"}:
            continue
        name = comma + 1 + (sketch.tags[comma + 1] == "DT")
        if name + 1 >= run[1] or sketch.tags[name] not in {"NNP", "NNPS"}:
            continue
        noun = sketch.heads[name]
        if (
            not name < noun < run[1]
            or sketch.tags[noun] not in {"NN", "NNS"}
            or sketch.labels[name] in {"nsubj", "nmod:poss"}
        ):
            continue
        number = sketch.tags[name + 1] in {"CD", "$"}
        people = name > comma + 1 and sketch.tags[name] == "NNPS" and noun == name + 1
        verb = _gap_verb(sketch, noun, run)
        if (number or people) and verb is not None and sketch.labels[noun] in _GAP_LABELS:
            sketch.hang(noun, verb, "parataxis")
            sketch.hang(name, noun, "nsubj")
            if name > comma + 1:
                sketch.hang(comma + 1, name, "det")


def _gap_verb(sketch: Sketch, noun: int, run: Run) -> int | None:
    """Return the verb above a conjunct that has a subject and stands before it."""
    node = sketch.heads[noun]
    while run[0] <= node < run[1]:
        if sketch.tags[node].startswith("VB") and any(
            sketch.labels[c] == "nsubj" and c < node for c in sketch.children(node, run)
        ):
            return node if node < noun else None
        node = sketch.heads[node]
    return None


def mend_control(sketch: Sketch, run: Run) -> None:
    """Hang an infinitive on the verb that controls it, not on its object: "wants the allies to close the gaps"."""
    for verb in range(*run):
        noun = sketch.heads[verb]
        if sketch.labels[verb] != "acl" or sketch.tags[verb] != "VB" or not run[0] <= noun < verb:
            continue
        above = sketch.heads[noun]
        if not run[0] <= above < noun or sketch.labels[noun] not in {"obj", "iobj"}:
            continue
        if sketch.lemmas[above] in verbs_of("asking"):
            sketch.hang(verb, above, "xcomp")
