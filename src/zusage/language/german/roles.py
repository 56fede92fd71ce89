"""What each phrase is to its clause: subject, objects, predicate, oblique, adverbial; and what is negated.

The subject is chosen by case first, then by agreement with the verb, by place, and by who can act. Uses `cells`,
`chunks`, `fields` and the lexicon files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from zusage.language.analysis import ClauseKind, VerbGroup, Voice
from zusage.language.german.cells import ACC, DAT, GEN, NOM, PLURAL_CELLS, SINGULAR_CELLS
from zusage.language.german.drafts import Draft
from zusage.language.german.lexicon import is_animate, word_set
from zusage.language.german.names import Chunk, Words
from zusage.language.german.verbs import PLURAL, read_finite

_COPULAS = frozenset({"sein", "werden", "bleiben", "scheinen", "wirken", "heißen"})
_MODAL_TAGS = frozenset({"VMFIN", "VMINF"})
_TRAILING = 2
"""Words that a negation behind a comma has for itself at the end of a clause."""
_FIRST_ENOUGH = 0.0
_OF_WHICH = frozenset({"darunter", "davon", "hiervon"})
_OPENING_QUOTES = frozenset({"„", "»", "“", "«", '"'})
_SCALES = frozenset({"Million", "Milliarde"})
_AGREES, _DISAGREES = 3.0, -5.0


@dataclass(slots=True)
class Scene:
    """One clause while roles are given out."""

    draft: Draft
    group: VerbGroup | None
    chunks: list[Chunk]
    words: Words


_FEMININE = frozenset({"der", "einer", "dieser", "ihrer", "seiner", "deren", "dessen", "keiner"})
"""Words before a feminine noun that may be genitive or dative."""


def assign_roles(scene: Scene) -> Chunk | None:
    """Give every phrase of the clause its role and return the subject, None if the clause has none of its own."""
    _assign_plain(scene)
    group = scene.group
    if group is None:
        return _fragment_subject(scene)
    subject = None
    if scene.draft.kind not in {ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE}:
        subject = choose_subject(scene)
        if subject is not None:
            subject.role = "subject"
    if group.lemma in _COPULAS and group.voice is Voice.ACTIVE:
        _assign_predicate(scene)
    _assign_objects(scene)
    if group.lemma in word_set("dative") and group.voice is Voice.ACTIVE:
        _free_dative(scene)
    return subject


def _assign_plain(scene: Scene) -> None:
    """Give roles that need no subject: obliques, agents, adverbials of time."""
    passive = scene.group is not None and scene.group.voice is not Voice.ACTIVE
    for chunk in scene.chunks:
        if chunk.prep is not None:
            agent = (
                passive
                and (chunk.prep in {"von", "durch"})
                and scene.words.tags[chunk.head] in {"NN", "NE", "PPER", "PIS"}
            )
            chunk.role = "agent" if agent else "oblique"
        elif _is_time(chunk, scene.words):
            chunk.role = "adverbial"
        else:
            chunk.role = "other"


def _is_time(chunk: Chunk, words: Words) -> bool:
    lemma = words.lemmas[chunk.head]
    if words.tags[chunk.head] == "CARD":
        return chunk.end - chunk.start == 1 and len(lemma) == 4 and lemma.isdigit()  # noqa: PLR2004 - "1998 trat …"
    if words.tags[chunk.head] != "NN" or lemma not in word_set("time"):
        return False
    return bool(chunk.cells & (ACC | GEN)) or lemma in word_set("weekday")


def _fragment_subject(scene: Scene) -> Chunk | None:
    if scene.draft.link == "parenthesis" or scene.draft.gapped:
        for chunk in scene.chunks:
            if chunk.prep is None and chunk.cells & NOM:
                chunk.role = "subject"
                return chunk
    return None


def choose_subject(scene: Scene) -> Chunk | None:
    """Return the phrase that is most likely the subject of a finite clause."""
    best, best_score = None, _FIRST_ENOUGH
    group = scene.group
    if scene.draft.gapped:
        return next((chunk for chunk in scene.chunks if chunk.prep is None and chunk.cells & NOM), None)
    if group is None or group.mood == "imperative":
        return None
    number = _verb_number(scene)
    place = 0
    expletive = _may_be_expletive(scene)
    for chunk in scene.chunks:
        if chunk.prep is not None or not chunk.cells & NOM or scene.words.tags[chunk.head] == "PRF":
            continue
        if _is_part_told(chunk, scene):
            continue
        score = _score(chunk, scene, number, place)
        if expletive and scene.words.lower[chunk.head] == "es":
            score -= 6.0
        place += 1
        if score > best_score:
            best, best_score = chunk, score
    return best


def _is_part_told(chunk: Chunk, scene: Scene) -> bool:
    """Tell what only names a part of a phrase before: "Peru schickt Helfer, **darunter Ärzte**".

    Also "…, **der größte Teil davon** aus Lima", and a remark in quotation marks behind a dash.
    """
    words, start = scene.words, chunk.start
    if start > 1 and words.lower[start - 1] in _OF_WHICH and words.lower[start - 2] == ",":
        return True
    if start > 1 and words.lower[start - 1] in _OPENING_QUOTES and words.lower[start - 2] in {"–", "—", "-"}:
        return True  # "Peru schickte 200 Euro – „ein Witz“, wie es hieß"
    behind = words.lower[chunk.end : chunk.end + 1]
    return start > 0 and words.lower[start - 1] == "," and bool(behind) and behind[0] in _OF_WHICH


def _may_be_expletive(scene: Scene) -> bool:
    """Tell "Es fehlt Geld", "Es wurden Boote geliefert": there another phrase than "es" is the subject."""
    group, finite = scene.group, scene.draft.finite
    if group is None or finite is None or scene.draft.verb_last:
        return False
    if group.lemma in word_set("pointing_ahead") and scene.words.lower[finite + 1 : finite + 2] == ["es"]:
        return True  # "Dagegen lehnte es Peru ab, Panzer zu liefern"
    return group.voice is Voice.PASSIVE or group.lemma in word_set("existence")


def _verb_number(scene: Scene) -> int:
    finite = scene.group.finite if scene.group else None
    if finite is None:
        return 0
    return read_finite(scene.words.lower[finite], scene.words.lemmas[finite]).number


def _score(chunk: Chunk, scene: Scene, number: int, place: int) -> float:
    words = scene.words
    tag = words.tags[chunk.head]
    score = 4.0 - place
    if not chunk.cells & ACC and not _is_copular(scene):
        score += 1.5 if chunk.cells & (DAT | GEN) else 5.0
    if words.lower[chunk.head] == "ihr" and not words.lower[scene.draft.finite or 0].endswith("t"):
        score -= 6.0
    if number:
        plural = bool(chunk.cells & PLURAL_CELLS & NOM) or bool(chunk.members)
        singular = bool(chunk.cells & SINGULAR_CELLS & NOM) and not chunk.members
        if plural if number == PLURAL else singular:
            score += _AGREES
        else:
            score += 0.0 if chunk.members else _DISAGREES
    if chunk.role == "adverbial" or _is_dealt_out(chunk, scene) or _is_fronted(chunk, scene):
        score -= 4.0
    if tag in {"PRELS", "PWS"}:
        score += 1.0 if words.lower[chunk.head] != "was" else -3.0
    if tag == "PPER":
        score += 2.5 if words.lower[chunk.head] != "es" else 0.5
    score += _position_bonus(chunk, scene)
    if chunk.name or tag == "NE" or is_animate(words.lemmas[chunk.head]) or _binds(chunk, scene):
        score += 1.5 + (scene.draft.kind is ClauseKind.RELATIVE and chunk.start > scene.draft.runs[0][0])
    return score


def _is_fronted(chunk: Chunk, scene: Scene) -> bool:
    """Tell "**Boote** stellen wollen Peru und Chile": the object stands at the start with its infinitive or participle."""
    draft = scene.draft
    if draft.finite is None or draft.verb_last:
        return False
    return any(chunk.end == place < draft.finite for place in (*draft.bare, *draft.zu))


def _is_dealt_out(chunk: Chunk, scene: Scene) -> bool:
    """Tell "**Je 40 Soldaten** schicken Peru und Chile": what each of several gives, at the start."""
    first, finite = scene.draft.runs[0][0], scene.draft.finite
    before = finite is not None and chunk.end <= finite and not scene.draft.verb_last
    return before and "je" in {scene.words.lower[first], scene.words.lower[chunk.start]}


def _binds(chunk: Chunk, scene: Scene) -> bool:
    """Say whether a text tells somebody what to do: "**Die Resolution** fordert die Schweiz auf, …"."""
    if scene.group is None or scene.group.lemma not in word_set("binding"):
        return False
    noun = scene.words.lemmas[chunk.head]
    return noun in word_set("documents") or noun.rpartition("-")[2] in word_set("documents")


def _is_copular(scene: Scene) -> bool:
    group = scene.group
    return group is not None and group.lemma in _COPULAS and group.voice is Voice.ACTIVE


def _position_bonus(chunk: Chunk, scene: Scene) -> float:
    finite = scene.draft.finite
    if finite is None or scene.draft.verb_last:
        return 0.0
    if chunk.end <= finite:
        return 1.0
    return 1.0 if chunk.start == finite + 1 else 0.0


def _assign_predicate(scene: Scene) -> None:
    """Find what stands after a copula: a second nominative, else the last predicative adjective."""
    group = scene.group
    if group is None or any(scene.words.tags[place] == "VVPP" for place in group.tokens):
        return
    adjective = _predicative(scene)
    if adjective is None:
        adjective = _predicative_adverb(scene)
    for chunk in scene.chunks:
        if (
            adjective is None
            and chunk.role == "other"
            and chunk.prep is None
            and chunk.cells & NOM
            and scene.words.tags[chunk.head] != "PRF"
        ):
            chunk.role = "predicate"
            return
    if adjective is not None:
        chunk = Chunk(adjective, adjective + 1, adjective, role="predicate", cells=0)
        chunk.negated = scene.words.tags[adjective - 1] == "PTKNEG"
        scene.chunks.append(chunk)
        scene.chunks.sort(key=lambda phrase: phrase.start)


def _predicative(scene: Scene) -> int | None:
    tags = scene.words.tags
    covered = [(chunk.start, chunk.end) for chunk in scene.chunks]
    found = None
    for start, end in scene.draft.runs:
        for place in range(start, end):
            if (
                tags[place] == "ADJD"
                and scene.words.lower[place] not in word_set("sentence_adverb")
                and not any(left <= place < right for left, right in covered)
            ):
                if found is not None and place > found + 1 and _is_joined(scene.words, found, place):
                    continue
                found = place
    return found


def _predicative_adverb(scene: Scene) -> int | None:
    """Return "allein", "da", "dagegen" after "sein", if nothing else is its predicate."""
    words = scene.words
    if scene.group is None or scene.group.lemma != "sein":
        return None
    for start, end in reversed(scene.draft.runs):
        for place in range(end - 1, start, -1):
            if words.tags[place] in {"ADV", "PAV", "PTKVZ"} and words.lower[place] in word_set("predicate_adverb"):
                return place
    return None


def _is_joined(words: Words, first: int, other: int) -> bool:
    return any(word in {"und", "oder", ","} for word in words.lower[first + 1 : other]) and other - first <= 3  # noqa: PLR2004


def _assign_objects(scene: Scene) -> None:
    group = scene.group
    if group is None:
        return
    dative = group.lemma in word_set("dative")
    for chunk in scene.chunks:
        if chunk.role != "other" or chunk.prep is not None:
            continue
        cells = chunk.cells
        if group.lemma in word_set("genitive") and cells & GEN and not cells & ACC:
            chunk.role = "object"
        elif dative and cells & DAT:
            chunk.role = "indirect"
        elif cells & ACC and group.voice is not Voice.PASSIVE:
            chunk.role = "object"
        elif cells & DAT:
            chunk.role = "indirect"
        elif cells & GEN:
            chunk.role = "object" if group.lemma in word_set("genitive") else "other"
        elif cells & NOM and group.voice is Voice.ACTIVE and scene.draft.kind is ClauseKind.INFINITIVE:
            chunk.role = "object"
    _fix_two_objects(scene)


def _free_dative(scene: Scene) -> None:
    """Take what a verb governs out of the subject before it: "Gestern hat das Parlament **der Entsendung** zugestimmt"."""
    draft, words = scene.draft, scene.words
    subject = next((chunk for chunk in scene.chunks if chunk.role == "subject"), None)
    if subject is None or not subject.dependents or any(chunk.role == "indirect" for chunk in scene.chunks):
        return
    last = subject.dependents[-1]
    if last.role != "genitive" or last.end != subject.end or words.lower[last.start] not in _FEMININE:
        return
    ahead = draft.finite is not None and not draft.verb_last and subject.end <= draft.finite
    if ahead or subject.members or words.tags[last.head] != "NN":
        return  # "Das Parlament der Republik stimmte zu"
    subject.dependents.pop()
    subject.end, last.role = last.start, "indirect"
    scene.chunks.append(last)
    scene.chunks.sort(key=lambda phrase: phrase.start)


def _fix_two_objects(scene: Scene) -> None:
    """Of several objects with a verb of giving, the acting one before the others is the indirect one."""
    objects = [chunk for chunk in scene.chunks if chunk.role == "object" and not _is_part_told(chunk, scene)]
    if len(objects) < 2 or scene.group is None or scene.group.lemma not in word_set("ditransitive"):  # noqa: PLR2004
        return
    first = objects[0]
    if scene.words.lemmas[first.head] in word_set("currency") or scene.words.lemmas[first.head] in _SCALES:
        return  # "gibt 50 Millionen Euro, davon 20 Millionen Euro für Zelte"
    if first.cells & DAT and not any(chunk.role == "indirect" for chunk in scene.chunks):
        first.role = "indirect"


def find_negation(scene: Scene) -> tuple[int | None, tuple[int, int] | None]:
    """Return the negating word and the token run that it negates; (None, None) for a positive clause."""
    draft, words = scene.draft, scene.words
    negators = word_set("negator")
    for start, end in draft.runs:
        for place in range(start, end):
            tag = words.tags[place]
            if tag == "PTKNEG" or words.lower[place] in negators:
                if words.lower[place + 1 : place + 2] == ["nur"] or _is_inner(place, scene.chunks):
                    continue
                return place, _denied_member(place, scene.chunks) or _scope(place, scene)
            if words.lower[place] == "weder":
                return place, (draft.runs[0][0], draft.runs[-1][1])
    for chunk in scene.chunks:
        if chunk.negated and chunk.prep in {"auf", "unter"} and words.lemmas[chunk.head] in {"Fall", "Umstand"}:
            return chunk.start, (draft.runs[0][0], draft.runs[-1][1])  # "auf keinen Fall"
        if (
            chunk.negated
            and not chunk.members
            and chunk.role in {"subject", "object", "predicate", "indirect", "other"}
        ):
            return chunk.start, (draft.runs[0][0], draft.runs[-1][1])
    return None, None


def _denied_member(place: int, chunks: Sequence[Chunk]) -> tuple[int, int] | None:
    """Return the conjunct that alone is negated: "Boote, nicht aber | Jets"."""
    for chunk in chunks:
        for before, member in pairwise(chunk.members):
            if before.end <= place < member.start and member.negated:
                return member.start, member.end
    return None


def _is_inner(place: int, chunks: Sequence[Chunk]) -> bool:
    return any(chunk.start <= place < chunk.end and not chunk.members for chunk in chunks)


def _scope(place: int, scene: Scene) -> tuple[int, int]:
    draft, words = scene.draft, scene.words
    whole = (draft.runs[0][0], draft.runs[-1][1])
    behind = place + 1 + (words.lower[place + 1 : place + 2] == ["aber"])  # "…, nicht aber Soldaten"
    following = next((chunk for chunk in scene.chunks if chunk.start == behind), None)
    last = draft.runs[-1][1]
    if following is None:
        left = [word for word in words.lower[behind:last] if word.isalpha()]
        trailing = words.lower[place - 1 : place] in (["aber"], [","]) and 0 < len(left) <= _TRAILING
        return (behind, last) if trailing else whole  # "…, aber nicht sofort"
    first = following.members[0] if following.members else following
    before = place - 1 - (place > 0 and words.lower[place - 1] in {"aber", "jedoch", "doch"})  # "…, aber nicht alle"
    contrasted = "sondern" in words.lower[first.end : first.end + 2] or (
        before >= 0 and words.lower[before] == "," and following.end >= last - 3
    )
    front = draft.finite is not None and not draft.verb_last and place < draft.finite
    if contrasted or front:
        first.negated = True
        return first.start, first.end
    return whole
