"""Messages to a meeting: "said in a video message", "forderte in seiner Videobotschaft"; and coming with empty hands.

Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Pos
from zusage.model.values import Mode
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, run_of, subjects
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated

_IN = frozenset({"in", "im", "per", "via", "by", "mit"})
_SAYING = frozenset({"say", "position", "judge", "commit", "warn"})
_NEAR = 3  # tokens between "video" and "message"


def messages(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who speaks to a meeting in a recorded message: "said in a video message", "forderte in einer Videobotschaft"."""
    clause, sense = context.clauses[index], context.sense(index)
    if sense is None or sense.kind not in _SAYING or is_open(context, clause) or is_negated(clause):
        return
    if occasion.is_apart(clause):
        return
    at = next((p.head for p in clause.phrases if p.prep in _IN and _is_message(context, p.start, p.end)), None)
    if at is None:
        return
    for ref in acts(subjects(context, index)):
        yield Presence(ref=ref, mode=Mode.REMOTE, clause=index, rule="in a message", words=(at, at + 1), sure=0.7)


def _is_message(context: Context, start: int, end: int) -> bool:
    """Say whether a phrase names a message on video: one word of both, or both beside each other."""
    sent = [i for i in range(start, end) if context.tokens[i].lemma.lower() in words("messages")]
    return any(
        context.tokens[i].lemma.lower().startswith("video")
        or any(is_word(context, k, "remote") for k in range(max(i - _NEAR, start), i))
        for i in sent
    )


def empty_handed(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who comes or leaves without a pledge: "Peru kam mit leeren Händen", "The Peruvians left empty-handed"."""
    clause = context.clauses[index]
    if clause.verb is None or is_open(context, clause) or is_negated(clause) or occasion.is_elsewhere(clause):
        return
    if not has_class(context, clause.verb.lemma, "come", "leave") or not _has_empty_hands(context, clause):
        return
    for ref in acts(subjects(context, index)):
        yield Presence(
            ref=ref, mode=Mode.IN_PERSON, clause=index, rule="with empty hands", words=run_of(clause), sure=0.7
        )


def _has_empty_hands(context: Context, clause: Clause) -> bool:
    """Say whether empty hands are told of in a clause or right behind it."""
    end = min(clause.end + _NEAR, len(context.tokens))
    for i in range(clause.start, end):
        if context.tokens[i].lower in words("empty-handed"):
            behind = {token.lower for token in context.tokens[i + 1 : i + _NEAR] if token.pos is not Pos.ADP}
            if behind & {"handed", "händen", "hands"}:
                return True
    return False
