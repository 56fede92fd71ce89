"""How somebody takes part: by video or telephone, himself, or only some of those named.

A remark on some of the participants ("most of them on screen", "die meisten per Video") tells nothing about the one who is host.
"""

from __future__ import annotations

from zusage.language.analysis import Clause, Link, Mood, Tense
from zusage.reading.attendance.presence import is_word, own_words
from zusage.reading.context import Context

_ALLOWED = frozenset({"wollen", "sollen", "will", "dürfen", "lassen"})
_LEFT_OPEN = frozenset(
    {
        "due",
        "supposed",
        "possible",
        "might",
        "perhaps",
        "vielleicht",
        "womöglich",
        "ursprünglich",
        "originally",
        "eigentlich",
    }
)


def remote_word(context: Context, clause: Clause) -> int | None:
    """The word of video or telephone that holds for the clause's subject, None if there is none."""
    for i in own_words(context, clause, "remote"):
        if not is_partial(context, clause, i) and not _is_name(context, i):
            return i
    return None


def is_partial(context: Context, clause: Clause, i: int) -> bool:
    """Say whether a word stands in a remark on some of them: "about two-thirds of them by video"."""
    start = segment_start(context, clause, i)
    if start == clause.start and clause.verb is not None:
        return False
    return any(is_word(context, j, "partly") for j in range(start, i))


def segment_start(context: Context, clause: Clause, i: int) -> int:
    """The first token of the stretch between commas that a token stands in."""
    while i > clause.start and context.tokens[i - 1].text not in {",", ";", "–", "—", "(", ":"}:
        i -= 1
    return i


def _is_name(context: Context, i: int) -> bool:
    """Say whether the word is part of something else: "a phone company", "on screens across the country"."""
    following = context.tokens[i + 1] if i + 1 < len(context.tokens) else None
    return following is not None and following.lower in {
        "company",
        "game",
        "statement",
        "surveillance",
        "platform",
        "podium",
    }


def is_open(context: Context, clause: Clause) -> bool:
    """Say whether a clause leaves open if it comes about: "könnte teilnehmen", "had been due to dial in"; asked often, so kept."""
    kept = context.kept.setdefault("left open", {})
    if id(clause) not in kept:
        kept[id(clause)] = _is_left_open(context, clause)
    found: bool = kept[id(clause)]
    return found


def _is_left_open(context: Context, clause: Clause) -> bool:
    verb = clause.verb
    if verb is None:
        return False
    parent = context.clauses[clause.parent] if clause.parent is not None else None
    reported = clause.link is Link.COMPLEMENT and parent is not None and parent.verb is not None
    if reported and verb.modals == ("would",) and parent is not None and parent.verb is not None:
        return parent.verb.tense not in (Tense.PAST, Tense.PLUPERFECT)  # "she said that she would attend"
    if set(verb.modals) - _ALLOWED or verb.mood is Mood.HYPOTHETICAL:
        return True
    if any(context.tokens[i].lower in _LEFT_OPEN for i in context.own_tokens(clause)):
        return True
    if clause.kind.value != "infinitive" or parent is None or parent.verb is None:
        return False
    left_open = _LEFT_OPEN - {"due"} if parent.verb.tense is Tense.PRESENT else _LEFT_OPEN  # "is due to attend"
    return any(context.tokens[i].lower in left_open for i in context.own_tokens(parent))
