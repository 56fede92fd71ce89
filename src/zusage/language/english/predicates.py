"""Which tokens of a parsed text head clauses, and which clause each token belongs to.

Standard library and the graph beside it only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zusage.language.analysis import Pos
from zusage.language.english.graph import Graph

CLAUSE_LABELS: Final = frozenset(
    {"ccomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "xcomp"}
)
_OWN_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj"})
_NOMINAL_LABELS: Final = frozenset({"nsubj", "obj", "obl", "nmod", "appos", "dislocated"})


@dataclass(frozen=True, slots=True)
class Layout:
    """``owner``: for each token its clause's head; ``main``: the content verb of clauses where that is not the head.

    "is going to send": "going" heads the clause, "send" is its main verb and owns nothing by itself.
    """

    owner: tuple[int, ...]
    main: dict[int, int]
    heads: frozenset[int]

    def content(self, head: int) -> int:
        """Return the content word of a clause's predicate."""
        return self.main.get(head, head)

    def nodes(self, head: int) -> tuple[int, ...]:
        """Return the tokens whose children are the parts of a clause."""
        return (head, self.main[head]) if head in self.main else (head,)


def lay_out(graph: Graph) -> Layout:
    """Find the clauses of a text."""
    main: dict[int, int] = {}
    for index in range(len(graph.tokens)):
        inner = _future_infinitive(graph, index)
        if inner is not None:
            main[index] = inner
    merged = frozenset(main.values())
    found = frozenset(i for i in range(len(graph.tokens)) if i not in merged and heads_clause(graph, i))
    owner = [-1] * len(graph.tokens)
    for index in range(len(graph.tokens)):
        _find_owner(graph, found, owner, index)
    return Layout(tuple(owner), main, found)


def _find_owner(graph: Graph, found: frozenset[int], owner: list[int], index: int) -> None:
    """Fill in the owner of a token and of all between it and its clause's head."""
    path, node = [], index
    while node not in found and owner[node] < 0:
        path.append(node)
        node = graph.heads[node]
    clause = node if node in found else owner[node]
    for seen in path:
        owner[seen] = clause
    owner[index] = clause


def heads_clause(graph: Graph, index: int) -> bool:
    """Tell whether a token heads a clause: every root, clausal dependents with a predicate, coordinated predicates."""
    label = graph.labels[index]
    above = graph.heads[index]
    if above < 0 or label == "acl:relcl":
        return True
    if label == "parataxis":
        return is_predicate(graph, index) or not _is_bracketed(graph, index)
    if label in {"ccomp", "csubj", "csubj:pass", "advcl", "acl", "advcl:relcl"}:
        return is_predicate(graph, index)
    if label == "xcomp":
        return _is_clausal_complement(graph, index)
    if label == "conj":
        return _is_clausal_conjunct(graph, index)
    if label in _NOMINAL_LABELS:
        return _is_gerund(graph, index)
    return label in {"list", "discourse", "dep"} and has_subject(graph, index) and is_predicate(graph, index)


def has_subject(graph: Graph, index: int) -> bool:
    """Tell whether a predicate has a subject of its own."""
    return any(graph.labels[child] in _OWN_SUBJECT for child in graph.children[index])


def is_predicate(graph: Graph, index: int) -> bool:
    """Tell whether a token is a verb, or has a copula, an auxiliary or a subject."""
    if graph.is_verbal(index):
        return True
    return any(graph.labels[child] in {"cop", "aux", "nsubj", "nsubj:pass", "expl"} for child in graph.children[index])


def _is_clausal_complement(graph: Graph, index: int) -> bool:
    """Tell "wants to send", "keep sending" (clauses) from "remains uncertain" (a predicate phrase)."""
    if graph.having(index, "cop", "aux", "mark"):
        return True
    return graph.is_verbal(index) and not _is_participle_adjective(graph, index)


def _is_participle_adjective(graph: Graph, index: int) -> bool:
    """Tell whether a past participle describes after a linking verb: "remains divided"."""
    above = graph.heads[index]
    linking = graph.tokens[above].lemma in {"remain", "stay", "become", "seem", "appear", "look", "feel", "get"}
    return linking and graph.tokens[index].tag == "VBN"


def _is_clausal_conjunct(graph: Graph, index: int) -> bool:
    """Tell "ruled it out and sent money" (two clauses) from "trained and equipped soldiers", "ready and willing"."""
    if not is_predicate(graph, index):
        return False
    if has_subject(graph, index) or graph.having(index, "cop", "aux"):
        return True
    first = graph.heads[index]
    while first >= 0 and graph.labels[first] == "conj":
        first = graph.heads[first]
    if first < 0 or not heads_clause(graph, first):
        return _is_gerund(graph, index)
    return graph.is_verbal(index)


def _is_gerund(graph: Graph, index: int) -> bool:
    """Tell whether a nominal is a verb with an object or an infinitive: "by sending troops"."""
    token = graph.tokens[index]
    if token.tag not in {"VBG", "VB", "VBZ", "VBD", "VBP"} or token.pos is not Pos.VERB:
        return False
    return bool(graph.having(index, "obj", "ccomp", "xcomp", "nsubj", "mark", "obl", "compound:prt"))


def _is_bracketed(graph: Graph, index: int) -> bool:
    """Tell whether a fragment stands in brackets: "(AFP)"."""
    return graph.word(index - 1) in {"(", "["}


def _future_infinitive(graph: Graph, index: int) -> int | None:
    """Return the infinitive of "is going to send"; None if there is none or it has a subject of its own."""
    token = graph.tokens[index]
    if token.tag not in {"VBG", "MD"} or token.lemma not in {"go", "ought"}:
        return None
    if token.lemma == "go" and not any(graph.tokens[c].lemma == "be" for c in graph.having(index, "aux", "cop")):
        return None
    for child in graph.having(index, "xcomp"):
        marks = [graph.word(mark) for mark in graph.having(child, "mark")]
        if "to" in marks and not has_subject(graph, child):
            return child
    return None
