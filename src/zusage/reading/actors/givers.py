"""Firms and other givers that no lexicon knows, by what they do: "**Norvik Foods**, the supermarket chain, is donating vouchers".

A name of two words and more that is the subject of a verb of giving, or one word beside what a firm is. Uses the scene.
Source: codebook, section 1 (another organisation: its usual short name).
"""

from __future__ import annotations

from bisect import bisect_left

from zusage.language.analysis import Clause, Pos
from zusage.reading.actor_tables import words
from zusage.reading.actors.folding import organisation_slug
from zusage.reading.actors.mention import MentionKind, Use
from zusage.reading.actors.scene import Scene

_LONGEST = 5
_JOINTS = frozenset({"", "-", "&", "'", "’"})
_SHORTEST = 2
_TOWNS = frozenset({"canton", "city", "county", "district", "municipality", "province", "region", "town"})
_NAMING = frozenset({Pos.PROPN, Pos.NOUN, Pos.ADJ})


def find_givers(scene: Scene) -> None:
    """Add a mention for every unknown name that gives something."""
    if scene.german:
        return
    verbs, lone = words("verbs-of-givers", "en"), words("firms", "en")
    for clause in scene.analysis.clauses:
        if clause.verb is None or clause.subject is None or clause.subject_shared or clause.verb.lemma not in verbs:
            continue
        run = _name(scene, clause)
        if run is None or not scene.is_free(*run) or scene.key(run[0]) in scene.gazetteer.given_names:
            continue
        if run[1] - run[0] < _SHORTEST and not _is_firm(scene, run, lone) and not _is_town(scene, run):
            continue
        _add(scene, run)


def _add(scene: Scene, run: tuple[int, int]) -> None:
    start, end = run
    name = scene.analysis.text[scene.units.starts[start] : scene.units.ends[end - 1]]
    scene.add(
        start,
        end,
        end - 1,
        MentionKind.ORGANISATION,
        Use.NAME,
        actor=organisation_slug(name),
        reason="an unknown name that gives something",
    )


def _name(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """The units of the name that a subject's head is in, or that stands behind it: "telecoms operator **Telindo**"."""
    subject = clause.subject
    assert subject is not None  # noqa: S101 - the caller looked
    tokens = scene.units.tokens
    first = bisect_left(tokens, subject.head)
    if first + 2 < len(tokens) and scene.key(first) in words("firms", "en"):
        first += 1
    elif first + 2 < len(tokens) and scene.key(first) in _TOWNS and scene.key(first + 1) == "of":
        first += 2  # "the city of Rotterdam"
    if first >= len(tokens) or not _is_named(scene, first) or scene.token(first).pos is not Pos.PROPN:
        return None
    end = first + 1
    while (
        first and tokens[first - 1] >= subject.start and scene.gap(first) in _JOINTS and scene.units.capital(first - 1)
    ):
        if not _is_named(scene, first - 1):
            break
        first -= 1
    while end < len(tokens) and tokens[end] < subject.end and scene.gap(end) in _JOINTS and _is_named(scene, end):
        end += 1
    return (first, end) if end - first <= _LONGEST and not _is_other(scene, first, end) else None


def _is_named(scene: Scene, unit: int) -> bool:
    return scene.units.capital(unit) and scene.token(unit).pos in _NAMING and scene.by_start.get(unit) is None


def _is_other(scene: Scene, first: int, end: int) -> bool:
    """Say whether it is part of a known name, or a person's: "Ada Berg, **of** its council"; "Ada Berg … **Berg** said"."""
    if scene.by_end.get(first) is not None and scene.gap(first) in _JOINTS:
        return True
    if scene.gap(end) == "," and scene.key(end) in {"of", "who", "from"}:
        return True
    again = (at for at, key in enumerate(scene.units.keys) if key == scene.key(end - 1) and at != end - 1)
    return end - first == _SHORTEST and any(_is_alone(scene, at) for at in again)


def _is_alone(scene: Scene, unit: int) -> bool:
    """Say whether a capital word has none beside it, as a surname told again."""
    beside = (scene.units.capital(at) and scene.gap(max(at, unit)) in _JOINTS for at in (unit - 1, unit + 1))
    return scene.units.capital(unit) and not any(beside)


def _is_town(scene: Scene, run: tuple[int, int]) -> bool:
    return run[0] > 1 and scene.key(run[0] - 1) == "of" and scene.key(run[0] - 2) in _TOWNS


def _is_firm(scene: Scene, run: tuple[int, int], firms: frozenset[str]) -> bool:
    """Say whether a name of one word is a firm's: "telecoms operator **Telindo**", "**Norvik**, the drug maker"."""
    before = scene.key(run[0] - 1) if scene.gap(run[0]) == "" else ""
    if before in firms:
        return True
    behind = range(run[1], min(run[1] + _LONGEST, len(scene.units.keys)))
    return scene.gap(run[1]) == "," and any(scene.key(at) in firms for at in behind)
