"""What is said, by whom, and by which words: the values that attribution gives. Uses actors and the codebook's values.

All runs are token runs ``(start, end)``, half-open, in document order.
"""

from __future__ import annotations

from enum import StrEnum

from zusage.model.records import record
from zusage.model.values import Voice
from zusage.reading.actors import ActorRef

Run = tuple[int, int]


class Form(StrEnum):
    """How something is said."""

    DIRECT = "direct"  # in quotation marks
    INDIRECT = "indirect"  # beside words that say who says it: "…, sagte er", "laut Polizei", "according to"
    FREE = "free"  # goes on after somebody's words without naming them again: "Die Lage sei ernst."


@record(frozen=True, slots=True)
class Said:
    """Who says a clause, by which rule and which words: ``told``, the runs of the clause or phrase that says who."""

    speakers: tuple[ActorRef, ...]
    voice: Voice
    rule: str
    told: tuple[Run, ...]

    @property
    def start(self) -> int:
        """The first token of the words that say who."""
        return self.told[0][0]

    @property
    def end(self) -> int:
        """The end of these words."""
        return self.told[-1][1]

    @property
    def speaker(self) -> ActorRef | None:
        """The first speaker."""
        return self.speakers[0] if self.speakers else None

    def speaker_for(self, actor: str) -> ActorRef | None:
        """The speaker who acts for an actor, of several who say it together; the first speaker if none does."""
        return next((ref for ref in self.speakers if ref.actor == actor), self.speaker)


@record(frozen=True, slots=True, kw_only=True)
class Speech:
    """Something said in a report: the message, and the words around it that say whose it is.

    ``source``: the words that name who says it, None if nobody is named ("es heißt"); ``cue``: the tokens that make it
    speech ("teilte … mit", "laut"); ``frame``: the rest of the sentence that carries both; ``addressee``: to whom.
    ``clauses``: the outermost clauses of the message, () for words within a clause. ``nested``: it lies in the message
    of another speech. ``rule``: what found it; ``told``: by which words, which for free speech stand before it.
    """

    message: tuple[Run, ...]
    form: Form
    rule: str
    told: tuple[Run, ...]
    source: Run | None = None
    cue: tuple[int, ...] = ()
    frame: tuple[Run, ...] = ()
    addressee: Run | None = None
    speakers: tuple[ActorRef, ...] = ()
    clauses: tuple[int, ...] = ()
    nested: bool = False

    @property
    def voice(self) -> Voice:
        """Whose words they are."""
        return Voice.QUOTED if self.form is Form.DIRECT else Voice.REPORTED
