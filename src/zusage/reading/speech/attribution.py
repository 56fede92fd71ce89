"""Who says it: the speaker of each clause, and in whose words.

Rules, in this order; the first that gives a speaker wins:

1. a parenthesis names the speaker: "…, sagte er", "…, wie der Kanzler mitteilte", "…, she said";
2. the clause hangs on a verb of saying as its complement: "Merz sagte, Deutschland werde helfen";
3. a phrase does: "nach Angaben des Ministeriums", "laut Polizei", "according to the ministry";
4. a name and a colon stand before it: "Macron: 26 countries …";
5. the sentence stands in the Konjunktiv I and follows a sentence of somebody ("Er habe …", "An der Front werde …");
6. the sentence stands in quotation marks and follows or precedes one of somebody.

Source: codebook, sections 2 (`speaker`, `voice`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Role, Sentence
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech.frames import SAYING, first_word, frame_speech
from zusage.reading.speech.interviews import interviewee
from zusage.reading.speech.model import Form, Said, Speech
from zusage.reading.speech.quotations import quote_speech
from zusage.reading.speech.sources import after_so, before_colon, phrase_speech
from zusage.reading.speech.speakers import DEFINITE, phrase_run, who_says

TELLING = SAYING | {"judge"}
BACK = frozenset({"das", "dies", "this", "that", "so"})

SPEECH_ACTS = words("speech-acts")
"""Verbs of promising and refusing by which the subject itself says it."""


def attribute(context: Context) -> tuple[Said | None, ...]:
    """Find for each clause who says it; None: the outlet itself."""
    said, _ = _attribution(context)
    return tuple(Said(s.speakers, s.voice, s.rule, s.told) if s is not None else None for s in said)


def find_speech(context: Context) -> tuple[Speech, ...]:
    """Find all that is said in a report, in document order: messages with the words that say whose they are."""
    _, speeches = _attribution(context)
    return tuple(sorted(speeches, key=lambda s: s.message[0]))


def _attribution(context: Context) -> tuple[list[Speech | None], list[Speech]]:
    """The speech of each clause, and all speech of the report."""
    clauses = range(len(context.clauses))
    framed = [s for index in clauses for s in frame_speech(context, index)]
    framed.sort(key=lambda s: s.rule != "parenthesis")
    framed.extend(s for index in clauses for s in phrase_speech(context, index))
    speeches = quote_speech(context, framed)
    walk = _Walk(context, _hosts(context, speeches))
    walk.run()
    return walk.found, [s for s in (*speeches, *walk.free) if s.message]


def _hosts(context: Context, speeches: Sequence[Speech]) -> dict[int, Speech]:
    """The speech that a clause is the outermost one of; the first rule that names somebody wins."""
    hosts: dict[int, Speech] = {}
    for speech in speeches:
        if speech.rule == "infinitive":
            continue
        for host in speech.clauses:
            if speech.rule != "complement" or context.clauses[host].kind != ClauseKind.INFINITIVE:
                hosts.setdefault(host, speech)
    return hosts


@dataclass
class _Walk:
    """The sentences in order, with the speaker whom the next one may go on with."""

    context: Context
    hosts: Mapping[int, Speech]
    found: list[Speech | None] = field(default_factory=list)
    free: list[Speech] = field(default_factory=list)

    def run(self) -> None:
        context = self.context
        self.found = [None] * len(context.clauses)
        last: Speech | None = None
        asked = interviewee(context)
        paragraph = -1
        for number, sentence in enumerate(context.analysis.sentences):
            carried = _is_carried(context, sentence)
            if context.paragraph_of[number] != paragraph:
                paragraph = context.paragraph_of[number]
                last = last if carried else None
            self._sentence(sentence, last)
            if asked is not None and sentence.start > asked.told[-1][1]:
                for index in sentence.clauses:
                    said = self.found[index]
                    self.found[index] = said if said is not None and said.speakers else asked
            before = _said_before(context, sentence.clauses)
            if before is not None and number:
                for index in context.analysis.sentences[number - 1].clauses:
                    self.found[index] = self.found[index] or before
            last = _speaker_after(context, sentence.clauses, self.found) or (last if carried else None)

    def _sentence(self, sentence: Sentence, last: Speech | None) -> None:
        context = self.context
        whole = before_colon(context, sentence) or after_so(context, sentence)
        for index in sentence.clauses:
            said = self.hosts.get(index) or _inherited(context, index, self.found) or whole
            if said is None and last is not None and context.clauses[index].parent is None:
                said = self._carried(index, last)
            self.found[index] = said

    def _carried(self, index: int, last: Speech) -> Speech | None:
        clause = self.context.clauses[index]
        sentence = self.context.analysis.sentences[clause.sentence]
        if not sentence.quoted and (clause.verb is None or clause.verb.mood != Mood.REPORTED):
            return None
        speech = Speech(
            message=((sentence.start, sentence.end),),
            form=Form.DIRECT if sentence.quoted else Form.FREE,
            rule="quotation goes on" if sentence.quoted else "Konjunktiv goes on",
            told=last.told,
            source=last.source,
            speakers=last.speakers,
            clauses=(index,),
        )
        self.free.append(speech)
        return speech


def _said_before(context: Context, clauses: tuple[int, ...]) -> Speech | None:
    """The speaker of the sentence before: "Das stellte der Minister klar.", "Diese Summe nannte …", "That is what … said."."""
    for index in clauses[:1]:
        sense = context.sense(index)
        clause = context.clauses[index]
        if sense is None or sense.kind not in TELLING or any(True for _ in context.linked(index, Link.COMPLEMENT)):
            continue
        if not _points_back(context, clause):
            continue
        phrases = (clause.subject, *clause.with_role(Role.OBJECT, Role.OTHER))  # "Das stellte Ministerin Kask klar"
        told = next((p for p in phrases if p is not None and context.actors(p)), None)
        if told is not None:
            return _of_phrase(context, index, told, "said in the next sentence")
    return None


def _points_back(context: Context, clause: Clause) -> bool:
    """Say whether a clause opens with "das", "that", or has an object like "diese Summe", "this stance"."""
    first = first_word(context, clause)
    if first is not None and context.tokens[first].lower in BACK and context.tokens[first].pos is not Pos.SCONJ:
        if context.tokens[first].lower not in DEFINITE or context.tokens[first].pos is Pos.PRON:
            return True
        return context.tokens[first + 1].pos in (Pos.VERB, Pos.AUX)
    objects = clause.with_role(Role.OBJECT)
    return any(context.tokens[p.start].lower.startswith(("dies", "this")) for p in objects)


def _inherited(context: Context, index: int, found: Sequence[Speech | None]) -> Speech | None:
    clause = context.clauses[index]
    if clause.parent is None or clause.link == Link.PARENTHESIS or clause.parent >= len(found):
        return None
    if clause.link == Link.COORDINATE:
        parent = context.clauses[clause.parent]
        if clause.verb is not None and parent.verb is not None and _changes_mood(clause, parent):
            return None
    return found[clause.parent]


def _changes_mood(clause: Clause, parent: Clause) -> bool:
    assert clause.verb is not None  # noqa: S101 - the caller looked
    assert parent.verb is not None  # noqa: S101
    return parent.verb.mood == Mood.REPORTED and clause.verb.mood == Mood.INDICATIVE and clause.kind == ClauseKind.MAIN


def _is_carried(context: Context, sentence: Sentence) -> bool:
    """Say whether a sentence goes on with what somebody says: Konjunktiv I in its main clause, or quotation marks."""
    roots = [context.clauses[i] for i in sentence.clauses if context.clauses[i].parent is None]
    return bool(roots) and (sentence.quoted or any(c.verb is not None and c.verb.mood == Mood.REPORTED for c in roots))


def _speaker_after(context: Context, clauses: tuple[int, ...], found: Sequence[Speech | None]) -> Speech | None:
    """The speaker whom the next sentence may go on with: of this sentence's words, or the subject who does something."""
    for index in clauses:
        said = found[index]
        if said is not None and (said.speakers or said.source is not None):
            return said
    for index in clauses:
        clause = context.clauses[index]
        if clause.parent is None and clause.verb is not None and clause.subject is not None:
            source, refs = who_says(context, index)
            if source is not None:
                speech = _of_phrase(context, index, clause.subject, "subject of the sentence before")
                return replace(speech, source=source, speakers=refs)
    return None


def _of_phrase(context: Context, index: int, phrase: Phrase, rule: str) -> Speech:
    clause = context.clauses[index]
    return Speech(
        message=(),
        form=Form.INDIRECT,
        rule=rule,
        told=clause.own,
        source=phrase_run(phrase),
        speakers=context.actors(phrase),
    )
