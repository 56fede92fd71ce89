"""Firmness of wording: what tense, modals, mood and negation make of a verb, and how operators combine.

Examples: "wird schicken" pledged; "will schicken" signalled; "könnte schicken" considering; "schickt keine" rejected;
"hat geschickt" delivered; "schließt nicht aus" considering.
Source: codebook, section 2 (firmness).
"""

from __future__ import annotations

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Tense, VerbGroup
from zusage.model.values import Firmness
from zusage.reading.lexicon import words

WANTING = words("modals-of-will")
MIGHT = words("modals-of-chance")
MUST = words("modals-of-duty")
RAISING = words("raising")
"""Verbs of raising a figure: in the past tense the figure was raised, not paid out."""

PUTTING_UP = words("putting-up")
"""Verbs of naming a sum that is still to be paid: "legte 40 Millionen auf den Tisch", "hat zwei Millionen draufgelegt"."""

PAYING_OUT = words("paying-out")
"""Verbs of a decision that is at once a payment: who will do it has promised the money."""

LIKELY = {"dürfen"}
"""The German modal verb of what is to be expected, in the Konjunktiv II."""

WOULD = words("modals-of-would")
DUE = words("modals-of-plan")
"""Modal verbs of what is arranged: "Niger is to field 500 soldiers"."""

NEGATED = {
    Firmness.PLEDGED: Firmness.WITHHELD,
    Firmness.SIGNALLED: Firmness.REJECTED,
    Firmness.CONCRETE: Firmness.WITHHELD,
    Firmness.CONSIDERING: Firmness.REJECTED,
    Firmness.REJECTED: Firmness.CONSIDERING,
    Firmness.WITHHELD: Firmness.CONSIDERING,
    Firmness.WITHDRAWN: Firmness.CONSIDERING,
    Firmness.DELIVERED: Firmness.WITHHELD,
}
"""What an operator means under negation: "hat nichts zugesagt", "plant nicht", "schließt nicht aus"."""

AGAINST = frozenset({Firmness.REJECTED, Firmness.WITHDRAWN})
LADDER = (Firmness.CONSIDERING, Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED)


def of_giving(
    clause: Clause, *, negated: bool, conditional: bool, reported: bool, likely: bool = False
) -> Firmness | None:
    """Firmness of a contributing verb by its form; None for a demand ("muss liefern") or an unreal form.

    ``likely``: whether a word of the clause makes it only probable: signalled.
    """
    verb = clause.verb
    if verb is None:
        return None
    modals = set(verb.modals)
    if modals & MUST:
        return None
    if modals & (WANTING | DUE):
        value: Firmness | None = Firmness.SIGNALLED
    elif modals == LIKELY and verb.mood == Mood.HYPOTHETICAL and verb.tense == Tense.PRESENT:
        value = Firmness.SIGNALLED  # "dürfte 300 Soldaten schicken"
    elif modals & MIGHT:
        unreal = verb.tense in (Tense.PERFECT, Tense.PLUPERFECT)  # "hätte schicken können", "could have sent"
        value = None if unreal else Firmness.CONSIDERING
    elif modals & WOULD or verb.mood == Mood.HYPOTHETICAL:
        value = _would(clause, conditional=conditional, reported=reported)
    elif verb.tense in (Tense.PERFECT, Tense.PAST, Tense.PLUPERFECT):
        value = Firmness.PLEDGED if verb.lemma in RAISING | PUTTING_UP else Firmness.DELIVERED
    else:
        value = Firmness.PLEDGED
    if likely and value == Firmness.PLEDGED:
        value = Firmness.SIGNALLED
    if value is None or not negated:
        return value
    unpaid = value == Firmness.PLEDGED and verb.lemma in PUTTING_UP and verb.tense != Tense.PRESENT
    return Firmness.WITHHELD if value == Firmness.DELIVERED or unpaid else Firmness.REJECTED


def _would(clause: Clause, *, conditional: bool, reported: bool) -> Firmness | None:
    """Read "would": "would send", he said: pledged; else an offer: "würde schicken", "würde schicken, wenn …"."""
    verb = clause.verb
    if verb is not None and verb.tense in (Tense.PERFECT, Tense.PLUPERFECT):
        return None
    if "would" in (verb.modals if verb is not None else ()) and reported and not conditional:
        return Firmness.PLEDGED
    return Firmness.SIGNALLED


def of_operator(value: Firmness, clause: Clause, *, negated: bool, offered: bool = False) -> Firmness | None:
    """Firmness of a promising, offering, refusing verb with its form: "könnte zusagen", "will nicht zusagen".

    ``offered``: the verb is one of offering, of which a negation tells that nothing has come ("bot kein Geld an").
    """
    verb = clause.verb
    modals = set(verb.modals) if verb is not None else set()
    if modals & MUST:
        return None
    if negated:
        if modals & (WANTING | MIGHT) and value not in AGAINST and value != Firmness.WITHHELD:
            return Firmness.REJECTED if modals & WANTING else Firmness.WITHHELD
        if value == Firmness.CONCRETE and verb is not None and verb.tense == Tense.FUTURE:
            return Firmness.REJECTED  # "werde Überflüge nicht genehmigen"
        return Firmness.WITHHELD if offered and (verb is None or verb.tense != Tense.FUTURE) else NEGATED[value]
    if value == Firmness.CONCRETE and verb is not None and verb.lemma in PAYING_OUT and _is_ahead(verb):
        return Firmness.PLEDGED
    if value == Firmness.CONCRETE and (modals or (verb is not None and verb.tense == Tense.FUTURE)):
        return Firmness.SIGNALLED
    if modals & MIGHT and value in LADDER:
        return Firmness.CONSIDERING
    return value


def _is_ahead(verb: VerbGroup) -> bool:
    """Say whether something is told as what will be done: "will release 40 million", "said it would release 40 million"."""
    return (verb.tense == Tense.FUTURE and not verb.modals) or (
        set(verb.modals) == {"would"} and verb.tense not in (Tense.PERFECT, Tense.PLUPERFECT)
    )


def combine(outer: Firmness | None, inner: Firmness | None) -> Firmness | None:
    """Combine an operator with what it governs; ``inner`` None: an infinitive or noun, which adds nothing.

    Examples: "schließt aus (rejected), Truppen zu entsenden"; "versprach (pledged), keine Truppen zu schicken (rejected)";
    "kündigte an (pledged), man wolle helfen (signalled)".
    """
    if outer is None or inner is None:
        return inner if outer is None else outer
    if outer == Firmness.WITHHELD and inner == Firmness.CONSIDERING:
        return inner  # "has yet to decide"
    if outer == Firmness.CONSIDERING and inner == Firmness.WITHDRAWN:
        return outer  # "is considering withdrawing its soldiers"
    if outer == Firmness.REJECTED and inner == Firmness.WITHDRAWN:
        return Firmness.SIGNALLED  # "does not intend to withdraw its soldiers"
    if outer in AGAINST or outer == Firmness.WITHHELD:
        return Firmness.CONSIDERING if inner in AGAINST and outer == Firmness.REJECTED else outer
    if inner in AGAINST or inner == Firmness.WITHHELD:
        return inner
    if inner == Firmness.DELIVERED:
        return inner if outer == Firmness.PLEDGED else outer
    return min(outer, inner, key=LADDER.index)


def is_unreal(clause: Clause) -> bool:
    """Say whether a clause states nothing: a question, a condition, a wish, an order."""
    if clause.question or clause.link in (Link.CONDITION, Link.QUESTION):
        return True
    if clause.verb is None:
        return False
    return clause.verb.mood == Mood.IMPERATIVE and clause.kind == ClauseKind.MAIN
