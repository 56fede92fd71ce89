"""Cities, palaces and capitals by their German and English names: where a meeting is held.

The names are the capitals of the actors' data and the rows of `cities.tsv`; the adjectives ("Pariser", "Münchner") are made
from them. Uses the lexicons only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zusage.reading.actor_tables import alternatives, read_table
from zusage.reading.lexicon import load_places


@cache
def cities() -> Mapping[str, str]:
    """Names of cities and of the seats in them in lower case → the city's English name."""
    found: dict[str, str] = {}
    for row in read_table("states"):
        english = alternatives(row["capitals_en"])
        for name in (*alternatives(row["capitals_de"]), *english):
            if english:
                found.setdefault(name.lower(), english[0])
    found.update(load_places())
    return found


@cache
def capitals() -> Mapping[str, str]:
    """States by code → the English name of their capital."""
    return {row["iso"]: names[0] for row in read_table("states") if (names := alternatives(row["capitals_en"]))}


def capital_of(state: str) -> str | None:
    """The capital of a state, None if there is none: Brussels, too, which as a name of somebody who acts is the EU."""
    return "Brussels" if state == "be" else capitals().get(state)


@cache
def _states() -> Mapping[str, str]:
    return {city: state for state, city in capitals().items()}


def state_of(city: str) -> str | None:
    """The state whose capital a city is, None if it is no capital."""
    return _states().get(city)


@cache
def _adjectives() -> Mapping[str, str]:
    """German adjectives of cities in lower case → English name: "Pariser", "Münchner", "Brüsseler", "Haager"."""
    found: dict[str, str] = {}
    for name, city in cities().items():
        last = name.split()[-1]
        forms = [last + "er"]
        if last.endswith("en"):
            forms += [last[:-2] + "ner", last[:-2] + "er"]
        if last.endswith("el"):
            forms.append(last[:-2] + "ler")
        if last.endswith(("ich", "ier")):
            forms.append(last + "er")
        for form in forms:
            found.setdefault(form, city)
    return found


def city_named(words: str) -> str | None:
    """The English name of a city, None if the words name none that is known; a German genitive -s is allowed."""
    lower = words.lower()
    found = cities().get(lower)
    return found if found is not None or not lower.endswith("s") else cities().get(lower[:-1])


def city_of_adjective(word: str) -> str | None:
    """The English name of the city that a German adjective is made from: "Genfer" is Geneva's."""
    return _adjectives().get(word.lower()) if word[:1].isupper() else None
