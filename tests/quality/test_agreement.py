"""How far two annotations agree: on invented reports that two people might read differently."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TOOLS = Path(__file__).parents[2] / "training" / "tools"
TEXTS = {
    "1": "Norwegen schickt 200 Soldaten. Schweden begrüßt das.",
    "2": "Die Regierung in Oslo prüft einen Kredit.",
    "3": "In Tromsø hat es geschneit.",
}


@pytest.fixture(name="agreement")
def fixture_agreement(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("agreement")


@pytest.fixture(name="data")
def fixture_data(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "wikinews"
    folder.mkdir(parents=True)
    lines = [
        json.dumps({"id": name, "title": "", "text": text, "url": "", "date": "2024-05-01"})
        for name, text in TEXTS.items()
    ]
    (folder / "de.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


def commitment(quote: str, actor: str, measure: str, firmness: str, **more: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {"speaker": None, "conditions": [], "quantity": None, "recipient": None, "said_on": None}
    return {"actor": actor, "measure": measure, "firmness": firmness, "quote": quote, **blank, **more}


def store(agreement: ModuleType, path: Path, commitments: dict[str, list[dict[str, Any]]]) -> Path:
    stored = []
    for name, text in TEXTS.items():
        report = {"language": "de", "credit": None, "commitments": commitments.get(name, [])}
        report |= {"positions": [], "meetings": [], "attendance": []}
        stored.append(agreement.wikinews.pin(report, {"id": name, "url": "", "date": "2024-05-01", "text": text}))
    path.write_text("\n".join(json.dumps(each) for each in stored), "utf-8")
    return path


@pytest.fixture(name="both")
def fixture_both(agreement: ModuleType, tmp_path: Path) -> tuple[Path, Path]:
    soldiers = "Norwegen schickt 200 Soldaten."
    amount = {"min": 200, "max": 200, "unit": "persons"}
    first = {"1": [commitment(soldiers, "no", "troops", "pledged", quantity=amount)]}
    second = {
        "1": [commitment(soldiers, "no", "troops", "concrete")],
        "2": [commitment("Die Regierung in Oslo prüft einen Kredit.", "no", "funding", "considering")],
    }
    return store(agreement, tmp_path / "first.jsonl", first), store(agreement, tmp_path / "second.jsonl", second)


def test_the_second_is_compared_as_if_it_had_been_read(
    agreement: ModuleType, data: Path, both: tuple[Path, Path]
) -> None:
    pairs = agreement.pair(*(agreement.read(path, data) for path in both))
    lines = [" ".join(line.split()) for line in agreement.table(pairs)]
    assert lines[0] == "de: 3 articles; a commitment in 1 by both, in 1 by one, in 1 by none"
    assert any(line.startswith("commitments actor+measure 0.667") and line.endswith("1 and 2") for line in lines)
    assert "firmness of matched pairs 0.000 of 1" in lines
    assert "quantity where either has one 0.000 of 1" in lines
    assert "speaker where either has one –" in lines


def test_each_difference_is_a_line(agreement: ModuleType, data: Path, both: tuple[Path, Path]) -> None:
    pairs = agreement.pair(*(agreement.read(path, data) for path in both))
    assert list(agreement.differences(pairs)) == [
        "wikinews-de-1 ~ commitment no troops (firmness: pledged | concrete; quantity: 200 persons | none)",
        "wikinews-de-2 + commitment no funding",
    ]


def test_agreement_is_the_same_either_way_round(agreement: ModuleType, data: Path, both: tuple[Path, Path]) -> None:
    one, other = (agreement.read(path, data) for path in both)
    there, back = (
        [line.split(",")[0].split("(")[0] for line in agreement.table(agreement.pair(*sides))]
        for sides in ((one, other), (other, one))
    )
    assert there == back


def test_another_text_is_refused_by_name(agreement: ModuleType, data: Path, both: tuple[Path, Path]) -> None:
    path = data / "data" / "wikinews" / "de.jsonl"
    path.write_text(path.read_text("utf-8").replace("Kredit", "Zuschuss"), "utf-8")
    with pytest.raises(ValueError, match=r"first\.jsonl: de 2: its text is not the one that was annotated"):
        agreement.read(both[0], data)


def test_both_annotations_are_of_the_measuring_part(agreement: ModuleType) -> None:
    """Their articles are those that the reader is measured on, whose records were settled from the two."""
    tool = agreement.wikinews
    settled = {
        (each["language"], each["id"], each["digest"])
        for language in tool.LANGUAGES
        for each in tool.read_annotations(language)
        if each.get("second")
    }
    assert settled
    assert all(tool.split(name) == "measure" for _, name, _ in settled)
    for path in (agreement.FIRST, agreement.SECOND):
        assert {(each["language"], each["id"], each["digest"]) for each in tool.read_lines(path)} == settled


def test_plain_news_has_a_second_annotation_of_its_learn_part(agreement: ModuleType) -> None:
    first, second = agreement.read_own(*agreement.PLAIN)
    written = [
        json.loads(line) for path in agreement.PLAIN[0].glob("*.jsonl") for line in path.read_text("utf-8").splitlines()
    ]
    assert first.keys() == second.keys() <= {each["id"] for each in written if each["split"] == "learn"}
    lines = list(agreement.table(agreement.pair(first, second)))
    assert [line.split(";")[0] for line in lines if "articles" in line] == [
        "de: 22 articles",
        "en: 23 articles",
        "all: 45 articles",
    ]


def test_broad_news_has_a_second_annotation_of_its_measuring_part(agreement: ModuleType) -> None:
    first, second = agreement.read_own(*agreement.BROAD)
    assert first.keys() == second.keys()
    settled = {
        each["id"]: each
        for path in agreement.BROAD[0].glob("*.jsonl")
        for each in map(json.loads, path.read_text("utf-8").splitlines())
    }
    assert {settled[name]["split"] for name in first} == {"measure"}
    assert all(settled[name].get("second") for name in first)
    lines = list(agreement.table(agreement.pair(first, second)))
    assert [line.split(";")[0] for line in lines if "articles" in line] == [
        "de: 28 articles",
        "en: 28 articles",
        "all: 56 articles",
    ]
