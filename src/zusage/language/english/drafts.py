"""Clauses in the making: one draft for each clause head, with verb, phrases, marker, kind and link.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role, VerbGroup
from zusage.language.english.graph import Graph
from zusage.language.english.links import find_kind, find_link, find_marker
from zusage.language.english.phrases import CLAUSE_PARTS, Source, find_preposition, make_phrase
from zusage.language.english.verbs import make_verb
from zusage.model.records import record

_ROLES: Final[Mapping[str, Role]] = {
    "nsubj": Role.SUBJECT,
    "nsubj:pass": Role.SUBJECT,
    "nsubj:outer": Role.SUBJECT,
    "obj": Role.OBJECT,
    "iobj": Role.INDIRECT,
    "obl": Role.OBLIQUE,
    "obl:unmarked": Role.ADVERBIAL,
    "obl:agent": Role.AGENT,
    "nmod": Role.OBLIQUE,
    "nmod:unmarked": Role.ADVERBIAL,
    "xcomp": Role.PREDICATE,
    "advcl": Role.OBLIQUE,
    "ccomp": Role.OTHER,
    "csubj": Role.SUBJECT,
    "advmod": Role.OTHER,
    "appos": Role.OTHER,
    "conj": Role.OTHER,
    "vocative": Role.OTHER,
    "dislocated": Role.OTHER,
    "parataxis": Role.OTHER,
    "acl": Role.OTHER,
    "list": Role.OTHER,
    "amod": Role.OTHER,
    "compound": Role.OTHER,
}
_NOUN_INSIDE: Final = frozenset({"nmod", "nmod:unmarked", "appos", "conj", "amod", "compound", "list", "acl"})
_CLAUSE_ADVERBIALS: Final = frozenset({"obl", "obl:unmarked", "obl:agent", "iobj", "obj", "advcl", "ccomp", "xcomp"})
_STRESSING: Final = ("self", "selves", "each", "both")
_NO_PHRASE: Final = frozenset({"not", "n't", "n’t", "never"})


@record(frozen=True, slots=True)
class Draft:
    """A clause by token indices: ``parent`` is the head of the clause it hangs on, -1 for roots."""

    head: int
    parent: int
    kind: ClauseKind
    link: Link
    verb: VerbGroup | None
    phrases: tuple[Phrase, ...] = ()
    subject: Phrase | None = None
    shared: bool = False
    marker: str | None = None
    anchor: int | None = None

    def with_role(self, role: Role) -> tuple[Phrase, ...]:
        """Return the clause's phrases of a role."""
        return tuple(phrase for phrase in self.phrases if phrase.role is role)


def draft_clause(source: Source, head: int) -> Draft:
    """Return the clause that a token heads, as the parse has it; subjects are only those of its own."""
    graph, layout = source.graph, source.layout
    verb = make_verb(graph, layout, head)
    marker = find_marker(graph, layout, head)
    kind = find_kind(graph, head, verb, marker)
    phrases = _collect(source, head, verb)
    subjects = [phrase for phrase in phrases if phrase.role is Role.SUBJECT]
    at = verb.finite if verb is not None and verb.finite is not None else head
    subject = _choose_subject(graph, subjects, at)
    above = graph.heads[head]
    return Draft(
        head=head,
        parent=layout.owner[above] if above >= 0 else -1,
        kind=kind,
        link=find_link(graph, head, kind, marker),
        verb=verb,
        phrases=tuple(sorted(phrases, key=lambda phrase: (phrase.start, phrase.end))),
        subject=subject,
        marker=marker,
        anchor=above if above >= 0 else None,
    )


def _choose_subject(graph: Graph, subjects: list[Phrase], verb: int) -> Phrase | None:
    """Return the subject; the innermost label first ("the point is that he won" has two), then the nearest.

    A list with brackets behind the verb is none: "Oslo gave 40, followed by Riga (20), and Rome (10)".
    A reflexive only stresses the subject before it: "Riga itself"; "each" shares it out: "Oslo and Riga each send one".
    """
    if not subjects:
        return None
    subjects = [s for s in subjects if not graph.word(s.head).endswith(_STRESSING)] or subjects
    order = {"nsubj": 0, "nsubj:pass": 0, "csubj": 1, "nsubj:outer": 2}
    listed = [s for s in subjects if s.head > verb and any(graph.word(i) in {"(", ")"} for i in range(s.start, s.end))]
    subjects = [s for s in subjects if s not in listed] or subjects
    return min(subjects, key=lambda phrase: (order.get(graph.labels[phrase.head], 3), -phrase.head))


def _collect(source: Source, head: int, verb: VerbGroup | None) -> list[Phrase]:
    """Return the phrases of a clause: its predicate noun or adjective, then the children of its nodes."""
    graph, layout = source.graph, source.layout
    content = layout.content(head)
    phrases: list[Phrase] = []
    used: set[int] = set(verb.tokens) if verb else set()
    if content not in used:
        skip = _outside(graph, content)
        role = Role.PREDICATE if verb is not None else Role.OTHER
        phrases.append(make_phrase(source, content, role, skip=skip))
        candidates = [child for child in skip if child not in layout.heads]
    else:
        candidates = [c for node in layout.nodes(head) for c in graph.children[node] if c not in layout.heads]
    for child in candidates:
        role_of = _role(source, child)
        if child not in used and child not in layout.nodes(head) and role_of is not None:
            phrases.append(make_phrase(source, child, role_of))
    return phrases


def _outside(graph: Graph, content: int) -> frozenset[int]:
    """Return the children of a predicate noun or adjective that belong to the clause."""
    noun = graph.tokens[content].pos in {Pos.NOUN, Pos.PROPN, Pos.PRON, Pos.NUM, Pos.SYM}
    copulas = graph.having(content, "cop")
    found = []
    for child in graph.children[content]:
        label = graph.labels[child]
        early = bool(copulas) and child < copulas[-1]
        loose = early or _only_negates(graph, child) or (noun and child > content)
        outside = label in CLAUSE_PARTS or label in _CLAUSE_ADVERBIALS
        if outside or (label == "nmod" and not noun) or (label == "advmod" and loose):
            found.append(child)
    return frozenset(found)


def _only_negates(graph: Graph, child: int) -> bool:
    """Say whether a word only negates its verb and is no phrase of its own: "will **never** send", "will **no longer** send"."""
    return graph.word(child) in _NO_PHRASE or (graph.word(child) == "longer" and graph.word(child - 1) == "no")


def _role(source: Source, child: int) -> Role | None:
    """Return the role of a clause's child, None for what is no phrase.

    A preposition decides between object and oblique.
    """
    graph = source.graph
    label = graph.labels[child]
    role = _ROLES.get(label)
    if role is None or _only_negates(graph, child):
        return None
    if label == "advmod":
        return None if graph.tokens[child].tag == "WRB" else role
    if role in {Role.OBLIQUE, Role.OBJECT, Role.INDIRECT, Role.ADVERBIAL}:
        prep = find_preposition(graph, child, graph.children[child])
        if prep is None:
            return Role.ADVERBIAL if role is Role.OBLIQUE else role
        passive = prep == "by" and bool(graph.having(graph.heads[child], "aux:pass", "nsubj:pass"))
        return Role.AGENT if passive else Role.OBLIQUE
    return role
