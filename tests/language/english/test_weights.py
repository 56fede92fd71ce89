"""Where the weights come from, and what is said when they are missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from zusage.errors import ZusageError
from zusage.language.english.weights import ModelError, find_weights, read_weights


def test_the_package_carries_the_weights() -> None:
    assert find_weights().stat().st_size < 10_000_000


def test_a_missing_package_is_named_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zusage_english", None)
    with pytest.raises(ZusageError, match="pip install zusage-english"):
        find_weights()


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    path.write_bytes(b"no weights")
    with pytest.raises(ModelError):
        read_weights(path)
