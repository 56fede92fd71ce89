"""Meetings that nobody travels to: "a virtual donor conference", "a summit held by video". They have no place.

Source: codebook, section 4 ("a call has none").
"""

from __future__ import annotations

from zusage.language.analysis import Pos
from zusage.reading.context import Context
from zusage.reading.lexicon import words

_BY = frozenset({"by", "per", "via", "über", "as"})
_IN_FRONT, _BEHIND = 4, 7  # tokens
_REMOTE = "remote"
_THE = frozenset({"the", "that", "this", "der", "die", "dem", "den", "zur", "jene", "jener"})
_JOINED = frozenset({Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.NUM})


def is_afar(context: Context, index: int, noun: int) -> bool:
    """Say whether a noun of meeting is one that nobody travels to.

    Examples: "eine **virtuelle** Konferenz", "an **online** pledging summit", "a conference **held by video**", "eine **per Video**
    geführte Konferenz"; not "he addressed the conference by video".
    """
    return _is_called(context, noun) or _is_held_from_afar(context, index, noun) or _is_led_from_afar(context, noun)


def _is_called(context: Context, noun: int) -> bool:
    """A word of distance before the noun, adjectives and parts of its name between: "a virtual donor conference"."""
    for i in range(noun - 1, max(noun - _IN_FRONT, 0) - 1, -1):
        if _REMOTE in context.presence[i] and context.tokens[i].pos in (Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.ADV):
            return True
        if context.tokens[i].pos not in _JOINED and context.tokens[i].text != "-":
            return False
    return False


def _is_held_from_afar(context: Context, index: int, noun: int) -> bool:
    """What is told of the noun behind it, that it is held by video or online: "the summit, held online, …"."""
    end = context.analysis.sentences[context.clauses[index].sentence].end
    near = range(noun + 1, min(noun + _BEHIND, end))
    held = next((i for i in near if context.lemmas[i] in words("held-meetings")), None)
    return held is not None and any(
        _REMOTE in context.presence[i] and (context.tokens[i - 1].lower in _BY or i == held + 1)
        for i in range(held + 1, min(held + _IN_FRONT, end))
    )


def _is_led_from_afar(context: Context, noun: int) -> bool:
    """The same in a German participle before it: "der **per Video abgehaltenen** Geberkonferenz"."""
    if context.analysis.language != "de" or noun < _IN_FRONT or context.tokens[noun - 1].pos not in _JOINED:
        return False
    held = context.tokens[noun - 1].lower.startswith(("abgehalten", "geführt", "ausgetragen", "veranstaltet"))
    return held and any(_REMOTE in context.presence[i] for i in range(noun - _IN_FRONT, noun - 1))


def takes_up(context: Context, token: int) -> bool:
    """Say whether a noun of call is known already: "zu **der** Videoschalte hatten … eingeladen", "**the** video conference"."""
    for i in range(token - 1, max(token - _IN_FRONT, 0) - 1, -1):
        if context.tokens[i].lower in _THE:
            return True
        if context.tokens[i].pos not in _JOINED:
            return False
    return False
