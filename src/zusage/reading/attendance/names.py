"""Nouns and lists that tell who is there: "Gastgeberin Mira Holm", "at the invitation of", "among them", "after talks with".

These rules look at words around names, not at clauses, and hold where a clause is broken or has no verb.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Link, Pos
from zusage.model.values import MeetingKind, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind, Use
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, is_word, own_words, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_HOSTS_TOO = (None, "neben", "mit", "alongside")
_OF = frozenset({"of", "von", "from"})
_WITH = frozenset({"mit", "with"})
_OCCASION = frozenset({"nach", "bei", "beim", "after", "during", "following", "in", "at"})
_THEM = frozenset({"them", "ihnen", "those", "others", "anderem", "attendees", "participants"})
_ATTENDING = frozenset({"attend", "host", "meet"})
_ARRIVED = frozenset({"those", "attendees", "participants"})
_SIGNS = frozenset({",", "–", "—", "-"})
_LONGEST_ASIDE = 14
_LONGEST_LIST = 60


def hosts(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read nouns of hosting: "Gastgeberin Mira Holm", "wie die Gastgeberin sagte", "she was host to ministers"."""
    clause = context.clauses[index]
    for i in own_words(context, clause, "host"):
        if occasion.is_other_day(clause):
            return
        if context.tokens[i].pos.value not in ("NOUN", "PROPN", "ADJ") or _is_of_another(context, i):
            continue
        for ref in acts(_named_by(context, clause, index, i)):
            yield Presence(
                ref=ref,
                mode=Mode.IN_PERSON,
                clause=index,
                rule="noun of hosting",
                words=(i, i + 1),
                part=Part.HOST,
                sure=0.85,
            )


def _is_of_another(context: Context, i: int) -> bool:
    """Say whether somebody hosts another meeting, or was to: "last year's host", "the next hosts", "als Gastgeber vorgesehen"."""
    if context.tokens[i].lower.startswith(("vorjahres", "ex-")):
        return True
    near = {context.tokens[k].lower for k in range(max(i - 3, 0), i)}
    behind = context.tokens[i + 1].lower if i + 1 < len(context.tokens) else ""
    return bool(near & words("other-times")) or behind in words("other-times")


def _named_by(context: Context, clause: Clause, index: int, i: int) -> tuple[ActorRef, ...]:
    """Whom a noun of hosting names: the name after it, the one it stands for, the subject it is said of."""
    following = context.who.by_token.get(i + 1)
    if following is not None and (following.person is not None or following.use is Use.NAME):
        return context.who.actors_at(i + 1)  # "Gastgeber Peru"
    predicate = next((p for p in clause.phrases if p.start <= i < p.end and p.role.value == "predicate"), None)
    if predicate is not None and clause.verb is not None and clause.verb.lemma in COPULAS:
        return subjects(context, index)
    found = _said_of(context, clause, index, i)
    if found:
        return found
    at = i - 1 if context.tokens[i - 1].lower in ("the", "der", "die") else i
    before = context.who.by_token.get(at - 2) if at >= 2 and context.tokens[at - 1].text == "," else None  # noqa: PLR2004 - name, comma
    if before is not None and before.end == at - 1 and (before.person is not None or _is_set_in(context, i)):
        return context.who.actors_at(before.head)  # "Mira Holm, the host, said", "Peru, Gastgeber des Treffens, zahlt"
    behind = (
        context.who.by_token.get(i + 2) if context.tokens[min(i + 1, len(context.tokens) - 1)].text == "," else None
    )
    if (
        behind is not None
        and behind.start == i + 2
        and (behind.person is not None or behind.kind is MentionKind.OFFICE)
    ):
        return context.who.actors_at(i + 2)  # "Der Gastgeber, Perus Außenminister, warnte"
    own = context.who.by_token.get(i - 1) if i and context.tokens[i - 1].pos is Pos.ADJ else None
    if own is not None and own.kind is MentionKind.STATE:  # "their Norwegian host", "der deutsche Gastgeber"
        return context.who.actors_at(i - 1, places=True)
    return context.who.actors_at(i)


def _is_set_in(context: Context, i: int) -> bool:
    """Say whether a noun is set in behind a name, alone or with the meeting: ", the host,", ", Gastgeber der Konferenz,"."""
    behind = context.tokens[i + 1 : i + 4]
    comma = next((k for k, token in enumerate(behind) if token.text == ","), None)
    return comma is not None and (not comma or gathering_at(context, i + comma) is not None)


def _said_of(context: Context, clause: Clause, index: int, i: int) -> tuple[ActorRef, ...]:
    """Whom a noun of hosting is said of as subject or under "als": "Gastgeberin ist Peru", "Peru, das als Gastgeber auftrat"."""
    phrase = next((p for p in clause.phrases if p.start <= i < p.end), None)
    if phrase is None or clause.verb is None:
        return ()
    if phrase is clause.subject and clause.verb.lemma in COPULAS:
        others = [p for p in clause.phrases if p is not phrase and p.prep in _HOSTS_TOO]
        return tuple(ref for p in others for ref in context.actors(p))
    return subjects(context, index) if phrase.prep in ("als", "as") and phrase.head == i else ()


def invited(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read "at the invitation of X" (host) and "in the presence of X"."""
    clause = context.clauses[index]
    if occasion.is_apart(clause) or is_negated(clause):
        return
    for i in context.own_tokens(clause):
        invitation, presence = is_word(context, i, "invitation"), is_word(context, i, "attendance")
        before = context.tokens[i - 1].lower if i else ""
        led = before in ("auf", "in", "im") or (i > 1 and context.tokens[i - 2].lower in ("at", "on", "in"))
        if not (invitation or presence) or not led:
            continue
        for ref in acts(_following(context, i, clause.end)):
            part = Part.HOST if invitation else Part.PARTICIPANT
            yield Presence(
                ref=ref,
                mode=Mode.IN_PERSON,
                clause=index,
                rule="invitation or presence of",
                words=(i, i + 1),
                part=part,
                sure=0.8,
            )


def _following(context: Context, i: int, end: int) -> tuple[ActorRef, ...]:
    """The actors of the name or list right after a noun."""
    for j in range(i + 1, min(i + 9, end)):
        refs = context.who.actors_at(j)
        mention = context.who.by_token.get(j)
        if refs and mention is not None and mention.start == j:
            nested = context.who.by_token.get(mention.end)
            if nested is not None and nested.person is not None and mention.person is None:
                return context.who.actors_at(mention.end)
            return context.who.listed(mention, end) if len(refs) == 1 else refs
        if context.tokens[j].text in (",", ";", "."):
            return ()
    return ()


def talks_with(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whom one has met or called: "nach Gesprächen mit der Präsidentin", "the call with Jan Berg is over"."""
    clause = context.clauses[index]
    if is_negated(clause) or occasion.is_apart(clause) or clause.link is Link.CONDITION:
        return
    for i in context.own_tokens(clause):
        found = gathering_at(context, i)
        if (
            found is None
            or i + 2 >= len(context.tokens)
            or context.tokens[i + 1].lower not in _WITH
            or not _is_fact(context, clause, i)
        ):
            continue
        called = found[0] is MeetingKind.CALL
        mode = Mode.REMOTE if called else Mode.IN_PERSON
        told = acts(_following(context, i + 1, clause.end))
        partners = [ref for ref in told if ref.person is not None or (called and ref.authority is not None)]
        for ref in partners:
            yield Presence(ref=ref, mode=mode, clause=index, rule="met or called", words=(i, i + 2), sure=0.75)
        if partners:
            for ref in acts(subjects(context, index)):
                if ref.person is not None or called:
                    yield Presence(ref=ref, mode=mode, clause=index, rule="met or called", words=(i, i + 2), sure=0.65)


def _is_fact(context: Context, clause: Clause, noun: int) -> bool:
    """Say whether the talks have been or are: after "nach", "bei", "after", "during", or as the subject that is over."""
    for j in range(noun - 1, max(noun - 6, clause.start) - 1, -1):
        if context.tokens[j].lower in _OCCASION:
            return True
        if context.tokens[j].pos is Pos.ADP:
            return False
    held = clause.verb is not None and clause.verb.lemma in ("hold", "have", "führen", "abhalten", "haben")
    if held and clause.verb is not None and clause.verb.tense.value in ("past", "perfect", "pluperfect"):
        return True
    subject = clause.subject
    over = {"over", "ended", "vorbei", "beendet", "vorüber"}
    return (
        subject is not None
        and subject.start <= noun < subject.end
        and any(context.tokens[j].lower in over for j in context.own_tokens(clause))
    )


def calling(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read calls: "in einem Telefonat nach dem Gipfel forderte er", "spoke to the leaders by phone", "who was on the call"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or occasion.is_other_day(clause):
        return
    if is_negated(clause) and not (verb.lemma in COPULAS and _is_on_call(context, clause)):
        return
    phone = next(
        (i for i in context.own_tokens(clause) if is_word(context, i, "phone") and _is_by_phone(context, i)), None
    )
    if phone is None or _is_on_call(context, clause):
        if verb.lemma in COPULAS and _is_on_call(context, clause):
            for ref in acts(subjects(context, index)):
                mode = Mode.ABSENT if is_negated(clause) else Mode.REMOTE
                yield Presence(ref=ref, mode=mode, clause=index, rule="on the call", words=run_of(clause), sure=0.75)
        return
    others = [
        p
        for p in clause.phrases
        if p is not clause.subject and (p.prep in ("to", "with", "mit", "an", "gegenüber") or p.prep is None)
    ]
    leaders = any(is_word(context, i, "official", "leaders", "audience") for p in others for i in range(p.start, p.end))
    after_meeting = any(gathering_at(context, i) is not None for i in context.own_tokens(clause) if i != phone)
    called = [ref for p in others for ref in acts(context.actors(p)) if ref.person is not None]
    if not (leaders or after_meeting or called):
        return
    for ref in [*acts(subjects(context, index)), *called]:
        yield Presence(
            ref=ref, mode=Mode.REMOTE, clause=index, rule="by telephone", words=(phone, phone + 1), sure=0.75
        )


def _is_by_phone(context: Context, i: int) -> bool:
    token = context.tokens[i]
    if token.pos.value == "VERB":
        return False  # "called for talks"
    before = {context.tokens[j].lower for j in range(max(i - 3, 0), i)}
    return token.pos.value in ("ADV", "ADJ") or bool(
        before & {"by", "in", "im", "am", "per", "on", "during", "bei", "over", "via"}
    )


def _is_on_call(context: Context, clause: Clause) -> bool:
    """Say whether somebody was "on it" or "on the line" right after a call is spoken of."""
    for phrase in clause.phrases:
        if phrase.prep != "on":
            continue
        head = context.head(phrase)
        if head.lower in ("call", "line"):
            return True
        if head.lower == "it":
            sentence = context.analysis.sentences[max(clause.sentence - 1, 0)]
            return any(
                gathering_at(context, i) is not None and is_word(context, i, "phone")
                for i in range(sentence.start, clause.start)
            )
    return False
