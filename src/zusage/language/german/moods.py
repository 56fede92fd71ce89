"""Second subjunctive that stands for the first: "Die Länder hätten sich verpflichtet, sagte sie" is reported speech.

Where the first subjunctive would look like the indicative, German takes the second one; whether a clause is reported
or hypothetical is decided by what governs it and by the sentence before. Uses `zusage.language.analysis` and the
lexicon files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Sentence, Tense, Token
from zusage.language.german.lexicon import word_set
from zusage.language.german.verbs import PLURAL, read_finite


def settle_moods(clauses: list[Clause], sentences: Sequence[Sentence], tokens: Sequence[Token]) -> None:
    """Change hypothetical clauses in reported speech to reported ones, in place."""
    spoken_to = {clause.parent for clause in clauses if clause.link is Link.PARENTHESIS}
    goes_on = False
    for sentence in sentences:
        reported = False
        for number in sentence.clauses:
            clause = clauses[number]
            if clause.verb is None:
                continue
            if clause.verb.mood is Mood.HYPOTHETICAL and _is_reported(
                number, clauses, spoken_to, tokens, goes_on=goes_on
            ):
                clauses[number] = replace(clause, verb=replace(clause.verb, mood=Mood.REPORTED))
            elif _looks_past(clause, clauses, tokens):
                verb = replace(clause.verb, mood=Mood.REPORTED, tense=Tense.PRESENT)
                clauses[number] = replace(clause, verb=verb)
            reported = reported or (clauses[number].kind is ClauseKind.MAIN and _mood(clauses[number]) is Mood.REPORTED)
        goes_on = reported


def _mood(clause: Clause) -> Mood | None:
    return clause.verb.mood if clause.verb is not None else None


def _is_reported(
    number: int, clauses: Sequence[Clause], spoken_to: set[int | None], tokens: Sequence[Token], *, goes_on: bool
) -> bool:
    clause = clauses[number]
    if not _is_plural(clause, tokens):
        return False
    if number in spoken_to:
        return True
    parent = clauses[clause.parent] if clause.parent is not None else None
    if parent is None:
        return goes_on
    if clause.link is Link.COMPLEMENT:
        return _speaks(parent) or _mood(parent) is Mood.REPORTED
    return _mood(parent) is Mood.REPORTED


def _looks_past(clause: Clause, clauses: Sequence[Clause], tokens: Sequence[Token]) -> bool:
    """Tell a second subjunctive that looks like the past: "Sie gaben bekannt, sie stellten Geld bereit"."""
    parent = clauses[clause.parent] if clause.parent is not None else None
    verb = clause.verb
    if parent is None or verb is None or verb.finite is None or verb.tense is not Tense.PAST:
        return False
    said = clause.kind is ClauseKind.MAIN and clause.link is Link.COMPLEMENT and clause.marker is None
    weak = tokens[verb.finite].lower.endswith("ten") and not verb.modals
    pronoun = clause.subject is not None and tokens[clause.subject.head].lower == "sie"
    return said and weak and pronoun and _speaks(parent)


def _speaks(clause: Clause) -> bool:
    return clause.verb is None or clause.verb.lemma in word_set("speech")


def _is_plural(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Tell whether the first subjunctive of the form would equal the indicative."""
    verb = clause.verb
    if verb is None or verb.finite is None:
        return False
    token = tokens[verb.finite]
    return read_finite(token.lower, token.lemma).number == PLURAL
