"""The form of a clause, its conjunction, and what it is to its parent.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zusage.language.analysis import ClauseKind, Link, Pos, VerbGroup
from zusage.language.english.graph import Graph
from zusage.language.english.lexicon import marker_links, verbs_of
from zusage.language.english.predicates import Layout

_COMPLEMENT_PREPOSITIONS: Final = frozenset({"of", "about", "on", "at", "from", "against", "into", "to", "for"})
_QUESTION_WORDS: Final = frozenset(
    {
        "who",
        "whom",
        "whose",
        "what",
        "which",
        "how",
        "why",
        "where",
        "when",
        "whether",
        "whatever",
        "whichever",
        "whoever",
    }
)
CALLING: Final[Mapping[str, tuple[str, ...]]] = {
    "call": ("on", "upon", "for"),
    "appeal": ("to",),
    "wait": ("for",),
    "rely": ("on",),
    "count": ("on",),
}
"""Verbs that name who acts in the infinitive by a preposition."""

_FREE_RELATIVES: Final = frozenset({"what", "whatever", "whoever", "whichever", "whom", "who"})
_ASKING: Final = frozenset(
    {
        "ask",
        "know",
        "wonder",
        "decide",
        "see",
        "say",
        "tell",
        "clear",
        "unclear",
        "doubt",
        "discuss",
        "determine",
        "consider",
        "learn",
    }
)


def find_marker(graph: Graph, layout: Layout, head: int) -> str | None:
    """Return the conjunction of a clause as written in lower case ("provided that"); None for "to" and none.

    A question adverb ("when", "how") counts where it opens the clause.
    """
    for node in layout.nodes(head):
        for child in graph.children[node]:
            label = graph.labels[child]
            if label == "mark" and not (graph.word(child) == "to" and graph.tokens[node].tag != "VBG"):
                return _join(graph, child)
            if label == "advmod" and graph.tokens[child].tag == "WRB" and child < head:
                return graph.word(child)
    return None


def _join(graph: Graph, mark: int) -> str:
    words = sorted((mark, *graph.having(mark, "fixed")))
    marker = " ".join(graph.word(word) for word in words)
    return f"{marker} to" if marker in {"in order", "so as"} else marker


def find_kind(graph: Graph, head: int, verb: VerbGroup | None, marker: str | None) -> ClauseKind:
    """Return the form of a clause."""
    label = graph.labels[head]
    if verb is None:
        return ClauseKind.FRAGMENT if label != "acl:relcl" else ClauseKind.RELATIVE
    if verb.finite is None:
        return _nonfinite_kind(graph, verb)
    if label in {"acl:relcl", "advcl:relcl"} and marker != "that":
        free = graph.word(graph.heads[head]) in _FREE_RELATIVES
        return ClauseKind.SUBORDINATE if free else ClauseKind.RELATIVE
    if marker is not None or label in {"advcl", "csubj", "csubj:pass", "acl"} or _opens_question(graph, head):
        return ClauseKind.SUBORDINATE
    return ClauseKind.MAIN


def _nonfinite_kind(graph: Graph, verb: VerbGroup) -> ClauseKind:
    first = graph.tokens[verb.tokens[0]].tag
    return ClauseKind.PARTICIPLE if first in {"VBG", "VBN", "VBD"} else ClauseKind.INFINITIVE


def _opens_question(graph: Graph, head: int) -> bool:
    """Tell whether a question word stands before the verb of a complement: "who pays is open"."""
    if graph.labels[head] not in {"ccomp", "csubj", "advcl", "acl"}:
        return False
    before = [child for child in graph.children[head] if child < head and graph.labels[child] != "punct"]
    if graph.tokens[head].tag.startswith("W"):
        return True
    inner = [grand for child in before[:1] for grand in (*graph.children[child], child)]
    return any(graph.tokens[i].tag in {"WP", "WDT", "WRB", "WP$"} for i in inner)


_BY_LABEL: Final[Mapping[str, Link]] = {
    "conj": Link.COORDINATE,
    "list": Link.COORDINATE,
    "ccomp": Link.COMPLEMENT,
    "xcomp": Link.COMPLEMENT,
    "csubj": Link.COMPLEMENT,
    "csubj:pass": Link.COMPLEMENT,
    "parataxis": Link.COORDINATE,
}


def find_link(graph: Graph, head: int, kind: ClauseKind, marker: str | None) -> Link:
    """Return what a clause is to its parent, by its label, form and conjunction."""
    label = graph.labels[head]
    if graph.heads[head] < 0:
        return Link.ROOT
    if label == "acl:relcl" and marker == "that":
        return Link.COMPLEMENT
    if label in {"acl:relcl", "advcl:relcl"}:
        return Link.QUESTION if kind is ClauseKind.SUBORDINATE else Link.RELATIVE
    if label in {"ccomp", "xcomp", "csubj", "csubj:pass"}:
        return _complement_link(graph, head, marker)
    if label == "parataxis" and marker is not None:
        return _loose_link(graph, head, marker)
    if label in _BY_LABEL:
        return _BY_LABEL[label]
    if label == "acl":
        return _noun_link(kind, marker)
    return _adverbial_link(graph, head, kind, marker)


def _loose_link(graph: Graph, head: int, marker: str) -> Link:
    """Classify a loose clause by its conjunction: "Oslo will pay, but only once a truce is in place"."""
    if graph.having(head, "cc") and marker not in marker_links():
        return Link.COORDINATE
    link = marker_links().get(marker, Link.QUESTION if marker in _QUESTION_WORDS else Link.COORDINATE)
    return Link.COORDINATE if link is Link.MANNER else link


def _complement_link(graph: Graph, head: int, marker: str | None) -> Link:
    """Tell "asked whether", "see if", "decide who pays" from plain complements; "if" after others is a condition."""
    if marker in _QUESTION_WORDS or _opens_question(graph, head):
        return Link.QUESTION
    above = graph.tokens[graph.heads[head]].lemma.lower()
    if marker == "if":
        return Link.QUESTION if above in _ASKING and graph.heads[head] < head else Link.CONDITION
    link = marker_links().get(marker or "")
    return link if link in {Link.CONDITION, Link.TIME, Link.CONCESSION} else Link.COMPLEMENT


def _noun_link(kind: ClauseKind, marker: str | None) -> Link:
    """Classify what hangs on a noun: "the promise to send", "plans for sending", "troops sent there"."""
    if kind is ClauseKind.INFINITIVE:
        return Link.COMPLEMENT
    if marker is None:
        return Link.RELATIVE if kind is ClauseKind.PARTICIPLE else Link.COMPLEMENT
    if marker in _COMPLEMENT_PREPOSITIONS or marker == "that":
        return Link.COMPLEMENT
    return marker_links().get(marker, Link.QUESTION if marker in _QUESTION_WORDS else Link.OTHER)


def _is_signed_up(graph: Graph, above: int) -> bool:
    """Tell whether an infinitive is what somebody signs up for: "30 states **signed up to send** nurses"."""
    particles = graph.having(above, "compound:prt")
    return graph.tokens[above].lemma.lower() == "sign" and any(graph.tokens[i].lower == "up" for i in particles)


def _adverbial_link(graph: Graph, head: int, kind: ClauseKind, marker: str | None) -> Link:
    """Classify an adverbial clause; a finite one without conjunction and with its verb first is a condition."""
    above = graph.heads[head]
    adjective = graph.tokens[above].pos is Pos.ADJ
    if kind is ClauseKind.INFINITIVE and (_is_called_on(graph, above, head) or _is_signed_up(graph, above)):
        return Link.COMPLEMENT
    if kind is ClauseKind.INFINITIVE and marker in {None, "for"}:
        return Link.COMPLEMENT if adjective and head > above else Link.PURPOSE
    if (
        marker == "as"
        and graph.tokens[head].lemma.lower() in verbs_of("speech")
        and not graph.having(head, "ccomp", "obj")
    ):
        return Link.PARENTHESIS
    if marker is None:
        return _bare_link(graph, head, kind)
    if kind is ClauseKind.PARTICIPLE and marker in _COMPLEMENT_PREPOSITIONS:
        return Link.CAUSE if marker == "for" and not adjective else Link.COMPLEMENT
    if marker == "that":
        return Link.COMPLEMENT
    return marker_links().get(marker, Link.OTHER)


def _bare_link(graph: Graph, head: int, kind: ClauseKind) -> Link:
    """Classify an adverbial clause without a conjunction.

    A question word or a verb in front tell; a participle right behind its verb is what the verb is about
    ("ruled out sending troops"), one after a comma only goes with it.
    """
    if kind is ClauseKind.PARTICIPLE:
        return Link.COMPLEMENT if head - 1 in {graph.heads[head], *_particles(graph, graph.heads[head])} else Link.OTHER
    if is_verb_first(graph, head):
        return Link.CONDITION
    return Link.QUESTION if _opens_question(graph, head) else Link.OTHER


def _particles(graph: Graph, verb: int) -> list[int]:
    return graph.having(verb, "compound:prt")


def _is_called_on(graph: Graph, verb: int, infinitive: int) -> bool:
    """Tell whether a verb asks somebody by a preposition: "called on Riga to open its ports"."""
    wanted = CALLING.get(graph.tokens[verb].lemma.lower(), ())
    between = [child for child in graph.having(verb, "obl") if verb < child < infinitive]
    return any(graph.word(case) in wanted for child in between for case in graph.having(child, "case"))


def is_verb_first(graph: Graph, head: int) -> bool:
    """Tell whether an auxiliary stands before the subject: "Should the truce fail, …", "Had Oslo paid, …"."""
    subjects = graph.having(head, "nsubj", "nsubj:pass", "expl")
    helpers = graph.having(head, "aux", "aux:pass", "cop")
    return (
        bool(subjects and helpers) and helpers[0] < subjects[0] and graph.word(helpers[0]) in {"should", "had", "were"}
    )
