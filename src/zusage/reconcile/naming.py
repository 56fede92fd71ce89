"""What actors, persons and values are called, with the names of one dossier: for pages, tables and mails alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from babel import Locale

from zusage.model.fields import is_actor
from zusage.model.values import ConditionType
from zusage.reconcile.wording import actor_label, label, person_label

if TYPE_CHECKING:  # processes of a rebuild need no dossier
    from zusage.dossier import Dossier


class AnyCondition(Protocol):
    """A condition of a statement, an entry or a page."""

    @property
    def type(self) -> str:
        """One of the codebook's."""

    @property
    def of(self) -> str | None:
        """The actor that it is about."""

    @property
    def n(self) -> int | None:
        """How many."""

    @property
    def measure(self) -> str | None:
        """With what."""


@dataclass(frozen=True, slots=True)
class Names:
    """Labels in one language; a value without a label is shown as it is."""

    language: str
    dossier: Dossier

    def actor(self, actor: str) -> str:
        """An actor's name, with a capital."""
        known = self.dossier.actor(actor)
        names = known.names.in_language(self.language) if known else ()
        words = names[0] if names else actor_label(actor, self.language)
        return words[:1].upper() + words[1:]

    def person(self, slug: str) -> str:
        """A person's name."""
        known = self.dossier.person(slug)
        names = known.names.in_language(self.language) if known else ()
        return names[0] if names else person_label(slug)

    def speaker(self, speaker: str | None) -> str:
        """Who says it: a person's name, an actor's, or nothing."""
        if speaker is None:
            return ""
        if self.dossier.person(speaker) or not (":" in speaker or "-" not in speaker or self.dossier.actor(speaker)):
            return self.person(speaker)
        return self.actor(speaker)

    def value(self, sort: str, value: str) -> str:
        """A value of one of the codebook's lists: `measure`, `firmness`, `condition`, `mode`, …."""
        return label(sort, value, self.language)

    def measure(self, measure: str) -> str:
        """A measure's name."""
        return label("measure", measure, self.language)

    def firmness(self, firmness: str) -> str:
        """A firmness as a participle."""
        return label("firmness", firmness, self.language)

    def condition_type(self, condition: str) -> str:
        """A sort of condition, without what it is of."""
        return label("condition", condition, self.language)

    def conditions(self, conditions: Sequence[AnyCondition], logic: str | None) -> str:
        """Join conditions: "a ceasefire + approval by parliament (Germany)"; empty without one."""
        sign = " / " if logic == "any" else " + "
        return sign.join(dict.fromkeys(self.condition(each) for each in conditions))

    def condition(self, each: AnyCondition) -> str:
        """One condition, with the actor, the number or the measure that it names."""
        words = label("condition", str(each.type), self.language)
        named = each.of if each.type != ConditionType.US_SUPPORT else None  # the words say of whom
        more = [self.actor(named)] if named else []
        more += [f"≥ {each.n}"] if each.n else []
        more += [self.measure(each.measure)] if each.measure else []
        return f"{words} ({', '.join(more)})" if more else words


@cache
def states(language: str) -> tuple[tuple[str, str], ...]:
    """The ids of all states with their names in a language, by name."""
    named = Locale.parse(language).territories.items()
    found = ((code.lower(), str(name)) for code, name in named if len(code) == 2 and is_actor(code.lower()))  # noqa: PLR2004 - ISO 3166
    return tuple(sorted(found, key=lambda each: each[1]))
