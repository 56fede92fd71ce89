"""Charts of lists: whole in both widths, told apart without colour, and nothing of others in them is markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from zusage.model.values import Firmness
from zusage.publish.histories import Labels, Lane, Mark, ladder, lanes
from zusage.publish.matrices import Line, Square, matrix
from zusage.publish.svg import standalone
from zusage.publish.tallies import Tallies, Tally, tallies
from zusage.publish.time_axis import NARROW, WIDE, Scale
from zusage.publish.timelines import Point, Row, timeline

Draw = Callable[[float], str]

LABELS = Labels("A title", "What is <in> it", str, lambda day: f"day {day}")
LONG = "The Union of all Lighthouse Keepers of the North & South"
ROWS = (
    Row(label=f"{LONG}: lamps", note="pledged", first="2031-01-04", last="2031-03-02", sort="step-3"),
    Row(
        label="Harbour",
        note="2 ● 1 ◐",
        first=None,
        last="2031-02-01",
        sort="none",
        points=(Point("2031-01-20", "against", "✕"), Point("2031-01-25", "step-5", "5")),
    ),
    Row(label="Nowhere", note="unknown day", first=None, last=None, sort="none"),
)
DRAWN: dict[str, Draw] = {
    "ladder": lambda width: ladder(
        "a", [Mark("2031-01-04", Firmness.PLEDGED)], [Mark("2031-01-04", Firmness.PLEDGED)], LABELS, width=width
    ),
    "lanes": lambda width: lanes(
        "a",
        [Lane(LONG, (Mark("2031-01-04", Firmness.SIGNALLED), Mark("2031-02-04", Firmness.DELIVERED)))],
        "2031-04-01",
        LABELS,
        width=width,
    ),
    "timeline": lambda width: timeline("a", ROWS, LABELS, width=width),
    "matrix": lambda width: matrix(
        "a",
        ["Lamps", "Something much longer than lamps are"],
        [Line(LONG, (Square(Firmness.PLEDGED, 1), None)), Line("Harbour", (None, Square(Firmness.REJECTED)))],
        LABELS,
        width=width,
    ),
    "tallies": lambda width: tallies(
        "a",
        Tallies(
            title="A title",
            about="What is <in> it",
            kinds=[Tally("place", (1, 2, 3)), Tally("number of lighthouses & lamps", (0, 1, 0))],
            times=[Tally("January 2031", (1, 3, 3)), Tally("February 2031", (0, 0, 0))],
            grades=("grave", "notable", "slight"),
            by_kind="On what",
            over_time="When",
        ),
        width=width,
    ),
}
drawn = pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
widths = pytest.mark.parametrize("width", [WIDE, NARROW])


@drawn
@widths
def test_a_chart_is_told_to_those_who_hear_it_and_stands_alone(draw: Draw, width: float) -> None:
    root = ET.fromstring(standalone(draw(width)))  # noqa: S314 - our own
    title, about = (root.find(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc"))
    assert title is not None
    assert about is not None
    assert (title.text, about.text) == ("A title", "What is <in> it")
    assert root.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
    assert root.get("role") == "img"


@drawn
@widths
def test_nothing_stands_outside_of_the_chart(draw: Draw, width: float) -> None:
    svg = draw(width)
    across, down = (float(each) for each in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())  # type: ignore[union-attr]
    assert across == width
    for x, anchor, words in re.findall(
        r'<text x="([\d.-]+)" y="[\d.]+"(?: text-anchor="(\w+)")? class="[^"]+">([^<]*)', svg
    ):
        length = 6.2 * len(words)  # a sign of the smaller size, roughly
        start = float(x) - {"end": length, "middle": length / 2}.get(anchor, 0)
        assert start >= -2
        assert start + length <= width + 2, words
    assert max(float(y) for y in re.findall(r'\by="([\d.]+)"', svg)) <= down


def test_steps_are_told_apart_by_signs() -> None:
    svg = DRAWN["matrix"](WIDE)
    assert {">3▲<", ">✕<", ">–<", ">5<"} <= set(re.findall(r">[^<>]{1,2}<", svg))


def test_what_has_no_day_is_named_without_a_bar_and_an_open_side_is_dashed() -> None:
    svg = DRAWN["timeline"](WIDE)
    assert "Nowhere" in svg
    assert svg.count("<rect") == 2
    assert svg.count("mark-open") == 1


def test_labels_stand_above_their_lanes_where_there_is_no_room_beside_them() -> None:
    assert 'text-anchor="end" class="label">' in DRAWN["lanes"](WIDE)
    assert 'text-anchor="end" class="label">' not in DRAWN["lanes"](NARROW)


@pytest.mark.parametrize("days", [["2031-01-01"], ["2031-01-01", "2031-01-02"], ["2031-01-01", "2039-01-01"]])
@widths
def test_an_axis_has_its_first_and_last_day(days: list[str], width: float) -> None:
    ticks = Scale.over(days, 2, width - 2).ticks()
    assert (ticks[0], ticks[-1]) == (days[0], days[-1])
