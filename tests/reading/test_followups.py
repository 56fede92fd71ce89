"""Conditions that a later clause or sentence adds to what has just been promised."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]

FIELDS = ("actor", "measure", "conditions")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Finnland will Soldaten entsenden. Voraussetzung sei ein Waffenstillstand.", "fi troops ceasefire"),
        (
            "de",
            "Finnland will Soldaten entsenden. Der Einsatz bedarf der Zustimmung des Parlaments.",
            "fi troops parliament",
        ),
        ("de", "Finnland will Soldaten entsenden. Das letzte Wort hat das Parlament.", "fi troops parliament"),
        ("de", "Finnland will Soldaten entsenden. Darüber muss das Parlament noch abstimmen.", "fi troops parliament"),
        ("de", "Finnland will Soldaten entsenden. Bedingung ist die Rückendeckung der USA.", "fi troops us-support"),
        (
            "de",
            "Finnland will Soldaten entsenden. Zu den Bedingungen zählen ein Waffenstillstand und ein UN-Mandat.",
            "fi troops ceasefire+un-mandate",
        ),
        ("de", "Finnland will Soldaten entsenden. Das Parlament hat bereits zugestimmt.", "fi troops -"),
        (
            "de",
            "Finnland will Soldaten entsenden.\n\nVoraussetzung für den Beitritt ist ein Waffenstillstand.",
            "fi troops -",
        ),
        (
            "de",
            "Finnland will Soldaten entsenden. Schweden liefert Drohnen. Das schwedische Parlament muss zustimmen.",
            "fi troops -; se arms parliament",
        ),
        ("de", "Finnland will Soldaten entsenden. Bedingung ist ein Vertrag mit der Bank.", "fi troops other"),
        (
            "de",
            "Finnland will Soldaten entsenden, wartet aber auf einen Beschluss des Sicherheitsrats.",
            "fi troops un-mandate",
        ),
        ("de", "Finnland will Soldaten entsenden. Tausende warten auf Zelte.", "fi troops -"),
        ("de", "Finnland will Soldaten entsenden. Zunächst wird das Parlament verlangt", "fi troops -"),
        ("de", "Finnland will Soldaten entsenden, wie zunächst verlangt", "fi troops -"),
        ("de", "Finnland will Soldaten entsenden. Schweden hatte das zuvor verlangt.", "fi troops -"),
        ("de", "Finnland will Soldaten entsenden, während Peru zuerst Gespräche fordert.", "fi troops -"),
        ("de", "Finnland stellt Soldaten, will aber, dass Peru die Hubschrauber schickt.", "fi troops support:pe"),
        ("de", "Finnland gibt 40 Millionen Euro, verlangt dafür aber Reformen.", "fi funding other"),
        ("en", "Finland will send soldiers, but wants Peru to provide the helicopters.", "fi troops support:pe"),
        ("en", "Finland will send soldiers. It will take years. We depend on the sea.", "fi troops -"),
        (
            "en",
            "The World Bank pledged 40 million euros. Its board still has to approve the loan.",
            "world-bank funding other",
        ),
        (
            "en",
            "Finland will give 40 million euros. A further 20 million euros would follow once an audit is done.",
            "fi funding -; fi funding other",
        ),
        ("de", "Finnland will Soldaten entsenden, verlangt aber zuvor ein UN-Mandat.", "fi troops un-mandate"),
        ("de", "Finnlands Zusage für Soldaten hängt davon ab, ob das Parlament zustimmt.", "fi troops parliament"),
        (
            "en",
            "Any Finnish deployment requires a vote in parliament. Finland is considering 200 soldiers.",
            "fi troops parliament",
        ),
        (
            "de",
            "Finnland sagte 40 Millionen Euro zu. Das Geld fließt erst, wenn das neue Gesetz gilt.",
            "fi funding other",
        ),
        ("de", "Finnland will Soldaten entsenden. Die Entsendung hängt vom Parlament ab.", "fi troops parliament"),
        (
            "de",
            "Finnland will Soldaten entsenden. Schweden verlangt als Bedingung einen Vertrag mit der Bank.",
            "fi troops -",
        ),
        ("en", "Finland plans to send soldiers. A ceasefire is a precondition.", "fi troops ceasefire"),
        (
            "en",
            "Finland pledged 40 million euros. The money will only flow once the new law is in force.",
            "fi funding other",
        ),
        (
            "en",
            "Finland plans to send soldiers. Ireland requires approval by its cabinet.",
            "fi troops -",
        ),
        (
            "en",
            "Finland plans to send soldiers. The mission requires the approval of parliament.",
            "fi troops parliament",
        ),
        ("en", "Finland plans to send soldiers. The final word lies with parliament.", "fi troops parliament"),
        ("en", "Finland plans to send soldiers. Parliament still has to vote.", "fi troops parliament"),
        ("en", "Finland plans to send soldiers. The condition is American backing.", "fi troops us-support"),
        ("en", "Finland plans to send soldiers. It depends on a ceasefire.", "fi troops ceasefire"),
        ("en", "Finland plans to send soldiers. Parliament has already agreed.", "fi troops -"),
        ("en", "Finland plans to send soldiers. Would parliament approve?", "fi troops -"),
        (
            "en",
            "Finland plans to send soldiers. Sweden will supply drones. The Swedish parliament must approve.",
            "fi troops -; se arms parliament",
        ),
    ],
)
def test_later_sentences(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, *FIELDS) == expected
