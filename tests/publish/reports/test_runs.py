"""Runs: overlapping quotes in a text, furniture, and what is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zusage.model.quote import Span
from zusage.publish.reports.runs import Run, cut_runs

TEXT = "Oslo will send medics, and Bergen ships.\n\nRead next: weather"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_quotes_that_overlap_share_a_run() -> None:
    quotes = {
        "whole": span("Oslo will send medics, and Bergen ships."),
        "a": span("send medics"),
        "b": span("medics, and"),
    }
    first, second = cut_runs(TEXT, quotes, [(span("Read next: weather"), "read-next")])
    assert first.runs == (
        Run("Oslo will ", ("whole",), begins=("whole",)),
        Run("send ", ("a", "whole"), begins=("a",)),
        Run("medics", ("a", "b", "whole"), begins=("b",), ends=("a",)),
        Run(", and", ("b", "whole"), ends=("b",)),
        Run(" Bergen ships.", ("whole",), ends=("whole",)),
    )
    assert second.is_furniture
    assert not first.is_furniture


def test_the_same_words_of_two_statements_are_one_run() -> None:
    (first, _) = cut_runs(TEXT, {"a": span("send medics"), "b": span("send medics")})
    assert [run.quoted_by for run in first.runs] == [(), ("a", "b"), ()]
    assert first.runs[1].begins == first.runs[1].ends == ("a", "b")


def test_a_quote_over_a_line_end_goes_on_in_the_next_paragraph() -> None:
    first, second = cut_runs(TEXT, {"a": span("ships.\n\nRead")})
    assert first.runs[-1] == Run("ships.", ("a",), begins=("a",))
    assert second.runs[0] == Run("Read", ("a",), ends=("a",))


def test_what_is_not_shown_is_a_gap() -> None:
    paragraphs = cut_runs(TEXT, {"a": span("medics")}, shown=[span("send medics, and")])
    assert [each.is_gap for each in paragraphs] == [True, False, True]
    assert "".join(run.text for run in paragraphs[1].runs) == "send medics, and"
    assert [each.is_gap for each in cut_runs(TEXT, {}, shown=[])] == [True]
    assert cut_runs("", {}) == ()


@given(st.text(alphabet="ab \n", max_size=60), st.data())
def test_runs_joined_are_the_text_and_every_quote_is_whole(text: str, data: st.DataObject) -> None:
    quotes = {}
    for number in range(data.draw(st.integers(0, 5)) if text else 0):
        start = data.draw(st.integers(0, len(text) - 1))
        quotes[str(number)] = Span(start, data.draw(st.integers(start + 1, len(text))))
    paragraphs = cut_runs(text, quotes)
    assert ["".join(run.text for run in each.runs) for each in paragraphs] == [
        line for line in text.split("\n") if line.strip()
    ]
    for name, place in quotes.items():
        marked = "".join(run.text for each in paragraphs for run in each.runs if name in run.quoted_by)
        assert "".join(marked.split()) == "".join(text[place.start : place.end].split())
