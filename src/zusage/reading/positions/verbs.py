"""Verbs of stance: "begrüßt", "fordert", "opposes"; "äußerte Zweifel"; "nannte das inakzeptabel"; refusals of what others do.

Source: codebook, section 3 (`stance`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos, Role
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.commitments import refuses_own
from zusage.reading.commitments.refusal import concerns_others
from zusage.reading.context import Context
from zusage.reading.firmness import MUST
from zusage.reading.lexicon import Sense
from zusage.reading.lexicon import words as common_words
from zusage.reading.operators import WISHES, insists_on_own, is_negated, is_wish_for_others, turns_down
from zusage.reading.positions.holders import holders
from zusage.reading.positions.opinions import Judgement, judgement_at, judgement_in, judgement_of, stance_object, turned
from zusage.reading.positions.place import CONTENT, Opinion, Place, aim_of, plain
from zusage.reading.positions.sides import parties
from zusage.reading.positions.words import words
from zusage.reading.topics import WEIGHTS

BACKED = frozenset(
    [
        "membership",
        "ceasefire",
        "peace-talks",
        "leaders-meeting",
        "territory",
        "sanctions",
        "other",
        "security-guarantees",
    ]
)
"""Topics that are proposals rather than somebody's contribution: who supports them takes a position."""

NOBODYS = frozenset({"peace-talks", "leaders-meeting", "membership", "territory"})
"""Topics that one cannot refuse to contribute: who refuses them opposes them."""

TALKING = frozenset({"negotiate", "verhandeln"})

REQUESTS = common_words("requests")
"""Nouns of what is asked of whoever refuses it: his own contribution."""

PERSONS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ROLE})


def of_sense(place: Place, sense: Sense) -> Iterator[Opinion]:
    """Yield what a clause's verb says by its meaning in the lexicon: a stance, a refusal, a wish for others, backing."""
    voiced = stance_object(place.context, place.clause)
    if voiced is not None and voiced[0].negated and voiced[1] == Stance.OPPOSES:
        return  # "has no objections"
    if voiced is not None and any(need.kind == "stance" for need in sense.needs):
        if sense.lemma not in words("owning") or voiced[1] in (Stance.DOUBTS, Stance.OPPOSES):
            yield from _holding(place, sense, voiced[1], more=(*voiced[0].dependents, *_that(place, voiced[0])))
    elif sense.kind == "position":
        stance = _stance_of(place, sense)
        if stance is not None and not _is_no_position(place, sense, stance):
            yield from _holding(place, sense, stance, more=_of_calls(place, sense))
    elif sense.kind == "refuse":
        yield from _refusing(place, sense)
    else:
        yield from _of_other_sense(place, sense)


def _of_other_sense(place: Place, sense: Sense) -> Iterator[Opinion]:
    """Yield what verbs say that are no verbs of stance: wishes, refusals of what others do, backing, defending."""
    if _wishes_for_others(place, sense) or _proposes(place, sense):
        yield from _holding(place, sense, Stance.DEMANDS)
    elif sense.kind == "commit" and sense.value == "rejected" and _keeps_out(place, sense):
        yield from _holding(place, sense, Stance.OPPOSES)
    elif sense.lemma in words("wanting") and _wants_none(place, sense):
        refs = holders(place.context, place.clause, place.said)
        content = place.context.content_phrases(place.index, sense)
        topic = place.topics.of(content, (), place.clause.sentence)
        yield from plain(place, refs, Stance.OPPOSES, topic.name, "wants none", sure=topic.sure)
    elif sense.lemma in words("defending") and _defends(place, sense):
        yield from _holding(place, sense, Stance.SUPPORTS)
    elif sense.lemma in words("backing") and _backs_a_proposal(place, sense):
        yield from _holding(place, sense, Stance.SUPPORTS, more=_behind_backed(place, sense))


def _that(place: Place, noun: Phrase) -> tuple[Phrase, ...]:
    """What an English noun of stance says in a clause of its own: "voiced doubts **that the truce would hold**"."""
    behind = (place.context.clauses[c] for c in place.context.children[place.index])
    return tuple(
        Phrase(c.start, c.end, c.start) for c in behind if c.anchor == noun.head and _opens_with_that(place, c)
    )


def _opens_with_that(place: Place, clause: Clause) -> bool:
    return place.context.tokens[clause.start].lower == "that"


def _stance_of(place: Place, sense: Sense) -> Stance | None:
    if sense.lemma in words("speaking-for") and _leans_against(place):
        return Stance.OPPOSES
    if sense.value == Stance.DOUBTS and any(_must_go_on(place, c) for c in place.content()):
        return Stance.DEMANDS
    if sense.value is not None:
        return Stance(sense.value)
    judged = judgement_in(place.context, place.clause)
    return judged.stance if judged is not None else None


def _must_go_on(place: Place, content: Clause) -> bool:
    """Say whether what is warned of is that something must not end: "warnte, das Abkommen dürfe nicht scheitern"."""
    verb = content.verb
    if verb is None or content.negation is None or not set(verb.modals) & (MUST | words("allowed")):
        return False
    own = {place.context.tokens[i].lower for i in place.context.own_tokens(content)}
    return verb.lemma in words("ongoing") or bool(own & words("ongoing"))


def _leans_against(place: Place) -> bool:
    """Say whether who speaks for something speaks against it: "sprach sich mit scharfen Worten gegen Quoten für … aus"."""
    own = [place.context.tokens[i].lower for i in place.context.own_tokens(place.clause)]
    return "gegen" in own and ("für" not in own or own.index("gegen") < own.index("für"))


def _backs_a_proposal(place: Place, sense: Sense) -> bool:
    """Say whether what is supported is nobody's contribution: "unterstützt den Beitritt", "a new try for a truce", "this"."""
    context = place.context
    content = (*context.content_phrases(place.index, sense), *_taken_by_relative(place))
    names = place.topics.names([*content, *_behind_backed(place, sense)])
    if not context.is_finite(place.clause):
        return False
    if not names:  # "fully supported the decision", "das unterstütze ich"
        heads = [head for p in content if (head := context.head(p)).pos in (Pos.NOUN, Pos.PRON, Pos.DET, Pos.PROPN)]
        return bool(heads) and all(
            head.lower in words("taking-up") or head.lemma.lower() in words("proposals") for head in heads
        )
    return names <= BACKED


def _defends(place: Place, sense: Sense) -> bool:
    """Say whether what is defended is a policy: "defended the arms shipments"; not a country or a town."""
    context = place.context
    content = [p for p in context.content_phrases(place.index, sense) if not context.actors(p)]
    names = place.topics.names(content)
    if not names and any(context.head(p).lemma.lower() in words("proposals") for p in content):
        return context.is_finite(place.clause)  # "defended the figure"
    return context.is_finite(place.clause) and bool(names) and not names & {"territory", "security-guarantees"}


def _taken_by_relative(place: Place) -> tuple[Phrase, ...]:
    """The proposal that an English relative clause tells of: "an **idea** that France supports"."""
    clause = place.clause
    if clause.link != Link.RELATIVE or clause.anchor is None or clause.marker in words("relatives"):
        return ()
    noun = place.context.tokens[clause.anchor].lemma.lower()
    return (Phrase(clause.anchor, clause.anchor + 1, clause.anchor),) if noun in words("proposals") else ()


def _behind_backed(place: Place, sense: Sense) -> tuple[Phrase, ...]:
    """What a backed noun is for, where it stands as a phrase of its own: "einen neuen Anlauf **für eine Waffenruhe**"."""
    ends = {phrase.end for phrase in place.context.content_phrases(place.index, sense)}
    return tuple(p for p in place.clause.phrases if p.prep in ("für", "zu", "for", "to") and p.start in ends)


def _of_calls(place: Place, sense: Sense) -> tuple[Phrase, ...]:
    """What the calls are for that somebody backs or rejects: "backed calls **for a ceasefire**"."""
    heads = {place.context.head(p).lemma.lower() for p in place.context.content_phrases(place.index, sense)}
    return _behind_backed(place, sense) if heads & words("calls") else ()


def calling(place: Place) -> Iterator[Opinion]:
    """Calling something by a word of opinion: "nannte die Mission einen feindlichen Akt", "erklärte sie für bedeutungslos"."""
    clause, context = place.clause, place.context
    senses = context.lexicon.senses(clause.verb.lemma) if clause.verb is not None else ()
    calling = next((s for s in senses if s.kind == "judge"), None)
    if calling is None and clause.verb is not None and clause.verb.lemma in words("declaring"):
        calling = next((replace(s, kind="judge", content=("obj",)) for s in senses), None)
        if not any(p.prep in ("zu", "für") and judgement_at(context, p) is not None for p in clause.phrases):
            return
    if calling is None and clause.verb is not None and clause.verb.lemma in words("speaking-of"):
        yield from _speaking_of(place)
        return
    judged = (judgement_in(context, clause) or _called(place)) if calling is not None else None
    if calling is None or judged is None or judged.felt or _is_of_criticism(place, calling):
        return
    yield from _holding(place, calling, Stance.SUPPORTS if judged.stance == Stance.DEMANDS else judged.stance)


def _is_of_criticism(place: Place, sense: Sense) -> bool:
    """Say whether what is judged is what others say against something: "nannte die Kritik unbegründet"."""
    content = place.context.content_phrases(place.index, sense)
    heads = {place.context.head(phrase).lemma.lower() for phrase in content}
    return bool(heads & words("raised-against"))


def _speaking_of(place: Place) -> Iterator[Opinion]:
    """Yield what somebody speaks of, where the words judge: "sprach von einer beachtlichen Summe", "spoke of a gamble"."""
    context = place.context
    sense = context.sense(place.index)
    for phrase in place.clause.phrases:
        if phrase.prep not in ("von", "of") or sense is None or context.actors(phrase):
            continue
        judged = [j for i in context.inner_tokens(phrase) if (j := judgement_of(context, i)) is not None]
        if judged and not judged[-1].felt:
            told = replace(sense, kind="judge", content=())
            stance = judged[-1].stance
            yield from _holding(place, told, Stance.SUPPORTS if stance == Stance.DEMANDS else stance)
            return


def _called(place: Place) -> Judgement | None:
    """The participle by which an English clause calls something: "described the deal **as disappointing**".

    Also one that was taken for a verb of its own: "called the freeze **shortsighted**".
    """
    context = place.context
    for index in context.children[place.index]:
        child = context.clauses[index]
        if child.verb is None or context.analysis.language != "en":
            continue
        if child.kind == ClauseKind.PARTICIPLE and context.tokens[child.start].lower == "as":
            return judgement_of(context, child.verb.head)
        last = child.end - 1 == child.verb.head or context.tokens[child.verb.head + 1].pos is Pos.PUNCT
        if last and child.link is Link.COMPLEMENT and len(child.verb.tokens) == 1:
            return judgement_of(context, child.verb.head)
    return None


def _is_no_position(place: Place, sense: Sense, stance: Stance) -> bool:
    """Say whether a verb of stance only greets, asks to be left unnamed, or tells how something was said.

    Examples: "begrüßte die Kanzlerin am Flughafen", "who asked not to be named", "…, he insisted".
    """
    content = place.context.content_phrases(place.index, sense)
    own = sense.lemma in words("asking") and content and _are_own_affairs(place.context, content)
    praised = {place.context.head(phrase).lemma.lower() for phrase in content} if stance is Stance.SUPPORTS else set()
    if (
        own
        or praised & words("virtues")
        or any(insists_on_own(place.context, place.clause, inside) for inside in place.content())
    ):
        return True
    if stance == Stance.OPPOSES and (_answers_accusation(place) or _condemns_violence(place, sense, content)):
        return True
    if sense.lemma in words("recognising") and place.clause.link == Link.RELATIVE:
        return True  # "the countries that do not recognise it"
    if sense.lemma in words("recognising") and content:
        return all(_is_actor(place.context, p, persons=False) for p in content)
    sides = place.clause.verb is not None and place.clause.verb.reflexive  # "stellte sich hinter Chile"
    if (
        (sense.lemma in words("personal") or (stance == Stance.SUPPORTS and not sides))
        and content
        and not place.content()
    ):
        return all(_is_actor(place.context, p, persons=stance != Stance.SUPPORTS) for p in content)
    if sense.lemma in words("asking") and not content and not place.words & words("asked-for"):
        children = (place.context.clauses[c] for c in place.context.linked(place.index, Link.COMPLEMENT))
        return not any(
            c.verb is not None
            and (c.marker in ("that", "dass") or (c.kind == ClauseKind.INFINITIVE and c.verb.voice == "active"))
            for c in children
        )
    if place.clause.link != Link.PARENTHESIS or content or place.content():
        return False
    return stance in (Stance.OPPOSES, Stance.SUPPORTS) or sense.lemma in ("insist", "beharren")


def _condemns_violence(place: Place, sense: Sense, content: Sequence[Phrase]) -> bool:
    """Say whether what is condemned is an act of violence, no proposal: "condemned the attack", "verurteilte den Anschlag"."""
    if sense.lemma not in words("condemning") or not content:
        return False
    lemmas = [place.context.head(part).lemma.lower() for phrase in content for part in phrase.each()]
    return all(lemma.endswith(tuple(words("violent-acts"))) for lemma in lemmas)


def _answers_accusation(place: Place) -> bool:
    """Say whether what is rejected is an accusation: "wirft ihnen Raub vor, was sie zurückweisen"."""
    clause = place.clause
    if clause.marker not in words("relatives") or clause.parent is None:
        return False
    accused = words("accusing")
    above = (clause.parent, place.context.root(place.index))
    return any((verb := place.context.clauses[c].verb) is not None and verb.lemma in accused for c in above)


def _are_own_affairs(context: Context, content: Sequence[Phrase]) -> bool:
    """Say whether somebody asks for time or leave for himself: "Qatar asked for more time", "requested patience"."""
    return all(context.head(phrase).lemma.lower() in words("own-affairs") for phrase in content)


def _is_actor(context: Context, phrase: Phrase, *, persons: bool) -> bool:
    mentions = [
        m
        for part in phrase.each()
        for m in context.who.mentions
        if m.start <= part.head < m.end and m.char_end >= context.tokens[part.head].end  # not the "EU" of "EU-Beitritt"
    ]
    if context.head(phrase).lower in ("uns", "us") or (context.head(phrase).pos == Pos.PRON and context.actors(phrase)):
        return True  # "backs us"
    return len(mentions) >= len(phrase.each()) and all(not persons or m.kind in PERSONS for m in mentions)


def _wishes_for_others(place: Place, sense: Sense) -> bool:
    """Say whether somebody wants or expects something of others: "will, dass Berlin zahlt", "expects them to act"."""
    context, clause = place.context, place.clause
    if sense.lemma not in WISHES and sense.kind != "expect":
        return False
    if sense.lemma in WISHES and any(
        context.head(p).lemma.lower() in words("wished-of-others") for p in context.content_phrases(place.index, sense)
    ):
        return clause.negation is None and not words("possible").intersection(clause.verb.modals if clause.verb else ())
    own = {ref.actor for ref in context.actors(clause.subject)}
    asked = {r.actor for p in clause.phrases if p.prep in ("von", "of", "from") for r in context.actors(p)}
    if sense.kind == "expect" and clause.verb is not None and clause.verb.voice != "active" and not place.content():
        return False  # "erwartet werden die Präsidenten von Peru und Chile"
    if sense.kind == "expect" and asked - own:
        return True
    if sense.kind == "expect" and sense.value is None:
        return False
    children = [c for c in place.content() if c.link == Link.COMPLEMENT]
    if sense.kind == "expect":
        told = [c.subject for c in children if c.subject is not None] + list(clause.with_role(Role.OBJECT))
        others = any(context.head(p).lemma.lower() in words("other-people") for p in told) and bool(children)
        return others or any({r.actor for r in context.actors(p)} - own for p in told[: len(children)])
    return any(is_wish_for_others(context, clause, c) for c in children)


def _wants_none(place: Place, sense: Sense) -> bool:
    """Say whether somebody wants nothing of what others do: "wolle keine fremden Stützpunkte", "wants no foreign soldiers"."""
    content = [p for p in place.context.content_phrases(place.index, sense) if p is not place.clause.subject]
    denied = bool(content) and all(phrase.negated for phrase in content)
    return denied and bool(place.topics.names(content)) and concerns_others(place.context, place.clause, content)


def _holding(place: Place, sense: Sense, stance: Stance, *, more: Sequence[Phrase] = ()) -> Iterator[Opinion]:
    context, clause = place.context, place.clause
    if clause.verb is None or (_is_only_possible(clause) and not _cannot(clause, sense, stance)):
        return
    phrases = (*context.content_phrases(place.index, sense), *more) or _behind_verb(place)
    if not any(need.kind == "neg" for need in sense.needs) and _is_turned(clause, sense, phrases):
        turn = turned(stance, negated=True)
        if turn is None:
            return
        stance = turn
    inside = place.content()
    if clause.link == Link.PARENTHESIS and clause.parent is not None and not inside:
        inside = (context.clauses[clause.parent],)
    if clause.marker in words("relatives") and clause.parent is not None:
        inside = (context.clauses[context.root(place.index)],)
    topic = place.topics.of(phrases, inside, clause.sentence)
    stance = _by_content(place, sense, stance, inside, topic.name)
    addressee = _addressee(context, clause, stance)
    for ref in holders(context, clause, place.said):
        if ref.actor == addressee and sense.lemma in words("asking"):
            continue  # "will ask Congress": a matter of one's own
        yield Opinion(
            actor=ref,
            stance=stance,
            topic=topic.name,
            clauses=(place.index, *context.linked(place.index, *CONTENT)),
            rule=f"verb {sense.lemma}",
            said=place.said,
            aim=aim_of(clause, inside),
            addressee=addressee,
            sure=topic.sure,
        )


def _is_only_possible(clause: Clause) -> bool:
    """Say whether a stance may or must be taken, not is: "könnte den Plan ablehnen"; who can live with a plan accepts it."""
    verb = clause.verb
    if verb is None:
        return True
    if verb.lemma in words("with-can"):
        return not set(verb.modals) & words("possible")
    return bool(set(verb.modals) & (MUST | words("possible") | words("allowed")))


def _cannot(clause: Clause, sense: Sense, stance: Stance) -> bool:
    """Say whether somebody refuses by what he cannot do: "**cannot accept** the draft", "könne den Vertrag **nicht billigen**"."""
    if clause.verb is None or clause.negation is None or not set(clause.verb.modals) <= words("unable"):
        return False
    return stance is Stance.SUPPORTS or (stance is Stance.OPPOSES and any(need.kind == "neg" for need in sense.needs))


def _by_content(place: Place, sense: Sense, stance: Stance, inside: Sequence[Clause], topic: str) -> Stance:
    """The stance that a verb takes by what it is about.

    Examples: "setzte sich dafür ein, dass Oslo zahlt" demands; "warb für die Truppe" supports a plan that there is; "kritisierte,
    dass nichts ankomme" doubts.
    """
    if stance is Stance.SUPPORTS and sense.lemma in words("speaking-for") and _is_of_others(place, inside):
        return Stance.DEMANDS
    if sense.lemma in words("canvassing") and topic == "troop-deployment":
        return Stance.SUPPORTS
    return Stance.DOUBTS if stance is Stance.OPPOSES and inside and _criticises_lack(place, sense) else stance


def _proposes(place: Place, sense: Sense) -> bool:
    """Say whether somebody proposes or wants what is not his own contribution.

    Examples: "Oslo schlug vor, Termingeschäfte zu verbieten"; "Peru wants a levy on shipping"; "they want payments frozen".
    What a party or somebody without an office wants is nobody's contribution, nor is what would bind all ("proposed a **levy**").
    """
    clause, context = place.clause, place.context
    wants = sense.lemma in words("wanting")
    if not (wants or sense.lemma in words("proposing")) or not context.is_finite(clause) or clause.negation is not None:
        return False
    content = [p for p in context.content_phrases(place.index, sense) if p is not clause.subject]
    if sense.kind == "say":  # "suggested a truce"
        content = [p for p in clause.with_role(Role.OBJECT) if p is not clause.subject and place.topics.names([p])]
    if wants and (not content or (clause.verb is not None and clause.verb.modals)):
        return False
    if (not content and not place.content()) or (wants and _is_pronoun(context, content)):
        return False
    if any(
        ref.actor in {own.actor for own in context.actors(clause.subject)}
        for p in content
        for ref in _named(context, p)
    ):
        return False  # "Peru proposed Lima for the next round"
    inside = (place.index, *context.linked(place.index, *CONTENT))
    if any(
        c.kind is ClauseKind.PARTICIPLE and c.verb and c.verb.lemma in words("lessening") for c in _hung(place, content)
    ):
        return True  # "wants the sanctions lifted"
    if not wants and any(_is_scheme(context, p) for p in content):
        return True
    own = [r for r in context.actors(clause.subject) if not (r.actor.startswith("person:") or r.actor in parties())]
    return not any(place.topics.contributes(ref.actor, i) for ref in own for i in inside)


def _is_scheme(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names what binds or serves all: "a **levy**", "einen **Klimafonds**"."""
    return any(context.ends(context.head(phrase).lemma, word) for word in words("schemes"))


def _hung(place: Place, content: Sequence[Phrase]) -> list[Clause]:
    """The clauses that hang on a content's noun: "wants the sanctions | **lifted**"."""
    heads = {phrase.head for phrase in content}
    children = (place.context.clauses[c] for c in place.context.children[place.index])
    return [child for child in children if child.anchor in heads]


def _named(context: Context, phrase: Phrase) -> tuple[ActorRef, ...]:
    return context.who.actors_in(phrase.start, phrase.end, places=True)


def _criticises_lack(place: Place, sense: Sense) -> bool:
    """Say whether somebody criticises what a clause tells, which mostly falls short: "rügte, dass der Norden leer ausgehe"."""
    return sense.lemma in words("criticising") and not place.context.content_phrases(place.index, sense)


def _is_of_others(place: Place, inside: Sequence[Clause]) -> bool:
    """Say whether one speaks for what others are to do: "setzte sich dafür ein, dass Peru zahlt"."""
    own = {ref.actor for ref in place.context.actors(place.clause.subject)}
    done = [
        c for c in inside if c.link == Link.COMPLEMENT and c.subject is not None and c.kind != ClauseKind.INFINITIVE
    ]
    return any({ref.actor for ref in place.context.actors(c.subject)} - own for c in done)


def _behind_verb(place: Place) -> tuple[Phrase, ...]:
    """What stands behind an English verb, where none of its phrases was found to be its content."""
    verb = place.clause.verb
    if place.context.analysis.language != "en" or verb is None or place.clause.link == Link.PARENTHESIS:
        return ()
    ends = [end for start, end in place.clause.own if start <= verb.head < end]
    return (Phrase(verb.head + 1, ends[0], verb.head),) if ends and verb.head + 1 < ends[0] else ()


def _is_turned(clause: Clause, sense: Sense, content: Sequence[Phrase]) -> bool:
    if sense.kind == "judge" or any(need.kind == "stance" for need in sense.needs):
        return clause.negation is not None  # "keine Zweifel", "nannte das keinen Fehler"
    return is_negated(clause) or (bool(content) and all(_is_denied(clause, phrase) for phrase in content))


def _is_denied(clause: Clause, phrase: Phrase) -> bool:
    """Say whether a content is denied: "fordert keine Sanktionen"; not what only opens a contrast ("nicht nur")."""
    return phrase.negated and clause.negation is not None and phrase.start <= clause.negation <= phrase.start + 1


def _addressee(context: Context, clause: Clause, stance: Stance) -> str | None:
    if stance != Stance.DEMANDS:
        return None
    for phrase in clause.with_role(Role.OBJECT, Role.INDIRECT):
        refs = context.actors(phrase)
        if refs and not (
            clause.subject is not None and phrase.start == clause.subject.end and _same(context, clause, refs)
        ):
            return refs[0].actor
    return None


def _same(context: Context, clause: Clause, refs: Sequence[ActorRef]) -> bool:
    """Say whether a German genitive behind the subject was taken for an object: "Die Regierung **Malis** bat um Hilfe"."""
    return [ref.actor for ref in refs] == [ref.actor for ref in context.actors(clause.subject)]


def _refusing(place: Place, sense: Sense) -> Iterator[Opinion]:
    """Yield the opposition in a refusal of what others would do, or of talks; of one's own contribution it is a commitment.

    Example: "Moskau lehnt westliche Soldaten ab".
    """
    if any(turns_down(place.context, place.index, child) for child in place.content()):
        return
    phrases = place.context.content_phrases(place.index, sense)
    names = place.topics.names(phrases) or _taken_up(place, phrases)
    voted = sense.lemma in words("voting") and not names & {"funding", "sanctions"}
    party = any(ref.actor in parties() for ref in place.context.actors(place.clause.subject))
    if refuses_own(place.context, place.clause, phrases) and not (names & NOBODYS or voted or party):
        own = place.context.actors(place.clause.subject)
        if (
            not _is_pronoun(place.context, phrases)
            or place.content()
            or any(place.topics.contributes(r.actor, place.index) for r in own)
        ):
            return
    yield from _holding(place, sense, Stance.OPPOSES)


def _keeps_out(place: Place, sense: Sense) -> bool:
    """Say whether somebody refuses what others would do, or to talk: "weigert sich, Soldaten ins Land zu lassen".

    Also "ruled out foreign observers", "refused to sign the deal": nobody's contribution is asked for.
    """
    context, clause = place.context, place.clause
    if is_negated(clause) or not context.is_finite(clause) or not context.actors(clause.subject):
        return False
    for inside in place.content():
        if inside.verb is not None and inside.verb.lemma in words("admitting"):
            named = place.topics.names(inside.phrases, least=WEIGHTS[1])
            return bool(named - {"humanitarian-aid"}) or inside.verb.lemma in TALKING
    phrases = context.content_phrases(place.index, sense)
    if not phrases or place.content() or any(context.head(p).lemma.lower() in REQUESTS for p in phrases):
        return False
    names = place.topics.names(phrases)
    if not names and sense.lemma in words("ruling-out"):  # "rules out a return of the rebels"
        own = {ref.actor for ref in context.actors(clause.subject)}
        return any({r.actor for r in context.actors(p)} - own and p.head not in context.who.by_token for p in phrases)
    return (
        bool(names & NOBODYS) or names == {"ceasefire"} or (bool(names) and concerns_others(context, clause, phrases))
    )


def _is_pronoun(context: Context, phrases: Sequence[Phrase]) -> bool:
    return bool(phrases) and all(context.head(p).pos in (Pos.PRON, Pos.DET, Pos.ADJ, Pos.ADV) for p in phrases)


def _taken_up(place: Place, phrases: Sequence[Phrase]) -> frozenset[str]:
    """The topic that a bare pronoun takes up: "Oslo lehnt ein solches ab"."""
    if not _is_pronoun(place.context, phrases):
        return frozenset()
    return frozenset({place.topics.of(phrases, (), place.clause.sentence).name})
