"""Conflicts between reports of one story: what is one, and what is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from zusage.model.ledger import Conflict, Scope, Severity
from zusage.model.report import Reading
from zusage.model.statement import Quantity, TraceStep
from zusage.model.values import Voice
from zusage.reconcile import find_conflicts, lay_grounds


def conflicts_of(readings: Sequence[Reading], slot: str | None = None) -> list[Conflict]:
    found = find_conflicts(lay_grounds(readings))
    return [each for each in found if slot in {None, each.slot}]


def pair(write: Any, one: tuple[str, str, str], other: tuple[str, str, str], **more: Any) -> list[Reading]:
    """Two reports of one event with one pledge each: (words, actor, firmness)."""
    readings = []
    for number, (words, actor, firmness) in enumerate((one, other)):
        writer = write(f"{words} Report {number}.", event="oslo", published_on="2025-11-04")
        writer.meets("2025-11-04", "Oslo").pledge(actor, "troops", firmness, words, **more)
        readings.append(writer.reading())
    return readings


CROSSING = [
    ("considering", "pledged", Severity.MEDIUM),
    ("signalled", "pledged", Severity.LOW),
    ("signalled", "delivered", Severity.LOW),
    ("withheld", "pledged", Severity.HIGH),
    ("rejected", "considering", Severity.MEDIUM),
    ("withdrawn", "pledged", Severity.HIGH),
]
FITTING = [
    ("considering", "signalled"),
    ("pledged", "concrete"),
    ("withheld", "signalled"),
    ("withheld", "rejected"),
    ("rejected", "withdrawn"),
]


@pytest.mark.parametrize(("one", "other", "severity"), CROSSING)
def test_a_difference_that_crosses_a_line_is_a_conflict(write: Any, one: str, other: str, severity: Severity) -> None:
    readings = pair(write, ("Helsinki says one thing.", "fi", one), ("Helsinki says another.", "fi", other))
    [found] = conflicts_of(readings)
    assert (found.slot, found.scope, found.severity) == ("firmness", Scope.REPORTS, severity)
    assert {side.value for side in found.sides} == {one, other}
    assert all(cited.quote for side in found.sides for cited in side.citations)
    assert found.explanation["de"].startswith("Die Berichte")
    assert "Finland, troops" in found.explanation["en"]
    assert "Finnland, Soldaten" in found.explanation["de"]


@pytest.mark.parametrize(("one", "other"), FITTING)
def test_a_difference_on_one_side_of_the_lines_is_none(write: Any, one: str, other: str) -> None:
    assert not conflicts_of(pair(write, ("So they say.", "fi", one), ("So others say.", "fi", other)))


def test_different_measures_do_not_contradict_each_other(write: Any) -> None:
    one = write("Finland is one of the contributors.", event="oslo").pledge("fi", "naval", "pledged", "Finland is one")
    other = write("Finland sends no soldiers.", event="oslo").pledge("fi", "troops", "rejected", "Finland sends no")
    assert not conflicts_of([one.reading(), other.reading()])


def test_what_was_said_on_another_day_is_a_change(write: Any) -> None:
    """Two days after the meeting a ministry tells a paper that the offer stands: nobody was wrong."""
    first = write("The Finns offered a boat.", event="oslo", published_on="2025-11-04").meets("2025-11-04", "Oslo")
    first.pledge("fi", "naval", "signalled", "The Finns offered a boat", said_on="2025-11-04")
    later = write("Finland will lend a boat, its ministry told us.", event="oslo", published_on="2025-11-06")
    later.meets("2025-11-04", "Oslo").pledge("fi", "naval", "pledged", "Finland will lend a boat", speaker="fi")
    again = write("Finland will lend the boat.", event="oslo", published_on="2025-11-07").meets("2025-11-04", "Oslo")
    again.pledge("fi", "naval", "pledged", "Finland will lend the boat")
    assert not conflicts_of([first.reading(), later.reading(), again.reading()])
    assert conflicts_of([first.reading(), again.reading()], "firmness"), "without the ministry it is a contradiction"


def test_what_a_later_report_tells_in_its_own_voice_is_no_newer_word(write: Any) -> None:
    """Two days after the meeting a paper writes that the boat comes: it tells of the meeting, and nobody spoke since."""
    first = write("The Finns will send no boat.", event="oslo", published_on="2025-11-04").meets("2025-11-04", "Oslo")
    first.pledge("fi", "naval", "rejected", "The Finns will send no boat", said_on="2025-11-04")
    later = write("Finland will lend a boat.", event="oslo", published_on="2025-11-06").meets("2025-11-04", "Oslo")
    later.pledge("fi", "naval", "pledged", "Finland will lend a boat", speaker="fi", voice=Voice.OWN)
    assert conflicts_of([first.reading(), later.reading()], "firmness")


def test_a_wrong_day_of_the_meeting_does_not_hide_what_was_said_there(write: Any) -> None:
    one = write("On Tuesday Oslo was undecided.", event="x", published_on="2025-11-04").meets("2025-11-04", "Oslo")
    one.pledge("no", "troops", "considering", "Oslo was undecided", said_on="2025-11-04")
    other = write("On 5 November Oslo promised men.", event="x", published_on="2025-11-06").meets("2025-11-05", "Oslo")
    other.pledge("no", "troops", "pledged", "Oslo promised men", said_on="2025-11-05")
    assert {each.slot for each in conflicts_of([one.reading(), other.reading()])} == {"date", "firmness"}


def test_a_joint_statement_is_one_conflict(write: Any) -> None:
    readings = []
    for words, firmness in (("Both may build depots.", "considering"), ("Both will build depots.", "pledged")):
        writer = write(words, event="oslo").pledge("fi", "logistics", firmness, words)
        readings.append(writer.pledge("no", "logistics", firmness, words).reading())
    [found] = conflicts_of(readings)
    assert found.subject == "fi,no logistics"
    assert "Finland and Norway" in found.explanation["en"]


class TestConditions:
    def stated(self, write: Any, *conditions: str, published_on: str = "2025-11-04", **more: Any) -> Reading:
        words = f"Norway will send soldiers ({len(conditions)})."
        writer = write(f"{words} {published_on}", event="oslo", published_on=published_on)
        more.setdefault("firmness", "pledged")
        firmness = more.pop("firmness")
        reading: Reading = writer.pledge("no", "troops", firmness, words, *conditions, **more).reading()
        return reading

    def test_one_that_a_report_drops(self, write: Any) -> None:
        readings = [self.stated(write, "parliament"), self.stated(write, published_on="2025-11-05")]
        [found] = conflicts_of(readings)
        assert (found.slot, found.severity) == ("condition", Severity.HIGH)
        assert [side.value for side in found.sides] == ["", "parliament"]
        assert "no condition" in found.explanation["en"]

    def test_one_that_was_added_later(self, write: Any) -> None:
        assert not conflicts_of([self.stated(write), self.stated(write, "parliament", published_on="2025-11-06")])

    def test_different_ones_hold_together(self, write: Any) -> None:
        readings = [self.stated(write, "parliament", "ceasefire"), self.stated(write, "us-support", "ceasefire")]
        assert not conflicts_of(readings)

    def test_ceasefire_and_peace_are_one(self, write: Any) -> None:
        assert not conflicts_of([self.stated(write, "ceasefire"), self.stated(write, "ceasefire", "peace-deal")])

    def test_a_refusal_drops_nothing(self, write: Any) -> None:
        readings = [self.stated(write, "parliament"), self.stated(write, firmness="rejected")]
        assert not conflicts_of(readings, "condition")

    def test_a_backstop_is_support_after_an_attack(self, write: Any) -> None:
        one = write("They would help if attacked.", event="o").pledge("us", "backstop", "signalled", "They", "attack")
        other = write("They would help them.", event="o").pledge("us", "backstop", "signalled", "They would")
        assert not conflicts_of([one.reading(), other.reading()])

    def test_a_condition_stated_for_another_contribution_is_not_dropped(self, write: Any) -> None:
        one = write("After a truce they go, and build depots after a truce.", event="o")
        one.pledge("no", "logistics", "pledged", "build depots after a truce", "ceasefire")
        other = write("After a truce they go. They build depots.", event="o")
        other.pledge("no", "troops", "pledged", "After a truce they go", "ceasefire")
        other.pledge("no", "logistics", "pledged", "They build depots")
        assert not conflicts_of([one.reading(), other.reading()])


class TestQuantities:
    @staticmethod
    def slots(write: Any, *amounts: tuple[str, Quantity], **more: Any) -> list[str]:
        readings = []
        for number, (words, quantity) in enumerate(amounts):
            writer = write(f"{words} ({number})", event="oslo")
            pledge = {"measure": "troops", **{key: value[number] for key, value in more.items()}}
            writer.pledge("no", pledge.pop("measure"), "pledged", words, quantity=quantity, **pledge)
            readings.append(writer.reading())
        return [f"{each.slot} {each.severity}" for each in conflicts_of(readings)]

    def test_two_numbers(self, write: Any) -> None:
        amounts = ("Oslo sends 500", Quantity(500, 500, "persons")), ("Oslo sends 900", Quantity(900, 900, "persons"))
        assert self.slots(write, *amounts) == ["quantity medium"]

    def test_a_ceiling_told_as_a_number(self, write: Any) -> None:
        amounts = ("up to 500 men", Quantity(None, 500, "persons")), ("500 men", Quantity(500, 500, "persons"))
        assert self.slots(write, *amounts) == ["quantity low"]

    def test_a_ceiling_and_about_as_many(self, write: Any) -> None:
        amounts = ("up to 500 men", Quantity(None, 500, "persons")), ("about 500 men", Quantity(500, 500, "persons"))
        assert self.slots(write, *amounts) == []

    def test_a_range_that_holds_the_number(self, write: Any) -> None:
        amounts = (
            ("several thousand men", Quantity(2000, None, "persons")),
            ("6,000 men", Quantity(6000, 6000, "persons")),
        )
        assert self.slots(write, *amounts) == []

    def test_rounding(self, write: Any) -> None:
        amounts = ("2.5 billion", Quantity(2.5e9, 2.5e9, "EUR")), ("2.46 billion", Quantity(2.46e9, 2.46e9, "EUR"))
        assert self.slots(write, *amounts, measure=("funding", "funding")) == []

    def test_conversion(self, write: Any) -> None:
        amounts = ("300 million euros", Quantity(3e8, 3e8, "EUR")), ("$330 million", Quantity(3.3e8, 3.3e8, "USD"))
        assert self.slots(write, *amounts, measure=("funding", "funding")) == []

    def test_one_number_in_two_currencies(self, write: Any) -> None:
        amounts = ("60 million crowns", Quantity(6e7, 6e7, "NOK")), ("60 million euros", Quantity(6e7, 6e7, "EUR"))
        assert self.slots(write, *amounts, measure=("funding", "funding")) == ["quantity medium"]

    def test_money_with_a_purpose_and_without(self, write: Any) -> None:
        amounts = ("300 million for food", Quantity(3e8, 3e8, "EUR")), ("330 million", Quantity(3.3e8, 3.3e8, "EUR"))
        assert self.slots(write, *amounts, measure=("humanitarian", "funding")) == ["quantity medium"]

    def test_a_joint_figure_and_a_share_of_it(self, write: Any) -> None:
        amounts = (
            ("together 15,000 men", Quantity(15000, 15000, "persons", shared=True)),
            ("4,000 Norwegians", Quantity(4000, 4000, "persons")),
        )
        assert self.slots(write, *amounts) == []

    def test_items_of_different_kinds(self, write: Any) -> None:
        amounts = ("2 frigates", Quantity(2, 2, "items")), ("5 helicopters", Quantity(5, 5, "items"))
        assert self.slots(write, *amounts, measure=("naval", "naval")) == []

    def test_a_sum_per_year_is_no_total(self, write: Any) -> None:
        amounts = ("1 billion a year", Quantity(1e9, 1e9, "EUR")), ("5 billion", Quantity(5e9, 5e9, "EUR"))
        assert self.slots(write, *amounts, measure=("funding", "funding"), per=("year", None)) == []

    def test_two_numbers_for_one_thing_in_one_report(self, write: Any) -> None:
        writer = write("Oslo sends 500 soldiers. In all 900 soldiers will go.")
        writer.pledge("no", "troops", "pledged", "Oslo sends 500 soldiers", quantity=Quantity(500, 500, "persons"))
        writer.pledge("no", "troops", "pledged", "900 soldiers will go", quantity=Quantity(900, 900, "persons"))
        [found] = conflicts_of([writer.reading()])
        assert found.scope is Scope.REPORT


class TestMeeting:
    def report(self, write: Any, text: str, date: str | None, place: str | None, **more: Any) -> Reading:
        given = {"event": "oslo", "published_on": "2025-11-05"} | more.pop("report", {})
        reading: Reading = write(text, **given).meets(date, place, **more).reading()
        return reading

    def test_day_with_the_clauses_that_give_it(self, write: Any) -> None:
        readings = [
            self.report(write, "The talks, hosts said, were held in Oslo on Tuesday. Rain fell.", "2025-11-04", "Oslo"),
            self.report(
                write,
                "Es regnete. Bei der Konferenz am 5. November in Oslo, hieß es, fehlte niemand.",
                "2025-11-05",
                "Oslo",
                report={"language": "de"},
            ),
        ]
        [found] = conflicts_of(readings)
        words = {side.value: side.citations[0].quote for side in found.sides}
        assert found.slot == "date"
        assert {day: quote and quote.exact for day, quote in words.items()} == {
            "2025-11-04": "were held in Oslo on Tuesday",
            "2025-11-05": "Bei der Konferenz am 5. November in Oslo",
        }

    def test_a_month_and_a_day_in_it_fit(self, write: Any) -> None:
        readings = [
            self.report(write, "In November they met.", "2025-11", "Oslo"),
            self.report(write, "On 4 November they met.", "2025-11-04", "Oslo"),
        ]
        assert not conflicts_of(readings)

    def test_place(self, write: Any) -> None:
        readings = [
            self.report(write, "They met in Oslo.", None, "Oslo"),
            self.report(write, "They met in Bergen.", None, "Bergen"),
        ]
        [found] = conflicts_of(readings)
        assert (found.slot, {side.value for side in found.sides}) == ("place", {"Oslo", "Bergen"})

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (("35 countries came.", 35), ("27 nations came.", 27), True),
            (("35 countries came.", 35), ("30 leaders came.", 30), False),
            (("Some 40 countries came.", 40), ("More than 50 nations came.", 50), True),
            (("About 40 countries came.", 40), ("42 nations came.", 42), False),
            (("More than 30 states came.", 30), ("35 countries came.", 35), False),
        ],
    )
    def test_number(self, write: Any, one: tuple[str, int], other: tuple[str, int], *, expected: bool) -> None:
        readings = [self.report(write, text, None, "Oslo", countries=number) for text, number in (one, other)]
        assert [each.slot for each in conflicts_of(readings)] == ["count"] * expected

    def test_number_in_the_name_of_a_collective(self, write: Any) -> None:
        one = write("26 countries will send men.", event="o").pledge("group:26-countries", "troops", "pledged", "26")
        other = write("28 states will send men.", event="o").pledge("group:28-states", "troops", "pledged", "28")
        assert [each.slot for each in conflicts_of([one.reading(), other.reading()])] == ["count"]

    def test_a_person_comes_in_one_way(self, write: Any) -> None:
        one = write("Lind spoke by video.", event="o").meets(None, "Oslo").attends("se", "eva-lind", "remote", "Lind")
        other = write("Lind flew in.", event="o").meets(None, "Oslo").attends("se", "eva-lind", "in-person", "Lind")
        [found] = conflicts_of([one.reading(), other.reading()])
        assert (found.slot, found.explanation["en"]) == (
            "attendance",
            "The reports differ on who came how (Eva Lind): in person against by video or telephone.",
        )

    def test_two_people_of_one_state_may_come_differently(self, write: Any) -> None:
        one = write("Lind spoke by video.", event="o").meets(None, "Oslo").attends("se", "eva-lind", "remote", "Lind")
        other = write("An envoy came.", event="o").meets(None, "Oslo").attends("se", None, "in-person", "An envoy")
        assert not conflicts_of([one.reading(), other.reading()])

    def test_a_state_that_stays_away_sends_nobody(self, write: Any) -> None:
        one = write("Sweden stayed away.", event="o").meets(None, "Oslo").attends("se", None, "absent", "Sweden")
        other = write("Lind flew in.", event="o").meets(None, "Oslo").attends("se", "eva-lind", "in-person", "Lind")
        [found] = conflicts_of([one.reading(), other.reading()])
        assert found.severity is Severity.HIGH


class TestVoices:
    def told(self, write: Any, speaker: str, actor: str, *, group: str = "group:26-countries") -> Reading:
        words = f"They will send men, {speaker} said."
        writer = write(words, event="o").meets(None, "Oslo").attends(actor, speaker, "in-person", words)
        reading: Reading = writer.pledge(group, "troops", "pledged", words, speaker=speaker).reading()
        return reading

    def test_one_announcement_by_persons_of_two_actors(self, write: Any) -> None:
        readings = [self.told(write, "eva-lind", "se"), self.told(write, "olaf-berg", "no")]
        assert [each.slot for each in conflicts_of(readings)] == ["attribution"]

    def test_the_words_that_say_who_said_it_are_quoted_with_it(self, write: Any) -> None:
        readings = []
        for speaker, actor, name in (("eva-lind", "se", "Ms Lind"), ("olaf-berg", "no", "Mr Berg")):
            writer = write(f"They will send men, {name} said on Monday.", event="o").meets(None, "Oslo")
            step = TraceStep("speaker", "parenthesis", writer.quote(f"{name} said"))
            writer.attends(actor, speaker, "in-person", f"{name} said")
            writer.pledge("group:26-countries", "troops", "pledged", "send men", speaker=speaker, trace=(step,))
            readings.append(writer.reading())
        [found] = conflicts_of(readings)
        words = {cited.quote.exact for side in found.sides for cited in side.citations if cited.quote}
        assert words == {"send men, Ms Lind said", "send men, Mr Berg said"}

    def test_two_persons_of_one_government(self, write: Any) -> None:
        assert not conflicts_of([self.told(write, "eva-lind", "se"), self.told(write, "jan-lund", "se")])

    def test_an_uncommon_contribution_by_two_actors(self, write: Any) -> None:
        one = write("Finnland will eine Kompanie stellen.", event="o", language="de")
        one.pledge("fi", "troops", "signalled", "Finnland will eine Kompanie stellen")
        other = write("Sweden is ready to send a company.", event="o")
        other.pledge("se", "troops", "signalled", "Sweden is ready to send a company")
        [found] = conflicts_of([one.reading(), other.reading()])
        assert (found.slot, {side.value for side in found.sides}) == ("actor", {"fi", "se"})

    def test_two_actors_in_one_report_are_two_contributions(self, write: Any) -> None:
        one = write("Finland and Sweden each send a company.", event="o")
        one.pledge("fi", "troops", "signalled", "send a company").pledge("se", "troops", "signalled", "send a company")
        other = write("Sweden is ready to send a company.", event="o")
        other.pledge("se", "troops", "signalled", "Sweden is ready to send a company")
        assert not conflicts_of([one.reading(), other.reading()])


def test_roots_stand_behind_the_sides(write: Any) -> None:
    """An agency's report and a paper that takes it over are one root."""
    body = (
        "Finland has offered to send a field hospital with forty doctors and nurses to the border region next spring."
    )
    agency = write(body, event="o", published_on="2025-11-04").pledge("fi", "other", "signalled", "Finland has offered")
    paper = write(f"Our paper: {body}", event="o", published_on="2025-11-05")
    paper.pledge("fi", "other", "signalled", "Finland has offered")
    third = write("Finland will send a hospital.", event="o").pledge("fi", "other", "pledged", "Finland will send")
    [found] = conflicts_of([agency.reading(), paper.reading(), third.reading()])
    sides = {side.value: side for side in found.sides}
    assert len(sides["signalled"].citations) == 2
    assert sides["signalled"].roots == (agency.reading().report.id,)


def said_in_riga(write: Any, words: str, firmness: str, said_on: str, published_on: str) -> Reading:
    text = f"{words} It is about 1,340 generators for Zmiivka, Ozolina said in Riga."
    writer = write(text, published_on=published_on)
    reading: Reading = writer.pledge("lv", "humanitarian", firmness, words, speaker="lv", said_on=said_on).reading()
    return reading


def test_without_a_meeting_a_later_day_is_a_change_and_no_contradiction(write: Any) -> None:
    """Riga considers it on Tuesday and rejects it on Wednesday; another report has it pledge on Tuesday."""
    tuesday = said_in_riga(write, "Riga considers it.", "considering", "2025-11-04", "2025-11-04")
    wednesday = said_in_riga(write, "Riga rejects it.", "rejected", "2025-11-05", "2025-11-05")
    other = said_in_riga(write, "Riga will give them.", "pledged", "2025-11-04", "2025-11-05")
    assert conflicts_of([tuesday, wednesday], "firmness") == []
    assert len(conflicts_of([tuesday, wednesday, other], "firmness")) == 1
