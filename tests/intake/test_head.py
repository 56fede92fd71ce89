"""What a text's head and foot say about it."""

from __future__ import annotations

import pytest

from zusage.intake.head import find_day, read_head

BODY = " Die Brücke wird nicht gebaut, sagte der Minister am Abend in der Stadt."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Graz, 7. Jänner 2025 (apa) -" + BODY, "2025-01-07"),
        ("OSLO, March 9, 2024 (Reuters) -" + BODY, "2024-03-09"),
        ("BERGEN (AP) — Monday, June 2, 2025\n\n" + BODY, "2025-06-02"),
        ("Stand: 03.02.2025, 18:23\n" + BODY, "2025-02-03"),
        ("Published 5 May 2025\n" + BODY, "2025-05-05"),
        ("2025-05-05\n" + BODY, "2025-05-05"),
        ("Bern, den 6. Mai 2025\n" + BODY, "2025-05-06"),
        ("Am 7. Januar 2025 traf man sich in Graz." + BODY, None),
        ("Am Freitag, den 7. März 2025, traf man sich." + BODY, None),
        ("Graz, 31. Februar 2025 (apa) -" + BODY, None),
        (BODY, None),
    ],
)
def test_a_day_counts_in_a_dateline_only(text: str, day: str | None) -> None:
    assert find_day(text) == day


def test_the_agency_that_a_text_credits() -> None:
    assert read_head("Graz (dpa/AFP) -" + BODY, "de").credit == "dpa"
    assert read_head("Graz -" + BODY, "de").credit is None


def test_a_headline_is_a_short_first_line_before_a_blank_one() -> None:
    head = read_head("„Brücke: kein Bau vor dem Winter“\n\n" + BODY, "de")
    assert head.title == "Brücke: kein Bau vor dem Winter"
    assert head.title_span is not None
    assert head.title_span.start == 0


@pytest.mark.parametrize(
    "second",
    [
        "Graz (dpa) -" + BODY,
        "Graz, 7. Mai 2025 -" + BODY,
        BODY.strip() + BODY + BODY,  # a paragraph in one line
    ],
)
def test_or_before_a_line_that_begins_the_body(second: str) -> None:
    assert read_head("Brücke: kein Bau vor dem Winter\n" + second, "de").title == "Brücke: kein Bau vor dem Winter"


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke wird nicht gebaut, sagte der Minister am Abend\nin der Stadt" + BODY + BODY + BODY,  # goes on
        "Die Brücke wird in diesem Winter nicht gebaut, sagte der\nMinister, und auch nicht im Frühjahr.",
        "Kein Bau.\n\n" + BODY,  # a sentence
        "Kein Bau\n" + BODY,  # not set off
        "Graz, 7. Mai 2025\n\n" + BODY,  # a dateline
        "Kein Bau",  # nothing follows
        "Baut man die Brücke vor dem Winter?\n\n" + BODY,  # may be the first sentence
    ],
)
def test_other_first_lines_are_no_headline(text: str) -> None:
    assert read_head(text, "de").title == ""
