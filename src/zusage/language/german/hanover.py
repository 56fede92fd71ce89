"""The Hanover Tagger with another search for the morphemes of a word (`morphemes`); everything else is its own.

Uses `HanTa` (LGPL), which ships no types.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from HanTa.HanoverTagger import HanoverTagger

from zusage.language.german.morphemes import Search

_MOST_WORDS = 4_096


class Morphology(HanoverTagger):  # type: ignore[misc]  # HanTa ships no types
    """The tagger with its two searches replaced."""

    def __init__(self, filename: str) -> None:
        """Load a model and prepare the search over its tables."""
        super().__init__(filename)
        self._search = Search(self)
        self._longest = {tag: max(map(len, endings), default=0) for tag, endings in self.lemmasuffixtable.items()}
        self._weigh_tags = lru_cache(maxsize=_MOST_WORDS)(self._search.tags)

    def analyze_forward(self, word: str) -> list[tuple[int, float]]:
        """Return the possible tags of a word in lower case with their weights, best first; asked for a word more than once."""
        return self._weigh_tags(word)

    def analyze_viterbi(self, word: str, targetpos: int) -> list[tuple[int, int]]:
        """Return a word's best morphemes under a tag: pairs of tag and end, the last of them the word's own."""
        return self._search.morphemes(word, targetpos)

    def makelemma(self, stem_morphemes: Sequence[str], pos: str) -> str:
        """Return the lemma of a stem, with the ending that goes with the longest of its own; "#" is where a word begins.

        The tagger's own looks for the longest of all endings each time that it is asked.
        """
        stem, tag = "".join(stem_morphemes), pos.split("(", maxsplit=1)[0]
        marked, endings = f"#{stem}", self.lemmasuffixtable.get(tag, {})
        sizes = range(min(self._longest.get(tag, 0), len(marked)), 0, -1)
        ending: str = next((endings[own] for size in sizes if (own := marked[-size:]) in endings), "")
        capital = self.tag2int.get(pos, 0) in self.capitalizedlemmata
        return (stem[0].upper() + stem[1:] if capital else stem) + ending
