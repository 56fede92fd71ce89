"""One representation of German and English text: sentences, tokens, phrases, clauses.

The two analysers (`zusage.language.german`, `zusage.language.english`) make it; everything after them (dates, actors, the
reading grammar) uses only this. All indices are positions in `Analysis.tokens`; all character offsets are code points of
`Analysis.text`; all runs are half-open.

The model is the clause with its topological parts, not a full tree: who does what (subject, objects, oblique phrases) to
what under which marker, and how clauses hang together. Noun phrases keep their inside: modifiers, genitives, attached
prepositional phrases, coordinated members.

Uses `zusage.model` only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from zusage.model.records import record


class Pos(StrEnum):
    """Universal part of speech (UD version 2)."""

    ADJ = "ADJ"
    ADP = "ADP"
    ADV = "ADV"
    AUX = "AUX"
    CCONJ = "CCONJ"
    DET = "DET"
    INTJ = "INTJ"
    NOUN = "NOUN"
    NUM = "NUM"
    PART = "PART"
    PRON = "PRON"
    PROPN = "PROPN"
    PUNCT = "PUNCT"
    SCONJ = "SCONJ"
    SYM = "SYM"
    VERB = "VERB"
    X = "X"


@record(frozen=True, slots=True)
class Token:
    """A word or sign. ``tag`` is the language's own: STTS (VVFIN, PTKVZ, …) or Penn Treebank (VBD, MD, …).

    ``lemma`` is the dictionary form: German nouns with a capital, verbs in the infinitive (without a particle that stands
    apart: that is in `VerbGroup.lemma`), English lower case but for names.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: Pos
    tag: str
    lower: str = field(init=False, repr=False, compare=False)
    """The word in lower case: asked for so often that it is kept."""

    def __post_init__(self) -> None:
        """Keep the word in lower case."""
        object.__setattr__(self, "lower", self.text.lower())


class Role(StrEnum):
    """What a phrase is to its clause or to the phrase it hangs on."""

    SUBJECT = "subject"
    OBJECT = "object"  # accusative, or the English direct object
    INDIRECT = "indirect"  # dative, or the English indirect object
    PREDICATE = "predicate"  # after a copula: "ist Gastgeber", "is ready"
    OBLIQUE = "oblique"  # a prepositional phrase of the clause
    AGENT = "agent"  # "von/durch" or "by" in the passive
    ADVERBIAL = "adverbial"  # a bare noun phrase of time or measure: "vergangene Woche", "last week"
    GENITIVE = "genitive"  # on a noun: "die Zusage Berlins", "Berlin's pledge"
    ATTRIBUTE = "attribute"  # a prepositional phrase on a noun: "Truppen aus Estland", "the pledge by Ottawa"
    APPOSITION = "apposition"  # "Macron, der Präsident", "President Macron" is one phrase
    OTHER = "other"


@record(frozen=True, slots=True)
class Phrase:
    """A noun, prepositional, adjective or adverb phrase, `tokens[start:end]`, with what hangs on it.

    A coordination is one phrase: ``members`` holds the phrases that are coordinated, the first one included ("Schweden,
    Norwegen und Dänemark" has three), and ``head`` is the first member's head. Otherwise ``members`` is empty.
    ``case``: German cases that the form allows, out of "nom", "acc", "dat", "gen"; empty when unknown.
    ``prep``: lemma of the preposition ("in" for "im"); ``negated``: "kein-", "no", or "nicht"/"not" right before it.
    """

    start: int
    end: int
    head: int
    role: Role = Role.OTHER
    prep: str | None = None
    case: frozenset[str] = frozenset()
    negated: bool = False
    members: tuple[Phrase, ...] = ()
    dependents: tuple[Phrase, ...] = ()

    def each(self) -> tuple[Phrase, ...]:
        """Return the coordinated members, or the phrase alone."""
        return self.members or (self,)

    def walk(self) -> list[Phrase]:
        """Return the phrase, its members and all that hangs on them, in order of nesting."""
        found = [self]
        for part in self.members:
            found += part.walk()
        for part in self.dependents:
            found += part.walk()
        return found


class ClauseKind(StrEnum):
    """The form of a clause."""

    MAIN = "main"
    SUBORDINATE = (
        "subordinate"  # introduced by a conjunction, a question word, or verb-first ("Brächen die Märkte ein, …")
    )
    RELATIVE = "relative"
    INFINITIVE = "infinitive"  # "Truppen zu entsenden", "to send troops"
    PARTICIPLE = "participle"  # "adding that …", "saying his country would …"; German ones only when set off by commas
    FRAGMENT = "fragment"  # no verb: a headline, "Soldiers?", a gapped conjunct


class Link(StrEnum):
    """What a clause is to its parent clause."""

    ROOT = "root"
    COORDINATE = "coordinate"  # conjoined with the parent clause (which comes first)
    COMPLEMENT = "complement"  # what is said, promised, wanted: dass-clause, bare clause of reported speech, infinitive
    CONDITION = "condition"  # wenn, falls, sofern, if, provided that, as long as; verb-first
    TIME = "time"  # sobald, nachdem, bevor, once, after, before, when, until
    PURPOSE = "purpose"  # um … zu, damit, so that, in order to
    CAUSE = "cause"
    CONCESSION = "concession"  # obwohl, auch wenn, although, even if
    MANNER = "manner"  # ohne dass, indem, wie (comparison), as
    QUESTION = "question"  # embedded question: ob, whether, wer, how many
    RELATIVE = "relative"
    PARENTHESIS = (
        "parenthesis"  # the speech verb inside or after what is said: "sagte er", "wie X mitteilte", "he said"
    )
    OTHER = "other"


class Tense(StrEnum):
    """Tense of the verb group."""

    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"  # werden + infinitive, will/going to
    NONE = "none"  # infinitives


class Mood(StrEnum):
    """Mood of the finite verb."""

    INDICATIVE = "indicative"
    REPORTED = (
        "reported"  # Konjunktiv I, and Konjunktiv II where it stands for I ("hätten sich verpflichtet, sagte er")
    )
    HYPOTHETICAL = "hypothetical"  # Konjunktiv II, würde; would, could have
    IMPERATIVE = "imperative"


class Voice(StrEnum):
    """Voice of the verb group."""

    ACTIVE = "active"
    PASSIVE = "passive"  # werden + participle, be + participle
    STATIVE = "stative"  # sein + participle: "ist zugesagt"


@record(frozen=True, slots=True)
class VerbGroup:
    """The verbs of a clause as one.

    ``lemma``: the main verb with its separable particle ("zusagen" for "sagte … zu"), a reflexive verb's "sich" apart
    (``reflexive``), an English verb with its particle joined by a space ("rule out", "sign up"); for a copula with a
    predicate it is "sein" / "be", and the clause's phrase with role PREDICATE has the content.
    ``head``: index of the main verb (the participle or infinitive where there is one). ``finite``: index of the finite
    verb or None. ``tokens``: all of the verb group, the particle included, ascending.
    ``modals``: lemmas of modal verbs, outermost first ("wollen", "können"; "can", "may", "should", "would"; not the
    future "will", but "would" always).
    """

    lemma: str
    head: int
    finite: int | None = None
    tokens: tuple[int, ...] = ()
    particle: int | None = None
    reflexive: bool = False
    modals: tuple[str, ...] = ()
    tense: Tense = Tense.NONE
    mood: Mood = Mood.INDICATIVE
    voice: Voice = Voice.ACTIVE


@record(frozen=True, slots=True)
class Clause:
    """A clause: its verb group, its phrases in order, its marker, and the clause it hangs on.

    ``start``/``end``: token run from its first to its last own token, clauses inside it included; ``own``: the runs
    `(start, end)` of its own tokens only, without nested clauses. ``parent``: index in `Analysis.clauses`, or None.
    ``marker``: lemma of the conjunction ("wenn", "dass", "provided that", "sobald"), None if there is none.
    ``anchor``: index of the noun (relative clause, infinitive or dass-clause on a noun: "die Zusage, Truppen zu senden")
    or of the verb or adjective that this clause hangs on, None for roots.
    ``negation``: index of the word that negates the clause ("nicht", "nie", "kein-" in object or subject, "not", "never",
    "no"), None if it is positive; ``negation_scope``: the token run that is negated (the whole clause, or one phrase:
    "nicht Soldaten, sondern Geld"). Subjects of infinitives and participles are filled in when control makes them clear;
    then ``subject_shared`` is True, and so for the subject of a coordinated verb phrase.
    """

    start: int
    end: int
    own: tuple[tuple[int, int], ...]
    kind: ClauseKind
    link: Link
    parent: int | None
    sentence: int
    verb: VerbGroup | None
    phrases: tuple[Phrase, ...] = ()
    subject: Phrase | None = None
    subject_shared: bool = False
    marker: str | None = None
    anchor: int | None = None
    negation: int | None = None
    negation_scope: tuple[int, int] | None = None
    question: bool = False

    def with_role(self, *roles: Role) -> tuple[Phrase, ...]:
        """Return the clause's phrases that have one of the roles, in order."""
        return tuple(phrase for phrase in self.phrases if phrase.role in roles)


@record(frozen=True, slots=True)
class Sentence:
    """A sentence: token run, and the indices of its clauses, outermost and first ones first.

    ``quoted``: the whole sentence stands in quotation marks.
    """

    start: int
    end: int
    clauses: tuple[int, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class QuotedRun:
    """Words between quotation marks: token run without the marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text, analysed."""

    text: str
    language: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    clauses: tuple[Clause, ...] = ()
    quoted: tuple[QuotedRun, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)

    def words(self, start: int, end: int) -> str:
        """Return the exact characters of a token run."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""

    def clause_at(self, token: int) -> Clause | None:
        """Return the innermost clause that has the token as its own."""
        place = bisect_right(self.sentences, token, key=lambda sentence: sentence.start) - 1
        for index in sorted(self.sentences[place].clauses, reverse=True) if place >= 0 else ():
            if any(start <= token < end for start, end in self.clauses[index].own):
                return self.clauses[index]
        return None


def find_subject_pairs(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Yield pairs (predicate head, subject head) of finite clauses, one for each subject, as Universal Dependencies has them.

    The predicate is the main verb, or the head of the predicate phrase after a copula; only the first conjunct of a
    coordinated subject counts, and subjects that are shared or inferred do not.
    """
    for clause in analysis.clauses:
        if clause.verb is None or clause.subject is None or clause.subject_shared:
            continue
        predicates = clause.with_role(Role.PREDICATE) if clause.verb.lemma in {"sein", "be"} else ()
        yield (predicates[0].head if predicates else clause.verb.head, clause.subject.head)
