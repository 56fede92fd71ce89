"""Mends systematic mistakes of tagger and parser in news prose, before clauses are made of the tree.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.english.attachments import mend_abouts, mend_copulas, mend_limits, mend_participles, mend_particles
from zusage.language.english.conditions import mend_conditions
from zusage.language.english.conjunctions import fold_conjunctions
from zusage.language.english.counted import mend_counted
from zusage.language.english.fronting import mend_beside, mend_fronted
from zusage.language.english.gaps import mend_gaps, mend_prepositional_gaps
from zusage.language.english.gatherings import (
    mend_as_well_as,
    mend_carriers,
    mend_due,
    mend_firsts,
    mend_gatherings,
    mend_predicates,
)
from zusage.language.english.inversions import mend_conditional_inversion, mend_inverted_speech, mend_late_subjects
from zusage.language.english.lists import mend_lists
from zusage.language.english.misreadings import (
    mend_bare_gaps,
    mend_contents,
    mend_control,
    mend_double_subjects,
    mend_expletives,
    mend_floating,
    mend_headless,
    mend_hidden_verbs,
    mend_let_known,
    mend_lost_subjects,
    mend_parted,
    mend_planning,
    mend_relatives,
)
from zusage.language.english.noun_verbs import mend_noun_verbs
from zusage.language.english.objects import (
    mend_adjectives,
    mend_agents,
    mend_auxiliaries,
    mend_each_to,
    mend_hyphened,
    mend_particle_objects,
    mend_second_subjects,
    mend_with_money,
)
from zusage.language.english.parser import Tree
from zusage.language.english.shares import mend_shares
from zusage.language.english.sketch import Run, Sketch
from zusage.language.english.stranded import mend_stranded
from zusage.language.english.swallowed import (
    mend_crossed_conjuncts,
    mend_crossed_subjects,
    mend_lone_participles,
    mend_speech_conjuncts,
    mend_swallowed,
)

_VERBS = frozenset({"VBD", "VB", "VBZ", "VBP"})

_STEPS = (
    mend_hyphened,
    mend_auxiliaries,
    mend_adjectives,
    mend_parted,
    mend_limits,
    mend_copulas,
    mend_particles,
    mend_abouts,
    mend_particle_objects,
    mend_with_money,
    mend_agents,
    mend_counted,
    mend_lists,
    mend_due,
    mend_gatherings,
    mend_as_well_as,
    mend_firsts,
    mend_noun_verbs,
    mend_swallowed,
    mend_lone_participles,
    mend_hidden_verbs,
    mend_planning,
    mend_headless,
    mend_carriers,
    mend_floating,
    mend_each_to,
    mend_expletives,
    mend_let_known,
    mend_double_subjects,
    mend_shares,
    mend_predicates,
    mend_second_subjects,
    mend_crossed_subjects,
    mend_crossed_conjuncts,
    mend_lost_subjects,
    mend_relatives,
    mend_stranded,
    mend_fronted,
    mend_beside,
    mend_contents,
    mend_control,
    mend_gaps,
    mend_prepositional_gaps,
    mend_bare_gaps,
    mend_inverted_speech,
    mend_late_subjects,
    mend_speech_conjuncts,
    mend_conditions,
    mend_conditional_inversion,
    mend_participles,
)


def mend(
    tree: Tree,
    words: Sequence[str],
    lemmas: Sequence[str],
    pieces: Sequence[Run],
    hyphens: frozenset[int] = frozenset(),
) -> Tree:
    """Return the tree with its mistakes mended; ``pieces`` are the runs that were parsed for themselves.

    ``hyphens``: where a hyphen joins two words without a blank.
    """
    sketch = Sketch(
        [word.lower() for word in words],
        [lemma.lower() for lemma in lemmas],
        list(tree.xpos),
        list(tree.heads),
        list(tree.labels),
        hyphens,
    )
    for piece in pieces:
        for step in _STEPS:
            step(sketch, piece)
    fold_conjunctions(sketch)
    _keep_trees(sketch, tree, pieces)
    upos = tuple(
        "VERB" if (tag in _VERBS or (tag == "VBG" and was != tag)) and old not in {"VERB", "AUX"} else old
        for old, tag, was in zip(tree.upos, sketch.tags, tree.xpos, strict=True)
    )
    return Tree(upos, tuple(sketch.tags), tuple(sketch.heads), tuple(sketch.labels))


def _keep_trees(sketch: Sketch, tree: Tree, pieces: Sequence[Run]) -> None:
    """Put back what the parser said wherever the mending did not leave a tree."""
    state = bytearray(len(sketch.heads))
    for start, end in pieces:
        if _has_cycle(sketch, (start, end), state):
            sketch.heads[start:end] = tree.heads[start:end]
            sketch.labels[start:end] = tree.labels[start:end]
            sketch.tags[start:end] = tree.xpos[start:end]


def _has_cycle(sketch: Sketch, run: Run, state: bytearray) -> bool:
    """Tell whether a token of a run hangs on itself; ``state``: 1 on the way up, 2 known to reach a root."""
    heads = sketch.heads
    for start in range(*run):
        if state[start]:
            continue
        path, node = [], start
        while node >= 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        circular = node >= 0 and state[node] == 1
        for seen in path:
            state[seen] = 2
        if circular:
            return True
    return False
