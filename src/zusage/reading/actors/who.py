"""Who the words of a report stand for: the answer that `resolve` gives. Uses mentions and `zusage.language`.

Source: codebook, section 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zusage.language.analysis import Analysis, ClauseKind, Phrase, Role
from zusage.reading.actor_tables import words
from zusage.reading.actors.mention import ActorRef, Mention

Refs = tuple[ActorRef, ...]
_CROWDS = words("crowds")
_LEAVING = words("leaving-nouns")
_FROM = frozenset({"aus", "from"})
_SOURCES = words("sources")
_JOINS = words("joins") | {","}
_GATHERINGS = words("gatherings")
_LEADING = words("leaders-of-coalitions")
_ARTICLES = words("articles")
_RELATIVES = words("relatives", "de") | words("relatives", "en")


@dataclass(frozen=True, slots=True)
class Who:
    """The actors of a report by its words; make it with `resolve`."""

    analysis: Analysis
    mentions: tuple[Mention, ...]
    by_token: dict[int, Mention] = field(repr=False)
    links: dict[int, Refs] = field(repr=False)

    def actors_of(self, phrase: Phrase, *, places: bool = False) -> Refs:
        """Return the actors that a phrase stands for, coordinated members in order, none twice.

        Empty if the phrase names nobody who acts: a place ("in Paris"), a thing, an unresolved pronoun. With
        ``places`` a place counts as its state.
        """
        found: list[ActorRef] = []
        for part in phrase.each():
            found.extend(self._of(part, places=places))
        return distinct(found)

    def actors_at(self, token: int, *, places: bool = False) -> Refs:
        """Return the actors that the mention or pronoun at a token stands for."""
        mention = self.by_token.get(token)
        if mention is not None:
            return self._of_mention(mention, places=places)
        return self.links.get(token, ())

    def actors_in(self, start: int, end: int, *, places: bool = False) -> Refs:
        """Return the actors of everything in a token run, in order."""
        found: list[ActorRef] = []
        for token in range(start, end):
            mention = self.by_token.get(token)
            if mention is None or token == max(start, mention.start):
                found.extend(self.actors_at(token, places=places))
        return distinct(found)

    def before(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions that begin in a token run, the last one first."""
        for place in range(bisect_left(self.mentions, end, key=lambda m: m.start) - 1, -1, -1):
            if self.mentions[place].start < start:
                return
            yield self.mentions[place]

    def _of_mention(self, mention: Mention, *, places: bool) -> Refs:
        linked = self.links.get(mention.head)
        if linked:
            return linked
        if mention.actor is None or not (mention.acts or places):
            return ()
        return (ActorRef(mention.actor, mention.person, mention.authority, mention, mention.reason),)

    def _of(self, part: Phrase, *, places: bool, leaving: bool = False) -> Refs:
        mention = self.by_token.get(part.head)
        if mention is not None:
            return self._listed(mention, part.end, places=places)
        linked = self.links.get(part.head) or self._related(part.head, places=places)
        if linked:
            return linked
        return self._below(part, places=places, leaving=leaving) or self._before_head(part, places=places)

    def listed(self, first: Mention, end: int) -> Refs:
        """Return the actors of a list that a mention opens, places included."""
        return self._listed(first, end, places=True)

    def _listed(self, mention: Mention, end: int, *, places: bool) -> Refs:
        """Return a mention's actors, and those of a list it opens: "Schweden, Norwegen und Dänemark"."""
        found = list(self._of_mention(mention, places=places))
        last = mention
        while last.end < end:
            following = next((self.by_token[token] for token in range(last.end, end) if token in self.by_token), None)
            if following is None or not _joined(self.analysis, last.end, following.start):
                break
            found.extend(self._of_mention(following, places=places))
            last = following
        return distinct(found)

    def _related(self, token: int, *, places: bool) -> Refs:
        """Return what a relative pronoun stands for: "Norwegen, **das** zahlt", "Ottawa, **which** declined".

        Of a list all: "Peru and Chile, **which** pledged troops".
        """
        if self.analysis.tokens[token].lower not in _RELATIVES:
            return ()
        clause = self.analysis.clause_at(token)
        if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.anchor is None:
            return ()
        first, last = self.by_token.get(clause.anchor), self.by_token.get(token - 2)
        if (
            first is not None
            and last is not None
            and first.end <= last.start
            and self.analysis.tokens[token - 1].text == ","
        ):
            return self._listed(first, token, places=places)
        acts = clause.subject is not None and clause.subject.head == token  # "in Lima, **which** has agreed"
        return self.actors_at(clause.anchor, places=places or acts)

    def _below(self, part: Phrase, *, places: bool, leaving: bool) -> Refs:
        """Return the actors of what hangs on a noun: "die Zusage Norwegens", "the pledge by Ottawa".

        Not where somebody leaves from: "der Abzug der Truppen **aus Peru**".
        """
        leaving = leaving or self.analysis.tokens[part.head].lemma.lower() in _LEAVING
        crowd = self.analysis.tokens[part.head].lemma.lower() in _CROWDS  # "eine beträchtliche Anzahl an Ländern"
        for role in (Role.GENITIVE, Role.APPOSITION, Role.ATTRIBUTE):
            found: list[ActorRef] = []
            for phrase in part.dependents:
                of = phrase.prep in _SOURCES or (crowd and phrase.prep == "an")
                if (
                    phrase.role is role
                    and (role is not Role.ATTRIBUTE or of)
                    and not (leaving and phrase.prep in _FROM)
                ):
                    for one in phrase.each():
                        found.extend(self._of(one, places=places, leaving=leaving))
            if found:
                return distinct(found)
        return ()

    def _before_head(self, part: Phrase, *, places: bool) -> Refs:
        """Return the actors of a possessive or adjective before a noun: "seine Zusage", "das deutsche Angebot"."""
        if self.analysis.tokens[part.head].lemma.lower() in _GATHERINGS:
            return ()  # "the Paris conference", "the London talks"
        refs = self.actors_in(part.start, part.head, places=places)
        return tuple(ref for ref in refs if not self._leads(ref.mention)) if refs else ()

    def _leads(self, mention: Mention | None) -> bool:
        """Say whether an actor only leads or wants what acts: "the **Peruvian**-led coalition that sends troops"."""
        tokens = self.analysis.tokens
        if mention is None or mention.end + 1 >= len(tokens) or tokens[mention.end].text != "-":
            return False
        return tokens[mention.end + 1].lower in _LEADING


def _joined(analysis: Analysis, start: int, end: int) -> bool:
    """Say whether only commas, conjunctions and articles stand between two mentions."""
    between = {token.lower for token in analysis.tokens[start:end]}
    return between <= _JOINS and not between <= _ARTICLES


def distinct(refs: Iterable[ActorRef]) -> Refs:
    """Return references in order, the first one for each actor and person."""
    found: dict[tuple[str, str | None], ActorRef] = {}
    for ref in refs:
        found.setdefault((ref.actor, ref.person), ref)
    return tuple(found.values())
