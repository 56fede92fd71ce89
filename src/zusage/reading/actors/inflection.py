"""Inflected forms of the lexicon's words, so that looking up needs no lemmas.

German nouns are inflected by their ending ("des Außenministers", "die Außenministerinnen"), English
ones by theirs. Uses the lexicon's tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zusage.reading.actor_tables import word_list

_WEAK = word_list("weak-endings", "de")
_ADJECTIVAL = word_list("adjectival-nouns", "de")


class Form(NamedTuple):
    """A form with its gender ("m", "f", "" for both) and whether it can only be plural."""

    text: str
    gender: str
    plural: bool


def german_adjective(stem: str) -> tuple[str, ...]:
    """Return the declined forms of an adjective: "estnisch" gives estnische, estnischer and so on.

    Example: "Die estnischen Soldaten bleiben zu Hause."
    """
    return (stem, *(stem + ending for ending in ("e", "er", "es", "en", "em")))


def german_people(noun: str) -> Iterator[Form]:
    """Yield the forms of a word for a people: "Norweger", or weak with its feminine, "Franzose=Französin".

    Example: "Den Franzosen reicht das nicht, die Norwegerinnen zögern."
    """
    base, _, feminine = noun.partition("=")
    if base.endswith("er"):
        yield from (Form(base, "m", False), Form(base + "s", "m", False), Form(base + "n", "", True))
        feminine = base + "in"
    elif base == "Deutsche":
        yield from (Form(base, "", False), Form("Deutschen", "", True), Form("Deutscher", "m", False))
    elif feminine:
        yield from (Form(base, "m", False), Form(base + "n", "", True))
    else:
        yield Form(base, "", base.endswith(("n", "s")))
    if feminine:
        yield from (Form(feminine, "f", False), Form(feminine + "nen", "f", True))


def german_office(noun: str) -> Iterator[Form]:
    """Yield the forms of a word for an office or a role, from its nominative masculine singular.

    Example: "Dem Sondergesandten widersprach die Außenministerin."
    """
    lower = noun.lower()
    if lower.endswith(_ADJECTIVAL):
        yield from (
            Form(noun, "", False),
            Form(noun + "r", "m", False),
            Form(noun + "n", "", False),
            Form(noun + "m", "m", False),
        )
    elif lower.endswith("er"):
        yield from (Form(noun, "m", False), Form(noun + "s", "m", False), Form(noun + "n", "", True))
        yield from _feminine(noun)
    elif lower.endswith("mann"):
        yield from (Form(noun, "m", False), Form(noun + "s", "m", False), Form(noun + "es", "m", False))
    elif lower.endswith("e"):
        yield from (Form(noun, "m", False), Form(noun + "n", "", False))
        yield from _feminine(noun[:-1])
    elif lower.endswith(_WEAK):
        yield from (Form(noun, "m", False), Form(noun + "en", "", False))
        yield from _feminine(noun)
    elif lower.endswith("or"):
        yield from (Form(noun, "m", False), Form(noun + "s", "m", False), Form(noun + "en", "", True))
        yield from _feminine(noun)
    else:
        yield from (
            Form(noun, "m", False),
            Form(noun + "s", "m", False),
            Form(noun + "e", "", True),
            Form(noun + "es", "m", False),
        )
        yield from _feminine(noun)


def _feminine(stem: str) -> Iterator[Form]:
    yield from (Form(stem + "in", "f", False), Form(stem + "innen", "f", True))


def english_office(noun: str) -> Iterator[Form]:
    """Yield singular and plural: "prime ministers", "secretaries of state"; "spokesman" is masculine."""
    head, of, rest = noun.partition(" of ")
    plural = head[:-1] + "ies" if head.endswith("y") and head[-2:-1] not in "aeou" else head + "s"
    if head.endswith("man"):
        gender, plural = ("f" if head.endswith("woman") else "m"), head[:-2] + "en"
    else:
        gender = ""
    yield Form(noun, gender, False)
    yield Form(plural + of + rest, gender if head.endswith("woman") else "", True)


def marked_form(cell: str) -> Form:
    """Return a form with its mark in front: "f:Königin", "p:heads of state"; without a mark the gender is open."""
    mark, colon, text = cell.partition(":")
    if not colon or mark not in {"m", "f", "p"}:
        return Form(cell, "", False)
    return Form(text, "" if mark == "p" else mark, mark == "p")


def german_genitive(name: str) -> str:
    """Return a name with its genitive ending, "Norwegens"; none after s, x, z, ß and on abbreviations: "Paris"."""
    return name if name[-1] in "sxzß" or name.isupper() else name + "s"
