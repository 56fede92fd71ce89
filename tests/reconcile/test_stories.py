"""Which reports belong together: stories by meeting, families by copied text."""

from __future__ import annotations

from typing import Any

from zusage.reconcile import find_families, find_stories, roots_of


def about(write: Any, text: str, day: str | None, place: str | None = "Oslo", **report: Any) -> Any:
    writer = write(text, **report).meets(day, place)
    first = text.partition(".")[0]
    return writer.attends("se", "eva-lind", "remote", first).pledge("no", "troops", "considering", first)


def groups(readings: list[Any], **options: Any) -> list[list[str]]:
    texts = {reading.report.id: reading.report.text for reading in readings}
    return sorted(sorted(texts[name] for name in story.reports) for story in find_stories(readings, **options))


def test_day_place_and_people_make_a_story_across_languages(write: Any) -> None:
    one = about(write, "Lind joined by video.", "2025-11-04").reading()
    other = about(write, "Lind war zugeschaltet.", "2025-11-04", language="de").reading()
    [story] = find_stories([one, other])
    assert len(story.members) == 2
    assert all("both on 2025-11-04; both in Oslo" in member.reason for member in story.members)


def test_meetings_weeks_apart_are_two_stories(write: Any) -> None:
    readings = [about(write, "First.", "2025-11-04").reading(), about(write, "Second.", "2025-12-04").reading()]
    assert len(groups(readings)) == 2


def test_a_day_off_is_still_the_same_meeting(write: Any) -> None:
    readings = [about(write, "First.", "2025-11-04").reading(), about(write, "Second.", "2025-11-05").reading()]
    assert len(groups(readings)) == 1


def test_a_report_without_a_day_joins_the_meeting_it_fits(write: Any) -> None:
    """The two dated meetings are weeks apart; only at the first one the prime minister was on video."""
    first = about(write, "First.", "2025-11-04").reading()
    second = write("Second.").meets("2026-01-06", "Oslo").attends("se", "eva-lind", "in-person", "Second")
    second.pledge("no", "troops", "considering", "Second")
    open_one = about(write, "Some day.", None).reading()
    assert groups([first, second.reading(), open_one]) == [["First.", "Some day."], ["Second."]]


def test_a_report_that_fits_two_meetings_alike_joins_neither(write: Any) -> None:
    readings = [
        about(write, text, day).reading() for text, day in (("First.", "2025-11-04"), ("Second.", "2025-12-04"))
    ]
    readings.append(about(write, "Some day.", None).reading())
    assert len(groups(readings)) == 3


def test_the_event_of_an_input_file_decides(write: Any) -> None:
    readings = [
        about(write, "First.", "2025-11-04", event="x").reading(),
        about(write, "Second.", "2025-11-04", event="y").reading(),
    ]
    assert len(groups(readings)) == 2
    assert len(groups(readings, events=False)) == 1


BODY = (
    "Norway has offered to send two hundred soldiers and a field hospital to the border region as soon as the rainy "
    "season is over, the foreign ministry in Oslo announced after a meeting of the committee for defence matters."
)


def test_a_rewrite_belongs_to_its_root(write: Any) -> None:
    root = write(BODY, published_on="2025-11-04").reading().report
    copy = write(f"{BODY} Local readers welcomed it.", published_on="2025-11-05").reading().report
    own = write("Oslo wants to help, say people close to the ministry, and may send soldiers.").reading().report
    families = find_families([own, copy, root])
    assert roots_of(families) == {root.id: root.id, copy.id: root.id, own.id: own.id}
    family = next(each for each in families if each.root == root.id)
    assert family.members == (root.id, copy.id)
    assert "runs of 4 words" in family.reasons[0]


def test_one_quoted_sentence_makes_no_copy(write: Any) -> None:
    speech = (
        "“We shall stand by our neighbours as long as it takes and with everything that we have got to give”, "
        "said the minister."
    )
    one = write(f"In the rain of Oslo a promise was made. {speech}").reading().report
    other = write(f"{speech} The opposition doubted that the budget allows it.").reading().report
    assert len(find_families([one, other])) == 2


def test_one_agency_on_one_event_is_one_source(write: Any) -> None:
    one = about(write, "First.", "2025-11-04", credit="apa", event="x").reading()
    other = about(write, "Zweiter.", "2025-11-04", credit="apa", event="x", language="de").reading()
    [family] = find_families([one.report, other.report], find_stories([one, other]))
    assert family.reasons == ("credits apa on the same event",)
