"""A quote with what stands around it, as far as a person needs to judge it; imports nothing that takes time."""

from __future__ import annotations

from zusage.model.quote import Quote
from zusage.model.report import Report

AROUND = 100
"""Characters before and after a quote, cut at a blank; never a whole article."""


def around(quote: Quote, report: Report) -> tuple[str, str]:
    """Return what stands before and after a quote, on one line; an ellipsis where more stands there."""
    text = report.text
    start, end = max(0, quote.start - AROUND), min(len(text), quote.end + AROUND)
    before, after = text[start : quote.start], text[quote.end : end]
    if start:
        before = "…" + before[before.find(" ") + 1 :]
    if end < len(text):
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return _one_line(before), _one_line(after)


def context_of(quote: Quote, report: Report) -> str:
    """Return a quote in its context, as one line."""
    before, after = around(quote, report)
    return f"{before}{' '.join(quote.exact.split())}{after}"


def _one_line(words: str) -> str:
    """One blank for each run of white space, also at the ends."""
    line = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{line}{' ' if line and words[-1:].isspace() else ''}"
