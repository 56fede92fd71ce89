"""Short reports in, mentions and actors out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from zusage.language.analysis import Analysis
from zusage.language.registry import analyse
from zusage.reading.actors import Gazetteer, Mention, Who, find_mentions, resolve

DAY = date(2025, 9, 4)


@dataclass(frozen=True)
class Found:
    """An analysed text with its mentions and answers."""

    analysis: Analysis
    mentions: tuple[Mention, ...]
    who: Who

    def mention(self, words: str) -> Mention:
        """Return the mention with exactly these words."""
        return next(mention for mention in self.mentions if self.words(mention) == words)

    def words(self, mention: Mention) -> str:
        """Return a mention's exact words."""
        return self.analysis.text[mention.char_start : mention.char_end]

    def actors(self, word: str, nth: int = 0) -> list[tuple[str, str | None]]:
        """Return actors and persons of the nth token with this form."""
        tokens = [index for index, token in enumerate(self.analysis.tokens) if token.text == word]
        return [(ref.actor, ref.person) for ref in self.who.actors_at(tokens[nth])]

    def subjects(self) -> list[list[str]]:
        """Return the actors of each clause's subject that has any."""
        subjects = [clause.subject for clause in self.analysis.clauses if clause.subject]
        found = [[ref.actor for ref in self.who.actors_of(subject)] for subject in subjects]
        return [actors for actors in found if actors]


Read = Callable[..., Found]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a function that reads a text in a language on a day."""

    def read_text(text: str, language: str = "de", on: date | None = DAY, gazetteer: Gazetteer | None = None) -> Found:
        known = gazetteer or Gazetteer.build()
        analysis = analyse(text, language)
        mentions = find_mentions(analysis, known, on)
        return Found(analysis, mentions, resolve(analysis, mentions, on, gazetteer=known))

    return read_text
