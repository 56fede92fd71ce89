"""Organisations that no lexicon knows, by the noun before their name or inside it, or by an abbreviation in brackets.

Examples: "der Verein Brücke nach Nordhausen", "das Friedensforum Kassel", "the Larkspur Relief Fund (LRF)".
Uses the scene.
"""

from __future__ import annotations

from zusage.reading.actor_tables import words
from zusage.reading.actors.folding import organisation_slug
from zusage.reading.actors.mention import MentionKind, Use
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Hit, Sense

_INNER = words("name-inside")
_LONGEST = 6
_ABBREVIATION = range(2, 8)


def find_unnamed(scene: Scene) -> None:
    """Add a mention for every organisation that its own words introduce."""
    for hit in scene.hits:
        entry = hit.of(Sense.INTRODUCER)
        if entry is None or not scene.is_free(hit.start, hit.end) or _is_common(scene, hit):
            continue
        run = _before(scene, hit.end) if entry.ref == "before" else _inside(scene, hit.start, hit.end)
        if run is not None and scene.is_free(*run):
            _add(scene, run, hit.start)


def _is_common(scene: Scene, hit: Hit) -> bool:
    """Say whether an English noun that describes organisations, too, is no part of a name: "the foundation", "a union"."""
    inside = any(entry.ref == "inside" for entry in hit.entries if entry.sense is Sense.INTRODUCER)
    return inside and len(hit.entries) > 1 and not scene.german and not scene.units.capital(hit.start)


def _add(scene: Scene, run: tuple[int, int], cue: int) -> None:
    start, end = run
    words = scene.analysis.text[scene.units.starts[start] : scene.units.ends[end - 1]]
    slug = _abbreviation(scene, end) or organisation_slug(words)
    begin = min(start, cue)
    scene.add(
        begin, end, end - 1, MentionKind.ORGANISATION, Use.NAME, actor=slug, reason="an organisation by its own words"
    )
    scene.introduced[begin] = end, scene.mentions[-1]


def _abbreviation(scene: Scene, end: int) -> str | None:
    """Return the slug of an abbreviation in brackets: "(VDR)"."""
    if scene.gap(end) == "(" and scene.gap(end + 1).startswith(")"):
        word = scene.units.words[end]
        if len(word) in _ABBREVIATION and word.isupper():
            return word.lower()
    return None


def _run(scene: Scene, at: int) -> int:
    """Return the end of a run of capital words with small words inside: "Brücke nach Nordhausen"."""
    end = at
    while end < len(scene.units.words) and end - at < _LONGEST and (end == at or scene.gap(end) in {"", "-"}):
        if scene.units.capital(end):
            end += 1
        elif end > at and scene.key(end) in _INNER and scene.units.capital(end + 1) and scene.gap(end + 1) == "":
            end += 2
        else:
            break
    return end


def _before(scene: Scene, at: int) -> tuple[int, int] | None:
    quoted = scene.gap(at) in {"„", "“", '"', "«", "»", "‚", "'"}
    if scene.gap(at) != "" and not quoted:
        return None
    known, end = scene.by_start.get(at), _run(scene, at)
    if known is not None and known.of(Sense.ORGANISATION, Sense.METONYM) and not _goes_on(scene, known, end):
        return None
    return (at, end) if end > at else None


def _goes_on(scene: Scene, known: Hit, end: int) -> bool:
    """Say whether a known word only begins a name: "der Verein Grüne Ufer" is no party, but Oxfam Kenya is Oxfam."""
    following = scene.by_start.get(known.end)
    place = following is not None and following.of(Sense.STATE, Sense.CAPITAL, Sense.ADJECTIVE) is not None
    return known.end == known.start + 1 < end and not place


def _inside(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    if scene.german:
        last = _run(scene, start)
        if scene.key(end) == "in" and last > end:
            last = end  # "das Forum in Lima" is one that is there
        named = last > end or _abbreviation(scene, end) is not None
        return (start, max(last, end)) if named else None
    first = start
    while (
        first > 0
        and scene.gap(first) in {"", "'", "’", "-"}
        and scene.units.capital(first - 1)
        and not scene.units.possessive[first - 1]  # "Denmark's | Harrow Foundation"
        and first - 1 not in scene.used
    ):
        first -= 1
    last = _run(scene, start)
    while first < start and scene.key(first) in {"the", "a", "an"}:
        first += 1
    return (first, last) if start - first >= 1 else None
