"""The compiled packages: used only while they are what the sources say, and never instead of newer source."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from zusage import compiled
from zusage.compiled import STAMPS, VARIABLE, is_compiled, stamps_of, use_compiled, what_is_old

PARTS = ("errors.py", "reading")


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources of two packages and a module; the first package and the module have been compiled from them."""
    folder = tmp_path / "src" / "zusage"
    for name in ("errors.py", "reading/__init__.py", "reading/lexicon/words.tsv", "web/app.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("one", "utf-8")
    made = tmp_path / "build"
    made.mkdir()
    monkeypatch.setattr(compiled, "SOURCES", folder)
    monkeypatch.setattr(compiled, "FOLDER", made)
    monkeypatch.setattr(sys, "path", list(sys.path))
    (made / STAMPS).write_text(stamps_of(PARTS), "utf-8")
    return folder


def path_of(sources: Path, wanted: str = "") -> list[str]:
    path = [str(sources)]
    use_compiled(path, wanted)
    return path


def test_what_fits_comes_before_the_sources(sources: Path) -> None:
    assert path_of(sources) == [str(compiled.FOLDER / "zusage"), str(sources)]


@pytest.mark.parametrize("name", ["errors.py", "reading/__init__.py", "reading/lexicon/words.tsv"])
def test_a_file_that_was_edited_turns_the_compiled_packages_off(sources: Path, name: str) -> None:
    (sources / name).write_text("two", "utf-8")  # as long as before
    assert path_of(sources) == [str(sources)]
    assert what_is_old(compiled.FOLDER) == f"{name} has changed since the packages were compiled"


def test_a_file_that_is_new_turns_them_off(sources: Path) -> None:
    (sources / "reading" / "added.py").write_text("", "utf-8")
    assert path_of(sources) == [str(sources)]
    assert what_is_old(compiled.FOLDER) == "reading/added.py is new or gone since the packages were compiled"


@pytest.mark.parametrize("name", ["errors.py", "reading/lexicon/words.tsv"])
def test_a_file_that_is_gone_turns_them_off(sources: Path, name: str) -> None:
    (sources / name).unlink()
    assert path_of(sources) == [str(sources)]


def test_a_file_that_was_written_again_as_it_was_does_not(sources: Path) -> None:
    os.utime(sources / "errors.py", ns=(1, 1))
    assert len(path_of(sources)) == 2


def test_what_they_do_not_use_may_change(sources: Path) -> None:
    (sources / "web" / "app.py").write_text("two", "utf-8")
    (sources / "reading" / "__pycache__").mkdir()
    (sources / "reading" / "__pycache__" / "x.pyc").write_bytes(b"")
    assert len(path_of(sources)) == 2


def test_they_can_be_turned_off(sources: Path) -> None:
    assert path_of(sources, "0") == [str(sources)]


def test_who_insists_on_them_is_told_why_they_are_not_used(sources: Path) -> None:
    (sources / "errors.py").write_text("two", "utf-8")
    with pytest.raises(ImportError, match=r"errors\.py has changed since the packages were compiled: run make compile"):
        path_of(sources, "1")


def test_nothing_compiled_is_the_sources(sources: Path) -> None:
    (compiled.FOLDER / STAMPS).unlink()
    assert path_of(sources) == [str(sources)]
    with pytest.raises(ImportError, match="nothing has been compiled for this Python: run make compile"):
        path_of(sources, "1")


def test_the_version_says_whether_it_runs_compiled() -> None:
    import zusage  # noqa: PLC0415 - its path is the one of this run

    command = [sys.executable, "-c", "from zusage.cli import main; main()", "--version"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own code
    assert out.endswith(" (compiled)\n") == is_compiled(zusage.__path__)


@pytest.mark.skipif(os.environ.get(VARIABLE) != "1", reason="only where the compiled packages are tested")
def test_the_reader_that_is_tested_is_the_compiled_one() -> None:
    from zusage.reading import report  # noqa: PLC0415 - as above

    assert not str(report.__file__).endswith(".py")


def test_no_whole_number_is_added_to_a_sum() -> None:
    """mypyc takes ``1 + sum(odds)`` for a whole number, and what it compiles raises a TypeError where the odds are floats."""
    for package in ("language", "reading"):
        for path in sorted((Path(compiled.__file__).parent / package).rglob("*.py")):
            assert not re.search(r"(?<![\d.])\d+ \+ sum\(", path.read_text("utf-8")), path
