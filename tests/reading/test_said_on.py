"""The day on which something was said or done; the reports are of 4 September 2025, a Thursday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]

MEETING_DE = (
    "Brüssel, 4. September 2025. Auf der Geberkonferenz in Brüssel sind am Donnerstag 40 Staaten vertreten.\n\n"
)
MEETING_EN = "Forty countries met on Thursday in Brussels at a donor conference for Ukraine.\n\n"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        pytest.param(
            "de",
            "Ministerin Liis Kask sagte am Montag, Estland werde Soldaten schicken.",
            "2025-09-01",
            id="complement",
        ),
        pytest.param(
            "de",
            "Estland werde Soldaten schicken, sagte Ministerin Liis Kask am Montag.",
            "2025-09-01",
            id="parenthesis",
        ),
        pytest.param(
            "en", "Estonia would send soldiers, Minister Liis Kask said on Monday.", "2025-09-01", id="English"
        ),
        pytest.param(
            "de",
            "Ministerin Liis Kask äußerte sich am Montag. Estland werde Soldaten schicken.",
            "2025-09-01",
            id="goes on",
        ),
        pytest.param("de", "Estland sagte am Mittwoch 40 Soldaten zu.", "2025-09-03", id="own clause"),
        pytest.param("de", "Estland wird am Freitag Soldaten schicken.", "-", id="still to come"),
        pytest.param(
            "de", "Ministerin Liis Kask sagte heute, Estland werde Soldaten schicken.", "2025-09-04", id="heute"
        ),
        pytest.param("de", "Estland schickt Soldaten.", "-", id="no way to tell"),
        pytest.param(
            "de",
            "Nach dem Treffen vom Dienstag hat Estland Soldaten zugesagt.",
            "-",
            id="the day of a noun",
        ),
        pytest.param("de", MEETING_DE + "Estland sagte 40 Millionen Euro zu.", "2025-09-04", id="the meeting's day"),
        pytest.param(
            "en", MEETING_EN + "Estonia pledged 40 million euros.", "2025-09-04", id="the meeting's day, English"
        ),
        pytest.param("en", MEETING_EN + "Estonia has already paid 40 million euros.", "-", id="before the meeting"),
        pytest.param(
            "de",
            "10.15 Uhr: Die Sitzung beginnt.\n\n10.40 Uhr: Estland schickt Soldaten.\n\n11.05 Uhr: Es gibt Kaffee.",
            "2025-09-04",
            id="live ticker",
        ),
    ],
)
def test_day(tell: Tell, language: str, text: str, day: str) -> None:
    assert tell(text, language, "said_on").split("; ")[-1] == day
