"""Verbs before their subjects: "..., said the envoy", "Should the truce fail, ...".

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.english.lexicon import verbs_of
from zusage.language.english.sketch import BREAKS, SUBJECTS, Run, Sketch, top_of

_NOUN_STARTS: Final = frozenset({"DT", "NNP", "NNPS", "PRP", "PRP$", "NN", "NNS", "CD", "JJ", "EX"})
_NOUN_TAGS: Final = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "CD"})
_ENDS: Final = frozenset({",", ".", ";", ":", "-", "–", "—", "(", ")", "!", "?", '"', "”", "“"})
_LONGEST_SUBJECT: Final = 24
_OBJECTIVE: Final = frozenset({"me", "him", "them", "us", "her"})


def mend_inverted_speech(sketch: Sketch, run: Run) -> None:
    """Give an inverted speech verb its subject: '"We will come," said the envoy of Oslo, adding ...'."""
    for verb in range(run[0] + 1, run[1] - 1):
        if not _opens_speech(sketch, verb, run):
            continue
        stop = _noun_run_end(sketch, verb + 1, run[1])
        if stop <= verb + 1 or sketch.tags[verb + 1] not in _NOUN_STARTS or sketch.words[verb + 1] in _OBJECTIVE:
            continue
        top = top_of(sketch, (verb + 1, stop), verb + 1)
        if sketch.tags[top] in _NOUN_TAGS and not _has_subject_before(sketch, verb, run):
            sketch.hang(top, verb, "nsubj")
            sketch.tags[verb] = "VBD" if sketch.tags[verb] == "VBN" else sketch.tags[verb]


def _opens_speech(sketch: Sketch, verb: int, run: Run) -> bool:
    """Tell whether a speech verb stands right after a comma or quotation mark that ends what is said."""
    if sketch.lemmas[verb] not in verbs_of("speech") or sketch.tags[verb] not in {"VBD", "VBZ", "VBN"}:
        return False
    before = sketch.words[verb - 1]
    quoted = before in {'"', "”", "''", "’", "'"}
    return quoted or (
        before == ","
        and verb - 1 > run[0]
        and sketch.lemmas[verb] in {"say", "add", "write", "tell", "announce", "report", "warn"}
    )


def _noun_run_end(sketch: Sketch, start: int, end: int) -> int:
    """Return where the words after an inverted verb stop: at punctuation or at the next verb."""
    for index in range(start, min(end, start + _LONGEST_SUBJECT)):
        if (
            sketch.words[index] in _ENDS
            or sketch.is_finite(index)
            or sketch.tags[index] in {"IN", "TO", "WP", "WDT", "WRB", "VBG"}
        ):
            return index
    return min(end, start + _LONGEST_SUBJECT)


def _has_subject_before(sketch: Sketch, verb: int, run: Run) -> bool:
    return any(sketch.labels[child] in SUBJECTS and child < verb for child in sketch.children(verb, run))


def mend_late_subjects(sketch: Sketch, run: Run) -> None:
    """Make a bare "subject" behind its verb the object.

    "Oslo urged Riga to act"; questions and inversions keep theirs.
    """
    for index in range(*run):
        verb = sketch.heads[index]
        if sketch.labels[index] != "nsubj" or not run[0] <= verb < index or not sketch.tags[verb].startswith("VB"):
            continue
        children = sketch.children(verb, run)
        inverted = any(
            sketch.labels[c] in {"aux", "cop", "expl", "ccomp", "parataxis"} or sketch.tags[c].startswith("W")
            for c in children
        )
        before = sketch.words[verb - 1] if verb > run[0] else ""
        if (
            inverted
            or before in BREAKS
            or sketch.lemmas[verb] in {"be", "come", "go", "remain", "follow", "stand", "lie"}
        ):
            continue
        if sketch.tags[verb - 1] in {"RB", "WRB", "IN"} or sketch.words[verb - 1] in {
            "as",
            "than",
            "so",
            "nor",
            "neither",
        }:
            continue
        sketch.labels[index] = "obj"


def mend_conditional_inversion(sketch: Sketch, run: Run) -> None:
    """Make a clause with "should", "had" or "were" first a condition: "Should the truce fail, Oslo would withdraw."."""
    start = run[0]
    if start < run[1] and sketch.words[start] in {'"', "“", "but", "and"}:
        start += 1
    if start >= run[1] or sketch.words[start] not in {"should", "had", "were"}:
        return
    comma = next((i for i in range(start, run[1]) if sketch.words[i] == ","), None)
    if (
        comma is None
        or not any(sketch.is_finite(i) for i in range(comma + 1, run[1]))
        or sketch.words[run[1] - 1] == "?"
    ):
        return
    wanted = {"should": {"VB"}, "had": {"VBN", "VBD"}, "were": {"VB", "JJ", "VBN", "VBG"}}[sketch.words[start]]
    verbs = [i for i in range(start + 2, comma) if sketch.tags[i] in wanted]
    verb = next((i for i in verbs if sketch.lemmas[i] != "be"), None) or _behind_be(sketch, verbs, comma)
    if verb is None:
        verb = _guess_verb(sketch, (start, comma))
    if verb is None:
        return
    after = (comma + 1, run[1])
    modals = [i for i in range(*after) if sketch.words[i] in {"would", "could", "might", "will"}]
    main = next((_main_verb(sketch, after, i) for i in (*modals, *range(*after)) if sketch.is_finite(i)), None)
    if main is None:
        return
    _rebuild_condition(sketch, (start, comma), (verb, main))


def _main_verb(sketch: Sketch, after: Run, finite: int) -> int:
    """Return the predicate of a modal, or the top of what a condition stands before."""
    if sketch.labels[finite] == "aux" and after[0] <= sketch.heads[finite] < after[1]:
        return sketch.heads[finite]
    return top_of(sketch, after, finite)


def _behind_be(sketch: Sketch, verbs: list[int], comma: int) -> int | None:
    """Return what "be" helps in "Should a truce be agreed,", else "be" itself."""
    if not verbs:
        return None
    inner = next((i for i in range(verbs[0] + 1, comma) if sketch.tags[i] in {"VBN", "VBD", "VBG", "JJ"}), None)
    if inner is None:
        return verbs[0]
    sketch.heads[verbs[0]] = inner
    sketch.labels[verbs[0]] = "cop" if sketch.tags[inner] == "JJ" else "aux:pass"
    return inner


def _guess_verb(sketch: Sketch, segment: Run) -> int | None:
    """Read the last word of "Should the truce fail," as the verb that the tagger took for a noun."""
    start, comma = segment
    last = comma - 1
    if sketch.words[start] != "should" or last < start + 2 or sketch.tags[last] not in {"NN", "VBP", "JJ"}:
        return None
    sketch.tags[last] = "VB"
    return last


def _rebuild_condition(sketch: Sketch, segment: Run, verbs: tuple[int, int]) -> None:
    """Hang the words of the condition on its verb, and the verb on the main one."""
    start, comma = segment
    verb, main = verbs
    root = next((i for i in (verb, *range(start, comma)) if sketch.heads[i] == -1), None)
    if root is not None or not _is_free(sketch, main, segment):
        sketch.heads[main], sketch.labels[main] = -1, "root"
    sketch.heads[verb], sketch.labels[verb] = main, "advcl"
    helped = sketch.tags[verb] != "JJ" or sketch.words[start] == "should"
    sketch.heads[start], sketch.labels[start] = verb, "aux" if helped else "cop"
    for index in range(start + 1, comma + 1):
        if index != verb and not start < sketch.heads[index] < comma:
            sketch.heads[index] = verb
            sketch.labels[index] = "obl:unmarked" if sketch.labels[index] == "root" else sketch.labels[index]
    nouns = [i for i in range(start + 1, verb) if sketch.heads[i] == verb and sketch.tags[i] in _NOUN_TAGS]
    if nouns and not any(sketch.labels[i] in SUBJECTS for i in nouns):
        sketch.labels[nouns[-1]] = "nsubj"
        for index in range(start + 1, nouns[-1]):
            if sketch.heads[index] == verb and sketch.labels[index] in {
                "det",
                "amod",
                "compound",
                "nmod:poss",
                "nummod",
            }:
                sketch.heads[index] = nouns[-1]


def _is_free(sketch: Sketch, main: int, segment: Run) -> bool:
    """Tell whether a token hangs outside of a segment."""
    node = main
    while node >= 0:
        if segment[0] <= node < segment[1]:
            return False
        node = sketch.heads[node]
    return True
