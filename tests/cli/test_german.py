"""With ZUSAGE_LANGUAGE=de tables speak German throughout; what is data stays as it is."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zusage.cli.root import zusage
from zusage.cli.words import Labels, quantity_words, told, wordings
from zusage.dossier import load_dossier
from zusage.language.analysis import ClauseKind, Link, Mood, Role, Tense, Voice
from zusage.model.statement import Quantity
from zusage.reconcile.wording import actor_label
from zusage.workflow import outcomes, silence, weighing

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


def test_a_story_its_search_and_its_judgements_are_german(german: Run) -> None:
    listed = german("story", "list", "--all")
    name = german("story", "list", "--all", "--format", "jsonl").stdout[8:16]
    shown = german("story", "show", name, "--changes")
    found = german("search", "medics")
    for result in (listed, shown, found):
        assert result.exit_code == 0, result.output
        said = own_words(result.stdout + result.stderr)
        assert not ENGLISH.findall(said), said
    assert "Ereignis" in shown.stdout
    assert "gehört dazu:" in shown.stdout
    assert "Zitate (" in found.stdout
    assert german("search", "dragonfly").stderr.strip() == "Nichts enthält „dragonfly“."


def test_a_report_is_explained_in_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZUSAGE_LANGUAGE", "de")
    file = tmp_path / "bericht.txt"
    file.write_text("Norwegen schickt 40 Sanitäter in die Ukraine. Das Wetter bleibt gut, sagte der Sprecher.", "utf-8")
    monkeypatch.setenv("COLUMNS", "900")
    shown = CliRunner().invoke(zusage, ["explain", str(file), "--language", "de"]).stdout
    lines = [line for line in shown.splitlines() if not line.strip().startswith(("dafür:", "dagegen:", "firmness:"))]
    said = "\n".join(line for line in lines if not TRACE.match(line))
    for words in ("Satz 0", "Hauptsatz", "Verb", "Subjekt", "Zusage", "Norwegen", "gesagt v."):
        assert words in said, said
    for words in ("clause", "present", "it has no verb", "lexicon", "taken", " or ", "humanitarian"):
        assert words not in said.casefold().replace("hauptsatz", ""), said


def test_scores_and_differences_are_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZUSAGE_LANGUAGE", "de")
    gold = {"actor": "no", "measure": "troops", "firmness": "pledged", "quote": "Norwegen schickt 40 Sanitäter"}
    record: dict[str, object] = {"id": "a", "language": "de", "published_on": "2025-03-04", "title": "", "credit": None}
    record |= {"text": "Norwegen schickt 40 Sanitäter in die Ukraine.", "commitments": [gold]}
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(record | {"positions": [], "meetings": [], "attendance": []}), "utf-8")
    result = CliRunner().invoke(zusage, ["evaluate", str(file), "--errors"])
    assert result.exit_code == 0, result.output
    for words in ("Zusagen", "Akteur, Maßnahme", "Festigkeit: annotiert gegen gelesen", "getroffen", "Soldaten"):
        assert words in result.stdout, result.stdout
    said = "\n".join(line for line in result.stdout.casefold().splitlines() if not TRACE.match(line))
    for words in ("annotated", "commitment", "quotes", "measure", "false alarm"):
        assert words not in said, said


def test_every_word_of_an_explanation_has_german() -> None:
    """Whatever the explanations say in words of their own is in ``wordings.tsv``, and nothing else is."""
    said = {*silence.SILENT.values(), *silence.NEEDS.values()}
    for module in (silence, outcomes, weighing):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "wording":
                said |= texts_in(node.args[0])
            elif isinstance(node, ast.Return) and node.value is not None:
                said |= texts_in(node.value)
    assert {each for each in said if told(each, "de") == each} == set()
    assert set(wordings()) == said


def texts_in(node: ast.expr) -> set[str]:
    """The texts that an expression gives as they stand."""
    if isinstance(node, ast.IfExp):
        return texts_in(node.body) | texts_in(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else set()


def test_words_of_grammar_have_german() -> None:
    labels = Labels("de", load_dossier("ukraine-guarantees"))
    for sort in (Role, ClauseKind, Link, Tense, Mood, Voice):
        for value in sort:
            assert labels.grammar(value) != value or value == Tense.NONE, value


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


def test_organisations_and_regions_have_their_names() -> None:
    names = {actor: (actor_label(actor, "de"), actor_label(actor, "en")) for actor in ("world-bank", "lower-saxony")}
    assert names == {"world-bank": ("Weltbank", "World Bank"), "lower-saxony": ("Niedersachsen", "Lower Saxony")}
    assert actor_label("school-of-the-harbour", "en") == "School of the Harbour"  # known to no lexicon
    assert actor_label("wfx", "de") == "WFX"
    assert actor_label("kosovo", "en") == "Kosovo"
