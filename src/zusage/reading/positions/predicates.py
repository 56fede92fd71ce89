"""Positions without a verb of stance: agreeing, being ready to talk or not, feeling, threatening, keeping one's land.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role, Tense
from zusage.model.values import Authority, Stance
from zusage.reading.context import COPULAS, Context
from zusage.reading.firmness import MUST
from zusage.reading.positions.holders import holders
from zusage.reading.positions.opinions import Judgement, judgement_in, leaning, turned
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words
from zusage.reading.topics import WEIGHTS

TALKS = frozenset({"peace-talks", "leaders-meeting"})
NOT_GIVEN = frozenset({"burden-sharing", "membership", "peace-talks", "territory", "ceasefire"})
"""Topics that nobody contributes: who will not go along with them opposes them."""

AGREED = TALKS | {"ceasefire", "membership"}
"""Topics that are nobody's contribution: who agrees to them supports them."""


def agreeing(place: Place) -> Iterator[Opinion]:
    """Agreeing to what is nobody's contribution supports it: "stimmte einer Waffenruhe zu", "accepted the ceasefire"."""
    context, clause = place.context, place.clause
    if (
        clause.verb is None
        or clause.verb.lemma not in words("agreeing")
        or clause.negation is not None
        or not context.is_finite(clause)
        or set(clause.verb.modals) & (MUST | words("possible"))
    ):
        return
    content = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "to", "in", "mit", "with")]
    subject = clause.subject
    if subject is not None and subject.head + 1 < subject.end:  # "hatte Peru **einer Waffenruhe** zugestimmt"
        content.append(Phrase(subject.head + 1, subject.end, subject.head))
    named = place.topics.names(content)
    if len(named) == 1 and named <= AGREED:
        yield from plain(place, holders(context, clause, place.said), Stance.SUPPORTS, min(named), "agreeing")


def accepting(place: Place) -> Iterator[Opinion]:
    """Accepting what others propose supports it, agreeing to nothing of the kind opposes it.

    Examples: "stimmte dem Vorschlag zu, Beobachter zuzulassen"; "would not go along with new quotas". A parliament that agrees
    to its own state's plan decides on a contribution.
    """
    context, clause = place.context, place.clause
    verb = clause.verb
    if verb is None or not context.is_finite(clause) or verb.voice != "active":
        return
    if verb.lemma not in words("accepting") and not (verb.lemma == "go" and "along" in place.words):
        return
    if set(verb.modals) & (MUST | words("possible")) or clause.link in (Link.CONDITION, Link.TIME):
        return
    content = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "to", "with")]
    taken = [p for p in content if context.head(p).lemma.lower() in words("agreed-proposals")]
    denied = clause.negation is not None
    if not taken and not (denied and place.topics.names(content) & NOT_GIVEN):
        return
    refs = tuple(r for r in holders(context, clause, place.said) if r.authority is not Authority.PARLIAMENT)
    behind = [
        context.clauses[c] for c in context.children[place.index] if context.clauses[c].link is not Link.PARENTHESIS
    ]
    topic = place.topics.of([*(taken or content), *(q for p in taken for q in p.dependents)], behind, clause.sentence)
    stance = Stance.OPPOSES if denied else Stance.SUPPORTS
    yield from plain(place, refs, stance, topic.name, "accepting", sure=topic.sure * 0.9)


def reacting(place: Place) -> Iterator[Opinion]:
    """Reacting to something with a stance: "reagierte mit Skepsis auf den Plan", "responded with anger to the cuts"."""
    context, clause = place.context, place.clause
    if clause.verb is None or clause.verb.lemma not in words("reacting") or clause.verb.voice != "active":
        return
    for phrase in clause.phrases:
        found = (
            context.lexicon.stances.get(context.head(phrase).lemma.lower()) if phrase.prep in ("mit", "with") else None
        )
        if found is None or found == Stance.DEMANDS:
            continue
        about = [
            p for p in clause.phrases if p is not phrase and p.prep in ("auf", "to", None) and p is not clause.subject
        ]
        inside = [
            context.clauses[c] for c in context.children[place.index] if context.clauses[c].link is Link.COMPLEMENT
        ]
        topic = place.topics.of(about, inside, clause.sentence)
        yield from plain(
            place, holders(context, clause, place.said), Stance(found), topic.name, "reacts", sure=topic.sure
        )
        return


def far_enough(place: Place) -> Iterator[Opinion]:
    """Whom something does not go far enough, or too far, he doubts it.

    Examples: "Das geht Peru nicht weit genug"; "For Peru it goes too far"; "The draft went too far, Peru said".
    """
    context, clause, own = place.context, place.clause, place.words
    if clause.verb is None or clause.verb.lemma not in ("gehen", "go") or not {"weit", "far"} & own:
        return
    lacking = clause.negation is not None and bool({"genug", "enough"} & own)
    over = clause.negation is None and bool({"zu", "too"} & own) and clause.subject is not None
    if not (lacking or over):
        return
    near = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "for", "für")]
    near += _dative_in_front(place)
    refs = next((found for p in near if (found := context.who.actors_at(p.head, places=True))), ())
    if not refs and over and place.said is not None and _is_proposed(place):
        refs = place.said.speakers[:1]
    others = [p for p in clause.phrases if p not in near]
    topic = place.topics.of(others, (), clause.sentence)
    rule = "too far" if over else "not far enough"
    yield from plain(place, refs, Stance.DOUBTS, topic.name, rule, sure=topic.sure)


def _dative_in_front(place: Place) -> list[Phrase]:
    """The German name that passes for the subject, before what is: "**Estland** ging das nicht weit genug"."""
    clause, context = place.clause, place.context
    if context.analysis.language != "de" or clause.subject is None or clause.subject is not clause.phrases[0]:
        return []
    objects = clause.with_role(Role.OBJECT)
    proposed = any(_names_proposal(place, p) for p in objects)
    return [clause.subject] if proposed and clause.subject.prep is None else []


def too_much(place: Place) -> Iterator[Opinion]:
    """For whom something is too much or too little, he doubts it.

    Examples: "Peru ist die Summe zu niedrig"; "Für Chile kommt der Schritt zu früh"; "For Togo the sum is too small".
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None or clause.subject is None:
        return
    if clause.verb.lemma not in COPULAS | {"kommen", "come"} or not {"zu", "too"} & place.words or clause.verb.modals:
        return
    if not any(_is_too(context, i) for i in context.own_tokens(clause)):
        return
    judged = [clause.subject] if _names_proposal(place, clause.subject) else []
    near = [p for p in clause.phrases if p is not clause.subject and p.prep in ("for", "für")]
    if context.analysis.language == "de" and not near:
        near = _dative_in_front(place)
        judged += clause.with_role(Role.OBJECT) if near else ()
    refs = next((found for p in near if (found := context.who.actors_at(p.head, places=True))), ())
    if not judged:
        return
    topic = place.topics.of(judged, (), clause.sentence)
    yield from plain(place, refs, Stance.DOUBTS, topic.name, "too much", sure=topic.sure)


def _is_too(context: Context, i: int) -> bool:
    """Say whether a word is an adjective behind "too": "zu **hoch**"."""
    token = context.tokens[i]
    return i > 0 and context.tokens[i - 1].lower in ("zu", "too") and token.pos in (Pos.ADJ, Pos.ADV)


def _is_proposed(place: Place) -> bool:
    """Say whether the subject is a proposal or takes one up: "**der Entwurf** gehe zu weit", not "the rebels went too far"."""
    if place.clause.subject is None:
        return False
    head = place.context.head(place.clause.subject)
    noun = head.lemma.lower()
    return head.lower in words("taking-up") or noun in words("proposals") | words("received")


def _names_proposal(place: Place, phrase: Phrase) -> bool:
    """Say whether a phrase names what somebody would do or give: "**die Summe**", "das", "der Schritt"."""
    context = place.context
    head = context.head(phrase)
    if head.lower in words("taking-up") or head.lemma.lower() in words("proposals") | words("received"):
        return True
    return bool(place.topics.names([phrase], least=WEIGHTS[1])) or context.has_money(phrase)


def refusing_talks(place: Place) -> Iterator[Opinion]:
    """Who will not talk with somebody opposes talks: "wir werden mit ihnen nicht verhandeln", "sees no point in talking to …"."""
    context, clause = place.context, place.clause
    if clause.verb is not None and clause.verb.lemma in words("ruling-out") and _are_talks(place):
        yield from plain(place, holders(context, clause, place.said), Stance.OPPOSES, "peace-talks", "rules out talks")
        return
    if clause.verb is None or clause.verb.lemma not in words("talking"):
        return
    partner = any(p.prep in ("mit", "with", "to") and p is not clause.subject for p in clause.phrases)
    if not partner:
        return
    if clause.negation is not None and (
        clause.verb.tense == Tense.FUTURE or words("will").intersection(clause.verb.modals)
    ):
        refs = holders(context, clause, place.said)
    elif clause.parent is not None and clause.kind == ClauseKind.INFINITIVE and _sees_no_point(context, clause.parent):
        outer = context.clauses[clause.parent]
        refs = holders(context, outer, place.said)
    else:
        return
    yield from plain(place, refs, Stance.OPPOSES, "peace-talks", "refuses to talk")


def _are_talks(place: Place) -> bool:
    """Say whether what is ruled out is talks: "ruled out talks with the rebels", "schließt Verhandlungen aus"."""
    objects = place.clause.with_role(Role.OBJECT)
    ahead = place.clause.negation is None and place.context.is_finite(place.clause)
    return ahead and bool(objects) and place.topics.names(objects, least=WEIGHTS[1]) == {"peace-talks"}


def _sees_no_point(context: Context, index: int) -> bool:
    clause = context.clauses[index]
    return (
        clause.verb is not None
        and clause.verb.lemma in words("seeing")
        and any(p.negated and context.head(p).lemma.lower() in words("points") for p in clause.phrases)
    )


def talking(place: Place) -> Iterator[Opinion]:
    """Being ready to talk or to meet supports it: "zeigte sich zu Gesprächen bereit", "is open for contacts"."""
    context, clause = place.context, place.clause
    own = [context.lemmas[i] for i in context.own_tokens(clause) if i not in context.who.by_token]
    if not words("ready").intersection(own):  # the "coalition of the willing" is a name
        return
    topics = place.topics.names(clause.phrases, place.content(), least=WEIGHTS[1])
    if not topics or not topics <= TALKS:
        topics = place.topics.names(clause.phrases) if words("open").intersection(own) else frozenset()
    if not topics or not topics <= AGREED:
        return
    stance = Stance.OPPOSES if clause.negation is not None else Stance.SUPPORTS
    yield from plain(place, holders(context, clause, place.said), stance, min(topics), "readiness to talk")


def feeling(place: Place) -> Iterator[Opinion]:
    """A predicate that tells what the subject feels is its position: "ist skeptisch", "is against", "zeigte sich erleichtert"."""
    clause = place.clause
    stative = clause.verb is not None and clause.verb.voice == "stative" and bool(place.words & words("won-over"))
    if (
        clause.verb is None
        or (clause.verb.lemma not in (COPULAS | words("feeling")) and not stative)
        or set(clause.verb.modals) & (MUST | words("possible"))
    ):
        return
    if clause.link not in (Link.ROOT, Link.COORDINATE, Link.COMPLEMENT, Link.RELATIVE):
        return
    if clause.negation is not None and place.words & words("won-over") and not place.content():
        stance: Stance | None = Stance.DOUBTS  # "is not convinced"
    else:
        stance = None if stative else _felt(place)
    if stance is None:
        return
    refs = holders(place.context, clause, place.said)
    topic = place.topics.of([p for p in clause.phrases if p is not clause.subject], place.content(), clause.sentence)
    yield from plain(place, refs, stance, topic.name, "feeling", sure=topic.sure)


def _felt(place: Place) -> Stance | None:
    """The stance that a predicate tells its subject to feel."""
    clause = place.clause
    judged = _cool(place) or judgement_in(place.context, clause) or leaning(place.context, clause) or for_it(place)
    return turned(judged.stance, negated=clause.negation is not None) if judged is not None and judged.felt else None


def _cool(place: Place) -> Judgement | None:
    """Being cool to something, which the words name: "Peru was lukewarm about the plan", "remained cool to the idea"."""
    for phrase in place.clause.with_role(Role.PREDICATE):
        of = any(p.prep in ("of", "about") for p in place.clause.phrases)
        if of and place.context.head(phrase).lower in words("critical-of"):
            return Judgement(Stance.OPPOSES, phrase.head, felt=True)
        about = any(p.prep in ("about", "on", "over", "to", "toward", "towards") for p in place.clause.phrases)
        if about and place.context.head(phrase).lower in words("cool"):
            return Judgement(Stance.DOUBTS, phrase.head, felt=True)
    return None


def for_it(place: Place) -> Judgement | None:
    """Being for something, which the words name: "Spanien ist für einen Schuldenerlass", "a hundred states are all for it"."""
    clause, context = place.clause, place.context
    if clause.verb is None or clause.verb.lemma not in COPULAS or clause.negation is not None:
        return None
    held = clause.with_role(Role.PREDICATE, Role.OBJECT)
    if any(p.prep not in ("für", "for") and context.head(p).lower not in words("wholly") for p in held):
        return None
    for phrase in clause.phrases:
        if phrase.prep not in ("für", "for") or phrase.head < clause.verb.head or phrase is clause.subject:
            continue
        named = place.topics.names([phrase]) or context.head(phrase).lemma.lower() in words("proposals")
        if named or context.head(phrase).lower in words("taking-up"):
            return Judgement(Stance.SUPPORTS, phrase.head, felt=True)
    return None


def siding(place: Place) -> Iterator[Opinion]:
    """Being called a supporter or an opponent: "Größter Befürworter des Plans ist Peru", "Chile is a critic of the deal"."""
    context, clause = place.context, place.clause
    yield from _called_opponent(place)
    if clause.verb is None or clause.negation is not None or clause.verb.modals:
        return
    if clause.verb.lemma not in COPULAS | words("remaining"):
        return
    for phrase in clause.phrases:
        stance = _side(context.head(phrase).lemma.lower())
        if phrase.prep is not None or stance is None:
            continue
        others = [p for p in clause.phrases if p is not phrase and p.prep is None]
        topic = place.topics.of([*phrase.dependents, *(p for p in clause.phrases if p.prep)], (), clause.sentence)
        refs = tuple(ref for p in others for ref in context.actors(p))
        yield from plain(place, refs, stance, topic.name, "siding", sure=topic.sure)
        return


def _side(word: str) -> Stance | None:
    """The stance of somebody called by a word: "supporter", "opponent", "sceptic"."""
    sides = (("siding-with", Stance.SUPPORTS), ("siding-against", Stance.OPPOSES), ("siding-doubting", Stance.DOUBTS))
    return next((stance for name, stance in sides if word in words(name)), None)


def _called_opponent(place: Place) -> Iterator[Opinion]:
    """Whom an apposition calls a supporter or an opponent: "Peru's president, a leading opponent of the deal, said …"."""
    context, clause = place.context, place.clause
    for part in clause.subject.walk() if clause.subject is not None else ():
        stance = _side(context.head(part).lemma.lower())
        if part.role != Role.APPOSITION or stance is None:
            continue
        behind = [context.clauses[c] for c in context.children[place.index] if context.clauses[c].anchor == part.head]
        topic = place.topics.of(part.dependents, behind, clause.sentence)
        yield from plain(place, context.actors(clause.subject), stance, topic.name, "siding", sure=topic.sure)


def threatening(place: Place) -> Iterator[Opinion]:
    """Threatening to attack what others send opposes it: "drohte, fremde Soldaten anzugreifen"."""
    clause, context = place.clause, place.context
    if (
        clause.verb is None
        or clause.verb.lemma not in words("attacking")
        or clause.parent is None
        or clause.link != Link.COMPLEMENT
    ):
        return
    outer = context.clauses[clause.parent]
    if outer.verb is None or outer.verb.lemma not in words("threatening") or clause.negation is not None:
        return
    topic = place.topics.of([p for p in clause.phrases if p is not clause.subject], (), clause.sentence)
    yield from plain(place, holders(context, outer, place.said), Stance.OPPOSES, topic.name, "threat", sure=topic.sure)


def keeping_land(place: Place) -> Iterator[Opinion]:
    """Not giving up land opposes it: "werde kein Gebiet abtreten", "territory we will not give away"."""
    clause = place.clause
    if clause.negation is None or clause.verb is None or clause.verb.lemma not in words("giving-up"):
        return
    if place.topics.names([p for p in clause.phrases if p is not clause.subject]) == frozenset({"territory"}):
        refs = holders(place.context, clause, place.said)
        yield from plain(place, refs, Stance.OPPOSES, "territory", "keeps its land")


def telling(place: Place) -> Iterator[Opinion]:
    """Telling somebody to do something demands it: "told the Europeans to stay out"."""
    context, clause = place.context, place.clause
    if (
        clause.verb is None
        or clause.verb.lemma != "tell"
        or clause.verb.voice != "active"
        or clause.negation is not None
    ):
        return
    told = {ref.actor for p in clause.with_role(Role.OBJECT, Role.INDIRECT) for ref in context.actors(p)}
    inside = [c for c in place.content() if c.kind is ClauseKind.INFINITIVE]
    if not told or not inside or not context.is_finite(clause):
        return
    topic = place.topics.of((), inside, clause.sentence)
    refs = tuple(ref for ref in holders(context, clause, place.said) if ref.actor not in told)
    yield from plain(place, refs, Stance.DEMANDS, topic.name, "tells to", sure=topic.sure)


def needing(place: Place) -> Iterator[Opinion]:
    """Saying that one needs something demands it: "„Wir brauchen Zelte“, sagte …", "Es brauche mehr Geld, so die Ministerin"."""
    context, clause, said = place.context, place.clause, place.said
    if clause.verb is None or clause.verb.lemma not in words("needing") or said is None or not said.speakers:
        return
    if clause.negation is not None or clause.link in (Link.CONDITION, Link.RELATIVE) or clause.verb.voice != "active":
        return
    subject = clause.subject
    own = {ref.actor for ref in said.speakers if not ref.actor.startswith("person:")}
    mine = subject is not None and (
        context.head(subject).lower in words("first-person") | words("expletives")
        or own & {r.actor for r in context.actors(subject)}
    )
    content = [p for p in clause.with_role(Role.OBJECT, Role.OTHER) if p.prep is None and p is not subject]
    needed = [
        p for p in content if context.is_thing(p) or context.has_money(p) or place.topics.names([p], least=WEIGHTS[1])
    ]
    if mine and needed:
        topic = place.topics.of(needed, (), clause.sentence)
        yield from plain(place, said.speakers[:1], Stance.DEMANDS, topic.name, "needs", sure=topic.sure)


def asking_whether(place: Place) -> Iterator[Opinion]:
    """Asking whether something is not better otherwise is doubt: "fragte, ob nicht die EU führen solle"."""
    sense = place.context.sense(place.index)
    if sense is None or sense.kind != "ask":
        return
    asked = [place.context.clauses[c] for c in place.context.linked(place.index, Link.QUESTION)]
    doubted = [
        c
        for c in asked
        if c.marker in words("whether")
        and {place.context.tokens[i].lower for i in place.context.own_tokens(c)} & words("doubted")
    ]
    if doubted:
        topic = place.topics.of((), doubted, place.clause.sentence)
        refs = holders(place.context, place.clause, place.said)
        yield from plain(place, refs, Stance.DOUBTS, topic.name, "asks whether not", sure=topic.sure)
