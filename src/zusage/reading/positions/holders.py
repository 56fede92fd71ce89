"""Holders: whose position a clause tells.

The subject holds it, or what a relative pronoun stands for, or the agent of a passive; "I", "we", "man" are the one who
speaks. A named politician of a party holds a position for himself, the party one for itself.

Source: codebook, sections 1 (persons) and 3 (`actor`, `speaker`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos, Role, Tense
from zusage.model.values import Authority, Firmness, Stance
from zusage.reading.actors import ActorRef, MentionKind
from zusage.reading.actors.who import distinct
from zusage.reading.context import Context
from zusage.reading.lexicon import words as common_words
from zusage.reading.parties import possessors
from zusage.reading.positions.sides import introduced, of_post, parties
from zusage.reading.positions.strangers import strangers
from zusage.reading.positions.words import words
from zusage.reading.speech import Said

_AGAINST = frozenset({Stance.OPPOSES, Firmness.REJECTED, Firmness.WITHHELD})
"""What a verb tells by which a paper comes to nothing."""


def holders(context: Context, clause: Clause, said: Said | None) -> tuple[ActorRef, ...]:
    """Find who holds what a clause tells; () if nobody is named.

    Example: "Fremde Soldaten lehne man ab, so die Sprecherin": the one who speaks.
    """
    if clause.link == Link.RELATIVE and (named := _misread(context, clause)):
        return named
    if _is_of_refused_paper(context, clause) or _is_provoked(context, clause):
        return ()
    if _is_done_to(context, clause):
        return _of_passive(context, clause)
    named = _party_in_front(context, clause) or _name_in_front(context, clause)
    if named:
        return named
    subject = clause.subject or _opening(clause)
    if said is not None and said.speakers and (subject is None or _is_first_person(context, subject)):
        return _for_sides(context, said.speakers[:1])
    refs = _at_their_seat(context, clause) or _refs(context, subject)
    if refs:
        beside = (p for p in clause.phrases if p.prep in ("neben", "alongside"))
        return distinct((*refs, *(ref for p in beside for ref in _refs(context, p))))  # "Neben Peru ist Chile dagegen"
    if clause.subject_shared and said is not None:
        return said.speakers[:1]
    if subject is None and clause.link == Link.PARENTHESIS and clause.parent is not None:
        refs = _refs(context, context.clauses[clause.parent].subject)  # "Er sah das ein, wies aber zurück, dass …"
    if not refs and clause.link == Link.RELATIVE:
        refs = _antecedent(context, clause)
    return (
        refs
        or _whose_text(context, subject)
        or _name_beside(context, subject)
        or strangers(context, subject)
        or _before_verb(context, clause)
        or _own_government(context, subject, said)
        or _spoken_for(context, subject)
        or _stranger_before(context, clause)
        or _who_goes_on(context, clause)
        or _authors(context, clause)
    )


def _is_done_to(context: Context, clause: Clause) -> bool:
    """Say whether a clause is passive: its subject does not act; "ist nicht **überzeugt**" tells what the subject feels."""
    verb = clause.verb
    if verb is None or verb.voice == "active" or _is_bare(context, clause):
        return False
    return not (verb.voice == "stative" and context.tokens[verb.head].lower in words("won-over"))


def _spoken_for(context: Context, subject: Phrase | None) -> tuple[ActorRef, ...]:
    """For whom somebody unnamed speaks: whose he is, or the state where he governs.

    Examples: "**The UN chief's** representative urged donors to pay"; "Der Außenminister **in Juba** lehnt das ab".
    """
    if subject is None or subject.head in context.who.links:
        return ()
    noun = context.head(subject).lemma.lower()
    if noun in words("seated"):
        seats = [p for p in subject.dependents if p.prep == "in" and p.start == subject.head + 1]
        return tuple(ref for p in seats for ref in context.who.actors_at(p.head, places=True))
    if not noun.endswith(tuple(words("spokespeople"))):
        return ()
    side = of_post(context, subject.head)
    return possessors(context, subject)[:1] or ((side,) if side is not None else ())


def _own_government(context: Context, subject: Phrase | None, said: Said | None) -> tuple[ActorRef, ...]:
    """Who speaks of his own government or country: "**Seine Regierung** werde das nie hinnehmen, sagte der Präsident"."""
    if subject is None or said is None or not _is_own_side(context, subject):
        return ()
    return _for_sides(context, said.speakers[:1])


def _stranger_before(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """The stranger whom a pronoun takes up: "The head of the union, Jane Doe, flew in. **She** rejects the plan".

    Also a government that is named by its seat: "Die Regierung in Lima zögert. **Sie** fordert mehr Geld".
    """
    subject = clause.subject
    if subject is None or not (context.head(subject).lower in words("third-person") or _is_own_side(context, subject)):
        return ()
    number, is_she = clause.sentence, context.head(subject).lower == "sie"
    for other in reversed(context.clauses[: context.place_of(clause)]):
        if other.sentence < number - 2:
            return ()
        if other.sentence == number or other.subject is None or other.link not in (Link.ROOT, Link.PARENTHESIS):
            continue
        if context.head(other.subject).lower in words("third-person") and not context.actors(other.subject):
            continue
        named = context.actors(other.subject)
        if named:
            is_side = is_she and context.head(other.subject).lemma.lower() in words("feminine-sides")
            is_private = len(named) == 1 and named[0].actor.startswith("person:")
            return _refs(context, other.subject) if is_side or is_private else ()
        found = strangers(context, other.subject) or _spoken_for(context, other.subject)
        return tuple(ref for ref in found if not ref.actor.startswith("group:"))
    return ()


def _is_own_side(context: Context, subject: Phrase) -> bool:
    """Say whether the subject is somebody's own group or country: "**her organisation** wants …"."""
    own = {context.tokens[i].lower for i in context.inner_tokens(subject)}
    return context.head(subject).lemma.lower() in words("own-sides") and bool(own & words("possessives"))


def _is_provoked(context: Context, clause: Clause) -> bool:
    """Say whether a thing makes others think so, not whose it is: "**Togo's offer of 300 soldiers** has raised concerns"."""
    subject, verb = clause.subject, clause.verb
    if (
        subject is None
        or verb is None
        or verb.lemma not in common_words("provoking")
        or subject.head in context.who.by_token
    ):
        return False
    noun = context.head(subject).lemma
    known = context.lexicon.promise(noun) is not None or noun.lower() in common_words("named-gifts")
    return known or context.is_thing(subject)


def _of_passive(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who holds what a passive tells: its agent, or who "is opposed to" something."""
    agents = [p for p in clause.phrases if p.role == Role.AGENT or p.prep in ("von", "by")]
    opposed = clause.verb is not None and clause.verb.lemma == "oppose" and context.is_finite(clause)
    if not agents and opposed and (any(p.prep == "to" for p in clause.phrases) or _is_bare_opposed(context, clause)):
        return _antecedent(context, clause) or _refs(context, clause.subject)
    return tuple(ref for p in agents for ref in _refs(context, p) or strangers(context, replace(p, prep=None)))


def _is_bare_opposed(context: Context, clause: Clause) -> bool:
    """Say whether somebody "is opposed" and no plan: an actor is the subject, in the present or with a copula of his own."""
    subject = clause.subject
    return subject is not None and bool(context.who.actors_at(subject.head, places=True))


def _name_beside(context: Context, subject: Phrase | None) -> tuple[ActorRef, ...]:
    """The organisation whose name follows what it is: "Die Hilfsorganisation | **Oxfam** warnt", "the main party, **Renamo**"."""
    if subject is None or subject.head + 2 >= len(context.tokens) or context.head(subject).pos is not Pos.NOUN:
        return ()
    at = subject.head + (2 if context.tokens[subject.head + 1].text == "," else 1)
    mention = context.who.by_token.get(at)
    if mention is None or mention.start != at or mention.kind is not MentionKind.ORGANISATION:
        return ()
    return context.who.actors_at(at)


def _before_verb(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who stands before a German verb and was taken for its object: "**Ärzte ohne Grenzen** nannte den Plan eine Zumutung"."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or verb.finite is None or subject.start < verb.finite or not clause.phrases:
        return ()
    first = clause.phrases[0]
    if context.analysis.language != "de" or first.prep is not None or first.end != verb.finite:
        return ()
    return _refs(context, first)


def _at_their_seat(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Those who govern where "man" thinks so: "**In Lima und Quito** hält man davon nichts"."""
    if clause.subject is None or context.head(clause.subject).lower != "man":
        return ()
    seats = [p for p in clause.phrases if p.prep == "in"]
    return distinct(ref for p in seats for part in p.each() for ref in context.who.actors_at(part.head, places=True))


def _authors(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Whose paper it is that says something: "Oslo brachte eine Resolution ein, die Rom zum Abzug auffordert"."""
    above = context.clauses[clause.parent] if clause.parent is not None else None
    if above is None or clause.anchor is None or clause.kind not in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
        return ()
    paper = context.tokens[clause.anchor].lemma.lower()
    return _refs(context, above.subject) if paper.endswith(tuple(words("papers"))) else ()


def _is_of_refused_paper(context: Context, clause: Clause) -> bool:
    """Say whether a paper that comes to nothing says it: "vetoed a resolution calling for a truce", "failed to adopt a motion"."""
    if (
        clause.anchor is None
        or clause.parent is None
        or clause.kind not in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE)
    ):
        return False
    above = context.clauses[clause.parent]
    over = (clause.parent, above.parent) if above.kind is ClauseKind.INFINITIVE else (clause.parent,)
    senses = [context.sense(at) for at in over if at is not None]
    refused = any(sense is not None and (sense.kind == "refuse" or sense.value in _AGAINST) for sense in senses)
    return refused and context.tokens[clause.anchor].lemma.lower().endswith(tuple(words("papers")))


def _is_bare(context: Context, clause: Clause) -> bool:
    """Say whether a German verb was taken for a participle without an auxiliary: "Ärzte ohne Grenzen **bezweifelt** das"."""
    german = context.analysis.language == "de" and clause.kind is ClauseKind.MAIN and clause.link is Link.ROOT
    return german and clause.verb is not None and clause.verb.finite is None and clause.verb.tense is Tense.NONE


def _whose_text(context: Context, subject: Phrase | None) -> tuple[ActorRef, ...]:
    """Who has adopted what speaks: "The Security Council met. **The resolution** calls on Mali to …"."""
    if subject is None or context.head(subject).lemma.lower() not in words("adopted-texts"):
        return ()
    for mention in context.who.before(0, subject.start):
        if mention.actor == "un" or mention.authority == Authority.PARLIAMENT:
            return context.who.actors_at(mention.head)
    return ()


def _misread(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who stands before an English past tense that was taken for a participle: "Rights groups **called** on Oslo to act"."""
    above = context.clauses[clause.parent] if clause.parent is not None else None
    if clause.kind != ClauseKind.PARTICIPLE or clause.verb is None or above is None or above.verb is not None:
        return ()
    if context.analysis.language != "en" or context.tokens[clause.verb.head].tag == "VBG" or not above.phrases:
        return ()
    named = above.phrases[-1]
    if named.prep is not None or not named.end <= clause.verb.head <= named.end + 1:
        return ()
    return _refs(context, named) or strangers(context, named)


def _who_goes_on(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who held the opinion before, where no subject stands: "Oslo begrüßt den Plan, **dringt** aber auf Eile"."""
    if clause.subject is not None or clause.parent is None or not context.is_finite(clause):
        return ()
    above = context.clauses[clause.parent]
    if clause.kind != ClauseKind.MAIN or clause.link not in (Link.COORDINATE, Link.COMPLEMENT) or above.verb is None:
        return ()
    return _refs(context, above.subject) or strangers(context, above.subject)


def _party_in_front(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """The party for which somebody speaks: "**Für die Grünen** warnte die Abgeordnete Jana Holm vor …"."""
    first = clause.phrases[0] if clause.phrases else None
    if first is None or first.prep != "für" or first is clause.subject or clause.verb is None:
        return ()
    if clause.verb.finite is None or first.end > clause.verb.finite:
        return ()
    refs = context.actors(first)
    return refs if refs and all(ref.actor in parties() for ref in refs) else ()


def _name_in_front(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """The person whose name alone stands before the verb and was taken for another word: "Kurz begrüßte den Plan"."""
    if clause.verb is None or clause.verb.finite is None or clause.verb.finite == clause.start:
        return ()
    mention = context.who.by_token.get(clause.start)
    if mention is None or (mention.start, mention.end) != (clause.start, clause.verb.finite) or mention.person is None:
        return ()
    if any(phrase.start <= mention.start < phrase.end for phrase in clause.phrases):
        return ()
    return tuple(
        as_person(context, ref, Phrase(mention.start, mention.end, mention.head))
        for ref in context.who.actors_at(mention.head)
    )


def _opening(clause: Clause) -> Phrase | None:
    """The bare phrase before the verb, where no subject was found: "Ukraine calls for …"."""
    if clause.verb is None or clause.verb.finite is None:
        return None
    before = [p for p in clause.phrases if p.prep is None and p.role == Role.OTHER and p.end <= clause.verb.finite]
    return before[0] if before else None


def _is_first_person(context: Context, subject: Phrase) -> bool:
    return context.head(subject).lower in words("first-person")


def _refs(context: Context, phrase: Phrase | None) -> tuple[ActorRef, ...]:
    if phrase is None:
        return ()
    return tuple(as_person(context, ref, phrase) for ref in context.actors(phrase))


def _antecedent(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    if clause.anchor is None or clause.parent is None:
        return ()
    for phrase in context.clauses[clause.parent].phrases:
        for part in phrase.walk():
            if part.head == clause.anchor:
                return _refs(context, part)
    return ()


def speaking(context: Context, said: Said) -> tuple[ActorRef, ...]:
    """Those who say it, a party's named politician as a person: "Oslo and Rome said the talks must go on" are two."""
    for clause in context.clauses:
        if clause.subject is not None and clause.start == said.start:
            named = context.actors(clause.subject)
            return tuple(as_person(context, r, clause.subject) if r in named else r for r in said.speakers)
    return _for_sides(context, said.speakers)


def _for_sides(context: Context, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Those for whom persons speak, who were introduced with an organisation."""
    return tuple((introduced(context, ref) or ref) if ref.actor.startswith("person:") else ref for ref in refs)


def as_person(context: Context, ref: ActorRef, phrase: Phrase) -> ActorRef:
    """Make a person of a party's named politician: "Oppositionsführerin Jana Holm (Volkspartei)", "AfD-Chef Kurt Beispiel".

    Who is named with an organisation speaks for it: "Jane Doe of Oxfam".
    """
    if ref.actor.startswith("person:"):
        return introduced(context, ref) or ref
    if ref.actor not in parties():
        return ref
    if ref.person is not None:
        return replace(ref, actor=f"person:{ref.person}")
    for part in phrase.walk():
        if part.role == Role.APPOSITION:
            name = [context.tokens[i] for i in range(part.start, part.end) if context.tokens[i].pos == Pos.PROPN]
            if len(name) > 1:
                slug = _slug(" ".join(token.text for token in name))
                return replace(ref, actor=f"person:{slug}", person=slug)
    return ref


def _slug(name: str) -> str:
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        name = name.replace(umlaut, plain).replace(umlaut.upper(), plain)
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")
