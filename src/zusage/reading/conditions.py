"""Conditions: what a contribution hangs on, as typed conditions with their words.

Examples: "nach einem Waffenstillstand" ceasefire; "sofern der Kongress zustimmt" parliament of Spain; "if others join"
others; "not without the Americans" us-support; "once Kyiv asks for them" host-request.
Source: codebook, section 2 (conditions).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Tense, Voice
from zusage.model.statement import Condition
from zusage.model.values import ConditionType
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.operators import Chain, has_to_come_first, is_negated

STRONG_PREPS = words("condition-preps")
"""Prepositions under which a strong word is a condition: "nach einem Waffenstillstand", "under a UN mandate"."""

CASE_NOUNS = words("case-nouns")
"""Nouns that make what hangs on them a condition: "im Fall eines Waffenstillstands", "in the event of an attack"."""

TIME_MARKERS = words("time-markers")

MARKERS = words("condition-markers")

WITHOUT = words("without")
"""Words that with a negation promise nothing even if the condition comes: "nicht ohne die Amerikaner"."""

OTHERS = words("other-members")

LENDERS = frozenset({"imf", "world-bank", "adb", "eib"})
"""With whom a deal is no peace."""

CONSENT = words("consent-nouns")

HALVES = frozenset({"latin", "central", "south", "north"})
"""Words before "American" that make a continent of it."""

SHORT = 4
"""Words of "if necessary", "if at all possible", which say nothing."""

INVERTED = frozenset({"should", "were"})
"""Verbs that open an English condition before their subject."""

NOT_INVERTED = frozenset({"also", "not", "now"})

WOULD = frozenset({"would", "could", "might", "ready", "willing", "prepared"})
"""Words by which something would be done "were it to be asked"."""

SUBJECT_LONG = 6
"""Tokens of a subject between "were" and "to"."""

CLOSING = frozenset({"on", "upon", "to", "whether"})

AS_IF = frozenset({"even", "as", "what", "any", "anything", "at", "not", "so"})

ANY = frozenset({"einem", "einer", "weiteren", "jedem"})
"""Words before an attack that may come."""

JOINING = frozenset({"und", "and", "sowie"})

NO_TERMS = frozenset({"others", "parliament", "ceasefire"})
"""Types whose weaker words behind "with" are company or goods, no terms."""

NOT = frozenset({"nicht", "not", "keinesfalls"})

HANGING = {"abhängen": "von", "machen": "von"}
"""The preposition behind which a verb names what something hangs on; "an" of the others in ``tying``."""

ATTACHING = words("attaching")
"""English verbs by which somebody makes a contribution hang on something: "has **tied** the loan to reforms"."""

COUNTED = 2
"""Words back to what counts a span of time: "drei Wochen nach"."""

COUNCILS = frozenset({"Council", "Rat", "Rats", "Rates", "resolution", "Resolution"})
"""What the Security Council, and what it decides, is called once its name has been told."""

_HAPPENED = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def conditions_of(context: Context, chain: Chain) -> tuple[Condition, ...]:
    """All conditions on a contribution, from its clause, the clauses over it and the phrases in them; asked often, so kept."""
    kept: dict[int, tuple[Chain, tuple[Condition, ...]]] = context.kept.setdefault("conditions", {})
    found = kept.get(id(chain))
    if found is None:
        found = kept[id(chain)] = chain, _conditions_of(context, chain)
    return found[1]


def _conditions_of(context: Context, chain: Chain) -> tuple[Condition, ...]:
    found: list[Condition] = []
    for index in chain.clauses:
        clause = context.clauses[index]
        found.extend(from_clauses(context, index))
        found.extend(_from_phrases(context, clause.phrases))
        found.extend(_from_lack(context, clause))
        found.extend(_from_tie(context, index))
        found.extend(_from_asking(context, clause))
        found.extend(_from_main(context, clause))
        found.extend(_from_company(context, clause))
        found.extend(_from_words(context, clause))
        found.extend(_from_strong_words(context, clause))
        found.extend(_from_matching(context, clause))
    if context.analysis.language == "en":
        found.extend(_from_should(context, chain))
        if provided := tuple(_from_provided(context, chain)):
            found = [c for c in found if c.type != ConditionType.OTHER] + list(provided)
    if not found:
        found.extend(_from_beside(context, chain))
    first = context.clauses[chain.clauses[0]]
    if first.kind == ClauseKind.INFINITIVE and first.link == Link.COORDINATE and first.parent is not None:
        opening = context.clauses[first.parent].phrases[
            :1
        ]  # "sagte zu, nach einem Frieden A zu senden und B zu stellen"
        found.extend(_from_phrases(context, opening))
    return distinct(found)


def distinct(found: Iterable[Condition]) -> tuple[Condition, ...]:
    """Leave each type out of which an earlier condition speaks; `other` only where nothing better came."""
    kept: dict[tuple[ConditionType, str | None], Condition] = {}
    for condition in found:
        kept.setdefault((condition.type, condition.of), condition)
    return tuple(kept.values())


def not_own(actor: str, conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Nobody's contribution hangs on his own support: what is told of the Americans is some other condition of theirs."""
    if actor == "us":
        plain = (replace(c, type=ConditionType.OTHER) if c.type is ConditionType.US_SUPPORT else c for c in conditions)
        return distinct(plain)
    if actor == "eu":  # "if the Council agrees": its own, not the Security Council
        conditions = [
            replace(c, type=ConditionType.OTHER) if c.type is ConditionType.UN_MANDATE and _is_short(c) else c
            for c in conditions
        ]
    return tuple(c for c in conditions if c.of != actor or c.type != ConditionType.SUPPORT)


def _is_short(condition: Condition) -> bool:
    """Say whether a council is named by no more than that: "the Council", not "the Security Council"."""
    exact = condition.quote.exact if condition.quote is not None else ""
    return any(name in exact for name in COUNCILS) and "Security" not in exact


def from_clauses(context: Context, index: int) -> Iterator[Condition]:
    """Yield the conditions that hang on a clause: "wenn …", "once …", "vorausgesetzt, …"."""
    for child in context.children[index]:
        clause = context.clauses[child]
        sense = context.sense(child)
        required = sense is not None and sense.kind == "condition" and clause.kind == ClauseKind.PARTICIPLE
        required = required and clause.link is not Link.CONDITION  # "ein Mandat vorausgesetzt" has it in itself
        yield from _from_within(context, child)
        if required:  # "vorausgesetzt, andere ziehen mit": the condition is the rest of the sentence
            end = context.analysis.sentences[clause.sentence].end
            inner = tuple(context.linked(child, Link.COMPLEMENT))
            told = tuple(c for i in inner[:1] for c in _from_clause(context, i))
            rest = tuple(typed(context, range(clause.start, end), clause.start, end))
            yield from rest if any(c.type != ConditionType.OTHER for c in rest) or not told else told
        elif clause.verb is not None and clause.verb.lemma == "pend":  # "pending a ceasefire"
            yield from typed(context, range(clause.start + 1, clause.end), clause.start, clause.end)
        elif clause.kind == ClauseKind.PARTICIPLE and clause.marker == "without" and is_negated(context.clauses[index]):
            stated = typed(context, range(clause.start, clause.end), clause.start, clause.end)
            yield from (c for c in stated if c.type != ConditionType.OTHER)  # "will not go without US backing"
        elif _is_unless(context, clause):  # "es sei denn, die Union führt sie"
            yield from _from_first(context, child)
        elif _is_none(context, index, clause):
            continue
        elif clause.link == Link.COORDINATE and _is_not_until(context, clause):
            yield from _from_clause(context, child)  # "will send monitors, but not before the truce holds"
        elif (
            clause.link == Link.CONDITION
            or _is_proviso(clause)
            or (
                clause.marker == "bis" and context.clauses[index].negation is not None
            )  # "nicht, bis sie Fahrzeuge haben"
            or (clause.link == Link.TIME and (clause.marker or "") in TIME_MARKERS)
        ):
            yield from _from_clause(context, child)


def _from_within(context: Context, child: int) -> Iterator[Condition]:
    """What hangs on a clause that says more of the sum: "pledged 5 million, **subject to approval**", "**to be paid when** …"."""
    clause = context.clauses[child]
    if _pays_out(clause):
        yield from from_clauses(context, child)
    if clause.kind == ClauseKind.FRAGMENT:
        yield from _from_strong_words(context, clause)


def _pays_out(clause: Clause) -> bool:
    """Say whether a clause tells when a sum is paid: "40 million, **to be released** when …", "die ausgezahlt werden, sobald …"."""
    verb = clause.verb
    if verb is None or verb.tense in _HAPPENED:
        return False
    if verb.voice == Voice.ACTIVE:  # "two ships, **to sail** as soon as there is peace"
        return clause.kind is ClauseKind.INFINITIVE and verb.lemma in words("departing")
    hanging = clause.kind is ClauseKind.RELATIVE or (
        clause.kind is ClauseKind.INFINITIVE and clause.link is Link.PURPOSE
    )
    return hanging and verb.lemma in words("paying-it-out")


def _is_not_until(context: Context, clause: Clause) -> bool:
    """Say whether a clause goes on with when nothing is done yet: "but **not before** …", "jedoch **nicht bevor** …"."""
    if clause.negation is None:
        return False
    opening = [context.tokens[i].lower for i in range(clause.negation, min(clause.negation + 2, clause.end))]
    return clause.marker == "before" or opening in (["nicht", "bevor"], ["nicht", "ehe"])


def _from_tie(context: Context, index: int) -> Iterator[Condition]:
    """What somebody ties a contribution to: "knüpft die Entsendung an ein UN-Mandat", "macht sie von einem Frieden abhängig"."""
    sense, verb = context.sense(index), context.clauses[index].verb
    if verb is None:
        return
    left_open = sense is not None and sense.value == "considering" and sense.lemma in words("tying")
    if left_open or verb.lemma in HANGING or verb.lemma in ATTACHING:
        yield from tied(context, index)


def tied(context: Context, index: int) -> Iterator[Condition]:
    """What a clause makes something hang on: "knüpft sie an ein Gesetz", "macht sie davon abhängig, dass andere zahlen".

    English: "made the loan contingent on a law", "the offer still depends on a vote", "has tied its loan to reforms".
    """
    clause = context.clauses[index]
    if context.analysis.language == "en":
        attached = tuple(_from_attaching(context, clause))
        yield from attached or _from_strong_words(context, clause)
        return
    lemmas = {context.tokens[i].lower for i in context.own_tokens(clause)}
    if clause.verb is None or clause.verb.lemma not in words("tying"):
        return
    if clause.verb.lemma == "machen" and "abhängig" not in lemmas:
        return
    part = _hung_on(context, clause, HANGING.get(clause.verb.lemma, "an"))
    if part is not None:
        yield from typed(context, range(part.start, part.end), part.start, part.end)
        return
    for child in (context.clauses[each] for each in context.children[index]):
        if child.marker in ("dass", "ob") and not lemmas.isdisjoint({"davon", "daran"}):
            yield from _from_clause(context, context.place_of(child))
            return


def _hung_on(context: Context, clause: Clause, prep: str) -> Phrase | None:
    """What something hangs on: the last such phrase that is no amount.

    Example: "macht den Beitrag von 40 Millionen Euro **von der Zustimmung des Parlaments** abhängig".
    """
    parts = (part for phrase in clause.phrases for part in phrase.walk() if part.prep == prep)
    plain = [part for part in parts if not context.quantities_in(part.start, part.end)]
    return plain[-1] if plain else None


def _from_attaching(context: Context, clause: Clause) -> Iterator[Condition]:
    """What an English verb attaches a contribution to: "has tied its 80 million euros **to progress in the courts**"."""
    if clause.verb is None or clause.verb.lemma not in ATTACHING or clause.kind is ClauseKind.PARTICIPLE:
        return
    end = context.analysis.sentences[clause.sentence].end
    start = next((i for i in range(clause.verb.head + 1, end) if context.tokens[i].lower in ("to", "on", "upon")), None)
    if start is None:
        return
    last = next((i for i in range(start, end) if context.tokens[i].text in {",", ";", "."}), end)
    if last > start + 1:
        yield from typed(context, range(start + 1, last), start, last)


def _from_main(context: Context, clause: Clause) -> Iterator[Condition]:
    """What has to be done before: "Bevor Oslo Pioniere schickt, muss **das Parlament zustimmen**", "parliament has to agree"."""
    if clause.parent is None or not has_to_come_first(clause, context.clauses[clause.parent]):
        return
    main = context.clauses[clause.parent]
    if main.verb is None:
        return
    sentence = context.analysis.sentences[clause.sentence]
    start = clause.end if clause.start < main.verb.head else sentence.start
    if context.analysis.language == "en" and clause.start < main.verb.head:  # the subject may pass for the clause's own
        start = next((i for i in range(main.verb.head, clause.start, -1) if context.tokens[i].text == ","), start)
    end = sentence.end if clause.start < main.verb.head else clause.start
    if end <= start:
        return
    yield from (c for c in typed(context, range(start, end), start, end) if c.type != ConditionType.OTHER)


def _from_company(context: Context, clause: Clause) -> Iterator[Condition]:
    """Only together with others: "nur **im Rahmen einer UN-Truppe**", "but only **as part of** a regional force"."""
    for start, end in clause.own:
        for i in range(start, end - 1):
            if context.tokens[i].lower not in words("only"):
                continue
            pair = f"{context.tokens[i + 1].lower} {context.tokens[min(i + 2, end - 1)].lower}"
            if pair not in words("company") and context.tokens[i + 1].lower not in words("company"):
                continue
            last = next((k for k in range(i + 2, end) if context.tokens[k].text in {",", ";", "."}), end)
            for found in typed(context, range(i + 1, last), i + 1, last):
                is_other = found.type == ConditionType.OTHER
                yield replace(found, type=ConditionType.OTHERS) if is_other else found
            return


def _from_asking(context: Context, clause: Clause) -> Iterator[Condition]:
    """A parliament that is asked for it: "beantragt dem Parlament, den Einsatz zu verlängern", "asked Congress for 90 million"."""
    if clause.verb is None or clause.verb.lemma not in words("asking-for"):
        return
    for phrase in clause.phrases:
        if phrase is clause.subject or phrase.prep not in (None, "from", "bei", "in"):
            continue
        trigger = context.lexicon.trigger(context.head(phrase).lemma, context.before(phrase))
        if trigger is not None and trigger.type == ConditionType.PARLIAMENT:
            yield _make(context, ConditionType.PARLIAMENT, None, phrase.start, phrase.end)


def _from_should(context: Context, chain: Chain) -> Iterator[Condition]:
    """A condition with its verb first: "is ready to raise a levy, **should enough others join in**", "**were the UN to ask**"."""
    sentence = context.analysis.sentences[context.clauses[chain.clauses[0]].sentence]
    if context.tokens[sentence.end - 1].text == "?":
        return
    for i in range(sentence.start, sentence.end - 2):
        if not _is_verb_first(context, i, sentence.start):
            continue
        before = i - 1 if context.tokens[i - 1].text != "," else i - 2
        if i > sentence.start and context.clause_of.get(before) not in chain.clauses:
            continue
        closing = {",", ";", "."}
        end = next((k for k in range(i + 2, sentence.end) if context.tokens[k].text in closing), sentence.end)
        yield from typed(context, range(i + 1, end), i, end)
        return


def _is_verb_first(context: Context, i: int, start: int) -> bool:
    """Say whether a verb opens a condition: "will pay **should the truce hold**", "would go, **were** it **to be asked**".

    Behind a noun without a comma only before a subject, and "were" only where something would be done.
    """
    token, before, behind = context.tokens[i], context.tokens[i - 1], context.tokens[i + 1]
    if token.lower not in INVERTED or behind.pos in (Pos.VERB, Pos.AUX) or behind.lower in NOT_INVERTED:
        return False
    comma = i == start or before.text == ","
    if not comma and (before.pos not in (Pos.NOUN, Pos.PROPN) or behind.pos not in (Pos.DET, Pos.PRON, Pos.PROPN)):
        return False  # "what it should do", "soldiers should also"
    if token.lower == "should":
        return True
    is_open = i == start or any(context.tokens[k].lower in WOULD for k in range(start, i))
    return is_open and any(token.lower == "to" for token in context.tokens[i + 2 : i + 2 + SUBJECT_LONG])


def _from_provided(context: Context, chain: Chain) -> Iterator[Condition]:
    """A condition behind a participle: "will send its clinic **provided** the staff are safe", "**assuming** Peru pays".

    Not "has provided", "aid provided by", "Norway provided".
    """
    sentence = context.analysis.sentences[context.clauses[chain.clauses[0]].sentence]
    for i in range(sentence.start + 1, sentence.end - 2):
        token, before = context.tokens[i], context.tokens[i - 1]
        if token.lower not in words("proviso-participles") or before.pos is Pos.AUX or before.lower in words("own"):
            continue
        if context.tokens[i + 1].pos in (Pos.ADP, Pos.PUNCT):
            continue
        near = context.clause_of.get(i - 1 if before.pos is not Pos.PUNCT else i - 2)
        index = context.clause_of.get(i)
        clause = context.clauses[index] if index is not None else None
        if near not in chain.clauses or clause is None or (clause.subject is not None and clause.subject.end <= i):
            continue
        end = next((k for k in range(i + 1, sentence.end) if _ends_proviso(context, k)), sentence.end)
        inner = [k for k in range(i + 1, end) if context.tokens[k].pos in (Pos.VERB, Pos.AUX)]
        if inner:
            told = context.clause_of.get(inner[0])
            known = tuple(typed(context, range(i + 1, end), i, end))
            plain = all(c.type == ConditionType.OTHER for c in known) and told is not None
            yield from _from_clause(context, told) if plain and told is not None else known
        return


def _ends_proviso(context: Context, at: int) -> bool:
    """Say whether a condition ends at a token: "provided that a deal is reached**, and the United States 3 billion**"."""
    text = context.tokens[at].text
    if text in {";", "."}:
        return True
    if text != "," or at + 3 >= len(context.tokens) or context.tokens[at + 1].lower != "and":
        return False
    behind = at + 2 + (context.tokens[at + 2].pos is Pos.DET)
    return bool(context.who.actors_at(behind)) and not any(
        context.tokens[k].pos in (Pos.VERB, Pos.AUX) for k in range(behind, _sentence_end(context, at))
    )


def _sentence_end(context: Context, at: int) -> int:
    return context.analysis.sentences[context.sentence_at(at)].end


def _from_beside(context: Context, chain: Chain) -> Iterator[Condition]:
    """A condition that hangs on a clause within: on a speech verb, a relative clause or the rest of what is done.

    Examples: "is ready to send 200, its envoy said, provided that others pay"; "sei bereit dazu, hieß es, aber erst, wenn andere
    zahlen"; "will use what lies in its banks if others
    do"; "ships are earmarked and will sail once the guns are silent".
    """
    english = context.analysis.language == "en"
    for index in chain.clauses:
        for child in context.children[index]:
            clause, sense = context.clauses[child], context.sense(child)
            speech = sense is not None and sense.kind == "say" and clause.kind == ClauseKind.MAIN
            rest = clause.link == Link.COORDINATE and clause.subject_shared
            if speech or (english and (rest or clause.link == Link.RELATIVE)):
                yield from (c for c in from_clauses(context, child) if not _is_past_semicolon(context, index, c))


def _is_past_semicolon(context: Context, index: int, condition: Condition) -> bool:
    """Say whether a condition is another one's, told behind a semicolon: "Peru would, he said; Chile will, **if** …"."""
    if condition.quote is None:
        return False
    start = context.tokens[context.clauses[index].start].start
    return ";" in context.analysis.text[start : condition.quote.start]


def _from_strong_words(context: Context, clause: Clause) -> Iterator[Condition]:
    """A condition behind words that mean nothing else: "subject to a vote", "pending approval", "depending on the outcome"."""
    sentence_end = context.analysis.sentences[clause.sentence].end
    for start, end in clause.own:
        for i in range(start, min(end, sentence_end - 1)):
            pair = f"{context.tokens[i].lower} {context.tokens[i + 1].lower}"
            if pair in words("strong-condition-words") or context.tokens[i].lower in words("strong-condition-preps"):
                close = end if end > i + 2 and context.tokens[end - 1].text not in CLOSING else sentence_end
                last = next((k for k in range(i + 2, close) if context.tokens[k].text in {",", ";", "."}), close)
                yield from typed(context, range(i + 1, last), i, last)
                return


def _from_matching(context: Context, clause: Clause) -> Iterator[Condition]:
    """What others have to give first: "a dollar **for every dollar other donors give**", "legt **für jeden Euro anderer** …"."""
    end = context.analysis.sentences[clause.sentence].end
    for i in context.own_tokens(clause):
        if context.tokens[i].lower not in words("each-of-all") or i + 2 >= end:
            continue
        if context.tokens[i - 1].lower not in words("matching") or context.lemmas[i + 1] not in words(
            "pieces-of-money"
        ):
            continue
        last = next((k for k in range(i + 2, end) if context.tokens[k].text in {",", ";", "."}), end)
        if any(context.lemmas[k] in OTHERS or context.who.actors_at(k) for k in range(i + 2, last)):
            yield _make(context, ConditionType.OTHERS, None, i - 1, last)


def stated_by(context: Context, index: int) -> Iterator[Condition]:
    """Yield what a clause states where it is known to be a condition."""
    yield from _from_clause(context, index)


def support_of(context: Context, actor: str, start: int, end: int) -> Condition:
    """The condition that a state helps, in the words of a token run."""
    kind, of = (ConditionType.US_SUPPORT, None) if actor == "us" else (ConditionType.SUPPORT, actor)
    return _make(context, kind, of, start, end)


def _from_clause(context: Context, index: int) -> Iterator[Condition]:
    """The types of a condition that a clause states; if no word tells, that somebody else contributes: support."""
    clause, sense = context.clauses[index], context.sense(index)
    inside = range(clause.start + 1, clause.end)
    end = next((k for k in inside if context.tokens[k].text != "." and _ends_proviso(context, k)), clause.end)
    for condition in typed(context, range(clause.start, end), clause.start, end):
        if condition.type != ConditionType.OTHER:
            yield condition
            continue
        if _is_everybody(context, clause) and sense is not None and sense.kind in ("give", "join", "say", "commit"):
            yield _make(context, ConditionType.OTHERS, None, clause.start, clause.end)
            continue
        gives = sense is not None and sense.kind in ("give", "join") and not _is_pronoun(context, clause)
        gives = gives and sense is not None and sense.lemma not in words("no-support") and _is_active(clause)
        refs = context.actors(clause.subject) if gives or _consents(context, clause) else ()
        states = {ref.actor for ref in refs if not ref.actor.startswith(("group:", "person:"))}
        deed = context.lexicon.trigger(clause.verb.lemma, "") if clause.verb is not None else None
        deed = deed if context.analysis.language == "de" else None
        if _consents(context, clause) and len(states) == 1:
            wishes = clause.verb is not None and clause.verb.lemma in words("wishing")
            yield _make(context, ConditionType.HOST_REQUEST, None if wishes else states.pop(), clause.start, clause.end)
        elif deed is not None and deed.type == ConditionType.ATTACK:  # "greift … an" in two words
            yield _make(context, ConditionType.ATTACK, None, clause.start, clause.end)
        elif gives and len(states) == 1:  # not "on condition that it sells its ports"
            yield _make(context, ConditionType.SUPPORT, states.pop(), clause.start, clause.end)
        elif gives and len(states) > 1 and clause.subject is not None and clause.subject.members:
            yield _make(context, ConditionType.OTHERS, None, clause.start, clause.end)
        else:
            yield condition


def _is_active(clause: Clause) -> bool:
    """Say whether the subject gives, and is not given: not "on condition that **its old claims** are paid"."""
    return clause.verb is None or clause.verb.voice == Voice.ACTIVE


def _is_everybody(context: Context, clause: Clause) -> bool:
    """Say whether everybody does it: "wenn **alle** zahlen", "if **everyone** pays"."""
    subject = clause.subject
    return (
        subject is not None
        and subject.end - subject.start == 1
        and context.head(subject).lower in words("everybody-pays")
    )


def _consents(context: Context, clause: Clause) -> bool:
    """Say whether a state consents or wishes for it: "sofern Bagdad **zustimmt**", "if Fiji **agrees**"; not "its board"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.voice != Voice.ACTIVE or clause.negation is not None:
        return False
    if verb.lemma not in words("consenting") | words("wishing") and not _gives_leave(context, clause):
        return False
    return not any(context.tokens[i].lemma.lower() in words("own") for i in range(subject.start, subject.end))


def _gives_leave(context: Context, clause: Clause) -> bool:
    """Say whether nouns or predicates tell of leave: "if Egypt **gives permission**", "sofern Kairo **einverstanden ist**"."""
    lemma = clause.verb.lemma if clause.verb is not None else ""
    own = {context.lemmas[i] for i in context.own_tokens(clause)}
    if lemma in words("copulas"):
        return not own.isdisjoint(words("agreed-words"))
    return lemma in words("giving-leave") and not own.isdisjoint(CONSENT)


def _from_first(context: Context, index: int) -> Iterator[Condition]:
    """The condition that the first main clause under a clause states."""
    for child in context.children[index]:
        if context.clauses[child].kind is ClauseKind.MAIN:
            yield from _from_clause(context, child)
            return


def _is_unless(context: Context, clause: Clause) -> bool:
    return [context.tokens[i].lower for i in context.own_tokens(clause)][:3] == ["es", "sei", "denn"]


def hung_on(context: Context, index: int) -> Iterator[Condition]:
    """Yield all conditions that a clause states: in clauses, phrases and words of its own."""
    clause = context.clauses[index]
    yield from from_clauses(context, index)
    yield from _from_phrases(context, clause.phrases)
    yield from _from_company(context, clause)
    yield from _from_strong_words(context, clause)


def _is_proviso(clause: Clause) -> bool:
    """Say whether its conjunction opens a condition whatever it hangs on: "but **only once** parliament has agreed"."""
    return clause.kind is ClauseKind.SUBORDINATE and clause.marker in words("proviso-markers")


def _is_none(context: Context, outer: int, clause: Clause) -> bool:
    """Say whether what looks like a condition is none: it is met, or only tells how long."""
    if _is_met(context.clauses[outer], clause) or _is_until_now(context, clause) or _is_durative(context, clause):
        return True
    before = context.tokens[max(0, clause.start - 1)]
    if clause.marker in ("after", "nachdem"):  # "five years after it walked out"
        own = {context.tokens[i].lower for i in range(clause.start, min(clause.start + 3, clause.end))}
        return not words("spans-of-time").isdisjoint(own | {before.lower})
    return clause.marker == "when" and before.text == "," and context.tokens[max(0, clause.start - 2)].pos is Pos.NUM


def _is_durative(context: Context, clause: Clause) -> bool:
    """Say whether it only tells how long: "**for as long as** the crisis lasts", "solange wie nötig"."""
    around = (context.tokens[clause.start - 1].lower, context.tokens[clause.start].lower)
    own = {context.lemmas[i] for i in context.own_tokens(clause)}
    takes = {"it", "take"} <= own or not own.isdisjoint({"necessary", "nötig"})
    return "long" in (clause.marker or "") and ("for" in around or takes)


def _is_pronoun(context: Context, clause: Clause) -> bool:
    return clause.subject is not None and context.head(clause.subject).pos is Pos.PRON


def _is_until_now(context: Context, clause: Clause) -> bool:
    """Say whether "until" names a time gone by: "which had until now stayed out"."""
    behind = context.tokens[min(clause.start + 1, clause.end - 1)].lower
    return clause.marker == "until" and behind in words("until-now")


def _is_met(outer: Clause, inner: Clause) -> bool:
    """Say whether a condition has come true: "schickt Soldaten, nachdem das Parlament zugestimmt hat".

    What was done before something that has happened hangs on nothing either: "gave 5 million before the meeting opened".
    """
    if inner.verb is None or outer.verb is None:
        return False
    if outer.verb.modals and not (inner.marker == "nachdem" and set(outer.verb.modals) <= words("modals-of-chance")):
        return False  # but "nachdem das Parlament zugestimmt hat, kann die Marine Schiffe schicken"
    if inner.marker in ("before", "bevor", "ehe", "as soon as", "sobald"):
        return all(verb.tense in _HAPPENED and verb.mood == Mood.INDICATIVE for verb in (inner.verb, outer.verb))
    if inner.marker not in ("nachdem", "after"):
        return False
    if inner.marker == "after" and inner.verb.tense == Tense.PAST and outer.verb.tense == Tense.FUTURE:
        return inner.verb.mood == Mood.INDICATIVE  # "will send soldiers after parliament agreed"
    whole = (
        inner.marker == "after" or inner.verb.tense is Tense.PLUPERFECT
    )  # "gab Geld, nachdem es im Mai gezahlt hatte"
    told = (Tense.PRESENT, Tense.PAST, Tense.PERFECT) if whole else (Tense.PRESENT,)
    gone = (Tense.PERFECT, Tense.PAST, Tense.PLUPERFECT) if whole else (Tense.PERFECT, Tense.PAST)
    past = inner.verb.tense in gone and inner.verb.mood == Mood.INDICATIVE
    gerund = inner.marker == "after" and inner.verb.tense == Tense.NONE and outer.verb.tense != Tense.FUTURE
    return (past or gerund) and outer.verb.tense in told and outer.verb.mood == Mood.INDICATIVE


def _from_words(context: Context, clause: Clause) -> Iterator[Condition]:
    """A condition whose clause was not told apart: "to deploy troops once the guns fall silent"; not "has provided trucks"."""
    verb = clause.verb.tokens if clause.verb is not None else ()
    for start, end in clause.own:
        for i in range(start, end - 1):
            soon = context.tokens[i].lower == "soon" and context.tokens[i + 1].lower == "as"
            late = context.tokens[i].lower == "until" and is_negated(clause)  # "will not go until fighting stops"
            if (context.tokens[i].lower in MARKERS or soon or late) and i not in verb:
                found = typed(context, range(i + 1, end), i, end)
                around = {context.tokens[i - 1].lower, context.tokens[i + 1].lower}
                whole = context.tokens[i].lower == "if" and end - i > SHORT and around.isdisjoint(AS_IF)
                yield from (c for c in found if whole or c.type != ConditionType.OTHER)
                return


def _from_phrases(context: Context, phrases: Iterable[Phrase]) -> Iterator[Condition]:
    for phrase in phrases:
        for part in phrase.walk():
            condition = _from_phrase(context, part)
            if condition is not None:
                yield condition
                break


def _from_phrase(context: Context, phrase: Phrase) -> Condition | None:
    if phrase.prep is None or context.tokens[phrase.start - 1].lower in words("accordance"):
        return None  # "in line with a resolution"
    if phrase.prep in ("nach", "after") and _is_dated(context, phrase.start):
        return None
    around = {context.tokens[i].lower for i in range(phrase.start - 1, min(phrase.start + 2, phrase.end))}
    if phrase.prep in ("with", "without", "mit", "ohne") and not around.isdisjoint(("or", "oder")):
        return None  # "with or without a mandate"
    head = context.head(phrase).lemma.lower()
    if phrase.prep == "vorbehaltlich" or _is_only_after(context, phrase):
        return next(typed(context, range(phrase.start, phrase.end), phrase.start, phrase.end), None)
    if (
        head in CASE_NOUNS
        and not phrase.negated
        and phrase.prep in ("in", "für", "unter", "on", "under", "mit", "with")
    ):
        return _of_case(context, phrase)
    if _is_invited(context, phrase, head):
        return _make(context, ConditionType.HOST_REQUEST, None, phrase.start, phrase.end)
    if _is_not_before(context, phrase) or _is_within(context, phrase):
        return _told_in(context, phrase)
    return _from_strong(context, phrase, head) if phrase.prep in STRONG_PREPS else None


def _from_lack(context: Context, clause: Clause) -> Iterator[Condition]:
    """What nothing is done without: "**ohne Reformen** werde es keine Kredite geben", "will not pay **without an audit**"."""
    denied = is_negated(clause) or any(phrase.negated for phrase in clause.phrases)
    if clause.verb is None or not denied or clause.verb.tense in _HAPPENED:
        return
    for phrase in clause.phrases:
        head = context.head(phrase)
        if phrase.prep not in ("ohne", "without") or head.pos is not Pos.NOUN or phrase.negated:
            continue
        if head.lemma.lower() in words("doubtless") or context.tokens[phrase.start - 1].lower in words("even"):
            continue
        yield from typed(context, range(phrase.start, phrase.end), phrase.start, phrase.end)


def _is_dated(context: Context, at: int) -> bool:
    """Say whether a counted span of time stands before a word: "**drei Wochen** nach dem Beschluss", not "on the day after"."""
    if at < COUNTED or context.tokens[at - 1].lower not in words("spans-of-time"):
        return False
    return context.tokens[at - COUNTED].pos is Pos.NUM or context.tokens[at - 1].lower in ("shortly", "kurz")


def _is_only_after(context: Context, phrase: Phrase) -> bool:
    """Say whether something is done only after something else: "zahlt **erst nach** der Freigabe", "**only after** a vote".

    Not what has been done, nor only after a day, a span of time or a meeting.
    """
    if phrase.prep not in ("nach", "after"):
        return False
    around = {context.tokens[i].lower for i in (phrase.start - 1, phrase.start)}
    if around.isdisjoint(words("only-then")) or context.dates_in(phrase.start, phrase.end):
        return False
    index = context.clause_of.get(phrase.start)
    verb = context.clauses[index].verb if index is not None else None
    if verb is None or verb.tense in _HAPPENED or verb.lemma in words("telling-later"):
        return False
    head = context.head(phrase)
    if head.pos is not Pos.NOUN or head.lemma.lower() in words("no-terms"):
        return False
    return context.lexicon.gathering(head.lemma, context.before(phrase)) is None


def _of_case(context: Context, phrase: Phrase) -> Condition | None:
    """What a noun of condition names: "im Fall eines Angriffs", "unter der Bedingung, dass Peru zahlt"."""
    content = _that_behind(context, phrase)
    if phrase.prep in ("mit", "with") and content is None:
        return None
    if not words("case-determiners").isdisjoint(context.tokens[i].lower for i in range(phrase.start, phrase.head)):
        return None  # "in jedem Fall"
    if content is not None:
        return next(_from_clause(context, content), None)
    end = phrase.end if phrase.dependents else min(phrase.end + 3, len(context.tokens))
    return next(typed(context, range(phrase.start, end), phrase.start, phrase.end), None)


def _from_strong(context: Context, phrase: Phrase, head: str) -> Condition | None:
    trigger = context.lexicon.trigger(head, context.before(phrase))
    if trigger is not None and (trigger.strong or _is_any_attack(context, phrase, trigger.type)):
        return _make(context, ConditionType(trigger.type), None, phrase.start, phrase.end)
    if phrase.prep in WITHOUT and context.tokens[phrase.start - 1].lower in words("even"):
        return None  # "auch ohne die Verbündeten"
    if phrase.prep == "under" and head == "agreement":
        return None  # "under an agreement between both"
    lacking = phrase.prep in ("ohne", "without") or head in words("leave-nouns")
    if phrase.prep == "with" and not lacking and trigger is not None and trigger.type in NO_TERMS:
        return None  # "in cooperation with allies", "with every gun"
    if lacking or (trigger is not None and phrase.prep in ("mit", "with", "unter", "under")):
        return _told_in(context, phrase)
    return None


def _told_in(context: Context, phrase: Phrase) -> Condition | None:
    """The first type that a phrase's words tell."""
    stated = typed(context, range(phrase.start, phrase.end), phrase.start, phrase.end)
    return next((c for c in stated if c.type != ConditionType.OTHER), None)


def _is_any_attack(context: Context, phrase: Phrase, kind: str) -> bool:
    """Say whether an attack is one that may come: "**bei einem Angriff** auf Estland", not "bei dem Angriff"."""
    return kind == ConditionType.ATTACK and phrase.prep == "bei" and context.tokens[phrase.start + 1].lower in ANY


def _is_invited(context: Context, phrase: Phrase, head: str) -> bool:
    """Say whether it takes an invitation: "nur **auf Einladung** der Regierung", "only **at the request** of Manila".

    Of what somebody would or could do it is told without "only": "würde **auf Anfrage** Ärzte schicken".
    """
    if phrase.prep not in ("auf", "at", "on", "bei", "upon"):
        return False
    trigger = context.lexicon.trigger(head, context.before(phrase))
    if trigger is None or trigger.type != ConditionType.HOST_REQUEST:
        return False
    index = context.clause_of.get(phrase.start)
    verb = context.clauses[index].verb if index is not None else None
    if verb is not None and verb.mood == Mood.HYPOTHETICAL and verb.tense is Tense.PRESENT:
        return True
    around = range(max(0, phrase.start - 1), phrase.head)
    return any(context.tokens[i].lower in words("only") for i in around)


def _that_behind(context: Context, phrase: Phrase) -> int | None:
    """The clause that says which condition: "unter der Bedingung, **dass Peru zahlt**", "on condition **that** …"."""
    for i in range(phrase.end, min(phrase.end + 2, len(context.tokens))):
        if context.tokens[i].lower in ("dass", "that"):
            index = context.clause_of.get(i)
            return index if index is not None and context.clauses[index].start >= phrase.end else None
    return None


def _is_within(context: Context, phrase: Phrase) -> bool:
    """Say whether a span of time after something is told: "**within three days of** an attack", "binnen Tagen nach …"."""
    spans = any(context.tokens[i].lower in words("spans-of-time") for i in range(phrase.start, phrase.end))
    return phrase.prep in words("within") and spans


def _is_not_before(context: Context, phrase: Phrase) -> bool:
    """Tell "aber nicht vor einem Friedensschluss" from "vor dem Friedensschluss"."""
    first = phrase.start if context.tokens[phrase.start].lower in NOT else phrase.start - 1
    return phrase.prep in ("vor", "before") and context.tokens[first].lower in NOT


def typed(context: Context, tokens: range, start: int, end: int) -> Iterator[Condition]:
    """Tell the types of a condition from its words; `other` if no word tells.

    Yields each type once, in the order of the words; ``start``/``end``: the token run to quote.
    """
    states = _states(context, tokens)
    found: dict[ConditionType, Condition] = {}
    for i in tokens:
        told = _type_at(context, i, states)
        if told is not None:
            found.setdefault(told[0], _make(context, *told, start, end))
    if not found:
        kind, of = _guessed(context, tokens, states)
        found[kind] = _make(context, kind, of, start, end)
    told_of = {context.lemmas[i] for i in tokens}
    if not JOINING.isdisjoint(told_of) and (leave := _joined_leave(context, tokens)) is not None:
        found.setdefault(ConditionType.HOST_REQUEST, _make(context, ConditionType.HOST_REQUEST, leave, start, end))
    if ConditionType.PARLIAMENT in found and not told_of & OTHERS:
        found.pop(ConditionType.OTHERS, None)  # "sofern das Folketing mitmacht"
    if ConditionType.PARLIAMENT in found and (JOINING.isdisjoint(told_of) or not told_of & words("requests-of-hosts")):
        found.pop(ConditionType.HOST_REQUEST, None)  # "the consent of the Bundestag" is nobody's invitation
    yield from found.values()


def _joined_leave(context: Context, tokens: range) -> str | None:
    """Whose leave the second of two conditions is: "a UN resolution **and on Bujumbura's approval**"; not a parliament's."""
    at = next((i for i in tokens if context.lemmas[i] in JOINING), None)
    if at is None:
        return None
    rest = range(at + 1, tokens.stop)
    states = _states(context, rest)
    plain = not any(_type_at(context, i, states) for i in rest if context.lemmas[i] not in CONSENT)
    leave = any(context.lemmas[i] in CONSENT for i in rest)
    return states[0] if plain and leave and len(states) == 1 else None


def _type_at(context: Context, i: int, states: Sequence[str]) -> tuple[ConditionType, str | None] | None:
    """The type that a word tells, and whose support it is."""
    token = context.tokens[i]
    if token.lower in words("fights"):  # "ein Ende der Kämpfe"
        return ConditionType.CEASEFIRE, None
    against = context.tokens[min(i + 1, len(context.tokens) - 1)].lower in ("against", "gegen")
    if against or token.pos not in (Pos.NOUN, Pos.PROPN, Pos.VERB, Pos.ADJ, Pos.PRON):
        return None  # "progress in the fight against graft"
    trigger = context.lexicon.trigger(token.lemma, context.tokens[i - 1].lemma if i else "")
    if trigger is None and token.text in COUNCILS and _is_of_security(context):
        return ConditionType.UN_MANDATE, None
    if token.lower in ("strike", "strikes", "struck") and token.pos is Pos.VERB:
        return None  # "strikes a deal"
    if trigger is None or (token.lower == "peace" and context.tokens[i + 1].lower in words("talking")):
        return None
    kind = ConditionType(trigger.type)
    if kind == ConditionType.OTHERS and len(states) == 1 and states[0] != "un" and _is_done_by_one(context, i):
        kind = ConditionType.SUPPORT
    if not trigger.strong and _is_no_peace_nor_mandate(context, i, kind, states):
        return None
    if kind != ConditionType.SUPPORT:
        return kind, None
    of = next(iter(states), None)
    return None if of is None else (ConditionType.US_SUPPORT, None) if of == "us" else (kind, of)


def _is_of_security(context: Context) -> bool:
    """Say whether "the Council" of a report is the Security Council, told by its name elsewhere in it."""
    return "Security Council" in context.analysis.text or "Sicherheitsrat" in context.analysis.text


def _is_no_peace_nor_mandate(context: Context, i: int, kind: ConditionType, states: Sequence[str]) -> bool:
    """Say whether a word means less than it may: "ein Abkommen mit dem Währungsfonds", "if the **United Nations** pay"."""
    if kind == ConditionType.UN_MANDATE:
        return _is_paid_by_it(context, i)
    return kind == ConditionType.PEACE_DEAL and not LENDERS.isdisjoint(states)


def _is_done_by_one(context: Context, i: int) -> bool:
    """Say whether the one who is named does the same, not neighbours or allies: "if **Chile does the same**"."""
    index = context.clause_of.get(i)
    own = context.own_tokens(context.clauses[index]) if index is not None else ()
    return context.tokens[i].lower in words("same-ways") and not any(context.lemmas[k] in OTHERS for k in own)


def _is_paid_by_it(context: Context, i: int) -> bool:
    """Say whether the UN have only to pay: "provided the **United Nations** meet the costs", no mandate."""
    index = context.clause_of.get(i)
    own = context.own_tokens(context.clauses[index]) if index is not None else ()
    return any(context.lemmas[k] in words("paying-words") for k in own)


def _guessed(context: Context, tokens: range, states: Sequence[str]) -> tuple[ConditionType, str | None]:
    """The type of a condition that no single word tells: "if Washington pays", "if others do", "with Fiji's approval"."""
    if "us" in states:
        return ConditionType.US_SUPPORT, None
    lemmas = [context.lemmas[i] for i in tokens]
    if "un" in states and not words("commanding").isdisjoint(lemmas):  # "were the force to be led by the UN"
        return ConditionType.UN_MANDATE, None
    if any(context.lemmas[i] in OTHERS and context.tokens[i].pos != Pos.VERB for i in tokens):
        return ConditionType.OTHERS, None
    same = {context.tokens[i].lower for i in tokens} & words("as-they-do") or {"auch", "tun"} <= set(lemmas)
    if len(states) == 1 and same:
        return ConditionType.SUPPORT, states[0]  # "wenn Chile ebenso viele aufnimmt"
    if len(states) == 1 and not CONSENT.isdisjoint(lemmas):
        return ConditionType.HOST_REQUEST, states[0]
    return ConditionType.OTHER, None


def _states(context: Context, tokens: range) -> tuple[str, ...]:
    named = (i for i in tokens if context.lemmas[i] not in words("own") and context.lemmas[i - 1] not in HALVES)
    refs = [ref for i in named for ref in context.who.actors_at(i, places=True)]
    return tuple(dict.fromkeys(ref.actor for ref in refs if ref.actor is not None))


def _make(context: Context, kind: ConditionType, of: str | None, start: int, end: int) -> Condition:
    return Condition(type=kind, of=of, quote=context.quote(start, end))


def is_precondition(context: Context, chain: Chain) -> bool:
    """Say whether a negated clause says "not without", "not before", "only if": it promises nothing, but refuses nothing."""
    for index in chain.clauses:
        clause: Clause = context.clauses[index]
        parts = [part for phrase in clause.phrases for part in phrase.walk()]
        if any(part.prep in WITHOUT or _is_not_before(context, part) for part in parts):
            return True
        if any(context.tokens[p.start].lower in WITHOUT for p in clause.phrases):
            return True  # "will not send troops | until fighting stops", whose verb passed for a noun
        for child in context.linked(index, Link.CONDITION, Link.TIME):
            if (context.clauses[child].marker or "") in WITHOUT | {"es sei denn"}:
                return True
        children = (context.clauses[child] for child in context.children[index])
        if any(
            (child.kind == ClauseKind.PARTICIPLE and child.marker == "without") or _is_unless(context, child)
            for child in children
        ):
            return True
    return False
