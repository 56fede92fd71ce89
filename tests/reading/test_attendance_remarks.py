"""Attendance told in passing: each rule with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Read = Callable[..., Reading]


def tell(read: Read, text: str, language: str) -> str:
    return "; ".join(f"{a.actor} {a.mode}" for a in read(text, language, "2024-05-14").attendance)


_MET = "Ministers met for a summit in Quito on Monday. "
_TAGTEN = "Am Montag begann in Quito ein Gipfel. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A donor conference opened in Quito on Monday, hosted jointly by Peru, Chile and the United Nations.",
            "pe in-person; cl in-person; un in-person",
        ),
        (_MET + "Haiti's president pleaded for patience in a speech.", "ht in-person"),
        (_MET + "Haiti's president said on Sunday in a televised speech that he needed help.", ""),
        (
            _MET + "Kenya's foreign minister and his Chadian colleague emerged together to face the press.",
            "ke in-person; td in-person",
        ),
        (_MET + "Fiji's prime minister left the building before dawn.", "fj in-person"),
        (_MET + "Togo, not invited, protested.", "tg absent"),
        (_MET + "Togo's president failed to appear at the decisive session.", "tg absent"),
        (_MET + "Peru pulled out at the last minute.", "pe absent"),
        (_MET + "Togo refused to sign up to the declaration.", "tg in-person"),
        (
            _MET + "Oman's minister is due to talk to his Malian counterpart in the afternoon.",
            "om in-person; ml in-person",
        ),
        (_MET + "The king of Oman had invited them to the Ecuadorean capital.", "om in-person"),
        (_MET + "Congo's president sent his foreign minister.", "cd represented"),
        (_MET + "The World Bank sent its Africa director, Ann Holm.", "world-bank in-person"),
        (_MET + "Chad was missing.", "td absent"),
        (_MET + "Their Ecuadorean host spoke of a breakthrough.", "ec in-person"),
        (_MET + "Togo's president had not come to trade insults, he said.", ""),
        (
            "The ministers held a video conference on Monday. Chad was in the chair, Togo did not dial in.",
            "td remote; tg absent",
        ),
        ("The contact group for Mali meets in Quito today without Chad and Togo.", "td absent; tg absent"),
        ("The meeting of the foreign ministers of Chad and Togo in Quito on Monday was called off.", ""),
        (
            "Leaders of Chad, Togo and Mali agreed on Monday to set up a force after a day of talks in the town of Ibarra.",
            "td in-person; tg in-person; ml in-person",
        ),
        (
            "Togo's foreign minister flies to Ecuador. He is to meet his counterpart in Quito on Friday.",
            "tg in-person; ec in-person",
        ),
    ],
)
def test_english_remarks(read: Read, text: str, expected: str) -> None:
    assert tell(read, text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_TAGTEN + "Haitis Präsident bat in einer Rede um Geduld.", "ht in-person"),
        (
            _TAGTEN + "Kenias Außenminister und sein tschadischer Kollege traten gemeinsam vor die Presse.",
            "ke in-person; td in-person",
        ),
        (_TAGTEN + "Fidschis Ministerpräsident reiste noch in der Nacht ab.", "fj in-person"),
        (_TAGTEN + "Togo, nicht eingeladen, protestierte.", "tg absent"),
        (_TAGTEN + "Togo hatte abgesagt.", "tg absent"),
        (_TAGTEN + "Togo weigerte sich, die Erklärung mitzutragen.", "tg in-person"),
        (
            _TAGTEN + "Omans Minister will am Rande mit seinem malischen Kollegen sprechen.",
            "om in-person; ml in-person",
        ),
        (_TAGTEN + "Der omanische König hatte dazu eingeladen.", "om in-person"),
        (_TAGTEN + "Peru ist mit dem Außenminister vertreten, Chile nicht eingeladen.", "pe in-person; cl absent"),
        (_TAGTEN + "Die Gastgeberin, Ecuadors Außenministerin, mahnte zur Eile.", "ec in-person"),
        (_TAGTEN + "Vorjahresgastgeber Peru hält sich zurück.", ""),
        (_TAGTEN + "Togos Präsident ist nicht gekommen, um Geld zu verteilen.", ""),
        ("Ohne den Tschad und Togo berät heute in Quito die Mali-Kontaktgruppe.", "td absent; tg absent"),
        (
            "In Quito haben am Montag die Präsidenten Malis, Togos und des Tschad beraten.",
            "ml in-person; tg in-person; td in-person",
        ),
        ("Das für Montag in Quito geplante Treffen der Außenminister Malis und Togos ist abgesagt worden.", ""),
    ],
)
def test_german_remarks(read: Read, text: str, expected: str) -> None:
    assert tell(read, text, "de") == expected
