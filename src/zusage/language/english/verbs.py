"""The verbs of a clause as one: lemma with particle, auxiliaries, modals, tense, mood, voice.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.analysis import Mood, Tense, VerbGroup, Voice
from zusage.language.english.graph import Graph
from zusage.language.english.predicates import Layout

_FINITE: Final = frozenset({"VBZ", "VBP", "VBD", "MD"})
_FUTURE: Final = frozenset({"will", "shall"})
_HYPOTHETICAL: Final = frozenset({"would", "could", "might", "should"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_PARTICLES: Final = frozenset(
    {
        "up",
        "out",
        "off",
        "on",
        "in",
        "down",
        "over",
        "back",
        "away",
        "aside",
        "apart",
        "forward",
        "through",
        "along",
        "around",
        "about",
        "ahead",
        "together",
        "across",
    }
)


def make_verb(graph: Graph, layout: Layout, head: int) -> VerbGroup | None:
    """Return the verb group of the clause that a token heads, None for a fragment.

    The mood is that of a main clause; `zusage.language.english.clauses` sets it back to indicative in reported speech.
    """
    content = layout.content(head)
    copulas = graph.having(content, "cop")
    if not copulas and not graph.is_verbal(content):
        auxiliaries = graph.having(content, "aux", "aux:pass")
        if not auxiliaries:
            return None
        copulas = auxiliaries[-1:]
    infinitive = _is_to_infinitive(graph, content)
    copulas = [] if infinitive and graph.is_verbal(content) else copulas
    verb = copulas[-1] if copulas else content
    helpers = [c for node in layout.nodes(head) for c in graph.having(node, "aux", "aux:pass", "cop") if c != verb]
    if head != content:
        helpers.append(head)
    particle = None if copulas else find_particle(graph, content)
    tokens = sorted({verb, *helpers, *([particle] if particle is not None else [])})
    chain = [index for index in tokens if index != particle]
    if not helpers and (shared := _shared_auxiliary(graph, content)) is not None:
        chain = [shared, *chain]
        infinitive = infinitive or graph.tokens[shared].lemma == "be"
    finite = _find_finite(graph, chain, content)
    return VerbGroup(
        lemma=_lemma(graph, verb, particle, copula=bool(copulas)),
        head=verb,
        finite=finite,
        tokens=tuple(tokens),
        particle=particle,
        modals=_modals(graph, chain, infinitive=infinitive),
        tense=_tense(graph, chain, finite),
        mood=_mood(graph, chain, finite, content),
        voice=_voice(graph, content, copulas),
    )


def _shared_auxiliary(graph: Graph, verb: int) -> int | None:
    """Return the auxiliary that a verb has from the one before it: "will send tents **and build** a school".

    Also "has sent tents **and given** money", "is to send tents **and train** the police". None where the first is negated: what
    becomes of the second is open then.
    """
    if graph.labels[verb] != "conj" or graph.having(verb, "mark", "nsubj"):
        return None
    node = verb
    while graph.labels[node] == "conj" and graph.heads[node] >= 0:
        node = graph.heads[node]
    if any(graph.word(child) in _NEGATIONS for child in graph.children[node]):
        return None
    auxiliaries = graph.having(node, "aux")
    if graph.tokens[verb].tag == "VBN":
        active = not graph.having(node, "aux:pass", "cop")
        return next((aux for aux in auxiliaries if active and graph.tokens[aux].lemma == "have"), None)
    if graph.tokens[verb].tag != "VB":
        return None
    if _is_to_infinitive(graph, node):
        auxiliaries = [aux for aux in graph.having(node, "cop", "aux", "aux:pass") if graph.tokens[aux].lemma == "be"]
        return auxiliaries[0]
    return next((aux for aux in auxiliaries if graph.tokens[aux].tag == "MD"), None)


def find_particle(graph: Graph, verb: int) -> int | None:
    """Return the particle of a verb: "rule out", "sign a pact off"."""
    for child in graph.children[verb]:
        label = graph.labels[child]
        if label == "compound:prt" or (graph.tokens[child].tag == "RP" and label in {"advmod", "case", "obl", "mark"}):
            return child if graph.word(child) in _PARTICLES else None
    return None


def _lemma(graph: Graph, verb: int, particle: int | None, *, copula: bool) -> str:
    if copula:
        return "be"
    lemma = graph.tokens[verb].lemma.lower()
    return f"{lemma} {graph.word(particle)}" if particle is not None else lemma


def _is_to_infinitive(graph: Graph, content: int) -> bool:
    """Tell whether a form of "be" stands before "to": "is to meet", "was to be sent"."""
    marks = [mark for mark in graph.having(content, "mark") if graph.word(mark) == "to"]
    if not marks or graph.tokens[content].tag not in {"VB", "VBN"}:
        return False
    helpers = graph.having(content, "cop", "aux", "aux:pass")
    return any(c < marks[0] and graph.tokens[c].lemma == "be" and graph.tokens[c].tag in _FINITE for c in helpers)


def _has_to(graph: Graph, verb: int) -> bool:
    return any(graph.word(mark) == "to" for mark in graph.having(verb, "mark"))


def _find_finite(graph: Graph, chain: list[int], content: int) -> int | None:
    """Return the finite verb; a bare form counts where it has a subject or stands alone as an imperative."""
    for index in chain:
        if graph.tokens[index].tag in _FINITE:
            return index
    if _has_to(graph, content) or not chain:
        return None
    first = graph.tokens[chain[0]].tag
    if graph.having(content, "nsubj", "nsubj:pass") and first in {"VB", "VBN"} and graph.labels[content] != "xcomp":
        return chain[0]
    alone = graph.labels[content] in {"root", "conj", "parataxis", "ccomp"}
    return chain[0] if first == "VB" and alone and not _is_conjoined_infinitive(graph, content) else None


def _is_conjoined_infinitive(graph: Graph, verb: int) -> bool:
    """Tell whether a bare verb goes on an infinitive: "to train and equip them", "will train and equip"."""
    node = verb
    while graph.labels[node] == "conj" and graph.heads[node] >= 0:
        node = graph.heads[node]
    return node != verb and (_has_to(graph, node) or bool(graph.having(node, "aux")) or graph.labels[node] == "xcomp")


def _modals(graph: Graph, chain: list[int], *, infinitive: bool) -> tuple[str, ...]:
    """Return the modals but for the future; "is to meet" has "be to"."""
    lemmas = [graph.tokens[i].lemma.lower() for i in chain if graph.tokens[i].tag == "MD"]
    found = tuple(lemma for lemma in lemmas if lemma not in _FUTURE)
    return (*found, "be to") if infinitive else found


def _tense(graph: Graph, chain: list[int], finite: int | None) -> Tense:
    """Return the tense of the finite verb with its perfect: "had sent" is the pluperfect."""
    if finite is None:
        return Tense.NONE
    lemmas = {graph.tokens[i].lemma.lower() for i in chain}
    token = graph.tokens[finite]
    if lemmas & _FUTURE or any(graph.tokens[i].tag == "VBG" and graph.tokens[i].lemma == "go" for i in chain[:-1]):
        return Tense.FUTURE
    perfect = any(graph.tokens[i].lemma == "have" for i in chain[:-1])
    past = token.tag in {"VBD", "VBN"}
    if perfect:
        return Tense.PLUPERFECT if past else Tense.PERFECT
    return Tense.PAST if past else Tense.PRESENT


def _mood(graph: Graph, chain: list[int], finite: int | None, content: int) -> Mood:
    if finite is None:
        return Mood.INDICATIVE
    lemmas = {graph.tokens[i].lemma.lower() for i in chain if graph.tokens[i].tag == "MD"}
    if lemmas & _HYPOTHETICAL:
        return Mood.HYPOTHETICAL
    bare = graph.tokens[finite].tag == "VB" and not graph.having(content, "nsubj", "nsubj:pass")
    return Mood.IMPERATIVE if bare else Mood.INDICATIVE


def _voice(graph: Graph, content: int, copulas: list[int]) -> Voice:
    """Return passive for "be" with a participle and for a bare participle: "troops sent to the border"."""
    if copulas:
        return Voice.ACTIVE
    helpers = graph.having(content, "aux", "aux:pass")
    if helpers:
        passive = any(graph.tokens[c].lemma in {"be", "get"} for c in graph.having(content, "aux:pass"))
        return Voice.PASSIVE if passive else Voice.ACTIVE
    bare = graph.tokens[content].tag == "VBN" and not graph.having(content, "nsubj")
    return (
        Voice.PASSIVE if bare and graph.labels[content] in {"acl", "advcl", "xcomp", "root", "ccomp"} else Voice.ACTIVE
    )
