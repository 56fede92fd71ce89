"""How sure the reader is in the light of a whole report: the curves, the signs, what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.dossier import load_shipped
from zusage.model.report import Reading, Report
from zusage.model.statement import Commitment, Position
from zusage.reading.certainty import CERTAINTY, KEPT_BACK, OVERALL, is_kept_back
from zusage.reading.overall.curves import BIAS, GROUP, NO_REASON, Curve, Sure, as_model, load_models, weigh
from zusage.reading.report import read_report, signs_of

DONORS = (
    "Donors met in Bern on Tuesday. Peru pledged 40 million dollars for food for displaced families. Chile pledged 20 million "
    "dollars for shelters. Ghana will send 300 tents. Togo welcomed the pledges."
)


def report(text: str) -> Report:
    return Report(text=text, language="en", published_on="2025-09-04")


def read(text: str, *, keep_all: bool = False) -> Reading:
    return read_report(report(text), load_shipped("ukraine-guarantees"), keep_all=keep_all)


def statements(reading: Reading) -> tuple[Commitment | Position, ...]:
    return (*reading.commitments, *reading.positions)


def signs(text: str, actor: str) -> dict[str, float]:
    found = signs_of(report(text), load_shipped("ukraine-guarantees"))
    return next(one.signs for one in found if one.statement.actor == actor)


@pytest.mark.parametrize(("value", "height"), [(-1, 0), (0, 0), (1, 1), (2, 2), (3, 1.5), (4, 1), (9, 1)])
def test_a_curve_goes_straight_between_its_points_and_ends_level(value: float, height: float) -> None:
    assert Curve((0, 2, 4), (0, 2, 1)).height(value) == height


def test_reasons_are_what_signs_are_about_the_strongest_first() -> None:
    model = as_model(
        {
            BIAS: [[0, 0.5]],
            "its place: first": [[0, 0], [1, -0.4]],
            "its words: alone": [[0, 0], [1, 1]],
            "its words: a rule": [[0, 0], [1, 0.5]],
            "who it is: named": [[0, 0.05], [1, 0.3]],
        }
    )
    sure = weigh(model, {"its words: alone": 1.0, "its words: a rule": 1.0, "its place: first": 1.0})
    assert sure == Sure(0.84, (("its words", 1.5), ("its place", -0.4)))
    assert sure.words == "its words +1.5; its place −0.4"
    assert weigh(model, {}).words == NO_REASON


@pytest.mark.parametrize("kind", ["commitment", "position"])
@given(st.data())
def test_certainty_is_a_probability_in_two_decimals(kind: str, data: st.DataObject) -> None:
    model = load_models()[kind]
    known = data.draw(st.dictionaries(st.sampled_from(sorted(model.curves)), st.floats(-1e3, 1e3)))
    found = weigh(model, known).certainty
    assert 0 <= found <= 1
    assert round(found, 2) == found


def test_every_learned_sign_is_one_that_the_reader_sees() -> None:
    found = signs_of(report(DONORS), load_shipped("ukraine-guarantees"))
    seen: dict[type, set[str]] = {Commitment: set(), Position: set()}
    for one in found:
        seen[type(one.statement)] |= set(one.signs)
    of_some = {"pairs: none", "what money is for: of a sum", "what money is for: against others"}
    models = load_models()
    commitments = {name for name in models["commitment"].curves if not name.startswith("pairs: best, ")}
    assert commitments - seen[Commitment] <= of_some
    assert set(models["position"].curves) <= seen[Position]
    assert all(GROUP in name for model in models.values() for name in model.curves)


def test_who_else_has_the_measure_counts() -> None:
    """Two give money for relief, one gives tents: the money's measure is that of three statements of three."""
    alone = "Ghana will send 300 tents."
    assert signs(DONORS, "gh")["who gives the same: statements"] > signs(alone, "gh")["who gives the same: statements"]
    assert signs(DONORS, "gh")["its place: sentence"] > signs(alone, "gh")["its place: sentence"]


def test_each_statement_says_why_it_is_as_sure_as_it_is() -> None:
    found = read(DONORS)
    assert {one.actor for one in found.commitments} >= {"pe", "cl", "gh"}
    for one in statements(found):
        assert one.certainty is not None
        step = one.trace[-1]
        assert (step.field, step.quote) == (CERTAINTY, None)
        assert "its words" in step.rule


def test_what_is_shown_is_marked_by_its_reasons_not_by_its_certainty() -> None:
    text = "Donors gathered in Bern to raise money. " + DONORS
    everything, shown = read(text, keep_all=True), read(text)
    kept = [one for one in statements(everything) if is_kept_back(one)]
    assert all((one.certainty or 0) < OVERALL and one.trace[-1].rule.startswith(KEPT_BACK) for one in kept)
    assert not any(is_kept_back(one) for one in statements(shown))
    by_key = {(one.actor, one.measure, one.firmness): one.certainty for one in everything.commitments}
    for one in shown.commitments:
        assert by_key[one.actor, one.measure, one.firmness] == one.certainty


def test_a_statement_without_reasons_is_shown() -> None:
    (first, *_) = read(DONORS).commitments
    assert not is_kept_back(replace(first, trace=(), certainty=0.01))
