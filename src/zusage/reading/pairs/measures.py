"""Which measure something has where its words leave it open: what speaks for each measure, as features.

"10 Millionen" are reconstruction at a donors' conference after an earthquake and funding in a debt crisis: the content's
own words count, then its clause, what was spoken of before, and the words of the report as a whole. The weights are shared
by all measures ("the report's main measure"), with some of each measure's own ("lemma lend" for funding).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from zusage.language.analysis import Pos
from zusage.language.numbers import QuantityKind
from zusage.model.records import record
from zusage.reading.pairs.clausal import sort_of
from zusage.reading.pairs.contents import Content
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.spots import Spot
from zusage.reading.pairs.weights import OF_REPORT, OWN, Weights
from zusage.reading.theme import CIVIL

SURE = frozenset({"thing", "action", "modifier", "verb"})
"""Sorts of contents whose measure is the words' own."""
VERBS = frozenset({"verb", "empty", "other verb"})
WORDS = frozenset({Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.VERB})
SHARES = (0.05, 0.15, 0.3, 0.5, 0.75)
NEVER_MONEY = frozenset({"troops", "naval", "air", "intelligence", "backstop", "guarantees", "political", "sanctions"})
"""Measures that no sum of money is: "50 million" beside talk of ships are not ships."""
CLOSE = 3
REACH = 3
RANKS = 3
LAST = [f"last {rank}" for rank in range(RANKS + 1)]
MOST = 3


@record(frozen=True, slots=True)
class Evidence:
    """What speaks for the measures of a content: for each measure the signs, and words that each measure weighs for itself.

    ``near``: signs by and around the content. ``report``: what the report as a whole says, the same for all contents but
    that sums of money never have some measures. ``own``: the measure that the lexicon has for the content.
    """

    near: dict[str, dict[str, None]]
    report: dict[str, list[str]]
    words: list[str]
    around: list[str]
    clause: int
    sort: str
    own: str | None

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that something speaks for."""
        return (*self.near, *(measure for measure in self.report if measure not in self.near))

    def features(self, measure: str) -> list[str]:
        """All that speaks for a measure, as it is learned."""
        signs = sorted((*self.near.get(measure, ()), *self.report.get(measure, ())))
        found = [*signs, *(f"{sign} & {self.sort}" for sign in signs), f"is {measure}"]
        found.extend(f"{measure}{OWN}{word}" for word in (*self.words, *self.around))
        found.extend(f"{measure}{OWN}{sign}" for sign in signs if sign.startswith(OF_REPORT))
        if self.own is not None and self.own != measure:
            found.append(f"{measure} for {self.own}")
        return found

    def weigh(self, weights: Weights, kept: Kept) -> dict[str, float]:
        """For each measure the sum of the weights of these features."""
        words = dict.fromkeys(self.measures, 0.0)
        around = kept.clauses.get(self.clause)
        if around is None:
            around = kept.clauses[self.clause] = _weights_of(self.around, weights)
        for measure, weight in (*_weights_of(self.words, weights), *around):
            if measure in words:
                words[measure] += weight
        known, sort, own = weights.measure, self.sort, self.own
        found = {}
        for measure, by_words in words.items():
            signs = weights.of_signs(measure, sort)
            total = kept.report.get((measure, sort))
            if total is None:
                said = self.report.get(measure, [])
                total = known.get(f"is {measure}", 0.0) + sum([signs.get(sign, 0.0) for sign in said])
                kept.report[measure, sort] = total
            near = self.near.get(measure)
            if near is not None:
                total += sum([signs.get(sign, 0.0) for sign in near])
            if own is not None and own != measure:
                total += known.get(f"{measure} for {own}", 0.0)
            found[measure] = total + by_words
        return found


class Kept:
    """Sums that contents of a report share.

    ``report``: of what the report says, by measure and sort of content; ``clauses``: by clause the measures that its words have
    a weight for, each with it.
    """

    def __init__(self) -> None:
        """Nothing is summed up yet."""
        self.report: dict[tuple[str, str], float] = {}
        self.clauses: dict[int, list[tuple[str, float]]] = {}


def _weights_of(words: list[str], weights: Weights) -> list[tuple[str, float]]:
    """The measures that some words have a weight for, each with it."""
    of_word = weights.measures_of
    return [one for word in words for one in of_word.get(word, ())]


class Measures:
    """What speaks for the measures of a report's contents."""

    def __init__(self, scene: Scene) -> None:
        """Look up every word once."""
        self.scene = scene
        self.context = scene.context
        self.hints = self._hints()
        self._hinting = [i for i, hint in enumerate(self.hints) if hint is not None]
        self._named = [_named(contents) for contents in scene.contents]
        self._known: dict[int, Evidence] = {}
        self._words: dict[int, list[str]] = {}
        self._report: dict[str, list[str]] | None = None
        self._money: dict[str, list[str]] | None = None

    def of_content(self, content: Content) -> Evidence:
        """For each measure that something speaks for: the features that hold for every actor."""
        found = self._known.get(content.token)
        if found is None:
            found = self._known[content.token] = self._weigh(content)
        return found

    def evidence(self, pair: Pair) -> dict[str, list[str]]:
        """For each measure that something speaks for: all features."""
        found, actor = self.of_content(pair.content), of_actor(pair.spot)
        return {measure: [*found.features(measure), f"{measure}{OWN}{actor}"] for measure in found.measures}

    def _hints(self) -> list[str | None]:
        """For each token the measure that its word goes with."""
        tokens, hidden, hint = self.context.tokens, self.context.hidden, self.context.lexicon.hint
        found: list[str | None] = [None] * len(tokens)
        for i, token in enumerate(tokens):
            if token.pos in WORDS and i not in hidden:
                found[i] = hint(token.lemma, tokens[i - 1].lemma if i else "")
        return found

    def _weigh(self, content: Content) -> Evidence:
        near: dict[str, dict[str, None]] = {}  # no sets: sums are added up in one order in every run
        never = NEVER_MONEY if self._is_money(content) else frozenset()
        for measure, what in (
            *self._of_words(content),
            *self._of_clause(content),
            *self._of_sentence(content),
            *self._before(content),
        ):
            if measure and measure not in never:
                near.setdefault(measure, {})[what] = None
        own = content.measure if content.sort != "other verb" else None
        of_report = self._of_money() if never else self._of_report()
        return Evidence(
            near,
            of_report,
            self._plain_words(content),
            self._words_of(content.clause),
            content.clause,
            content.sort,
            own,
        )

    def _is_money(self, content: Content) -> bool:
        """Say whether something is a sum, or help that is counted as one: "Hilfe von 50 Millionen Euro"."""
        if content.sort != "generic" or content.place is None:
            return content.sort == "money"
        inside = self.context.quantities_in(content.place.phrase.start, content.place.phrase.end)
        return any(quantity.kind == QuantityKind.MONEY for quantity in inside)

    def _of_words(self, content: Content) -> Iterator[tuple[str | None, str]]:
        if content.sort != "other verb":
            yield content.measure, "lexicon"
        yield self.hints[content.token], "hint"
        if content.place is None:
            return
        for i in range(content.place.phrase.start, content.place.phrase.end):
            if i != content.token:
                token = self.context.tokens[i]
                yield self.hints[i], "hint inside"
                if token.pos in (Pos.ADJ, Pos.ADV):
                    yield self.context.told_by(i), "modifier inside"

    def _of_clause(self, content: Content) -> Iterator[tuple[str | None, str]]:
        for start, end in self.context.clauses[content.clause].own:
            yield from ((self.hints[i], "hint in the clause") for i in self._hints_in(start, end) if i != content.token)
        sense = self.context.sense(content.clause)
        if sense is not None:
            yield sense.measure, "own verb" if sense.own_measure else "verb"

    def _of_sentence(self, content: Content) -> Iterator[tuple[str | None, str]]:
        for other in self.scene.contents[content.sentence]:
            if other.token != content.token and other.measure:
                near = "beside" if other.clause == content.clause else "in the sentence"
                yield other.measure, f"{near} {other.sort}"
                if abs(other.token - content.token) <= CLOSE:
                    yield other.measure, "close"

    def _before(self, content: Content) -> Iterator[tuple[str | None, str]]:
        rank = 0
        for number in range(content.sentence, max(-1, content.sentence - REACH - 1), -1):
            for token, measure in self._named[number]:
                if token < content.token:
                    rank += 1
                    yield measure, LAST[min(rank, RANKS)]
        sentences = self.context.analysis.sentences
        near = self._hints_in(sentences[max(0, content.sentence - 1)].start, sentences[content.sentence].end)
        yield from ((self.hints[i], "hint near") for i in near)

    def _hints_in(self, start: int, end: int) -> Sequence[int]:
        """The tokens of a run that hint at a measure."""
        return self._hinting[bisect_left(self._hinting, start) : bisect_left(self._hinting, end)]

    def _of_report(self) -> dict[str, list[str]]:
        """What the report as a whole says for each measure."""
        if self._report is None:
            self._report = {}
            for measure, what in (*self._of_things(), *self._of_lead()):
                self._report.setdefault(measure, []).append(what)
        return self._report

    def _of_money(self) -> dict[str, list[str]]:
        """The same for sums of money."""
        if self._money is None:
            self._money = {measure: said for measure, said in self._of_report().items() if measure not in NEVER_MONEY}
        return self._money

    def _of_things(self) -> Iterator[tuple[str, str]]:
        """What the report names most: things, and words that go with a measure."""
        things = Counter(
            content.measure
            for row in self.scene.contents
            for content in row
            if content.measure is not None and content.sort in SURE
        )
        words = Counter(hint for hint in self.hints if hint is not None)
        for name, counts in (("main", things), ("words", words)):
            total = counts.total()
            for rank, (measure, count) in enumerate(_ranked(counts)):
                yield measure, f"{name} {min(rank, RANKS)}"
                yield measure, f"{'share' if name == 'main' else 'word share'} {_step(count / total)}"
        civil = {measure: words[measure] + things[measure] for measure in CIVIL}
        if total := sum(civil.values()):
            yield from ((measure, f"civil share {_step(count / total)}") for measure, count in civil.items())
        if self.context.money_is_for:
            yield self.context.money_is_for, "money is for it"

    def _of_lead(self) -> Iterator[tuple[str, str]]:
        opening = self.context.analysis.sentences[:2]
        end = opening[-1].end if opening else 0
        for measure, count in Counter(hint for hint in self.hints[:end] if hint is not None).items():
            yield measure, f"lead {min(count, RANKS)}"

    def _plain_words(self, content: Content) -> list[str]:
        context = self.context
        clause, lemma = context.clauses[content.clause], context.tokens[content.token].lemma
        found = [f"sort {content.sort}", f"unit {context.lexicon.unit(lemma)}"]
        if content.sort not in VERBS:
            found.append(f"noun {lemma.lower()}")
        if clause.verb is not None:
            found.append(f"lemma {clause.verb.lemma}")
        if content.place is not None:
            counted = context.quantities_in(content.place.phrase.start, content.place.phrase.end)
            found.extend(f"counts {quantity.kind}" for quantity in counted[:1])
        return found

    def _words_of(self, clause: int) -> list[str]:
        found = self._words.get(clause)
        if found is None:
            words = (self.context.tokens[i] for i in self.context.own_tokens(self.context.clauses[clause]))
            said = dict.fromkeys([f"word {word.lemma.lower()}" for word in words if word.pos in WORDS])
            found = self._words[clause] = list(said)
        return found


def _named(contents: Sequence[Content]) -> list[tuple[int, str]]:
    """Where the contents of a sentence stand whose measure is their own, with it, the last first."""
    return [(one.token, one.measure) for one in reversed(contents) if one.measure and one.sort in SURE]


def of_actor(spot: Spot) -> str:
    """What an actor is to measures: the sort, of an organisation the name ("actor imf")."""
    sort = sort_of(spot.ref.actor)
    return f"actor {spot.ref.actor if sort == 'organisation' else sort}"


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]


def _step(share: float) -> str:
    return next((str(step) for step in SHARES if share <= step), "1")
