"""The order of arrival never matters: whatever order the readings come in, the ledger comes out the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.report import Reading
from zusage.model.statement import Quantity
from zusage.model.values import ConditionType, Firmness
from zusage.reconcile import Fact, Known, Mention, Term, bound_meetings, build_entries, find_conflicts, lay_grounds
from zusage.reconcile.decisions import Decisions
from zusage.reconcile.entries import Outline, key_of, make_entries
from zusage.reconcile.grounds import sayings_of
from zusage.reconcile.growing import outlines_by_day

KNOWN = Known(
    (Term("eva-lind", "se", "prime-minister", "2024-05-01", None, verified=True, source="list"),),
    (Fact("group:league", "2023-02-02", None, verified=True, source="act"),),
)

pledges = st.tuples(
    st.sampled_from(["no", "se", "group:26-countries", "group:28-states"]),
    st.sampled_from(["troops", "funding"]),
    st.sampled_from(sorted(Firmness)),
    st.sampled_from([None, "no", "eva-lind", "jan-lund"]),
    st.lists(st.sampled_from(sorted(ConditionType)), max_size=2),
    st.sampled_from([None, "2025-11-04", "2025-11-06"]),
    st.sampled_from([None, Quantity(None, 500, "persons"), Quantity(500, 500, "persons", shared=True)]),
)
reports = st.tuples(
    st.lists(pledges, max_size=4),
    st.sampled_from([None, "2022-05-03", "2025-11-04", "2025-11-05"]),
    st.sampled_from([None, "2025-11-05", "2025-11-07"]),
    st.sampled_from(["remote", "in-person"]),
    st.sampled_from(["dpa", None]),
)


def make(write: Any, number: int, drawn: Any) -> Reading:
    said, day, published, mode, credit = drawn
    words = [f"Sentence {number} {place}." for place in range(len(said))]
    writer = write(" ".join(["Lind was there.", *words]), published_on=published, credit=credit)
    writer.meets(day, "Oslo").attends("se", "eva-lind", mode, "Lind was there")
    for sentence, (actor, measure, firmness, speaker, conditions, said_on, quantity) in zip(words, said, strict=True):
        more = {"speaker": speaker, "said_on": said_on, "quantity": quantity}
        writer.pledge(actor, measure, firmness, sentence, *conditions, **more)
    reading: Reading = writer.reading()
    return reading


@given(st.data(), st.lists(reports, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_gives_the_same_ledger(write: Any, data: st.DataObject, drawn: list[Any]) -> None:
    readings = [make(write, number, each) for number, each in enumerate(drawn)]
    judgements = [
        Judgement(who="ada", when="2025-12-01", what=act, target=statement_id(each.report.id, each.commitments[0]))
        for each, act in zip(readings, (Act.REJECT, Act.ACCEPT), strict=False)
        if each.commitments
    ]
    names = [statement_id(each.report.id, said) for each in readings for said in each.commitments]
    pairs = data.draw(
        st.lists(st.tuples(st.sampled_from(["same", "different"]), *[st.sampled_from(names or [""])] * 2))
    )
    judgements += [
        Judgement(who="ada", when=f"2025-12-02T{number:04}", what=Act(act), target=one, others=(other,))
        for number, (act, one, other) in enumerate(pairs)
    ]
    mentions = [Mention(each.report.id, "group:league", each.attendance[0].quote) for each in readings[:2]]
    results = []
    for order in (readings, data.draw(st.permutations(readings))):
        turned = order is not readings
        grounds = lay_grounds(
            [*order, order[0]],
            judgements=judgements[::-1] if turned else judgements,
            known=KNOWN,
            mentions=mentions[::-1] if turned else mentions,
        )
        results.append((grounds.stories, build_entries(grounds), bound_meetings(grounds), find_conflicts(grounds)))
    assert results[0] == results[1]


@given(st.lists(reports, min_size=1, max_size=6), st.sampled_from([Act.REJECT, Act.ACCEPT]))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_grows_day_after_day_is_what_is_made_as_of_each_day(write: Any, drawn: list[Any], act: Act) -> None:
    readings = [make(write, number, each) for number, each in enumerate(drawn)]
    judged = [statement_id(each.report.id, each.commitments[0]) for each in readings if each.commitments][:1]
    judgements = [Judgement(who="ada", when="2025-12-01", what=act, target=each) for each in judged]
    sayings = sayings_of(lay_grounds(readings, judgements=judgements, known=KNOWN))
    keyed = [(key_of(each.commitment, (), {}), each) for each in sayings]
    days = sorted({each.day for each in sayings if each.day})
    for day, found in zip(days, outlines_by_day(keyed, Decisions(), days), strict=True):
        wanted = [Outline.of(each) for each in make_entries(keyed, Decisions(), {}, as_of=day)]
        assert sorted(found, key=lambda each: each.id) == sorted(wanted, key=lambda each: each.id)


@given(st.lists(reports, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_conflict_has_two_sides_with_words_and_roots(write: Any, drawn: list[Any]) -> None:
    readings = [make(write, number, each) for number, each in enumerate(drawn)]
    texts = {reading.report.id: reading.report.text for reading in readings}
    for conflict in find_conflicts(lay_grounds(readings, known=KNOWN)):
        assert len(conflict.sides) > 1
        for side in conflict.sides:
            assert side.roots
            for cited in side.citations:
                if cited.quote is not None:
                    cited.quote.check(texts[cited.report])


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_gives_nothing(write: Any, language: str) -> None:
    grounds = lay_grounds([write("Nothing.", language=language).reading()])
    assert (build_entries(grounds), bound_meetings(grounds), find_conflicts(grounds)) == ((), (), ())
