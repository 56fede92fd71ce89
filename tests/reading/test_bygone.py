"""What is told of years long gone, of losses and of trade: no contributions; and whose soldiers a force is made up of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "In 1997, Peru withdrew its soldiers from Chad.", 0),
        ("en", "Peru has had 300 soldiers in Chad since 2013.", 1),
        ("en", "Peru sent 300 soldiers to Chad in 2023.", 1),
        ("en", "Peru, which Chile invaded in 1990, has sent 300 soldiers to Chad.", 1),
        ("de", "1997 zog Peru seine Soldaten aus dem Tschad ab.", 0),
        ("de", "Im Jahr 1997 schickte Peru 300 Soldaten in den Tschad.", 0),
        ("de", "Peru schickte 1997 Soldaten in den Tschad.", 1),
    ],
)
def test_history(language: str, text: str, count: int) -> None:
    report = Report(text=text, language=language, published_on="2024-05-15")
    assert len(read_report(report, load_shipped("ukraine-guarantees")).commitments) == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peru has lost 40 soldiers in the fight against the insurgents."),
        ("en", "Peru exported 300,000 tonnes of maize last year."),
        ("de", "Peru hat im Kampf gegen die Aufständischen 40 Soldaten verloren."),
    ],
)
def test_losses_and_trade(tell: Tell, language: str, text: str) -> None:
    assert not tell(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The battalion consists of 300 Germans and 150 Danes.", "de troops delivered; dk troops delivered"),
        ("de", "Die Truppe besteht aus 300 Peruanern und 150 Ghanaern.", "pe troops delivered; gh troops delivered"),
    ],
)
def test_a_force_is_of_those_who_make_it_up(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected
