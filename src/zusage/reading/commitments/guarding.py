"""Own forces that go to the own border are no contribution to anything: "Armenia moved 3,000 soldiers to **its border**".

What another state's border is guarded with is one: "schickt 100 Soldaten an die **polnische** Grenze". Uses mentions.
Source: codebook, section 2 (to a common effort or to its recipient).
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.analysis import Clause, Phrase
from zusage.reading.commitments.case import SENT_OUT, Case
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution
from zusage.reading.lexicon import words
from zusage.reading.parties import possessors

BESIDE = frozenset({"mit", "zu", "zum", "zur", "with", "to"})
"""What stands between a border and who lives behind it: "an der Grenze **zu** Ecuador"."""
REACH = 4
"""Tokens behind a border within which he is named."""


def is_guarding(case: Case, contributions: Sequence[Contribution]) -> bool:
    """Say whether a clause only tells that somebody sends own soldiers or machines to the own border."""
    sent = bool(contributions) and all(c.measure in SENT_OUT for c in contributions)
    return sent and guards_own_border(case.context, case.clause)


def guards_own_border(context: Context, clause: Clause) -> bool:
    """Say whether a clause names the border of its subject: "an die Grenze zu Ecuador", not "zwischen Mali und Niger"."""
    own = {ref.actor for ref in context.actors(clause.subject)}
    others = (p for p in clause.phrases if p is not clause.subject)
    return bool(own) and any(_is_own_border(context, part, own) for phrase in others for part in phrase.walk())


def _is_own_border(context: Context, part: Phrase, own: set[str]) -> bool:
    if part.prep is None or context.head(part).lemma.lower() not in words("borders"):
        return False
    tokens, whose = context.tokens, possessors(context, part)
    if whose:
        return all(ref.actor in own for ref in whose)
    if not {tokens[i].lower for i in range(part.start, part.head)}.isdisjoint(words("own-of-it")):
        return True
    at = part.head + 1
    if at >= len(tokens) or tokens[at].lower not in BESIDE:
        return False
    behind = context.who.actors_in(at + 1, min(at + REACH, len(tokens)))
    return bool(behind) and own.isdisjoint(ref.actor for ref in behind[:1])
