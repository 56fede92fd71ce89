"""From the words of a condition to a formula, by the grammar in ``condition.lark``.

What does not parse, and what would make the resolution ambiguous (a negation of anything but an event), is a
`ConditionError` with the place in the words; whoever read them from a file adds file and line. Uses lark.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from importlib import resources
from typing import Any as Anything

from lark import Lark, Token, Transformer, UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken
from lark.exceptions import VisitError

from zusage.assess.formula import (
    ALWAYS,
    US_SUPPORT,
    Absent,
    Amount,
    AtLeast,
    Event,
    Formula,
    Others,
    Standing,
    Support,
    all_of,
    any_of,
    show,
)
from zusage.errors import ZusageError

EXAMPLE = "as in: ceasefire and (us-support or 3 others with troops)"

_SIZES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = {
    "NAME": "a name as ceasefire or troops",
    "COUNT": "a number",
    "CURRENCY": "a currency as EUR",
    "LPAR": "(",
    "RPAR": ")",
    "COMMA": ",",
    "$END": "the end",
    "SIZE": "million",
    "_LEAST": "at least",
}


class ConditionError(ZusageError):
    """A condition that does not parse; ``resource`` is the place in its words."""


@lru_cache(maxsize=100_000)
def parse_condition(words: str) -> Formula:
    """Read a condition; the same words give the same object.

    Raises:
        ConditionError: it does not parse, counts in parts, or negates anything but an event.
    """
    try:
        tree = _parser().parse(words)
        formula: Formula = _Builder().transform(tree)
    except UnexpectedInput as error:
        raise _refusal(words, error) from error
    except VisitError as error:
        if isinstance(error.orig_exc, ConditionError):
            raise error.orig_exc from error
        raise
    return formula


@cache
def _parser() -> Lark:
    grammar = (resources.files("zusage.assess") / "condition.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", propagate_positions=True, maybe_placeholders=False)


class _Builder(Transformer[Token, Formula]):
    """Makes formulas of the parser's tree; one method for each rule of the grammar."""

    def start(self, parts: list[Formula]) -> Formula:
        return parts[0]

    def always(self, parts: list[Formula]) -> Formula:  # noqa: ARG002 - lark's signature
        return ALWAYS

    def event(self, parts: list[Token]) -> Formula:
        return Support("us") if parts[0] == US_SUPPORT else Event(str(parts[0]))

    def support(self, parts: list[Token]) -> Formula:
        return Support(str(parts[0]))

    def standing(self, parts: list[Token]) -> Formula:
        measure, of = map(str, parts)
        return Standing(of, None if measure == "anything" else measure)

    def others(self, parts: list[Token]) -> Formula:
        return Others(_count(parts[0]), str(parts[1]) if len(parts) > 1 else None)

    def some_others(self, parts: list[Token]) -> Formula:
        return Others(1, str(parts[0]) if parts else None)

    def amount(self, parts: list[Token]) -> Formula:
        number, *size, unit, measure = parts
        least = (Decimal(number) * (_SIZES[size[0]] if size else 1)).normalize()
        if least <= 0:
            raise ConditionError(_place(number), "an amount of 0 is no condition", hint="leave it out")
        return Amount(least, str(unit), str(measure))

    def at_least(self, parts: list[Anything]) -> Formula:
        count, *rest = parts
        n = _count(count)
        if n > len(rest):
            raise ConditionError(_place(count), f"{n} of {len(rest)} can never hold", hint="list more, or ask for less")
        return AtLeast(n, tuple(rest))

    def not_(self, parts: list[Formula]) -> Formula:
        if not isinstance(parts[0], Event):
            words = show(parts[0])
            raise ConditionError(
                f'"not {words}"',
                "only an event can be negated: what hangs on pledges may not, or the package would have no clear answer",
                hint="as in: not attack",
            )
        return Absent(parts[0].name)

    def and_(self, parts: list[Formula]) -> Formula:
        return all_of(*parts)

    def or_(self, parts: list[Formula]) -> Formula:
        return any_of(*parts)


# "not", "and" and "or" are rules of the grammar and words of Python.
for _rule in ("not", "and", "or"):
    setattr(_Builder, _rule, getattr(_Builder, f"{_rule}_"))


def _count(number: Token) -> int:
    if "." in number or int(number) < 1:
        raise ConditionError(_place(number), f"{number} is no number to count with", hint="whole, from 1")
    return int(number)


def _place(token: Token) -> str:
    return f"character {token.column}"


def _refusal(words: str, error: UnexpectedInput) -> ConditionError:
    if not words.strip():
        return ConditionError("the condition", "is empty", hint="leave it out, or write always")
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        return ConditionError("the condition", f'breaks off after "{words.strip()}"', hint=EXAMPLE)
    place = f"character {error.column}"
    if isinstance(error, UnexpectedCharacters):
        return ConditionError(place, f"{words[error.pos_in_stream or 0]!r} has no place in a condition", hint=EXAMPLE)
    token = error.token if isinstance(error, UnexpectedToken) else ""
    expected = sorted(_WORDS.get(each, each.lower()) for each in getattr(error, "accepts", None) or ())
    wanted = f"here may stand {', '.join(expected)}; {EXAMPLE}" if expected else EXAMPLE
    return ConditionError(place, f'"{token}" does not fit', hint=wanted)
