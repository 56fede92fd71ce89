"""From the tree to `Clause` objects: drafts, reported speech, understood subjects, negation, spans, order.

Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role
from zusage.language.english.drafts import Draft, draft_clause
from zusage.language.english.graph import Graph
from zusage.language.english.negation import find_negation
from zusage.language.english.phrases import Source
from zusage.language.english.pieces import Run
from zusage.language.english.predicates import lay_out
from zusage.language.english.speech import attach_speech, settle_moods
from zusage.language.english.subjects import share_subjects


def make_clauses(graph: Graph, sentences: Sequence[Run]) -> tuple[Clause, ...]:
    """Return the clauses of a parsed text, sentence by sentence, in each the outermost and first ones first."""
    layout = lay_out(graph)
    source = Source(graph, layout)
    owned = _own_runs(source)
    clauses: list[Clause] = []
    for number, run in enumerate(sentences):
        heads = [index for index in range(*run) if index in layout.heads]
        drafts = join_pieces(graph, {head: draft_clause(source, head) for head in heads}, run)
        drafts = settle_moods(share_subjects(source, attach_speech(graph, drafts)))
        clauses.extend(_finish(source, drafts, owned, (number, run, len(clauses))))
    return tuple(clauses)


def join_pieces(graph: Graph, drafts: Mapping[int, Draft], sentence: Run) -> dict[int, Draft]:
    """Hang the roots of a sentence's later pieces on its first; a speaker before a colon on what he says.

    "Sweden sends jets; Norway, ships": the second piece is a fragment that takes over the verb.
    """
    found = dict(drafts)
    first: int | None = None
    for head in sorted(drafts):
        if drafts[head].parent >= 0:
            continue
        if first is None:
            first = head
            continue
        top = found[first]
        if _is_speaker(graph, top, sentence):
            first = head
            found[top.head] = replace(
                top, parent=head, anchor=head, link=Link.PARENTHESIS, subject=_as_subject(top), phrases=_speaker(top)
            )
        else:
            found[head] = _coordinate(found[head], top)
    for head, draft in found.items():
        if draft.subject is not None and draft.verb is None and draft.link in {Link.COORDINATE, Link.ROOT}:
            found[head] = _fill_gap(draft, found.get(draft.parent, draft))
    return found


def _is_speaker(graph: Graph, draft: Draft, sentence: Run) -> bool:
    """Tell whether a fragment stands before a colon: "Minister: 26 countries have agreed"."""
    if draft.kind is not ClauseKind.FRAGMENT or draft.parent >= 0:
        return False
    return any(graph.word(i) == ":" for i in range(draft.head, min(draft.head + 12, sentence[1])))


def _as_subject(draft: Draft) -> Phrase | None:
    return replace(draft.phrases[0], role=Role.SUBJECT) if draft.phrases else None


def _speaker(draft: Draft) -> tuple[Phrase, ...]:
    subject = _as_subject(draft)
    return (subject, *draft.phrases[1:]) if subject else ()


def _coordinate(draft: Draft, top: Draft) -> Draft:
    """Hang a later piece on the first; a fragment of two phrases is gapped and takes the verb over."""
    draft = replace(draft, parent=top.head, anchor=top.head, link=Link.COORDINATE)
    return _fill_gap(draft, top)


def _fill_gap(draft: Draft, top: Draft) -> Draft:
    """Read "Norway, ships and crews" after "Sweden sends jets" as subject and object, the verb taken over."""
    if draft.kind is not ClauseKind.FRAGMENT or not draft.phrases:
        return draft
    if draft.subject is not None:
        phrases = tuple(replace(p, role=Role.OBJECT) if p.head == draft.head else p for p in draft.phrases)
        return replace(draft, verb=top.verb, phrases=phrases)
    parts = _gap_parts(draft.phrases[0]) if top.verb is not None else ()
    if len(parts) < 2:  # noqa: PLR2004 - subject and object
        return draft
    subject, first, *more = (replace(part, role=Role.OBJECT) for part in parts)
    subject = replace(subject, role=Role.SUBJECT)
    whole = replace(first, members=())
    if more:
        members = (first, *more)
        whole = Phrase(first.start, members[-1].end, first.head, Role.OBJECT, None, frozenset(), first.negated, members)
    return replace(draft, verb=top.verb, subject=subject, phrases=(subject, whole, *draft.phrases[1:]))


def _gap_parts(phrase: Phrase) -> tuple[Phrase, ...]:
    if phrase.members:
        return phrase.members
    later = tuple(part for part in phrase.dependents if part.role is Role.APPOSITION)
    if not later:
        return ()
    kept = tuple(part for part in phrase.dependents if part.role is not Role.APPOSITION)
    own = replace(
        phrase, end=max(phrase.head + 1, *(p.end for p in kept)) if kept else phrase.head + 1, dependents=kept
    )
    nested = later[0].members or later[:1]
    return (own, *nested)


def _finish(
    source: Source, drafts: Mapping[int, Draft], owned: Mapping[int, tuple[Run, ...]], place: tuple[int, Run, int]
) -> list[Clause]:
    """Return the clauses of one sentence; ``place``: its number, its run, the number of clauses before it."""
    sentence, run, base = place
    depth = {head: _depth(drafts, head) for head in drafts}
    order = sorted(drafts, key=lambda head: (depth[head], owned[head][0][0], head))
    number = {head: base + index for index, head in enumerate(order)}
    return [
        _make_clause(source, drafts[head], owned[head], (sentence, number.get(drafts[head].parent), run))
        for head in order
    ]


def _make_clause(source: Source, draft: Draft, own: tuple[Run, ...], place: tuple[int, int | None, Run]) -> Clause:
    sentence, parent, run = place
    span = (own[0][0], own[-1][1])
    negation = find_negation(source, draft, span)
    return Clause(
        start=span[0],
        end=span[1],
        own=own,
        kind=draft.kind,
        link=draft.link,
        parent=parent,
        sentence=sentence,
        verb=draft.verb,
        phrases=draft.phrases,
        subject=draft.subject,
        subject_shared=draft.shared,
        marker=draft.marker,
        anchor=draft.anchor if parent is not None else None,
        negation=negation[0] if negation else None,
        negation_scope=negation[1] if negation else None,
        question=draft.link in {Link.ROOT, Link.COORDINATE} and _ends_question(source.graph, run),
    )


def _ends_question(graph: Graph, run: Run) -> bool:
    """Tell whether a sentence ends in a question mark, quotation marks aside."""
    last = run[1] - 1
    while last > run[0] and graph.tokens[last].text in {'"', "”", "’", "'", ")", "''"}:
        last -= 1
    return "?" in graph.tokens[last].text


def _own_runs(source: Source) -> dict[int, tuple[Run, ...]]:
    """Return each clause's own token runs; punctuation at their edges belongs to no clause."""
    graph, owner = source.graph, source.layout.owner
    runs: dict[int, list[Run]] = {head: [] for head in source.layout.heads}
    start = 0
    for index in range(1, len(owner) + 1):
        if index < len(owner) and owner[index] == owner[start]:
            continue
        low, high = start, index
        while low < high and graph.tokens[low].tag in _EDGE_TAGS and low != owner[start]:
            low += 1
        while high > low and graph.tokens[high - 1].tag in _EDGE_TAGS and high - 1 != owner[start]:
            high -= 1
        if low < high:
            runs[owner[start]].append((low, high))
        start = index
    return {head: tuple(found) for head, found in runs.items()}


_EDGE_TAGS = frozenset({".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"})


def _depth(drafts: Mapping[int, Draft], head: int) -> int:
    depth = 0
    while drafts[head].parent in drafts and depth < 200:  # noqa: PLR2004 - a guard, trees are not deeper
        head = drafts[head].parent
        depth += 1
    return depth
