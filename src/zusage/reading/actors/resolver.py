"""Resolving a report's mentions and pronouns, once through its tokens. Uses the walk and its rules.

Source: codebook, section 1: an office alone gets its holder at the report's date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from zusage.language.analysis import Analysis, ClauseKind, Link, Phrase, Pos
from zusage.reading.actor_tables import words
from zusage.reading.actors.antecedents import Offices
from zusage.reading.actors.discourse import kinds_of, open_discourse, pronouns
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import ActorRef, Gender, Mention, MentionKind, Use
from zusage.reading.actors.pronoun_links import link_pronoun
from zusage.reading.actors.take_ups import link_noun, taking_up
from zusage.reading.actors.walk import Walk
from zusage.reading.actors.who import Refs, Who

_BODIES = {"government": Gender.FEMININE, "parliament": Gender.NEUTER}
_PERSONS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ROLE})
_GOVERNMENTS = frozenset({"regierung", "government"})
_WHOSE = frozenset({"in", "of", "von"})
_GOVERNING = _GOVERNMENTS | {"leader", "president", "minister", "ministry", "army", "military", "ministerium"}
_IN_ROWS = frozenset({MentionKind.COLLECTIVE, MentionKind.OFFICE, MentionKind.STATE})
_JOINING = frozenset({"and", "und", ",", "sowie", "&"})
_SHORTEST_ROW = 2
"""Tokens before the last adjective's noun: another adjective, and what joins them."""
_ARTICLES = words("articles")
_OF_PARTIES = ("-politiker", "-politikerin")
_PAIR = 2
_RELATIVE_OWNER = "whose"


def resolve(
    analysis: Analysis, mentions: Sequence[Mention], on: date | None = None, *, gazetteer: Gazetteer | None = None
) -> Who:
    """Resolve offices alone, pronouns, possessives and pairs of a report's mentions.

    ``on`` as for `find_mentions`; ``gazetteer``: the one that found the mentions, the shipped one by default.
    """
    known = gazetteer or Gazetteer.build()
    by_token = {token: mention for mention in mentions for token in range(mention.start, mention.end)}
    who = Who(analysis, tuple(mentions), by_token, {})
    language = "de" if analysis.language == "de" else "en"
    discourse = open_discourse(analysis)
    _Resolver(Walk(who, discourse, known, language), Offices(known, discourse, on)).run()
    return who


_PEER = "counterpart"
_BELONGING = frozenset({"des", "to", "of"})


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Walks through the tokens once, resolving each from what was before it; ``settled``: persons by slug."""

    walk: Walk
    offices: Offices
    settled: dict[str, ActorRef] = field(default_factory=dict)

    def run(self) -> None:
        """Resolve everything; lists become entities of their own where they end."""
        walk, lists = self.walk, self._lists()
        known, nouns = pronouns(walk.language), taking_up(walk.language)
        for index, token in enumerate(walk.who.analysis.tokens):
            mention = walk.who.by_token.get(index)
            if mention is not None:
                if index == mention.start:
                    self._meet(mention)
            elif token.lower == _RELATIVE_OWNER:
                self._link_whose(index)
            elif not (token.lower in nouns and link_noun(walk, index)) and token.lower in known:
                link_pronoun(walk, index, known[token.lower])
            for phrase in lists.get(index, ()):
                self._list(phrase)

    def _link_whose(self, index: int) -> None:
        """Say whose something is in a relative clause: "Peru, **whose** doctors arrived on the third day"."""
        clause = self.walk.who.analysis.clause_at(index)
        if clause is not None and clause.kind is ClauseKind.RELATIVE and clause.anchor is not None:
            self.walk.link(index, self.walk.who.actors_at(clause.anchor))

    def _lists(self) -> dict[int, list[Phrase]]:
        """Return the coordinated phrases by their last token."""
        lists: dict[int, list[Phrase]] = {}
        for clause in self.walk.who.analysis.clauses:
            for phrase in clause.phrases:
                for part in phrase.walk():
                    if part.members:
                        lists.setdefault(part.end - 1, []).append(part)
        return lists

    def _list(self, phrase: Phrase) -> None:
        refs = self.walk.who.actors_of(phrase)
        if len({ref.actor for ref in refs}) > 1:
            kinds = frozenset({"p", "pair"} if len(refs) == _PAIR else {"p"})
            self.walk.discourse.add(phrase.head, refs, kinds)

    def _meet(self, mention: Mention) -> None:
        """Resolve a mention if it needs that, and make it an entity."""
        refs = self._refs(mention)
        if mention.use is Use.ADJECTIVE:
            return
        body = _BODIES.get(mention.office or "")
        gender = body or self._gender(mention, refs)
        person = mention.kind in _PERSONS and body is None
        kinds = kinds_of(mention, gender, person=person, plural=mention.plural, german=self.walk.german)
        self.walk.discourse.add(mention.head, refs, kinds, mention)

    def _gender(self, mention: Mention, refs: Refs) -> Gender:
        person = refs[0].person if refs else None
        record = self.walk.gazetteer.persons.get(person) if person is not None else None
        return (record.gender if record else Gender.UNKNOWN) or mention.gender

    def _refs(self, mention: Mention) -> Refs:
        """Return whom a mention stands for, and note it where the mention alone does not tell."""
        several = self._row(mention) or (self._seats(mention) if mention.kind is MentionKind.COLLECTIVE else ())
        if several:
            self.walk.link(mention.head, several)
            return several
        if mention.office == _PEER and mention.actor is None:
            mention = self._at_place(mention)
            if mention.actor is None:
                return ()
        ref = self.offices.counterpart(mention) if mention.office == _PEER else self._party_member(mention)
        if ref is None and mention.actor is not None and mention.office == _PEER and mention.use is Use.PLACE:
            ref = ActorRef(mention.actor, None, mention.authority, mention, "the peer at the place")
        if ref is None and mention.actor is not None:
            return (ActorRef(mention.actor, mention.person, mention.authority, mention, mention.reason),)
        ref = ref or self._unowned(mention)
        if ref is None:
            return ()
        self.walk.link(mention.head, (ref,))
        return (ref,)

    def _at_place(self, mention: Mention) -> Mention:
        """Give "his counterpart" the state of the one foreign place that his sentence or the one before names, if any.

        Example: "Peru's premier flies to Lusaka on Friday. She is to meet **her counterpart** there."
        """
        who = self.walk.who
        owner = self.walk.possessor(mention.start)
        here = next((k for k, s in enumerate(who.analysis.sentences) if s.start <= mention.head < s.end), None)
        if here is None or owner is None or mention.plural:
            return mention
        for sentence in (who.analysis.sentences[here], who.analysis.sentences[max(here - 1, 0)]):
            named = who.before(sentence.start, sentence.end)
            places = {m.actor for m in named if m.use is Use.PLACE and m.kind is MentionKind.STATE}
            foreign = places - {owner.actor, None}
            if foreign:
                one = next(iter(foreign)) if len(foreign) == 1 else None
                return replace(mention, actor=one, use=Use.PLACE)
        return mention

    def _row(self, mention: Mention) -> Refs:
        """Return whose governments or office-holders a row of adjectives names: "the Danish and Dutch governments".

        The last adjective may be part of the mention: "die peruanische und **chilenische Regierung**".
        """
        who = self.walk.who
        tokens = who.analysis.tokens
        if mention.kind not in _IN_ROWS or mention.use is Use.ADJECTIVE or mention.start < _SHORTEST_ROW:
            return ()
        found: list[ActorRef] = []
        if mention.actor is not None and mention.kind is not MentionKind.COLLECTIVE:
            if tokens[mention.start - 1].lower not in _JOINING or tokens[mention.start].lower in _ARTICLES:
                return ()
            found.append(ActorRef(mention.actor, None, mention.authority, mention, "the last of a row"))
        elif tokens[mention.head].lemma.lower() not in _GOVERNING:
            return ()
        at, joined = mention.start - 1, False
        while at >= 0:
            if found:
                if tokens[at].lower not in _JOINING:
                    break
                joined = joined or tokens[at].text != ","
                at -= 1 + (tokens[at - 1].text == ",")
            owner = who.by_token.get(at)
            if owner is None or owner.use is not Use.ADJECTIVE or owner.actor is None:
                break
            found.append(ActorRef(owner.actor, None, mention.authority, owner, "an adjective in a row"))
            at = owner.start - 1
        return tuple(reversed(found)) if joined and len(found) > 1 else ()

    def _seats(self, mention: Mention) -> Refs:
        """Return whose governments are meant: "the governments in Oslo and Rome", "die Regierungen Japans und Chiles"."""
        who, at = self.walk.who, mention.end
        tokens = who.analysis.tokens
        if tokens[mention.head].lemma.lower() not in _GOVERNMENTS or at + 1 >= len(tokens):
            return ()
        if tokens[at].lower not in _WHOSE and not (self.walk.german and at in who.by_token):
            return ()
        at -= tokens[at].lower not in _WHOSE
        at += tokens[at + 1].lower in _ARTICLES
        first = who.by_token.get(at + 1)
        clause = who.analysis.clause_at(at + 1)
        if first is None or clause is None or first.kind is not MentionKind.STATE:
            return ()
        return who.listed(first, clause.end)

    def _unowned(self, mention: Mention) -> ActorRef | None:
        if mention.person is not None and mention.person in self.settled:
            return self.settled[mention.person]
        if mention.kind is MentionKind.ROLE:
            return self._earlier_role(mention)
        if mention.person is None and self._is_bare_plural(mention):
            return None
        forces = self._of_own_forces(mention)
        meant = forces if self._decides_on_them(mention) else self._in_capital(mention)
        meant = meant or self.offices.meant(mention, self.walk.possessor(mention.start)) or forces
        return meant if mention.person is None else self._settle(mention, mention.person, meant)

    def _of_own_forces(self, mention: Mention) -> ActorRef | None:
        """Return whose body it is that nothing before names, by the forces it decides on.

        Example: "**Parliament** let 40 Dutch soldiers go".
        """
        if mention.office not in _BODIES:
            return None
        sentence = next((s for s in self.walk.who.analysis.sentences if s.start <= mention.head < s.end), None)
        start = sentence.start if sentence is not None and self._decides_on_them(mention) else mention.end
        following = range(start, sentence.end) if sentence is not None else ()
        named = {self.walk.who.by_token[i] for i in following if i in self.walk.who.by_token}
        forces = [m for m in named if m.kind is MentionKind.STATE and m.use is Use.METONYM and m.end - m.start > 1]
        if len({m.actor for m in forces}) != 1 or forces[0].actor is None:
            return None
        return ActorRef(forces[0].actor, None, mention.authority, forces[0], "the body that decides on its own forces")

    def _in_capital(self, mention: Mention) -> ActorRef | None:
        """Return whose office it is that speaks in a capital, where its state has just been spoken of.

        Example: "Peru will not take part, an adviser to **the president** said **in Lima**."
        """
        clause = self.walk.clause(mention.head)
        if clause is None or mention.plural or self.walk.possessor(mention.start) is not None:
            return None
        who = self.walk.who
        here = {
            m.actor for m in who.before(clause.start, clause.end) if m.use is Use.PLACE and m.kind is MentionKind.STATE
        }
        start = who.analysis.sentences[max(clause.sentence - 1, 0)].start
        told = [m for m in who.before(start, clause.start) if m.use is Use.NAME and m.kind is MentionKind.STATE]
        named = next((m for m in told if m.actor in here), None)
        if len(here) != 1 or named is None or named.actor is None or clause.link is not Link.PARENTHESIS:
            return None
        state = ActorRef(named.actor, None, mention.authority, named, "an office in the capital")
        led = {self.walk.word(mention.start - 1), self.walk.word(mention.start - 2)}
        return state if led & _BELONGING else self.offices.meant(mention, state)  # "ein Berater des Präsidenten"

    def _decides_on_them(self, mention: Mention) -> bool:
        """Say whether a body is what something has to be approved by: "must be approved **by parliament**"."""
        tokens = self.walk.who.analysis.tokens
        bare = mention.start > 0 and tokens[mention.start - 1].lower == "by"
        return bare and not self.walk.german and mention.office in _BODIES

    def _party_member(self, mention: Mention) -> ActorRef | None:
        """Return the person last named whom "der SPD-Politiker" takes up; the party's own word for a name that follows.

        Example: "Minister Jan Berg warb dafür. Es sei höchste Zeit, sagte der SPD-Politiker."
        """
        tokens = self.walk.who.analysis.tokens
        word, article = tokens[mention.head].lower, tokens[mention.start - 1].lower if mention.start else ""
        if mention.kind is not MentionKind.ROLE or article not in _ARTICLES or not word.endswith(_OF_PARTIES):
            return None
        following = tokens[mention.end] if mention.end < len(tokens) else None
        if following is None or following.pos is Pos.PROPN or mention.end in self.walk.who.by_token:
            return None
        persons = [entity for entity in self.walk.discourse.recent(mention.head) if entity.person and not entity.place]
        named = [entity for entity in persons if entity.mention is not None and entity.mention.person is not None]
        ref = next((entity.refs[0] for entity in (*(e for e in named if e.subject), *named)), None)
        return replace(ref, reason="the party's politician last named") if ref is not None else None

    def _is_bare_plural(self, mention: Mention) -> bool:
        """Say whether an office stands for several unnamed people: "Militärchefs und Außenminister", one form for both.

        A single office-holder has an article, a possessive or an adjective before the noun, or opens the sentence.
        """
        if mention.plural:
            return True
        if not self.walk.german or mention.start != mention.head:
            return False
        tokens = self.walk.who.analysis.tokens
        before = tokens[mention.start - 1] if mention.start else None
        return before is not None and (before.pos in (Pos.CCONJ, Pos.ADP, Pos.NUM) or before.text in {",", "darunter"})

    def _settle(self, mention: Mention, person: str, meant: ActorRef | None) -> ActorRef:
        """Give an unknown person with an office the state that the report speaks of."""
        if meant is None:
            ref = ActorRef(f"person:{person}", person, mention.authority, mention, "an office of nobody known")
        else:
            ref = replace(meant, person=person, mention=mention)
        self.settled[person] = ref
        return ref

    def _earlier_role(self, mention: Mention) -> ActorRef | None:
        """Return somebody named before in the role: "der Experte" after "der Rüstungsexperte Marek Aarfeldt"."""
        if mention.plural:
            return None
        tokens = self.walk.who.analysis.tokens
        word = tokens[mention.head].lemma.lower()
        for entity in self.walk.discourse.recent(mention.head):
            named = entity.mention
            if named is None or named.kind is not MentionKind.PERSON or named.office is None or not entity.refs:
                continue
            if any(tokens[token].lemma.lower().endswith(word) for token in range(named.start, named.head)):
                return entity.refs[0]
        return None
