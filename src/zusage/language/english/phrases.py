"""Phrases out of the parse: spans, roles, what hangs on them, coordinated members.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from zusage.language.analysis import Phrase, Pos, Role
from zusage.language.english.graph import Graph
from zusage.language.english.predicates import Layout

_NEGATIVE: Final = frozenset({"no", "neither"})
_SMALL: Final = frozenset({"more", "less", "fewer", "later", "longer", "doubt"})
_DEPENDENTS: Final = {
    "nmod:poss": Role.GENITIVE,
    "nmod": Role.ATTRIBUTE,
    "nmod:unmarked": Role.ADVERBIAL,
    "obl": Role.ATTRIBUTE,
    "obl:agent": Role.ATTRIBUTE,
    "obl:unmarked": Role.ADVERBIAL,
    "appos": Role.APPOSITION,
}
CLAUSE_PARTS: Final = frozenset(
    {
        "nsubj",
        "nsubj:pass",
        "nsubj:outer",
        "expl",
        "cop",
        "aux",
        "aux:pass",
        "mark",
        "punct",
        "parataxis",
        "discourse",
        "vocative",
    }
)
"""Children of a predicate noun or adjective that belong to the clause, not to the predicate phrase."""


@dataclass(frozen=True, slots=True)
class Source:
    """What phrases are made from."""

    graph: Graph
    layout: Layout


def make_phrase(
    source: Source, head: int, role: Role, *, skip: Collection[int] = (), prep: str | None = None
) -> Phrase:
    """Return the phrase of a head token without the children in ``skip``.

    ``prep`` is inherited if it has none itself.
    """
    inside = _children(source, head, skip)
    conjuncts = _conjuncts(source, head, inside)
    own_prep = find_preposition(source.graph, head, inside) or prep
    if not conjuncts:
        return _single(source, head, role, inside, own_prep)
    plain = [c for c in inside if source.graph.labels[c] not in {"conj", "cc:preconj"}]
    first = _single(source, head, role, plain, own_prep)
    members = [first]
    for conjunct in conjuncts:
        nested = [c for c in source.graph.children[conjunct] if source.graph.labels[c] in {"conj", "cc"}]
        own = [c for c in _children(source, conjunct, ()) if c not in nested]
        member_prep = find_preposition(source.graph, conjunct, own) or own_prep
        members.append(_single(source, conjunct, role, own, member_prep))
    start, end = min(m.start for m in members), max(m.end for m in members)
    negated = is_negated(source.graph, head, inside)
    return Phrase(start, end, head, role, own_prep, frozenset(), negated, tuple(sorted(members, key=lambda m: m.start)))


def _children(source: Source, head: int, skip: Collection[int]) -> list[int]:
    """Return the children that stay inside a phrase: no clauses, no conjunctions or marks at its edge."""
    graph, layout = source.graph, source.layout
    return [c for c in graph.children[head] if c not in layout.heads and c not in skip and graph.labels[c] != "cc"]


def _conjuncts(source: Source, head: int, inside: Collection[int]) -> list[int]:
    """Return the coordinated heads after the first, those that hang on one another too, in order."""
    found: list[int] = []
    queue = [c for c in inside if source.graph.labels[c] == "conj"]
    if not queue:  # nearly every phrase
        return found
    while queue:
        node = queue.pop(0)
        found.append(node)
        queue.extend(c for c in source.graph.having(node, "conj") if c not in source.layout.heads)
    return sorted(node for node in found if node > head or source.graph.heads[node] != head)


def _single(source: Source, head: int, role: Role, inside: Collection[int], prep: str | None) -> Phrase:
    dependents = []
    for child in inside:
        kind = _DEPENDENTS.get(source.graph.labels[child])
        if kind is not None:
            dependents.append(make_phrase(source, child, kind))
    start, end = _span(source, head, inside)
    return Phrase(
        start, end, head, role, prep, frozenset(), is_negated(source.graph, head, inside), (), tuple(dependents)
    )


def _span(source: Source, head: int, inside: Collection[int]) -> tuple[int, int]:
    """Return the run from the first to the last word of a phrase.

    Punctuation and genitive marks at its edges go, but a bracket that was opened inside is closed.
    """
    graph, layout = source.graph, source.layout
    low = high = head
    labels, heads, children = graph.labels, layout.heads, graph.children
    stack = list(inside)
    while stack:
        node = stack.pop()
        if labels[node] != "punct":
            if node < low:
                low = node
            elif node > high:
                high = node
        if children[node]:
            stack += [c for c in children[node] if c not in heads]
    while high > head and graph.tokens[high].tag == "POS":
        high -= 1
    closing = {")": "(", "]": "["}.get(graph.word(high + 1))
    if closing is not None and any(graph.word(index) == closing for index in range(low, high)):
        high += 1
    return low, high + 1


def find_preposition(graph: Graph, head: int, inside: Collection[int]) -> str | None:
    """Return the preposition of a phrase, its words joined: "in", "because of"; None for a genitive mark or none."""
    for child in inside:
        if graph.labels[child] == "case" and graph.tokens[child].tag != "POS" and child < head:
            words = [child, *graph.having(child, "fixed")]
            return " ".join(graph.word(word) for word in sorted(words))
    return None


def is_negated(graph: Graph, head: int, inside: Collection[int]) -> bool:
    """Tell whether "no", "neither" or a "not" of its own negates a phrase: "no troops", "not soldiers but money"."""
    return negating_word(graph, head, inside) is not None


def negating_word(graph: Graph, head: int, inside: Collection[int]) -> int | None:
    """Return the word that negates a phrase: "no troops", "nobody", "none of them", "not soldiers but money"."""
    if graph.word(head) in {"nobody", "no-one", "nothing", "none", "nowhere", "neither"}:
        return head
    for child in inside:
        word = graph.words[child]
        if word in _NEGATIVE and graph.labels[child] in {"det", "advmod", "cc:preconj"}:
            small = graph.word(child + 1) in _SMALL and not _is_no_more(graph, child, head)
            return None if small else child
        if word == "not" and child < head and graph.labels[child] in {"advmod", "cc:preconj"}:
            return None if graph.word(child + 1) in {"only", "just", "merely"} else child
    return None


def _is_no_more(graph: Graph, at: int, head: int) -> bool:
    """Tell whether nothing comes on top: "no more soldiers", not "no more than 300 soldiers"."""
    return graph.word(at + 1) == "more" and at + 1 < head and graph.word(at + 2) != "than"


def is_pronoun(graph: Graph, index: int) -> bool:
    """Tell whether a token is a pronoun."""
    return graph.tokens[index].pos is Pos.PRON
