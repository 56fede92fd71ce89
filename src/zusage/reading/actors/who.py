"""Who the words of a report stand for: names, lists, possessives, pronouns, offices alone.

Uses the discourse, the gazetteer and `zusage.language`.

Source: codebook, section 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from zusage.language.analysis import Analysis, ClauseKind, Phrase, Pos, Role
from zusage.reading.actors.antecedents import Offices
from zusage.reading.actors.discourse import Discourse, Pronoun, kinds_of, narrowed, open_discourse, pronouns
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import ActorRef, Gender, Mention, MentionKind, Use
from zusage.reading.actors.tables import Row, alternatives, read_table

Refs = tuple[ActorRef, ...]
_PAIRS = frozenset({"beide", "beiden", "both", "two", "zwei"})
_STATE_NOUNS = frozenset(
    {
        "länder",
        "ländern",
        "staaten",
        "nationen",
        "regierungen",
        "hauptstädte",
        "countries",
        "nations",
        "states",
        "governments",
        "capitals",
        "leaders",
        "presidents",
        "prime",
    }
)
_SOURCES = frozenset({"von", "by", "of", "from", "aus", "durch", "for", "between", "among", "zwischen", "unter"})
_JOINS = frozenset(
    {",", "und", "and", "sowie", "or", "oder", "as", "well", "wie", "auch", "the", "die", "der", "das", "den"}
)
_EMPTY_GERMAN = frozenset(
    "sein geben heißen gehen kommen handeln liegen gelten bedürfen fehlen brauchen scheinen bleiben regnen werden".split()
)
_EMPTY_ENGLISH = frozenset({"seem", "appear", "happen", "turn out", "matter", "rain", "take"})
_HOSTS = frozenset({"gastgeber", "gastgebers", "gastgeberin", "host", "hosts"})


@dataclass(frozen=True, slots=True)
class Who:
    """The actors of a report by its words; make it with `resolve`."""

    analysis: Analysis
    mentions: tuple[Mention, ...]
    by_token: dict[int, Mention] = field(repr=False)
    links: dict[int, Refs] = field(repr=False)

    def actors_of(self, phrase: Phrase, *, places: bool = False) -> Refs:
        """Return the actors that a phrase stands for, coordinated members in order, none twice.

        Empty if the phrase names nobody who acts: a place ("in Paris"), a thing, an unresolved pronoun. With
        ``places`` a place counts as its state.
        """
        found: list[ActorRef] = []
        for part in phrase.each():
            found.extend(self._of(part, places=places))
        return _distinct(found)

    def actors_at(self, token: int, *, places: bool = False) -> Refs:
        """Return the actors that the mention or pronoun at a token stands for."""
        mention = self.by_token.get(token)
        if mention is not None:
            return self._of_mention(mention, places=places)
        return self.links.get(token, ())

    def actors_in(self, start: int, end: int, *, places: bool = False) -> Refs:
        """Return the actors of everything in a token run, in order."""
        found: list[ActorRef] = []
        for token in range(start, end):
            mention = self.by_token.get(token)
            if mention is None or token == max(start, mention.start):
                found.extend(self.actors_at(token, places=places))
        return _distinct(found)

    def _of_mention(self, mention: Mention, *, places: bool) -> Refs:
        linked = self.links.get(mention.head)
        if linked:
            return linked
        if mention.actor is None or not (mention.acts or places):
            return ()
        return (ActorRef(mention.actor, mention.person, mention.authority, mention, mention.reason),)

    def _of(self, part: Phrase, *, places: bool) -> Refs:
        mention = self.by_token.get(part.head)
        if mention is not None:
            return self._listed(mention, part.end, places=places)
        linked = self.links.get(part.head)
        if linked:
            return linked
        return self._below(part, places=places) or self._before_head(part, places=places)

    def _listed(self, mention: Mention, end: int, *, places: bool) -> Refs:
        """Return a mention's actors, and those of a list it opens: "Schweden, Norwegen und Dänemark"."""
        found = list(self._of_mention(mention, places=places))
        last = mention
        while last.end < end:
            following = next((self.by_token[token] for token in range(last.end, end) if token in self.by_token), None)
            if following is None or not _joined(self.analysis, last.end, following.start):
                break
            found.extend(self._of_mention(following, places=places))
            last = following
        return _distinct(found)

    def _below(self, part: Phrase, *, places: bool) -> Refs:
        """Return the actors of what hangs on a noun: "die Zusage Norwegens", "the pledge by Ottawa"."""
        for role in (Role.GENITIVE, Role.APPOSITION, Role.ATTRIBUTE):
            found: list[ActorRef] = []
            for phrase in part.dependents:
                if phrase.role is role and (role is not Role.ATTRIBUTE or phrase.prep in _SOURCES):
                    found.extend(self.actors_of(phrase, places=places))
            if found:
                return _distinct(found)
        return ()

    def _before_head(self, part: Phrase, *, places: bool) -> Refs:
        """Return the actors of a possessive, name or adjective before a noun: "seine Zusage", "das deutsche Angebot"."""
        return self.actors_in(part.start, part.head, places=places)


def _joined(analysis: Analysis, start: int, end: int) -> bool:
    words = [token.lower for token in analysis.tokens[start:end]]
    return (
        bool(words) and all(word in _JOINS for word in words) and not set(words) <= {"the", "die", "der", "das", "den"}
    )


def _distinct(refs: Iterable[ActorRef]) -> Refs:
    return tuple({(ref.actor, ref.person): ref for ref in reversed(tuple(refs))}.values())[::-1]


def resolve(
    analysis: Analysis, mentions: Sequence[Mention], on: date | None = None, *, gazetteer: Gazetteer | None = None
) -> Who:
    """Resolve offices alone, pronouns, possessives and pairs of a report's mentions.

    ``on`` as for `find_mentions`; ``gazetteer``: the one that found the mentions, the shipped one by default.
    """
    by_token = {token: mention for mention in mentions for token in range(mention.start, mention.end)}
    who = Who(analysis, tuple(mentions), by_token, {})
    _Resolver(who, open_discourse(analysis), gazetteer or Gazetteer.build(), on).run()
    return who


@dataclass(slots=True)
class _Resolver:
    """Walks through the tokens once, resolving each from what was before it."""

    who: Who
    discourse: Discourse
    gazetteer: Gazetteer
    on: date | None
    settled: dict[str, ActorRef] = field(default_factory=dict)
    offices: Offices = field(init=False)
    german: bool = field(init=False)
    descriptions: Mapping[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.offices = Offices(self.gazetteer, self.discourse, self.on)
        self.german = self.who.analysis.language == "de"
        self.descriptions = _descriptions(self.german)

    def run(self) -> None:
        """Resolve everything; lists become entities of their own where they end."""
        words = pronouns("de" if self.german else "en")
        lists = self._lists()
        for index, token in enumerate(self.who.analysis.tokens):
            mention = self.who.by_token.get(index)
            if mention is None:
                self._word(index, token.lower, words)
            elif index == mention.start:
                self._meet(mention)
            for phrase in lists.get(index, ()):
                self._list(phrase)

    def _word(self, index: int, word: str, words: Mapping[str, Pronoun]) -> None:
        """Resolve a word that is no mention, if it stands for somebody."""
        if word in _PAIRS and self._is_pair(index):
            self._pair(index)
        elif word in words:
            self._pronoun(index, words[word])
        elif word in _HOSTS:
            self._host(index)
        elif word in self.descriptions:
            self._describe(index)

    def _lists(self) -> dict[int, list[Phrase]]:
        lists: dict[int, list[Phrase]] = {}
        for clause in self.who.analysis.clauses:
            for phrase in clause.phrases:
                for part in phrase.walk():
                    if part.members:
                        lists.setdefault(part.end - 1, []).append(part)
        return lists

    def _list(self, phrase: Phrase) -> None:
        refs = self.who.actors_of(phrase)
        if len({ref.actor for ref in refs}) > 1:
            self.discourse.add(phrase.head, refs, frozenset({"p", "pair"} if len(refs) == 2 else {"p"}))  # noqa: PLR2004 - a pair

    def _meet(self, mention: Mention) -> None:
        """Resolve a mention if it needs that, and make it an entity."""
        refs = self._refs(mention)
        gender = mention.gender
        person = mention.kind in {MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ROLE}
        if mention.office in {"government", "parliament"}:
            person, gender = False, Gender.FEMININE if mention.office == "government" else Gender.NEUTER
        if refs and refs[0].person in self.gazetteer.persons:
            gender = self.gazetteer.persons[refs[0].person].gender or gender
        if mention.use is Use.ADJECTIVE:
            return
        kinds = kinds_of(mention, gender, person=person, plural=mention.plural, german=self.german)
        self.discourse.add(mention.head, refs, kinds, mention)

    def _refs(self, mention: Mention) -> Refs:
        if mention.office == "counterpart":
            ref = self.offices.counterpart(mention)
            if ref is not None:
                self.who.links[mention.head] = (ref,)
                return (ref,)
        if mention.actor is not None:
            return (ActorRef(mention.actor, mention.person, mention.authority, mention, mention.reason),)
        if mention.person is not None and mention.person in self.settled:
            ref = self.settled[mention.person]
        elif mention.kind is MentionKind.ROLE:
            found = self._earlier_role(mention)
            if found is None:
                return ()
            ref = found
        else:
            owner = self._possessor(mention.start)
            meant = self.offices.meant(mention, owner)
            if meant is None and mention.person is None:
                return ()
            ref = self._settle(mention, meant)
        self.who.links[mention.head] = (ref,)
        return (ref,)

    def _settle(self, mention: Mention, meant: ActorRef | None) -> ActorRef:
        """Give an unknown person with an office the state that the report speaks of."""
        if mention.person is None:
            assert meant is not None  # noqa: S101 - the caller has looked
            return meant
        if meant is None:
            ref = ActorRef(
                f"person:{mention.person}", mention.person, mention.authority, mention, "an office of nobody known"
            )
        else:
            ref = replace(meant, person=mention.person, mention=mention)
        self.settled[mention.person] = ref
        return ref

    def _earlier_role(self, mention: Mention) -> ActorRef | None:
        """Return somebody named before in the role: "der Experte" after "der Rüstungsexperte Marek Aarfeldt"."""
        if mention.plural:
            return None
        tokens = self.who.analysis.tokens
        word = tokens[mention.head].lemma.lower()
        for entity in self.discourse.recent(mention.head):
            named = entity.mention
            if named is None or named.kind is not MentionKind.PERSON or named.office is None or not entity.refs:
                continue
            words = {tokens[token].lemma.lower() for token in range(named.start, named.head)}
            if any(other.endswith(word) for other in words):
                return entity.refs[0]
        return None

    def _possessor(self, start: int) -> ActorRef | None:
        """Return whose a noun phrase is that begins with a possessive: "**ihr** Außenminister", "**its** prime minister"."""
        tokens = self.who.analysis.tokens
        words = pronouns("de" if self.german else "en")
        for index in range(start - 1, max(-1, start - 4), -1):
            if tokens[index].lower in words and words[tokens[index].lower].possessive:
                refs = self.who.links.get(index, ())
                return refs[0] if refs else None
            if tokens[index].pos is not Pos.ADJ:
                return None
        return None

    def _pronoun(self, index: int, pronoun: Pronoun) -> None:
        kinds = pronoun.kinds
        if kinds & {"we", "i"}:
            self._speaker(index, personal="i" in kinds)
            return
        if self._is_no_pronoun(index):
            return
        if "man" in kinds:
            self._impersonal(index)
            return
        kinds = narrowed(self.discourse, index, kinds)
        if pronoun.possessive and self._is_relative_possessive(index):
            return
        entity = self.discourse.antecedent(index, pronoun, kinds)
        if entity is None or not entity.refs:
            return
        refs = tuple(replace(ref, reason="a pronoun for what was named before") for ref in entity.refs)
        self.who.links[index] = refs
        if not pronoun.possessive:
            self.discourse.add(index, refs, entity.kinds, entity.mention)

    def _is_no_pronoun(self, index: int) -> bool:
        """Say whether the word is polite "Sie", an article ("diese Länder"), or an empty "es", "it"."""
        token = self.who.analysis.tokens[index]
        if token.pos in {Pos.AUX, Pos.VERB} or (token.lower in {"es", "it"} and not self._is_full(index)):
            return True
        following = self.who.analysis.tokens[index + 1] if index + 1 < len(self.who.analysis.tokens) else None
        if token.text in {"Sie", "Ihr", "Ihre", "Ihnen", "Ihren"} and index not in self.discourse.sentence_starts:
            return True
        if (
            token.lower.startswith(("diese", "jene"))
            and following is not None
            and following.pos in {Pos.NOUN, Pos.ADJ, Pos.NUM}
        ):
            return True
        return False

    def _is_full(self, index: int) -> bool:
        """Say whether "es", "it" may stand for something: the subject of a verb that can act.

        Example: "Das Forum tagt. Es lehnt den Einsatz ab." against "Es gibt keine Zusage."
        """
        number = self.discourse.clause_of.get(index)
        if index not in self.discourse.subjects or number is None:
            return False
        verb = self.who.analysis.clauses[number].verb
        return verb is not None and verb.lemma.lower() not in (_EMPTY_GERMAN if self.german else _EMPTY_ENGLISH)

    def _is_relative_possessive(self, index: int) -> bool:
        return self.who.analysis.tokens[index].lower in {"dessen", "deren"} and self._relative(index)

    def _relative(self, index: int) -> bool:
        """Link the pronoun of a relative clause to the noun it hangs on; say whether it was one."""
        number = self.discourse.clause_of.get(index)
        clause = self.who.analysis.clauses[number] if number is not None else None
        if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.anchor is None:
            return False
        refs = self.who.actors_at(clause.anchor)
        if refs:
            self.who.links[index] = refs
        return bool(refs)

    def _impersonal(self, index: int) -> None:
        """Link German "man" in reported speech to whoever speaks: "In Oslo heißt es, man prüfe das"."""
        for entity in self.discourse.recent(index, 1):
            speaks = entity.subject or (entity.mention is not None and entity.mention.use is Use.SOURCE)
            if speaks and entity.refs and not entity.place:
                self.who.links[index] = entity.refs
                return

    def _speaker(self, index: int, *, personal: bool) -> None:
        """Link "we" and "I" in quotation marks to the one who is quoted."""
        run = next((run for run in self.who.analysis.quoted if run.start <= index < run.end), None)
        if run is None:
            return
        ref = self._quoted_speaker(run.start, run.end)
        if ref is not None:
            private = personal or ref.actor.startswith("person:")
            self.who.links[index] = (replace(ref, reason="the speaker" if private else "the speaker's side"),)

    def _quoted_speaker(self, start: int, end: int) -> ActorRef | None:
        """Return who says a quotation: a subject outside of it in its sentences, after it or before it."""
        first, last = self.discourse.sentence(start), self.discourse.sentence(end - 1)
        for mention in self._around(start, end, first, last):
            refs = self.who.actors_at(mention.head)
            if refs:
                return refs[0]
            if mention.actor is not None and mention.acts:
                return ActorRef(mention.actor, mention.person, mention.authority, mention, mention.reason)
        for entity in self.discourse.recent(start, 2):
            if entity.subject and entity.refs and not entity.place:
                return entity.refs[0]
        return None

    def _around(self, start: int, end: int, first: int, last: int) -> list[Mention]:
        subjects = self.discourse.subjects
        found = []
        for mention in self.who.mentions:
            outside = mention.end <= start or mention.start >= end
            if (
                outside
                and first <= self.discourse.sentence(mention.head) <= last
                and any(token in subjects for token in range(mention.start, mention.end))
            ):
                found.append(mention)
        return sorted(found, key=lambda mention: min(abs(mention.start - end), abs(start - mention.end)))

    def _is_pair(self, index: int) -> bool:
        """Say whether "both", "the two", "beide" speaks of two states: alone, or before "countries"."""
        tokens = self.who.analysis.tokens
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.pos in {Pos.NOUN, Pos.ADJ, Pos.PROPN}:
            return following.lower in _STATE_NOUNS
        definite = index > 0 and tokens[index - 1].lower in {"the", "die", "den"}
        return tokens[index].lower in {"both", "beide"} or (
            definite and tokens[index].lower in {"two", "beiden", "zwei"}
        )

    def _pair(self, index: int) -> None:
        refs = self._last_pair(index)
        if len(refs) != 2:  # noqa: PLR2004 - a pair
            return
        noun = (
            index + 1
            if index + 1 < len(self.who.analysis.tokens) and self.who.analysis.tokens[index + 1].lower in _STATE_NOUNS
            else index
        )
        found = tuple(replace(ref, reason="the last pair named") for ref in refs)
        self.who.links[index] = self.who.links[noun] = found
        self.discourse.add(noun, found, frozenset({"p", "pair"}))

    def _last_pair(self, index: int) -> Refs:
        single: dict[str, ActorRef] = {}
        for entity in self.discourse.recent(index):
            if "pair" in entity.kinds:
                return entity.refs
            for ref in entity.refs:
                if not entity.place and ref.actor in self.gazetteer.states:
                    single.setdefault(ref.actor, ref)
        return tuple(reversed(list(single.values())[:2]))

    def _host(self, index: int) -> None:
        """Link "the host", "der Gastgeber" to somebody of the state whose capital the report names as the place."""
        places = {
            mention.actor for mention in self.who.mentions if mention.use in {Use.DATELINE, Use.PLACE} and mention.actor
        }
        for entity in (*self.discourse.recent(index, 60),):
            named = entity.mention
            if (
                named is not None
                and named.kind is MentionKind.PERSON
                and entity.refs
                and entity.refs[0].actor in places
            ):
                refs = (replace(entity.refs[0], reason="the host of the place"),)
                self.who.links[index] = refs
                self.discourse.add(index, refs, entity.kinds, named)
                return

    def _describe(self, index: int) -> None:
        """Link a noun that takes up an actor: "das Land", "the alliance", "die Organisation"; "sein Land" is his state."""
        kinds = self.descriptions[self.who.analysis.tokens[index].lower]
        named = self.who.by_token.get(index + 1)
        if named is not None and named.actor is not None:
            self._appose(index, named, kinds)
            return
        owner = self._possessor(index)
        if owner is not None:
            if "state" in kinds and owner.actor in self.gazetteer.states:
                self.who.links[index] = (replace(owner, reason="the state of the one named before"),)
            return
        if not self._is_definite(index):
            return
        for entity in self.discourse.recent(index):
            fitting = tuple(
                ref for ref in entity.refs if self.gazetteer.type_of(ref.actor) in kinds or ref.actor in kinds
            )
            if fitting and len(entity.refs) == 1 and not entity.place:
                self.who.links[index] = (replace(fitting[0], person=None, reason="a noun that takes it up"),)
                return

    def _appose(self, index: int, named: Mention, kinds: frozenset[str]) -> None:
        """Let a noun before a name give it its gender: "**die Fraktion** Die Linke … **Sie** fordert"."""
        if named.actor is None or self.gazetteer.type_of(named.actor) not in kinds:
            return
        ref = ActorRef(named.actor, None, named.authority, named, named.reason)
        self.who.links[index] = (ref,)
        gender = _noun_gender(self.german, self.who.analysis.tokens[index].lower)
        self.discourse.add(index, (ref,), frozenset({gender or "n"}), named)

    def _is_definite(self, index: int) -> bool:
        tokens = self.who.analysis.tokens
        before = tokens[index - 1].lower if index else ""
        return before in {
            "the",
            "das",
            "die",
            "der",
            "dem",
            "den",
            "des",
            "this",
            "dieses",
            "diese",
            "dieser",
            "diesem",
        }


@cache
def _descriptions(german: bool) -> dict[str, frozenset[str]]:  # noqa: FBT001 - a language has two values here
    return {form: frozenset(alternatives(row["kinds"])) for form, row in _description_rows(german)}


def _noun_gender(german: bool, word: str) -> str:  # noqa: FBT001 - as above
    return next((row["gender"] for form, row in _description_rows(german) if form == word), "")


def _description_rows(german: bool) -> list[tuple[str, Row]]:  # noqa: FBT001 - as above
    rows = [row for row in read_table("descriptions") if row["language"] == ("de" if german else "en")]
    endings = ("", "s", "es") if german else ("",)
    return [(row["noun"].lower() + ending, row) for row in rows for ending in endings]
