"""Snippets: whole words around most of the hits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zusage.language.question import find_marks, parse_question
from zusage.publish.reports.snippets import Piece, cut_snippet, mark_all

FILLER = "The weather was fine and the harbour busy. " * 12
TEXT = f"Garden news. {FILLER}Oslo offered medics and more medics, said an envoy.\n{FILLER}"


def snippet(question: str, width: int = 90) -> tuple[Piece, ...]:
    return cut_snippet(TEXT, find_marks(TEXT, "en", parse_question(question)), width=width)


def test_a_snippet_shows_where_most_of_the_hits_are() -> None:
    found = snippet("medic")
    assert [each.text for each in found if each.hit] == ["medics", "medics"]
    words = "".join(each.text for each in found)
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert words.strip("… ") in " ".join(TEXT.split())


def test_without_a_hit_it_is_the_beginning() -> None:
    assert snippet("parliament")[0].text.startswith("Garden news.")


def test_a_short_text_is_whole() -> None:
    text = "Two medics came."
    assert cut_snippet(text, find_marks(text, "en", parse_question("medic"))) == (
        Piece("Two "),
        Piece("medics", hit=True),
        Piece(" came."),
    )
    assert mark_all(text, []) == (Piece("Two medics came."),)


@given(st.text(alphabet="ab \n", max_size=200), st.integers(5, 40), st.text(alphabet="ab", min_size=1, max_size=2))
def test_snippets_are_words_of_the_text(text: str, width: int, word: str) -> None:
    pieces = cut_snippet(text, find_marks(text, "fr", parse_question(word)), width=width)
    joined = "".join(each.text for each in pieces)
    assert joined.strip("… ") in " ".join(text.split())
