"""In somebody's words: what others must do, what is wrong or right, and orders.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import ClauseKind, Link, Mood, Role
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import COPULAS
from zusage.reading.firmness import MUST
from zusage.reading.positions.holders import speaking
from zusage.reading.positions.impersonal import impersonal, laid_duty
from zusage.reading.positions.opinions import is_participle_of_opinion, judgement_at, judgement_in, turned
from zusage.reading.positions.place import Opinion, Place, aim_of
from zusage.reading.positions.strangers import strangers
from zusage.reading.positions.words import words
from zusage.reading.speech import Said
from zusage.reading.topics import WEIGHTS


def saying(place: Place) -> Iterator[Opinion]:
    """What somebody says others must do, or calls wrong or right, is his position."""
    said = place.said
    if said is None or place.clause.link == Link.PARENTHESIS:
        return
    found = _obligation(place, said) or _said_judgement(place, said) or impersonal(place)
    if found is None:
        return
    stance, rule = found
    context, clause = place.context, place.clause
    children = [
        context.clauses[c] for c in context.children[place.index] if context.clauses[c].link != Link.PARENTHESIS
    ]
    phrases = [p for p in clause.phrases if not said.start <= p.head < said.end]
    topic = place.topics.of(phrases, children, clause.sentence)
    own = {ref.actor for ref in said.speakers}
    addressees = sorted(ref.actor for ref in context.actors(clause.subject) if ref.actor not in own)
    for speaker in speaking(context, said) if said.speakers else _unknown(place, said):
        yield Opinion(
            actor=speaker,
            stance=stance,
            topic=topic.name,
            clauses=(place.index,),
            rule=rule,
            said=said,
            aim=aim_of(clause, ()),
            addressee=addressees[0] if addressees and stance == Stance.DEMANDS else None,
            sure=topic.sure * 0.8,
        )


def _unknown(place: Place, said: Said) -> tuple[ActorRef, ...]:
    """Who says it, where no lexicon has him: "**Lawmakers** in Accra said the money should go to schools"."""
    told = place.context.clause_of.get(said.start)
    return strangers(place.context, place.context.clauses[told].subject) if told is not None else ()


def _obligation(place: Place, said: Said) -> tuple[Stance, str] | None:
    """What others must or must not do: "müsse zahlen", "must be debated", "dürften nie wieder", "cannot be allowed"."""
    clause = place.clause
    verb = clause.verb
    if verb is None or clause.link in (Link.RELATIVE, Link.CAUSE, Link.CONCESSION, Link.TIME):
        return None
    if verb.mood == Mood.IMPERATIVE and clause.kind == ClauseKind.MAIN and clause.subject is None:
        return (Stance.DEMANDS, "order") if place.topics.names(clause.phrases) else None
    duty = laid_duty(place)
    modals = {*verb.modals, *([verb.lemma] if verb.lemma == "müssen" or duty is not None else [])}
    if "sollen" in modals and _ought(place, said):
        modals.add("müssen")
    if not modals & (words("allowed") | MUST) or _is_unreal(place):
        return None
    if _is_about_own(place, said):
        if modals & MUST and place.words & words("taking-part"):
            return Stance.DEMANDS, "claim to take part"
        return _of_us(place, said) if modals & MUST else None
    if clause.negation is not None:
        return _forbidden(place, modals)
    if not modals & MUST:
        return None
    avoided = verb.lemma in words("avoiding") and _is_proposal(place)
    return (Stance.OPPOSES, "avoid") if avoided else (Stance.DEMANDS, "obligation of others")


def _ought(place: Place, said: Said) -> bool:
    """Say whether a German "sollen" lays a duty on somebody and tells no plan: "Rom **sollte** zahlen, sagte Peru".

    Also in the mouth of who thinks so ("Der Zoll soll fallen, **findet** Peru"), and where another is to act ("**Rom** solle
    zahlen", not "Rom solle Zelte bekommen").
    """
    tokens, verb, clause = place.context.tokens, place.clause.verb, place.clause
    if verb is None or verb.finite is None:
        return False
    form = tokens[verb.finite].lower
    if form in words("ought") or any(tokens[i].lemma in words("finding") for a, b in said.told for i in range(a, b)):
        return True
    sense = place.context.sense(place.index)
    acts = verb.voice == "active" and (sense is None or sense.kind != "receive")
    return form == "solle" and acts and bool(place.context.actors(clause.subject))


def _of_us(place: Place, said: Said) -> tuple[Stance, str] | None:
    """What "we" must do, which the words name: "Wir müssen mehr Panzer liefern"; not what one gives oneself."""
    clause, context = place.clause, place.context
    if clause.negation is not None or clause.subject is None or context.head(clause.subject).lower not in ("wir", "we"):
        return None
    if any(place.topics.contributes(ref.actor, place.index) for ref in said.speakers):
        return None
    named = place.topics.names([p for p in clause.phrases if p is not clause.subject], place.content())
    return (Stance.DEMANDS, "our duty") if named - {"other"} else None


def _forbidden(place: Place, modals: set[str]) -> tuple[Stance, str] | None:
    """What must not or may not be: "dürften nie wieder", "must not fail"."""
    verb = place.clause.verb
    if verb is None or (modals & {"können", "can", "may"} and verb.voice == "active"):
        return None
    if verb.lemma in words("ongoing") or place.words & words("ongoing"):
        return Stance.DEMANDS, "obligation of others"
    return Stance.OPPOSES, "not allowed"


def _is_proposal(place: Place) -> bool:
    """Say whether what must be avoided is what somebody would do, and no harm: "an intervention must be avoided"."""
    subject = place.clause.subject
    names = place.topics.names([subject], least=WEIGHTS[1]) if subject is not None else frozenset()
    return bool(names) and names <= {"troop-deployment", "sanctions", "membership"}


def _is_unreal(place: Place) -> bool:
    """Say whether an obligation is only thought: "dann müsste niemand so rechnen", or hangs on a condition."""
    verb = place.clause.verb
    nobody = place.clause.subject is not None and place.context.head(place.clause.subject).lower in (
        "niemand",
        "nobody",
    )
    return nobody and verb is not None and verb.mood in (Mood.HYPOTHETICAL, Mood.REPORTED) and verb.lemma not in MUST


def _is_about_own(place: Place, said: Said) -> bool:
    """Say whether the subject is the speaker, or a parliament that has to agree first (a condition, no demand)."""
    context, subject = place.context, place.clause.subject
    if subject is None:
        return False
    head = context.head(subject)
    own = {ref.actor for ref in said.speakers}
    if head.lower in ("ich", "wir", "i", "we", "he", "she", "man") or own & {
        ref.actor for ref in context.actors(subject)
    }:
        return True
    trigger = context.lexicon.trigger(head.lemma)
    return trigger is not None and trigger.type in ("parliament", "un-mandate")


def _is_described(place: Place) -> bool:
    """Say whether what is judged is only how things are: "die Lage sei gefährlich"."""
    subject = place.clause.subject
    return subject is not None and place.context.head(subject).lemma.lower() in words("states-of-things")


def _is_of_a_plan(place: Place) -> bool:
    """Say whether the subject is what somebody would do: "the deal would reward war crimes"."""
    subject = place.clause.subject
    if subject is None or place.context.actors(subject):
        return False
    named = place.topics.names([subject], least=WEIGHTS[1])
    head = place.context.head(subject)
    return bool(named) or head.lemma.lower() in words("proposals") or head.lower in words("taking-up")


def _errs(place: Place) -> bool:
    """Say whether somebody is said to make a mistake: "they are making a mistake", "begeht einen Fehler"."""
    held = place.clause.with_role(Role.OBJECT)
    judged = [judgement_at(place.context, phrase) for phrase in held]
    return place.clause.negation is None and any(j is not None and j.stance is Stance.OPPOSES for j in judged)


def _brings_harm(place: Place) -> tuple[Stance, str] | None:
    """What a proposal is said to bring about: "the mission could bring confrontation", "sanctions would lead to chaos"."""
    clause, context = place.clause, place.context
    if clause.verb is None or clause.negation is not None or not _is_of_a_plan(place):
        return None
    brings = clause.verb.lemma in words("bringing-about")
    held = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "to", "in", "into")]
    harms = any(context.head(part).lemma.lower() in words("harms") for p in held for part in p.each())
    if not ((brings and harms) or clause.verb.lemma in words("making-worse")):
        return None
    possible = set(clause.verb.modals) & (words("possible") | words("allowed"))
    return (Stance.DOUBTS if possible else Stance.OPPOSES), "brings harm"


def _makes_no_sense(place: Place) -> tuple[Stance, str] | None:
    """What is said to make no sense: "ein Gipfel ohne Afrika habe keinen Sinn"."""
    if place.clause.verb is None or place.clause.verb.lemma not in words("making-sense") or not _is_of_a_plan(place):
        return None
    held = place.clause.with_role(Role.OBJECT)
    denied = any(p.negated and place.context.head(p).lemma.lower() in ("sinn", "sense", "zweck") for p in held)
    return (Stance.OPPOSES, "makes no sense") if denied else None


def _said_judgement(place: Place, said: Said) -> tuple[Stance, str] | None:
    """A judgement in somebody's words: "das sei ein Fehler", "soldiers there would be legitimate targets"."""
    verb = place.clause.verb
    if verb is None or place.clause.link in (Link.RELATIVE, Link.CONDITION):
        return None
    if verb.lemma in words("harming") and _is_proposal(place):
        return (Stance.OPPOSES, "harm") if place.clause.negation is None else None
    if (harm := _brings_harm(place) or _makes_no_sense(place)) is not None:
        return harm
    if verb.lemma in words("wronging") and place.clause.negation is None and _is_of_a_plan(place):
        return Stance.OPPOSES, "wrongs"
    if verb.lemma in words("erring") and _errs(place) and not _is_about_own(place, said):
        return Stance.OPPOSES, "error"
    if verb.lemma not in COPULAS | words("likening") and not is_participle_of_opinion(place.context, place.clause):
        return None
    judged = judgement_in(place.context, place.clause)
    if judged is None or judged.felt or _is_about_own(place, said) or _is_described(place):
        return None
    stance = turned(judged.stance, negated=place.clause.negation is not None)
    return (stance, "judgement in speech") if stance is not None else None
