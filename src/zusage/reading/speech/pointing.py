"""Sentences that tell whose the one before was.

Examples: "Das stellte die Ministerin klar.", "Diese Summe nannte er am Freitag.", "That is what she said.".
"""

from __future__ import annotations

from zusage.language.analysis import Clause, Link, Phrase, Pos, Role, Sentence
from zusage.reading.context import Context
from zusage.reading.speech.frames import FINDING, SAYING, cue_of, first_word
from zusage.reading.speech.model import Form, Speech
from zusage.reading.speech.spans import message
from zusage.reading.speech.speakers import DEFINITE, phrase_run, who_says

TELLING = SAYING | {"judge"}
SHORT = 3
"""Words up to the noun of "diese umstrittene Haltung"."""

BACK = frozenset({"das", "dies", "this", "that", "so"})


def points_back(context: Context, sentence: Sentence, before: Sentence) -> Speech | None:
    """The speech of the sentence before, by this one's words; None if they tell nothing of it."""
    for index in sentence.clauses[:1]:
        clause, sense = context.clauses[index], context.sense(index)
        tells = sense is not None and sense.kind in TELLING
        found = clause.verb is not None and clause.verb.lemma in FINDING
        if not (tells or found) or any(True for _ in context.linked(index, Link.COMPLEMENT)):
            continue
        first = first_word(context, clause)
        if first is None or not _is_pointer(context, clause, first):
            continue
        told = _teller(context, index)
        if told is None:
            continue
        pointed = context.tokens[first].lower in BACK
        return Speech(
            message=(*message(context, (before.start, before.end)), (first, first + 1)) if pointed else (),
            form=Form.INDIRECT,
            rule="said in the next sentence",
            told=clause.own,
            source=phrase_run(told),
            cue=cue_of(context, clause),
            frame=((first + 1, sentence.end),),
            speakers=context.actors(told) or tuple(r for part in told.dependents for r in context.actors(part)),
            clauses=before.clauses,
        )
    return None


def _is_pointer(context: Context, clause: Clause, first: int) -> bool:
    """Say whether a clause opens with "das", "that", or has an object like "diese Summe", "this stance"."""
    token = context.tokens[first]
    if token.lower in BACK and token.pos is not Pos.SCONJ:
        if token.lower not in DEFINITE or token.pos is Pos.PRON:
            return True
        return context.tokens[first + 1].pos in (Pos.VERB, Pos.AUX)
    objects = (p for p in clause.with_role(Role.OBJECT) if 1 < p.head - p.start + 1 <= SHORT)
    return any(context.tokens[p.start].lower.startswith(("dies", "this")) for p in objects)


def _teller(context: Context, index: int) -> Phrase | None:
    """The phrase that names who: with actors, "aus dem Bericht", or the subject; "das" itself is none."""
    clause = context.clauses[index]
    phrases = [p for p in (clause.subject, *clause.with_role(Role.OBJECT, Role.OTHER)) if p is not None]
    named = next((p for p in phrases if context.actors(p)), None)
    if named is not None:
        return named
    if _is_pointer_subject(context, clause):  # "Das teilte die Werft mit": its subject passes for the object
        objects = [p for p in clause.with_role(Role.OBJECT) if p.prep is None]
        if objects:
            return objects[0]
    out_of = next((p for p in clause.phrases if p.prep == "aus"), None)
    source, _ = who_says(context, index)
    subject = clause.subject
    is_named = subject is not None and source is not None and context.head(subject).pos in (Pos.NOUN, Pos.PROPN)
    return subject if is_named else out_of


def _is_pointer_subject(context: Context, clause: Clause) -> bool:
    """Say whether "das" or "dies" passes for the subject."""
    return clause.subject is not None and context.head(clause.subject).lower in BACK
