"""Subjects that are understood: of coordinated verb phrases, infinitives and participles.

"Oslo promised to send troops" (the promiser), "Oslo urged Riga to send troops" (the object), "its promise to send
troops" (the genitive). Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role, Voice
from zusage.language.english.drafts import Draft
from zusage.language.english.graph import Graph
from zusage.language.english.lexicon import verbs_of
from zusage.language.english.links import CALLING
from zusage.language.english.phrases import Source, make_phrase

_GRATEFUL: Final = frozenset({"grateful", "thankful", "indebted"})
_FINITE_OPEN: Final = frozenset(
    {Link.COORDINATE, Link.COMPLEMENT, Link.OTHER, Link.TIME, Link.MANNER, Link.PURPOSE, Link.CAUSE}
)


def share_subjects(source: Source, drafts: Mapping[int, Draft]) -> dict[int, Draft]:
    """Return the drafts with understood subjects filled in where the grammar makes them clear."""
    found = dict(drafts)
    done: set[int] = set()
    for head in sorted(drafts):
        _share(source, found, head, done)
    return found


def _share(source: Source, found: dict[int, Draft], head: int, done: set[int]) -> None:
    """Fill in one clause's subject after those of the clauses it hangs on."""
    chain: list[int] = []
    node = head
    while node in found and node not in done:
        done.add(node)
        chain.append(node)
        node = found[node].parent
    for index in reversed(chain):
        draft = found[index]
        if draft.subject is None and draft.verb is not None:
            subject = _find_subject(source, found, draft)
            if subject is not None:
                found[index] = replace(draft, subject=subject, shared=True)


def _find_subject(source: Source, found: Mapping[int, Draft], draft: Draft) -> Phrase | None:
    graph = source.graph
    parent = found.get(draft.parent)
    if parent is None or (draft.verb is not None and _has_expletive(graph, draft)):
        return None
    label = graph.labels[draft.head]
    if label in {"acl", "nmod"} or (draft.anchor is not None and _is_noun_anchor(graph, parent, draft.anchor)):
        return _from_noun(source, parent, draft)
    if draft.link is Link.COORDINATE:
        return parent.subject if draft.verb and _continues(graph, parent, draft) else None
    if draft.kind in {ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE}:
        return _controller(graph, parent, draft)
    return parent.subject if draft.link in _FINITE_OPEN and draft.kind is not ClauseKind.MAIN else None


def _has_expletive(graph: Graph, draft: Draft) -> bool:
    return bool(graph.having(draft.head, "expl", "csubj", "csubj:pass"))


def _continues(graph: Graph, parent: Draft, draft: Draft) -> bool:
    """Tell whether a coordinated verb without a subject goes on its parent's: no imperative, no new sentence."""
    if draft.verb is None:
        return False
    if graph.labels[draft.head] == "parataxis":
        return draft.verb.finite is None
    return parent.subject is not None


def _is_noun_anchor(graph: Graph, parent: Draft, anchor: int) -> bool:
    """Tell whether a clause hangs on a noun inside its parent clause."""
    if anchor == parent.head:
        return False
    return graph.tokens[anchor].tag in {"NN", "NNS", "NNP", "NNPS", "PRP"}


def _from_noun(source: Source, parent: Draft, draft: Draft) -> Phrase | None:
    """Return who acts in a clause on a noun: the noun (participles), owner or the parent's subject (infinitives)."""
    anchor = draft.anchor
    if anchor is None or anchor == parent.head:
        return parent.subject
    if draft.kind is ClauseKind.PARTICIPLE and draft.marker is None:
        return make_phrase(source, anchor, Role.SUBJECT, skip=source.graph.having(anchor, "case"))
    for child in source.graph.children[anchor]:
        label = source.graph.labels[child]
        if label == "nmod:poss":
            return make_phrase(source, child, Role.GENITIVE)
        if label == "nmod" and child < draft.head:
            phrase = make_phrase(source, child, Role.ATTRIBUTE)
            if phrase.prep in {"by", "from"} or (phrase.prep == "of" and _is_name(source.graph, child)):
                return _bare(source.graph, phrase)
    return None if parent.subject is not None and parent.subject.head == anchor else parent.subject


def _is_name(graph: Graph, index: int) -> bool:
    return graph.tokens[index].pos in {Pos.PROPN, Pos.PRON}


def _bare(graph: Graph, phrase: Phrase) -> Phrase:
    """Return a phrase without its preposition: who acts in "called on Athens to open its ports" is "Athens"."""
    cases = [child for child in graph.having(phrase.head, "case") if phrase.start <= child < phrase.head]
    return replace(phrase, start=cases[-1] + 1, prep=None) if cases else phrase


def _controller(graph: Graph, parent: Draft, draft: Draft) -> Phrase | None:
    """Return who acts in an infinitive or participle of a clause."""
    verb = parent.verb
    if verb is None or draft.link is Link.PURPOSE or verb.voice is Voice.PASSIVE:
        return parent.subject
    lemma = verb.lemma.split()[0]
    called = [p for p in parent.with_role(Role.OBLIQUE) if p.prep in CALLING.get(lemma, ()) and p.head < draft.head]
    if called:
        return _bare(graph, called[0])
    if draft.kind is ClauseKind.PARTICIPLE and draft.marker == "for":
        judged = _judged(graph, parent, lemma)
        if judged is not None and judged.head < draft.head:
            return judged
    if lemma in verbs_of("object-control") and graph.labels[draft.head] in {"xcomp", "advcl", "ccomp", "acl"}:
        if draft.kind is ClauseKind.PARTICIPLE and draft.link is not Link.COMPLEMENT:
            return parent.subject
        objects = [p for p in (*parent.with_role(Role.OBJECT), *parent.with_role(Role.INDIRECT)) if p.head < draft.head]
        if objects:
            return objects[-1]
    return parent.subject


def _judged(graph: Graph, parent: Draft, lemma: str) -> Phrase | None:
    """Return who has done what "for" tells: "thanked **Peru** for sending engineers", "is grateful to **Peru** for …"."""
    if lemma in verbs_of("judged-for"):
        return next(iter(parent.with_role(Role.OBJECT)), None)
    if graph.tokens[parent.head].lower not in _GRATEFUL:
        return None
    return next((_bare(graph, phrase) for phrase in parent.with_role(Role.OBLIQUE) if phrase.prep == "to"), None)
