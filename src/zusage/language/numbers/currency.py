"""Which currency is meant: "Kronen" by the adjective before it or by the actor's country. Uses the lexicons only.

Source: ISO 4217; the families are in `data/families.tsv`.
"""

from __future__ import annotations

from functools import cache

from zusage.language.numbers.lexicon import read_rows


@cache
def _families() -> dict[tuple[str, str], str]:
    return {(family, country): code for family, country, code in read_rows("numbers", "families.tsv", 3)}


def resolve_currency(family: str, country: str | None = None) -> str | None:
    """Return the ISO 4217 code of a currency's family ("dollar", "pound", "krone") in a country, None if it stays open.

    ``country``: ISO 3166-1 alpha-2 in lower case; one that has no such currency counts like none: then "dollar" is USD,
    "pound" GBP, and "krone" is open.
    """
    families = _families()
    return families.get((family, country or "-"), families.get((family, "-")))
