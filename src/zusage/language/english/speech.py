"""Reported speech: the speech verb's clause inside or after what is said becomes a parenthesis of it.

"Oslo will pay, the minister said" and "Oslo, the minister said, will pay" have the main clause "Oslo will pay".
Standard library and the modules beside it only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from zusage.language.analysis import ClauseKind, Link, Mood
from zusage.language.english.drafts import Draft
from zusage.language.english.graph import Graph
from zusage.language.english.lexicon import verbs_of

Drafts = dict[int, Draft]

_TELLING: Final = frozenset({"tell", "inform", "assure", "remind", "warn"})
_CONTENT_MARKERS: Final = frozenset({None, "if", "when"})


def is_speech(draft: Draft) -> bool:
    """Tell whether a clause reports speech by its verb."""
    return draft.verb is not None and draft.verb.lemma in verbs_of("speech")


def attach_speech(graph: Graph, drafts: Mapping[int, Draft]) -> Drafts:
    """Return the drafts with speech clauses after or inside what is said as parentheses of it."""
    found = dict(drafts)
    contents = _complements(drafts.values())
    for head in sorted(drafts):
        draft = found[head]
        if not is_speech(draft) or draft.kind is ClauseKind.FRAGMENT or draft.verb is None or draft.verb.finite is None:
            continue
        content = next((found[c] for c in contents.get(head, ()) if _stands_before(graph, found[c], draft)), None)
        if content is not None:
            _swap(found, draft, content)
        elif draft.parent in found and _is_aside(graph, draft, found[draft.parent], contents):
            found[head] = replace(draft, link=Link.PARENTHESIS)
        elif draft.link is Link.ROOT or draft.parent >= 0:
            _adopt_following(graph, found, draft)
    return _attach_participles(graph, found)


def _attach_participles(graph: Graph, drafts: Mapping[int, Draft]) -> Drafts:
    """Hang a participle after a speech clause on it.

    "Oslo will pay, said the envoy, adding that ..." (the envoy adds).
    """
    found = dict(drafts)
    asides = [d for d in drafts.values() if d.link is Link.PARENTHESIS and is_speech(d)]
    for head, draft in drafts.items():
        loose = (
            draft.kind is ClauseKind.PARTICIPLE and draft.link is Link.OTHER and graph.word(_first(draft) - 1) == ","
        )
        before = (
            [d for d in asides if d.parent == draft.parent and d.head < head and d.parent < d.head] if loose else []
        )
        if before:
            nearest = max(before, key=lambda d: d.head)
            found[head] = replace(draft, parent=nearest.head, anchor=nearest.head)
    return found


def _complements(drafts: Iterable[Draft]) -> dict[int, list[int]]:
    """Return the complement clauses of each clause, first ones first."""
    found: dict[int, list[int]] = {}
    for draft in drafts:
        if draft.parent >= 0 and draft.link in {Link.COMPLEMENT, Link.CONDITION, Link.QUESTION, Link.TIME}:
            found.setdefault(draft.parent, []).append(draft.head)
    return {head: sorted(rows) for head, rows in found.items()}


def _first(draft: Draft) -> int:
    """Return where subject or verb of a clause begin."""
    places = [draft.head]
    if draft.verb is not None:
        places.extend(draft.verb.tokens[:1])
    if draft.subject is not None and not draft.shared:
        places.append(draft.subject.start)
    return min(places)


def _stands_before(graph: Graph, content: Draft, speech: Draft) -> bool:
    """Tell whether what is said begins before the speech verb and its subject."""
    if content.link is not Link.COMPLEMENT or content.marker not in _CONTENT_MARKERS:
        return False
    if content.kind in {ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE} or graph.labels[content.head] == "acl":
        return False
    return _first(content) < _first(speech) and graph.labels[content.head] != "csubj"


def _swap(found: Drafts, speech: Draft, content: Draft) -> None:
    """Hang the speech clause on what is said."""
    found[content.head] = replace(
        content, link=speech.link, parent=speech.parent, anchor=speech.anchor, marker=speech.marker
    )
    found[speech.head] = replace(
        speech, link=Link.PARENTHESIS, parent=content.head, anchor=content.head, marker=None, kind=ClauseKind.MAIN
    )
    for head, draft in list(found.items()):
        if (
            draft.parent == speech.head
            and draft.link is Link.COORDINATE
            and not is_speech(draft)
            and head < speech.head
        ):
            found[head] = replace(draft, parent=content.head)


def _is_aside(graph: Graph, draft: Draft, parent: Draft, contents: Mapping[int, list[int]]) -> bool:
    """Tell whether a loose speech clause comments on its parent.

    ", the envoy said." without an "and" or content of its own.
    """
    if draft.subject is None or draft.verb is None or draft.marker is not None:
        return False
    set_off = draft.link is Link.COMPLEMENT and graph.word(_first(draft) - 1) in {",", '"', "”", "''"}
    if draft.link is not Link.COORDINATE and not set_off:
        return False
    if graph.having(draft.head, "cc") or contents.get(draft.head):
        return False
    return _first(parent) < _first(draft) and (draft.verb.lemma in _TELLING or not graph.having(draft.head, "obj"))


def _adopt_following(graph: Graph, found: Drafts, speech: Draft) -> None:
    """Make what follows a speech verb after a colon or an opening quotation mark its complement.

    'He said: "We pay."'.
    """
    for head, draft in list(found.items()):
        if draft.parent != speech.head or draft.link is not Link.COORDINATE or head < speech.head:
            continue
        start = _first(draft)
        if graph.labels[head] == "parataxis" and {graph.word(start - 1), graph.word(start - 2)} & {":", "“", '"', "``"}:
            found[head] = replace(draft, link=Link.COMPLEMENT)


def settle_moods(drafts: Mapping[int, Draft]) -> Drafts:
    """Set hypothetical verbs of reported speech back to indicative.

    "Oslo would pay, he said" keeps "would" as a modal.
    """
    commented = {draft.parent for draft in drafts.values() if draft.link is Link.PARENTHESIS and is_speech(draft)}
    found = dict(drafts)
    for head, draft in drafts.items():
        if draft.verb is not None and draft.verb.mood is Mood.HYPOTHETICAL and _is_reported(drafts, draft, commented):
            found[head] = replace(draft, verb=replace(draft.verb, mood=Mood.INDICATIVE))
    return found


def _is_reported(drafts: Mapping[int, Draft], draft: Draft, commented: set[int]) -> bool:
    """Tell whether a clause, or one it hangs on, is what somebody said."""
    node: Draft | None = draft
    steps = 0
    while node is not None and steps < 32:  # noqa: PLR2004 - deeper nesting is no prose
        if node.head in commented:
            return True
        above = drafts.get(node.parent)
        if above is not None and node.link is Link.COMPLEMENT and is_speech(above):
            return True
        node, steps = above, steps + 1
    return False
