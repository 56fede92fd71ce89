"""With ZUSAGE_LANGUAGE=de tables speak German throughout; what is data stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import Result

from zusage.cli.words import Labels, quantity_words
from zusage.dossier import load_dossier
from zusage.model.statement import Quantity
from zusage.reconcile.wording import actor_label

Run = Callable[..., Result]

ENGLISH = re.compile(
    r"\b(pledged|statements?|roots?|condition|machine-read|reviewed|actor|amount|summit|published|undated|certainty|host"
    r"|opposes|history|high|severity|in person|entries|reports|from|to|the|of|and|unknown|first|read)\b"
)
TRACE = re.compile(r" +[a-z_]+: ")
WORDS_OF_THE_REPORT = ("„", "The medics", "Bergen, 4 March", "They met")


def own_words(said: str) -> str:
    """What the program says itself: without lines that hold words of the report, and without rules' names."""
    lines = said.splitlines()
    kept = [line for line in lines if not TRACE.match(line) and not any(each in line for each in WORDS_OF_THE_REPORT)]
    return "\n".join(kept).casefold()


@pytest.fixture
def german(filled: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("ZUSAGE_LANGUAGE", "de")
    monkeypatch.setenv("COLUMNS", "200")
    return filled


@pytest.mark.parametrize(
    "command", [("ledger",), ("meetings",), ("conflicts",), ("report", "list"), ("report", "show")]
)
def test_tables_are_german(german: Run, command: tuple[str, ...]) -> None:
    name: tuple[str, ...] = ()
    if command == ("report", "show"):
        name = (german("report", "list", "--format", "csv").stdout.splitlines()[1].split(",")[0],)
    result = german(*command, *name)
    assert result.exit_code == 0
    said = own_words(result.stdout + result.stderr)
    assert not ENGLISH.findall(said), said


def test_an_entry_is_german(german: Run) -> None:
    name = german("ledger", "--format", "jsonl").stdout[8:14]
    said = german("entry", name).stdout
    for words in (
        "Norwegen: humanitäre Hilfe",
        "●●●○○ zugesagt",
        "1 unabhängige Quelle",
        "Verlauf",
        "Aussagen",
        "Waffenruhe",
    ):
        assert words in said
    assert not ENGLISH.findall(own_words(said)), said


def test_amounts_and_days_in_german() -> None:
    assert (
        quantity_words(Quantity(None, 15_000, "persons", shared=True), language="de") == "≤ 15.000 Personen gemeinsam"
    )
    assert quantity_words(Quantity(2.5e9, 2.5e9, "EUR"), "year", "de") == "2,5 Mrd. EUR/Jahr"
    labels = Labels("de", load_dossier("ukraine-guarantees"))
    assert labels.days("2025-03-01", None) == "2025-03-01 bis …"


def test_collectives_in_german() -> None:
    assert actor_label("group:35-countries", "de") == "35 Länder"
    assert actor_label("group:35-countries", "en") == "35 countries"
    assert actor_label("group:baltic-states", "de") == "baltic states"
