"""Longest match over units: which entries of the lexicon begin at a place. Uses units and the lexicon's types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from zusage.model.records import record
from zusage.model.values import Authority
from zusage.reading.actors.folding import fold
from zusage.reading.actors.mention import Gender
from zusage.reading.actors.units import Units

_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?")
_POSSESSIVE = "'s"
_LONGEST_ABBREVIATION = 6


class Sense(StrEnum):
    """What an entry of the lexicon is."""

    STATE = "state"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"
    ORGANISATION = "organisation"
    PERSON = "person"
    SURNAME = "surname"
    OFFICE = "office"
    ROLE = "role"
    FORMER = "former"
    ACTING = "acting"
    TITLE = "title"
    HOUSE = "house"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    MILITARY = "military"
    COLLECTIVE = "collective"
    DESCRIPTION = "description"
    INTRODUCER = "introducer"
    DECOY = "decoy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of the lexicon. ``ref``: actor id, person slug, office id or label; ``shape``: its units as written."""

    sense: Sense
    ref: str
    shape: tuple[str, ...]
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    authority: Authority | None = None
    place: bool = False

    def fits(self, units: Units, at: int) -> bool:
        """Say whether the text's spelling has the capitals that the entry needs: "US" is not "us"."""
        return all(_fits(form, units.words[at + offset]) for offset, form in enumerate(self.shape))


def _fits(form: str, word: str) -> bool:
    if not form[0].isupper():
        return True
    if form.isupper() and form.isalpha() and len(form) <= _LONGEST_ABBREVIATION:
        return word == form
    return word[0].isupper()


@dataclass(slots=True)
class Node:
    """A node of the trie: what goes on with which unit, and the entries that end here."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


def shape_of(form: str) -> tuple[str, ...]:
    """Return the units of a form: "U.S." is ("U", "S"), "Quai d'Orsay" ("Quai", "d", "Orsay").

    What is possessive stays so: "People's Party" is ("People's", "Party").
    """
    return tuple(unit.replace("’", "'") for unit in _WORD.findall(form))


def insert(root: Node, entry: Entry) -> None:
    """Add an entry; the same sense and reference with the same form is kept once."""
    node = root
    for unit in entry.shape:
        key = fold(unit)
        node.children.setdefault(key.removesuffix(_POSSESSIVE), Node())  # a text is looked at by its units without "'s"
        node = node.children.setdefault(key, Node())
    if all((known.sense, known.ref, known.shape) != (entry.sense, entry.ref, entry.shape) for known in node.entries):
        node.entries.append(entry)


@record(frozen=True, slots=True)
class Hit:
    """Units ``[start, end)`` with all entries that they may be."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def of(self, *senses: Sense) -> Entry | None:
        """Return the first entry with one of the senses, or None."""
        for entry in self.entries:
            if entry.sense in senses:
                return entry
        return None


def longest(root: Node, units: Units, at: int) -> Hit | None:
    """Return the longest hit that begins at a unit, or None.

    A possessive ends a name, but inside of one: "Uganda's army" has Uganda, "the Danish People's Party" is one name.
    """
    node: Node | None = root
    best, end = None, at
    keys, count = units.keys, len(units.keys)
    while node is not None and end < count and (end == at or units.joins(end)):
        key, children = keys[end], node.children
        node, end = children.get(key), end + 1
        best = _hit(node, units, at, end) or best
        if units.possessive[end - 1]:
            node = children.get(key + _POSSESSIVE)
            best = _hit(node, units, at, end) or best
    return best


def _hit(node: Node | None, units: Units, at: int, end: int) -> Hit | None:
    """Return the entries of a node that have the capitals of the text."""
    if node is None or not node.entries:
        return None
    fitting = tuple(entry for entry in node.entries if entry.fits(units, at))
    if not fitting:
        return None
    return Hit(at, end, tuple(sorted(fitting, key=_capitals, reverse=True)) if len(fitting) > 1 else fitting)


def _capitals(entry: Entry) -> int:
    """Return how many capitals an entry asks for: "Defence Secretary" is London's, "defence secretary" anybody's."""
    return sum(unit[0].isupper() for unit in entry.shape) if entry.sense is Sense.OFFICE else 0


def scan(root: Node, units: Units) -> list[Hit]:
    """Return all longest hits from left to right, without overlaps."""
    hits, at, count = [], 0, len(units.keys)
    children = root.children
    while at < count:
        hit = longest(root, units, at) if units.keys[at] in children else None
        if hit is None:
            at += 1
        else:
            hits.append(hit)
            at = hit.end
    return hits
