"""Which reports belong together: stories by meeting, families by copied text."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zusage.model.ledger import Act, Judgement
from zusage.model.report import Reading
from zusage.reconcile import StoryIndex, features_of, find_families, find_stories, roots_of
from zusage.reconcile.bounds import Bounds
from zusage.reconcile.likeness import points_of
from zusage.reconcile.marks import marks_of, numbers_in
from zusage.reconcile.parting import decided_stories
from zusage.reconcile.stories import keys_of, points_untold


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
    for member in story.members:
        assert {"both on 2025-11-04", "both in Oslo", "same persons: Eva Lind"} <= set(member.reason.split("; "))


def test_meetings_weeks_apart_are_two_stories(write: Any) -> None:
    readings = [about(write, "First.", "2025-11-04").reading(), about(write, "Second.", "2025-12-04").reading()]
    assert len(groups(readings)) == 2


def test_a_day_off_is_still_the_same_meeting(write: Any) -> None:
    readings = [about(write, "First.", "2025-11-04").reading(), about(write, "Second.", "2025-11-05").reading()]
    assert len(groups(readings)) == 1


def test_a_report_without_a_day_joins_the_meeting_it_fits(write: Any) -> None:
    """The two dated meetings are weeks apart; only at the first one 1,375 men for Lindesnes were offered."""
    texts = ("There were 1,375 men for Lindesnes.", "Second.", "Some day they heard of 1,375 men for Lindesnes.")
    days = ("2025-11-04", "2026-01-06", None)
    readings = [about(write, text, day).reading() for text, day in zip(texts, days, strict=True)]
    assert groups(readings) == [["Second."], sorted((texts[0], texts[2]))]


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


# --- Marks of the words, and reports without a meeting ---


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("4,2 Milliarden Euro", "de", [4.2e9]),
        ("$4.2 billion", "en", [4.2e9]),
        ("5.000 Zelte", "de", [5000]),
        ("5,000 tents", "en", [5000]),
        ("300 Mio. Kronen", "de", [3e8]),
        ("zwei Billionen", "de", []),
        ("2 Billionen Yen", "de", [2e12]),
        ("In 2025 the 12 states met", "en", []),
    ],
)
def test_amounts_mean_the_same_in_both_languages(text: str, language: str, amounts: list[float]) -> None:
    assert list(numbers_in(text, language)) == amounts


def test_places_are_known_by_both_names_and_common_nouns_are_no_names(write: Any) -> None:
    told = "In Tokio sagte die Regierung des Jemen am Montag: Ottokar Habernickel kommt."
    german = marks_of(write(told, language="de").reading().report)
    english = marks_of(write("In Tokyo Yemen's government said that Habernickel would come.").reading().report)
    assert german.places.keys() == english.places.keys() == {"Tokyo", "ye"}
    assert german.names.keys() & english.names.keys() == {"habernickel"}
    assert "regierung" not in german.names


PRESS = "The ministry in Riga gives 1,340 generators to the hospitals of Zmiivka, Ms Ozolina said on Tuesday."
PRESSE = (
    "Das Ministerium in Riga gibt den Krankenhäusern von Zmiivka 1.340 Generatoren, sagte Frau Ozolina am Dienstag."
)
LATER = "The hospitals of Zmiivka got their first 200 of 1,340 generators, Ms Ozolina of the ministry in Riga said."


def test_a_pledge_without_a_meeting_is_a_story_across_languages(write: Any) -> None:
    readings = [
        write(PRESS, published_on="2025-11-04").reading(),
        write(PRESSE, published_on="2025-11-05", language="de").reading(),
        write(LATER, published_on="2025-12-09").reading(),
        write("A ferry ran aground off Riga.", published_on="2025-11-04").reading(),
    ]
    assert groups(readings) == sorted([[PRESSE, PRESS], [LATER], ["A ferry ran aground off Riga."]], key=sorted)
    [story] = [each for each in find_stories(readings) if len(each.members) == 2]
    for member in story.members:
        assert "same amounts: 1,340" in member.reason
        assert member.meeting is None


def test_another_meeting_of_a_report_is_not_the_storys(write: Any) -> None:
    """Two reports give the day; the third begins with the summit of the year before."""
    one = write(PRESS, published_on="2025-11-04").meets("2025-11-04", "Riga").reading()
    other = write(PRESSE, published_on="2025-11-04", language="de").meets("2025-11-04", "Riga").reading()
    third = write(PRESS + " " + PRESS, published_on="2025-11-05").meets("2024-10-01", "Riga").reading()
    [story] = find_stories([one, other, third])
    assert story.at_meeting == {one.report.id, other.report.id}


# --- What people decide ---


def split(reading: Reading, *others: Reading, what: Act = Act.SPLIT, when: str = "2025-12-01") -> Judgement:
    names = tuple(each.report.id for each in others)
    return Judgement(who="ada", when=when, what=what, target=reading.report.id, why="looked at both", others=names)


def test_a_person_takes_a_report_out_of_a_story_and_puts_it_back(write: Any) -> None:
    first, second = (about(write, text, "2025-11-04").reading() for text in ("First.", "Second."))
    apart = split(first, second)
    assert len(groups([first, second], judgements=[apart])) == 2
    together = split(second, first, what=Act.MERGE, when="2025-12-02")
    [story] = find_stories([first, second], judgements=[together, apart])
    assert story.members[0].reason == "ada put them together: looked at both"


def test_a_person_merges_what_nothing_links_and_takes_it_back(write: Any) -> None:
    first, second = write("One.", published_on="2025-01-01").reading(), write("Two.").reading()
    merged = split(first, second, what=Act.MERGE)
    assert len(groups([first, second], judgements=[merged])) == 1
    undone = Judgement(who="ada", when="2025-12-03", what=Act.UNDO, target=merged.id)
    assert len(groups([first, second], judgements=[merged, undone])) == 2


def test_a_person_decides_over_the_event_of_an_input_file(write: Any) -> None:
    first, second = (about(write, text, "2025-11-04", event="x").reading() for text in ("First.", "Second."))
    assert len(groups([first, second], judgements=[split(first, second)])) == 2


# --- Incremental updating ---

bits = st.tuples(
    st.sampled_from([None, "2025-11-03", "2025-11-05", "2025-11-09", "2025-11-30"]),
    st.sampled_from([None, "2025-11-03", "2025-11-09"]),
    st.sampled_from(["Riga", "Oslo"]),
    st.lists(st.sampled_from(["1,340 tents", "Zmiivka", "for Ozolina", "for Habernickel", "1,780 men"]), max_size=4),
    st.sampled_from([None, None, None, "x"]),
)


def drawn_reading(write: Any, number: int, drawn: Any) -> Reading:
    published, day, place, words, event = drawn
    writer = write(f"Report {number} has {', '.join(words)}.", published_on=published, event=event)
    reading: Reading = (writer.meets(day, place) if day or number % 2 else writer).reading()
    return reading


@given(st.lists(bits, min_size=1, max_size=9), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_adding_and_taking_out_one_by_one_gives_what_all_at_once_give(
    write: Any, drawn: list[Any], rng: random.Random
) -> None:
    readings = [drawn_reading(write, number, each) for number, each in enumerate(drawn)]
    judgements = [
        split(one, other, what=rng.choice([Act.SPLIT, Act.MERGE]))
        for one, other in zip(readings[::3], readings[1::3], strict=False)
    ]
    whole = find_stories(readings, judgements=judgements)
    index = StoryIndex(decided=decided_stories(judgements))
    turned = list(readings)
    rng.shuffle(turned)
    extra = features_of(drawn_reading(write, 99, rng.choice(drawn)))
    for number, reading in enumerate(turned):
        if number == len(turned) // 2:
            index.add(extra)
        index.add(features_of(reading))
    index.add(features_of(turned[0]))  # again: in place of what is there
    index.discard(extra.report)
    assert index.stories() == whole


acts = st.tuples(
    st.sampled_from(["no", "se"]),
    st.sampled_from(["troops", "air", "arms"]),
    st.sampled_from([None, "ua", "md"]),
    st.sampled_from([None, "remote", "in-person"]),
)


@given(st.lists(st.tuples(bits, st.lists(acts, max_size=3)), min_size=2, max_size=8))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_two_reports_may_come_to_is_never_less_than_what_they_come_to(write: Any, drawn: list[Any]) -> None:
    found = [features_of(acting_reading(write, number, *each), events=False) for number, each in enumerate(drawn)]
    keys = [keys_of(each) for each in found]
    pairs = [(one, other) for other in range(len(found)) for one in range(other)]
    marks = [sum(keys[one][key] for key in keys[one].keys() & keys[other].keys()) for one, other in pairs]
    bounds = Bounds(found, [points_untold(each) for each in found])
    ones, others = (np.array(column) for column in zip(*pairs, strict=True))
    for (one, other), most in zip(pairs, bounds.at_most(ones, others, np.array(marks)).tolist(), strict=True):
        assert most >= points_of(found[one], found[other])


def acting_reading(write: Any, number: int, drawn: Any, acts: Any) -> Reading:
    """A report as drawn, in which somebody contributes or attends as well."""
    published, day, place, words, _ = drawn
    first = f"Report {number} has {', '.join(words)}"
    writer = write(f"{first}.", published_on=published)
    writer = writer.meets(day, place) if day or number % 2 else writer
    for actor, measure, recipient, mode in acts:
        writer = writer.pledge(actor, measure, "considering", first, recipient=recipient)
        writer = writer.attends(actor, f"eva-{actor}", mode, first) if mode else writer
    reading: Reading = writer.reading()
    return reading
