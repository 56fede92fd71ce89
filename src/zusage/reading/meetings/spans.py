"""How many days a report says that something lasts or has lasted: "a two-day summit", "zweitägig", "on the third day".

Whether it is the meeting that lasts so long is learned (`options`).
"""

from __future__ import annotations

from typing import Final

from zusage.reading.context import Context

_DAYS: Final = frozenset({"day", "days", "tag", "tage", "tagen"})
_LASTING: Final = "tägig"
_NUMBERS: Final = {
    "zwei": 2,
    "two": 2,
    "second": 2,
    "zweiten": 2,
    "zweiter": 2,
    "drei": 3,
    "three": 3,
    "third": 3,
    "dritten": 3,
    "dritter": 3,
    "vier": 4,
    "four": 4,
}


def lasting(context: Context) -> int:
    """How many days the first words that tell of several days name, 0 if none do.

    Examples: "a two-day summit", "beim zweitägigen Gipfel", "during the three days", "am zweiten Tag".
    """
    for i, token in enumerate(context.tokens):
        if _LASTING in token.lower:
            days = _NUMBERS.get(token.lower.split(_LASTING)[0].rstrip("-"), 0)
        elif token.lower in _DAYS and i:
            joined = i > 1 and context.tokens[i - 1].text == "-"
            days = _NUMBERS.get(context.tokens[i - 2 if joined else i - 1].lower, 0)
        else:
            continue
        if days:
            return days
    return 0
