"""Explaining a reading: each sentence's clauses, what the reader saw in them, and what they gave or why nothing.

The same steps as the reader's, looked at from outside: nothing here decides what is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zusage.dossier import Dossier
from zusage.language.analysis import Clause, Phrase, VerbGroup
from zusage.model.quote import Span
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Meeting
from zusage.reading.operators import climb
from zusage.reading.pairs.judgement import Judge
from zusage.reading.pairs.pairing import Scene
from zusage.reading.pairs.statements import learned_candidates
from zusage.reading.positions import Opinion, find_positions
from zusage.reading.report import read_report, set_scene
from zusage.reading.speech import Said
from zusage.workflow.outcomes import Found, Outcomes
from zusage.workflow.silence import need_words, why_nothing
from zusage.workflow.weighing import Weighed, Weighing


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase: its role, words, preposition, and the actors that it stands for."""

    role: str
    words: str
    prep: str | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group, as far as the grammar looks at it."""

    lemma: str
    tense: str
    mood: str
    voice: str
    modals: tuple[str, ...] = ()
    reflexive: bool = False
    negation: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says a clause, in whose words, by which rule and which words."""

    speakers: tuple[str, ...]
    voice: str
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """The sense that the lexicon gave a verb."""

    kind: str
    value: str | None
    measure: str | None
    content: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The operators over a clause: their joint firmness, the rules, the clauses climbed, and what blocks it all."""

    firmness: str | None
    rules: tuple[str, ...]
    clauses: tuple[int, ...]
    blocked: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedClause:
    """One clause; ``depth`` is how many clauses it hangs under, ``silent`` why it gave nothing (empty if it gave)."""

    number: int
    depth: int
    words: str
    kind: str
    link: str
    parent: int | None
    marker: str | None
    question: bool
    verb: Verb | None
    subject: Part | None
    subject_shared: bool
    phrases: tuple[Part, ...]
    said: Saying | None
    sense: Meaning | None
    ladder: Ladder
    found: tuple[Found, ...]
    silent: str
    weighed: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with its clauses, outermost first."""

    number: int
    words: str
    span: Span
    clauses: tuple[ExplainedClause, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report's sentences; ``reading`` holds everything that was found, what certainty keeps back included."""

    reading: Reading
    sentences: tuple[ExplainedSentence, ...]


def explain(report: Report, dossier: Dossier) -> Explanation:
    """Read a report and say of each clause what the reader saw in it and what came of it."""
    reading = read_report(report, dossier, keep_all=True)
    scene = set_scene(reading.report, dossier)
    context = scene.context
    opinions = find_positions(context, scene.said, scene.candidates)
    looking = _Looking(scene, opinions, Outcomes(reading, dossier))
    sentences = []
    for number, sentence in enumerate(context.analysis.sentences):
        words = context.analysis.words(sentence.start, sentence.end)
        tokens = context.tokens
        span = Span(tokens[sentence.start].start, tokens[sentence.end - 1].end) if words else Span(0, 0)
        clauses = tuple(looking.explain(index) for index in sentence.clauses)
        sentences.append(ExplainedSentence(number, words, span, clauses))
    return Explanation(reading, tuple(sentences))


class _Looking:
    """One report under the glass: its context, and what the grammar made of each clause."""

    def __init__(
        self,
        scene: Scene,
        opinions: Sequence[Opinion],
        outcomes: Outcomes,
    ) -> None:
        self.context = scene.context
        self.said = scene.said
        self.weighing = Weighing(judge := Judge(scene))
        self.candidates = (*scene.candidates, *learned_candidates(judge, self.weighing.judged))
        self.opinions = opinions
        self.outcomes = outcomes
        self.told = self._told(outcomes.reading)

    def explain(self, index: int) -> ExplainedClause:
        """Explain one clause."""
        context, clause = self.context, self.context.clauses[index]
        chain = climb(context, index)
        found = tuple(self._found(index))
        return ExplainedClause(
            number=index,
            depth=self._depth(index),
            words=context.analysis.words(clause.start, clause.end),
            kind=str(clause.kind),
            link=str(clause.link),
            parent=clause.parent,
            marker=clause.marker,
            question=clause.question,
            verb=self._verb(clause, clause.verb) if clause.verb is not None else None,
            subject=self._part(clause.subject) if clause.subject is not None else None,
            subject_shared=clause.subject_shared,
            phrases=tuple(self._part(phrase) for phrase in clause.phrases if phrase is not clause.subject),
            said=self._saying(self.said[index]),
            sense=self._meaning(index),
            ladder=Ladder(
                str(chain.firmness) if chain.firmness else None, chain.rules, chain.clauses[1:], chain.blocked
            ),
            found=found,
            silent="" if found else why_nothing(context, index, chain.blocked, self.candidates),
            weighed=self.weighing.of_clause(index),
        )

    def _depth(self, index: int) -> int:
        depth, seen = 0, {index}
        sentence = self.context.clauses[index].sentence
        while (parent := self.context.clauses[index].parent) is not None and parent not in seen:
            if self.context.clauses[parent].sentence != sentence:
                break
            seen.add(parent)
            index, depth = parent, depth + 1
        return depth

    def _verb(self, clause: Clause, verb: VerbGroup) -> Verb:
        negation = self.context.tokens[clause.negation].text if clause.negation is not None else None
        return Verb(verb.lemma, str(verb.tense), str(verb.mood), str(verb.voice), verb.modals, verb.reflexive, negation)

    def _part(self, phrase: Phrase) -> Part:
        actors = dict.fromkeys(ref.person or ref.actor or "?" for ref in self.context.actors(phrase))
        return Part(str(phrase.role), self.context.words(phrase), phrase.prep, tuple(actors))

    def _saying(self, said: Said | None) -> Saying | None:
        if said is None:
            return None
        speakers = tuple(dict.fromkeys(ref.person or ref.actor or "?" for ref in said.speakers))
        return Saying(speakers, str(said.voice), said.rule, self.context.analysis.words(said.start, said.end))

    def _meaning(self, index: int) -> Meaning | None:
        sense = self.context.sense(index)
        if sense is None:
            return None
        return Meaning(
            sense.kind, sense.value, sense.measure, sense.content, tuple(need_words(need) for need in sense.needs)
        )

    def _found(self, index: int) -> Iterator[Found]:
        for candidate in self.candidates:
            if candidate.clauses[0] == index:
                yield self.outcomes.of_candidate(candidate, self.context.quote_clauses(candidate.clauses))
        for opinion in self.opinions:
            if opinion.clauses[0] == index:
                yield self.outcomes.of_opinion(opinion, self.context.quote_clauses(opinion.clauses))
        for statement in self.told.get(index, ()):
            yield self.outcomes.of_statement(statement)

    def _told(self, reading: Reading) -> Mapping[int, tuple[Meeting | Attendance, ...]]:
        """Meetings and attendance by the clause in which their words begin."""
        found: dict[int, tuple[Meeting | Attendance, ...]] = {}
        told: Iterable[Meeting | Attendance] = (*reading.meetings, *reading.attendance)
        for statement in told:
            if statement.quote is not None and (index := self._clause_at(statement.quote.start)) is not None:
                found[index] = (*found.get(index, ()), statement)
        return found

    def _clause_at(self, start: int) -> int | None:
        inside = [
            index
            for index, clause in enumerate(self.context.clauses)
            if any(
                self.context.tokens[a].start <= start < self.context.tokens[b - 1].end for a, b in clause.own if a < b
            )
        ]
        return inside[-1] if inside else None
