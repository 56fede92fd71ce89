"""Who takes the same stance as the one before: "China echoed that", "Peru schloss sich an", "Chile äußerte sich ähnlich".

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Pos
from zusage.model.values import Stance
from zusage.reading.context import Context
from zusage.reading.positions.holders import holders
from zusage.reading.positions.opinions import turned
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words

ALIKE = "likewise"

GAPPED = {"dagegen": Stance.OPPOSES, "against": Stance.OPPOSES, "dafür": Stance.SUPPORTS, "nicht": None, "not": None}
"""Words that stand for a whole clause behind a name, with the stance, or None for the opposite of the other's."""
PARTING = frozenset({",", ";", "und", "and", "but", "aber", "–", "—"})


def likewise(place: Place, before: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield the stance that a clause repeats, of the last opinion in its sentence or the one before it.

    Examples: "Peru demanded a truce. Chile echoed that."; "Togo kritisierte den Plan, Benin schloss sich dem an."
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None or clause.verb.modals or not before:
        return
    same = clause.verb.lemma in words("likewise-verbs") or bool(
        place.words & words("likewise-words") and clause.verb.lemma in words("uttering")
    )
    last = before[-1]
    if not same or context.clauses[last.clauses[0]].sentence < clause.sentence - 1 or not _takes_up(place):
        return
    refs = tuple(
        ref
        for ref in holders(context, clause, place.said)
        if ref.actor != last.actor.actor and not place.topics.contributes(ref.actor, place.index)
    )
    yield from plain(place, refs, last.stance, last.topic, ALIKE, sure=last.sure * 0.8)


def gapped(place: Place, own: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield who is for or against what another is: "Togo ist für das Embargo, **Benin dagegen**", "…, **Benin not**"."""
    context = place.context
    end = context.analysis.sentences[place.clause.sentence].end
    for i in range(place.clause.start + 1, end) if own else ():
        word = context.tokens[i].lower
        mention = context.who.by_token.get(i - 1)
        if (
            word not in GAPPED
            or mention is None
            or mention.actor is None
            or not _stands_alone(context, mention.start, i)
        ):
            continue
        stance = GAPPED[word] or turned(own[-1].stance, negated=True)
        refs = tuple(r for r in context.who.actors_at(i - 1) if r.actor != own[-1].actor.actor)
        if stance is not None:
            yield from plain(place, refs, stance, own[-1].topic, ALIKE, sure=own[-1].sure * 0.8)


def _stands_alone(context: Context, start: int, end: int) -> bool:
    """Say whether a name and one word stand between marks: ", Benin dagegen."."""
    before = context.tokens[start - 1].lower if start else ""
    behind = context.tokens[end + 1] if end + 1 < len(context.tokens) else None
    return before in PARTING and (behind is None or behind.pos is Pos.PUNCT)


def _takes_up(place: Place) -> bool:
    """Say whether what somebody joins is an opinion: a pronoun, a word for one or nothing, and no coalition or treaty."""
    context, clause = place.context, place.clause
    objects = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "in", "zu")]
    return all(
        context.head(p).lower in words("taking-up") | words("likewise-words") | {"dem", "ihm", "ihr", "ihnen", "sich"}
        or context.head(p).lemma.lower() in words("views-held")
        or bool(context.actors(p))
        for p in objects
    )
