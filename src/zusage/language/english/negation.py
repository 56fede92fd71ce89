"""What negates a clause, and how far it reaches.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from typing import Final

from zusage.language.analysis import Phrase, Role
from zusage.language.english.drafts import Draft
from zusage.language.english.phrases import Source, negating_word

_ADVERBS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "nowhere", "nt"})
_NO_NEGATION_BEFORE: Final = frozenset({"only", "just", "merely", "necessarily"})
_REACHING: Final = frozenset({Role.SUBJECT, Role.OBJECT, Role.INDIRECT, Role.PREDICATE, Role.OTHER})


def find_negation(source: Source, draft: Draft, span: tuple[int, int]) -> tuple[int, tuple[int, int]] | None:
    """Return the negating word of a clause and the token run that it negates, None if it is positive.

    ``span`` is the clause's own run. "Oslo will not send troops" and "Oslo will send no troops" negate the whole
    clause, "Oslo will send money, not troops" only "not troops".
    """
    word = _verb_negation(source, draft)
    if word is not None:
        return word, span
    for phrase in draft.phrases:
        found = _phrase_negation(source, draft, phrase, span)
        if found is not None:
            return found
    return None


def _verb_negation(source: Source, draft: Draft) -> int | None:
    """Return the negation of the verb itself: "not", "never", "no longer", "nor"."""
    graph = source.graph
    nodes = {*source.layout.nodes(draft.head), *(draft.verb.tokens if draft.verb else ())}
    for node in sorted(nodes):
        for child in graph.children[node]:
            word = graph.word(child)
            if word in _ADVERBS and graph.labels[child] in {"advmod", "cc", "cc:preconj", "neg", "mark", "det"}:
                if word == "not" and graph.word(child + 1) in _NO_NEGATION_BEFORE:
                    continue
                return child
            if word == "longer" and graph.word(child - 1) == "no":
                return child - 1
    return None


def _phrase_negation(
    source: Source, draft: Draft, phrase: Phrase, span: tuple[int, int]
) -> tuple[int, tuple[int, int]] | None:
    """Return the negation inside a phrase.

    "no" in subject or object reaches the whole clause, "not" one member only.
    """
    graph = source.graph
    for part in phrase.each():
        inside = [child for child in graph.children[part.head] if child not in source.layout.heads]
        word = negating_word(graph, part.head, inside)
        if word is None:
            continue
        whole = graph.word(word) != "not" and phrase.role in _REACHING and part is phrase.each()[0]
        if not whole and draft.verb is None:
            whole = phrase.head == draft.head
        return word, span if whole else (min(word, part.start), part.end)
    return None
