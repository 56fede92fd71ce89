"""The phrases of one clause: coordination, apposition, and which prepositional phrase hangs on which noun.

Before the finite verb of a main clause stands one constituent, so all there belongs together; further right a phrase
hangs on the noun before it only if preposition and noun say so. Uses `chunks` and the lexicon files.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from zusage.language.german.cells import ACC, ALL, DAT, GEN, NOM, PLURAL_CELLS
from zusage.language.german.lexicon import word_set
from zusage.language.german.names import Chunk, Words

_CASES = (NOM, ACC, DAT, GEN)
_GAP_WORDS = frozenset(
    {
        ",",
        "und",
        "oder",
        "sowie",
        "sondern",
        "noch",
        "wie",
        "als",
        "auch",
        "bzw.",
        "beziehungsweise",
        "&",
        "/",
        "aber",
        "nicht",
        "nur",
        "u.",
        "plus",
        "weder",
        "entweder",
        "sowohl",
    }
)
_GAP_JOINS = _GAP_WORDS - {",", "auch", "nicht", "nur", "aber", "als"}
_FOCUS = frozenset({"auch", "nur", "wohl", "mehr"})
_MAX_GAP = 3
_MAX_BRACKET = 8
_MAX_DESCRIBED = 4
"""Phrases of a description between a name and the finite verb."""


def join_phrases(
    chunks: Sequence[Chunk], words: Words, *, finite: int | None, verb_last: bool, passive: bool
) -> list[Chunk]:
    """Return the clause's top phrases in order, what hangs on them attached.

    ``finite``: token of the finite verb, None if there is none.
    """
    joined = _coordinate(chunks, words)
    joined = _append_appositions(joined, words)
    return _attach(joined, words, front_end=finite if finite is not None and not verb_last else -1, passive=passive)


def _cases(chunk: Chunk) -> int:
    return sum(1 << place for place, case in enumerate(_CASES) if chunk.cells & case)


def _gap(words: Words, left: Chunk, right: Chunk) -> str:
    """Return "join" where a conjunction joins two phrases, "comma" for a lone comma, "" for anything else."""
    size = right.start - left.end
    if not 0 < size <= _MAX_GAP:
        return ""
    between = words.lower[left.end : right.start]
    if between == [","]:
        denied = right.negated and not left.negated and not left.name and left.prep is None and not right.pronoun
        return "join" if denied and not left.pronoun else "comma"
    if all(word in _GAP_WORDS for word in between) and (
        any(word in _GAP_JOINS for word in between) or between == ["als", "auch"]
    ):
        return "join"
    return "join" if between[0] == "," and _is_contrast(words, left, right) else ""


def _is_contrast(words: Words, left: Chunk, right: Chunk) -> bool:
    """Tell "Boote, aber keine Jets", "Boote, nicht aber Jets" from "Oslo zahlt Geld, aber Bergen nicht"."""
    between = words.lower[left.end + 1 : right.start]
    alike = left.prep == right.prep and left.name == right.name and not left.pronoun and not right.pronoun
    contrast = word_set("contrast")
    contrasts = any(word in contrast for word in between) and all(word in contrast | _FOCUS for word in between)
    return alike and contrasts and words.lower[right.end : right.end + 1] not in (["nicht"], ["auch"])


def _fits(first: Chunk, other: Chunk) -> bool:
    """Tell whether two phrases can be coordinated: one preposition for both or none, a case in common."""
    if other.prep is not None and first.prep is None:
        return False
    if first.prep is None and other.prep is None:
        return bool(_cases(first) & _cases(other))
    if other.prep is not None:
        return True
    return bool(_cases(first) & _cases(other))


def _coordinate(chunks: Sequence[Chunk], words: Words) -> list[Chunk]:
    """Join what is coordinated; a conjunct may reach back over phrases that hang on the first one."""
    found: list[Chunk] = []
    chunks = _with_owners(chunks, words)
    place = 0
    while place < len(chunks):
        size = _series(chunks, place, words)
        if size > 1:
            found.append(_join(chunks[place : place + size], words))
        else:
            chunk = chunks[place]
            back = _reach_back(found, chunk, words)
            if back is None:
                found.append(chunk)
            else:
                first = found[back]
                _hang_all(first, found[back + 1 :])
                found[back:] = [_join([first, chunk], words)]
        place += size
    return found


def _with_owners(chunks: Sequence[Chunk], words: Words) -> list[Chunk]:
    """Hang names in the genitive on the noun that the first of them hangs on.

    Examples: "die Minister Malis **und des Tschad**", "die Präsidenten Perus**, Irans und der Schweiz**".
    """
    found: list[Chunk] = []
    place = 0
    while place < len(chunks):
        row = _row_of_owners(found[-1], chunks, place, words) if found else 0
        for chunk in chunks[place : place + row]:
            _own(found[-1], chunk)
        if not row:
            found.append(chunks[place])
        place += row or 1
    return found


def _row_of_owners(left: Chunk, chunks: Sequence[Chunk], place: int, words: Words) -> int:
    """How many phrases from ``place`` on go on with the genitive names of the phrase before: up to one after "und"."""
    owner = left.dependents[-1] if left.dependents else None
    if owner is None or owner.role != "genitive" or owner.end != left.end or left.pronoun:
        return 0
    if not owner.name and owner.end - owner.start > 1:  # "Russlands" may be taken for a noun
        return 0
    before = left
    for size, chunk in enumerate(chunks[place:], 1):
        gap = _gap(words, before, chunk)
        if not gap or not _is_owner(chunk, words):
            return 0
        if gap == "join":
            return size
        before = chunk
    return 0


def _is_owner(chunk: Chunk, words: Words) -> bool:
    """Tell a name in the genitive: "des Tschad", "Perus", "der Ukraine", whose article alone might be a nominative's."""
    if chunk.prep is not None or chunk.pronoun or not chunk.cells & GEN or words.tags[chunk.head] != "NE":
        return False
    first, head = words.lower[chunk.start], words.lower[chunk.head]
    if chunk.start == chunk.head:
        return head.endswith(("s", "ß", "x", "z"))
    return first == "des" or (first == "der" and (not chunk.cells & NOM or head not in word_set("der_names")))


def _own(left: Chunk, right: Chunk) -> None:
    right.role = "genitive"
    right.cells &= GEN
    left.dependents.append(right)
    left.end = right.end


def _reach_back(found: list[Chunk], chunk: Chunk, words: Words) -> int | None:
    """Return which earlier phrase a conjunct belongs to: "ein Boot aus dem Hafen von Oslo und | die Flugzeuge"."""
    if not found or _gap(words, found[-1], chunk) != "join":
        return None
    place = len(found) - 1
    while place > 0 and found[place].prep is not None and found[place - 1].end == found[place].start:
        place -= 1
        before = found[place]
        if _fits(before, chunk) and not before.members and not before.pronoun:
            return place
    return None


def _hang_all(first: Chunk, rest: Sequence[Chunk]) -> None:
    for part in rest:
        part.role = "attribute"
        first.dependents.append(part)
        first.end = part.end


def _series(chunks: Sequence[Chunk], place: int, words: Words) -> int:
    """Return how many phrases from ``place`` on are one coordination (1 for none); the last joint is a conjunction."""
    size, kept = 1, 1
    while place + size < len(chunks):
        left, right = chunks[place + size - 1], chunks[place + size]
        gap = _gap(words, left, right)
        if not gap or not _fits(chunks[place], right) or (right.pronoun and words.tags[right.head] in {"PRELS", "PRF"}):
            break
        if gap == "join" and (_is_next_sum(chunks[:place], left, right, words) or _is_next_giver(left, right, words)):
            break
        size += 1
        if gap == "join":
            kept = size
    return kept


def _is_next_sum(before: Sequence[Chunk], left: Chunk, right: Chunk, words: Words) -> bool:
    """Tell the next sum from more of what the first is for: "zahlt 40 Euro für Zelte und | 30 Euro für Boote"."""
    bare = left.prep is not None and right.prep is None and _is_sum(right, words) and not _is_sum(left, words)
    return bare and any(_is_sum(chunk, words) for chunk in before)


def _is_next_giver(left: Chunk, right: Chunk, words: Words) -> bool:
    """Tell a name that has a number of its own from one beside a number: "Oslo gibt zehn Euro, Bergen acht | und Rom drei"."""
    return words.tags[left.head] == "CARD" and right.name and words.tags[right.end : right.end + 1] == ["CARD"]


def _is_sum(chunk: Chunk, words: Words) -> bool:
    return any(word in word_set("sum") for word in words.lower[chunk.start : chunk.head + 1])


def _join(members: Sequence[Chunk], words: Words) -> Chunk:
    first = members[0]
    cases = _cases(first)
    for member in members[1:]:
        cases &= _cases(member) or cases
    cells = sum(_CASES[place] for place in range(4) if cases >> place & 1) & PLURAL_CELLS
    whole = Chunk(first.start, members[-1].end, first.head, first.prep, cells or first.cells)
    whole.negated = all(member.negated for member in members)
    inner = list(members)
    if first.prep is not None and members[1].prep is None:
        inner[0] = first
    for before, member in itertools.pairwise(members):
        between = words.lower[before.end : member.start]
        if "sondern" in between:
            before.negated = before.negated or words.lower[before.start - 1 : before.start] == ["nicht"]
            whole.negated = False
        if "nicht" in between and "nur" not in between and between[0] == ",":
            member.negated = True
        if "noch" in between and words.lower[first.start - 1 : first.start] == ["weder"]:
            before.negated = member.negated = True
            whole.negated = True
    whole.members = inner
    return whole


def _append_appositions(chunks: list[Chunk], words: Words) -> list[Chunk]:
    """Hang "Anna Beispiel, die Präsidentin," together: a name and a described noun between commas."""
    found: list[Chunk] = []
    place = 0
    while place < len(chunks):
        chunk = chunks[place]
        before = found[-1] if found else None
        parts = _ending_parts(before) if before is not None else []
        base = next((part for part in parts if _is_apposition(part, chunk, words)), None)
        if base is None and len(found) == 1 and _is_described(found[0], chunks[place : place + _MAX_DESCRIBED], words):
            base = found[0]
        if base is not None:
            if chunk.pronoun and place + 1 < len(chunks) and chunks[place + 1].prep is None:
                place += 1  # "Peru, einer | der Gastgeber"
                _own(chunk, chunks[place])
            chunk.role = "apposition"
            base.dependents.append(chunk)
            base.cells &= chunk.cells if base.cells & chunk.cells else ALL
            for part in parts[: parts.index(base) + 1]:
                part.end = chunk.end
        else:
            found.append(chunk)
        place += 1
    return found


def _ending_parts(chunk: Chunk) -> list[Chunk]:
    """Return a phrase and those inside it that end where it ends, outermost first."""
    parts = [chunk]
    while parts[-1].dependents and parts[-1].dependents[-1].end == chunk.end and not parts[-1].members:
        parts.append(parts[-1].dependents[-1])
    return parts


def _is_apposition(before: Chunk, chunk: Chunk, words: Words) -> bool:
    if chunk.prep is not None or chunk.pronoun or before.pronoun or before.members or before.role == "apposition":
        return False
    between = words.lower[before.end : chunk.start]
    bracketed = between[-1:] == [","] and len(between) <= _MAX_BRACKET and between[0] in {"(", "“", "”", "«"}
    if (between != [","] and not bracketed) or not _cases(before) & _cases(chunk):
        return False
    after = words.lower[chunk.end : chunk.end + 1]
    if after not in ([","], ["."], ["("], ["–"]):
        return False
    if before.role == "genitive":
        return bool(chunk.cells & GEN) and not chunk.cells & (NOM | ACC)
    return _is_named(before) != _is_named(chunk) and (before.name or words.tags[before.head] == "NN")


def _is_described(before: Chunk, chunks: Sequence[Chunk], words: Words) -> bool:
    """Tell a longer apposition right before the finite verb: "Island, **ein Neuling unter den Gebern**, zahlt".

    Also "Peru, **einer der Gastgeber**, zahlt".
    """
    first, end = chunks[0], chunks[0].end
    if not before.name or before.prep is not None or before.members or not before.cells & NOM or len(chunks) < 2:  # noqa: PLR2004
        return False
    if words.lower[before.end : first.start] != [","] or first.prep is not None or not first.cells & NOM:
        return False
    if first.pronoun and words.lower[first.head] not in {"einer", "eine", "eines"}:
        return False
    for chunk in chunks[1:]:
        if chunk.start != end or (chunk.prep is None and not chunk.cells & GEN):
            break
        end = chunk.end
    closed = words.lower[end : end + 1] == [","] and words.tags[end + 1 : end + 2] in (["VVFIN"], ["VAFIN"], ["VMFIN"])
    return closed and end > first.end


def _is_named(chunk: Chunk) -> bool:
    """Tell whether a phrase is a name or has one: "Präsidentin Anna Berg"."""
    follows = (part for part in chunk.dependents if part.role == "apposition" and part.start == chunk.head + 1)
    return chunk.name or any(part.name for part in follows)


def _attach(chunks: list[Chunk], words: Words, *, front_end: int, passive: bool) -> list[Chunk]:
    found: list[Chunk] = []
    for chunk in chunks:
        before = found[-1] if found else None
        if (
            before is not None
            and chunk.start == before.end
            and chunk.prep is not None
            and _hangs(before, chunk, words, front=chunk.end <= front_end, passive=passive)
        ):
            chunk.role = "attribute"
            before.dependents.append(chunk)
            before.end = chunk.end
        else:
            found.append(chunk)
    return found


def _hangs(before: Chunk, chunk: Chunk, words: Words, *, front: bool, passive: bool) -> bool:
    """Tell whether a prepositional phrase hangs on the phrase right before it."""
    if before.pronoun:
        return False
    if front:
        return True
    if any(part.role == "apposition" and part.name for part in before.dependents):
        return False
    lemma = words.lemmas[before.head]
    if words.tags[before.head] != "NN" or lemma in word_set("time"):
        return False
    if chunk.prep == "von":
        # "ein Team von 45 Helfern wird entsandt", but "ein Team wird von 45 Staaten entsandt"
        counted = lemma.lower().endswith(_OF_MANY) and "CARD" in words.tags[chunk.start : chunk.end]
        return not passive or counted or _is_done_to(before, chunk, lemma.lower())
    if chunk.prep in {"zwischen", "für", "gegen", "gegenüber"}:
        return chunk.prep != "für" or lemma.lower().endswith(_FOR_NOUNS)
    if chunk.prep == "aus":
        return True
    return chunk.prep in {"an", "auf", "in", "mit", "über", "zu", "bei"} and (lemma, chunk.prep) in _pairs()


def _is_done_to(before: Chunk, chunk: Chunk, noun: str) -> bool:
    """Tell "wird **für die Versorgung von Kranken** bezahlt" from "wird für die Truppe **von Peru** bezahlt"."""
    return before.prep in _AIMS and not chunk.name and noun.endswith(_DEEDS)


_OF_MANY = (
    "team",
    "gruppe",
    "trupp",
    "kontingent",
    "einheit",
    "verband",
    "konvoi",
    "mannschaft",
    "dutzend",
    "hilfe",
    "beitrag",
    "betrag",
    "summe",
    "kredit",
    "darlehen",
    "paket",
    "spende",
    "tranche",
    "wert",
    "höhe",
)
"""Ends of nouns of which "von" tells how many or how much they are."""

_AIMS = frozenset({"für", "zu", "zum", "zur", "bei", "gegen"})
_DEEDS = (
    "ung",
    "bau",
    "kauf",
    "schutz",
    "transport",
    "betrieb",
    "erwerb",
    "einsatz",
    "ersatz",
    "zahl",
    "export",
    "rückkehr",
)
"""Ends of nouns of what is done with something or somebody, whom "von" names also in the passive."""

_FOR_NOUNS = (
    "ung",
    "garantie",
    "garantien",
    "hilfe",
    "zusage",
    "mandat",
    "truppe",
    "plan",
    "paket",
    "geld",
    "mittel",
    "unterstützung",
    "minister",
    "angebot",
    "beitrag",
    "grund",
    "voraussetzung",
)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Return nouns with the preposition they govern."""
    return frozenset((noun, prep) for pair in word_set("noun_prep") for noun, _, prep in [pair.partition("_")])
