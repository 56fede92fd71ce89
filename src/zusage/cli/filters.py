"""Which entries a person wants to see: the options of ``zusage ledger``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

import click

from zusage.dossier import Dossier
from zusage.model.values import ConditionType, Firmness
from zusage.workflow.lookups import EntryFilter

Days = tuple[str, str]


def days_of(ctx: click.Context, option: click.Parameter, value: str | None) -> Days | None:  # noqa: ARG001 - Click's signature
    """Check a day, or one and another with two dots between."""
    if value is None:
        return None
    first, _, last = value.partition("..")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as problem:
        raise click.BadParameter(f"{value!r} is no day; write 2025-09-04 or 2025-09-04..2025-09-10") from problem
    if days[0] > days[1]:
        raise click.BadParameter(f"{value!r} ends before it begins")
    return days[0].isoformat(), days[1].isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What an entry has to be; None is anything. ``days`` are a first and a last one, both inclusive."""

    actor: str | None = None
    measure: str | None = None
    firmness: str | None = None
    condition: str | None = None
    roots: int = 0
    days: Days | None = None
    reviewed: bool | None = None
    unsure: bool = False

    def refuse_unknown(self, measures: Sequence[str]) -> None:
        """Refuse values that no entry can ever have."""
        lists = {"measure": measures, "firmness": tuple(Firmness), "condition": tuple(ConditionType)}
        for name, values in lists.items():
            value: str | None = getattr(self, name)
            if value is not None and value not in values:
                close = get_close_matches(value, values, n=1)
                hint = f"did you mean {close[0]}?" if close else f"one of: {', '.join(values)}"
                raise click.BadParameter(f"there is no {name} {value!r}; {hint}", param_hint=f"--{name}")

    def entries(self, actors: Iterable[str], dossier: Dossier) -> EntryFilter:
        """Return what lookups are asked for; ``actors`` are those of the ledger, of which those of this name are meant."""
        named: tuple[str, ...] = ()
        if self.actor is not None:
            named = tuple(each for each in actors if _is_named(each, self.actor, dossier)) or (self.actor,)
        return EntryFilter(
            actors=named,
            measures=(self.measure,) if self.measure is not None else (),
            firmness=self.firmness,
            condition=self.condition,
            roots=self.roots,
            since=self.days[0] if self.days else None,
            until=self.days[1] if self.days else None,
            reviewed=self.reviewed,
            unsure=self.unsure,
        )


def _is_named(actor: str, wanted: str, dossier: Dossier) -> bool:
    """Say whether an actor has this id, or this name in one of the languages."""
    from zusage.cli.words import Labels  # noqa: PLC0415 - only to filter

    names = (Labels(language, dossier).actor(actor).casefold() for language in ("de", "en"))
    return wanted == actor or wanted.casefold() in names
