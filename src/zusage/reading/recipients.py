"""Recipients: for whom a contribution is, in its own words or else by what the report is about.

Source: codebook, section 2 (`recipient`).
"""

from __future__ import annotations

from collections import Counter

from zusage.language.analysis import Clause, Phrase, Role
from zusage.reading.actors import Use
from zusage.reading.context import Context
from zusage.reading.lexicon import words

LEAST_TOWARDS = 2
"""Contributions towards a state that make it the report's recipient."""
TOWARDS = words("towards")
GIVING = frozenset({"give", "commit", "join"})


def main_recipient(context: Context, default: str | None) -> str | None:
    """The state that the report's contributions go to: the one named most often behind "für", "in", "to", "for".

    Who is told to give more often is none.
    ``default``: the dossier's recipient; it wins where the report names it at all.
    """
    counts: Counter[str] = Counter()
    gives: Counter[str] = Counter()
    mentioned: Counter[str] = Counter()
    for mention in context.who.mentions:
        if mention.actor is not None and mention.kind == "state":
            mentioned[mention.actor] += 1
    if default is not None and mentioned[default]:
        return default
    for index, clause in enumerate(context.clauses):
        sense = context.sense(index)
        if (
            context.is_hidden(clause)
            or sense is None
            or sense.kind not in ("give", "commit", "join", "withdraw", "refuse")
        ):
            continue
        counts.update(_named(context, clause))
        if sense.kind in GIVING:
            gives.update(ref.actor for ref in context.actors(clause.subject))
    towards = [actor for actor in counts if counts[actor] >= gives[actor]]
    if not towards:
        return None
    best = max(towards, key=lambda a: (counts[a], mentioned[a], a))
    return best if counts[best] >= LEAST_TOWARDS or mentioned[best] > LEAST_TOWARDS else None


def named_recipient(context: Context, clauses: tuple[int, ...], actor: str | None) -> str | None:
    """The recipient that the clauses themselves name, None if they name none."""
    for index in clauses:
        for found in _named(context, context.clauses[index]):
            if found != actor:
                return found
    return None


def _named(context: Context, clause: Clause) -> list[str]:
    found: list[str] = []
    for phrase in clause.phrases:
        if phrase.role == Role.SUBJECT and phrase.head in context.who.by_token:
            continue  # "the governments in Oslo and Rome" are where they sit
        if phrase.role == Role.INDIRECT:
            found.extend(_states(context, phrase))
        for part in phrase.walk():
            if part.prep in TOWARDS and not (part.prep == "in" and _is_where_it_is_told(context, part)):
                found.extend(_states(context, part))
    return found


def _is_where_it_is_told(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names the city of the dateline: "NAIROBI – Donors in Nairobi promised …" tells where they met."""
    place = context.who.by_token.get(phrase.head)
    if place is None or place.use is not Use.PLACE:
        return False
    text = context.report.text
    city = text[place.char_start : place.char_end].lower()
    lines = (each for each in context.who.mentions if each.use is Use.DATELINE)
    return any(text[each.char_start : each.char_end].lower() == city for each in lines)


def names_state(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names a state or a people, as whom something is given to."""
    return bool(_states(context, phrase))


def _states(context: Context, phrase: Phrase) -> list[str]:
    mention = context.who.by_token.get(phrase.head)
    if mention is not None and mention.start < phrase.start:
        return []  # the preposition is part of a name: "Bank für Wiederaufbau und Entwicklung"
    refs = context.who.actors_at(phrase.head, places=True)
    return [r.actor for r in refs if r.actor is not None and r.person is None and not r.actor.startswith("group:")]
