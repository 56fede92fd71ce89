"""From drafts to the clauses of the contract: anchors, shared subjects, control, reported mood, frozen phrases.

"verpflichteten sich, Boote zu senden" gives the infinitive the subject of "verpflichten"; "forderte Oslo auf, Boote zu
senden" its object. Uses the modules beside it and `zusage.language.analysis`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Role, VerbGroup, Voice
from zusage.language.german.cells import ACC, DAT, NOM, SINGULAR_CELLS, case_names
from zusage.language.german.drafts import Draft
from zusage.language.german.groups import find_group
from zusage.language.german.lexicon import is_animate, word_set
from zusage.language.german.names import Chunk, Words
from zusage.language.german.phrases import join_phrases
from zusage.language.german.roles import Scene, assign_roles, find_negation
from zusage.language.german.verbs import SINGULAR, read_finite

_NOMINAL = frozenset({"NN", "NE", "PDS", "PIS", "PPER", "CARD", "ADJA", "PAV"})
_CLAUSE_REACH = 3
_ADVERBIAL = frozenset({Link.CONDITION, Link.TIME, Link.CAUSE, Link.CONCESSION, Link.PURPOSE})
_ROLES = {role.value: role for role in Role}


@dataclass(slots=True)
class Built:
    """A draft with its verb group, phrases and subject."""

    scene: Scene
    subject: Chunk | None
    shared: bool
    question: bool


def build_clauses(
    drafts: Sequence[Draft], chunks: Sequence[Chunk], words: Words, *, first: int, sentence: int, question: bool
) -> list[Clause]:
    """Return the clauses of one sentence; ``first`` is the index that the first of them gets in the analysis."""
    built: dict[int, Built] = {}
    own = _distribute(drafts, chunks)
    for draft in drafts:
        source = built[id(draft.source)].scene.group if draft.source is not None and id(draft.source) in built else None
        group = find_group(draft, words, source)
        passive = group is not None and group.voice is not Voice.ACTIVE
        joined = join_phrases(own[id(draft)], words, finite=draft.finite, verb_last=draft.verb_last, passive=passive)
        scene = Scene(draft, group, joined, words)
        built[id(draft)] = Built(scene, assign_roles(scene), shared=False, question=question and draft.parent is None)
    for draft in drafts:
        _share_subject(built[id(draft)], built)
        _hang_beside(built[id(draft)])
    numbers = {id(draft): first + place for place, draft in enumerate(drafts)}
    return [_freeze_clause(built[id(draft)], built, numbers, sentence) for draft in drafts]


def _distribute(drafts: Sequence[Draft], chunks: Sequence[Chunk]) -> dict[int, list[Chunk]]:
    """Return the chunks of each draft by the run that their head lies in."""
    runs = sorted((start, end, id(draft)) for draft in drafts for start, end in draft.runs)
    own: dict[int, list[Chunk]] = {id(draft): [] for draft in drafts}
    place = 0
    for chunk in chunks:
        while place < len(runs) and runs[place][1] <= chunk.head:
            place += 1
        if place < len(runs) and runs[place][0] <= chunk.head:
            own[runs[place][2]].append(chunk)
    return own


# -- subjects of clauses that have none of their own


def _share_subject(item: Built, built: dict[int, Built]) -> None:
    draft = item.scene.draft
    if item.scene.group is None or draft.parent is None:
        return
    parent = built.get(id(draft.parent))
    if parent is None:
        return
    if item.subject is not None and not _prefers_shared(item, parent):
        return
    if item.subject is not None:
        _demote(item)
    if draft.link is Link.COORDINATE:
        item.subject = parent.subject
    elif draft.kind is ClauseKind.INFINITIVE:
        item.subject = _controller(draft, parent)
    elif draft.kind is ClauseKind.PARTICIPLE:
        item.subject = parent.subject
    item.shared = item.subject is not None


def _hang_beside(item: Built) -> None:
    """Hang a conjoined clause with a subject of its own where the first one hangs: two conditions, two reasons.

    "Wenn die Waffen schweigen und das Parlament zustimmt, zahlt Oslo."
    """
    draft = item.scene.draft
    first = draft.parent
    beside = draft.link is Link.COORDINATE and draft.verb_last and first is not None and first.verb_last
    if beside and first is not None and first.link in _ADVERBIAL and item.subject is not None and not item.shared:
        draft.link, draft.parent = first.link, first.parent


_OBJECTLIKE = frozenset(
    ["sie", "es", "nichts", "etwas", "alles", "das", "dies", "mehr", "weniger", "viel", "wenig", "einiges", "welche"]
)
"""Pronouns that a conjoined clause rather has as its object: "sagte zehn Boote zu und will mehr schicken"."""


def _prefers_shared(item: Built, parent: Built) -> bool:
    """Tell whether a conjoined clause's candidate is rather its object: "… reiste an und versprach Hilfe"."""
    draft, subject = item.scene.draft, item.subject
    if draft.link is not Link.COORDINATE or subject is None or parent.subject is None or draft.gapped:
        return False
    if draft.source is not None:
        return not _opens_with_name(item)
    words = item.scene.words
    pronoun = words.tags[subject.head] in {"PPER", "PRELS", "PIS", "PDS"}
    if pronoun and words.lower[subject.head] not in _OBJECTLIKE:
        return False
    if not draft.verb_last and draft.finite is not None:
        first = draft.runs[0][0]
        first += words.tags[first] == "KON"
        return (first == draft.finite and subject.start != draft.finite + 1) or (
            first == draft.finite and bool(subject.cells & ACC)
        )
    if draft.finite is not None and not subject.cells & SINGULAR_CELLS and not subject.members:
        return read_finite(words.lower[draft.finite], words.lemmas[draft.finite]).number == SINGULAR
    first = draft.runs[0][0] + (words.tags[draft.runs[0][0]] == "KON")
    return bool(subject.cells & ACC) and not subject.name and not subject.pronoun and subject.start != first


def _opens_with_name(item: Built) -> bool:
    """Tell a subject of its own behind a comma: "Oslo will Boote stellen, Bergen sein Kontingent verdoppeln"."""
    words, subject = item.scene.words, item.subject
    first = item.scene.draft.runs[0][0]
    first += words.lower[first] == ","
    if subject is None or subject.start != first or len(item.scene.chunks) < 2:  # noqa: PLR2004 - and what it does it to
        return False
    apart = words.lower[first - 1] == "," if first else False
    return apart and (subject.name or is_animate(words.lemmas[subject.head]))


def _demote(item: Built) -> None:
    subject = item.subject
    if subject is not None:
        subject.role = "object" if subject.cells & ACC else "other"
    item.subject = None


def _controller(draft: Draft, parent: Built) -> Chunk | None:
    """Return who does what an infinitive says: the object of "auffordern", else the subject."""
    group = parent.scene.group
    words = parent.scene.words
    anchor = _find_anchor(draft, parent)
    if anchor is not None and words.tags[anchor] == "NN":
        genitive = _genitive_of(anchor, parent.scene.chunks)
        if genitive is not None:
            return genitive
    if (
        group is not None
        and group.lemma in word_set("object_control")
        and group.voice is Voice.ACTIVE
        and not group.reflexive
    ):
        objects = [chunk for chunk in parent.scene.chunks if chunk.role in {"object", "indirect"}]
        if objects:
            return objects[0]
    subject = parent.subject
    if subject is not None and words.lower[subject.head] in {"es", "das", "dies"} and draft.link is Link.COMPLEMENT:
        return None
    return subject


def _genitive_of(head: int, chunks: Sequence[Chunk]) -> Chunk | None:
    for chunk in chunks:
        for part in _walk(chunk):
            if part.head == head:
                found = [inner for inner in part.dependents if inner.role == "genitive"]
                return found[0] if found else None
    return None


def _walk(chunk: Chunk) -> list[Chunk]:
    parts = [chunk]
    for part in (*chunk.members, *chunk.dependents):
        parts.extend(_walk(part))
    return parts


# -- anchors


def _find_anchor(draft: Draft, parent: Built) -> int | None:
    """Return the noun, verb or adjective that a clause hangs on."""
    if draft.link is Link.COORDINATE or not draft.runs:
        return None
    scene = parent.scene
    tags = scene.words.tags
    start = draft.runs[0][0]
    noun = _noun_before(start, scene)
    if draft.kind is ClauseKind.RELATIVE:
        return noun
    if draft.link is Link.COMPLEMENT:
        governing = _clausal_noun(start, scene)
        if governing is not None:
            return governing
    predicates = [
        chunk.head for chunk in scene.chunks if chunk.role == "predicate" and tags[chunk.head] in {"ADJD", "VVPP"}
    ]
    if predicates:
        return predicates[0]
    return scene.group.head if scene.group is not None else noun


def _noun_before(start: int, scene: Scene) -> int | None:
    """Return the head of the last phrase before a clause: the innermost one that ends there."""
    tags = scene.words.tags
    best: Chunk | None = None
    for chunk in scene.chunks:
        for part in _walk(chunk):
            if part.role == "apposition" and part.name:
                continue
            nearer = best is None or part.end > best.end or (part.end == best.end and part.start > best.start)
            if part.end <= start and tags[part.head] in _NOMINAL and nearer:
                best = part
    return best.head if best is not None else None


def _clausal_noun(start: int, scene: Scene) -> int | None:
    """Return the noun right before an infinitive or dass-clause that governs it ("die Zusage (Oslos), …")."""
    words = scene.words
    nouns = word_set("clausal_noun")
    found: Chunk | None = None
    for chunk in scene.chunks:
        for part in _walk(chunk):
            governs = words.tags[part.head] == "NN" and words.lemmas[part.head] in nouns
            if governs and start - _CLAUSE_REACH <= part.end <= start and (found is None or part.head > found.head):
                found = part
    return found.head if found is not None else None


# -- freezing


def _freeze_clause(item: Built, built: dict[int, Built], numbers: dict[int, int], sentence: int) -> Clause:
    scene = item.scene
    draft = scene.draft
    parent = built.get(id(draft.parent)) if draft.parent is not None else None
    negation, scope = find_negation(scene)
    phrases = tuple(freeze(chunk) for chunk in scene.chunks if scene.words.tags[chunk.head] != "PRF" or chunk.prep)
    subject = _pick(phrases, item.subject) if item.subject is not None else None
    start = min([draft.runs[0][0]])
    return Clause(
        start=start,
        end=draft.runs[-1][1],
        own=tuple((left, right) for left, right in draft.runs),
        kind=draft.kind,
        link=draft.link,
        parent=numbers[id(draft.parent)] if parent is not None else None,
        sentence=sentence,
        verb=_with_mood(scene.group, item),
        phrases=phrases,
        subject=subject,
        subject_shared=item.shared,
        marker=draft.marker,
        anchor=_find_anchor(draft, parent) if parent is not None else None,
        negation=negation,
        negation_scope=scope,
        question=item.question,
    )


def _with_mood(group: VerbGroup | None, item: Built) -> VerbGroup | None:
    """Take back the reported mood of "ich komme"."""
    if group is None or group.mood is not Mood.REPORTED or item.subject is None:
        return group
    if item.scene.words.lower[item.subject.head] == "ich":
        return replace(group, mood=Mood.INDICATIVE)
    return group


def _pick(phrases: Sequence[Phrase], subject: Chunk) -> Phrase:
    for phrase in phrases:
        if phrase.start == subject.start and phrase.head == subject.head and phrase.role is Role.SUBJECT:
            return phrase
    return replace(freeze(subject), role=Role.SUBJECT)


def freeze(chunk: Chunk) -> Phrase:
    """Return the phrase of the contract."""
    cells = chunk.cells
    role = _ROLES[chunk.role]
    if role is Role.SUBJECT:
        cells = cells & NOM or cells
    elif role is Role.OBJECT:
        cells = cells & ACC or cells
    elif role is Role.INDIRECT:
        cells = cells & DAT or cells
    return Phrase(
        chunk.start,
        chunk.end,
        chunk.head,
        role,
        chunk.prep,
        case_names(cells),
        chunk.negated,
        tuple([freeze(member) for member in chunk.members]) if chunk.members else (),
        tuple([freeze(part) for part in chunk.dependents]) if chunk.dependents else (),
    )
