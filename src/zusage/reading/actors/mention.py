"""What is found: mentions of actors in a text, and the actors that they stand for. Uses `zusage.model` only."""

from __future__ import annotations

from enum import StrEnum

from zusage.model.records import record
from zusage.model.values import Authority


class MentionKind(StrEnum):
    """What sort of thing is mentioned."""

    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"
    OFFICE = "office"  # an office without a name: "the Estonian prime minister", "der Kanzler"
    ROLE = "role"  # somebody who acts for nobody, without a name: "ein Experte"
    COLLECTIVE = "collective"


class Use(StrEnum):
    """How the words stand for the actor."""

    NAME = "name"
    ADJECTIVE = "adjective"  # "estnische Soldaten", "Polish troops", "Berliner Regierung"
    PEOPLE = "people"  # "die Esten", "the Dutch"
    METONYM = "metonym"  # a capital, seat, parliament or government word
    PLACE = "place"  # "in Paris", "nach Kiew": where, not who
    SOURCE = "source"  # "aus Washington hieß es", "in Den Haag heißt es"
    DATELINE = "dateline"  # "Paris, 4. September"
    DESCRIPTION = "description"  # an office, a role, a collective


class Gender(StrEnum):
    """Grammatical gender of the words (German), or a person's."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    UNKNOWN = ""


@record(frozen=True, slots=True)
class Mention:
    """One mention: token run ``[start, end)``, exact characters ``text[char_start:char_end]``, and what it stands for.

    ``head``: the token that carries it (of "der estnische Regierungschef": "Regierungschef"). ``actor``: a codebook id,
    or None for an office that only the report can resolve ("der Kanzler" is resolved later). ``person``: a slug.
    ``office``: an office id of the lexicon. ``plural``: takes a plural verb. ``reason``: the rule that made it.
    ``owner``: the state of people who do not speak for it, but may be sent by it ("40 Cuban doctors").
    """

    start: int
    end: int
    head: int
    char_start: int
    char_end: int
    kind: MentionKind
    use: Use
    actor: str | None
    reason: str
    person: str | None = None
    office: str | None = None
    authority: Authority | None = None
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    owner: str | None = None

    @property
    def acts(self) -> bool:
        """Say whether the words stand for somebody who acts, not for a place."""
        return self.use not in {Use.PLACE, Use.DATELINE}


@record(frozen=True, slots=True)
class ActorRef:
    """An actor that some words stand for.

    ``mention``: where the actor was named (before the words, for a pronoun); ``reason``: the rule.
    """

    actor: str
    person: str | None
    authority: Authority | None
    mention: Mention | None
    reason: str
