"""Ships and aircraft that are given away: they are arms, not the giver's own forces.

Source: codebook, section 2 (`arms` weapons and equipment; `air`, `naval` own aircraft and ships).
"""

from __future__ import annotations

from zusage.language.analysis import Clause, Phrase, Role
from zusage.reading.context import Context
from zusage.reading.lexicon import words

OWN_FORCES = frozenset({"air", "naval", "intelligence"})
TRANSFER = words("transfer")
TRANSFER_NOUNS = words("transfer-nouns")
UNIONS = frozenset({"eu", "un"})
"""Actors with ids as short as a state's."""
WITHIN = 5
"""Tokens behind a noun of giving away that its object may be: "die Lieferung der ersten sechs Kampfjets"."""


def handed_over(context: Context, index: int, token: int, measure: str) -> str:
    """The measure of something at a token, given what a clause does with it.

    Examples: "übergab zwei Boote", "stellt der Ukraine 42 Kampfjets bereit", "provides Ghana with two boats" and "die Lieferung
    von Kampfjets" are arms; "stellt der Nato zwei Fregatten bereit" and "stellt der EU-Mission zwei Fregatten bereit" are naval.
    So are people: "offered divers". "Liefert vier Aufklärungsdrohnen" is arms, too, "liefert Satellitenbilder" is intelligence.
    """
    if measure == "intelligence" and not any(
        context.ends(context.tokens[token].lemma, end) for end in words("given-machines")
    ):
        return measure  # data and pictures are no arms
    if measure not in OWN_FORCES or context.tokens[token].lemma.lower() in words("crews"):
        return measure
    sense = context.sense(index)
    clause = context.clauses[index]
    if sense is not None and sense.kind in ("give", "commit") and (sense.lemma in TRANSFER or _gets(context, clause)):
        return "arms"
    first = max(token - WITHIN, clause.start)
    given = any(context.tokens[i].lemma.lower() in TRANSFER_NOUNS for i in range(first, token))
    return "arms" if given else measure


def _gets(context: Context, clause: Clause) -> bool:
    """Say whether a state is the indirect object, or where what "goes" to somebody goes: "Sechs Jets gehen an Chile"."""
    if any(_is_state(context, phrase) for phrase in clause.with_role(Role.INDIRECT)):
        return True
    equips = clause.verb is not None and clause.verb.lemma in words("equipping")
    if equips and any(_is_state(context, phrase) for phrase in clause.with_role(Role.OBJECT)):
        return any(phrase.prep in ("mit", "with") for phrase in clause.phrases)
    goes = clause.verb is not None and clause.verb.lemma == "gehen"
    return goes and any(phrase.prep == "an" and _is_state(context, phrase) for phrase in clause.phrases)


def _is_state(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names a state: what a mission of the European Union gets stays its giver's."""
    named = (ref.actor for ref in context.actors(phrase) if ref.person is None)
    return any(len(actor) == len("fr") and actor not in UNIONS for actor in named)
