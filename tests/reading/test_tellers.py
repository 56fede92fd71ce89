"""Who says a contribution, as the codebook writes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "The Danish defence minister said Denmark would send tents.", "dk", id="never named"),
        pytest.param("de", "Dänemark werde Zelte schicken, sagte der dänische Außenminister.", "dk", id="German"),
        pytest.param("en", "Danish Minister Ida Lund said Denmark would send tents.", "ida-lund", id="named"),
        pytest.param("en", "Denmark will send tents.", "-", id="nobody"),
    ],
)
def test_a_minister_whom_nobody_names_is_his_state(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "speaker") == expected
