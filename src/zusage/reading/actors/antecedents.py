"""Whom an office without an owner means: "der Kanzler", "the prime minister", "ihr Außenminister", "das Parlament".

First a person of the report who holds it, then the state last spoken of whose holder fits, then the office's usual
state. Uses the discourse and the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zusage.language.analysis import Link, Mood, Pos, Tense
from zusage.model.values import Authority
from zusage.reading.actor_tables import words
from zusage.reading.actors.discourse import Discourse, Entity
from zusage.reading.actors.gazetteer import Gazetteer
from zusage.reading.actors.mention import ActorRef, Gender, Mention, MentionKind, Use
from zusage.reading.actors.records import PersonRecord, is_federal

_UNHELD = words("unheld-offices")
_FEDERATIONS = words("federal-states")
_CHANCELLORS = words("chancellor-states")
_USUAL = {"chancellor": "de", "federal-president": "de", "commission-president": "eu"}
_ANY_MINISTER = "other-minister"
_DEFINITE = words("definite")
_PLACE_PENALTY = 0.5
_NEAR = 2
_OFTEN = 3
_ESTABLISHED = 2.0
_FAR = 60
_OF = frozenset({"von", "aus", "of", "from"})
_COUNTED_WITHIN = 4  # tokens: "von mehr als 23"
_BESIDE = 1.5
"""How far a state may be whose minister somebody unknown is: the subject one sentence back, or in his own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate: how far back it is (sentences, with penalties), actor and person."""

    distance: float
    actor: str
    person: str | None
    mention: Mention | None
    reason: str


@dataclass(frozen=True, slots=True)
class Offices:
    """Looks up whom an office alone means."""

    gazetteer: Gazetteer
    discourse: Discourse
    on: date | None

    def counterpart(self, mention: Mention) -> ActorRef | None:
        """Return "his Ukrainian counterpart": whoever holds the office of the last person spoken of in that state."""
        if mention.actor is None:
            return None
        for entity in self.discourse.recent(mention.head):
            ref = entity.refs[0] if entity.refs else None
            record = self.gazetteer.persons.get(ref.person) if ref is not None and ref.person is not None else None
            tenure = record.tenure(self.on) if record else None
            if tenure is None or tenure.actor == mention.actor:
                continue
            office = "lead" if tenure.rank == 0 else tenure.office
            holder = self.gazetteer.holder(mention.actor, office, self.on)
            if holder is not None:
                rank = self.gazetteer.ranks.get(tenure.office)
                return ActorRef(mention.actor, holder.slug, rank, mention, "the same office of another state")
        return None

    def meant(self, mention: Mention, owner: ActorRef | None) -> ActorRef | None:
        """Return whom an office without an owner means at its place; ``owner``: of a possessive before it."""
        if owner is not None:
            return self._owned(mention, owner)
        if mention.plural or self._is_of_many(mention):
            return None
        choices = list(self._choices(mention))
        if not choices:
            return None
        best = min(choices, key=lambda choice: choice.distance)
        return ActorRef(best.actor, best.person, self._authority(mention, best.person), best.mention, best.reason)

    def _is_of_many(self, mention: Mention) -> bool:
        """Say whether those of many states are told of, whatever the form: "**Vertreter von 23 Staaten** haben beraten"."""
        tokens = self.discourse.analysis.tokens
        if mention.end + 1 >= len(tokens) or tokens[mention.end].lower not in _OF:
            return False
        return any(token.pos is Pos.NUM for token in tokens[mention.end + 1 : mention.end + _COUNTED_WITHIN])

    def _owned(self, mention: Mention, owner: ActorRef) -> ActorRef | None:
        if owner.actor not in self.gazetteer.states and owner.actor not in self.gazetteer.organisations:
            return None
        person = self._holder(owner.actor, mention)
        slug = person.slug if person else None
        return ActorRef(owner.actor, slug, mention.authority, owner.mention, "the office of the one named before")

    def _authority(self, mention: Mention, person: str | None) -> Authority | None:
        return mention.authority if person is None or mention.authority is not None else Authority.OFFICIAL

    def _holder(self, actor: str, mention: Mention) -> PersonRecord | None:
        if mention.plural or mention.office is None or mention.office in _UNHELD:
            return None
        person = self.gazetteer.holder(actor, mention.office, self.on)
        if person is not None and mention.gender and person.gender and person.gender != mention.gender:
            return None
        return person

    def _choices(self, mention: Mention) -> Iterator[Choice]:
        if mention.person is not None:
            yield from self._of_stranger(mention)
            return
        held = mention.office not in _UNHELD and not mention.plural
        if held:
            yield from self._repeated(mention)
            yield from self._persons(mention)
        elif mention.office == _ANY_MINISTER:
            yield from self._ministers(mention)
        yield from self._states(mention, held=held)
        usual = _USUAL.get(mention.office or "")
        if usual is None and is_federal(self.discourse.analysis.tokens[mention.head].text):
            usual = "de"
        if held and usual is not None:
            person = self._holder(usual, mention)
            if person is not None:
                yield Choice(_FAR, usual, person.slug, None, "the office's usual holder on the day")

    def _of_stranger(self, mention: Mention) -> Iterator[Choice]:
        """Yield the states that somebody unknown with an office can serve: "Peru gibt mehr. **Außenminister Luis Rojas** …".

        The state has acted in the sentence before or stands in the same one, and nobody else is known to hold the office.
        """
        here, held = self.discourse.sentence(mention.head), mention.office not in _UNHELD
        for entity in self.discourse.recent(mention.head, _NEAR):
            distance = here - entity.sentence + 0.5 + self._weakness(entity, mention)
            if (held and distance > _BESIDE) or not _is_topic(entity.mention):
                continue
            for ref in entity.refs:
                if self._can_have(ref.actor, mention) and self._is_open(ref.actor, mention):
                    yield Choice(distance, ref.actor, None, entity.mention, "the state last spoken of")
        if held and is_federal(self.discourse.analysis.tokens[mention.head].text):
            yield Choice(_FAR, "de", None, None, "the office's usual state")

    def _is_open(self, actor: str, mention: Mention) -> bool:
        """Say whether nobody is known to hold the office in a state."""
        return mention.office is None or self.gazetteer.holder(actor, mention.office, self.on) is None

    def _repeated(self, mention: Mention) -> Iterator[Choice]:
        """Yield who holds the office by the words before: "**Perus Außenminister** kam. Chile dankte. **Der Außenminister** …".

        Also beside a colleague: "Innenministerin Liis Kask und **der Außenminister**".
        """
        tokens, here = self.discourse.analysis.tokens, self.discourse.sentence(mention.head)
        if mention.start == 0 or tokens[mention.start - 1].lower not in _DEFINITE:
            return
        for entity in self.discourse.recent(mention.head, _NEAR + 1):
            named = entity.mention
            if named is None or len(entity.refs) != 1 or not self._can_have(entity.refs[0].actor, mention):
                continue
            beside = (
                named.end == mention.start - 2 and tokens[named.end].lower in ("und", "and") and _is_minister(named)
            )
            same = named.kind is MentionKind.OFFICE and named.office == mention.office
            if same or beside:
                ref = entity.refs[0]
                person = ref.person if same else getattr(self._holder(ref.actor, mention), "slug", None)
                distance = max(here - entity.sentence - 1, 0)
                yield Choice(distance, ref.actor, person, named, "the office last spoken of")
                return

    def _persons(self, mention: Mention) -> Iterator[Choice]:
        seen: set[str] = set()
        here = self.discourse.sentence(mention.head)
        for entity in self.discourse.recent(mention.head, _FAR):
            named = entity.mention
            if named is None or named.kind is not MentionKind.PERSON or named.person is None or named.person in seen:
                continue
            seen.add(named.person)
            ref = entity.refs[0] if entity.refs else None
            if ref is not None and self._holds(named, ref, mention):
                distance = float(here - entity.sentence)
                if self.discourse.persons[named.person] >= _OFTEN:  # the report's own prime minister
                    distance = min(distance, _ESTABLISHED) - _ESTABLISHED
                yield Choice(distance, ref.actor, named.person, named, "somebody of the report who holds the office")

    def _ministers(self, mention: Mention) -> Iterator[Choice]:
        """Yield ministers named before: "Außenministerin Liis Kask … **die Ministerin**"; one of many sentences ago is far."""
        tokens, here = self.discourse.analysis.tokens, self.discourse.sentence(mention.head)
        if mention.start == 0 or tokens[mention.start - 1].lower not in _DEFINITE:
            return
        for entity in self.discourse.recent(mention.head, _FAR):
            named = entity.mention
            if named is None or named.person is None or not entity.refs or not _is_minister(named):
                continue
            if not (mention.gender and named.gender and mention.gender != named.gender):
                ref = entity.refs[0]
                distance = min(here - entity.sentence, 1)
                yield Choice(distance, ref.actor, ref.person, named, "the minister last spoken of")
                return

    def _holds(self, named: Mention, ref: ActorRef, mention: Mention) -> bool:
        if mention.gender and named.gender and mention.gender != named.gender:
            return False
        if named.office == mention.office and not ref.actor.startswith("person:"):
            return True
        holder = self._holder(ref.actor, mention)
        return holder is not None and holder.slug == named.person

    def _can_have(self, actor: str, mention: Mention) -> bool:
        """Say whether a state has such an office: a Bundesminister is of a federation, Germany has no premier."""
        if is_federal(self.discourse.analysis.tokens[mention.head].text):
            return actor in _FEDERATIONS
        chancellors = mention.office == "prime-minister" and actor in _CHANCELLORS
        return actor in self.gazetteer.states and not chancellors

    def _weakness(self, entity: Entity, mention: Mention) -> float:
        """Return how much less a state is the topic: as a place, as no subject, as what a speaker tells of.

        Example: in "Estonia, the prime minister said, had offered a company" the prime minister is not Estonia's, but in
        "Estonia sends 40; more would follow, the prime minister said" he is.
        """
        source = entity.mention is not None and entity.mention.use is Use.SOURCE  # "Aus Lima kommen 40"
        weakness = (_PLACE_PENALTY if entity.place else 0.0) + (0.0 if entity.subject or source else 1.0)
        number = self.discourse.clause_of.get(mention.head)
        stranger = mention.person is not None and self._is_told_plainly(entity)
        if number is not None and not stranger and entity.sentence == self.discourse.sentence(mention.head):
            weakness += 2.0 if self._is_set_into(number, entity) else 0.0
        return weakness

    def _is_told_plainly(self, entity: Entity) -> bool:
        """Say whether what a state does is told as it is: "**Peru sends** a ship, Health Minister Rosa Quispe said".

        Not "Albania had offered 60 soldiers, Brigadier Beat Moser said", who may be another's.
        """
        if self.discourse.analysis.language == "de":
            return False  # measured: there he is as often another's
        number = self.discourse.clause_of.get(entity.token)
        verb = self.discourse.analysis.clauses[number].verb if number is not None else None
        return verb is not None and verb.mood is Mood.INDICATIVE and verb.tense in (Tense.PRESENT, Tense.FUTURE)

    def _is_set_into(self, number: int, entity: Entity) -> bool:
        """Say whether a remark tells who says what the entity's own clause tells: not one further on."""
        clauses, clause_of = self.discourse.analysis.clauses, self.discourse.clause_of
        if clauses[number].link is not Link.PARENTHESIS:
            return False
        before = next(
            (clause_of[i] for i in range(clauses[number].start - 1, entity.token, -1) if i in clause_of), None
        )
        own = clause_of.get(entity.token)
        return before is None or before == own or clauses[before].link not in (Link.ROOT, Link.COORDINATE)

    def _states(self, mention: Mention, *, held: bool) -> Iterator[Choice]:
        here = self.discourse.sentence(mention.head)
        for entity in self.discourse.recent(mention.head, _FAR if held else _NEAR):
            distance = here - entity.sentence + 0.5 + self._weakness(entity, mention)
            for ref in entity.refs:
                if not self._can_have(ref.actor, mention) or not _is_topic(entity.mention):
                    continue
                person = self._holder(ref.actor, mention)
                if person is not None or not held:
                    yield Choice(
                        distance, ref.actor, person.slug if person else None, entity.mention, "the state last spoken of"
                    )
            if distance > _NEAR + 4 and held:
                return


def _is_minister(named: Mention) -> bool:
    return named.office is not None and named.office.endswith("minister") and named.office != "prime-minister"


def _is_topic(mention: Mention | None) -> bool:
    return mention is None or mention.gender is not Gender.UNKNOWN or mention.kind is not MentionKind.COLLECTIVE
