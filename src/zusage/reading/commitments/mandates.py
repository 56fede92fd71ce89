"""Mandates and their ceilings: how many a decision allows to be sent, told of the mandate and not of who sends.

Examples: "Die Mandatsobergrenze bleibt bei 400 Soldaten"; "Das Mandat sieht bis zu 1850 Soldaten vor". They are of whoever was
spoken of, and as firm as that.
Source: codebook, section 2 (`concrete`: mandated by parliament; "up to N").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Link, Mood, Phrase
from zusage.language.numbers import QuantityKind
from zusage.model.statement import Quantity
from zusage.model.values import Authority, Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.contributions import Contribution
from zusage.reading.firmness import MIGHT
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors

CEILING = words("ceiling-nouns")
MANDATES = words("mandate-nouns")
VERBS = words("mandate-verbs")
FORCES = frozenset({"troops", "naval", "training", "monitoring", "air"})
BODIES = frozenset({Authority.PARLIAMENT, Authority.MILITARY})
DECIDED = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE})


def from_mandate(case: Case) -> Iterator[Candidate]:
    """Read how many people a mandate allows, where a sentence says it of the mandate."""
    clause, context = case.clause, case.context
    if clause.subject is None or clause.verb is None or clause.verb.lemma not in VERBS:
        return
    noun = context.head(clause.subject).lemma.lower().rpartition("-")[2]
    is_ceiling = any(_is_ceiling(case, part) for phrase in clause.phrases for part in phrase.walk())
    if noun not in MANDATES and not _is_ceiling(case, clause.subject):
        return
    found = _people(case)
    if found is None:
        return
    phrase, quantity = found
    if quantity.min is not None and not is_ceiling:
        return
    refs = context.actors(phrase) or _whose(case, phrase) or context.actors(clause.subject) or _spoken_of(case)
    if refs:
        spoken = case.memory.newest
        value = spoken if spoken in DECIDED else Firmness.PLEDGED
        given = Contribution(_measure(case), "ceiling", phrase, Quantity(None, quantity.max, "persons"))
        yield from make(
            case, [given], value, rule="ceiling of a mandate", party=Party(refs, "whose mandate it is", phrase)
        )


def _whose(case: Case, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Whose the people are that a mandate allows: "den Einsatz von bis zu 500 Soldaten der Bundeswehr"."""
    parts = (part for part in phrase.walk() if case.context.is_people(part))
    return next((refs for part in parts if (refs := case.context.actors(part) or possessors(case.context, part))), ())


def allowed(case: Case, contributions: Sequence[Contribution], firmness: Firmness | None) -> Firmness | None:
    """How firm it is that so many can be sent: "Unter dem Mandat können bis zu 500 Soldaten entsandt werden" promises them."""
    if not _is_allowed(case, contributions, firmness):
        return firmness
    return Firmness.CONCRETE if _is_by_parliament(case) else Firmness.PLEDGED


def _is_by_parliament(case: Case) -> bool:
    """Say whether a parliament has allowed it: "Nachdem der Bundestag zugestimmt hat, kann die Marine …"."""
    context, (first, end) = case.context, _told(case)
    said = context.tokens[first:end]
    decided = any(token.lemma.lower() in words("mandating-verbs") for token in said)
    bodies = (m for m in context.who.mentions if first <= m.start < end)
    return decided and any(mention.authority == Authority.PARLIAMENT for mention in bodies)


def _told(case: Case) -> tuple[int, int]:
    """The tokens of a clause's sentence and of the one before it."""
    sentences = case.context.analysis.sentences
    return sentences[max(0, case.clause.sentence - 1)].start, sentences[case.clause.sentence].end


def _is_allowed(case: Case, contributions: Sequence[Contribution], firmness: Firmness | None) -> bool:
    verb, context = case.clause.verb, case.context
    if verb is None or firmness != Firmness.CONSIDERING or verb.mood == Mood.HYPOTHETICAL:
        return False
    if MIGHT.isdisjoint(verb.modals) or is_negated(case.clause):
        return False
    if any(True for _ in context.linked(case.index, Link.CONDITION)):
        return False  # "could send up to 300 soldiers if there is a mandate"
    counts = (c.quantity for c in contributions if c.measure in FORCES)
    if not any(q is not None and q.unit == "persons" and q.min is None for q in counts):
        return False
    said = [token.lemma.lower() for token in context.tokens[slice(*_told(case))]]
    permitted = any(lemma.rpartition("-")[2] in words("permits") for lemma in said)
    return permitted or not words("mandating-verbs").isdisjoint(said)


def _is_ceiling(case: Case, phrase: Phrase) -> bool:
    lemma = case.context.head(phrase).lemma.lower()
    return any(lemma.endswith(word) for word in CEILING)


def _people(case: Case) -> tuple[Phrase, Quantity] | None:
    """The clause's phrase in which people are counted, with their number."""
    context = case.context
    for phrase in case.clause.phrases:
        for part in phrase.walk():
            for mention in context.quantities_in(part.start, part.end):
                if mention.kind == QuantityKind.COUNT and mention.max is not None and context.is_people(part):
                    return phrase, Quantity(mention.min, mention.max, "persons")
    return None


def _spoken_of(case: Case) -> tuple[ActorRef, ...]:
    """Whose a mandate is that no sentence says: of whom was spoken last, else of the parliament or army named last."""
    if case.memory.refs:
        return case.memory.refs[:1]
    who = case.context.who
    bodies = (m for m in reversed(who.mentions) if m.start < case.clause.start and m.authority in BODIES)
    return next((refs for m in bodies if (refs := who.actors_at(m.head))), ())


def _measure(case: Case) -> str:
    recalled = case.memory.recall(case.clause.sentence)
    return recalled.measure if recalled is not None and recalled.measure in FORCES else "troops"
