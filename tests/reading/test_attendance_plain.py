"""Attendance in plain English words, where no meeting is named beside the verb; meetings that many hold together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Read = Callable[..., Reading]

OPENING = "Donors met at a conference in Geneva on Monday to raise money for Sudan."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran stayed away.", "ir absent"),
        ("Croatia did not take part.", "hr absent"),
        ("Russia did not come.", "ru absent"),
        ("Hungary and Slovakia took part, too.", "hu in-person; sk in-person"),
        ("China attended as an observer.", "cn in-person"),
        ("A Chilean official told reporters on the sidelines that more would come.", "cl in-person"),
        ("Italy's delegate put 30 million euros on the table.", "it in-person"),
        ("Austria, host of the one-day meeting, offers 80 observers.", "at in-person"),
        ("Kenya, host to half a million refugees, wants more.", ""),
        ("There was no reaction from Peru.", ""),
        ("The meeting brought together ministers from Chile and Peru.", "cl in-person; pe in-person"),
        ("Participants included Chile and Peru.", "cl in-person; pe in-person"),
        ("The conference was held behind closed doors, chaired by Peru.", "pe in-person"),
        ("The conference, co-hosted by Peru and Chile, raised 5 million dollars.", "pe in-person; cl in-person"),
        ("Chile and Peru are co-hosting the replenishment.", "cl in-person; pe in-person"),
        ("Peru did not send a representative.", "pe absent"),
        ("Peru snubbed the conference.", "pe absent"),
    ],
)
def test_plain_words(read: Read, text: str, expected: str) -> None:
    found = read(f"{OPENING}\n\n{text}", "en", "2025-06-10").attendance
    assert "; ".join(f"{a.actor} {a.mode}" for a in found) == expected


def test_taking_part_in_a_mission_is_no_attendance(read: Read) -> None:
    text = "Ministers met in Geneva on Monday about peacekeepers and soldiers for a force. Croatia did not take part."
    assert not [a for a in read(text, "en", "2025-06-10").attendance if a.actor == "hr"]


def test_a_virtual_conference_is_attended_from_afar(read: Read) -> None:
    text = "A virtual donor conference for Yemen on Monday raised a billion dollars. Italy's delegate promised nothing."
    assert [(a.actor, str(a.mode)) for a in read(text, "en", "2025-06-10").attendance] == [("it", "remote")]


def test_what_many_did_together_is_a_meeting(read: Read) -> None:
    text = (
        "GENEVA, June 9 (Reuters) - Lenders and governments committed more than $9 billion on Monday to help Pakistan."
    )
    found = read(text, "en", "2025-06-09").meetings
    assert [(m.date, m.place, str(m.kind_of)) for m in found] == [("2025-06-09", "Geneva", "donors")]
