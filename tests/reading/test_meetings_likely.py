"""Whether a report is about a meeting, and its day and city, where rules do not tell."""

from __future__ import annotations

import json

import pytest

from zusage.dossier import load_shipped, read_samples
from zusage.model.report import Report
from zusage.model.statement import Meeting
from zusage.reading.choice import chances_of
from zusage.reading.context import Context
from zusage.reading.meetings import find_meetings
from zusage.reading.meetings.lengths import days_told
from zusage.reading.meetings.likely import LIKELY, choose, stays
from zusage.reading.meetings.options import Option, days_of, places_of
from zusage.reading.meetings.ruled import ruled_meetings
from zusage.reading.meetings.signs import Setting, setting_of, words_of
from zusage.reading.report import prepare
from zusage.reconcile.claims import CERTAIN

PUBLISHED = "2025-11-14"  # a Friday
ON_THURSDAY = "2025-11-13"


def context(text: str, language: str = "en", title: str = "", published: str | None = PUBLISHED) -> Context:
    report = Report(text=text, language=language, title=title, published_on=published)
    return prepare(report, load_shipped("ukraine-guarantees"))


def setting(text: str, language: str = "en", title: str = "", published: str | None = PUBLISHED) -> Setting:
    one = context(text, language, title, published)
    return setting_of(one, ruled_meetings(one))


def features(options: list[Option], value: str | None) -> set[str]:
    return {feature for option in options if option.value == value for feature in option.features}


NOT_NAMED = [
    pytest.param(
        "LUGANO, Nov 14 - The Chadians have brought 2,000 pages to the lakeside and a number: 40 billion dollars. That, the prime"
        " minister's office in Kyiv reckons, is what it takes. Nobody at the conference centre, where delegates from forty states"
        " sat until Thursday night, would name a sum.",
        "In Lugano, the bill for Chad",
        (ON_THURSDAY, "Lugano"),
        id="delegates",
    ),
    pytest.param(
        "Germany, Peru and Chile backed the plan for a force in Chad, but would not pay for it. The Kenyan delegation, which had"
        " flown to Geneva with a draft, went home on Thursday without a text. Delegates from forty states had sat until midnight.",
        "No text in Geneva",
        (ON_THURSDAY, "Geneva"),
        id="a delegation",
    ),
]


@pytest.mark.parametrize(("text", "title", "found"), NOT_NAMED)
def test_a_meeting_that_no_rule_finds(text: str, title: str, found: tuple[str, str]) -> None:
    (one,) = find_meetings(context(text, title=title))
    assert (one.date, one.place) == found
    assert {step.rule for step in one.trace} == {LIKELY}
    assert one.quote is not None
    assert one.certainty is not None
    assert 0 < one.certainty < 1


@pytest.mark.parametrize(("text", "title", "found"), NOT_NAMED)
def test_rules_alone_find_none(text: str, title: str, found: tuple[str, str]) -> None:
    assert found
    assert find_meetings(context(text, title=title), rules_only=True) == ()


def test_what_is_about_something_else_has_none() -> None:
    text = "A baker of sixty won the lottery on Thursday. She will buy a boat, she said in Lima, and rest."
    assert find_meetings(context(text, title="Baker wins")) == ()


def test_what_the_rules_tell_stays() -> None:
    text = (
        "LIMA, Nov 14 - Donors gave twice what Chad had hoped for. Peru promised 40 million dollars, Chile 20 million and Kenya 5"
        " million at the close of the two-day conference on Thursday."
    )
    ruled: tuple[Meeting, ...] = find_meetings(context(text), rules_only=True)
    assert find_meetings(context(text)) == ruled
    assert ruled[0].date == "2025-11-12"


@pytest.mark.parametrize("published", [PUBLISHED, None])
@pytest.mark.parametrize("text", ["Lima.", "On Thursday", "In", "Beim Gipfel", "LIMA -", "Zwei Tage"])
def test_broken_texts_are_read(text: str, published: str | None) -> None:
    for language in ("de", "en"):
        one = setting(text, language, "Lima: Gipfel", published)
        assert days_of(one)[0].value is None
        assert places_of(one)[0].value is None
        assert all(0 <= option.start <= option.end <= len(text) for option in (*days_of(one), *places_of(one)))
        find_meetings(one.context)


# --- options -----------------------------------------------------------------------------------------------------


def test_a_weekday_is_read_both_ways() -> None:
    days = {option.value for option in days_of(setting("Ministers met on Thursday."))}
    assert {None, PUBLISHED, ON_THURSDAY, "2025-11-20"} <= days


def test_the_first_of_several_days_that_end() -> None:
    one = setting("At the close of the three-day talks on Thursday, nobody was content.")
    assert "first day at an end" in features(days_of(one), "2025-11-11")


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("It was a two-day summit.", "en", 2),
        ("It went on during the three days.", "en", 3),
        ("Der zweitägige Gipfel endet.", "de", 2),
        ("Am dritten Tag fehlte Peru.", "de", 3),
        ("It lasted.", "en", 0),
    ],
)
def test_how_long_it_lasts(text: str, language: str, days: int) -> None:
    assert days_told(context(text, language)) == days


@pytest.mark.parametrize(
    ("text", "language", "city", "sign"),
    [
        ("Ministers met in Lima.", "en", "Lima", "city by where in"),
        ("Lima was the host.", "en", "Lima", "city by name"),
        ("Sie tagten in Uddevalla.", "de", "Uddevalla", "city by new name"),
        ("Das Genfer Treffen endete.", "de", "Geneva", "city by beside"),
        ("LIMA (Reuters) - Ministers met.", "en", "Lima", "opening city"),
        ("UDDEVALLA – Ministers met.", "en", "Uddevalla", "unknown opening capitals –"),
        ("Uddevalla. Die Minister tagten.", "de", "Uddevalla", "unknown opening name ."),
    ],
)
def test_how_a_city_is_named(text: str, language: str, city: str, sign: str) -> None:
    assert sign in features(places_of(setting(text, language)), city)


def test_the_city_of_the_title() -> None:
    one = setting("Ministers met on Thursday.", title="Lima summit ends")
    assert "title city with a meeting" in features(places_of(one), "Lima")


# --- signs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The summit on Thursday ended.", "day noun clause before next 2"),
        ("Ahead of the summit Peru left on Thursday.", "day noun clause before near 2 off"),
        ("Peru left on Thursday. Then the summit ended.", "day noun next sentence 2"),
        ("Peru left on Thursday.", "day noun none"),
        ("Peru left on Thursday.", "day after on"),
        ("Peru left on Thursday.", "day done"),
        ("Peru will leave on Thursday.", "day future"),
        ("The summit ended on Thursday.", "day at an end"),
    ],
)
def test_the_words_around_a_day(text: str, sign: str) -> None:
    assert sign in features(days_of(setting(text)), ON_THURSDAY)


def test_the_report_as_a_whole() -> None:
    one = setting("LIMA (Reuters) - Leaders talked by video at their summit on Thursday.", title="Summit on Chad")
    assert {"opening agency", "title names a meeting", "remote 1", "first noun summit"} <= set(one.whole)
    assert {"lead summit", "title chad", "class remote"} <= words_of(one.context)


# --- choosing ----------------------------------------------------------------------------------------------------


def _option(value: str | None, *names: str) -> Option:
    return Option(value, 0, 0, names)


def test_options_of_one_value_add_up() -> None:
    options = [_option("Lima", "a"), _option("Lima", "a"), _option("Quito", "b")]
    chances = chances_of(options, {"a": 0.0, "b": 0.5})
    assert sum(chances) == pytest.approx(1)
    assert choose(options, chances).value == "Lima"


def test_without_none_another_is_chosen() -> None:
    options = [_option(None), _option("Lima")]
    assert choose(options, [0.9, 0.1]).value is None
    assert choose(options, [0.9, 0.1], without_none=True).value == "Lima"
    assert choose(options[:1], [1.0], without_none=True).value is None


@pytest.mark.parametrize(("chance", "value"), [(0.65, "Lima"), (0.7, "Quito")])
def test_another_has_to_be_much_more_probable_than_what_the_rules_tell(chance: float, value: str) -> None:
    options = [_option("Lima"), _option("Quito")]
    assert stays(options, [1 - chance, chance], "Lima", 2.0).value == value


def test_a_meeting_of_the_rules_stays_as_sure_with_its_likely_day() -> None:
    """It counts in a ledger as it did without a day, or what it bounds would be lost."""
    sample = json.loads(read_samples("ukraine-guarantees")["sample-de-04.json"])
    main, *_ = find_meetings(context(sample["text"], "de", sample["title"], sample["published_on"]))
    assert main.date == "2026-01-06"
    assert (main.certainty or 0) >= CERTAIN
