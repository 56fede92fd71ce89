"""Who says it: the speaker of each clause, and in whose words.

Rules, in this order; the first that gives a speaker wins:

1. the clause hangs on a verb of saying as its complement: "Merz sagte, Deutschland werde helfen";
2. a parenthesis names the speaker: "…, sagte er", "…, wie der Kanzler mitteilte", "…, she said";
3. a phrase does: "nach Angaben des Ministeriums", "laut Polizei", "according to the ministry";
4. a name and a colon stand before it: "Macron: 26 countries …";
5. the sentence stands in the Konjunktiv I and follows a sentence of somebody ("Er habe …", "An der Front werde …");
6. the sentence stands in quotation marks and follows or precedes one of somebody.

Source: codebook, sections 2 (`speaker`, `voice`).
"""

from __future__ import annotations

from dataclasses import dataclass

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Role
from zusage.model.values import Voice
from zusage.reading.actors import ActorRef
from zusage.reading.context import Context
from zusage.reading.lexicon import words

SAYING = frozenset({"say", "ask", "deny", "position", "expect", "commit", "refuse"})
"""Classes of verbs whose subject says the complement."""

SOURCES = words("source-preps")
LEAST_QUESTIONS = 3
LONGEST_QUESTION = 250

SPEECH_ACTS = words("speech-acts")
"""Verbs of promising and refusing by which the subject itself says it."""

SOURCE_NOUNS = words("source-nouns")
"""Nouns that with "nach" name a source: "nach Angaben von", "nach den Worten"."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says a clause, by which rule and which words; ``start``/``end`` are the tokens of the cue."""

    speakers: tuple[ActorRef, ...]
    voice: Voice
    rule: str
    start: int
    end: int

    @property
    def speaker(self) -> ActorRef | None:
        """The first speaker."""
        return self.speakers[0] if self.speakers else None


def attribute(context: Context) -> tuple[Said | None, ...]:
    """Find for each clause who says it; None: the outlet itself."""
    found: list[Said | None] = [None] * len(context.clauses)
    last: Said | None = None
    asked = interviewee(context)
    paragraph = -1
    for number, sentence in enumerate(context.analysis.sentences):
        if context.paragraph_of[number] != paragraph:
            paragraph = context.paragraph_of[number]
            last = last if last is not None and _is_carried(context, sentence.clauses) else None
        colon = _before_colon(context, sentence.start, sentence.end) or _after_so(context, sentence.start, sentence.end)
        for index in sentence.clauses:
            found[index] = _own(context, index) or _inherited(context, index, found) or colon
            if found[index] is None and last is not None and context.clauses[index].parent is None:
                found[index] = _carried(context, index, last)
            if found[index] is None and asked is not None and sentence.start > asked.end:
                found[index] = asked
        before = _said_before(context, sentence.clauses)
        if before is not None and number:
            for index in context.analysis.sentences[number - 1].clauses:
                found[index] = found[index] or before
        last = _speaker_after(context, sentence.clauses, found) or (
            last if _is_carried(context, sentence.clauses) else None
        )
    return tuple(found)


def interviewee(context: Context) -> Said | None:
    """Who answers, if the report is an interview: three or more paragraphs that are questions; the first person named."""
    text = context.analysis.text
    questions = sum(1 for line in text.split("\n") if line.rstrip().endswith("?") and len(line) < LONGEST_QUESTION)
    if questions < LEAST_QUESTIONS:
        return None
    for mention in context.who.mentions:
        if mention.person is not None and mention.actor is not None:
            ref = ActorRef(mention.actor, mention.person, mention.authority, mention, "interview")
            return Said((ref,), Voice.QUOTED, "interview", mention.start, mention.end)
    return None


def _said_before(context: Context, clauses: tuple[int, ...]) -> Said | None:
    """The speaker of the sentence before: "Das stellte der Minister am Freitag klar.", "That is what the envoy said."."""
    for index in clauses[:1]:
        sense = context.sense(index)
        clause = context.clauses[index]
        if sense is None or sense.kind != "say" or any(True for _ in context.linked(index, Link.COMPLEMENT)):
            continue
        first = next((i for i in context.own_tokens(clause) if context.tokens[i].pos != Pos.PUNCT), None)
        if first is not None and context.tokens[first].lower in {"das", "dies", "this", "that"}:
            refs = context.actors(clause.subject)
            if refs:
                return Said(refs, Voice.REPORTED, "said in the next sentence", clause.start, clause.end)
    return None


def _own(context: Context, index: int) -> Said | None:
    clause = context.clauses[index]
    for child in context.children[index]:
        if _is_parenthesis(context, child):
            said = _from_saying(context, child, "parenthesis")
            if said is not None:
                return said
    if clause.link == Link.COMPLEMENT and clause.parent is not None:
        sense = context.sense(clause.parent)
        if sense is not None and sense.kind in SAYING:
            said = _from_saying(context, clause.parent, "complement")
            if said is not None and clause.kind != ClauseKind.INFINITIVE:
                return said
    return _from_phrase(context, clause)


def _is_parenthesis(context: Context, index: int) -> bool:
    """Say whether a clause names the speaker of the one it hangs on: ", sagte er", ", wie X mitteilte", ", she said"."""
    clause = context.clauses[index]
    if clause.link == Link.PARENTHESIS:
        return True
    sense = context.sense(index)
    if sense is None or sense.kind not in ("say", "position") or clause.verb is None or clause.kind != ClauseKind.MAIN:
        return False
    if sense.kind == "position" and (context.content_phrases(index, sense) or context.children[index]):
        return False
    if clause.link not in (Link.COMPLEMENT, Link.COORDINATE):
        return False
    first = next((i for i in context.own_tokens(clause) if context.tokens[i].pos != Pos.PUNCT), None)
    if first is None or context.tokens[first].pos == Pos.CCONJ:
        return False
    return first == clause.verb.finite or (clause.link == Link.COORDINATE and context.analysis.language == "en")


def _from_saying(context: Context, index: int, rule: str) -> Said | None:
    clause = context.clauses[index]
    if clause.verb is None:
        return None
    subject = clause.subject
    if clause.verb.voice != "active":
        subject = next(iter(clause.with_role(Role.AGENT)), None)
    speakers = context.actors(subject)
    if (
        subject is None and rule == "parenthesis"
    ):  # "posts the prime minister": behind its verb, a subject may pass for an object
        speakers = tuple(r for p in clause.with_role(Role.OBJECT, Role.OTHER) for r in context.actors(p) if r.person)
    if not speakers:
        preps = (
            ("aus", "von", "from")
            if subject is not None and not _is_empty(context, subject)
            else ("aus", "von", "in", "from")
        )
        speakers = tuple(
            ref for p in clause.phrases if p.prep in preps for ref in context.who.actors_at(p.head, places=True)
        )
    if not speakers and rule == "complement":
        return None
    return Said(speakers, Voice.REPORTED, rule, clause.start, clause.end)


def _is_empty(context: Context, subject: Phrase) -> bool:
    return context.head(subject).lower in {"es", "it"}


def _from_phrase(context: Context, clause: Clause) -> Said | None:
    for phrase in clause.phrases:
        if is_source(context, phrase):
            refs = context.actors(phrase) or tuple(r for part in phrase.dependents for r in context.actors(part))
            if not refs and any(context.tokens[i].lemma.lower() == "eigen" for i in context.inner_tokens(phrase)):
                refs = context.actors(clause.subject)  # "nach eigenen Angaben"
            return Said(refs, Voice.REPORTED, "source phrase", phrase.start, phrase.end)
    return None


def is_source(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names a source: "nach Angaben des Ministeriums", "laut …", "according to …"."""
    if phrase.prep is None:
        return False
    return phrase.prep in SOURCES or (phrase.prep == "nach" and context.head(phrase).lemma.lower() in SOURCE_NOUNS)


def _inherited(context: Context, index: int, found: list[Said | None]) -> Said | None:
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


def _before_colon(context: Context, start: int, end: int) -> Said | None:
    for i in range(start, min(end - 1, start + 8)):
        if context.tokens[i].text == ":":
            if any(context.tokens[k].pos in (Pos.VERB, Pos.AUX) for k in range(start, i)):
                return None
            refs = context.who.actors_in(start, i)
            return Said(refs, Voice.REPORTED, "name before a colon", start, i) if refs else None
    return None


def _after_so(context: Context, start: int, end: int) -> Said | None:
    """The speaker behind "so": "…, so Außenamtssprecherin X", "…, so der Minister"."""
    for i in range(end - 1, start, -1):
        if context.tokens[i].lower == "so" and context.tokens[i - 1].text in {",", "“", '"'} and i + 1 < end:
            refs = context.who.actors_in(i + 1, min(i + 8, end))
            if refs:
                return Said(refs[:1], Voice.REPORTED, "so and a name", i, min(i + 4, end))
    return None


def _is_carried(context: Context, clauses: tuple[int, ...]) -> bool:
    """Say whether a sentence goes on with what somebody says: Konjunktiv I in its main clause, or quotation marks."""
    roots = [context.clauses[i] for i in clauses if context.clauses[i].parent is None]
    if not roots:
        return False
    sentence = context.analysis.sentences[roots[0].sentence]
    return sentence.quoted or any(c.verb is not None and c.verb.mood == Mood.REPORTED for c in roots)


def _carried(context: Context, index: int, last: Said) -> Said | None:
    clause = context.clauses[index]
    if context.analysis.sentences[clause.sentence].quoted:
        return Said(last.speakers, Voice.QUOTED, "quotation goes on", last.start, last.end)
    if clause.verb is not None and clause.verb.mood == Mood.REPORTED:
        return Said(last.speakers, Voice.REPORTED, "Konjunktiv goes on", last.start, last.end)
    return None


def _speaker_after(context: Context, clauses: tuple[int, ...], found: list[Said | None]) -> Said | None:
    """The speaker whom the next sentence may go on with: of this sentence's words, or the subject who does something."""
    for index in clauses:
        said = found[index]
        if said is not None and said.speakers:
            return said
    for index in clauses:
        clause = context.clauses[index]
        sense = context.sense(index)
        if clause.parent is None and clause.verb is not None and sense is not None and sense.kind in SAYING:
            refs = context.actors(clause.subject)
            if refs:
                return Said(refs, Voice.REPORTED, "subject of the sentence before", clause.start, clause.end)
    return None
