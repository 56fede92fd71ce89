"""Second guesses: which of two measures of one contribution stays."""

from __future__ import annotations

from dataclasses import replace

from zusage.model.quote import Quote
from zusage.model.statement import Commitment, Quantity, TraceStep
from zusage.model.values import Firmness
from zusage.reading.guesses import without_second_guesses

TEXT = "Peru pledged 5 million euros to help the victims."


def pledge(measure: str, rule: str, certainty: float) -> Commitment:
    quote = Quote.cut(TEXT, 0, len(TEXT))
    return Commitment(
        actor="pe",
        measure=measure,
        firmness=Firmness.PLEDGED,
        quote=quote,
        quantity=Quantity(5e6, 5e6, "EUR"),
        evidence={"measure": (Quote.cut(TEXT, 13, 28),)},
        trace=(TraceStep("measure", rule, quote),),
        certainty=certainty,
    )


def test_the_surer_of_two_learned_ones_stays() -> None:
    found = [pledge("funding", "learned: 70% funding", 0.6), pledge("humanitarian", "learned: 30% humanitarian", 0.4)]
    assert [each.measure for each in without_second_guesses(found)] == ["funding"]


def test_what_the_words_tell_stays_and_takes_over_the_certainty() -> None:
    found = [pledge("funding", "learned: 70% funding", 0.6), pledge("humanitarian", "money for a purpose", 0.4)]
    (kept,) = without_second_guesses(found)
    assert (kept.measure, kept.certainty) == ("humanitarian", 0.6)


def test_two_of_the_rules_stay() -> None:
    found = [pledge("funding", "money", 0.6), pledge("arms", "noun", 0.4)]
    assert without_second_guesses(found) == found


def test_what_the_rules_give_to_somebody_else_is_not_given_twice() -> None:
    own, others = pledge("humanitarian", "money", 0.5), replace(pledge("humanitarian", "money", 0.5), actor="cl")
    others = replace(others, quantity=Quantity(2e6, 2e6, "EUR"))
    learned = replace(pledge("funding", "learned: 70% funding", 0.7), quantity=others.quantity)
    assert without_second_guesses([own, others, learned]) == [own, others]
    assert without_second_guesses([others, learned]) == [others, learned]


def test_money_is_no_soldiers() -> None:
    found = [pledge("funding", "money", 0.4), pledge("troops", "learned: 81% troops", 0.7)]
    assert [each.measure for each in without_second_guesses(found)] == ["funding"]
