"""What certainty of a position is learned over."""

from __future__ import annotations

import pytest

from zusage.dossier import load_dossier
from zusage.model.report import Report
from zusage.reading.report import positions_of

DOSSIER = load_dossier("ukraine-guarantees")


def features(text: str, language: str = "en") -> frozenset[str]:
    """The features of the first position of a text."""
    return positions_of(Report(text=text, language=language, name="r"), DOSSIER)[0][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway welcomed the ceasefire.", {"actor:state", "stance:supports", "topic named", "topic of the codebook"}),
        ("NATO welcomed the ceasefire.", {"actor:organisation", "actor here"}),
        ("Norway welcomed the new anthem.", {"topic of its own", "actor here"}),
        ("The minister of Norway spoke. He welcomed the ceasefire.", {"rule:verb", "rule:verb welcome"}),
    ],
)
def test_what_is_looked_at(text: str, expected: set[str]) -> None:
    assert expected <= features(text)


def test_ordinary_news_is_told_from_reports_on_efforts() -> None:
    ordinary = "The league met its clubs on Sunday. Norway welcomed the new rules for referees."
    donors = "Donors met in Oslo and pledged 3 billion euros and 500 soldiers. Norway welcomed the pledges."
    assert {each for each in features(ordinary) if each.startswith("over")} < {
        each for each in features(donors) if each.startswith("over")
    }
    assert "state, over 0" in features(donors)
