"""Who takes the same stance as the one before: "China echoed that", "Peru schloss sich an", "Chile äußerte sich ähnlich".

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Link, Phrase, Pos
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import Context
from zusage.reading.parties import possessors
from zusage.reading.positions.holders import holders
from zusage.reading.positions.opinions import turned
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words

ALIKE = "likewise"
SAME, OTHER_WAY = "the same", "the other way"
CONTRARY = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.DEMANDS: Stance.OPPOSES,
    Stance.DOUBTS: Stance.SUPPORTS,
}
"""What somebody thinks who contradicts."""

NEAR = 3
"""Sentences back in which the stance was told whose side is taken."""

GAPPED = {"dagegen": Stance.OPPOSES, "against": Stance.OPPOSES, "dafür": Stance.SUPPORTS, "nicht": None, "not": None}
"""Words that stand for a whole clause behind a name, with the stance, or None for the opposite of the other's."""
ALSO = frozenset({"auch", "ebenfalls", "ebenso"})
"""German words behind a name by which he thinks the same."""
SO = frozenset({"so", "as"})
AUXILIARY = frozenset({"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "would", "will"})
"""English words before a name by which he thinks the same: "and so is Peru", "as did Chile"."""
PARTING = frozenset({",", ";", "und", "and", "but", "aber", "–", "—"})


def likewise(place: Place, before: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield the stance that a clause repeats or contradicts, of the last opinion in its sentence or the one before it.

    Examples: "Peru demanded a truce. Chile echoed that."; "Togo kritisierte den Plan, Benin schloss sich dem an."; "Peru backs the
    levy. Chile disagreed."; "Peru verlangt Zölle. Chile **hielt dagegen**, das schade allen."
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.verb.modals or not before or clause.link in (Link.CONDITION, Link.TIME):
        return
    last = before[-1]
    if context.clauses[last.clauses[0]].sentence < clause.sentence - 1:
        return
    way = _way(place)
    stance = {SAME: last.stance, OTHER_WAY: CONTRARY[last.stance]}.get(way or "")
    if stance is None or not _takes_up(place):
        return
    refs = tuple(
        ref
        for ref in holders(context, clause, place.said)
        if ref.actor != last.actor.actor and not place.topics.contributes(ref.actor, place.index)
    )
    yield from plain(place, refs, stance, last.topic, ALIKE, sure=last.sure * 0.8)


def _way(place: Place) -> str | None:
    """Say whether a clause tells the same opinion as another or the contrary one: "agreed", "sees it differently"."""
    verb, own = place.clause.verb, place.words
    if verb is None:
        return None
    utters = verb.lemma in words("uttering")
    if place.clause.negation is not None:
        return OTHER_WAY if verb.lemma in words("concurring") and not verb.modals else None
    if verb.lemma in words("countering") or (verb.lemma == "halten" and "dagegen" in own):
        return OTHER_WAY
    if verb.lemma in words("dissenting") or (utters and own & words("differently")):
        return None if _has_content(place) else OTHER_WAY
    if verb.lemma in words("likewise-verbs") | words("concurring") or (utters and own & words("likewise-words")):
        return SAME
    return SAME if _grants_right(place) else None


def _has_content(place: Place) -> bool:
    """Say whether a clause names what it is about: "disagreed **about rice**", "disagreed **that** …"."""
    named = any(p.prep in words("about-stances") - {"to"} for p in place.clause.phrases)
    return named or bool(place.content())


def contradicts(place: Place) -> bool:
    """Say whether a clause only tells that somebody thinks the contrary: "Peru disagreed"."""
    verb = place.clause.verb
    return verb is not None and verb.lemma in words("dissenting") and not _has_content(place)


def _grants_right(place: Place) -> bool:
    """Say whether somebody is granted to be right: "gab ihr recht"."""
    verb = place.clause.verb
    return verb is not None and verb.lemma == "geben" and bool(place.words & {"recht"})


def taking_side(place: Place, before: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield who takes the side of somebody whose stance was told before: he has the same.

    Examples: "Peru opposes the levy. Chile **sided with Peru**"; "Peru ist dagegen, Chile **stellte sich auf die Seite Perus**".
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None or clause.verb.modals or not before:
        return
    theirs = {ref.actor for phrase in clause.phrases for ref in _whose_side(place, phrase)}
    last = next((o for o in reversed(before) if o.actor.actor in theirs), None) if theirs else None
    if last is None or context.clauses[last.clauses[0]].sentence < clause.sentence - NEAR:
        return
    refs = tuple(ref for ref in holders(context, clause, place.said) if ref.actor not in theirs)
    yield from plain(place, refs, last.stance, last.topic, ALIKE, sure=last.sure * 0.8)


def _whose_side(place: Place, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Whose side it is: "sided **with Peru**", "steht an der Seite **Perus**", "sprang **Peru** bei"."""
    context, verb = place.context, place.clause.verb
    if verb is not None and verb.lemma in words("siding"):
        return context.actors(phrase) if phrase.prep == "with" else ()
    if verb is not None and (verb.lemma in words("siding-dative") or _grants_right(place)):
        return context.actors(phrase) if phrase.prep is None and phrase is not place.clause.subject else ()
    if phrase.prep in ("an", "auf", "on", "at") and context.head(phrase).lemma.lower() in words("sides"):
        return possessors(context, phrase)
    return ()


def adopting(place: Place, before: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield who makes another's opinion his own, which a noun names: a demand, a worry, a view.

    Examples: "Peru fears for the fund. Chile **shares these concerns**"; "Togo verlangt eine Waffenruhe. Benin **schloss sich der
    Forderung an**"; "Kenya **made the same plea**".
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.verb.modals or not before or clause.negation is not None:
        return
    noun = next((p for p in clause.phrases if p is not clause.subject and _is_adopted(place, p)), None)
    if noun is None:
        return
    named = context.lexicon.stances.get(context.head(noun).lemma.lower())
    theirs = {ref.actor for ref in possessors(context, noun)}
    near = [o for o in before if context.clauses[o.clauses[0]].sentence >= clause.sentence - NEAR]
    near = [o for o in near if o.actor.actor in theirs] or near
    last = next((o for o in reversed(near) if named is None or _is_called(o.stance, Stance(named))), None)
    if last is None:
        return
    refs = tuple(ref for ref in holders(context, clause, place.said) if ref.actor not in theirs | {last.actor.actor})
    yield from plain(place, refs, last.stance, last.topic, ALIKE, sure=last.sure * 0.8)


def standing_by(place: Place, before: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield who supports somebody in the opinion that was told of him before.

    Examples: "Peru fordert eine Abgabe. **Peru erhielt Unterstützung von Chile**"; "Peru wants a levy. **Chile backed Peru**".
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None or clause.verb.modals or not before:
        return
    sides = _helped(place)
    if sides is None:
        return
    helped, helpers = sides
    names = {ref.actor for ref in helped}
    last = next((o for o in reversed(before) if o.actor.actor in names), None)
    if last is None or context.clauses[last.clauses[0]].sentence < clause.sentence - NEAR:
        return
    stance = Stance.SUPPORTS if last.stance is Stance.DEMANDS else last.stance
    refs = tuple(ref for ref in helpers if ref.actor not in names)
    yield from plain(place, refs, stance, last.topic, ALIKE, sure=last.sure * 0.8)


def _helped(place: Place) -> tuple[Sequence[ActorRef], Sequence[ActorRef]] | None:
    """Who is helped and by whom: "**Peru** erhielt Hilfe von **Chile**", "**Chile** backed **Peru**"."""
    context, clause, verb = place.context, place.clause, place.clause.verb
    if verb is None:
        return None
    objects = [p for p in clause.phrases if p.prep is None and p is not clause.subject]
    if verb.lemma in words("standing-by"):
        if verb.voice != "active":
            agents = [p for p in clause.phrases if p.prep in ("by", "von")]
            return context.actors(clause.subject), [r for p in agents for r in context.actors(p)]
        return [r for p in objects for r in context.actors(p)], holders(context, clause, place.said)
    if verb.lemma not in words("drawing"):
        return None
    help_ = next((p for p in clause.phrases if _is_help(context, p)), None)
    if help_ is None:
        return None
    near = [p for p in (*clause.phrases, *help_.dependents) if p.prep in words("whence")]
    near += [p for q in objects for p in q.dependents if p.prep in words("whence")]
    helpers = [ref for p in near for part in p.each() for ref in context.who.actors_at(part.head, places=True)]
    named = [clause.subject, *objects] if clause.subject is not None else objects
    return [r for p in named if p is not help_ for r in context.who.actors_at(p.head, places=True)], helpers


def _is_help(context: Context, phrase: Phrase) -> bool:
    noun = context.head(phrase).lemma.lower()
    return phrase.prep is None and (noun in words("no-help") or noun in ("unterstützung", "support", "beistand"))


def _is_called(stance: Stance, named: Stance) -> bool:
    """Say whether a noun of stance may name an opinion: criticism may be doubt."""
    against = {Stance.OPPOSES, Stance.DOUBTS}
    return stance is named or {stance, named} <= against


def _is_adopted(place: Place, phrase: Phrase) -> bool:
    """Say whether a phrase names an opinion that the verb takes over: "shares the **concern**", "made the same **plea**"."""
    context, verb = place.context, place.clause.verb
    noun = context.head(phrase).lemma.lower()
    if noun not in context.lexicon.stances and noun not in words("views-held"):
        return False
    inner = {context.tokens[i].lower for i in context.inner_tokens(phrase)}
    if phrase.prep in (None, "in", "of", "zu") and inner & words("the-same"):
        return True  # "made the same plea", "ist derselben Ansicht"
    if (
        verb is None
        or phrase.prep is not None
        or any(p.prep in ("for", "um", "nach", "to", "about", "over", "an") for p in phrase.dependents)
    ):
        return False  # "backed the call for a truce": names what it is about
    return verb.lemma in words("adopting")


def gapped(place: Place, own: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield who is for or against what another is, without a verb of his own.

    Examples: "Togo ist für das Embargo, **Benin dagegen**"; "Togo backs it, **Benin not**"; "…, and **so is Benin**"; "…, **ebenso
    Benin und Mali**".
    """
    tokens, end = place.context.tokens, place.context.analysis.sentences[place.clause.sentence].end
    for i in range(place.clause.start + 1, end) if own else ():
        word = tokens[i].lower
        if word in SO:
            yield from _so_is(place, i, own[-1])
        elif word in ALSO and tokens[i - 1].text == "," and i + 1 < end and i + 1 in place.context.who.by_token:
            yield from _same(place, _names_from(place, i + 1), own[-1], own[-1].stance)
        elif word in ALSO or word in GAPPED:
            yield from _behind_name(place, i, own[-1])


def _behind_name(place: Place, i: int, other: Opinion) -> Iterator[Opinion]:
    """Who thinks what the one word behind his name says: ", **Benin dagegen**", ", **Benin und Mali auch**"."""
    word, context = place.context.tokens[i].lower, place.context
    names, start = _names_before(place, i)
    if not names or not _stands_alone(context, start, i):
        return
    stance = other.stance if word in ALSO else GAPPED[word] or turned(other.stance, negated=True)
    if stance is not None:
        yield from _same(place, names, other, stance)


def _names_before(place: Place, i: int) -> tuple[list[int], int]:
    """The names that end right before a token, the first token of each, and where they begin: "**Benin und Mali** | nicht"."""
    tokens, named = place.context.tokens, place.context.who.by_token
    found: list[int] = []
    mention = named.get(i - 1)
    start = i
    while mention is not None and mention.actor is not None:
        found.append(mention.head)
        start = mention.start
        joined = start > 1 and tokens[start - 1].lower in ("und", "and", ",")
        mention = named.get(start - 2) if joined else None
    return found[::-1], start


def _names_from(place: Place, at: int) -> list[int]:
    """The names from a token on: "Benin and Mali"."""
    tokens, named = place.context.tokens, place.context.who.by_token
    end, found = place.context.analysis.sentences[place.clause.sentence].end, []
    while at < end and (mention := named.get(at + (tokens[at].lower in ("the", "die")))) is not None:
        found.append(mention.head)
        at = mention.end
        if at >= end or tokens[at].lower not in ("und", "and", ","):
            break
        at += 1
    return found


def _so_is(place: Place, i: int, other: Opinion) -> Iterator[Opinion]:
    """Who thinks the same by an auxiliary before his name: "Togo is against it, and **so is Benin**", "**as did Chad**"."""
    tokens, end = place.context.tokens, place.context.analysis.sentences[place.clause.sentence].end
    if i + 2 >= end or tokens[i + 1].lower not in AUXILIARY:
        return
    yield from _same(place, _names_from(place, i + 2), other, other.stance)


def _same(place: Place, heads: Sequence[int], other: Opinion, stance: Stance) -> Iterator[Opinion]:
    refs = tuple(r for at in heads for r in place.context.who.actors_at(at) if r.actor != other.actor.actor)
    yield from plain(place, refs, stance, other.topic, ALIKE, sure=other.sure * 0.8)


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
