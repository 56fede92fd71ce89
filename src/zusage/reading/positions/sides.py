"""For which organisation a named person speaks: "Jane Doe of Oxfam", "Jan Holm, director of the charity Far Land".

Whoever is introduced with an organisation speaks for it from then on, a party's members and experts apart: they speak for
themselves.

Source: codebook, section 1 (`person`: who acts for no government or organisation).
"""

from __future__ import annotations

from functools import lru_cache

from zusage.language.analysis import Pos
from zusage.reading.actor_tables import read_table
from zusage.reading.actors import ActorRef, MentionKind
from zusage.reading.actors.folding import organisation_slug
from zusage.reading.context import Context
from zusage.reading.positions.words import words

SIDE = "a stranger: for whom somebody speaks"
NEAR = 5
"""Tokens between a preposition and the organisation behind it."""
APPOSED = 9
"""Tokens of an apposition in which the organisation is looked for."""
LONGEST = 5


def introduced(context: Context, ref: ActorRef) -> ActorRef | None:
    """The organisation that somebody was introduced with: "Jane Doe **of Oxfam** spoke. … Doe said"; a body called like a person.

    Example of the latter: "**Christian Aid** welcomed the money".
    """
    slug = ref.person or ref.actor.removeprefix("person:")
    if slug.rpartition("-")[2] in words("body-names"):
        return ActorRef(slug, None, None, ref.mention, SIDE)
    first = next((mention for mention in context.who.mentions if mention.person == slug), None)
    return speaks_for(context, first.start, first.end) if first is not None else None


def speaks_for(context: Context, start: int, end: int) -> ActorRef | None:
    """The organisation beside a name at ``[start, end)``: behind "of" or in an apposition, or before it with a post."""
    if _is_expert(context, range(max(0, start - 4), end)):
        return None
    return _behind(context, end) or _apposed(context, end) or _before(context, start) or _owning(context, start)


def _is_expert(context: Context, run: range) -> bool:
    return any(context.tokens[i].lemma.lower().endswith(tuple(words("experts"))) for i in run)


def _behind(context: Context, at: int) -> ActorRef | None:
    """The organisation behind a name or a post: "Jane Doe **of the charity Far Land**"."""
    if at >= len(context.tokens) or context.tokens[at].lower not in words("belonging"):
        return None
    for i in range(at + 1, min(at + 1 + NEAR, len(context.tokens))):
        token = context.tokens[i]
        if token.pos in (Pos.VERB, Pos.AUX, Pos.PUNCT) or token.lemma.lower().endswith(tuple(words("learned-bodies"))):
            return None
        if (found := _body_at(context, i)) is not None:
            return found
    return None


def _apposed(context: Context, at: int) -> ActorRef | None:
    """The organisation in an apposition: "Jane Doe, **director of the relief agency GOAL**, …"."""
    if at >= len(context.tokens) or context.tokens[at].text != ",":
        return None
    for i in range(at + 1, min(at + APPOSED, len(context.tokens))):
        token = context.tokens[i]
        if token.text == "," or token.pos is Pos.AUX or _is_expert(context, range(i, i + 1)):
            return None
        if token.lemma.lower().endswith(tuple(words("spokespeople"))):
            return of_post(context, i)
    return None


def of_post(context: Context, at: int) -> ActorRef | None:
    """The organisation whose post a noun names: "director | of the relief agency GOAL", "Sprecherin | der Umweltgruppe Hafen"."""
    return _behind(context, at + 1) or _of_article(context, at + 1)


def _of_article(context: Context, at: int) -> ActorRef | None:
    """The organisation in a German genitive: "Leiterin | **der Organisation** Medico", "Chef | **des Vereins** Hafenlicht"."""
    if at >= len(context.tokens) or context.tokens[at].lower not in ("der", "des"):
        return None
    return next((found for i in range(at + 1, at + 4) if (found := _body_at(context, i)) is not None), None)


def _before(context: Context, start: int) -> ActorRef | None:
    """The organisation before a name: "Die Leiterin **des Vereins Hafenlicht**, Jana Holm", "**Misereor-Chefin** Jana Holm"."""
    if start == 0:
        return None
    mention = context.who.by_token.get(start - 1)
    if mention is not None and mention.actor is not None and mention.kind in (MentionKind.OFFICE, MentionKind.ROLE):
        return None if _is_state_or_party(mention.actor) else context.who.actors_at(mention.head)[:1][0]
    if context.tokens[start - 1].text != ",":
        return None
    for i in range(max(0, start - APPOSED), start - 1):
        if context.tokens[i].lemma.lower().endswith(tuple(words("spokespeople"))):
            return of_post(context, i)
    return None


def _owning(context: Context, start: int) -> ActorRef | None:
    """The organisation whose post an English name follows: "**GOAL's** country adviser, Jane Doe", "**GOAL** manager Jane Doe"."""
    tokens, at = context.tokens, start - 1
    if context.analysis.language != "en":
        return None
    if at > 0 and tokens[at].text == ",":
        at -= 1
    last = at
    while at > 0 and last - at < NEAR and tokens[at].pos in (Pos.NOUN, Pos.ADJ) and tokens[at].text[0].islower():
        at -= 1
    if at > 0 and tokens[at].lower in ("'s", "’s", "'", "’"):
        at -= 1
    elif at == last:
        return None
    mention = context.who.by_token.get(at)
    if mention is None or mention.kind is not MentionKind.ORGANISATION or mention.end != at + 1:
        return None
    return next((ref for ref in context.who.actors_at(mention.head) if not _is_state_or_party(ref.actor)), None)


def _body_at(context: Context, i: int) -> ActorRef | None:
    """The organisation that a token begins to name, known or by its name alone: "Oxfam", "charity | **Far Land**"."""
    if i >= len(context.tokens):
        return None
    mention = context.who.by_token.get(i)
    if mention is not None:
        refs = context.who.actors_at(mention.head)
        known = mention.kind is MentionKind.ORGANISATION and bool(refs) and not _is_state_or_party(refs[0].actor)
        return refs[0] if known else None
    is_noun = context.tokens[i].lemma.lower().endswith(tuple(words("named-bodies")))
    start = i + 1 if is_noun and i + 1 < len(context.tokens) and not context.tokens[i].text.isupper() else i
    end = start
    if is_noun and context.tokens[start].text[0].isupper() and _is_capital(context, start + 1):
        end = start + 1  # "the charity Yemen Bread": a name that opens with another's
    while end < min(start + LONGEST, len(context.tokens)) and (
        _is_capital(context, end) or _is_plural_mark(context, end)
    ):
        end += 1
    if end == start:
        return None
    is_body = is_noun or any(context.tokens[j].lower in words("body-names") for j in range(start, end))
    return ActorRef(organisation_slug(context.analysis.words(start, end)), None, None, None, SIDE) if is_body else None


def _is_plural_mark(context: Context, i: int) -> bool:
    """Say whether an apostrophe stands within a name: "the Rice Growers**'** Association"."""
    return context.tokens[i].text in ("'", "’") and i + 1 < len(context.tokens) and _is_capital(context, i + 1)


def _is_capital(context: Context, i: int) -> bool:
    token = context.tokens[i]
    return (
        i not in context.who.by_token and token.text[0].isupper() and token.pos in (Pos.PROPN, Pos.NOUN, Pos.X, Pos.ADJ)
    )


def _is_state_or_party(actor: str) -> bool:
    return (len(actor) == len("fr") and actor not in ("eu", "un")) or ":" in actor or actor in parties()


@lru_cache(maxsize=1)
def parties() -> frozenset[str]:
    """The ids of the parties in the lexicon of organisations."""
    return frozenset(row["id"] for row in read_table("organisations") if row["type"] == "party")
