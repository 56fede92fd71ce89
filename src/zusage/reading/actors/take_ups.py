"""Nouns that take up an actor: "beide Länder", "the host", "das Bündnis", "sein Land". Uses the walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from zusage.language.analysis import Pos
from zusage.reading.actor_tables import Row, alternatives, read_table, words
from zusage.reading.actors.discourse import Entity
from zusage.reading.actors.folding import fold
from zusage.reading.actors.mention import ActorRef, Mention, MentionKind, Use
from zusage.reading.actors.walk import Walk
from zusage.reading.actors.who import Refs

_PAIRS = words("pairs")
_ALONE = words("pair-alone")
_STATE_NOUNS = words("state-nouns")
_HOSTS = words("hosts")
_DEFINITE = words("definite")
_DESCRIBED = 8
"""Tokens before a noun that may describe it."""
_DESCRIBING = frozenset({Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.NUM, Pos.ADV})
_HYPHENS = frozenset({"-", "–"})
_SUPERLATIVE = frozenset({"RBS", "POS", "VBN"})
_PAIR = 2
_WHOLE_REPORT = 1000


def link_noun(walk: Walk, index: int) -> bool:
    """Link a word that takes up an actor, if it is one; say whether it was such a word."""
    word = walk.word(index)
    if word in _PAIRS and _is_pair(walk, index):
        _link_pair(walk, index)
    elif word in _HOSTS:
        _link_host(walk, index)
    elif word in descriptions(walk.language):
        _link_description(walk, index)
    else:
        return False
    return True


def _is_pair(walk: Walk, index: int) -> bool:
    """Say whether "both", "the two", "beide" speaks of two states: alone, or before "countries"."""
    following = walk.token(index + 1)
    if following is not None and following.pos in {Pos.NOUN, Pos.ADJ, Pos.PROPN}:
        return fold(following.text) in _STATE_NOUNS
    return walk.word(index) in _ALONE or walk.word(index - 1) in _DEFINITE


def _link_pair(walk: Walk, index: int) -> None:
    """Link a pair to the last two states: "Oslo und Kopenhagen zahlen. Beide Länder liefern auch."."""
    refs = _last_pair(walk, index)
    if len(refs) != _PAIR:
        return
    noun = index + 1 if fold(walk.word(index + 1)) in _STATE_NOUNS else index
    found = tuple(replace(ref, reason="the last pair named") for ref in refs)
    walk.link(index, found)
    walk.link(noun, found)
    walk.discourse.add(noun, found, frozenset({"p", "pair"}))


def _last_pair(walk: Walk, index: int) -> Refs:
    single: dict[str, ActorRef] = {}
    for entity in walk.discourse.recent(index):
        if "pair" in entity.kinds:
            return entity.refs
        for ref in entity.refs:
            if not entity.place and ref.actor in walk.gazetteer.states:
                single.setdefault(ref.actor, ref)
    return tuple(reversed(list(single.values())[:_PAIR]))


def _link_host(walk: Walk, index: int) -> None:
    """Link "the host", "der Gastgeber" to somebody of a state that the report names as a place."""
    token = walk.token(index)
    if token is None or token.pos is Pos.VERB:
        return
    places = {mention.actor for mention in walk.who.mentions if mention.use in {Use.DATELINE, Use.PLACE}}
    for entity in walk.discourse.recent(index, _WHOLE_REPORT):
        named = entity.mention
        is_person = named is not None and named.kind is MentionKind.PERSON
        if is_person and entity.refs and entity.refs[0].actor in places:
            refs = (replace(entity.refs[0], reason="the host of the place"),)
            walk.link(index, refs)
            walk.discourse.add(index, refs, entity.kinds, named)
            return
    _link_place(walk, index)


def _link_place(walk: Walk, index: int) -> None:
    """Link "the hosts" of a report with a dateline to the state it is written from: "STOCKHOLM (AP) … the hosts paid"."""
    lines = [m for m in walk.who.mentions if m.use is Use.DATELINE and m.actor is not None]
    if len({m.actor for m in lines}) != 1 or walk.word(index - 1) not in _DEFINITE or walk.german:
        return
    refs = (ActorRef(lines[0].actor or "", None, None, lines[0], "the host of the place"),)
    walk.link(index, refs)


def _link_description(walk: Walk, index: int) -> None:
    """Link a noun to the actor it takes up: "das Land", "the alliance"; "sein Land" is his state."""
    kinds = descriptions(walk.language)[walk.word(index)]
    named = walk.who.by_token.get(index + 1)
    following = walk.token(index + 1)
    described = walk.german and following is not None and following.pos is Pos.ADJ
    if named is not None and named.actor is not None and not described:
        _appose(walk, index, named, kinds)
        return  # but "auch bildet das Land | ukrainische Soldaten aus"
    if walk.word(index).endswith("insel") and (index not in walk.discourse.subjects or _is_name(walk, index + 1)):
        return  # "auf der Insel", "die Insel Timor"
    owner = walk.possessor(index)
    if owner is not None and "state" in kinds and owner.actor in walk.gazetteer.states:
        walk.link(index, (replace(owner, reason="the state of the one named before"),))
    elif owner is None and _is_definite(walk, index):
        _link_last(walk, index, kinds)


def _is_name(walk: Walk, index: int) -> bool:
    token = walk.token(index)
    return token is not None and token.pos is Pos.PROPN


def _is_definite(walk: Walk, index: int) -> bool:
    """Say whether "the" stands before a noun, or before what describes it: "the East African nation", "das arme Land".

    Not before somebody else's name: "the Norwegian state".
    """
    for at in range(index - 1, max(index - 1 - _DESCRIBED, -1), -1):
        if walk.word(at) in _DEFINITE:
            return True
        token, named = walk.token(at), walk.who.by_token.get(at)
        if token is None or (
            token.pos not in _DESCRIBING and token.text not in _HYPHENS and token.tag not in _SUPERLATIVE
        ):
            return False
        if named is not None and named.actor is not None:
            return False
    return False


def _link_last(walk: Walk, index: int, kinds: frozenset[str]) -> None:
    """Link a noun to the last actor of its kind; one that acts to the last that acted, if there is one.

    Example: "Peru sagte Chile und Kuba Geld zu. **Das Land** gibt Chile 20 Millionen. Auch schickt **das Land** Zelte." is Peru.
    """
    fitting = [entity for entity in walk.discourse.recent(index) if _is_of_kind(walk, entity, kinds)]
    among = _described(walk, index)
    fitting = fitting if among is None else [entity for entity in fitting if entity.refs[0].actor in among]
    named = [e for e in fitting if e.mention is None or e.mention.use is not Use.PEOPLE]
    fitting = named or fitting  # "ruled out taking in more Syrians, saying **the country** was full"
    acting = [e for e in fitting if e.subject] if walk.german and index in walk.discourse.subjects else []
    if fitting:
        entity = (acting or fitting)[0]
        refs = (replace(entity.refs[0], person=None, reason="a noun that takes it up"),)
        walk.link(index, refs)
        walk.discourse.add(index, refs, frozenset(), None)


def _described(walk: Walk, index: int) -> frozenset[str] | None:
    """The states that a description leaves: "Uganda hilft wie Italien. **Das ostafrikanische Land** …"; None: all of them."""
    regions = _regions()
    found = regions.get(walk.word(index))
    for at in range(index - 1, max(index - 1 - _DESCRIBED, -1), -1):
        word = walk.word(at)
        if found is not None or word in _DEFINITE:
            return found
        for form in (f"{walk.word(at - 1)} {word}", f"{walk.word(at - 2)} {word}", word, *_stems(word)):
            found = found or regions.get(form)
    return found


def _stems(word: str) -> Iterator[str]:
    """A German adjective without its ending: "ostafrikanische", "ostafrikanischen"."""
    return (word.removesuffix(ending) for ending in ("e", "en", "er", "es", "em") if word.endswith(ending))


def _is_of_kind(walk: Walk, entity: Entity, kinds: frozenset[str]) -> bool:
    if len(entity.refs) != 1 or entity.place:
        return False
    actor = entity.refs[0].actor
    return walk.gazetteer.type_of(actor) in kinds or actor in kinds


def _appose(walk: Walk, index: int, named: Mention, kinds: frozenset[str]) -> None:
    """Let a noun before a name give it its gender: "**die Fraktion** Die Linke … **Sie** fordert"."""
    if named.actor is None or walk.gazetteer.type_of(named.actor) not in kinds:
        return
    refs = (ActorRef(named.actor, None, named.authority, named, named.reason),)
    walk.link(index, refs)
    gender = next((row["gender"] for form, row in _rows(walk.language) if form == walk.word(index)), "")
    walk.discourse.add(index, refs, frozenset({gender or "n"}), named)


@cache
def descriptions(language: str) -> Mapping[str, frozenset[str]]:
    """Return the nouns that take up an actor, in lower case, with the kinds of actors."""
    return {form: frozenset(alternatives(row["kinds"])) for form, row in _rows(language)}


@cache
def _regions() -> Mapping[str, frozenset[str]]:
    """Return the words that tell what kind of state is meant, folded, with the states."""
    rows = ((alternatives(row["words"]), frozenset(alternatives(row["states"]))) for row in read_table("regions"))
    return {fold(word): states for forms, states in rows for word in forms}


@cache
def taking_up(language: str) -> frozenset[str]:
    """The words that `link_noun` may link, in lower case."""
    return _PAIRS | _HOSTS | frozenset(descriptions(language))


@cache
def _rows(language: str) -> tuple[tuple[str, Row], ...]:
    endings = ("", "s", "es") if language == "de" else ("",)
    rows = [row for row in read_table("descriptions") if row["language"] == language]
    return tuple((row["noun"].lower() + ending, row) for row in rows for ending in endings)
