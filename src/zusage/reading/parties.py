"""Who contributes: the actors of a clause, by its subject, its passive agent, control, possession, or who speaks.

Source: codebook, sections 1 and 2 (`actor`, `speaker`).
"""

from __future__ import annotations

from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos, Role
from zusage.model.records import record
from zusage.model.values import Authority, Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Use
from zusage.reading.actors.who import distinct
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import Sense, words
from zusage.reading.operators import Chain, enacts, is_given_to_subject, predicate_promise
from zusage.reading.speech import Said

AMONG = frozenset({"among", "amongst"})
TOGETHER = words("together")
DASHES = frozenset({"–", "—", "-"})
ALIKE_REACH = 16
"""Tokens from the end of a sentence within which those who do the same are named."""
EXAMPLES_REACH = 20
"""Tokens between a group and the words that name some of it."""

DOES_THE_SAME = "does the same"
"""The rule of who does what another was told to do; how much is not told again."""

AMOUNT_WITHIN = 5
"""Tokens behind a giver's name within which "mit" and his amount stand."""

SPEAKS = "who speaks"
"""The rule of who gives what he tells of himself, where nobody else is named."""

MEMBERS = "who the group is"
"""The rule of who acts where a group is named with its members."""

NOBODY = "nobody at all"
"""The rule for what none of those gives whom one could expect to."""

WITH = frozenset({"mit", "with"})
FOR_WHOM = frozenset({"für", "for"})
ORIGINS = frozenset({"aus", "von"})
_BUDGETS = tuple(words("budgets"))


@record(frozen=True, slots=True)
class Party:
    """Actors with the rule that found them."""

    refs: tuple[ActorRef, ...]
    rule: str
    phrase: Phrase | None = None


def contributor(context: Context, chain: Chain, said: Said | None) -> Party | None:
    """Find whose contribution it is, from the contributing clause outwards along its operators."""
    for index in chain.clauses:
        clause = context.clauses[index]
        told = thanked(context, clause) if clause.kind == ClauseKind.PARTICIPLE else lender(context, clause)
        if told is not None:
            return told
        ready = predicate_promise(context, clause)
        sense = context.sense(index)
        in_place = sense is not None and (
            (sense.kind == "deliver" and "subj" not in sense.content) or _takes_part(context, clause, sense)
        )
        if _is_passive(context, clause) and ready is None and not in_place:
            party = _of_passive(context, clause)
            if party is not None:
                return party
            if index == chain.clauses[0] and _is_told_of_others(context, clause, sense, said):
                return None
            continue
        if sense is not None and "subj" in sense.content and clause.subject is not None:
            # "kamen 40 Millionen zusammen, so Oslo": many gave it
            saying = None if sense.lemma in words("gathered-money") else said
            return _of_things(context, index, sense) or _of_speaker(context, chain, saying, own=True)
        party = _of_subject(context, clause)
        if party is not None:
            return with_companions(context, clause, party)
        if sense is not None and sense.kind == "commit" and (other := _no_subject(context, clause, sense)) is not None:
            return other
        if clause.subject is None or clause.subject_shared or _is_filler(context, clause) or enacts(context, clause):
            continue
        break
    return _of_topic(context, chain.clauses[0]) or _of_seat(context, chain) or _of_speaker(context, chain, said)


def _is_passive(context: Context, clause: Clause) -> bool:
    """Say whether the subject is not who does it: "wird geschickt", "hat Geld zugesagt bekommen"."""
    return clause.verb is not None and (clause.verb.voice != "active" or is_given_to_subject(context, clause))


def lender(context: Context, clause: Clause) -> Party | None:
    """With whom somebody comes to terms who lends: "Peru is negotiating a loan **with the IMF**", "einigte sich **mit** ihm"."""
    if clause.verb is None or clause.verb.lemma not in words("dealing"):
        return None
    own = {ref.actor for ref in context.actors(clause.subject)}
    if not own or not own.isdisjoint(words("lenders")):
        return None
    for phrase in (part for each in clause.phrases for part in each.walk() if part.prep in WITH):
        refs = tuple(ref for part in phrase.each() for ref in context.actors(part) if ref.actor in words("lenders"))
        if refs:
            return Party(refs, "who lends", phrase)
    return None


def _takes_part(context: Context, clause: Clause, sense: Sense) -> bool:
    """Say whether the subject of a state takes part itself: "An der Mission ist auch **Peru** mit 80 Soldaten beteiligt"."""
    stative = sense.kind == "join" and clause.verb is not None and clause.verb.voice == "stative"
    return stative and bool(context.actors(clause.subject))


def _is_told_of_others(context: Context, clause: Clause, sense: Sense | None, said: Said | None) -> bool:
    """Say whether who counts pledges tells of others': "The UN said that 5 million dollars **has been pledged**".

    What was promised at a meeting is of all its guests: "**Auf der Konferenz** seien 5 Millionen zugesagt worden".
    """
    told = sense is not None and sense.kind == "commit" and sense.lemma in words("pledging")
    if not told or said is None or clause.verb is None or clause.verb.modals:
        return False
    heads = (context.head(phrase) for phrase in clause.phrases if phrase.prep is not None)
    met = any(context.lexicon.gathering(head.lemma) is not None for head in heads)
    return met or any(ref.actor in words("conveners") for ref in said.speakers)


def thanked(context: Context, clause: Clause) -> Party | None:
    """Whom somebody thanks or praises for what he gives: "thanked **Peru** for sending tanks", "is grateful to **Chile** for …"."""
    if clause.marker != "for" or clause.parent is None:
        return None
    outer = context.clauses[clause.parent]
    praising = outer.verb is not None and outer.verb.lemma in words("thanking")
    if not praising and not any(context.tokens[i].lower in words("grateful") for i in context.own_tokens(outer)):
        return None
    for phrase in outer.phrases:
        praised = phrase.role == Role.OBJECT if praising else phrase.prep == "to"
        refs = context.actors(phrase) if praised and phrase.end <= clause.start else ()
        own = {ref.actor for ref in context.actors(outer.subject)}
        if refs and own.isdisjoint(ref.actor for ref in refs):  # "the international community" is nobody in particular
            return Party(tuple(ref for ref in refs if ref.actor not in words("everybody")), "who is thanked", phrase)
    return None


def _of_seat(context: Context, chain: Chain) -> Party | None:
    """In whose capital there is readiness: "In Lima gibt es die Bereitschaft, Panzer zu liefern", "In Lima wird erwogen, …"."""
    for index in chain.clauses[1:]:
        clause, sense = context.clauses[index], context.sense(index)
        if sense is None or not (
            _is_weighed(context, clause, sense) or (sense.kind == "exist" and chain.holder == index)
        ):
            continue
        for phrase in clause.phrases:
            if phrase.prep == "in" and (refs := context.who.actors_at(phrase.head, places=True)):
                return Party(refs, "where it is said", phrase)
    return None


def _is_weighed(context: Context, clause: Clause, sense: Sense) -> bool:
    """Say whether nobody in particular weighs something in the passive: "In Lima wird erwogen, Panzer zu liefern"."""
    passive = clause.verb is not None and clause.verb.voice != "active"
    weighing = sense.kind == "commit" and sense.value in (Firmness.CONSIDERING, Firmness.SIGNALLED)
    return passive and weighing and (clause.subject is None or _is_filler(context, clause))


def _on_behalf(context: Context, clause: Clause) -> Party | None:
    """For which government somebody promises: "Die Ministerin sagte für die Bundesregierung 40 Millionen Euro zu"."""
    for phrase in clause.phrases:
        named = phrase.prep == "in" and context.head(phrase).lemma == "Name"  # "im Namen der Bundesregierung"
        if phrase.prep == "für" or named:
            refs = tuple(ref for ref in context.actors(phrase) if ref.authority is not None and ref.person is None)
            if refs:
                return Party(refs, "on whose behalf", phrase)
    return None


def _no_subject(context: Context, clause: Clause, sense: Sense) -> Party | None:
    """Who promises or keeps silent where the subject does not tell."""
    return _of_origin(context, clause, sense) or _on_behalf(context, clause)


def _of_origin(context: Context, clause: Clause, sense: Sense) -> Party | None:
    """From whom nothing comes, where the verb needs somebody it comes from: "**Aus Peru und Chile** war nichts zu hören"."""
    if not any(need.kind == "word" and need.word in ORIGINS for need in sense.needs):
        return None
    for phrase in clause.phrases:
        if phrase.prep in ORIGINS:
            found = (context.who.actors_at(part.head, places=True) for part in phrase.each())
            if refs := tuple(ref for each in found for ref in each):
                return Party(refs, "where it comes from", phrase)
    return None


def _of_topic(context: Context, index: int) -> Party | None:
    """Whom the verbless sentence before asks about, for a clause without a subject: "Oslo? Prüft noch."."""
    clause = context.clauses[index]
    while clause.link == Link.COMPLEMENT and clause.parent is not None:
        clause = context.clauses[clause.parent]
    if clause.subject is not None or clause.kind != ClauseKind.MAIN or not clause.sentence:
        return None
    before = [context.clauses[i] for i in context.analysis.sentences[clause.sentence - 1].clauses]
    if len(before) != 1 or before[0].verb is not None:
        return None
    refs = tuple(ref for phrase in before[0].phrases for ref in context.actors(phrase))
    return Party(refs, "whom the report turns to") if len(refs) == 1 else None


def _of_things(context: Context, index: int, sense: Sense) -> Party | None:
    """Whose the things are that a clause is about: "die Soldaten Estlands kommen", "kommt für Wien nicht infrage"."""
    clause = context.clauses[index]
    for phrase in clause.phrases:  # "Die Hilfe scheiterte am Veto Chiles"
        blocks = phrase.prep == "an" and context.head(phrase).lemma.lower() in words("blocking-nouns")
        if blocks and (refs := possessors(context, phrase)):
            return Party(refs, "who blocks it", phrase)
    if clause.subject is not None and (refs := possessors(context, clause.subject)):
        return Party(_with_row(context, clause.subject, refs), "whose it is", clause.subject)
    for phrase in clause.phrases:
        if _is_up_to(sense) and phrase.prep in FOR_WHOM and (refs := context.actors(phrase)):
            return Party(refs, "for whom", phrase)
        if phrase.prep == "aus" and (refs := context.who.actors_at(phrase.head, places=True)):
            return Party(refs, "where it comes from", phrase)
        if sense.kind == "commit" and phrase.prep in sense.content and (refs := possessors(context, phrase)):
            return Party(
                refs, "whose it is", phrase
            )  # "An einer Entsendung peruanischer Soldaten besteht kein Interesse"
        if phrase.prep == "zu" and sense.lemma in words("coming-on-top") and (refs := possessors(context, phrase)):
            return Party(refs, "whose it is", phrase)  # "Zu den dänischen Lieferungen kommt Munition hinzu"
    return _of_promise(context, index)


def _with_row(context: Context, subject: Phrase, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Add owners whom the analysis took for members of the subject: "Teams from Peru **and Chile** have left"."""
    first = refs[0].mention
    if len(refs) != 1 or first is None or first.start <= subject.head or first.end >= subject.end:
        return refs
    row = context.who.listed(first, subject.end)
    return row if row[:1] == refs else refs


def _is_up_to(sense: Sense) -> bool:
    """Say whether a thing is out of the question for somebody, or not; sums that "come together for Chad" are not Chad's."""
    return sense.kind == "commit" and sense.value in (Firmness.CONSIDERING, Firmness.REJECTED)


def _of_promise(context: Context, index: int) -> Party | None:
    """Who promised the things that a clause is about: "die Panzer, die Polen versprochen hatte, sind da"."""
    subject = context.clauses[index].subject
    for child in context.linked(index, Link.RELATIVE):
        clause, sense = context.clauses[child], context.sense(child)
        if subject is None or clause.anchor != subject.head or sense is None or sense.kind not in ("commit", "give"):
            continue
        for phrase in clause.with_role(Role.SUBJECT, Role.OBJECT):  # "die" may pass for the subject
            refs = context.actors(phrase)
            if refs:
                return Party(refs, "who promised it", phrase)
    return None


def with_companions(context: Context, clause: Clause, party: Party) -> Party:
    """Add those with whom it is done: "gemeinsam mit Frankreich und Polen", "together with Canada", "neben Peru auch Chile".

    In English also with whom a pledge is a joint one: "In a joint pledge with Denmark, Finland promised 50 million", and whom
    the subject is named with: "Peru, **along with Chile and Kenya**, promised 40 million".
    """
    said = {context.tokens[i].lower for i in context.own_tokens(clause)}
    preps = {"mit", "with"} if said & TOGETHER else {"neben"} if "auch" in said else set[str]()
    phrases = clause.phrases
    if "joint" in said and context.analysis.language == "en":
        preps, phrases = {"with"}, tuple(part for p in clause.phrases for part in p.walk())
    beside = (p for p in phrases if p.prep in preps or (p.prep == "neben" and p.start == clause.start))
    more = tuple(r for p in beside for r in context.actors(p) if r not in party.refs)
    if not more and context.analysis.language == "en" and party.phrase is clause.subject:
        more = tuple(r for r in _alongside(context, clause) if r not in party.refs)
    return replace(party, refs=(*party.refs, *more)) if more else party


def _alongside(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who is named right behind "together with" or "along with" where the subject stands, before the verb."""
    verb = clause.verb.head if clause.verb is not None else clause.start
    for i in context.own_tokens(clause):
        if i + 2 >= verb or context.tokens[i].lower not in words("along") or context.tokens[i + 1].lower != "with":
            continue
        at = i + 2 + (context.tokens[i + 2].lower == "the")
        mention = context.who.by_token.get(at)
        if mention is not None and mention.use in (Use.NAME, Use.METONYM):
            return context.who.listed(mention, verb)
    return ()


def _is_filler(context: Context, clause: Clause) -> bool:
    """Say whether the subject is "es", "man", "it", "there": it stands for nobody."""
    return clause.subject is not None and context.head(clause.subject).lower in {
        "es",
        "man",
        "it",
        "there",
        "das",
        "this",
    }


def _of_subject(context: Context, clause: Clause) -> Party | None:
    if clause.subject is None:
        return None
    return _told_of(context, clause) or _of_named_subject(context, clause, clause.subject)


def _of_named_subject(context: Context, clause: Clause, subject: Phrase) -> Party | None:
    refs = named_by(context, clause, subject)
    if not refs and context.head(subject).lower in words("nobody-subjects"):  # "Nobody offered jets"
        return Party((ActorRef("group:donors", None, None, None, NOBODY),), NOBODY, subject)
    if members := _members_of(context, clause, subject, refs):
        return Party(members, MEMBERS, subject)
    row = _row(context, clause)
    if row and (_is_filler(context, clause) or _is_group(refs)):
        return Party(row, "each with an amount", subject)  # "Größte Geber sind Peru mit … und Chile mit …"
    if row and row[0] in refs:
        return Party(distinct((*refs, *row)), "subject", subject)
    if refs:
        return Party(distinct((*refs, *_alike(context, clause, refs))), "subject", subject)
    if clause.link == Link.RELATIVE and clause.anchor is not None and clause.parent is not None:
        return _of_antecedent(context, clause, subject, clause.anchor, clause.parent)
    return None


def _is_group(refs: tuple[ActorRef, ...]) -> bool:
    return bool(refs) and all(ref.actor.startswith("group:") for ref in refs)


def _members_of(context: Context, clause: Clause, subject: Phrase, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Who a group is that the subject names, or of which it is the last: "Six countries — Peru, Chile, Malta — will …"."""
    if not _is_group(refs):
        return _row_in_dashes(context, subject)
    if named := _counted_with(context, clause, refs):
        return named
    return _set_off(context, subject) or _members_told(context, clause)


def _counted_with(context: Context, clause: Clause, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Who a counted group is by "mit" before it: "**Mit Peru und Chile** haben zwei Staaten Soldaten zugesagt"."""
    for phrase in clause.phrases[:1] if context.analysis.language == "de" and len(refs) == 1 else ():
        named = distinct(ref for part in phrase.each() for ref in context.actors(part)) if phrase.prep == "mit" else ()
        if len(named) > 1 and refs[0].actor.startswith(f"group:{len(named)}-"):
            return named
    return ()


def _row_in_dashes(context: Context, subject: Phrase) -> tuple[ActorRef, ...]:
    """The row between dashes whose last name was taken for the subject: "Six countries — Peru, Chile, **Malta** — will send …"."""
    if subject.end >= len(context.tokens) or context.tokens[subject.end].text not in DASHES:
        return ()
    start = context.analysis.sentences[context.sentence_at(subject.head)].start
    opened = next((i for i in range(subject.head, start, -1) if context.tokens[i].text in DASHES), None)
    group = context.who.by_token.get(opened - 1) if opened is not None else None
    if opened is None or group is None or not (group.actor or "").startswith("group:"):
        return ()
    named = distinct(context.who.actors_in(opened + 1, subject.end))
    return named if len(named) > 1 else ()


def _set_off(context: Context, subject: Phrase) -> tuple[ActorRef, ...]:
    """Who a group is between dashes: "Six countries **— Peru, Chile and Ghana, as well as Malta —** will send police"."""
    mention = context.who.by_token.get(subject.head)
    at = mention.end if mention is not None else subject.head + 1
    if at + 1 >= len(context.tokens) or context.tokens[at].text not in DASHES or at + 1 not in context.who.by_token:
        return ()
    end = context.analysis.sentences[context.sentence_at(at)].end
    close = next((i for i in range(at + 1, end) if context.tokens[i].text in DASHES), None)
    if close is None:
        return ()
    named = distinct(ref for ref in context.who.actors_in(at + 1, close) if not ref.actor.startswith("group:"))
    return named if len(named) > 1 else ()


def _members_told(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who a group is by the verb over a clause that hangs on it: "Countries offering troops include Peru and Chile"."""
    if clause.parent is None or clause.kind not in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE, ClauseKind.INFINITIVE):
        return ()
    inner, outer = clause, context.clauses[clause.parent]
    while outer.kind in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE) and outer.parent is not None:
        inner, outer = outer, context.clauses[outer.parent]  # "Countries promising to send troops include Peru"
    is_of_subject = outer.subject is not None and inner.anchor == outer.subject.head
    told_by = words("naming-members") | (COPULAS if is_of_subject else frozenset())
    if outer.verb is None or outer.verb.lemma not in told_by:
        return ()
    told = (ref for p in outer.with_role(Role.OBJECT, Role.PREDICATE) for ref in context.actors(p))
    return distinct(ref for ref in told if not ref.actor.startswith("group:"))


def _row(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Whom a clause names each with an amount: "Peru mit 40 Millionen, Chile mit 60 Millionen und Kenia mit 10 Millionen Euro".

    The first stands behind the verb or opens the clause, so that it is nobody who is helped with money.
    """
    found: list[ActorRef] = []
    places = [i for i in range(clause.start + 1, clause.end - 1) if context.tokens[i].lower == "mit"]
    for at in places if len(places) > 1 else ():
        mention = context.who.by_token.get(at - 1)
        if mention is None or mention.kind == "person" or not context.quantities_in(at + 1, _reach(clause, at)):
            continue
        if found or mention.start == clause.start or _opens_row(context, clause, mention.start):
            found.extend(context.who.actors_at(mention.head))
    return distinct(found) if len(found) > 1 else ()


def _reach(clause: Clause, at: int) -> int:
    return min(at + AMOUNT_WITHIN, clause.end)


def _opens_row(context: Context, clause: Clause, start: int) -> bool:
    before = context.tokens[start - 1]
    opens = before.pos in (Pos.VERB, Pos.AUX) or before.lower in words("row-openers")
    indirect = any(p.start <= start < p.end for p in clause.with_role(Role.INDIRECT, Role.OBJECT))
    return opens and (not indirect or _is_filler(context, clause))


def _alike(context: Context, clause: Clause, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Who does the same, told at the end: "Peru agreed to send troops, too, **as well as Chile and Ghana**".

    Not behind another state: "to send troops to Chad, as well as Ghana" may be where they go.
    """
    sentence = context.analysis.sentences[clause.sentence]
    named = context.who.by_token
    for at in range(max(sentence.start + 2, sentence.end - ALIKE_REACH), sentence.end - 2):
        if context.tokens[at - 1].text != "," or at - 2 in named:
            continue
        run = next((n for n in (3, 2) if _run(context, at, n) in words("likewise")), 0)
        if not run or at + run >= sentence.end:
            continue
        at_name = at + run + (context.tokens[at + run].lower in words("articles"))
        first = named.get(at_name)
        found = context.who.listed(first, sentence.end) if first is not None and first.kind == "state" else ()
        closes = any(i in named for i in range(sentence.end - 2, sentence.end)) or _is_aside(context, at_name)
        return found if closes and {r.actor for r in refs}.isdisjoint(r.actor for r in found) else ()
    return ()


def _run(context: Context, at: int, length: int) -> str:
    return " ".join(token.lower for token in context.tokens[at : at + length])


def _is_aside(context: Context, at: int) -> bool:
    """Say whether a comma closes what names others, before who says it: "…, ebenso wie Chile, sagte er"."""
    return at + 1 < len(context.tokens) and context.tokens[at + 1].text == ","


def named_by(context: Context, clause: Clause, subject: Phrase) -> tuple[ActorRef, ...]:
    """Whom a subject names, with those of a group that are told behind it: "Mehrere Länder … bekundet, darunter Peru"."""
    if subject.prep == "among":
        return ()  # "Among the donors were Peru with 20 million and Chile with 15 million"
    refs = context.actors(subject)
    if refs and clause.kind == ClauseKind.FRAGMENT:  # "and China and the United States another 100 million each"
        more = [r for p in clause.with_role(Role.SUBJECT) for r in context.actors(p)]
        refs = tuple({r.actor: r for r in (*more, *refs)}.values())
    if not refs or any(ref.actor.startswith("group:") for ref in refs):  # "Peru and other countries, including Chile"
        refs = distinct((*refs, *_examples(context, subject, context.analysis.sentences[clause.sentence].end)))
    return refs


def _told_of(context: Context, clause: Clause) -> Party | None:
    """Who is one of those that a relative clause is about: "**Peru** is among the countries that will send soldiers"."""
    if clause.link != Link.RELATIVE or clause.parent is None or clause.anchor is None:
        return None
    outer = context.clauses[clause.parent]
    if context.analysis.language != "en" or outer.verb is None or outer.verb.lemma not in words("copulas"):
        return None
    for phrase in outer.with_role(Role.PREDICATE):
        if phrase.prep in AMONG and phrase.start <= clause.anchor < phrase.end and outer.subject is not None:
            refs = context.actors(outer.subject)
            return Party(refs, "one of them", outer.subject) if refs else None
    return None


def _of_antecedent(context: Context, clause: Clause, subject: Phrase, anchor: int, parent: int) -> Party | None:
    if context.head(subject).tag == "PRELS":  # "die Panzer, die Polen versprochen hatte"
        objects = ((phrase, context.actors(phrase)) for phrase in clause.with_role(Role.OBJECT))
        taken = next(((phrase, refs) for phrase, refs in objects if refs), None)
        if taken is not None and not context.who.actors_at(anchor):
            return Party(taken[1], "subject", taken[0])
    parts = (part for phrase in context.clauses[parent].phrases for part in phrase.walk() if part.head == anchor)
    part = next(parts, None)
    refs = context.actors(part)
    return Party(refs, "antecedent", part) if refs else None


def _examples(context: Context, group: Phrase, end: int) -> tuple[ActorRef, ...]:
    """Whom a report names behind a group: "several states, including Peru and Chile, sent", "20 Staaten, darunter Peru".

    Behind the verb, too, if nobody else stands between: "some 20 states joined the purchase, including Peru".
    """
    passed = False
    for at in range(group.head + 1, min(group.head + EXAMPLES_REACH, end)):
        token = context.tokens[at]
        if token.pos in (Pos.VERB, Pos.AUX) and token.lower not in words("example-openers"):
            passed = True
        if passed and at in context.who.by_token:
            return ()
        for opener in (token.lower, f"{token.lower} {context.tokens[at + 1].lower}" if at + 1 < end else ""):
            if opener in words("example-openers"):
                if passed and context.tokens[at - 1].text != ",":
                    return ()
                first = context.who.by_token.get(at + 1 + opener.count(" "))
                return context.who.listed(first, end) if first is not None else ()
    return ()


def _of_passive(context: Context, clause: Clause) -> Party | None:
    """Who does what is told in the passive; who gives what somebody "hat zugesagt bekommen"."""
    return giver(context, clause, None) if is_given_to_subject(context, clause) else _doer(context, clause)


def _doer(context: Context, clause: Clause) -> Party | None:
    for phrase in clause.phrases:
        if phrase.role == Role.AGENT or phrase.prep in ("von", "durch", "by", "seitens"):
            refs = () if _hangs_on_word_before(context, phrase) else context.actors(phrase)
            if refs:
                return Party(refs, "passive agent", phrase)
        elif phrase.prep == "aus" and (refs := context.who.actors_at(phrase.head, places=True)):
            return Party(refs, "where it comes from", phrase)  # "aus Botsuana sind 296 Mann zugesagt"
        elif _has_budget(context, phrase) and (refs := context.actors(phrase)):
            return Party(refs, "whose budget it is", phrase)
    if clause.verb is not None and clause.verb.lemma in words("training-verbs"):
        return _of_place(context, clause)
    if decided := _decided_by(context, clause):
        return decided
    if clause.subject is not None:
        refs = possessors(context, clause.subject) or _doers(context, clause.subject)
        if refs:
            return Party(refs, "whose it is", clause.subject)
    return None


def _decided_by(context: Context, clause: Clause) -> Party | None:
    """The parliament that the parse hangs on the term before it: "was prolonged for a year **by parliament in Dublin**"."""
    others = (p for p in clause.phrases if p is not clause.subject)
    for part in (inner for phrase in others for inner in phrase.walk() if inner.prep == "by"):
        refs = tuple(ref for ref in context.actors(part) if ref.authority == Authority.PARLIAMENT)
        if refs:
            return Party(refs, "passive agent", part)
    return None


def _doers(context: Context, subject: Phrase) -> tuple[ActorRef, ...]:
    """Who does what a noun of action tells: "Die Entsendung von 40 Soldaten **durch Peru** wurde angekündigt"."""
    for part in subject.walk():
        if part.prep in ("durch", "seitens") and (refs := context.who.actors_at(part.head, places=True)):
            return refs
    return ()


def _has_budget(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names whose money it is: "**Im Bundeshaushalt** sind 40 Millionen eingeplant", "aus dem EU-Etat"."""
    return phrase.prep in ("in", "aus") and context.head(phrase).lemma.lower().endswith(_BUDGETS)


def _hangs_on_word_before(context: Context, phrase: Phrase) -> bool:
    """Say whether "von" belongs to the word before it: "wird nach Einschätzung **von** Peru entsandt", "unabhängig **von** …"."""
    if phrase.prep != "von" or not phrase.start:
        return False
    before = context.tokens[phrase.start - 1].lemma.lower()
    return before in words("source-nouns") or before in words("parted-from")


def _of_place(context: Context, clause: Clause) -> Party | None:
    """Who is trained does not train; where it is done tells who does: "5,000 Chadian recruits were trained in Portugal"."""
    trained = {ref.actor for ref in possessors(context, clause.subject)} if clause.subject is not None else set()
    for phrase in clause.phrases:
        refs = context.who.actors_at(phrase.head, places=True) if phrase.prep == "in" else ()
        if refs and not trained & {ref.actor for ref in refs}:
            return Party(refs, "where it is done", phrase)
    return None


def possessors(context: Context, phrase: Phrase, *, leaving: bool = False) -> tuple[ActorRef, ...]:
    """The actors that a noun phrase names as its owner or origin: "Berlins Zusage", "deutsche Soldaten", "Truppen aus Estland".

    Where somebody leaves from owns nothing: "der Abzug von 5000 Soldaten aus Peru"; "a Norwegian shipowner" is no state's.
    """
    if context.is_private(phrase):
        return ()
    leaving = leaving or context.head(phrase).lemma.lower() in words("leaving-nouns")
    for part in phrase.dependents:
        if leaving and part.prep in ("aus", "from"):
            continue
        if not _leads_only(context, part, phrase) and (refs := _owners(context, part, leaving=leaving)):
            return refs
    for i in context.inner_tokens(phrase):
        if i != phrase.head or context.tokens[i].pos == Pos.ADJ:
            refs = context.who.actors_at(i)
            if refs:
                first = context.who.by_token.get(i)
                row = context.who.listed(first, phrase.head + 1) if first is not None and len(refs) == 1 else ()
                return row if row[:1] == refs else refs  # "British and French soldiers"
    people = context.who.by_token.get(phrase.head)
    if people is not None and people.owner is not None:
        return (ActorRef(people.owner, None, None, people, "whose people they are"),)  # "40 Cuban doctors"
    return ()


def _owners(context: Context, part: Phrase, *, leaving: bool) -> tuple[ActorRef, ...]:
    """Whom what hangs on a noun names as its owner: "pledges from Chile and Peru", "ein Team von 45 slowenischen Helfern"."""
    refs: tuple[ActorRef, ...] = ()
    if part.role == Role.GENITIVE or part.prep in ("von", "aus", "by", "from", "of", "durch", "seitens"):
        places = part.prep in ("aus", "from")
        refs = distinct(ref for one in part.each() for ref in context.who.actors_at(one.head, places=places))
        if not refs and part.prep in ("von", "of") and context.is_people(part):
            refs = possessors(context, part, leaving=leaving)
    for inner in part.dependents if part.prep == "of" and not refs and not leaving else ():
        if inner.prep == "from" and (refs := context.who.actors_at(inner.head, places=True)):
            return refs  # "a team of 165 doctors from Cuba"
    return refs


def _leads_only(context: Context, part: Phrase, phrase: Phrase) -> bool:
    """Say whether "von" tells who leads a thing: "eine von Peru koordinierte Truppe", not "die von Peru zugesagten Panzer"."""
    if part.prep not in ("von", "durch") or part.start > phrase.head or part.end >= len(context.tokens):
        return False
    return context.tokens[part.end].lemma.lower() in words("led-by")


def _of_speaker(context: Context, chain: Chain, said: Said | None, *, own: bool = False) -> Party | None:
    """Without a subject that contributes, the one who speaks does: "die Ausbildung werde ausgeweitet, betonte er"."""
    if said is None or not said.speakers:
        return None
    clause = context.clauses[chain.clauses[0]]
    passive = clause.verb is not None and clause.verb.voice != "active"
    if own or passive or clause.subject is None or context.head(clause.subject).lower in {"man", "wir", "we"}:
        return Party(said.speakers[:1], SPEAKS)
    return None


def giver(context: Context, clause: Clause, said: Said | None) -> Party | None:
    """Who gives what a clause says is received: "bekommt Munition aus Prag", "Luftabwehr bekomme Kiew, sagte der Kanzler"."""
    gets = clause.verb is not None and clause.verb.voice == "active" and bool(clause.with_role(Role.OBJECT))
    for phrase in clause.phrases:
        if gets and phrase is clause.subject and phrase.prep is None:
            continue  # "Die Mannschaft **aus Peru** bekam Geld"; but "Soldaten **aus Peru** trafen ein"
        for part in phrase.walk():
            falls_to = part.prep == "auf" and clause.verb is not None and clause.verb.lemma == "entfallen"
            refs = context.actors(part) if falls_to or part.prep in ("von", "aus", "from") else ()
            if refs:
                return Party(refs, "where it comes from", part)
    own = {ref.actor for ref in context.actors(clause.subject)}
    for phrase in clause.with_role(Role.OBJECT):  # "received 30 Norwegian tanks", "$5 million in Norwegian loans"
        for part in (phrase, *(p for p in phrase.dependents if p.prep in ("in", "of"))):
            refs = possessors(context, part)
            if refs and own.isdisjoint(ref.actor for ref in refs):
                return Party(refs, "whose it is", part)
    if said is not None and said.speakers and said.speakers[0].actor not in own:
        return Party(said.speakers[:1], SPEAKS)
    return None
