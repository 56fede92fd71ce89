"""Attendance told in words apart from a verb of attending: each rule with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Read = Callable[..., Reading]


def tell(read: Read, text: str) -> str:
    return "; ".join(f"{a.actor} {a.mode}" for a in read(text, "en", "2024-05-14").attendance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Also present at the Quito summit were the ministers of Canada and Malta.", "ca in-person; mt in-person"),
        ("Absent from the summit in Quito was Peru.", "pe absent"),
        ("Joining the summit in Quito by video were the leaders of Chad and Mali.", "td remote; ml remote"),
        ("Those attending the summit in Quito included Kenya's finance minister.", "ke in-person"),
        (
            "Other leaders who skipped the summit in Quito were Peru's president and the king of Oman.",
            "pe absent; om absent",
        ),
        ("Leaders who did not attend the summit in Quito included Peru's president.", "pe absent"),
    ],
)
def test_who_is_named_behind_the_verb(read: Read, text: str, expected: str) -> None:
    assert tell(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's president failed to attend the summit in Quito.", "pe absent"),
        ("Peru's president was unable to attend the summit in Quito.", "pe absent"),
        ("Peru's president chose not to attend the summit in Quito.", "pe absent"),
        ("Peru's president decided against attending the summit in Quito.", "pe absent"),
        ("Peru's president is due to attend the summit in Quito.", "pe in-person"),
        ("Peru's president was a no-show at the summit in Quito.", "pe absent"),
        ("Burundi was conspicuous by its absence at the summit in Quito.", "bi absent"),
        ("Peru was not invited to the summit in Quito, and neither was Chile.", "pe absent; cl absent"),
        ("There was nobody from Peru at the summit in Quito.", "pe absent"),
        ("Peru's chair at the summit in Quito remained empty.", "pe absent"),
        ("Ministers met for a summit in Quito. Chad's minister came, Mali's did not.", "td in-person; ml absent"),
        ("Ministers met for a summit in Quito. Chad and Mali sent their apologies.", "td absent; ml absent"),
        ("Ministers met for a summit in Quito. Chad sent its apologies to the families of the dead.", ""),
        ("Several leaders, including Ghana's vice-president, failed to attend the summit in Quito.", "gh absent"),
    ],
)
def test_who_stays_away(read: Read, text: str, expected: str) -> None:
    assert tell(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru tasked its ambassador with attending the summit in Quito.", "pe represented"),
        ("Peru's minister sent her deputy to the summit in Quito.", "pe represented"),
        ("The summit in Quito opened with a speech by Malta's prime minister.", "mt in-person"),
        ("The guest list for the summit in Quito included the king of Oman.", "om in-person"),
        ("Russia was not on the guest list for the summit in Quito.", "ru absent"),
        ('"Time is short," Malta\'s minister said as she arrived for the summit in Quito.', "mt in-person"),
        ("The summit in Quito was attended by the heads of state of Togo and Benin.", "tg in-person; bj in-person"),
        ("Flanked by Malta's minister, Peru's minister spoke after the summit in Quito.", "pe in-person; mt in-person"),
    ],
)
def test_who_came_for_or_with_whom(read: Read, text: str, expected: str) -> None:
    assert tell(read, text) == expected


def test_a_mission_that_one_is_unable_to_take_part_in_is_no_meeting(read: Read) -> None:
    ministers = "Ministers met in Geneva on Monday about peacekeepers and soldiers for a force."
    assert "hr" not in tell(read, f"{ministers} Croatia was unable to take part before June.")


def test_the_state_stands_behind_the_name(read: Read) -> None:
    found = read("President Laura Whitcomb of Canada opened the summit in Quito.", "en", "2024-05-14").attendance
    assert [(a.actor, a.person) for a in found] == [("ca", "laura-whitcomb")]


def test_leaders_of_several_states_behind_by(read: Read) -> None:
    text = "The summit in Quito opened. Oman's minister was joined by the foreign ministers of Chad, Mali and Togo."
    assert set(tell(read, text).split("; ")) == {"om in-person", "td in-person", "ml in-person", "tg in-person"}


def test_an_adviser_who_represents_somebody(read: Read) -> None:
    text = "Leaders met in Quito for a summit. Chad's president did not come. His security adviser, Abel Ngaro, represented him."
    found = {(a.actor, a.person == "abel-ngaro", str(a.mode)) for a in read(text, "en", "2024-05-14").attendance}
    assert found == {("td", False, "absent"), ("td", True, "in-person")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Dienstag kamen in Quito die Außenminister Malis, Togos und des Tschad zusammen.", {"ml", "tg", "td"}),
        ("Am Dienstag berieten in Quito die Außenminister des Iran, des Irak und der Türkei.", {"ir", "iq", "tr"}),
    ],
)
def test_a_row_of_german_genitives(read: Read, text: str, expected: set[str]) -> None:
    assert {a.actor for a in read(text, "de", "2024-05-14").attendance} == expected


def test_a_short_answer_with_an_adjective(read: Read) -> None:
    text = "Die Minister trafen sich in Quito. Malis Minister kam, der togoische nicht."
    found = {(a.actor, str(a.mode)) for a in read(text, "de", "2024-05-14").attendance}
    assert found == {("ml", "in-person"), ("tg", "absent")}
