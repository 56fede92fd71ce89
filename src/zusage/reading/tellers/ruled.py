"""Who says a contribution: whoever the words name, whoever promises it himself, who speaks for the actor in the next sentence.

Source: codebook, section 2 (`speaker`).
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.analysis import Link, Pos
from zusage.model.records import record
from zusage.model.values import Authority, Voice
from zusage.reading.actors import ActorRef, MentionKind
from zusage.reading.actors.folding import person_slug
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech import Said

JUDGING = frozenset({"judge", "say"})
SPEECH_ACTS = words("speech-acts")
"""Verbs of promising and refusing by which the subject itself says it."""
OFFICIAL = frozenset({MentionKind.OFFICE, MentionKind.STATE})
"""What an official without a name is known by: his office, or the state that he is taken to speak for."""
FULL = 2
"""Words of a full name."""


@record(frozen=True, slots=True)
class Ruled:
    """Who says a contribution by the rules, None: the outlet; ``how``: which rule tells; ``ref``: as whom he was named."""

    speaker: str | None
    how: str
    ref: ActorRef | None = None


def told_by(context: Context, candidate: Candidate, said: Sequence[Said | None]) -> Ruled:
    """Find who says that somebody contributes: a person's slug or an actor; None where the outlet itself tells it."""
    own, actor = candidate.said, candidate.actor
    if own is not None:
        if (ref := own.speaker_for(actor.actor)) is not None:
            return Ruled(name_of(context, own, ref), "said", ref)
        if _is_own_ministry(context, candidate, own):
            return Ruled(actor.actor, "ministry")
        if not own.speakers and (name := unknown_name(context, own)) is not None:
            return Ruled(name, "unknown name")
    if (ref := _judge(context, candidate)) is not None:
        return Ruled(slug_of(context, ref), "judge", ref)
    if (ref := _evader(context, candidate)) is not None:
        return Ruled(slug_of(context, ref), "evader", ref)
    himself = _himself(context, candidate)
    if own is None and himself.speaker == actor.actor and (name := _spokesman(context, candidate, said)) is not None:
        return Ruled(name, "spokesman")
    if himself.speaker is None and own is None and (name := _publisher(context)) is not None:
        return Ruled(name, "publisher")
    return himself


def _publisher(context: Context) -> str | None:
    """Who tells all that an official text tells in the first person: "We note with gratitude that **Peru** has sent tents"."""
    refs = context.publisher
    return slug_of(context, refs[0]) if len({ref.actor for ref in refs}) == 1 else None


def _himself(context: Context, candidate: Candidate) -> Ruled:
    """The actor who says it by promising or refusing: "Peru sagte 40 Millionen zu"."""
    actor, phrase = candidate.actor, candidate.party.phrase
    if phrase is not None and context.head(phrase).lower in words(
        "first-person"
    ):  # "we will send": the publisher speaks
        return Ruled(slug_of(context, actor), "first person", actor)
    if actor.person is not None:
        return Ruled(slug_of(context, actor), "person", actor)
    lemmas = {verb.lemma for i in candidate.clauses if (verb := context.clauses[i].verb) is not None}
    if lemmas & SPEECH_ACTS:
        return Ruled(slug_of(context, actor), "speech act", actor)
    if actor.mention is not None and actor.mention.kind is MentionKind.OFFICE:
        return Ruled(slug_of(context, actor), "office", actor)
    return Ruled(None, "nobody")


def slug_of(context: Context, ref: ActorRef) -> str:
    """A speaker as the codebook writes him: a minister whom the report never names is his state.

    Example: "the Danish defence minister said" is Denmark, "the Danish prime minister said" her name; so is "its defence
    minister", where the words that name the actor are the state's.
    Source: training/README.md (how doubtful cases were decided).
    """
    mention = ref.mention
    if ref.person is None or mention is None or mention.kind not in OFFICIAL:
        return ref.person or ref.actor
    if ref.authority is not Authority.MINISTER or ref.person in _named(context):
        return ref.person
    return ref.actor


def _named(context: Context) -> frozenset[str]:
    """Who is named in the report, and not only told of by the office."""
    kept: dict[str, frozenset[str]] = context.kept.setdefault("named persons", {})
    named = kept.get("")
    if named is None:
        mentions = context.who.by_token.values()
        named = kept[""] = frozenset(
            m.person for m in mentions if m.person is not None and m.kind is MentionKind.PERSON
        )
    return named


def name_of(context: Context, said: Said, ref: ActorRef) -> str:
    """A speaker as the codebook writes him, by the name that stands behind his office, whether a lexicon has it or not.

    Examples: "said the Chilean deputy minister, **Rosaura Quintral**", "teilte der Sprecher der Behörde, **Ravo Teilor**, mit".
    """
    if ref.person is None and ref.mention is not None and ref.mention.kind in OFFICIAL:
        named = next((other for other in said.speakers if other.actor == ref.actor and other.person is not None), None)
        if named is not None:
            return slug_of(context, named)
        if (name := unknown_name(context, said, apposed=True)) is not None:
            return name
    return slug_of(context, ref)


def unknown_name(context: Context, said: Said, *, apposed: bool = False) -> str | None:
    """Who tells it, by a name that no lexicon knows: "Das teilte der Leiter der Behörde, **Ravo Teilor**, mit".

    ``apposed``: only one that a comma parts from the words before.
    """
    for start, end in said.told:
        for i in range(start, end - 1):
            run = context.tokens[i : i + FULL]
            if not all(t.pos is Pos.PROPN and t.text[:1].isupper() for t in run) or i in context.who.by_token:
                continue
            if not apposed or (i > start and context.tokens[i - 1].text == ","):
                return person_slug(context.analysis.words(i, i + FULL))
    return None


def _spokesman(context: Context, candidate: Candidate, said: Sequence[Said | None]) -> str | None:
    """Who is quoted for the actor right behind: "Peru kündigte Zelte an. „Wir liefern im Mai“, sagte **Ministerin Dorn**"."""
    number = max(context.clauses[i].sentence for i in candidate.clauses) + 1
    sentences = context.analysis.sentences
    if number >= len(sentences) or _is_new_paragraph(context, sentences[number].start):
        return None
    for i in sentences[number].clauses:
        told = said[i]
        if told is None or told.voice is not Voice.QUOTED:
            continue
        for ref in told.speakers:
            if ref.actor == candidate.actor.actor and (name := name_of(context, told, ref)) != ref.actor:
                return name
    return None


def _is_new_paragraph(context: Context, start: int) -> bool:
    text, tokens = context.analysis.text, context.tokens
    return "\n" in text[tokens[start - 1].end : tokens[start].start]


def _is_own_ministry(context: Context, candidate: Candidate, said: Said) -> bool:
    """Say whether a ministry or an official of no state named tells of a contribution: the giver's ("…, an adviser said").

    Not where somebody's words only go on from sentences before, who may have spoken of many.
    """
    if said.speakers or candidate.actor.actor.startswith(("group:", "person:")):
        return False
    sentence = max(context.clauses[i].sentence for i in candidate.clauses)
    if context.sentence_at(said.start) < sentence - (said.voice is Voice.QUOTED):
        return False
    told = [context.tokens[i].lemma for start, end in said.told for i in range(start, end)]
    if any(lemma.lower() in words("own-officials") for lemma in told):
        return True
    return any(context.ends(lemma, noun) for lemma in told for noun in words("ministries"))


def _judge(context: Context, candidate: Candidate) -> ActorRef | None:
    """Who speaks of somebody else's contribution: "Die Zusagen der Nachbarn nannte er einen Anfang"."""
    index = candidate.clauses[0]
    sense = context.sense(index)
    refs = context.actors(context.clauses[index].subject) if sense is not None and sense.kind in JUDGING else ()
    return refs[0] if refs and refs[0].actor != candidate.actor.actor else None


def _evader(context: Context, candidate: Candidate) -> ActorRef | None:
    """Who leaves open, or will not say, for the contributor: "Ob Peru Zelte schickt, ließ **der Botschafter** offen"."""
    clause = context.clauses[candidate.clauses[0]]
    if clause.link is not Link.QUESTION or clause.parent not in candidate.clauses:
        return None
    subject = context.clauses[clause.parent].subject
    mention = context.who.by_token.get(subject.head) if subject is not None else None
    if mention is not None and mention.kind not in (MentionKind.OFFICE, MentionKind.PERSON):
        return None
    refs = context.actors(subject)
    own = next((ref for ref in refs if ref.actor == candidate.actor.actor), None)
    return own if own is not None and (mention is not None or own.person is not None) else None
