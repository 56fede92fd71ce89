"""The one entry for every language."""

from __future__ import annotations

import pytest

from zusage.errors import InputError
from zusage.language.registry import analyse


def test_german_by_code_and_region() -> None:
    assert analyse("Oslo liefert.", "de-AT").language == "de"


def test_an_unknown_language_is_an_input_error() -> None:
    with pytest.raises(InputError, match="one of"):
        analyse("Oslo livre.", "fr")
