"""A number alone, from its words or figures. Uses the grammar."""

from __future__ import annotations

from zusage.language.numbers.grammar import NUMBER, read_numbers
from zusage.language.numbers.value import value_of


def parse_number(words: str, language: str) -> float | None:
    """Return what the words are worth ("zweieinhalb Millionen", "two hundred and six", "15.000"), None if no number.

    The words must be the number and nothing else. "mehrere Tausend" is its lower side, 2000.
    """
    tape = read_numbers(words, language)
    if not tape.shape or NUMBER.fullmatch(tape.shape) is None:
        return None
    return value_of(tape, 0, len(tape.shape))
