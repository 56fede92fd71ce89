"""What a later clause says that a sum is spent on: the examples of the rules, and what they must leave alone."""

from __future__ import annotations

import pytest

from zusage.dossier import load_dossier
from zusage.model.report import Report
from zusage.reading.report import read_report

DOSSIER = load_dossier("ukraine-guarantees")


def measures(text: str, language: str) -> list[str]:
    """The measures of the commitments of a report."""
    report = Report(text=text, language=language, title="", published_on="2024-05-02")
    return [each.measure for each in read_report(report, DOSSIER).commitments]


@pytest.mark.parametrize(
    ("text", "language", "measure"),
    [
        ("Chile promised 40 million euros, most of which will be used to repair bridges.", "en", "reconstruction"),
        ("Chile put up 3 million dollars, which is to be used for flood victims in Mali.", "en", "humanitarian"),
        ("Chile pledged 40 million euros. The money will go to the Red Cross.", "en", "humanitarian"),
        ("Chile pledged 40 million euros. The funds will be used to rebuild bridges.", "en", "reconstruction"),
        ("Chile pledged 40 million euros. Santiago said the money would be used to buy tents.", "en", "humanitarian"),
        ("Chile pledged 40 million euros to expand the port.", "en", "reconstruction"),
        ("Chile sagte 40 Millionen Euro zu. Das Geld soll in den Wiederaufbau fließen.", "de", "reconstruction"),
        ("Chile sagte 40 Millionen Euro zu. Das Geld soll den Opfern der Flut zugutekommen.", "de", "humanitarian"),
        ("Chile stellt 40 Millionen Euro bereit. Damit sollen Brücken repariert werden.", "de", "reconstruction"),
        ("Chile stellt 40 Millionen Euro bereit, mit denen Brücken repariert werden sollen.", "de", "reconstruction"),
        ("Chile stellt 40 Millionen Euro bereit, die für Zelte gedacht sind.", "de", "humanitarian"),
    ],
)
def test_a_later_clause_tells_what_a_sum_is_for(text: str, language: str, measure: str) -> None:
    assert measures(text, language) == [measure]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Chile pledged 40 million euros. The money will not be spent on weapons.", "en"),
        ("Chile sagte 40 Millionen Euro zu. Das Geld kommt aus dem Haushalt.", "de"),
        ("Chile sagte 40 Millionen Euro zu. Das Geld ist für die Menschen im Land und für Flüchtlinge gedacht.", "de"),
    ],
)
def test_what_it_is_not_for_or_comes_from_is_no_purpose(text: str, language: str) -> None:
    assert measures(text, language) == ["funding"]
