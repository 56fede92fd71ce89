"""How conditions are written, printed back, and refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.assess.formula import (
    ALWAYS,
    Absent,
    All,
    Amount,
    Any,
    AtLeast,
    Event,
    Formula,
    Others,
    Standing,
    Support,
    all_of,
    any_of,
    atoms,
    show,
)
from zusage.assess.parsing import ConditionError, parse_condition

WORDS = {"and", "or", "not", "of", "with", "from", "others", "other", "support", "anything", "always", "us-support"}
names = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z]{1,4})?", fullmatch=True).filter(lambda name: name not in WORDS)
events = names | names.map(lambda name: f"parliament:{name}")
amounts = st.decimals(min_value=1, max_value=10**9, places=1).map(lambda number: Decimal(str(number)).normalize())
atom: st.SearchStrategy[Formula] = st.one_of(
    st.builds(Event, events),
    st.builds(Absent, events),
    st.builds(Support, st.just("us") | names),
    st.builds(Standing, names, st.none() | names),
    st.builds(Others, st.integers(1, 99), st.none() | names),
    st.builds(Amount, amounts, st.sampled_from(("persons", "items", "EUR")), names),
)


def _joined(parts: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    several = st.lists(parts, min_size=2, max_size=4)
    return st.one_of(
        several.map(lambda each: all_of(*each)),
        several.map(lambda each: any_of(*each)),
        several.flatmap(lambda each: st.integers(1, len(each)).map(lambda n: AtLeast(n, tuple(each)))),
    )


@given(st.recursive(atom, _joined, max_leaves=8))
def test_what_is_printed_reads_as_the_same(formula: Formula) -> None:
    assert parse_condition(show(formula)) == formula


@pytest.mark.parametrize(
    "words",
    [
        "ceasefire and (us-support or 3 others with troops)",
        "2 of (ceasefire, un-mandate, parliament:de and host-request)",
        "10000 persons of troops from others",
        "troops of fr or anything of group:baltic-states",
        "not attack and support of nato",
        "1 other with naval",
        "always",
    ],
)
def test_a_condition_is_printed_as_it_was_written(words: str) -> None:
    assert show(parse_condition(words)) == words


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("at least 3 others", "3 others"),
        ("others with troops", "1 other with troops"),
        ("others", "1 other"),
        ("support of us", "us-support"),
        ("2.5 million EUR of funding from others", "2500000 EUR of funding from others"),
        ("((ceasefire))  and\n peace-deal", "ceasefire and peace-deal"),
        ("ceasefire and peace-deal or attack", "(ceasefire and peace-deal) or attack"),
        ("order and android", "order and android"),
    ],
)
def test_several_ways_to_say_the_same(words: str, printed: str) -> None:
    assert show(parse_condition(words)) == printed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ceasefire and", "breaks off"),
        ("ceasefire foo", 'character 11: "foo" does not fit'),
        ("Ceasefire", "character 1"),
        ("ceasefire, attack", 'character 10: "," does not fit'),
        ("3 of (ceasefire, attack)", "3 of 2 can never hold"),
        ("0 others", "no number to count with"),
        ("2.5 others", "no number to count with"),
        ("0 persons of troops from others", "an amount of 0"),
        ("not us-support", "only an event can be negated"),
        ("not (ceasefire or attack)", "only an event can be negated"),
        ("not troops of fr", "only an event can be negated"),
        ("", "is empty"),
    ],
)
def test_what_is_refused_and_where(words: str, said: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse_condition(words)
    assert said in str(refused.value)
    assert refused.value.hint


def test_atoms_are_told_once_from_left_to_right() -> None:
    formula = parse_condition("ceasefire and (us-support or ceasefire or troops of fr)")
    assert list(atoms(formula)) == [Event("ceasefire"), Support("us"), Standing("fr", "troops")]


def test_joining_takes_nested_conditions_apart() -> None:
    one, two, three = Event("a"), Event("b"), Event("c")
    assert all_of(all_of(one, two), three) == All((one, two, three))
    assert any_of(one, any_of(two, three)) == Any((one, two, three))
    assert all_of(one) == one
    assert all_of() == ALWAYS
