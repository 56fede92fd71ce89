"""What `zusage init` writes loads at once, whatever title it is given."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.dossier import load_dossier, new_dossier_files
from zusage.dossier.yaml_values import parse_yaml
from zusage.errors import DossierError


def write(files: dict[str, str], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_a_new_dossier_loads(tmp_path: Path) -> None:
    dossier = load_dossier(write(dict(new_dossier_files("climate-fund")), tmp_path))
    assert dossier.id == "climate-fund"
    assert dossier.titles.en == "Climate fund"
    assert dossier.effort.actor == "group:climate-fund"
    assert not dossier.effort.backing.verified


def test_the_commented_examples_load_when_the_comment_signs_go(tmp_path: Path) -> None:
    files = {name: uncomment(content) for name, content in new_dossier_files("climate-fund").items()}
    dossier = load_dossier(write(files, tmp_path))
    assert (dossier.actors, dossier.people, dossier.events, dossier.claims, dossier.meetings) != ((), (), (), (), ())
    assert dossier.effort.launched_on == "2025-03-02"


def uncomment(content: str) -> str:
    lines = []
    for line in content.splitlines():
        bare = line.lstrip(" #")
        indented = line.replace("# ", "", 1) if line.startswith(("  #", "# ")) else line.lstrip("#")
        example = bare.startswith(("launched_", "recipient:", "known_until: 2")) or line.startswith("#  ")
        lines.append(indented if example else line)
    return "\n".join(lines) + "\n"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_title_survives(title: str) -> None:
    value = parse_yaml(new_dossier_files("x", title_de=title)["dossier.yaml"].encode(), "dossier.yaml")
    assert value is not None
    titles = dict(zip(["id", "titles"], value.node.value[:2], strict=True))["titles"][1]
    assert titles.value[0][1].value == title


@pytest.mark.parametrize("bad", ["", "Climate", "climate fund", "../x", "a--b"])
def test_a_bad_id_is_refused(bad: str) -> None:
    with pytest.raises(DossierError, match="is no id of a dossier"):
        new_dossier_files(bad)
