"""What the grammar may look at: the analysed report with everything that earlier layers found in it.

Nothing here decides; the functions answer questions about one text ("which phrases are this verb's content?").
Uses `zusage.language`, `zusage.dossier`, `zusage.model` and the lexicons.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from zusage.language.analysis import Analysis, Clause, ClauseKind, Link, Phrase, Pos, QuotedRun, Role, Token, VerbGroup
from zusage.language.dates import DateMention
from zusage.language.numbers import QuantityKind, QuantityMention
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.reading.actors import ActorRef, Who
from zusage.reading.actors.mention import Use
from zusage.reading.lexicon import LEAST_ENDING, Lexicon, Sense, Thing, words
from zusage.reading.needs import meets

COPULAS = words("copulas")

OBJECTS = frozenset({Role.OBJECT, Role.OTHER, Role.PREDICATE, Role.ADVERBIAL})
EMPTY_LINE = 2
"""Line breaks that part two paragraphs."""

MODIFIER_REACH = 3
"""Tokens within which "military" has its noun: "military aid", "military training support"."""


@dataclass(eq=False)
class Context:
    """One report, analysed. ``hidden`` holds the tokens that lie in furniture: no statement may come from them.

    ``unread``: how many sentences are not analysed, because they seem to be about something else. ``efforts``: how probable it
    is by all its words that its money is for each effort, None before it is asked (`zusage.reading.effort`).

    Looked up once for all rules: ``presence``, for each token the classes of attendance that it stands in, by its lemma or as
    it is written; ``children``, for each clause the clauses that hang on it, in order; ``paragraph_of``, for each sentence the
    number of its paragraph (blocks apart by an empty line); ``token_starts``, the characters at which the tokens begin;
    ``sentence_starts``, the tokens at which sentences begin; ``clause_of``, for each token the index of the clause that has it
    as its own.
    """

    report: Report
    analysis: Analysis
    lexicon: Lexicon
    who: Who
    quantities: Sequence[QuantityMention]
    dates: Sequence[DateMention]
    hidden: frozenset[int] = frozenset()
    unread: int = 0
    adversary: str | None = None
    publisher: tuple[ActorRef, ...] = ()
    efforts: Mapping[str, float] | None = None
    money_is_for: str | None = None
    task: str | None = None
    _senses: dict[int, Sense | None] = field(default_factory=dict, repr=False)
    _actors: dict[int, tuple[Phrase, tuple[ActorRef, ...]]] = field(default_factory=dict, repr=False)
    """By a phrase's identity, with the phrase, so that no other one gets its identity."""
    kept: dict[str, dict[Any, Any]] = field(default_factory=dict, repr=False)
    """Answers about tokens and clauses that several rules ask for, by the question's name and the place."""
    tokens: tuple[Token, ...] = field(init=False, repr=False)
    lemmas: tuple[str, ...] = field(init=False, repr=False)
    """The tokens' lemmas in lower case."""
    clauses: tuple[Clause, ...] = field(init=False, repr=False)
    presence: tuple[frozenset[str], ...] = field(init=False, repr=False)
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False)
    paragraph_of: tuple[int, ...] = field(init=False, repr=False)
    token_starts: tuple[int, ...] = field(init=False, repr=False)
    sentence_starts: frozenset[int] = field(init=False, repr=False)
    clause_of: dict[int, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look up where everything stands."""
        analysis = self.analysis
        self.tokens, self.clauses = analysis.tokens, analysis.clauses
        self.lemmas = tuple([token.lemma.lower() for token in self.tokens])
        self.presence = self.lexicon.presence_of(self.tokens)
        self.children = _children(self.clauses)
        self.paragraph_of = _paragraphs(analysis)
        self.token_starts = tuple([token.start for token in self.tokens])
        self.clause_of = {i: index for index, clause in enumerate(self.clauses) for i in self.own_tokens(clause)}
        self._places = {id(clause): index for index, clause in enumerate(self.clauses)}
        self._sentence_starts = tuple([sentence.start for sentence in analysis.sentences])
        self.sentence_starts = frozenset(self._sentence_starts)
        self._quoted_starts = tuple([run.start for run in analysis.quoted])
        self._quantities = tuple(self.quantities)
        self._quantity_starts = tuple([quantity.start for quantity in self._quantities])
        self._quantity_counts = self._count_quantities()
        self._date_starts = tuple([day.start for day in self.dates])

    @property
    def sentences(self) -> int:
        """How many sentences the report has, with those that are not analysed."""
        return len(self.analysis.sentences) + self.unread

    def place_of(self, clause: Clause) -> int:
        """The index of a clause."""
        return self._places[id(clause)]

    def sentence_at(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self._sentence_starts, token) - 1

    def quoted_at(self, start: int, end: int) -> tuple[QuotedRun, ...]:
        """The runs in quotation marks that overlap a token run, or end right before it."""
        low = max(bisect_left(self._quoted_starts, start) - 1, 0)
        return tuple(
            run for run in self.analysis.quoted[low : bisect_left(self._quoted_starts, end)] if run.end >= start
        )

    # --- clauses -------------------------------------------------------------------------------------------------

    def linked(self, index: int, *links: Link) -> Iterator[int]:
        """Yield the clauses that hang on a clause by one of the links."""
        for child in self.children[index]:
            if self.clauses[child].link in links:
                yield child

    def sense(self, index: int) -> Sense | None:
        """The meaning of a clause's verb group, None where the lexicon has none."""
        if index not in self._senses:
            self._senses[index] = self._find_sense(self.clauses[index])
        return self._senses[index]

    def _find_sense(self, clause: Clause) -> Sense | None:
        if clause.verb is None:
            return None
        if clause.kind == ClauseKind.FRAGMENT and clause.link == Link.COORDINATE and clause.parent is not None:
            return self.sense(clause.parent)  # gapping: "Schweden stellt Jets in Aussicht, Belgien Schiffe"
        for sense in self.lexicon.senses(self._with_adverb(clause.verb)):
            if sense.kind == "exist" and clause.subject is not None and self.actors(clause.subject):
                continue  # "China sagte, es werde Geld geben"
            if all(meets(self, clause, need) for need in sense.needs):
                return sense
        return None

    def _with_adverb(self, verb: VerbGroup) -> str:
        """The verb with "together" where both are one that the lexicon has: "ministers **came together** in Lima"."""
        following = self.tokens[verb.head + 1].lower if verb.head + 1 < len(self.tokens) else ""
        joined = f"{verb.lemma} {following}"
        return joined if following == "together" and self.lexicon.senses(joined) else verb.lemma

    def is_people(self, part: Phrase) -> bool:
        """Say whether a phrase names people by where they are from or by number: "1500 Syrer", "20 Menschen"."""
        mention = self.who.by_token.get(part.head)
        named = mention is not None and mention.use == Use.PEOPLE
        return named or self.lexicon.unit(self.head(part).lemma, self.before(part)) == "persons"

    def is_thing(self, part: Phrase) -> bool:
        """Say whether a phrase names people, things or money that can be contributed, not the act or help of some sort."""
        kinds = ("thing", "action") if self.lexicon.language == "en" else ("thing",)
        thing = self.thing_of(part)
        return self.has_money(part) or (thing is not None and thing.kind in kinds)

    def thing_of(self, part: Phrase) -> Thing | None:
        """What the head of a phrase is, or what its head counts or holds: "900 seiner Soldaten", "a team of 40 doctors"."""
        head = self.head(part)
        if (
            head.pos == Pos.NUM
            or head.lemma.lower() in words("shares")
            or head.lemma.lower() in words("groups-of-people")
        ):
            for inner in part.dependents:
                if inner.role in (Role.GENITIVE, Role.ATTRIBUTE) and (found := self.thing_of(inner)) is not None:
                    return found
        goods = self.goods_of(part)
        return self.thing_of(goods) if goods is not None else self.lexicon.thing(head.lemma, self.before(part))

    def goods_of(self, part: Phrase) -> Phrase | None:
        """The phrase with the noun that a weight is of for its head: "43 Tonnen **Hilfsgüter**"; None without one."""
        if part.head + 1 >= part.end or self.head(part).lemma.lower() not in words("loads"):
            return None
        at = next((i for i in range(part.end - 1, part.head, -1) if self.tokens[i].pos == Pos.NOUN), None)
        return replace(part, head=at) if at is not None else None

    def ends(self, lemma: str, word: str) -> bool:
        """Say whether a noun is a word, or in German a compound that ends in it."""
        lower = lemma.lower()
        return lower == word or (self.lexicon.language == "de" and len(word) >= LEAST_ENDING and lower.endswith(word))

    def stance_noun(self, clause: Clause) -> tuple[Phrase, str] | None:
        """The object that names a stance, with it: "äußerte Zweifel", "renewed its call"."""
        for phrase in clause.with_role(Role.OBJECT, Role.OTHER):
            for part in phrase.each():
                found = self.lexicon.stances.get(self.head(part).lemma.lower())
                if found is not None:
                    return part, found
        return None

    def opinion(self, clause: Clause) -> str | None:
        """The stance of a word of opinion in a clause ("inakzeptabel": opposes), None without one."""
        verb = clause.verb
        for i in self.own_tokens(clause):
            token = self.tokens[i]
            if token.pos in (Pos.ADJ, Pos.ADV, Pos.NOUN, Pos.VERB) and (
                verb is None or i != verb.head or token.pos == Pos.ADJ
            ):
                found = self.lexicon.opinion(token.lemma) or self.lexicon.opinions.get(token.lower)
                if found is not None:
                    return found
        return None

    def own_tokens(self, clause: Clause) -> Iterable[int]:
        """Return the positions of a clause's own tokens, in order."""
        if len(clause.own) == 1:
            return range(*clause.own[0])
        return chain.from_iterable(range(start, end) for start, end in clause.own)

    def is_hidden(self, clause: Clause) -> bool:
        """Say whether a clause stands in furniture."""
        return clause.start in self.hidden

    # --- phrases -------------------------------------------------------------------------------------------------

    def head(self, phrase: Phrase) -> Token:
        """The phrase's head word."""
        return self.tokens[phrase.head]

    def before(self, phrase: Phrase) -> str:
        """The lemma of the word before the head within the phrase, "" if there is none (for names of two words).

        A hyphen is passed over: "mine-hunters" are two words to the English analysis.
        """
        at = phrase.head - 1
        if at > phrase.start and self.tokens[at].text == "-":
            at -= 1
        return self.tokens[at].lemma if at >= phrase.start else ""

    def inner_tokens(self, phrase: Phrase) -> Iterator[int]:
        """Yield the positions of a phrase's own words: articles, adjectives, head; not what hangs on it."""
        taken = {i for part in phrase.dependents for i in range(part.start, part.end)}
        for i in range(phrase.start, phrase.end):
            if i not in taken:
                yield i

    def told_by(self, token: int) -> str | None:
        """The measure that an adjective or adverb tells: "humanitarian"; before words of aid "military" means weapons."""
        measure = self.lexicon.modifiers.get(self.tokens[token].lemma.lower())
        if measure == "troops":
            following = self.tokens[token + 1 : token + MODIFIER_REACH]
            if any(word.pos == Pos.NOUN and word.lemma.lower() in words("aid") for word in following):
                return "arms"
        return measure

    def has_money(self, phrase: Phrase) -> bool:
        """Say whether a phrase states a sum of money."""
        return any(q.kind == QuantityKind.MONEY for q in self.quantities_in(phrase.start, phrase.end))

    def _count_quantities(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """For each token how many numbers have ended before it, and how many have begun by its end."""
        ends = [q.end for q in self.quantities]
        if not ends:
            return ((0,) * len(self.tokens),) * 2
        before = tuple([bisect_right(ends, token.start) for token in self.tokens])
        return before, tuple([bisect_left(self._quantity_starts, token.end) for token in self.tokens])

    def quantities_in(self, start: int, end: int) -> tuple[QuantityMention, ...]:
        """The numbers that overlap a token run, in order; an empty run has none."""
        if start >= end:
            return ()
        before, begun = self._quantity_counts
        return self._quantities[before[start] : begun[end - 1]]

    def quantities_from(self, first: int, last: int) -> tuple[QuantityMention, ...]:
        """The numbers that begin in a run of characters, in order."""
        low = bisect_left(self._quantity_starts, first)
        return tuple(self.quantities[low : bisect_left(self._quantity_starts, last)])

    def dates_in(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The time expressions that begin in a token run, in order; an empty run has none."""
        if start >= end:
            return ()
        low = bisect_left(self._date_starts, self.tokens[start].start)
        high = bisect_left(self._date_starts, self.tokens[end - 1].end)
        return tuple(self.dates[low:high])

    def words(self, phrase: Phrase) -> str:
        """The exact words of a phrase."""
        return self.analysis.words(phrase.start, phrase.end)

    def actors(self, phrase: Phrase | None) -> tuple[ActorRef, ...]:
        """The actors a phrase stands for, () if none."""
        if phrase is None:
            return ()
        kept = self._actors.get(id(phrase))
        if kept is None:
            kept = self._actors[id(phrase)] = phrase, self._find_actors(phrase)
        return kept[1]

    def _find_actors(self, phrase: Phrase) -> tuple[ActorRef, ...]:
        if phrase.dependents and self.head(phrase).lemma.lower() in words("associates"):
            return self._collective_at(phrase.head)
        if self.is_private(phrase):
            return ()
        refs = self.who.actors_of(phrase) or self._first_actor(phrase)
        return () if self._is_ones_own_body(phrase, refs) else refs

    def _collective_at(self, token: int) -> tuple[ActorRef, ...]:
        """Whom a noun names as a group that somebody belongs to: "Togo's **partners** promised", never Togo itself."""
        mention = self.who.by_token.get(token)
        group = mention is not None and mention.plural and (mention.actor or "").startswith("group:")
        return self.who.actors_at(token) if group else ()

    def _is_ones_own_body(self, phrase: Phrase, refs: tuple[ActorRef, ...]) -> bool:
        """Say whether the actors only tell of which state a party or union is: "Togo's main opposition party, the Greens"."""
        named = self.head(phrase).lemma.lower() in words("bodies-of-their-own") and phrase.head not in self.who.by_token
        return named and all(
            ref.mention is not None and phrase.start <= ref.mention.start < phrase.head for ref in refs
        )

    def is_private(self, phrase: Phrase) -> bool:
        """Say whether a phrase names a firm or a private person by a nationality: "der türkische Bauträger"."""
        lemma = self.head(phrase).lemma.lower()
        mention = self.who.by_token.get(phrase.head)
        return mention is None and lemma.endswith(tuple(words("private-heads")))

    def _first_actor(self, phrase: Phrase) -> tuple[ActorRef, ...]:
        """The actor that a phrase opens with, where a parenthesis follows it: "The Bahamas, by contrast, …"."""
        for i in range(phrase.start, min(phrase.start + 3, phrase.end - 1)):
            if phrase.prep is None and self.tokens[i + 1].text == ",":
                return self.who.actors_at(i)
        return ()

    # --- quotes --------------------------------------------------------------------------------------------------

    def quote(self, start: int, end: int) -> Quote:
        """Quote a token run."""
        return Quote.cut(self.analysis.text, self.tokens[start].start, self.tokens[end - 1].end)

    def quote_phrase(self, phrase: Phrase) -> Quote:
        """Quote a phrase."""
        return self.quote(phrase.start, phrase.end)

    def quote_clauses(self, indices: Sequence[int]) -> Quote:
        """Quote the run from the first to the last token of some clauses."""
        return self.quote(min(self.clauses[i].start for i in indices), max(self.clauses[i].end for i in indices))

    def root(self, index: int) -> int:
        """The outermost clause that a clause hangs on."""
        seen = set()
        while (parent := self.clauses[index].parent) is not None and index not in seen:
            seen.add(index)
            index = parent
        return index

    def content_phrases(self, index: int, sense: Sense) -> tuple[Phrase, ...]:
        """The phrases that name what a verb is about, by the lexicon's `content` column."""
        clause = self.clauses[index]
        found = [phrase for phrase in clause.phrases if self._is_content(clause, phrase, sense)]
        if {"obj", "to"} <= set(sense.content) and any(p.prep is None and self.is_thing(p) for p in found):
            found = [p for p in found if p.prep != "to"]  # "contribute ships to the unit": the unit gets them
        if "obj" in sense.content and (meant := self._antecedent(index)) is not None:
            found = [meant, *(phrase for phrase in found if not self.actors(phrase))]
        for need in sense.needs:
            if need.kind == "obj":  # "takes charge of logistics": what hangs on the idiom's noun
                found = [
                    d
                    for p in clause.phrases
                    for part in p.each()
                    if self.ends(self.head(part).lemma, need.word)
                    for d in part.dependents
                    if d.role not in (Role.GENITIVE, Role.APPOSITION) or not self.actors(d)  # "Malis Bitte um Panzer"
                ] or [p for p in found if not self.ends(self.head(p).lemma, need.word) or "obj" in sense.content]
        if "obj" in sense.content and self.analysis.language == "en":
            found = [self._with_whole(clause, phrase) for phrase in found]
        if "obj" in sense.content and not found:  # "how many soldiers it would send"
            found.extend(p for p in clause.phrases if p is not clause.subject and self.tokens[p.start].lower == "how")
        if "obj" in sense.content and not found and clause.verb is not None and clause.verb.voice != "active":
            found.extend([clause.subject] if clause.subject is not None else [])
        if "subj" in sense.content and not found and clause.kind == ClauseKind.INFINITIVE and clause.subject_shared:
            found.extend([clause.subject] if clause.subject is not None else [])  # "two ships are due | to arrive"
        return tuple(found)

    def _with_whole(self, clause: Clause, phrase: Phrase) -> Phrase:
        """A number with what it is some of, which the parse takes for a phrase of its own: "12 | of its tanks"."""
        if phrase.prep is not None or self.head(phrase).pos != Pos.NUM:
            return phrase
        whole = next((p for p in clause.phrases if p.start == phrase.end and p.prep == "of"), None)
        if whole is None:
            return phrase
        return replace(phrase, end=whole.end, dependents=(*phrase.dependents, whole))

    def _antecedent(self, index: int) -> Phrase | None:
        """The thing that a relative pronoun takes up as what is given: "die Panzer, **die** Polen versprochen hatte"."""
        clause = self.clauses[index]
        if clause.kind != ClauseKind.RELATIVE or clause.anchor is None or clause.parent is None:
            return None
        if not any(self.head(p).tag == "PRELS" for p in clause.with_role(Role.OBJECT, Role.SUBJECT)):
            return None
        named = any(self.actors(p) for p in clause.with_role(Role.SUBJECT, Role.OBJECT))
        for phrase in self.clauses[clause.parent].phrases if named else ():
            for part in phrase.walk():
                if part.head == clause.anchor and not part.members:
                    return part if self.is_thing(part) and not self.actors(part) else None
        return None

    def _is_content(self, clause: Clause, phrase: Phrase, sense: Sense) -> bool:
        passive = clause.verb is not None and clause.verb.voice != "active"
        if self._is_aside(phrase):
            return False
        if "über" in sense.content and phrase.prep is None and self.tokens[phrase.start].lower == "über":
            return True  # "denkt über drei Korvetten nach": no quantifier
        if "obj" in sense.content and phrase.role == Role.INDIRECT and self.is_counted(phrase):
            return True
        if phrase.role == Role.SUBJECT:
            return "subj" in sense.content or ("obj" in sense.content and passive)
        between = phrase.prep == "between" and self.head(phrase).pos == Pos.NUM  # "send between 4 and 8 of its tanks"
        between = between or (phrase.prep == "zwischen" and self.is_counted(phrase))  # "zwischen 4 und 8 Panzer"
        if phrase.prep is not None and phrase.prep != "je":
            return phrase.prep in sense.content or (between and "obj" in sense.content)
        if "obj" in sense.content and (phrase.role in OBJECTS or phrase.prep == "je"):
            return True
        if "obj" in sense.content and phrase.role == Role.INDIRECT and self.analysis.language == "en":
            return not clause.with_role(Role.OBJECT)
        return "indirect" in sense.content and phrase.role in (Role.INDIRECT, Role.OBJECT)

    def _is_aside(self, phrase: Phrase) -> bool:
        """Say whether a phrase tells what is among the thing before it: "392 Mann, darunter ein Lazarett".

        A sum with a purpose of its own is not: "50 Millionen Euro, davon 20 Millionen für Zelte".
        """
        if not phrase.start or self.tokens[phrase.start - 1].lower not in words("among"):
            return False
        behind = self.tokens[phrase.end].lower if phrase.end < len(self.tokens) else ""
        return not (behind in words("purpose-preps") and self.has_money(phrase))

    def is_counted(self, phrase: Phrase) -> bool:
        """Say whether a phrase is a number of things or a sum, which nobody gives something to: "500 Mann"."""
        if self.analysis.language != "de":
            return False
        return self.has_money(phrase) or (self.is_thing(phrase) and bool(self.quantities_in(phrase.start, phrase.end)))

    def is_finite(self, clause: Clause) -> bool:
        """Say whether a clause has a finite verb of its own."""
        return clause.kind not in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE) and clause.verb is not None


def _children(clauses: Sequence[Clause]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in clauses]
    for index, clause in enumerate(clauses):
        if clause.parent is not None:
            found[clause.parent].append(index)
    return tuple(map(tuple, found))


def _paragraphs(analysis: Analysis) -> tuple[int, ...]:
    found: list[int] = []
    number = last = 0
    for sentence in analysis.sentences:
        start = analysis.tokens[sentence.start].start if sentence.start < len(analysis.tokens) else last
        if analysis.text[last:start].count("\n") >= EMPTY_LINE:
            number += 1
        found.append(number)
        last = analysis.tokens[sentence.end - 1].end if sentence.end > sentence.start else start
    return tuple(found)
