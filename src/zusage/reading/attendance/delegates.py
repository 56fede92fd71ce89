"""What delegates do and say: "Kroatiens Vertreter widersprach", "its envoy said", "nach Angaben seiner Delegation".

Whoever has a delegate at a meeting is there. Source: codebook, section 4 (speaking at a meeting is attending).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Phrase, Role, Tense, Voice
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, run_of, subjects
from zusage.reading.context import Context
from zusage.reading.lexicon import words

_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.PRESENT})
_LED = 4  # tokens from "nach Angaben" to the delegation
_OF = frozenset({"of", "for"})
_WHENCE = frozenset({"in", "aus"})
_NEAR = 5  # tokens around a delegation that name whose it is


def delegates(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read what a delegate does: "Italy's delegate put 30 million on the table", "Kiews Vertreter bat darum"."""
    clause = context.clauses[index]
    subject = clause.subject
    if subject is None or clause.subject_shared or not _is_told(context, clause, occasion):
        return
    if not _is_delegate(context, clause, subject):
        return
    mode = Mode.REMOTE if remote_word(context, clause) is not None else Mode.IN_PERSON
    for ref in acts(subjects(context, index)):
        if ref.actor != "un":  # its envoys are sent to a country, not to a meeting
            yield _presence(ref, index, mode, run_of(clause))


def _is_told(context: Context, clause: Clause, occasion: Occasion) -> bool:
    """Say whether a clause tells what somebody did, and not elsewhere or on another day."""
    verb = clause.verb
    if (
        verb is None
        or verb.tense not in _TOLD
        or verb.voice is not Voice.ACTIVE
        or clause.kind is ClauseKind.INFINITIVE
    ):
        return False
    return not (is_open(context, clause) or occasion.is_apart(clause))


def _is_delegate(context: Context, clause: Clause, subject: Phrase) -> bool:
    """Say whether a subject is one delegate, or somebody of a delegation: "a member of its team"."""
    head = context.head(subject)
    if any(context.tokens[i].lemma.lower() in words("delegations") for i in range(subject.start, subject.end)):
        return True
    if head.lemma.lower() not in words("delegate-nouns") or _is_of_body(context, subject):
        return False
    if context.analysis.language == "en":
        several = head.lemma.lower() == "negotiator" and len(context.actors(subject)) == 1  # "Peru's negotiators said"
        return head.tag == "NN" or several
    finite = clause.verb.finite if clause.verb is not None else None
    return finite is not None and not context.tokens[finite].lower.endswith(("en", "sind"))


def _is_of_body(context: Context, subject: Phrase) -> bool:
    """Say whether somebody stands for a ministry or an office, maybe at home: "ein Vertreter des Handelsministeriums"."""
    if any(context.tokens[i].lower == "official" for i in range(subject.start, subject.head)):
        return True  # "the official representative" of the ministry
    for part in subject.dependents:
        mention = context.who.by_token.get(part.head)
        state = mention is not None and mention.kind is MentionKind.STATE
        if (part.role is Role.GENITIVE or part.prep in _OF) and part.start > subject.head and not state:
            return True
    return False


def sources(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whose delegation is the source: "nach Angaben seiner Delegation", "hieß es in der Delegation aus Lima"."""
    clause = context.clauses[index]
    if occasion.is_apart(clause):
        return
    rumoured = clause.verb is not None and clause.verb.lemma in words("rumouring")
    for i in context.own_tokens(clause):
        lemma = context.tokens[i].lemma.lower()
        group = lemma in words("delegations")
        if not group and lemma not in words("delegate-nouns"):
            continue
        led = {context.tokens[k].lower for k in range(max(i - _LED, 0), i)}
        if led & words("delegation-sources") or (group and rumoured and led & _WHENCE):
            for ref in acts(_whose(context, i))[:1]:
                yield _presence(ref, index, Mode.IN_PERSON, (i, i + 1))


def _whose(context: Context, i: int) -> tuple[ActorRef, ...]:
    """Whose delegation a noun is: before it "seiner", "Canada's"; behind it "aus Paris", "Italiens"."""
    before = context.who.actors_in(max(i - 2, 0), i + 1)
    return before or context.who.actors_in(i + 1, min(i + _NEAR, len(context.tokens)), places=True)


def _presence(ref: ActorRef, index: int, mode: Mode, run: tuple[int, int]) -> Presence:
    return Presence(ref=ref, mode=mode, clause=index, rule="a delegate is there", words=run, sure=0.7)
