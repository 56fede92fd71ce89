"""What the resolving rules share while they walk through a report. Uses the discourse, the gazetteer and `Who`."""

from __future__ import annotations

from dataclasses import dataclass

from zusage.language.analysis import Clause, Pos, Token
from zusage.reading.actors.discourse import Discourse, pronouns
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import ActorRef
from zusage.reading.actors.who import Refs, Who


@dataclass(frozen=True, slots=True)
class Walk:
    """A report being resolved: the answers so far (``who.links``) and what has been spoken of."""

    who: Who
    discourse: Discourse
    gazetteer: Gazetteer
    language: str

    @property
    def german(self) -> bool:
        """Say whether the text is German."""
        return self.language == "de"

    def token(self, index: int) -> Token | None:
        """Return a token, None outside of the text."""
        tokens = self.who.analysis.tokens
        return tokens[index] if 0 <= index < len(tokens) else None

    def word(self, index: int) -> str:
        """Return a token's word in lower case, "" outside of the text."""
        token = self.token(index)
        return token.lower if token else ""

    def clause(self, index: int) -> Clause | None:
        """Return the innermost clause of a token."""
        number = self.discourse.clause_of.get(index)
        return self.who.analysis.clauses[number] if number is not None else None

    def link(self, index: int, refs: Refs) -> None:
        """Note what a token stands for."""
        self.who.links[index] = refs

    def possessor(self, start: int) -> ActorRef | None:
        """Return whose a noun phrase is, by a possessive before it: "**ihr** Außenminister", "**its** new premier"."""
        known = pronouns(self.language)
        for index in range(start - 1, max(-1, start - 4), -1):
            word = self.word(index)
            if word in known and known[word].possessive:
                refs = self.who.links.get(index, ())
                return refs[0] if refs else None
            token = self.token(index)
            if token is None or token.pos is not Pos.ADJ:
                return None
        return None
