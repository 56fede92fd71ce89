"""Features of a clause, of a spot and of a content by themselves: each is worked out once and serves many pairs.

They come in parts, as those of `zusage.reading.pairs.relations`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zusage.language.analysis import VerbGroup
from zusage.reading.operators import is_negated
from zusage.reading.pairs.contents import Content
from zusage.reading.pairs.pairing import Scene
from zusage.reading.pairs.spots import Spot
from zusage.reading.pairs.weights import Part

NAMED_BY_NOUN = frozenset({"thing", "action", "generic", "unknown", "number"})
BESIDE = frozenset(":,()")
OPENING = 2
"""Tokens of a sentence's beginning."""


def sort_of(actor: str) -> str:
    """The sort of an actor: "group", "person", "state", "organisation"."""
    if ":" in actor:
        return actor.split(":", 1)[0]
    return "state" if len(actor) == len("fr") else "organisation"


def use_of(spot: Spot) -> str:
    """How the words stand for the actor: the mention's use, else how the spot came about."""
    mention = spot.ref.mention
    return str(mention.use) if mention is not None and spot.how == "named" else spot.how


class Word(NamedTuple):
    """The lemma of a verb ("lemma"), or of a noun ("noun")."""

    what: str
    lemma: str

    def features(self) -> Sequence[str]:
        """The feature that depends on this alone."""
        return (f"{self.what} {self.lemma}",)


class Form(NamedTuple):
    """What a clause is, and what is said of it."""

    kind: str
    link: str
    clause: str
    voice: str
    value: str | None
    negated: bool
    question: bool

    def features(self) -> Iterator[str]:
        """The features that depend on these alone."""
        kind = self.kind
        yield from (f"verb {kind}", f"link {self.link}", f"clause {self.clause}", f"voice {self.voice}")
        if self.value:
            yield f"verb {kind}={self.value}"
        if self.negated:
            yield from ("negated", f"verb {kind} & negated")
        if self.question:
            yield "question"


class OfVerb(NamedTuple):
    """The form of a clause's verb."""

    kind: str
    tense: str
    mood: str
    voice: str
    modals: tuple[str, ...]

    def features(self) -> Sequence[str]:
        """The features that depend on these alone."""
        kind, tense, mood, voice, modals = self
        return (
            f"tense {tense}",
            f"mood {mood}",
            f"passive {voice}",
            f"verb {kind} & tense {tense}",
            f"verb {kind} & passive {voice}",
            *(f"modal {modal}" for modal in modals),
        )


class Above(NamedTuple):
    """What stands over a clause: operators, and the clause that it hangs on."""

    blocked: str
    firmness: str | None
    link: str
    over: str

    def features(self) -> Iterator[str]:
        """The features that depend on these alone."""
        if self.blocked:
            yield from ("blocked", f"blocked by {self.blocked}")
        if self.firmness:
            yield f"under {self.firmness}"
        if self.over:
            yield from (f"over {self.over}", f"link {self.link} & over {self.over}")


def parts_of_clause(scene: Scene, index: int) -> list[Part]:
    """What a clause is: its verb, its link, what stands over it, who says it.

    Example: "Estland schickt eine Kompanie" has ``verb give``, ``tense present``.
    """
    clause, kind, chain, said = scene.context.clauses[index], scene.kind(index), scene.chain(index), scene.said[index]
    sense = scene.context.sense(index)
    value = sense.value if sense is not None else None
    voice = said.voice if said else "none"
    found: list[Part] = [
        (Form, (kind, clause.link, clause.kind, voice, value, is_negated(clause), clause.question)),
    ]
    if clause.verb is not None:
        found += _parts_of_verb(clause.verb, kind)
    if chain.blocked or chain.firmness or clause.parent is not None:
        over = scene.kind(clause.parent) if clause.parent is not None else ""
        found.append((Above, ((chain.blocked or "").split(" ")[0], chain.firmness, clause.link, over)))
    return found


def _parts_of_verb(verb: VerbGroup, kind: str) -> Sequence[Part]:
    return (Word, ("lemma", verb.lemma)), (OfVerb, (kind, verb.tense, verb.mood, verb.voice, verb.modals))


class Actor(NamedTuple):
    """What somebody is, how he is named and where he stands; ``before``: a sign that follows him, empty for none."""

    role: str
    use: str
    how: str
    sort: str
    mention: str | None
    prep: str | None
    part: str
    in_office: bool
    before: str
    opens: bool

    def features(self) -> Iterator[str]:
        """The features that depend on these alone."""
        role, use, how, sort, mention, prep, part, in_office, before, opens = self
        yield from (f"actor {role}", f"use {use}", f"how {how}", f"sort {sort}", f"actor {role} & use {use}")
        if mention is not None:
            yield f"mention {mention}"
        if prep:
            yield from (f"actor under {prep}", f"actor under {prep} & use {use}")
        if part:
            yield f"actor is the {part}"
        if in_office:
            yield "actor is a person in office"
        if before:
            yield f"actor before {before}"
        if opens:
            yield "actor opens the sentence"


def parts_of_spot(scene: Scene, spot: Spot) -> list[Part]:
    """What somebody is and where he stands.

    Example: "Oslo" in "In Oslo trafen sich die Geber" has ``actor oblique``, ``use place``.
    """
    ref, place, tokens = spot.ref, spot.place, scene.context.tokens
    following = tokens[spot.token + 1].text if spot.token + 1 < len(tokens) else ""
    own = (
        spot.role,
        use_of(spot),
        spot.how,
        sort_of(ref.actor),
        ref.mention.kind if ref.mention is not None else None,
        place.prep if place is not None else None,
        _part_of(scene, ref.actor),
        bool(ref.person),
        following if spot.how != "speaker" and following in BESIDE else "",
        spot.token - scene.context.analysis.sentences[spot.sentence].start <= OPENING,
    )
    return [(Actor, own)]


def _part_of(scene: Scene, actor: str) -> str:
    """What part somebody has in the dossier."""
    if actor == scene.recipient:
        return "recipient"
    return "adversary" if actor == scene.context.adversary else ""


class Matter(NamedTuple):
    """What could be contributed, and what it is to its clause; ``counts``: what a number counts in it."""

    sort: str
    measure: str | None
    role: str
    prep: str | None
    counts: str | None
    negated: bool

    def features(self) -> Iterator[str]:
        """The features that depend on these alone."""
        sort, measure, role, prep, counts, negated = self
        yield from (f"content {sort}", f"measure {measure}", f"content {sort} & measure {measure}")
        yield from (f"content as {role}", f"content {sort} & content as {role}")
        if prep:
            yield f"content under {prep}"
        if counts is not None:
            yield from ("quantity", f"quantity & content {sort}", f"counts {counts}")
        if negated:
            yield "content negated"


def parts_of_content(scene: Scene, content: Content) -> list[Part]:
    """What could be contributed, by its words.

    Example: "fünf Zelte" has ``content thing``, ``quantity``.
    """
    place, sort = content.place, content.sort
    prep = counts = None
    negated = False
    if place is not None:
        counted = scene.context.quantities_in(place.phrase.start, place.phrase.end)
        prep, counts, negated = place.prep, counted[0].kind if counted else None, place.phrase.negated
    found: list[Part] = [(Matter, (sort, content.measure, place_role(content), prep, counts, negated))]
    if sort in NAMED_BY_NOUN:
        found.append((Word, ("noun", scene.context.tokens[content.token].lemma.lower())))
    return found


def place_role(content: Content) -> str:
    """What the words are to their clause: "object", "genitive below subject", "none" without a phrase of their own."""
    if content.place is None:
        return "none"
    place = content.place
    return str(place.role) if place.depth == 0 else f"{place.role} below {place.top}"
