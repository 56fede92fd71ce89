"""The reference pages name every value and every key, and their examples of errors are what the program says."""

import re
from pathlib import Path

import pytest
import yaml

from zusage.dossier import new_dossier_files
from zusage.model import values

ROOT = Path(__file__).parents[2]
VALUES = (ROOT / "docs" / "reference" / "values.md").read_text(encoding="utf-8")
KEYS = (ROOT / "docs" / "reference" / "dossier.md").read_text(encoding="utf-8")
SHIPPED = ROOT / "src" / "zusage" / "dossier" / "shipped"


def keys_of(node: yaml.Node) -> set[str]:
    if isinstance(node, yaml.MappingNode):
        return {key.value for key, _ in node.value}.union(*(keys_of(value) for _, value in node.value))
    return set().union(*(keys_of(item) for item in node.value)) if isinstance(node, yaml.SequenceNode) else set()


@pytest.mark.parametrize(
    "listed",
    [
        values.Firmness,
        values.Stance,
        values.ConditionType,
        values.MeetingKind,
        values.Role,
        values.Mode,
        values.Authority,
        values.Voice,
        values.Basis,
        values.Instrument,
        values.Where,
        values.Aim,
        values.Per,
        values.ConditionLogic,
        values.SourceKind,
        values.MEASURES,
        values.TOPICS,
    ],
)
def test_every_value_is_in_the_reference(listed: type[values.Firmness] | tuple[str, ...]) -> None:
    assert [value for value in listed if f"`{value}`" not in VALUES] == []


def test_the_steps_of_firmness_are_the_program_s() -> None:
    for firmness in values.Firmness:
        step = "none" if firmness.step is None else firmness.step
        assert f"| `{firmness}` | {step} |" in VALUES


def test_every_key_of_a_dossier_is_in_the_reference() -> None:
    files = [*SHIPPED.glob("*/*.yaml"), *Path(__file__).parent.glob("*/*.yaml")]
    nodes = [yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) for file in files]
    keys = set().union(*(keys_of(node) for node in nodes if node is not None))
    assert len(keys) > 30
    assert [key for key in sorted(keys) if not re.search(rf"`{key}`", KEYS)] == []


def test_every_file_of_a_dossier_is_in_the_reference() -> None:
    assert all(f"## {name}" in KEYS for name in new_dossier_files("x"))


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).resolve().is_file(), target
