"""Nouns and lists that tell who is there: "Gastgeberin Mira Holm", "at the invitation of", "among them", "after talks with".

These rules look at words around names, not at clauses, and hold where a clause is broken or has no verb.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Link
from zusage.model.values import MeetingKind, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import remote_word, segment_start
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, is_word, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_OF = frozenset({"of", "von", "from"})
_WITH = frozenset({"mit", "with"})
_THEM = frozenset({"them", "ihnen", "those", "others", "anderem", "attendees", "participants"})
_ATTENDING = frozenset({"attend", "host", "meet"})
_ARRIVED = frozenset({"those", "attendees", "participants"})
_SIGNS = frozenset({",", "–", "—", "-"})
_LONGEST_ASIDE = 14
_LONGEST_LIST = 60


def hosts(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read nouns of hosting: "Gastgeberin Mira Holm", "wie die Gastgeberin sagte", "she was host to ministers"."""
    clause = context.clauses[index]
    if occasion.is_other_day(clause):
        return
    for i in context.own_tokens(clause):
        if not is_word(context, i, "host") or context.tokens[i].pos.value not in ("NOUN", "PROPN", "ADJ"):
            continue
        for ref in acts(_named_by(context, clause, index, i)):
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="noun of hosting", words=(i, i + 1), part=Part.HOST, sure=0.85)


def _named_by(context: Context, clause: Clause, index: int, i: int) -> tuple[ActorRef, ...]:
    """Whom a noun of hosting names: the name after it, the one it stands for, the subject it is said of."""
    following = context.who.by_token.get(i + 1)
    if following is not None and following.person is not None:
        return context.who.actors_at(i + 1)
    predicate = next((p for p in clause.phrases if p.start <= i < p.end and p.role.value == "predicate"), None)
    if predicate is not None and clause.verb is not None and clause.verb.lemma in COPULAS:
        return subjects(context, index)
    return context.who.actors_at(i)


def invited(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read "at the invitation of X" (host) and "in the presence of X"."""
    clause = context.clauses[index]
    if occasion.is_other_day(clause) or occasion.is_elsewhere(clause) or is_negated(clause):
        return
    for i in context.own_tokens(clause):
        invitation, presence = is_word(context, i, "invitation"), is_word(context, i, "attendance")
        before = context.tokens[i - 1].lower if i else ""
        led = before in ("auf", "in", "im") or (i > 1 and context.tokens[i - 2].lower in ("at", "on", "in"))
        if not (invitation or presence) or not led:
            continue
        for ref in acts(_following(context, i, clause.end)):
            part = Part.HOST if invitation else Part.PARTICIPANT
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="invitation or presence of", words=(i, i + 1), part=part, sure=0.8)


def _following(context: Context, i: int, end: int) -> tuple[ActorRef, ...]:
    """The actors of the name or list right after a noun."""
    for j in range(i + 1, min(i + 9, end)):
        refs = context.who.actors_at(j)
        mention = context.who.by_token.get(j)
        if refs and mention is not None and mention.start == j:
            nested = context.who.by_token.get(mention.end)
            if nested is not None and nested.person is not None and mention.person is None:
                return context.who.actors_at(mention.end)
            return refs
        if context.tokens[j].text in (",", ";", "."):
            return ()
    return ()


def talks_with(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whom one has met or called: "nach Gesprächen mit der Präsidentin", "the call with Jan Berg is over"."""
    clause = context.clauses[index]
    if is_negated(clause) or occasion.is_elsewhere(clause) or occasion.is_other_day(clause) or clause.link is Link.CONDITION:
        return
    for i in context.own_tokens(clause):
        found = gathering_at(context, i)
        if found is None or i + 2 >= len(context.tokens) or context.tokens[i + 1].lower not in _WITH or not _is_fact(context, clause, i):
            continue
        called = found[0] is MeetingKind.CALL
        mode = Mode.REMOTE if called else Mode.IN_PERSON
        partners = [ref for ref in acts(_following(context, i + 1, clause.end)) if ref.person is not None]
        for ref in partners:
            yield Presence(ref=ref, mode=mode, clause=index, rule="met or called", words=(i, i + 2), sure=0.75)
        if partners and not called:
            for ref in acts(subjects(context, index)):
                if ref.person is not None:
                    yield Presence(ref=ref, mode=mode, clause=index, rule="met or called", words=(i, i + 2), sure=0.65)


def _is_fact(context: Context, clause: Clause, noun: int) -> bool:
    """Say whether the talks have been or are: after "nach", "bei", "after", "during", or as the subject that is over."""
    before = {context.tokens[j].lower for j in range(max(noun - 5, clause.start), noun)}
    if before & {"nach", "bei", "beim", "after", "during", "following", "in", "at"}:
        return True
    held = clause.verb is not None and clause.verb.lemma in ("hold", "have", "führen", "abhalten", "haben")
    if held and clause.verb is not None and clause.verb.tense.value in ("past", "perfect", "pluperfect"):
        return True
    subject = clause.subject
    over = {"over", "ended", "vorbei", "beendet", "vorüber"}
    return subject is not None and subject.start <= noun < subject.end and any(context.tokens[j].lower in over for j in context.own_tokens(clause))


def calling(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read calls: "in einem Telefonat nach dem Gipfel forderte er", "spoke to the leaders by phone", "who was on the call"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or is_negated(clause) or occasion.is_other_day(clause):
        return
    phone = next((i for i in context.own_tokens(clause) if is_word(context, i, "phone") and _is_by_phone(context, i)), None)
    if phone is None:
        if verb.lemma in COPULAS and _is_on_call(context, clause):
            for ref in acts(subjects(context, index)):
                yield Presence(ref=ref, mode=Mode.REMOTE, clause=index, rule="on the call", words=run_of(clause), sure=0.75)
        return
    others = [p for p in clause.phrases if p is not clause.subject and (p.prep in ("to", "with", "mit", "an", "gegenüber") or p.prep is None)]
    leaders = any(is_word(context, i, "official", "leaders", "audience") for p in others for i in range(p.start, p.end))
    after_meeting = any(gathering_at(context, i) is not None for i in context.own_tokens(clause) if i != phone)
    called = [ref for p in others for ref in acts(context.actors(p)) if ref.person is not None]
    if not (leaders or after_meeting or called):
        return
    for ref in [*acts(subjects(context, index)), *called]:
        yield Presence(ref=ref, mode=Mode.REMOTE, clause=index, rule="by telephone", words=(phone, phone + 1), sure=0.75)


def _is_by_phone(context: Context, i: int) -> bool:
    token = context.tokens[i]
    before = {context.tokens[j].lower for j in range(max(i - 3, 0), i)}
    return token.pos.value in ("ADV", "ADJ") or bool(before & {"by", "in", "im", "am", "per", "on", "during", "bei", "over", "via"})


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
            return any(gathering_at(context, i) is not None and is_word(context, i, "phone") for i in range(sentence.start, clause.start))
    return False


# --- lists -------------------------------------------------------------------------------------------------------


def lists(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read lists of those who came: "Leaders of 20 countries took part, among them …", "der Rest, darunter …, schaute zu"."""
    clause = context.clauses[index]
    for i in context.own_tokens(clause):
        if not is_word(context, i, "among") or occasion.is_elsewhere(clause):
            continue
        after = context.tokens[i + 1].lower if i + 1 < len(context.tokens) else ""
        if context.tokens[i].lower in ("among", "unter") and after not in _THEM:
            continue
        sentence = context.analysis.sentences[clause.sentence]
        mode = _mode_of_list(context, sentence.start, sentence.end, i)
        if mode is None or not (after in _ARRIVED or _is_of_people(context, sentence.start, i)):
            continue
        start = i + 1
        if after in _ARRIVED:
            start = next((j + 1 for j in range(i, sentence.end) if context.tokens[j].lemma.lower() in COPULAS), start)
        for ref in _listed(context, start, sentence.end):
            if ref.person is not None or ref.actor in ("eu", "nato", "un"):
                yield Presence(ref=ref, mode=mode, clause=index, rule="listed among them", words=(i, i + 1), sure=0.85)


def _is_of_people(context: Context, start: int, i: int) -> bool:
    """Say whether the list belongs to people or states that came: officials, representatives, the rest of them."""
    return any(is_word(context, j, "official", "leaders", "delegation", "partly", "audience", "envoy", "ministers") for j in range(start, i))


def _mode_of_list(context: Context, start: int, end: int, i: int) -> Mode | None:
    """How those in a list attend: by the stretch right before it, by what follows it, by the sentence's verb."""
    stretch = i
    while stretch > start and context.tokens[stretch - 1].text in _SIGNS:
        stretch -= 1
    back = stretch
    while back > start and context.tokens[back - 1].text not in _SIGNS | {";"}:
        back -= 1
    if any(is_word(context, j, "remote") for j in range(back, stretch)):
        return Mode.REMOTE
    clauses = [c for c in range(len(context.clauses)) if start <= context.clauses[c].start < end]
    if any(is_word(context, j, "remote") for j in range(i, end)) and not any(is_word(context, j, "partly") for j in range(i, end)):
        return Mode.REMOTE
    for c in clauses:
        verb = context.clauses[c].verb
        if verb is not None and is_word(context, verb.head, "come") and context.tokens[i + 1].lower in _ARRIVED:
            return Mode.IN_PERSON
        sense = context.sense(c)
        if sense is not None and sense.kind in _ATTENDING and not is_negated(context.clauses[c]):
            return Mode.REMOTE if sense.value == "remote" else Mode.IN_PERSON
    return None


def _listed(context: Context, start: int, end: int) -> Iterator[ActorRef]:
    """The actors of a list: names joined by commas and "und", until a verb or another sign."""
    last = start
    for i in range(start, min(end, start + _LONGEST_LIST)):
        mention = context.who.by_token.get(i)
        token = context.tokens[i]
        if mention is not None:
            last = mention.end
            if i == mention.start:
                yield from acts(context.who.actors_at(i))
        elif token.pos.value in ("VERB", "AUX") or token.text in (";", ".", ":") or i - last > 5:  # noqa: PLR2004 - words between two names
            return


# --- asides ------------------------------------------------------------------------------------------------------


def asides(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read remarks set off after a name: "Mira Holm, in the room, said …", "der Minister, per Video zugeschaltet, …"."""
    clause = context.clauses[index]
    for i in context.own_tokens(clause):
        mention = context.who.by_token.get(i)
        if mention is None or mention.end != i + 1 or mention.kind not in (MentionKind.PERSON, MentionKind.OFFICE):
            continue
        yield from _aside(context, index, i + 1)


def _aside(context: Context, index: int, comma: int) -> Iterator[Presence]:
    if comma + 1 >= len(context.tokens) or context.tokens[comma].text not in _SIGNS:
        return
    end = comma + 1
    limit = min(comma + _LONGEST_ASIDE, len(context.tokens))
    while end < limit and context.tokens[end].text not in _SIGNS | {".", ";", ":"}:
        if context.tokens[end].tag in ("VVFIN", "VAFIN", "VMFIN", "VBD", "VBZ", "MD", "PRELS", "WP"):
            return
        end += 1
    remote = next((j for j in range(comma + 1, end) if is_word(context, j, "remote")), None)
    room = next((j for j in range(comma + 1, end) if is_word(context, j, "room") and context.tokens[j - 1].lower in ("the", "im", "am")), None)
    if (remote is None and room is None) or any(is_word(context, j, "partly", "nobody") for j in range(comma + 1, end)):
        return
    at = remote if remote is not None else room
    assert at is not None  # noqa: S101 - looked above
    for ref in acts(context.who.actors_at(comma - 1)):
        mode = Mode.REMOTE if remote is not None else Mode.IN_PERSON
        yield Presence(ref=ref, mode=mode, clause=index, rule="remark after the name", words=(at, at + 1), sure=0.85)


def missing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read headlines of absence: "Nicht dabei: Mira Holm." """
    clause = context.clauses[index]
    if clause.verb is not None or clause.negation is None or occasion.is_elsewhere(clause):
        return
    for i in context.own_tokens(clause):
        if is_word(context, i, "room") and clause.negation <= i and i + 1 < len(context.tokens) and context.tokens[i + 1].text == ":":
            for ref in acts(context.who.actors_in(i + 1, clause.end)):
                yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="said to be missing", words=(i, i + 1), sure=0.7)


__all__ = ["asides", "calling", "hosts", "invited", "lists", "missing", "remote_word", "segment_start", "talks_with"]
