"""What a sense of a verb needs beside it in its clause: a reflexive, a noun, a word, a thing that can be contributed.

Which needs a sense has is written in the lexicon's tables of verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zusage.language.analysis import Clause, Phrase, Pos, Role
from zusage.reading.actors.mention import Use
from zusage.reading.lexicon import Need

if TYPE_CHECKING:
    from zusage.reading.context import Context


REFLEXIVES = frozenset({"herself", "himself", "itself", "ourselves", "themselves"})
"""English pronouns that stand for the subject."""


def meets(context: Context, clause: Clause, need: Need) -> bool:
    """Say whether a clause has what a sense of its verb needs: "refl", "neg", an object of some sort, a word."""
    match need.kind:
        case "refl" | "neg" | "stance" | "opinion" | "people" | "number":
            return _has_form(context, clause, need.kind)
        case "own" | "thing":
            return _has_thing(context, clause, need.kind)
        case "obj" | "pred" | "phrase":
            return _has_noun(context, clause, need)
        case "adj":
            return _has_word(context, clause, need.word, loose=False)
    if _has_word(context, clause, need.word, loose=True) or any(p.prep == need.word for p in clause.phrases):
        return True
    return _governs_gerund(context, clause, need.word)


def _has_noun(context: Context, clause: Clause, need: Need) -> bool:
    """Say whether a noun stands where a sense needs it: as object, as predicate, or under a preposition."""
    if need.kind == "obj" and need.word == "state":
        return any(_is_state(context, part) for phrase in _objects(clause) for part in phrase.each())
    parts, heads = _places_of(context, clause, need)
    if not parts:
        return False
    if need.word == "money":
        return any(context.has_money(part) for part in parts)
    if need.word == "number" and need.kind == "phrase":
        return any(context.head(part).pos is Pos.NUM for part in parts)
    if need.word == "action" and need.kind == "phrase":
        found = (context.lexicon.thing(context.head(part).lemma, context.before(part)) for part in parts)
        return any(thing is not None and thing.kind == "action" for thing in found)
    if need.word == "thing" and need.kind == "phrase":
        return any(context.is_thing(part) for part in parts)
    return need.word in heads or any(context.ends(head, need.word) for head in heads)


_Places = tuple[list[Phrase], frozenset[str]]


def _places_of(context: Context, clause: Clause, need: Need) -> _Places:
    """The phrases that a noun may be the head of for a need, and their heads' lemmas; asked for dozens of idioms, so kept."""
    kept: dict[tuple[int, str, str], _Places] = context.kept.setdefault("places of needs", {})
    key = id(clause), need.kind, need.prep
    found = kept.get(key)
    if found is None:
        if need.kind == "obj":
            roles = (Role.OBJECT, Role.INDIRECT, Role.OTHER, Role.SUBJECT)
            parts = [part for phrase in clause.with_role(*roles) for part in phrase.each()]
        elif need.kind == "pred":
            parts = [part for p in clause.with_role(Role.PREDICATE, Role.SUBJECT, Role.OTHER) for part in p.walk()]
            parts += [phrase for phrase in clause.phrases if phrase.prep == "zu"]
        else:
            parts = [
                part for phrase in _with_inner(context, clause) if phrase.prep == need.prep for part in phrase.each()
            ]
        found = kept[key] = parts, frozenset([context.lemmas[part.head] for part in parts])
    return found


def _with_inner(context: Context, clause: Clause) -> tuple[Phrase, ...]:
    """A clause's phrases, in English with what hangs on its object, however deep.

    Examples: "has 900 men **on the ground**"; "has put its offer of 300 soldiers **on hold**".
    """
    if context.analysis.language != "en":
        return clause.phrases
    return (*clause.phrases, *(inner for phrase in clause.with_role(Role.OBJECT) for inner in phrase.walk()))


def _is_state(context: Context, part: Phrase) -> bool:
    """Say whether a phrase is the name of a state, not of a people or of somebody who acts for it: "erkennt Kosovo an"."""
    named = context.who.by_token.get(part.head)
    return named is not None and named.kind == "state" and named.use is not Use.PEOPLE


def _has_form(context: Context, clause: Clause, form: str) -> bool:
    """Say whether a clause is reflexive or negated, has a bare number as its object, or names a stance or an opinion."""
    match form:
        case "refl":
            return (clause.verb is not None and clause.verb.reflexive) or _has_itself(context, clause)
        case "neg":
            return clause.negation is not None
        case "people":
            return any(_is_taken_in(context, part) for p in _objects(clause) for part in p.each())
        case "number":
            return any(context.head(part).pos is Pos.NUM for p in _objects(clause) for part in p.each())
        case "stance":
            return context.stance_noun(clause) is not None
        case _:
            return context.opinion(clause) is not None


def _has_itself(context: Context, clause: Clause) -> bool:
    """Say whether an English verb has its own subject for object: "did not commit **itself**"."""
    return any(context.head(phrase).lower in REFLEXIVES for phrase in clause.with_role(Role.OBJECT))


def _is_taken_in(context: Context, part: Phrase) -> bool:
    """Say whether a phrase names people who can be taken in: "300 Syrians", but not "foreign soldiers", "observers"."""
    thing = context.thing_of(part)
    return context.is_people(part) and (thing is None or thing.measure in (None, "humanitarian"))


def _objects(clause: Clause) -> tuple[Phrase, ...]:
    """The objects of a clause; in the passive its subject."""
    passive = clause.verb is not None and clause.verb.voice != "active" and clause.subject is not None
    return clause.with_role(Role.OBJECT, Role.OTHER, *((Role.SUBJECT,) if passive else ()))


def _has_thing(context: Context, clause: Clause, form: str) -> bool:
    """Say whether the object ("thing") or the subject ("own") of a clause is something that can be contributed."""
    if form == "thing":
        parts = [part for phrase in clause.with_role(Role.OBJECT, Role.OTHER) for part in phrase.each()]
        return any(context.has_money(p) or context.thing_of(p) is not None for p in parts)
    subject = clause.subject
    if subject is None or (named := context.who.by_token.get(subject.head)) is None or not named.acts:
        return subject is not None and any(context.is_thing(part) for part in subject.each())
    objects = [part for phrase in clause.with_role(Role.OBJECT, Role.OTHER) for part in phrase.each()]
    if any(context.is_thing(part) for part in objects):
        return False  # "Die Bundeswehr verlegt zwei Hubschrauber"
    return any(context.is_thing(part) for part in subject.each())


def _governs_gerund(context: Context, clause: Clause, word: str) -> bool:
    """Say whether a gerund behind a preposition belongs to the verb: "is looking into sending a company"."""
    return any(context.clauses[child].marker == word for child in context.children[context.place_of(clause)])


def _has_word(context: Context, clause: Clause, word: str, *, loose: bool) -> bool:
    if word not in _words_of(context, clause):
        return False
    verb = clause.verb
    return loose or any(
        word in (context.tokens[i].lower, context.tokens[i].lemma.lower())
        for i in context.own_tokens(clause)
        if verb is None or i not in verb.tokens or context.tokens[i].pos != "VERB"
    )


def _words_of(context: Context, clause: Clause) -> frozenset[str]:
    """A clause's own words, as written and by their lemmas; asked for every sense of a verb, so kept."""
    kept: dict[int, frozenset[str]] = context.kept.setdefault("words of clauses", {})
    found = kept.get(id(clause))
    if found is None:
        tokens = [context.tokens[i] for i in context.own_tokens(clause)]
        found = kept[id(clause)] = frozenset([*(t.lower for t in tokens), *(t.lemma.lower() for t in tokens)])
    return found
