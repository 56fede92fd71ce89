"""Quotes: exact runs of characters of a text, checked when they are made.

Offsets are Python code points, half-open. Standard library only.

Source: W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector.
"""

from __future__ import annotations

from typing import Self

from zusage.errors import QuoteError, wording
from zusage.model.records import record

CONTEXT = 32
"""Characters of prefix and suffix that are kept to find a quote again in a changed text."""


@record(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two runs share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the other run lies within this one."""
        return self.start <= other.start and other.end <= self.end


@record(frozen=True, slots=True)
class Quote:
    """Words of a text with their place in it: ``text[start:end] == exact``."""

    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """Cut the run ``start`` to ``end`` out of a text, without the white space at its ends.

        Raises:
            QuoteError: the run is empty, or outside of the text.
        """
        if not 0 <= start < end <= len(text):
            raise QuoteError(
                wording("quote {start}:{end}", start=start, end=end),
                wording("is no run of a text of {count} characters", count=len(text)),
            )
        run = text[start:end]
        exact = run.strip()
        if len(exact) != len(run):
            start += len(run) - len(run.lstrip())
            end = start + len(exact)
        if start >= end:
            raise QuoteError(wording("quote {start}:{end}", start=start, end=end), "holds white space only")
        before = start - CONTEXT if start > CONTEXT else 0
        return cls(exact, start, end, text[before:start], text[end : end + CONTEXT])

    @classmethod
    def find(cls, text: str, exact: str, *, near: int = 0) -> Self:
        """Find words in a text; where they occur more than once, take the place closest to ``near``.

        Raises:
            QuoteError: the words do not occur.
        """
        exact = exact.strip()
        if not exact:
            raise QuoteError("quote", "is empty", hint="give the exact words of the report")
        places = []
        at = text.find(exact)
        while at >= 0:
            places.append(at)
            at = text.find(exact, at + 1)
        if not places:
            raise QuoteError(
                wording("quote «{words}»", words=_short(exact)),
                "does not stand in the text",
                hint="copy the words exactly",
            )
        start = min(places, key=lambda place: abs(place - near))
        return cls.cut(text, start, start + len(exact))

    def check(self, text: str) -> None:
        """Make sure that the quote stands in the text at its place.

        Raises:
            QuoteError: it does not.
        """
        if not self.exact or text[self.start : self.end] != self.exact:
            raise QuoteError(
                wording("quote «{words}»", words=_short(self.exact)),
                wording("does not stand at {start}:{end} of its text", start=self.start, end=self.end),
            )

    @property
    def span(self) -> Span:
        """The quote's place."""
        return Span(self.start, self.end)


def _short(words: str, width: int = 60) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"
