"""What goes on after somebody's words: the sentences of a report in order, with the speaker whom the next may go on with.

1. A sentence in the Konjunktiv I, or in quotation marks, goes on with who spoke in the sentence before, or up to three
   sentences before in the same paragraph; else with the subject of the sentence before. An English one with "would" goes
   on with who spoke right before.
2. "Demnach" opens what the sentence before has told of.
3. "Das stellte die Ministerin klar" tells whose the sentence before was.
4. Across paragraphs a speech goes on only in the Konjunktiv or in quotation marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Sentence
from zusage.reading.context import Context
from zusage.reading.speech.interviews import interviewee
from zusage.reading.speech.model import Form, Speech
from zusage.reading.speech.pointing import points_back
from zusage.reading.speech.sources import after_so, before_colon
from zusage.reading.speech.speakers import phrase_run, who_says

REACH = 3
"""Sentences without a speaker over which somebody's words may go on."""


@dataclass
class Walk:
    """One walk through a report. ``found``: the speech of each clause; ``free``: speech that the walk has added."""

    context: Context
    hosts: Mapping[int, Speech]
    found: list[Speech | None] = field(default_factory=list)
    free: list[Speech] = field(default_factory=list)
    last: Speech | None = None
    subject: Speech | None = None
    age: int = 0

    def run(self) -> None:
        """Walk through all sentences."""
        context = self.context
        self.found = [None] * len(context.clauses)
        asked = interviewee(context)
        for number, sentence in enumerate(context.analysis.sentences):
            if number and context.paragraph_of[number] != context.paragraph_of[number - 1]:
                self._open_paragraph(sentence)
            self._sentence(sentence)
            if asked is not None and sentence.start > asked.told[-1][1]:
                self._ask(sentence, asked)
            self._point_back(number)
            self._remember(sentence)

    def _open_paragraph(self, sentence: Sentence) -> None:
        if self.age or not self._is_carried(sentence):
            self.last = self.subject = None

    def _is_carried(self, sentence: Sentence) -> bool:
        """Say whether a sentence goes on with what somebody says: Konjunktiv I in its main clause, or quotation marks."""
        roots = [c for i in sentence.clauses if (c := self.context.clauses[i]).parent is None]
        return bool(roots) and (sentence.quoted or any(is_reported(c) for c in roots))

    def _sentence(self, sentence: Sentence) -> None:
        context = self.context
        whole = before_colon(context, sentence) or after_so(context, sentence)
        for index in sentence.clauses:
            said = self._hosted(index) or self._inherited(index) or whole or self._behind_colon(index, sentence)
            if said is None and context.clauses[index].parent is None:
                said = self._carried(index)
            elif said is not None and said.rule == "demnach" and (last := self._teller()) is not None:
                said = replace(said, speakers=last.speakers, told=last.told)
            self.found[index] = said

    def _hosted(self, index: int) -> Speech | None:
        """The speech that a clause opens; nobody's own stays with who speaks around it: "sagte, klar sei, dass …"."""
        said = self.hosts.get(index)
        if said is not None and said.rule == "complement" and not said.speakers and said.source is None:
            return self._inherited(index) or said
        return said

    def _inherited(self, index: int) -> Speech | None:
        clause = self.context.clauses[index]
        if clause.parent is None or clause.link == Link.PARENTHESIS or clause.parent >= len(self.found):
            return None
        if clause.link == Link.COORDINATE and _changes_mood(clause, self.context.clauses[clause.parent]):
            return None
        return self.found[clause.parent]

    def _behind_colon(self, index: int, sentence: Sentence) -> Speech | None:
        """Reported words behind a colon are the subject's before it: "**Peru** bat um Verständnis: Man könne nichts geben"."""
        clause, colon = self.context.clauses[index], self.context.clauses[index].start - 1
        if clause.parent is not None and self.context.clauses[clause.parent].start > colon:
            return None
        if colon <= sentence.start or self.context.tokens[colon].text != ":" or not is_reported(clause):
            return None
        before = max((i for i in sentence.clauses if self.context.clauses[i].start < colon), default=None)
        subject = self.context.clauses[before].subject if before is not None else None
        refs = who_says(self.context, before)[1] if before is not None else ()
        if before is None or subject is None or not refs:
            return None
        speech = Speech(
            message=((clause.start, sentence.end),),
            form=Form.INDIRECT,
            rule="behind a colon",
            told=self.context.clauses[before].own,
            source=phrase_run(subject),
            frame=((sentence.start, clause.start),),
            speakers=refs,
            clauses=(index,),
        )
        self.free.append(speech)
        return speech

    def _carried(self, index: int) -> Speech | None:
        clause = self.context.clauses[index]
        sentence = self.context.analysis.sentences[clause.sentence]
        last = self._teller()
        is_back = self.age == 0 and last is self.last and is_shifted(self.context, index)
        if last is None or not (sentence.quoted or is_reported(clause) or is_back):
            return None
        speech = Speech(
            message=((sentence.start, sentence.end),),
            form=Form.DIRECT if sentence.quoted else Form.FREE,
            rule="quotation goes on" if sentence.quoted else "tense goes on" if is_back else "Konjunktiv goes on",
            told=last.told,
            source=last.source,
            speakers=last.speakers,
            clauses=(index,),
        )
        self.free.append(speech)
        return speech

    def _teller(self) -> Speech | None:
        """Who spoke last, or the subject of the sentence before if that is somebody who can."""
        if self.last is not None and (self.age == 0 or self.subject is None or not self.subject.speakers):
            return self.last
        return self.subject

    def _ask(self, sentence: Sentence, asked: Speech) -> None:
        for index in sentence.clauses:
            said = self.found[index]
            self.found[index] = said if said is not None and said.speakers else asked

    def _point_back(self, number: int) -> None:
        sentences = self.context.analysis.sentences
        speech = points_back(self.context, sentences[number], sentences[number - 1]) if number else None
        if speech is None:
            return
        before = sentences[number - 1].clauses
        if speech.message and all(self.found[index] is None for index in before):
            self.free.append(speech)
        for index in before:
            self.found[index] = self.found[index] or speech

    def _remember(self, sentence: Sentence) -> None:
        """Keep who spoke in a sentence, and its subject."""
        told = (self.found[index] for index in sentence.clauses)
        said = next((s for s in told if s is not None and (s.speakers or s.source is not None)), None)
        if said is not None:
            self.last, self.subject, self.age = said, None, 0
            return
        self.subject = self._subject_of(sentence)
        self.age += 1
        if self.age > REACH:
            self.last = None

    def _subject_of(self, sentence: Sentence) -> Speech | None:
        for index in sentence.clauses:
            clause = self.context.clauses[index]
            if clause.parent is not None or clause.verb is None or clause.subject is None:
                continue
            source, refs = who_says(self.context, index)
            if source is not None:
                return Speech(
                    message=(),
                    form=Form.INDIRECT,
                    rule="subject of the sentence before",
                    told=clause.own,
                    source=phrase_run(clause.subject),
                    speakers=refs,
                )
        return None


def is_reported(clause: Clause) -> bool:
    """Say whether a clause stands in the Konjunktiv I."""
    return clause.verb is not None and clause.verb.mood == Mood.REPORTED


def is_shifted(context: Context, index: int) -> bool:
    """Say whether an English sentence keeps the tense of reported speech: "She said … . Oslo would pay."."""
    clause = context.clauses[index]
    if context.analysis.language != "en" or clause.verb is None or clause.kind != ClauseKind.MAIN:
        return False
    if any(True for _ in context.linked(index, Link.CONDITION)):
        return False
    return "would" in clause.verb.modals


def _changes_mood(clause: Clause, parent: Clause) -> bool:
    if clause.verb is None or parent.verb is None or clause.kind != ClauseKind.MAIN:
        return False
    return parent.verb.mood == Mood.REPORTED and clause.verb.mood == Mood.INDICATIVE
