"""The text while mentions are being found: units, hits, what is used up. Uses the gazetteer and `zusage.language`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from zusage.language.analysis import Analysis, Pos, Token
from zusage.model.values import Authority
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import Gender, Mention, MentionKind, Use
from zusage.reading.actors.trie import Entry, Hit, Sense, scan
from zusage.reading.actors.units import Units, split_units

_LONG_COMPOUND = 8


@dataclass(slots=True)
class Scene:
    """A text with its hits, from left to right.

    ``by_start`` and ``by_end`` find the hit that begins or ends at a unit boundary; ``used`` holds the units that a
    mention has taken up.
    """

    analysis: Analysis
    units: Units
    gazetteer: Gazetteer
    on: date | None
    hits: list[Hit]
    by_start: dict[int, Hit]
    by_end: dict[int, Hit]
    used: set[int] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    introduced: dict[int, tuple[int, Mention]] = field(default_factory=dict)
    """Organisations that their own words introduce, by their first unit: where each ends, and its mention."""
    vocabulary: frozenset[str] = frozenset()

    @property
    def german(self) -> bool:
        """Say whether the text is German."""
        return self.analysis.language == "de"

    def token(self, unit: int) -> Token:
        """Return the token of a unit."""
        return self.analysis.tokens[self.units.tokens[unit]]

    def key(self, unit: int) -> str:
        """Return a unit's key, "" outside of the text."""
        return self.units.keys[unit] if 0 <= unit < len(self.units.keys) else ""

    def gap(self, unit: int) -> str:
        """Return the signs before a unit; "¶" after the last one."""
        return self.units.gaps[unit] if 0 <= unit < len(self.units.gaps) else "¶"

    def is_name_word(self, unit: int) -> bool:
        """Say whether a tagger or the list of given names takes a unit for a name."""
        if not self.units.capital(unit):
            return False
        return self.key(unit) in self.gazetteer.given_names or self.token(unit).pos is Pos.PROPN

    def char_end(self, end: int) -> int:
        """Return where the units before ``end`` stop, with the full stop of an abbreviation: "U.S."."""
        units, text = self.units, self.analysis.text
        place = units.ends[end - 1]
        dotted = (
            end > 1 and len(units.words[end - 1]) == 1 and units.gaps[end - 1] == "." and text[place : place + 1] == "."
        )
        return place + 1 if dotted else place

    def follows(self, unit: int) -> bool:
        """Say whether only white space or a hyphen stands before a unit; "U.S. envoy" counts as well."""
        gap = self.gap(unit)
        return gap in {"", "-"} or (
            gap == "." and unit > 1 and len(self.units.words[unit - 1]) == 1 and self.gap(unit - 1) == "."
        )

    def take(self, start: int, end: int) -> None:
        """Mark units as used up."""
        self.used.update(range(start, end))

    def is_free(self, start: int, end: int) -> bool:
        """Say whether no mention has taken one of the units."""
        return self.used.isdisjoint(range(start, end))

    def add(  # noqa: PLR0913 - the fields of a mention, by name
        self,
        start: int,
        end: int,
        head: int,
        kind: MentionKind,
        use: Use,
        *,
        actor: str | None,
        reason: str,
        person: str | None = None,
        office: str | None = None,
        authority: Authority | None = None,
        gender: Gender = Gender.UNKNOWN,
        plural: bool = False,
        owner: str | None = None,
    ) -> None:
        """Add a mention over units ``[start, end)`` with its head unit; further fields as in `Mention`."""
        for unit in self.introduced.keys() & range(start, end):
            self.mentions.remove(self.introduced.pop(unit)[1])
        self.take(start, end)
        units = self.units
        self.mentions.append(
            Mention(
                start=units.tokens[start],
                end=units.tokens[end - 1] + 1,
                head=units.tokens[head],
                char_start=units.starts[start],
                char_end=self.char_end(end),
                kind=kind,
                use=use,
                actor=actor,
                reason=reason,
                person=person,
                office=office,
                authority=authority,
                gender=gender,
                plural=plural,
                owner=owner,
            )
        )


def set_scene(analysis: Analysis, gazetteer: Gazetteer, on: date | None) -> Scene:
    """Look everything up; decoys ("Washington Post") are used up at once."""
    units = split_units(analysis)
    language = "de" if analysis.language == "de" else "en"
    hits = scan(gazetteer.tries[language], units)
    hits = sorted((*hits, *_compounds(units, hits, gazetteer.suffixes[language])), key=lambda hit: hit.start)
    kept = [hit for hit in hits if hit.of(Sense.DECOY) is None]
    scene = Scene(
        analysis, units, gazetteer, on, kept, {hit.start: hit for hit in kept}, {hit.end: hit for hit in kept}
    )
    scene.vocabulary = frozenset(units.keys)
    for hit in hits:
        if hit.of(Sense.DECOY):
            scene.take(hit.start, hit.end)
    return scene


def _compounds(units: Units, hits: Iterable[Hit], suffixes: Mapping[str, Entry]) -> list[Hit]:
    """Return hits of German compounds that end in an office or a role: "Rüstungsexperte", "Klimaschutzminister"."""
    if not suffixes:
        return []
    covered = {unit for hit in hits for unit in range(hit.start, hit.end)}
    lengths = sorted({len(suffix) for suffix in suffixes}, reverse=True)
    found = []
    for at, word in enumerate(units.words):
        if at in covered or len(word) <= _LONG_COMPOUND or not word[0].isupper():
            continue
        lower = word.lower()
        entry = next(
            (suffixes[lower[-size:]] for size in lengths if len(word) > size + 1 and lower[-size:] in suffixes), None
        )
        if entry is not None:
            found.append(Hit(at, at + 1, (entry,)))
    return found
