"""Pledges from a YAML file, for people who have no reports: tables with every field, or lines as on the command line.

What is wrong is said with file and line. Uses `zusage.dossier.yaml_values`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NoReturn, TypeVar

from zusage.assess.formula import ALWAYS, Formula
from zusage.assess.lines import parse_line, parse_quantity
from zusage.assess.parsing import parse_condition
from zusage.assess.pledge import Origin, Pledge
from zusage.assess.vocabulary import Vocabulary
from zusage.dossier.pieces import listed_at, partial_day_at, text_at
from zusage.dossier.records import KnownClaim
from zusage.dossier.yaml_values import Table, Value, parse_yaml
from zusage.errors import FormatError, ZusageError
from zusage.model.statement import Quantity
from zusage.model.values import Firmness, Where

PLEDGE = {"actor", "measure"}
PLEDGE_MAY = {
    *("id", "firmness", "if", "quantity", "joint_with", "object", "where", "said_on", "by"),
    *("sources", "verified", "claims", "quote"),
}

Read = TypeVar("Read")

Claims = Mapping[str, KnownClaim]
"""The dossier's claims by their id, which a pledge may name instead of sources of its own."""


def parse_pledge_file(content: bytes, file: str, vocabulary: Vocabulary, claims: Claims) -> tuple[Pledge, ...]:
    """Read a file of pledges.

    Raises:
        FormatError: it breaks its format; nothing of it is used.
    """
    value = parse_yaml(content, file)
    if value is None:
        raise FormatError(file, "holds no pledges", hint='begin with "pledges:" and a list')
    return read_pledges(value.table({"pledges"})["pledges"], vocabulary, claims)


def read_pledges(value: Value, vocabulary: Vocabulary, claims: Claims) -> tuple[Pledge, ...]:
    """Read a list of pledges; two records of one id have to have different days."""
    found: dict[tuple[str, str | None], int] = {}
    pledges = []
    for item in value.each():
        pledge = read_pledge(item, vocabulary, claims)
        key = (pledge.id, pledge.said_on)
        if key in found:
            problem = f"{pledge.id} stands in line {found[key]} already, for the same day"
            item.fail(problem, hint="give one of the two an id of its own, or its day")
        found[key] = item.line
        pledges.append(pledge)
    return tuple(pledges)


def read_pledge(value: Value, vocabulary: Vocabulary, claims: Claims) -> Pledge:
    """Read one pledge: a table, or a line of text."""
    if value.is_table():
        pledge = _from_table(value.table(PLEDGE, PLEDGE_MAY), claims)
    else:
        pledge = replace(_placed(value, lambda: parse_line(value.text())), origin=Origin.FILE)

    def fail(problem: str, hint: str) -> NoReturn:
        value.fail(problem, hint=hint)

    vocabulary.check_pledge(pledge, fail)
    return pledge


def read_condition(value: Value) -> Formula:
    """Read a condition; what does not parse is said with its line."""
    return _placed(value, lambda: parse_condition(value.text()))


def read_amount(value: Value) -> Quantity:
    """Read a quantity: a table of sides and unit, or words as "up to 200 persons"."""
    if not value.is_table():
        return _placed(value, lambda: parse_quantity(value.text()))
    table = value.table({"unit"}, {"min", "max", "shared"})
    low, high, shared = table.get("min"), table.get("max"), table.get("shared")
    sides = [None if each is None else each.number() for each in (low, high)]
    try:
        return Quantity(sides[0], sides[1], table["unit"].text(), bool(shared and shared.flag()))
    except ValueError as problem:
        value.fail(str(problem), hint="min, max or both; min not above max")


def _from_table(table: Table, claims: Claims) -> Pledge:
    actor, measure = table["actor"].text(), table["measure"].text()
    name, quantity, condition = table.get("id"), table.get("quantity"), table.get("if")
    sources, verified = _backing(table, claims)
    where = listed_at(table, "where", Where)
    return Pledge(
        id=name.slug() if name else f"{actor}-{measure}".replace(":", "-"),
        actor=actor,
        measure=measure,
        firmness=listed_at(table, "firmness", Firmness) or Firmness.PLEDGED,
        condition=read_condition(condition) if condition else ALWAYS,
        quantity=read_amount(quantity) if quantity else None,
        joint_with=tuple(each.actor() for each in table.each("joint_with")),
        object=text_at(table, "object"),
        where=where,
        said_on=partial_day_at(table, "said_on"),
        by=partial_day_at(table, "by"),
        sources=sources,
        verified=verified,
        quote=text_at(table, "quote"),
    )


def _backing(table: Table, claims: Claims) -> tuple[tuple[str, ...], bool | None]:
    """Sources and whether they are checked: the record's own, and those of the dossier's claims that it names."""
    sources, verified = table.get("sources"), table.get("verified")
    cited = list(sources.texts()) if sources else []
    checked = [verified.flag()] if verified else []
    for each in table.each("claims"):
        claim = claims.get(each.slug())
        if claim is None:
            each.fail(f"{each.text()} is no claim of the dossier's facts.yaml", hint="give its id, or sources instead")
        cited += claim.backing.sources
        checked.append(claim.backing.verified)
    return tuple(dict.fromkeys(cited)), all(checked) if checked else None


def _placed(value: Value, read: Callable[[], Read]) -> Read:
    """Read words; what is wrong with them gets the file and line."""
    try:
        return read()
    except ZusageError as error:
        raise FormatError(
            f"{value.file}:{value.line}", f"{error.resource}: {error.problem}", hint=error.hint
        ) from error
