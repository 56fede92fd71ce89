"""Operators: what stands over a contribution and decides how firm it is.

A contribution ("Truppen zu entsenden") hangs on verbs, nouns and adjectives that promise, offer, consider or refuse it
("hat zugesagt", "die Bereitschaft", "is ready"), and on others that make it a demand, a question or a rumour. The chain
of these is climbed from the inside to the outside.

Source: codebook, section 2 (firmness; demands, questions and hypotheticals are no commitments).
"""

from __future__ import annotations

from itertools import pairwise

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos, Role, Tense
from zusage.model.records import record
from zusage.model.values import Firmness
from zusage.reading.context import COPULAS, Context
from zusage.reading.firmness import MUST, combine, of_operator
from zusage.reading.lexicon import Promise, Sense, words

OPERATING = frozenset({"commit", "refuse", "withdraw", "freeze"})
BLOCKING = frozenset({"position", "deny", "ask"})
WISHES = words("wishes")
DEMAND = "demand"
NOT_BELIEVED = "not believed"
"""Why it is no commitment what is said not to be so."""
FOR_OTHERS = "wish for others"
"""Why it is no commitment that somebody wants another to contribute."""
ON = frozenset({"on", "about", "over"})
BESIDE = words("factual-markers")
EXPECTED = words("expected")
NEGATED_PARTS = frozenset({Role.OBJECT, Role.PREDICATE, Role.OTHER, Role.INDIRECT})
BLOCKING_LINKS = frozenset({Link.CONDITION, Link.QUESTION, Link.PURPOSE})
LEFT_TO_SEE = Promise("state", Firmness.CONSIDERING, Firmness.CONSIDERING)
EVEN_IF = frozenset({"auch wenn", "selbst wenn", "even if"})
"""Words that open what is only thought of."""


@record(frozen=True, slots=True)
class Chain:
    """The operators over a clause.

    ``firmness``: their joint one, None if there is none; ``clauses``: from inside to outside; ``rules``: what each did;
    ``holder``: the clause whose subject promises.

    ``blocked``: something over the clause makes it no commitment; the rule says what.
    """

    firmness: Firmness | None
    clauses: tuple[int, ...]
    rules: tuple[str, ...] = ()
    holder: int | None = None
    blocked: str | None = None


def climb(context: Context, index: int) -> Chain:
    """Climb from a clause to the outermost clause that governs it; rules and pairs both ask, so that the chain is kept."""
    kept: dict[int, Chain] = context.kept.setdefault("chains", {})
    found = kept.get(index)
    if found is None:
        found = kept[index] = _climb(context, index)
    return found


def _climb(context: Context, index: int) -> Chain:
    firmness: Firmness | None = None
    clauses = [index]
    rules: list[str] = []
    holder: int | None = None
    current = index
    for _ in range(12):
        clause = context.clauses[current]
        link, parent = _governor(context, current)
        if parent is not None and (is_unsaid(context, parent, clause, link) or _evades(context, parent, clause)):
            return Chain(Firmness.WITHHELD, (*clauses, parent), ("does not say whether",), parent)
        link = _meant(context, clause, link, parent)
        if (clause.kind == ClauseKind.INFINITIVE and clause.marker == "than") or _is_hope_for_others(context, clause):
            return Chain(firmness, tuple(clauses), tuple(rules), holder, FOR_OTHERS)
        if link == Link.TIME and parent is not None and has_to_come_first(clause, context.clauses[parent]):
            rules.append("something has to come first")
            return Chain(combine(Firmness.SIGNALLED, firmness), tuple(clauses), tuple(rules), holder)
        granted = link == Link.CONCESSION and not _is_not_done(clause)
        if clause.question or granted or _is_blocking(clause, link):
            return Chain(firmness, tuple(clauses), tuple(rules), holder, f"{link.value} clause")
        if parent is None or link != Link.COMPLEMENT:
            break
        outer = _operator(context, parent, clause)
        if outer.blocked is not None:
            return Chain(firmness, (*clauses, parent), (*rules, *outer.rules), holder, outer.blocked)
        if outer.firmness is not None:
            if is_wish_for_others(context, context.clauses[parent], context.clauses[index]):
                return Chain(firmness, (*clauses, parent), (*rules, *outer.rules), holder, FOR_OTHERS)
            firmness = combine(outer.firmness, firmness)
            rules.extend(outer.rules)
            holder = parent
        clauses.append(parent)
        current = parent
    return Chain(firmness, tuple(clauses), tuple(rules), holder)


def _is_blocking(clause: Clause, link: Link) -> bool:
    return link in BLOCKING_LINKS or (link == Link.TIME and not _is_beside(clause) and not _is_done_before(clause))


def _is_done_before(clause: Clause) -> bool:
    """Say whether somebody has done it before: "Peru gab vier Millionen, **nachdem es im Mai zwei Millionen gezahlt hatte**"."""
    verb = clause.verb
    return clause.marker == "nachdem" and verb is not None and verb.tense is Tense.PLUPERFECT and not verb.modals


def _is_hope_for_others(context: Context, clause: Clause) -> bool:
    """Say whether a clause lost its subject to a hope: "said it hoped others | **would send** ships"."""
    before = context.clause_of.get(clause.start - 1)
    if clause.subject is not None or clause.verb is None or "would" not in clause.verb.modals or before is None:
        return False
    hoping = context.clauses[before].verb
    return hoping is not None and hoping.lemma in WISHES and context.clauses[before].end == clause.start


def _meant(context: Context, clause: Clause, link: Link, parent: int | None) -> Link:
    """What a clause is to its governor, where its form says something else."""
    if _is_proviso(context, clause):
        return Link.CONDITION
    if _is_content(context, clause, link, parent) or enacts(context, clause):
        link = Link.COMPLEMENT
    if link == Link.COMPLEMENT and parent is not None and _is_in_question(context, clause, parent):
        return Link.QUESTION
    return link


def _is_in_question(context: Context, clause: Clause, parent: int) -> bool:
    """Say whether an infinitive closes a question that it was parted from: "met to discuss how states can help to train them"."""
    before = context.clause_of.get(clause.start - 1)
    if clause.kind != ClauseKind.INFINITIVE or before is None or before == parent:
        return False
    return (
        context.clauses[before].link == Link.QUESTION and context.clauses[before].start > context.clauses[parent].start
    )


def has_to_come_first(clause: Clause, main: Clause) -> bool:
    """Say whether something must be done before: "**Bevor Peru Soldaten schickt**, muss das Parlament zustimmen"."""
    if clause.marker not in ("bevor", "ehe", "before") or main.verb is None or main.negation is not None:
        return False
    return not MUST.isdisjoint(main.verb.modals) or main.verb.lemma in words("having-to")


def _is_proviso(context: Context, clause: Clause) -> bool:
    """Say whether "vorausgesetzt" or a noun of condition stands before a clause.

    Examples: "vorausgesetzt, andere ziehen mit", "unter der Bedingung, dass Peru zahlt", "on condition that Peru pays".
    """
    before = clause.start - (context.tokens[clause.start].text != ",")
    if before < 1:
        return False
    word = context.tokens[before - 1] if context.tokens[before].text == "," else context.tokens[before]
    named = clause.marker in ("dass", "that") and word.lemma.lower() in words("condition-nouns") | words(
        "proviso-nouns"
    )
    if named or clause.marker in words("proviso-markers"):
        return True
    if context.tokens[before].text != "," or word.lower != "vorausgesetzt":
        return False
    index = context.clause_of.get(before - 1)  # "ein Mandat vorausgesetzt, will Oslo …": the condition is told
    return index is None or context.clauses[index].link is not Link.CONDITION


def _is_content(context: Context, clause: Clause, link: Link, parent: int | None) -> bool:
    """Say whether a clause tells what its governor is about though it is no complement by its form.

    Examples: "prüft, ob sie Soldaten schickt"; "whether it will join is unclear"; "is looking at sending"; "stopped short of
    promising"; "signed a letter of intent to supply".
    """
    if clause.kind == ClauseKind.PARTICIPLE and clause.marker in words("gerund-markers"):
        return not _is_judged_deed(context, clause, parent)
    if parent is None:
        return False
    if link == Link.PURPOSE:
        return _has_promise(context, parent) or _is_vote(context, parent)
    return link == Link.QUESTION and not asks_who(context, clause) and _is_weighed(context, parent, clause)


def asks_who(context: Context, clause: Clause) -> bool:
    """Say whether it is open who does something, so that nobody weighs it: "Offen ist, **welche Staaten** Soldaten schicken"."""
    subject = clause.subject
    return subject is not None and context.tokens[subject.start].lower in words("who-words")


def _is_judged_deed(context: Context, clause: Clause, parent: int | None) -> bool:
    """Say whether "for" tells what somebody has done who is judged for it: "commended Benin for pledging troops" is a fact."""
    verb = context.clauses[parent].verb if parent is not None else None
    return clause.marker == "for" and verb is not None and verb.lemma in words("thanking") | words("blaming")


def _has_promise(context: Context, parent: int) -> bool:
    """Say whether a clause promises by its object, of which an infinitive tells what: "signed a letter of intent to …"."""
    clause, sense = context.clauses[parent], context.sense(parent)
    if sense is None or sense.kind != "commit" or context.analysis.language != "en":
        return False
    heads = [context.head(part).lemma for phrase in clause.with_role(Role.OBJECT, Role.OTHER) for part in phrase.each()]
    found = [context.lexicon.promise(head) for head in heads]
    return any(promise is not None and promise.kind in ("promise", "idea") for promise in found)


def _is_vote(context: Context, parent: int) -> bool:
    """Say whether a clause tells of a vote, by which an infinitive is decided: "voted 80 to 12 to keep 300 soldiers there"."""
    verb = context.clauses[parent].verb
    return verb is not None and verb.lemma == "vote" and context.analysis.language == "en"


def enacts(context: Context, clause: Clause) -> bool:
    """Say whether a clause tells what a bill gives that somebody passes: "passed a bill **giving** 30 million to Mali"."""
    if clause.link != Link.RELATIVE or clause.anchor is None or clause.parent is None:
        return False
    sense = context.sense(clause.parent)
    passed = sense is not None and sense.kind == "commit" and sense.value == Firmness.CONCRETE
    return passed and context.tokens[clause.anchor].lemma.lower() in words("bills")


def is_unsaid(context: Context, parent: int, child: Clause, link: Link) -> bool:
    """Say whether somebody does not say whether he contributes: "has yet to say whether it will", "declined to say how many".

    Only of himself: the subject of the question is the one who keeps silent.
    """
    embedded = link == Link.QUESTION or (link == Link.COMPLEMENT and child.kind != ClauseKind.INFINITIVE)
    if link == Link.OTHER and child.marker in ON:  # "declined to comment on whether it would send troops"
        embedded = any(context.tokens[i].lower == "whether" for i in range(child.start, child.start + 2))
    clause = context.clauses[parent]
    if not embedded or clause.verb is None or clause.verb.lemma not in words("silence"):
        return False
    over = context.clauses[clause.parent] if clause.parent is not None else None
    yet = over is not None and any(context.tokens[i].lower == "yet" for i in context.own_tokens(over))
    refuses = over is not None and over.verb is not None and over.verb.lemma in words("refusing")
    refuses = refuses or (over is not None and _is_unwilling(context, over))  # "was unwilling to say how many"
    if not (is_negated(clause) or yet or refuses):
        return False
    own = {ref.actor for ref in context.actors(clause.subject)}
    asked = {ref.actor for ref in context.actors(child.subject)}
    things = not asked and child.verb is not None and child.verb.voice != "active"  # "whether soldiers would be sent"
    return bool(own & asked) or (bool(own) and (child.subject is None or things))


def _evades(context: Context, parent: int, child: Clause) -> bool:
    """Say whether somebody evades a question about himself: "sidestepped the question of whether it would send ships"."""
    sense = context.sense(parent)
    if (
        sense is None
        or sense.kind != "commit"
        or sense.value != Firmness.WITHHELD
        or is_negated(context.clauses[parent])
    ):
        return False
    first = {context.tokens[i].lower for i in range(child.start, min(child.start + 3, child.end))}
    if child.link == Link.CONDITION or first.isdisjoint(words("whether-words")):
        return False
    own = {ref.actor for ref in context.actors(context.clauses[parent].subject)}
    return bool(own) and own <= {ref.actor for ref in context.actors(child.subject)}


def _is_unwilling(context: Context, clause: Clause) -> bool:
    predicates = (context.head(p).lower for p in clause.with_role(Role.PREDICATE))
    return any(word in words("unwilling") for word in predicates) and not is_negated(clause)


def _is_weighed(context: Context, parent: int, clause: Clause) -> bool:
    """Say whether an embedded question is under consideration, rather than asked or answered."""
    outer = _operator(context, parent, clause)
    return outer.blocked is None and outer.firmness == Firmness.CONSIDERING


def _governor(context: Context, index: int) -> tuple[Link, int | None]:
    """The link and parent that count: a coordinated clause hangs where its first conjunct hangs."""
    clause = context.clauses[index]
    seen = {index}
    while clause.link == Link.COORDINATE and clause.parent is not None and clause.parent not in seen:
        seen.add(clause.parent)
        first = context.clauses[clause.parent]
        if clause.kind == ClauseKind.MAIN and first.kind == ClauseKind.MAIN and first.link == Link.ROOT:
            return Link.ROOT, None
        clause = first
    return clause.link, clause.parent


def _is_not_done(clause: Clause) -> bool:
    """Say whether somebody tells beside something else what he does not do: "though Norway is **not** deploying vessels"."""
    nothing = any(is_part_negated(clause, phrase) for phrase in clause.with_role(Role.OBJECT))
    return clause.marker not in EVEN_IF and (nothing or is_negated(clause))


def _is_beside(clause: Clause) -> bool:
    """Say whether a clause of time states a fact of its own: "while Norway is still considering …", not "once …"."""
    return (clause.marker or "") in BESIDE


def _operator(context: Context, parent: int, child: Clause) -> Chain:
    """What the governing clause does to its complement."""
    clause = context.clauses[parent]
    if clause.question or _is_not_believed(context, clause, child):
        return Chain(None, (parent,), blocked="question" if clause.question else NOT_BELIEVED)
    if clause.subject is not None and context.head(clause.subject).lemma.lower() in words("drafts"):
        return Chain(
            Firmness.CONSIDERING, (parent,), ("only a draft says so",), parent
        )  # "A draft had Peru committed to pay"
    negated = is_negated(clause) or _is_far_from(context, clause)
    if child.anchor is not None and context.tokens[child.anchor].lemma.lower() in words("demand-nouns"):
        return _of_request(context, parent, child)
    if child.kind == ClauseKind.SUBORDINATE and child.marker == "that" and _is_demanded(context, clause):
        return Chain(None, (parent,), blocked=DEMAND)  # "repeats the demand by Chad that Peru send soldiers"
    noun = _anchor_promise(context, child)
    if noun is not None:
        return _of_noun(context, parent, clause, noun, child)
    if tells_gladly(context, clause, child):
        return Chain(None, (parent,))
    ready = predicate_promise(context, clause) if not _is_left_to_see(clause, child) else LEFT_TO_SEE
    if ready is not None:
        value = Firmness(ready.negated if negated else ready.value)
        return Chain(of_operator(value, clause, negated=False), (parent,), (f"adjective {ready.value}",), parent)
    sense = context.sense(parent)
    return _of_verb(context, parent, child, sense) if sense is not None else Chain(None, (parent,))


def _is_left_to_see(clause: Clause, child: Clause) -> bool:
    """Say whether a clause only says that a question is open: "Whether Peru will pay **remains to be seen**"."""
    if child.link is not Link.QUESTION or child.marker not in words("whether-words"):
        return False
    return clause.subject is None and clause.verb is not None and clause.verb.lemma in words("left-to-see")


def _is_not_believed(context: Context, clause: Clause, child: Clause) -> bool:
    """Say whether somebody says that something is not so, or hardly.

    Examples: "**nothing suggests** that Peru will send ships"; "there is **no sign** that …"; "it is **unlikely** that …";
    "**reports** that Peru sends ships are **false**"; "Peru **was supposed** to send ships".
    """
    said = {context.tokens[i].lemma.lower() for i in context.own_tokens(clause)}
    anchor = context.tokens[child.anchor].lemma.lower() if child.anchor is not None else ""
    verb = clause.verb
    if verb is None:
        return False
    if clause.negation is not None and (verb.lemma in words("believing") or anchor in words("signs")):
        return child.kind != ClauseKind.INFINITIVE
    if anchor in words("rumours"):
        return not said.isdisjoint(words("falsehoods")) and clause.negation is None
    expletive = clause.subject is None or context.head(clause.subject).lower in ("it", "es")
    if expletive and clause.negation is None and not said.isdisjoint(words("doubtful")):
        return True
    return verb.lemma == "suppose" and verb.tense in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def _is_far_from(context: Context, clause: Clause) -> bool:
    """Say whether somebody is "far from ready"."""
    own = [context.tokens[i].lower for i in context.own_tokens(clause)]
    return context.analysis.language == "en" and ("far", "from") in pairwise(own)


def _of_request(context: Context, parent: int, child: Clause) -> Chain:
    """What is asked is a demand ("a plea for the donors to raise their share"), unless whoever is asked turns it down."""
    if turns_down(context, parent, child):
        return Chain(Firmness.REJECTED, (parent,), ("turns down what is asked",), parent)
    return Chain(None, (parent,), blocked=DEMAND)


def turns_down(context: Context, parent: int, child: Clause) -> bool:
    """Say whether somebody refuses what he is asked to do himself: "turned down a request to send troops"."""
    clause, sense = context.clauses[parent], context.sense(parent)
    if sense is None or sense.value != Firmness.REJECTED or clause.verb is None or clause.verb.voice != "active":
        return False
    own = child.subject is None or child.subject_shared
    asked = child.anchor is not None and context.tokens[child.anchor].lemma.lower() in words("requests")
    return asked and own and child.kind == ClauseKind.INFINITIVE and child.marker != "for" and not is_negated(clause)


def tells_gladly(context: Context, clause: Clause, child: Clause) -> bool:
    """Say whether somebody is only glad to tell what the infinitive has: "is pleased to announce", "freut sich mitzuteilen".

    "Would be pleased to help" is an offer, and "is pleased to help", too.
    """
    if child.kind != ClauseKind.INFINITIVE or child.verb is None or child.verb.lemma not in words("announcing-verbs"):
        return False
    glad = words("gladness")
    own = context.own_tokens(clause)
    return any(context.tokens[i].lemma.lower() in glad or context.tokens[i].lower in glad for i in own)


def _is_demanded(context: Context, clause: Clause) -> bool:
    """Say whether a clause has a demand for its object, of which "that" tells what is demanded."""
    objects = (part for phrase in clause.with_role(Role.OBJECT) for part in phrase.each())
    return any(context.head(part).lemma.lower() in words("demand-nouns") for part in objects)


def _of_verb(context: Context, parent: int, child: Clause, sense: Sense) -> Chain:
    clause = context.clauses[parent]
    if sense.kind == "expect":
        if sense.lemma in EXPECTED and clause.verb is not None and clause.verb.voice != "active":
            return Chain(Firmness.SIGNALLED, (parent,), ("is expected to",), parent)
        own = clause.subject is not None and child.subject is not None and child.subject.head == clause.subject.head
        if sense.lemma in EXPECTED and child.kind == ClauseKind.INFINITIVE and own:
            return Chain(Firmness.SIGNALLED, (parent,), ("expects to",), parent)  # "donors expect to pay"
        return Chain(None, (parent,), (sense.lemma,), blocked="expectation")
    if insists_on_own(context, clause, child) or (sense.kind == "deny" and _is_behind_colon(context, child)):
        return Chain(None, (parent,))  # "Madrid dementierte: Man beteilige sich nicht"
    if sense.kind in BLOCKING:
        return Chain(None, (parent,), (sense.lemma,), blocked=f"{sense.kind} of {sense.lemma}")
    if sense.kind == "commit" and is_wish_for_others(context, clause, child):
        return Chain(None, (parent,), (sense.lemma,), blocked=FOR_OTHERS)
    if sense.kind in OPERATING and sense.value is not None:
        stated = Firmness.PLEDGED if _is_settled(clause, child, sense) else Firmness(sense.value)
        value = (
            stated
            if _can_tell(clause, sense)
            else of_operator(stated, clause, negated=is_turned(context, clause, sense), offered=is_offer(sense))
        )
        blocked = "obligation" if value is None else "overtaken" if _is_overtaken(clause, value) else None
        return Chain(value, (parent,), (f"verb {sense.lemma}",), parent, blocked)
    return Chain(None, (parent,))


def _is_behind_colon(context: Context, child: Clause) -> bool:
    """Say whether a denial goes on in words of its own, not with what is denied: "wies Berichte zurück, es habe …"."""
    return (
        child.kind == ClauseKind.MAIN
        and child.start > 0
        and context.tokens[child.start - 1].text in (":", "„", "“", '"')
    )


def insists_on_own(context: Context, clause: Clause, child: Clause) -> bool:
    """Say whether somebody insists on what is to be his own deed: "insisted that it would pay", "that its soldiers will stay"."""
    verb = child.verb
    if clause.verb is None or clause.verb.lemma not in words("insisting") or verb is None or child.subject is None:
        return False
    ahead = verb.tense == Tense.FUTURE or "would" in verb.modals
    own = {ref.actor for ref in context.actors(clause.subject)}
    told = {ref.actor for ref in context.who.actors_in(child.subject.start, child.subject.end)}
    return ahead and bool(told) and told <= own


def _is_overtaken(clause: Clause, value: Firmness) -> bool:
    """Say whether somebody meant to do something that has not come about: "**had planned** to send 300 soldiers"."""
    verb = clause.verb
    if verb is None or verb.tense != Tense.PLUPERFECT or value not in (Firmness.SIGNALLED, Firmness.CONSIDERING):
        return False
    return verb.lemma in words("overtaken")


def _can_tell(clause: Clause, sense: Sense) -> bool:
    """Say whether somebody only says politely that he announces something: "I can announce that we will send doctors"."""
    return clause.verb is not None and clause.verb.modals == ("can",) and sense.lemma in words("announcing-verbs")


def _is_settled(clause: Clause, child: Clause, sense: Sense) -> bool:
    """Say whether a decision has been taken, and for what: "has decided to send a ship", not "will decide whether to"."""
    verb = clause.verb
    if sense.lemma not in words("decisions") or verb is None or verb.modals or verb.voice != "active":
        return False
    taken = verb.tense in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    return taken and not is_negated(clause) and child.link == Link.COMPLEMENT and not child.question


def is_wish_for_others(context: Context, clause: Clause, child: Clause) -> bool:
    """Say whether somebody wants another to do something: "wants the allies to close", "will, dass Berlin zahlt".

    The other one may stand further in: "hopes to get the allies involved to provide aircraft".
    """
    if clause.verb is None or clause.verb.lemma not in WISHES or child.subject is None:
        return False
    own = {ref.actor for ref in context.actors(clause.subject)}
    return own.isdisjoint(ref.actor for ref in context.actors(child.subject))


def _anchor_promise(context: Context, child: Clause) -> Promise | None:
    """The promising noun that a complement hangs on: "die Zusage, Truppen zu schicken"."""
    if child.anchor is None or context.tokens[child.anchor].pos not in (Pos.NOUN, Pos.PROPN):
        return None
    found = context.lexicon.promise(context.tokens[child.anchor].lemma)
    return found if found is not None and found.kind in ("promise", "idea") else None


def _of_noun(context: Context, parent: int, clause: Clause, noun: Promise, child: Clause) -> Chain:
    sense = context.sense(parent)
    if sense is not None and sense.kind in BLOCKING | {"expect"} and sense.value != "supports":
        return Chain(None, (parent,), (sense.lemma,), blocked=f"{sense.kind} of {sense.lemma}")
    if sense is not None and sense.kind in ("withdraw", "freeze"):
        return Chain(Firmness.WITHDRAWN, (parent,), (f"verb {sense.lemma}",), parent)
    negated = is_negated(clause) or any(
        is_part_negated(clause, part)
        for phrase in clause.phrases
        for part in phrase.walk()
        if part.head == child.anchor
    )
    value = Firmness(noun.negated if negated else noun.value)
    if not negated and sense is not None and sense.kind == "commit" and sense.value == Firmness.SIGNALLED:
        value = combine(Firmness.SIGNALLED, value) or value  # "asks parliament for a mandate to send 30"
    return Chain(value, (parent,), ("noun of promise",), parent)


def predicate_promise(context: Context, clause: Clause) -> Promise | None:
    """The adjective or noun of firmness in a clause's predicate: "ist bereit", "is open to", "sei denkbar"."""
    if clause.verb is None:
        return None
    if clause.verb.voice != "active":
        found = context.lexicon.promises.get(context.tokens[clause.verb.head].lower)
        return found if found is not None and found.kind in ("ready", "bound") else None
    if clause.verb.lemma not in COPULAS:
        return None
    for phrase in clause.phrases:
        if phrase.role in (Role.PREDICATE, Role.OTHER, Role.OBLIQUE):
            found = _promise_of_phrase(context, phrase)
            if found is not None and found.kind in ("ready", "bound", "state"):
                return found
    return _promise_of_words(context, clause)


def _promise_of_phrase(context: Context, phrase: Phrase) -> Promise | None:
    words = context.words(phrase).lower()
    found = context.lexicon.promises.get(words)
    opening = next((i for i in range(phrase.head - 1, -1, -1) if context.tokens[i].pos != Pos.ADJ), -1)
    bare = opening >= 0 and context.tokens[opening].lower == phrase.prep  # "in early talks"
    if found is None and bare:  # "are on station off Yemen", but not "can be in one place"
        found = context.lexicon.promises.get(f"{phrase.prep} {context.head(phrase).lemma.lower()}")
    if found is None and phrase.prep is None:
        found = context.lexicon.promises.get(context.head(phrase).lemma.lower())
    return found


def _promise_of_words(context: Context, clause: Clause) -> Promise | None:
    verb = clause.verb
    for i in context.own_tokens(clause):
        token = context.tokens[i]
        if verb is None or i not in (verb.head, verb.finite):
            found = context.lexicon.promises.get(token.lemma.lower()) or context.lexicon.promises.get(token.lower)
            if found is not None and found.kind in ("ready", "bound", "state"):
                return found
    return None


def is_part_negated(clause: Clause, part: Phrase) -> bool:
    """Say whether a negation stands in a phrase or has it as its scope: "no commitment", "nicht Soldaten, sondern Geld"."""
    if part.negated or (clause.negation is not None and part.start <= clause.negation < part.end):
        return True
    if clause.negation_scope is None:
        return False
    start, end = clause.negation_scope
    return part.start <= start and end <= part.end


def is_turned(context: Context, clause: Clause, sense: Sense) -> bool:
    """Say whether a negation turns the value of a verb; not that of a sense that has it in ("nannte keine Zahl": withheld).

    The noun of an idiom turns it, too: "has made no commitment so far to send soldiers".
    """
    if any(need.kind == "neg" for need in sense.needs):
        return False
    if sense.lemma in words("left-open"):
        return False
    nouns = {need.word for need in sense.needs if need.kind == "obj"}
    return is_negated(clause) or any(
        is_part_negated(clause, part)
        for phrase in (clause.phrases if nouns else ())
        for part in phrase.each()
        if context.head(part).lemma.lower() in nouns
    )


def is_offer(sense: Sense) -> bool:
    """Say whether a verb offers: who offers nothing keeps it back and does not refuse it."""
    return sense.lemma in words("offering")


def is_given_to_subject(context: Context, clause: Clause) -> bool:
    """Say whether a German subject is whom something is given: "Mali hat in Rom drei Millionen **zugesagt bekommen**"."""
    verb = clause.verb
    if verb is None or verb.lemma in words("recipients-of-passive") or context.analysis.language != "de":
        return False
    return any(context.tokens[i].lemma in words("recipients-of-passive") for i in verb.tokens)


def is_negated(clause: Clause) -> bool:
    """Say whether the verb of a clause is negated; a negation within a phrase counts for that phrase alone."""
    if clause.kind == ClauseKind.INFINITIVE and clause.marker in ("ohne", "statt", "anstatt"):
        return True  # "ohne sich festzulegen", "statt Flüchtlinge aufzunehmen"
    if clause.negation is None:
        return False
    inside = any(
        part.start <= clause.negation < part.end
        for phrase in clause.phrases
        for part in phrase.each()
        if part.role in NEGATED_PARTS or phrase.role in NEGATED_PARTS
    )
    if inside:
        return False
    if clause.negation_scope is None or clause.verb is None:
        return True
    start, end = clause.negation_scope
    covers = start <= clause.verb.head < end or (clause.verb.finite is not None and start <= clause.verb.finite < end)
    return covers or end - start >= (clause.end - clause.start) // 2
