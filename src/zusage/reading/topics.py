"""Topics: what a position is about.

Three kinds of evidence add up: the words of the content itself, the words around it, and what the whole report is about.
The words of the content decide where they name a topic; a pronoun or a word like "plan" takes up what was spoken of
before; a content that names something of its own which is in no list is "other" unless the surroundings are clear.

Source: codebook, section 3 (`topic`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zusage.language.analysis import Clause, Phrase, Pos
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context

TOPIC_OF_MEASURE = {
    "troops": "troop-deployment",
    "air": "troop-deployment",
    "naval": "troop-deployment",
    "monitoring": "troop-deployment",
    "training": "troop-deployment",
    "logistics": "troop-deployment",
    "arms": "arms-supplies",
    "intelligence": "arms-supplies",
    "funding": "funding",
    "humanitarian": "humanitarian-aid",
    "reconstruction": "reconstruction",
    "backstop": "security-guarantees",
    "guarantees": "security-guarantees",
    "sanctions": "sanctions",
}
"""The topic of a proposal to contribute a measure."""

OTHER = "other"
TAKEN_UP = "-"
TELLING = frozenset({Pos.NOUN, Pos.VERB, Pos.ADJ, Pos.PROPN})

WEIGHTS = {1: 2.0, 2: 6.0, 3: 14.0}
"""What a word of the content weighs: a hint, a word that decides, a word that decides against others."""

THING, GENERAL_THING = 3.0, 0.8
"""What a word of contributions weighs, a particular one ("frigate") and a general one ("package")."""

NEAR = 2.0
"""What the words around a content weigh altogether."""

NEAR_TAKEN_UP = 3.0
"""The same, for a content that only takes up what was spoken of."""

REPORT = 1.0
"""What the whole report weighs altogether."""

REPORT_TAKEN_UP = 2.0
"""The same, for a content that only takes up what was spoken of."""

UNKNOWN = 3.0
"""What a noun of its own weighs that names no topic."""

SURE = 3.0
"""Weight of the best topic's own words from which they decide."""

BEHIND = 4
"""Tokens behind a content in which an actor still belongs to it."""

BESIDE = frozenset({"leaders-meeting"})
"""Topics that count only where the content itself names them: most reports are made at a meeting."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with how sure it is, 0 to 1: 1 where the words of the content decide."""

    name: str
    sure: float


Weighed = tuple[tuple[str, float], ...]


class Topics:
    """What positions of one report can be about."""

    def __init__(self, context: Context, commitments: Sequence[Candidate]) -> None:
        """Look at a report's words and at the commitments found in it."""
        self.context = context
        self._named = frozenset(i for m in context.who.mentions for i in range(m.start, m.end))
        self._commitments = commitments
        self._contributed = frozenset((c.actor.actor, i) for c in commitments for i in c.clauses)
        self._silent: set[int] = set()
        self._report: dict[str, float] | None = None

    def contributes(self, actor: str, index: int) -> bool:
        """Say whether a clause tells of an actor's own contribution."""
        return (actor, index) in self._contributed

    def _of_report(self) -> dict[str, float]:
        """The shares of topics in all the report."""
        if self._report is None:
            self._report = self._count_report()
        return self._report

    def _count_report(self) -> dict[str, float]:
        hidden = self.context.hidden
        counts = _sum(self._of_word(i) for i in range(len(self.context.tokens)) if i not in hidden)
        for candidate in self._commitments:
            topic = TOPIC_OF_MEASURE.get(candidate.contribution.measure)
            if topic is not None:
                counts[topic] = counts.get(topic, 0.0) + THING
        return _shares(counts)

    def of(self, phrases: Iterable[Phrase], clauses: Iterable[Clause], sentence: int) -> Topic:
        """Find what a content is about: the phrases and clauses that name it, in a sentence."""
        tokens = _tokens(phrases, clauses)
        inside = self._inside(tokens)
        if not inside and self._is_of_its_own(tokens):
            inside[OTHER] = UNKNOWN
        near, report = (NEAR, REPORT) if inside else (NEAR_TAKEN_UP, REPORT_TAKEN_UP)
        around, all_told = self._around(tokens, sentence, all_topics=not inside), self._of_report()
        scores = {
            topic: inside.get(topic, 0.0) + near * around.get(topic, 0.0) + report * all_told.get(topic, 0.0)
            for topic in {*inside, *around, *all_told}
        }
        if not scores:
            return Topic(OTHER, 0.5)
        best = max(scores, key=lambda t: (scores[t], t))
        return Topic(best, 1.0 if inside.get(best, 0.0) >= SURE else 0.8 if inside.get(best) else 0.6)

    def names(
        self, phrases: Iterable[Phrase], clauses: Iterable[Clause] = (), *, least: float = SURE
    ) -> frozenset[str]:
        """Return the topics that the words of some phrases and clauses themselves decide for.

        ``least``: the weight that counts; `WEIGHTS[1]` lets hints count too.
        """
        found = self._inside(_tokens(phrases, clauses))
        return frozenset(topic for topic, weight in found.items() if weight >= least)

    def _inside(self, tokens: Iterable[int]) -> dict[str, float]:
        ordered = sorted(tokens)
        actors = self._actors_at(ordered)
        return _sum(self._of_word(i, actors) for i in ordered)

    def _actors_at(self, ordered: Sequence[int]) -> frozenset[str]:
        """The actors that a content names, or the words right behind it: "den Weg | Moldaus in die EU"."""
        behind = range(ordered[-1] + 1, ordered[-1] + 1 + BEHIND) if ordered else range(0)
        mentions = (self.context.who.by_token.get(i) for i in (*ordered, *behind))
        return frozenset(mention.actor for mention in mentions if mention is not None and mention.actor)

    def _around(self, tokens: frozenset[int], number: int, *, all_topics: bool) -> dict[str, float]:
        """The shares of topics in the rest of the sentence and, half as much, in the one before it in its paragraph.

        ``all_topics``: those of `BESIDE` too, for a content that takes up what was spoken of ("wies das zurück").
        """
        sentence = self.context.analysis.sentences[number]
        counts = _sum(self._of_word(i) for i in range(sentence.start, sentence.end) if i not in tokens)
        if number and self.context.paragraph_of[number - 1] == self.context.paragraph_of[number]:
            before = self.context.analysis.sentences[number - 1]
            for topic, weight in _sum(self._of_word(i) for i in range(before.start, before.end)).items():
                counts[topic] = counts.get(topic, 0.0) + weight / 2
        return _shares(counts, beside=all_topics)

    def _is_of_its_own(self, tokens: Iterable[int]) -> bool:
        """Say whether a content names a thing that is in no list and takes up nothing: "einen Prüfmechanismus"."""
        nouns = [i for i in tokens if self.context.tokens[i].pos == Pos.NOUN and i not in self._named]
        return bool(nouns) and all(self.context.lexicon.topic(self.context.tokens[i].lemma) is None for i in nouns)

    def _before(self, i: int) -> str:
        """The lemma of the word before, over a hyphen too: "cease-fire", "no-fly zone"."""
        tokens = self.context.tokens
        at = i - 2 if i > 1 and tokens[i - 1].text == "-" else i - 1
        return tokens[at].lemma if at >= 0 else ""

    def _of_word(self, i: int, actors: frozenset[str] = frozenset()) -> Weighed:
        """The topic that a word names, with its weight; a word that belongs to an actor's name has none."""
        token = self.context.tokens[i]
        if token.pos not in TELLING or i in self._silent:
            return ()
        before = self._before(i)
        found = self.context.lexicon.topic(token.lemma, before)
        if found is not None:
            name = _alternative(found.topic, actors)
            return ((name, WEIGHTS[found.weight]),) if name != TAKEN_UP else ()
        thing = self.context.lexicon.thing(token.lemma, before) if token.pos == Pos.NOUN else None
        topic = TOPIC_OF_MEASURE.get(thing.measure or "") if thing is not None and thing.kind != "none" else None
        if thing is None or topic is None:
            self._silent.add(i)
            return ()
        return ((topic, THING if thing.kind in ("thing", "action") else GENERAL_THING),)


def _alternative(topics: str, actors: frozenset[str]) -> str:
    """Choose among "us:us-involvement/troop-deployment": the first alternative whose actors are there, or that needs none."""
    for alternative in topics.split("/"):
        needed, colon, name = alternative.rpartition(":")
        if not colon or actors.intersection(needed.split(",")):
            return name
    return TAKEN_UP


def _tokens(phrases: Iterable[Phrase], clauses: Iterable[Clause]) -> frozenset[int]:
    runs: list[Phrase | Clause] = [*phrases, *clauses]
    return frozenset(i for run in runs for i in range(run.start, run.end))


def _sum(words: Iterable[Weighed]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words:
        for topic, weight in word:
            found[topic] = found.get(topic, 0.0) + weight
    return found


def _shares(counts: dict[str, float], *, beside: bool = False) -> dict[str, float]:
    counts = {topic: count for topic, count in counts.items() if (beside or topic not in BESIDE) and topic != OTHER}
    total = sum(counts.values())
    return {topic: count / total for topic, count in counts.items()} if total else {}
