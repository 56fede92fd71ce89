"""Cities by their German and English names: the capitals of the actors' data and the meeting places of `cities.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zusage.reading.actors.tables import alternatives, read_table
from zusage.reading.lexicon import load_places


@cache
def cities() -> Mapping[str, str]:
    """Names of cities in lower case → their English name."""
    found: dict[str, str] = {}
    for row in read_table("states"):
        english = alternatives(row["capitals_en"])
        for name in (*alternatives(row["capitals_de"]), *english):
            if english:
                found.setdefault(name.lower(), english[0])
    return found | load_places()


def city_named(words: str) -> str | None:
    """The English name of a city, None if the words name none that is known; a German genitive -s is allowed."""
    lower = words.lower()
    found = cities().get(lower)
    return found if found is not None or not lower.endswith("s") else cities().get(lower[:-1])
