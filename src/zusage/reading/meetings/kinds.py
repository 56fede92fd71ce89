"""What sort of meeting it is: by its noun, and by those who come. Source: codebook, section 4."""

from __future__ import annotations

from zusage.language.analysis import Clause, Pos
from zusage.model.values import MeetingKind
from zusage.reading.context import Context

_DONORS_LEAST = 2


def has_class(context: Context, word: str, *classes: str) -> bool:
    """Say whether the lexicon of attendance puts a word in one of the classes; the last part of a compound counts."""
    return not context.lexicon.presence_classes(word).isdisjoint(classes)


def classes_of(context: Context, word: str) -> frozenset[str]:
    """The classes of attendance that a lemma stands in; German compounds go by their longest ending."""
    return context.lexicon.presence_classes(word)


def refined(context: Context, clause: Clause, kind: MeetingKind) -> MeetingKind:
    """Make a general meeting more exact by who is named in its clause: ministers, officers, donors, two leaders."""
    if kind is not MeetingKind.SUMMIT:
        return kind
    seen: set[str] = set()
    for start, end in clause.own:
        for i in range(start, end):
            token = context.tokens[i]
            if token.pos in (Pos.NOUN, Pos.PROPN) and _is_plural(context, i):
                seen |= classes_of(context, token.lemma)
    if "leaders" in seen:
        return kind
    for name, better in _BY_PEOPLE.items():
        if name in seen:
            return better
    return kind


_BY_PEOPLE = {"ministers": MeetingKind.MINISTERIAL, "officers": MeetingKind.MILITARY, "donors": MeetingKind.DONORS}


def _is_plural(context: Context, i: int) -> bool:
    """Say whether a noun is in the plural: by its tag, or in German by the article or number before it."""
    token = context.tokens[i]
    if context.analysis.language == "en":
        return token.tag in {"NNS", "NNPS"} or (token.lower.endswith("s") and token.lower != token.lemma.lower())
    if i in context.who.by_token and context.who.by_token[i].plural:
        return True
    before = {context.tokens[j].lower for j in range(max(i - 3, 0), i)}
    named = i in context.who.by_token and context.who.by_token[i].person is not None
    return not named and (
        bool(before & {"die", "der", "den", "vertreter"}) or not before & {"ein", "eine", "seinem", "ihrem"}
    )


def speaks_of_donors(context: Context) -> bool:
    """Say whether a report is about donors: they are named in it more than once."""
    kept = context.kept.setdefault("donors named", {})
    if not kept:
        kept[0] = sum(has_class(context, token.lemma, "donors") for token in context.tokens)
    found: int = kept[0]
    return found >= _DONORS_LEAST
