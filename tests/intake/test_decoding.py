"""Bytes that are text, and bytes that are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.errors import InputError
from zusage.intake.decoding import decode_text

UMLAUTS = "Größere Übungen für Bürger außerhalb"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (UMLAUTS.encode("utf-8"), UMLAUTS),
        (b"\xef\xbb\xbf" + UMLAUTS.encode("utf-8"), UMLAUTS),
        (b"\xff\xfe" + UMLAUTS.encode("utf-16-le"), UMLAUTS),
        (b"\xfe\xff" + UMLAUTS.encode("utf-16-be"), UMLAUTS),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
    ],
)
def test_text_is_decoded_by_its_marks(content: bytes, text: str) -> None:
    assert decode_text(content, "f", limit=1000) == (text, ())


def test_windows_1252_is_read_with_a_note() -> None:
    text, notes = decode_text(("Er sagte „ja“ – " + UMLAUTS).encode("cp1252"), "f", limit=1000)
    assert UMLAUTS in text
    assert "„ja“ –" in text
    assert notes == ("is no UTF-8; read as Windows-1252",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"abc\x00def", "binary"),
        (random.Random(7).randbytes(4000), "binary"),  # noqa: S311 - junk, no secret
        (UMLAUTS.encode("utf-8") + b" \xc3 " + UMLAUTS.encode("utf-8"), "broken UTF-8 at byte"),
        (b"x" * 1001, "more than 1,000 characters"),
        (b"\xff\xfea", "no encoding that can be told"),
    ],
)
def test_what_is_no_text_is_said_in_one_line(content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        decode_text(content, "report.txt", limit=1000)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_input_error(content: bytes) -> None:
    try:
        text, _ = decode_text(content, "f", limit=1000)
    except InputError:
        return
    assert "\x00" not in text
    assert "\r" not in text
