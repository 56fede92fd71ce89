"""What has been spoken of so far, and which of it a pronoun takes up. Uses `zusage.language` and mentions.

A pronoun takes the best fitting entity of the last sentences by gender, number, recency, subjecthood and paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from zusage.language.analysis import Analysis, Clause
from zusage.model.records import record
from zusage.reading.actor_tables import alternatives, read_table
from zusage.reading.actors.mention import ActorRef, Gender, Mention, MentionKind

_REACH = 3
_STRONG_SINGULAR = frozenset({"schien", "erschien"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun's possible kinds ("m", "f", "n", "p", "pair", "we", "i", "man") and whether it is a possessive."""

    kinds: frozenset[str]
    possessive: bool


@record(frozen=True, slots=True)
class Entity:
    """Something spoken of at a token: the actors, what pronouns fit it (kinds), and how prominent it is there."""

    token: int
    sentence: int
    paragraph: int
    refs: tuple[ActorRef, ...]
    kinds: frozenset[str]
    subject: bool = False
    place: bool = False
    mention: Mention | None = None

    @property
    def person(self) -> bool:
        """Say whether it is somebody, not a state, an organisation or a group."""
        return bool(self.refs) and (self.refs[0].person is not None or self.refs[0].actor.startswith("person:"))

    @property
    def several(self) -> bool:
        """Say whether it is a list or a group, which "they" takes up from anywhere."""
        group = self.mention is not None and (self.mention.plural or self.mention.kind is MentionKind.COLLECTIVE)
        return "p" in self.kinds and (group or len(self.refs) > 1)


@cache
def pronouns(language: str) -> dict[str, Pronoun]:
    """Return the pronouns of a language by their form in lower case."""
    rows = (row for row in read_table("pronouns") if row["language"] == language)
    return {row["word"]: Pronoun(frozenset(alternatives(row["persons"])), row["possessive"] == "yes") for row in rows}


@dataclass(slots=True)
class Discourse:
    """The entities of a report in the order of their tokens, and where sentences, paragraphs and subjects are."""

    analysis: Analysis
    entities: list[Entity] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    paragraph_starts: list[int] = field(default_factory=list)
    subjects: frozenset[int] = frozenset()
    clause_of: dict[int, int] = field(default_factory=dict)
    persons: Counter[str] = field(default_factory=Counter)
    """How often each person has been spoken of so far."""

    def sentence(self, token: int) -> int:
        """Return the sentence of a token."""
        return max(0, bisect_right(self.sentence_starts, token) - 1)

    def paragraph(self, token: int) -> int:
        """Return the paragraph of a token."""
        return max(0, bisect_right(self.paragraph_starts, token) - 1)

    def add(
        self, token: int, refs: tuple[ActorRef, ...], kinds: frozenset[str], mention: Mention | None = None
    ) -> None:
        """Add an entity at a token."""
        run = range(mention.start, mention.end) if mention is not None and token == mention.head else (token,)
        subject = not self.subjects.isdisjoint(run)
        place = mention is not None and not mention.acts
        sentence, paragraph = self.sentence(token), self.paragraph(token)
        if refs and refs[0].person is not None:
            self.persons[refs[0].person] += 1
        self.entities.append(Entity(token, sentence, paragraph, refs, kinds, subject, place, mention))

    def recent(self, token: int, reach: int = _REACH) -> Iterator[Entity]:
        """Yield the entities before a token, the last one first, at most ``reach`` sentences back."""
        sentence = self.sentence(token)
        for entity in reversed(self.entities):
            if sentence - entity.sentence > reach:
                return
            if entity.token < token:
                yield entity

    def antecedent(self, token: int, pronoun: Pronoun, kinds: frozenset[str]) -> Entity | None:
        """Return what a pronoun at a token takes up, out of the kinds that its form allows; None if nothing fits."""
        best, best_score = None, -10.0
        for entity in self.recent(token):
            if not entity.kinds & kinds or (not pronoun.possessive and self._same_clause(entity, token)):
                continue
            if not entity.person and (entity.place or not (entity.subject or pronoun.possessive or entity.several)):
                continue  # a thing is taken up from where it acted
            score = self._score(entity, token)
            if score > best_score:
                best, best_score = entity, score
        return best

    def _same_clause(self, entity: Entity, token: int) -> bool:
        return self.clause_of.get(entity.token, -1) == self.clause_of.get(token, -2)

    def _score(self, entity: Entity, token: int) -> float:
        distance = self.sentence(token) - entity.sentence
        score = -1.5 * distance + (2.0 if entity.subject else 0.0) + (1.5 if entity.person else 0.0)
        score += 1.0 if entity.subject and token in self.subjects else 0.0
        score -= 3.0 if entity.place else 0.0
        score -= 1.0 if self.paragraph(token) != entity.paragraph else 0.0
        return score


def open_discourse(analysis: Analysis) -> Discourse:
    """Return an empty discourse that knows the text's sentences, paragraphs, subjects and clauses."""
    paragraphs, previous = [0], 0
    for index, token in enumerate(analysis.tokens):
        if "\n" in analysis.text[previous : token.start]:
            paragraphs.append(index)
        previous = token.end
    subjects = {part.head for clause in analysis.clauses if clause.subject for part in clause.subject.each()}
    subjects |= {clause.subject.head for clause in analysis.clauses if clause.subject}
    clause_of = {}
    for number, clause in enumerate(analysis.clauses):
        for start, end in clause.own:
            clause_of.update(dict.fromkeys(range(start, end), number))
    starts = [sentence.start for sentence in analysis.sentences] or [0]
    return Discourse(analysis, [], starts, paragraphs, frozenset(subjects), clause_of)


def narrowed(discourse: Discourse, token: int, kinds: frozenset[str]) -> frozenset[str]:
    """Return the kinds that German agreement leaves: "sie sagt" is one, "sie sagen" are several.

    Example: "Die Ministerin sprach mit den Esten. Sie zögern noch." takes up the Estonians.
    """
    if not {"f", "p"} <= kinds or token not in discourse.subjects or token not in discourse.clause_of:
        return kinds
    clause = discourse.analysis.clauses[discourse.clause_of[token]]
    plural = _plural_verb(discourse.analysis, clause)
    return kinds if plural is None else frozenset({"p"} if plural else {"f"})


def _plural_verb(analysis: Analysis, clause: Clause) -> bool | None:
    if clause.verb is None or clause.verb.finite is None:
        return None
    form = analysis.tokens[clause.verb.finite].lower
    return form in {"sind", "tun"} or (form.endswith(("en", "ern", "eln")) and form not in _STRONG_SINGULAR)


def kinds_of(mention: Mention, gender: Gender, *, person: bool, plural: bool, german: bool) -> frozenset[str]:
    """Return which pronouns a mention takes: a person "m" or "f", a thing its German gender, groups "p"."""
    if plural:
        return frozenset({"p"})
    if person:
        return frozenset({gender.value}) if gender else frozenset({"m", "f"})
    if german:
        unknown = frozenset({"m", "f", "n"}) if mention.kind is MentionKind.ORGANISATION else frozenset({"n"})
        return frozenset({gender.value}) if gender else unknown
    if mention.kind in {MentionKind.ORGANISATION, MentionKind.COLLECTIVE}:
        return frozenset({"n", "p"})
    return frozenset({"n"})
