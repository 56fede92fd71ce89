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
        (_MET + "Chad and Mali were not on the guest list.", "td absent; ml absent"),
        (_MET + "Oxfam urged donors to pay.", ""),
        (_MET + "Italy's prime minister was missing from the group photo.", ""),
        (_MET + "China was there as an observer, but India was not.", "in absent; cn in-person"),
        (_MET + "Rwanda's president was the only leader to stay away.", "rw absent"),
        (
            _MET + "Participants, including the presidents of Senegal and Ghana, backed the plan.",
            "sn in-person; gh in-person",
        ),
        (_MET + "Chile and Peru objected from the floor.", "cl in-person; pe in-person"),
        (_MET + "Chile's finance minister flew home before the closing session.", "cl in-person"),
        (_MET + '"It is a start," said Peru\'s deputy minister, Ana Quispe, who moderated.', "pe in-person"),
        (_MET + "Representatives of Chad and Mali were not asked.", "td absent; ml absent"),
        (_MET + "Damascus was kept out.", "sy absent"),
        (_MET + "Sixty countries have accepted, while Peru has declined.", "pe absent"),
        (_MET + "Lithuania's premier came by train.", "lt in-person"),
        (_MET + "Peru's finance minister assured donors that not a cent would be lost.", "pe in-person"),
        (_MET + "Peru's premier said at the close that he was satisfied.", "pe in-person"),
        (_MET + "Peru's prime minister shook hands with Chile's president.", "pe in-person; cl in-person"),
        (_MET + "Peru's prime minister described the misery in the camps to her peers.", "pe in-person"),
        ("QUITO - The leaders of Peru and Chile spoke on the phone for an hour on Monday.", "pe remote; cl remote"),
        ("A conference opens in Quito today at the invitation of Peru and Chile.", "pe in-person; cl in-person"),
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
        (_TAGTEN + "Mali und Peru standen nicht auf der Gästeliste.", "ml absent; pe absent"),
        (_TAGTEN + "Damaskus blieb außen vor.", "sy absent"),
        (_TAGTEN + "Malis Präsident war persönlich erschienen.", "ml in-person"),
        (
            "Am Montag wollen Vertreter Malis und Perus in Quito über ein Kommando beraten.",
            "ml in-person; pe in-person",
        ),
        (_TAGTEN + "Peru war mit seinem Botschafter dabei.", "pe represented"),
        (_TAGTEN + "Perus Präsident erschien entgegen der Ankündigung nicht.", "pe absent"),
        (_TAGTEN + "Zum Auftakt sprach Perus Präsident von einem Wendepunkt.", "pe in-person"),
        (_TAGTEN + "Perus Premierminister schüttelte Chiles Staatschef die Hand.", "pe in-person; cl in-person"),
        (_TAGTEN + "Vertreter Malis und des Iran wurden nicht eingeladen.", "ml absent; ir absent"),
        (
            "Quito - Am Montag sitzen sich die Präsidenten Malis und der Mongolei gegenüber.",
            "ml in-person; mn in-person",
        ),
        (
            "Quito - Mali und Togo haben als gemeinsame Gastgeber am Montag in Quito Geld gesammelt.",
            "ml in-person; tg in-person",
        ),
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
