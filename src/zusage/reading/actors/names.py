"""Runs of words that are a person's name, known or not. Uses the scene only."""

from __future__ import annotations

from zusage.language.analysis import Pos
from zusage.reading.actor_tables import words
from zusage.reading.actors.scene import Scene
from zusage.reading.actors.trie import Sense

_PARTICLES = words("particles")
_INNER_PARTICLES = words("inner-particles")
_NO_PERSON = words("no-person")
_LONGEST = 4
_BARRIERS = (
    *(
        Sense.STATE,
        Sense.CAPITAL,
        Sense.METONYM,
        Sense.ORGANISATION,
        Sense.ADJECTIVE,
        Sense.PEOPLE,
        Sense.OFFICE,
        Sense.ROLE,
    ),
    *(Sense.COLLECTIVE, Sense.PERSON, Sense.GOVERNMENT, Sense.HOUSE, Sense.PARLIAMENT, Sense.MILITARY),
)


def name_end(scene: Scene, at: int) -> int:
    """Return the end of the name that begins at a unit, ``at`` itself if there is none.

    Example: in "der Rüstungsexperte Marek Dvorský bezweifelt" the name is "Marek Dvorský".
    """
    end = at
    while end < len(scene.units.words) and end - at < _LONGEST and (end == at or _goes_on(scene, end)):
        if end > at and scene.units.possessive[end - 1]:
            break
        step = _step(scene, at, end)
        if not step:
            break
        end += step
    return _trim(scene, at, end)


def _goes_on(scene: Scene, end: int) -> bool:
    """Say whether a name may go on at a unit: after a blank, a hyphen, an apostrophe, or an initial ("Al B. Quill")."""
    gap = scene.gap(end)
    return gap in {"", "-", "'", "’"} or (gap == "." and len(scene.units.words[end - 1]) == 1)


def _step(scene: Scene, at: int, end: int) -> int:
    """Return how many units the name goes on with: a capital word, or a particle with the capital word after it."""
    if scene.units.capital(end):
        hit = scene.by_start.get(end)
        if hit is not None and hit.of(*_BARRIERS) and not (end == at and scene.key(end) in scene.gazetteer.given_names):
            return 0
        return 1
    return _particles(scene, end) if end > at and scene.gap(end) == "" else 0


def _particles(scene: Scene, at: int) -> int:
    """Return how many units particles and the word after them are: three in "van der Bellen", none in "von Oxfam"."""
    end = at
    while scene.key(end) in _PARTICLES and (end > at or scene.key(end) not in _INNER_PARTICLES):
        end += 1
    hit = scene.by_start.get(end)
    if hit is not None and hit.of(Sense.ORGANISATION):
        return 0  # "Jana Holm von | Oxfam"
    return end + 1 - at if end > at and scene.units.capital(end) and scene.gap(end) in {"", "-"} else 0


def _trim(scene: Scene, at: int, end: int) -> int:
    """Cut common nouns off a German name's end: "Präsident Duda Gespräche"."""
    if not scene.german or end == at:
        return end
    if not any(scene.is_name_word(unit) for unit in range(at, end)):
        return at
    given = scene.key(at) in scene.gazetteer.given_names
    while end - at > (2 if given else 1) and scene.token(end - 1).pos is Pos.NOUN and scene.gap(end - 1) == "":
        end -= 1
    while end - at > 1 and scene.key(end - 1) in _PARTICLES and not scene.units.capital(end - 1):
        end -= 1  # "Jana Holm von der Organisation …"
    return end


def full_name_end(scene: Scene, at: int) -> int:
    """Return the end of a name with a given name and a surname, ``at`` if it is none: "the Christian Democrats" is none."""
    if scene.key(at) not in scene.gazetteer.given_names or not scene.units.capital(at) or scene.gap(at) == "-":
        return at
    hit = scene.by_start.get(at)
    if hit is not None and hit.of(Sense.ORGANISATION):
        return at
    end = name_end(scene, at)
    if scene.key(end - 1) in _NO_PERSON:
        return at
    return end if any(scene.gap(unit) in {"", "."} for unit in range(at + 1, end)) else at


def written_name(scene: Scene, start: int, end: int) -> str:
    """Return a name's words, without the German genitive ending if the report has the name without it as well."""
    words_of = scene.analysis.text[scene.units.starts[start] : scene.units.ends[end - 1]]
    last = scene.key(end - 1)
    genitive = scene.german and last.endswith("s") and last[:-1] in scene.vocabulary
    return words_of[:-1] if genitive else words_of


def surname_key(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Return the keys of the part of a name that later mentions use: from the last plain gap on, with its particles."""
    at = end - 1
    while at > start and (scene.gap(at) in {"-", "'", "’"} or scene.key(at - 1) in _PARTICLES):
        at -= 1
    return tuple(scene.units.keys[at if at > start else end - 1 : end])
