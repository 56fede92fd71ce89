"""Topics: what a position is about.

Evidence adds up: the words of the content itself, of its sentence, of the sentence before, of the report's opening and of
the whole report, and the subjects that sentence and report are on (`lexicon/subjects.tsv`). How much each kind weighs is
learned (`topics.json`, by `training/topics`): a multinomial logistic regression over a few numbers for each topic, over signs
that it is none of them, and over the subjects. The lexicon says which words name a topic; a pronoun or a word like "plan"
names none, and takes up what was spoken of before.

Source: codebook, section 3 (`topic`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zusage.language.analysis import Clause, Phrase, Pos
from zusage.language.numbers import QuantityKind
from zusage.model.values import TOPICS
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.effort import ALL, WORDS, subjects_in
from zusage.reading.learned import load_learned
from zusage.reading.pairs.weights import Linear, add_up

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

SURE, CERTAIN, AGAINST_ALL = 3.0, 6.0, 14.0
"""Weights of a topic's own words from which they decide, hardly anything speaks against them, or nothing does."""

ONLY_NOUNS = frozenset({"share"})
"""Words that name a topic as nouns and say nothing as verbs: "a fair share", but "shares the view"."""

OPENING = 2
"""Sentences that a report opens with."""

STEPS = (1, 2, 4)
"""Words of a subject in a report from which on it speaks, speaks louder, and louder still."""

BEHIND = 4
"""Tokens behind a content in which an actor still belongs to it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with how sure it is, 0 to 1: 1 where the words of the content decide."""

    name: str
    sure: float


Weighed = tuple[tuple[str, float], ...]
Shares = Mapping[str, float]
"""Topics with the share that each has of all words that name one; none of them is `OTHER`."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the topics of one content.

    ``inside``: the weights of its own words; ``telling``: how many of them say anything; ``is_of_its_own``: whether they
    name a thing that is in no list. ``around``: the rest of its sentence; ``before``: the sentence before in its
    paragraph; ``opening``: how the report opens; ``report``: all of it; ``title``: its headline. ``subjects``: the signs of
    what its sentence and the report are on, which speak for and against every topic.
    """

    inside: Mapping[str, float]
    telling: int
    is_of_its_own: bool
    around: Shares
    before: Shares
    opening: Shares
    report: Shares
    title: Shares
    subjects: tuple[str, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """What it may be about: every topic of the codebook, and a dossier's own where something speaks for it."""
        named = {*self.inside, *self.around, *self.before, *self.opening, *self.report, *self.title}
        return (*TOPICS, *sorted(named.difference(TOPICS)))

    def features(self, topic: str) -> dict[str, float]:
        """Numbers that speak for a topic, by name."""
        return self._of_other() if topic == OTHER else self._of_topic(topic)

    def _of_topic(self, topic: str) -> dict[str, float]:
        weight, total = self.inside.get(topic, 0.0), sum(self.inside.values())
        shares = (
            ("around", self.around),
            ("before", self.before),
            ("opening", self.opening),
            ("report", self.report),
            ("title", self.title),
        )
        found = {name: of.get(topic, 0.0) for name, of in shares}
        if not total:
            found |= {f"{name}, nothing inside": share for name, share in found.items()}
            if self.is_of_its_own:
                found["report, of its own"] = found["report"]
        return found | {
            f"is {topic}": 1.0,
            "inside": math.log1p(weight),
            "share inside": weight / total if total else 0.0,
            "decides": float(weight >= SURE),
            "decides alone": float(weight >= CERTAIN),
            "decides against all": float(weight >= AGAINST_ALL),
        }

    def _of_other(self) -> dict[str, float]:
        weight = self.inside.get(OTHER, 0.0)
        return {
            "other": 1.0,
            "other, nothing inside": float(not self.inside),
            "other, of its own": float(self.is_of_its_own),
            "other, inside": math.log1p(sum(self.inside.values())),
            "other, its words": math.log1p(weight),
            "other, decides alone": float(weight >= CERTAIN),
            "decides against all": float(weight >= AGAINST_ALL),
            "other, telling words": math.log1p(self.telling),
            "other, of the report": max(self.report.values(), default=0.0),
            "other, nothing around": float(not self.around),
        }


class Topics:
    """What positions of one report can be about."""

    def __init__(self, context: Context, commitments: Sequence[Candidate]) -> None:
        """Look at a report's words and at the commitments found in it."""
        self.context = context
        self._named = frozenset(i for m in context.who.mentions for i in range(m.start, m.end))
        self._commitments = commitments
        self._contributed = frozenset((c.actor.actor, i) for c in commitments for i in c.clauses)
        self._silent: set[int] = set()
        self._words: dict[int, Weighed] = {}
        self._sentences: dict[int, tuple[str, ...]] = {}
        self._shares: dict[int, Shares] = {}
        self._report: Shares | None = None
        self._opening: Shares | None = None
        self._title: Shares | None = None
        self._subjects: tuple[str, ...] | None = None

    def contributes(self, actor: str, index: int) -> bool:
        """Say whether a clause tells of an actor's own contribution."""
        return (actor, index) in self._contributed

    def _of_report(self) -> Shares:
        if self._report is None:
            self._report = self._count_report()
        return self._report

    def _of_opening(self) -> Shares:
        if self._opening is None:
            self._opening = _shares(self._sum_up(range(min(OPENING, len(self.context.analysis.sentences)))))
        return self._opening

    def _of_title(self) -> Shares:
        if self._title is None:
            words = re.findall(r"[^\W\d_][\w-]*", self.context.report.title or "")
            self._title = _shares(
                _sum(self._of_lemma(word, before) for word, before in zip(words, ["", *words], strict=False))
            )
        return self._title

    def _of_lemma(self, lemma: str, before: str) -> Weighed:
        """The topic that a word names wherever it stands, with its weight."""
        found = self.context.lexicon.topic(lemma, before)
        if found is not None:
            name = _alternative(found.topic, frozenset())
            return ((name, WEIGHTS[found.weight]),) if name != TAKEN_UP else ()
        thing = self.context.lexicon.thing(lemma, before)
        topic = TOPIC_OF_MEASURE.get(thing.measure or "") if thing is not None and thing.kind != "none" else None
        if thing is None or topic is None:
            return ()
        return ((topic, THING if thing.kind in ("thing", "action") else GENERAL_THING),)

    def _count_report(self) -> Shares:
        hidden = self.context.hidden
        counts = _sum(self._of_word(i) for i in range(len(self.context.tokens)) if i not in hidden)
        for candidate in self._commitments:
            bare = candidate.contribution.rule == "money"  # what the report is on tells its topic by other evidence
            topic = TOPIC_OF_MEASURE.get("funding" if bare else candidate.contribution.measure)
            if topic is not None:
                counts[topic] = counts.get(topic, 0.0) + THING
        return _shares(counts)

    def of(self, phrases: Iterable[Phrase], clauses: Iterable[Clause], sentence: int) -> Topic:
        """Find what a content is about: the phrases and clauses that name it, in a sentence."""
        evidence = self.evidence(tokens_of(phrases, clauses), sentence)
        best = likeliest(evidence, load_weights())
        own = evidence.inside.get(best, 0.0)
        return Topic(best, 1.0 if own >= SURE else 0.8 if own else 0.6)

    def evidence(self, tokens: frozenset[int], number: int) -> Evidence:
        """Gather what speaks for the topics of a content: tokens of a sentence."""
        inside, paragraph = self._inside(tokens), self.context.paragraph_of
        sentence = self.context.analysis.sentences[number]
        follows = number > 0 and paragraph[number - 1] == paragraph[number]
        return Evidence(
            inside=inside,
            telling=sum(self.context.tokens[i].pos in TELLING for i in tokens),
            is_of_its_own=not inside and self._is_of_its_own(tokens),
            around=_shares(_sum(self._of_word(i) for i in range(sentence.start, sentence.end) if i not in tokens)),
            before=self._of_sentence(number - 1) if follows else {},
            opening=self._of_opening(),
            report=self._of_report(),
            title=self._of_title(),
            subjects=self._subjects_of_sentence(number),
        )

    def _subjects_of_report(self) -> tuple[str, ...]:
        """The signs of what the report is on."""
        if self._subjects is None:
            hidden = self.context.hidden
            counts = self._subjects_among(i for i in range(len(self.context.tokens)) if i not in hidden)
            self._subjects = tuple(
                f"report on {one} {step}" for one in sorted(counts) for step in STEPS if counts[one] >= step
            )
        return self._subjects

    def _subjects_of_sentence(self, number: int) -> tuple[str, ...]:
        """The signs of what the report and a sentence of it are on."""
        found = self._sentences.get(number)
        if found is None:
            sentence = self.context.analysis.sentences[number]
            own = sorted(self._subjects_among(range(sentence.start, sentence.end)))
            found = self._sentences[number] = (*self._subjects_of_report(), *[f"sentence on {one}" for one in own])
        return found

    def _subjects_among(self, tokens: Iterable[int]) -> Mapping[str, int]:
        """How many different words among some tokens are on each subject; an actor's name is on nothing."""
        seen = [i for i in tokens if self.context.tokens[i].pos in WORDS and i not in self._named]
        return subjects_in({self.context.lemmas[i].lower() for i in seen})

    def _of_sentence(self, number: int) -> Shares:
        """The shares of topics in the words of a sentence."""
        found = self._shares.get(number)
        if found is None:
            found = self._shares[number] = _shares(self._sum_up([number]))
        return found

    def _sum_up(self, numbers: Iterable[int]) -> dict[str, float]:
        """The weights of the words of some sentences, by topic."""
        runs = (self.context.analysis.sentences[number] for number in numbers)
        return _sum(self._of_word(i) for run in runs for i in range(run.start, run.end))

    def names(
        self, phrases: Iterable[Phrase], clauses: Iterable[Clause] = (), *, least: float = SURE
    ) -> frozenset[str]:
        """Return the topics that the words of some phrases and clauses themselves decide for.

        ``least``: the weight that counts; `WEIGHTS[1]` lets hints count too.
        """
        found = self._inside(tokens_of(phrases, clauses))
        return frozenset(topic for topic, weight in found.items() if weight >= least)

    def _inside(self, tokens: Iterable[int]) -> dict[str, float]:
        ordered = sorted(tokens)
        actors = self._actors_at(ordered)
        found = _sum(self._weighed(i, actors) if actors else self._of_word(i) for i in ordered)
        if self._has_money(ordered) and "funding" not in found:
            found["funding"] = WEIGHTS[1]  # "$34m": no word of money, but money
        return found

    def _actors_at(self, ordered: Sequence[int]) -> frozenset[str]:
        """The actors that a content names, or the words right behind it: "den Weg | Moldaus in die EU"."""
        behind = range(ordered[-1] + 1, ordered[-1] + 1 + BEHIND) if ordered else range(0)
        mentions = (self.context.who.by_token.get(i) for i in (*ordered, *behind))
        return frozenset(mention.actor for mention in mentions if mention is not None and mention.actor)

    def _is_of_its_own(self, tokens: Iterable[int]) -> bool:
        """Say whether a content names a thing that is in no list and takes up nothing: "einen Prüfmechanismus"."""
        nouns = [i for i in tokens if self.context.tokens[i].pos == Pos.NOUN and i not in self._named]
        return bool(nouns) and all(self.context.lexicon.topic(self.context.tokens[i].lemma) is None for i in nouns)

    def _has_money(self, tokens: Iterable[int]) -> bool:
        """Say whether a content names a sum of money: "Norway asked for **$34m**"."""
        ordered = sorted(tokens)
        sums = self.context.quantities_in(ordered[0], ordered[-1] + 1) if ordered else ()
        return any(each.kind == QuantityKind.MONEY for each in sums)

    def _before(self, i: int) -> str:
        """The lemma of the word before, over a hyphen or an article too: "cease-fire", "no-fly zone", "end the war"."""
        tokens = self.context.tokens
        at = i - 2 if i > 1 and tokens[i - 1].text == "-" else i - 1
        if at > 0 and tokens[at].pos is Pos.DET:
            at -= 1  # "end | **the** | war"
        return tokens[at].lemma if at >= 0 else ""

    def _opens_pair(self, i: int) -> bool:
        """Say whether a word only tells with the next one what it names: "Norway called for a **humanitarian** pause"."""
        tokens = self.context.tokens
        if i + 1 >= len(tokens) or tokens[i + 1].pos not in TELLING:
            return False
        behind = tokens[i + 1].lemma
        paired = self.context.lexicon.topic(behind, tokens[i].lemma)
        return paired is not None and paired is not self.context.lexicon.topic(behind)

    def _of_word(self, i: int) -> Weighed:
        """The topic that a word names where no actor counts, with its weight; asked for each content around, so kept."""
        found = self._words.get(i)
        if found is None:
            found = self._words[i] = self._weighed(i, frozenset())
        return found

    def _weighed(self, i: int, actors: frozenset[str]) -> Weighed:
        """The topic that a word names, with its weight; a word that belongs to an actor's name has none."""
        token = self.context.tokens[i]
        if token.pos not in TELLING or i in self._silent or (token.pos is Pos.VERB and token.lemma in ONLY_NOUNS):
            return ()
        before = self._before(i)
        found = self.context.lexicon.topic(token.lemma, before)
        if self._opens_pair(i):
            self._silent.add(i)
            return ()
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


def tokens_of(phrases: Iterable[Phrase], clauses: Iterable[Clause]) -> frozenset[int]:
    """The tokens of some phrases and clauses."""
    runs: list[Phrase | Clause] = [*phrases, *clauses]
    return frozenset(i for run in runs for i in range(run.start, run.end))


def _sum(words: Iterable[Weighed]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words:
        for topic, weight in word:
            found[topic] = found.get(topic, 0.0) + weight
    return found


def _shares(counts: dict[str, float]) -> Shares:
    total = sum(count for topic, count in counts.items() if topic != OTHER)
    return {topic: count / total for topic, count in counts.items() if topic != OTHER} if total else {}


Weights = Mapping[str, Linear]
"""Weights of the numbers by name, under `ALL`; of the signs of subjects, under each topic."""


def weigh(evidence: Evidence, topic: str, weights: Weights) -> float:
    """Add up what speaks for a topic, in log-odds."""
    total, of_all = 0.0, weights[ALL]
    for name, value in evidence.features(topic).items():
        total += of_all.get(name, 0.0) * value
    return total + add_up(weights.get(topic, {}), evidence.subjects)


def likeliest(evidence: Evidence, weights: Weights) -> str:
    """The topic that most speaks for, by some weights."""
    return max(evidence.topics, key=lambda topic: weigh(evidence, topic, weights))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The packaged weights."""
    found: dict[str, dict[str, float]] = load_learned("topics.json")
    return found
