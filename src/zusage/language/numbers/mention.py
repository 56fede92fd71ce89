"""What a number in a text is: its words, its interval, and what it counts. Standard library only."""

from __future__ import annotations

from enum import StrEnum

from zusage.model.records import record

Offsets = tuple[int, int]


class QuantityKind(StrEnum):
    """What sort of thing a number measures."""

    COUNT = "count"  # of persons or items: see `QuantityMention.noun`
    MONEY = "money"
    PERCENT = "percent"
    SHARE = "share"  # "die Hälfte", "two-thirds": min and max are fractions of 1
    DURATION = "duration"  # "drei Jahre"
    MEASURE = "measure"  # kilometres, tonnes, megawatts
    FORMATION = "formation"  # "eine Kompanie", "two battalions": persons, but how many is not said


@record(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A number in a text: `text[start:end]` with modifiers and unit, `number` without them.

    ``min``, ``max``: the codebook's interval, a side that the words leave open is None; both are None for "eine
    Kompanie" (persons, number unknown). ``currency``: ISO 4217, None where the words leave it open ("Kronen" without a
    country); ``currency_family``, then and for "Dollar", "$", "Pfund": what `resolve_currency` resolves by country.
    ``noun``: the counted noun after it ("Soldaten"; of "police officers" the second); ``following``: the words up to
    the noun's end, else the next few. ``vague``: "mehrere", "hundreds of". ``approximate``: "rund", "about".
    ``modifier``: the words before the number that bound it.
    """

    start: int
    end: int
    number: Offsets
    min: float | None
    max: float | None
    kind: QuantityKind
    currency: str | None = None
    currency_family: str | None = None
    unit: Offsets | None = None
    noun: Offsets | None = None
    following: Offsets | None = None
    modifier: Offsets | None = None
    vague: bool = False
    approximate: bool = False
