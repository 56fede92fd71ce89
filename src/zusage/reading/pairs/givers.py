"""Who is not the giver, though he is named beside a contribution: it goes to him, or the words give it to somebody else.

Pairs are weighed by many small signs, and a recipient shares most of them with the giver: he is a state, beside a sum,
in a sentence about a promise. The grammar knows better. Uses clauses, their verbs' senses, mentions, and what the rules found.
Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role, Voice
from zusage.reading.actors.mention import Use
from zusage.reading.commitments import Candidate
from zusage.reading.commitments.guarding import guards_own_border
from zusage.reading.commitments.refusal import concerns_others, is_called_something
from zusage.reading.lexicon import words
from zusage.reading.operators import is_given_to_subject
from zusage.reading.pairs.measures import NEVER_MONEY
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.spots import is_goal

GIVING = frozenset({"give", "commit", "deliver"})
"""Classes of verbs whose indirect object is whom something goes to."""
NAMES = frozenset({"state", "organisation"})
SOURCES = frozenset({"from", "aus", "von"})
ARTICLES = frozenset({"the", "der", "den", "dem"})
ROW = 16
"""Tokens of a row of names behind "bis auf"."""
ROW_OF_NAMES = frozenset({Pos.PROPN, Pos.DET, Pos.ADJ, Pos.NOUN})
AGAINST = frozenset({"rejected", "opposes"})
"""Values of verbs that say that something is not wanted."""
VERBS = frozenset({"verb", "empty", "other verb"})
"""Sorts of contents that are a verb."""


def is_others(scene: Scene, pair: Pair) -> bool:
    """Say whether the content of a pair is somebody else's contribution, or done to the pair's actor: never weighed.

    One contribution has the giver that its sentence says, and nobody who stands near.
    """
    if _is_reckoned(scene, pair) or _is_outdone(scene, pair):
        return True
    return _is_acted_on(scene, pair) or _is_from_others(scene, pair) or _is_taken(scene, pair) or _is_mark(scene, pair)


def is_receiver(scene: Scene, pair: Pair) -> bool:
    """Say whether what is named goes to whom is named, by the words of their clause: no statement is learned from it.

    Such pairs are weighed all the same: who gets something in one clause may give in the next, and how sure the rules' own
    statement of him is hangs on all that is said of him.
    """
    if _is_where_it_goes(scene, pair) or _gets(scene, pair) or _is_where_to(scene, pair) or _is_excepted(scene, pair):
        return True
    if _tells_who_speaks(scene, pair):
        return True
    here = pair.spot.clause == pair.content.clause
    if here and (_is_asked(scene, pair) or _is_guarding(scene, pair)):
        return True
    return here and (_is_given(scene, pair) or _stands_behind(scene, pair) or _calls(scene, pair))


def _tells_who_speaks(scene: Scene, pair: Pair) -> bool:
    """Say whether the content only tells whose word it is: "said a spokesman of the Chilean **navy**"."""
    subject, sense = scene.context.clauses[pair.content.clause].subject, scene.context.sense(pair.content.clause)
    if subject is None or sense is None or sense.kind != "say":
        return False
    content = pair.content
    return content.sort == "thing" and subject.head < content.token < subject.end


def _is_where_it_goes(scene: Scene, pair: Pair) -> bool:
    """Say whether the words before him make him where something goes: "nach Mali", not "nach Angaben des Ministeriums".

    Nor where a relative clause tells what he does: "auch in Lima, **das Panzer anbot**, …".
    """
    spot, place = pair.spot, pair.spot.place
    if place is None or not is_goal(spot):
        return False
    if scene.context.analysis.language != "de":
        return True
    clause = scene.context.clauses[pair.content.clause]
    told = clause.kind == ClauseKind.RELATIVE and clause.anchor == spot.token
    return not told and not (place.prep == "nach" and place.depth > 0)


def is_owned_by_others(scene: Scene, pair: Pair) -> bool:
    """Say whether what somebody does not want is another state's: "Israel duldet keine **türkischen** Soldaten"."""
    place, index = pair.content.place, pair.content.clause
    if place is None or pair.spot.ref.actor not in scene.subjects(index):
        return False
    thing = scene.context.thing_of(place.phrase)
    if thing is None or thing.measure not in NEVER_MONEY:
        return False
    clause, sense = scene.context.clauses[index], scene.context.sense(index)
    refused = sense is not None and (sense.kind == "refuse" or sense.value in AGAINST)
    if not (refused or place.phrase.negated or clause.negation is not None):
        return False
    return concerns_others(scene.context, clause, [place.phrase])


def _calls(scene: Scene, pair: Pair) -> bool:
    """Say whether he only gives a name to what others do: "Der Vertreter **Libyens** nannte die Sanktionen eine Hilfe"."""
    return is_called_something(scene.context.clauses[pair.content.clause])


def _is_excepted(scene: Scene, pair: Pair) -> bool:
    """Say whether he is one of those who do not: "**Bis auf Peru und Chile** haben alle anderen Staaten Soldaten zugesagt"."""
    context = scene.context
    if context.analysis.language != "de" or pair.spot.how != "named":
        return False
    for i in range(pair.spot.token - 1, max(pair.spot.token - ROW, -1), -1):
        token = context.tokens[i]
        if token.lower in words("except-preps"):
            return token.lower != "auf" or (i > 0 and context.tokens[i - 1].lower == "bis")
        if token.pos not in ROW_OF_NAMES and token.text != "," and token.lower != "und":
            return False
    return False


def _is_where_to(scene: Scene, pair: Pair) -> bool:
    """Say whether a compound only tells where its head is for: "das Kontingent der **Kosovo**-Schutztruppe"."""
    mention = scene.context.who.by_token.get(pair.spot.token)
    if mention is None or mention.use is not Use.PLACE:
        return False
    return "-" in scene.context.tokens[pair.spot.token].text


def _is_asked(scene: Scene, pair: Pair) -> bool:
    """Say whether he is only asked for it: "Ghana asked **South Korea** for 30 ambulances", "hat **Indien** um Zelte gebeten"."""
    place, clause = pair.content.place, scene.context.clauses[pair.content.clause]
    if place is None or clause.verb is None or clause.verb.lemma not in words("requesting"):
        return False
    return scene.kind(pair.content.clause) == "position" and clause.verb.voice == Voice.ACTIVE


def _is_guarding(scene: Scene, pair: Pair) -> bool:
    """Say whether own soldiers only guard the own border: "Armenia moved **3,000 soldiers** to its border"."""
    place = pair.content.place
    thing = scene.context.thing_of(place.phrase) if place is not None else None
    if thing is None or thing.measure not in NEVER_MONEY:
        return False
    return guards_own_border(scene.context, scene.context.clauses[pair.content.clause])


def _gets(scene: Scene, pair: Pair) -> bool:
    """Say whether he is the subject of a verb of getting: "Der Sudan erhält 20 Millionen Euro", "Chad receives tents".

    Also of hoping for it or owing it in the same clause: "Der Sudan **hofft auf** 20 Millionen", "**schuldet** Peru 20 Millionen".
    """
    place = pair.spot.place
    if place is None or place.depth or place.role != Role.SUBJECT or pair.spot.sentence != pair.content.sentence:
        return False
    if scene.kind(pair.spot.clause) == "receive":
        return True
    clause = scene.context.clauses[pair.spot.clause]
    if clause.verb is None or scene.context.analysis.language != "de" or pair.spot.clause != pair.content.clause:
        return False
    return clause.verb.lemma in words("hoped-for") | words("owing") or is_given_to_subject(scene.context, clause)


def _is_given(scene: Scene, pair: Pair) -> bool:
    """Say whether he is an object beside a giver: "Oslo sagte dem Sudan Geld zu", "gave Chad tents".

    German takes a dative that an attribute parts from its article for an object; and a loan agreed "mit dem Tschad" is for Chad.
    """
    place, clause = pair.spot.place, pair.content.clause
    if place is None or place.depth or scene.kind(clause) not in GIVING:
        return False
    german = scene.context.analysis.language == "de"
    lent = german and place.prep == "mit" and pair.content.sort == "money" and scene.kind(clause) == "commit"
    told = not german and place.role == Role.OBJECT and scene.kind(clause) == "commit" and _has_content(scene, clause)
    if not (place.role == Role.INDIRECT or lent or told or (german and place.role == Role.OBJECT)):
        return False
    verb = scene.context.clauses[clause].verb
    passive = verb is not None and verb.voice != Voice.ACTIVE
    return passive or bool(scene.subjects(clause) - {pair.spot.ref.actor})


def _has_content(scene: Scene, clause: int) -> bool:
    """Say whether a clause tells what is promised, so that its object is to whom: "promised **Chad** it would not be forgotten"."""
    return any(True for _ in scene.context.linked(clause, Link.COMPLEMENT))


def _is_reckoned(scene: Scene, pair: Pair) -> bool:
    """Say whether something is what somebody needs, or reckons with: "Die Uno **beziffert** den Bedarf auf 40 Millionen Euro"."""
    context, clause = scene.context, scene.context.clauses[pair.content.clause]
    if clause.verb is None:
        return False
    if clause.verb.lemma in words("putting-at"):
        return any(context.lemmas[i] in words("needs") for i in context.own_tokens(clause))
    return clause.verb.lemma in words("reckoning")


def _is_acted_on(scene: Scene, pair: Pair) -> bool:
    """Say whether he is the object of the verb that would be his contribution: "Chile sent blankets to aid **Chad**"."""
    spot, verb = pair.spot, scene.context.clauses[pair.content.clause].verb
    return (
        pair.content.sort in VERBS
        and spot.how == "named"
        and spot.place is not None
        and (spot.place.role, spot.place.depth) == (Role.OBJECT, 0)
        and verb is not None
        and verb.voice == Voice.ACTIVE
    )


def _stands_behind(scene: Scene, pair: Pair) -> bool:
    """Say whether he stands right behind another's name: "gestern sagte die EU-Kommission Armenien zwei Millionen Euro zu"."""
    context, clause = scene.context, pair.content.clause
    named = context.who.by_token
    own = named.get(pair.spot.token)
    if own is None or own.kind != "state" or not own.start or scene.kind(clause) not in GIVING:
        return False
    before = named.get(own.start - 1)
    if before is None or before.kind not in NAMES or before.end != own.start or before.actor == own.actor:
        return False
    subject = context.clauses[clause].subject
    return subject is not None and subject.start <= before.head < subject.end and subject.head != own.head


def _is_from_others(scene: Scene, pair: Pair) -> bool:
    """Say whether a sum is somebody else's by the words behind it: "5 million dollars from Kenya, 3 million from **Uganda**"."""
    context, at = scene.context, pair.content.token + 1
    if pair.content.sort != "money" or at + 1 >= len(context.tokens) or context.tokens[at].lower not in SOURCES:
        return False
    at += 1 + (context.tokens[at + 1].lower in ARTICLES)
    refs = context.who.actors_at(at, places=True) if at < len(context.tokens) else ()
    return bool(refs) and all(ref.actor != pair.spot.ref.actor for ref in refs)


def _is_outdone(scene: Scene, pair: Pair) -> bool:
    """Say whether somebody else matches his promise, or takes over from him: "Peru matched **Chile's** offer with 20 million".

    In English only: "200 Danish soldiers will take over from **Spain**" are not Spain's.
    """
    context, clause = scene.context, scene.context.clauses[pair.content.clause]
    if context.analysis.language != "en" or clause.verb is None or pair.spot.how != "named":
        return False
    if pair.spot.clause != pair.content.clause or clause.verb.voice != Voice.ACTIVE:
        return False
    at = pair.spot.token
    if clause.verb.lemma in words("outdoing"):
        return any(p.start <= at < p.end for p in clause.with_role(Role.OBJECT) if p is not clause.subject)
    mention = context.who.by_token.get(at)
    return (
        clause.verb.lemma in words("taking-over")
        and mention is not None
        and context.tokens[mention.start - 1].lower == "from"
    )


def _is_mark(scene: Scene, pair: Pair) -> bool:
    """Say whether a name only tells what sort a thing is: "a **Panama**-flagged ship", "the German-made tanks"."""
    mention = scene.context.who.by_token.get(pair.spot.token)
    if mention is None or pair.spot.how != "named":
        return False
    behind = "".join(token.lower for token in scene.context.tokens[mention.end - 1 : mention.end + 2])
    return behind.rpartition("-")[2] in words("marks-of-make") and "-" in behind


def _is_taken(scene: Scene, pair: Pair) -> bool:
    """Say whether the rules have the content of a pair as the contribution of others, and the pair's actor is none of them.

    Example: in "Chile pledged 10 million dollars to help Chad, according to Quito" the money is Chile's, not Chad's or Ecuador's;
    in "… , the Peruvian president announced" the announcing is no pledge of Peru's.
    """
    ruled = [c for c in scene.ruled.get(pair.content.sentence, ()) if not c.from_context]
    holding = [c for c in ruled if _holds(scene, c, pair)]
    actor = pair.spot.ref.actor
    return bool(holding) and not any(c.actor.actor == actor or _is_among(c.party.phrase, pair) for c in holding)


def _holds(scene: Scene, candidate: Candidate, pair: Pair) -> bool:
    """Say whether a content is what a candidate contributes, its verb, or the words that say who tells of it."""
    content, phrase = pair.content, candidate.contribution.phrase
    if phrase is not None and phrase.start <= content.token < phrase.end:
        return content.token == phrase.head or content.sort == "money"
    if candidate.said is not None and any(start <= content.token < end for start, end in candidate.said.told):
        return True
    verb = scene.context.clauses[candidate.clauses[0]].verb
    return content.sort in VERBS and verb is not None and content.token == verb.head


def _is_among(phrase: Phrase | None, pair: Pair) -> bool:
    """Say whether the actor is named in the words that name the giver: "Peru and the governments of Chile and Ghana"."""
    return phrase is not None and phrase.start <= pair.spot.token < phrase.end
