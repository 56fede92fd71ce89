"""Who says it by the words of one clause: its subject, and whom an office or a description without a name takes up.

Source: codebook, section 1 (a person in office acts for what the office belongs to) and 2 (`speaker`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, Phrase, Pos, Role
from zusage.reading.actors import ActorRef, Gender, Mention, MentionKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech.model import Run, Speech

EMPTY = words("expletives")
DEFINITE = words("definite-articles")
LAST_STATE = "the state last spoken of"
"""The reason of an actor that was only guessed."""

PRONOUNS = {"he": Gender.MASCULINE, "er": Gender.MASCULINE, "she": Gender.FEMININE, "sie": Gender.FEMININE}
REACH = 3
"""Sentences back to the person whom a description takes up."""

FAR = 12
"""Sentences back to an official told of in the same word."""

Refs = tuple[ActorRef, ...]


def who_says(context: Context, index: int, *, aside: bool = False) -> tuple[Run | None, Refs]:
    """The words that name who says it, and the actors they stand for: the subject, a passive's agent, "aus Prag".

    ``aside``: a clause set into what is said; behind its verb a subject may pass for an object ("posts the minister").
    """
    clause = context.clauses[index]
    subject: Phrase | None = clause.subject
    if clause.verb is not None and clause.verb.voice != "active":
        subject = next(iter(clause.with_role(Role.AGENT)), None)
    is_empty = subject is None or context.head(subject).lower in EMPTY
    speakers = _of_subject(context, subject)
    if (inserted := _inserted(context, clause)) is not None:
        return phrase_run(inserted), context.actors(inserted)
    if subject is None and aside:
        for phrase in clause.with_role(Role.OBJECT, Role.OTHER):
            refs = tuple(ref for ref in context.actors(phrase) if ref.person)
            if refs:
                return phrase_run(phrase), refs
    if not speakers:
        preps = ("aus", "von", "in", "from") if is_empty else ("aus", "von", "from")
        for phrase in clause.phrases:
            if phrase.prep in preps:
                refs = context.who.actors_at(phrase.head, places=True) or _of_subject(context, phrase)
                if refs:
                    return phrase_run(phrase if is_empty or subject is None else subject), refs
    return (None if is_empty or subject is None else phrase_run(subject)), speakers


def _inserted(context: Context, clause: Clause) -> Phrase | None:
    """Who says it where the words set in pass for the clause: "Lettland, **betonte Minister Ozols**, werde zahlen"."""
    subject, verb = clause.subject, clause.verb
    if context.analysis.language != "de" or subject is None or verb is None or verb.finite is None:
        return None
    if subject.end + 1 != verb.finite or context.tokens[subject.end].text != ",":
        return None
    behind = (p for p in clause.with_role(Role.OBJECT, Role.INDIRECT) if p.start == verb.finite + 1)
    return next((p for p in behind if any(ref.person for ref in context.actors(p))), None)


def phrase_run(phrase: Phrase) -> Run:
    """A phrase's words without its preposition."""
    return (phrase.start + 1 if phrase.prep is not None and phrase.end - phrase.start > 1 else phrase.start), phrase.end


def _of_subject(context: Context, subject: Phrase | None) -> Refs:
    """The actors of a subject: an office of somebody ("her office said") speaks for the state, not as the person."""
    refs = context.actors(subject)
    if subject is None or subject.members:
        return refs
    mention = context.who.by_token.get(subject.head)
    if mention is not None and mention.kind in (MentionKind.OFFICE, MentionKind.ROLE):
        return _named_behind(context, subject, refs) or _taken_up(context, subject, mention, refs)
    if mention is None and subject.head not in context.who.links and _is_somebodys(context, subject, refs):
        return tuple(replace(ref, person=None) if not ref.actor.startswith("person:") else ref for ref in refs)
    return refs


def _is_somebodys(context: Context, subject: Phrase, refs: Refs) -> bool:
    """Say whether the words are about what belongs to a person: "**her** office", "ein Berater **des Präsidenten**"."""
    if context.who.actors_in(subject.start, subject.head):
        return True
    behind = refs[0].mention if refs else None
    return behind is not None and behind.kind is MentionKind.OFFICE and behind.start > subject.head


def _named_behind(context: Context, subject: Phrase, refs: Refs) -> Refs:
    """The person whose name ends the phrase: "the official representative of the ministry Liis Kask"."""
    mention = context.who.by_token.get(subject.end - 1)
    if mention is None or mention.kind is not MentionKind.PERSON or mention.person is None:
        return ()
    found = context.who.actors_at(mention.head)
    is_same = not refs or (bool(found) and (found[0].actor == refs[0].actor or found[0].actor.startswith("person:")))
    return (replace(found[0], actor=refs[0].actor if refs else found[0].actor),) if found and is_same else ()


def _taken_up(context: Context, subject: Phrase, mention: Mention, refs: Refs) -> Refs:
    """Whom a description with an article takes up: an official told of in the same word, or the person last named.

    Examples: "a Chadian official said … the official added", "sagte der frühere General", "the diplomat added".
    """
    is_open = not refs or (refs[0].person is None and refs[0].reason == LAST_STATE)
    if not is_open or mention.plural or context.tokens[subject.start].lower not in DEFINITE:
        return refs
    return _same_word(context, mention) or _last_named(context, mention, refs) or refs


def _same_word(context: Context, mention: Mention) -> Refs:
    word = context.tokens[mention.head].lemma
    for told in context.who.before(_sentences_back(context, mention.start, FAR), mention.start):
        if told.kind is not MentionKind.OFFICE or context.tokens[told.head].lemma != word:
            continue
        found = context.who.actors_at(told.head)
        if found and found[0].reason != LAST_STATE:
            return tuple(replace(ref, reason="an official told of before") for ref in found)
    return ()


def _last_named(context: Context, mention: Mention, refs: Refs) -> Refs:
    for named in context.who.before(_sentences_back(context, mention.start, REACH), mention.start):
        if named.kind is not MentionKind.PERSON or named.person is None or _is_modifier(context, named):
            continue
        if mention.gender and named.gender and mention.gender != named.gender:
            continue
        found = context.who.actors_at(named.head)
        if found and found[0].person is not None and (not refs or found[0].actor == refs[0].actor):
            return (replace(found[0], reason="a description of the person last named"),)
    return ()


def _is_modifier(context: Context, named: Mention) -> bool:
    """Say whether a name belongs to the noun behind it: "the Varga administration"."""
    following = context.tokens[named.end] if named.end < len(context.tokens) else None
    return following is not None and following.pos is Pos.NOUN and context.analysis.language == "en"


def _sentences_back(context: Context, token: int, number: int) -> int:
    return context.analysis.sentences[max(0, context.sentence_at(token) - number)].start


def beside_message(context: Context, index: int, refs: Refs) -> Refs:
    """The state that the message is about, for an unnamed official: "Oslo will wait, a government spokesman said"."""
    clause = context.clauses[index]
    subject, host = clause.subject, clause.parent
    if subject is None or host is None or (refs and refs[0].reason != LAST_STATE):
        return refs
    mention = context.who.by_token.get(subject.head)
    if mention is None or mention.kind is not MentionKind.OFFICE or mention.plural:
        return refs
    if context.tokens[subject.start].lower in DEFINITE or context.clauses[host].start > clause.start:
        return refs
    about = context.actors(context.clauses[host].subject)
    if len(about) != 1 or ":" in about[0].actor:
        return refs
    return (replace(about[0], person=None, authority=mention.authority, reason="the state that the message is about"),)


def kept_on(context: Context, framed: Sequence[Speech]) -> list[Speech]:
    """Give "he said" to who spoke before, where the pronoun's person was only spoken of by him.

    Example: "The minister pointed out that Kask had come. Oslo, he insisted, would wait." is the minister's.
    """
    found: list[Speech] = []
    last: Speech | None = None
    for speech in sorted(framed, key=lambda s: s.told[0]):
        kept = _kept(context, speech, last)
        found.append(kept)
        if kept.speakers and kept.speakers[0].person is not None:
            last = kept
    return found


def _kept(context: Context, speech: Speech, last: Speech | None) -> Speech:
    if last is None or speech.source is None or speech.source[1] - speech.source[0] != 1 or not speech.speakers:
        return speech
    gender = PRONOUNS.get(context.tokens[speech.source[0]].lower)
    named, speaker = speech.speakers[0].mention, last.speakers[0].mention
    if gender is None or named is None or speaker is None:
        return speech
    inside = any(start <= named.start < end for start, end in (*last.message, *speech.message))
    near = context.sentence_at(speech.told[0][0]) - context.sentence_at(last.told[0][0]) < REACH
    if inside and near and speaker.gender in (gender, Gender.UNKNOWN):
        return replace(speech, speakers=last.speakers)
    return speech
