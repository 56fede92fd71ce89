"""A quote with what stands around it, as far as a person needs to judge it; imports nothing that takes time."""

from __future__ import annotations

import re

from zusage.model.quote import CONTEXT, Quote
from zusage.model.report import Report

AROUND = 100
"""Characters before and after a quote, cut at a blank; never a whole article."""

_SENTENCE_END = re.compile(r"[.!?…][\"”“»«’)]*\s+|\n")
_ENDS = re.compile(r"[.!?…][\"”“»«’)]*$")


def around(quote: Quote, text: str) -> tuple[str, str]:
    """Return what stands before and after a quote in its text, on one line; an ellipsis where more stands there."""
    start, end = max(0, quote.start - AROUND), min(len(text), quote.end + AROUND)
    before, after = text[start : quote.start], text[quote.end : end]
    if start:
        before = "…" + before[before.find(" ") + 1 :]
    if end < len(text):
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return _one_line(before), _one_line(after)


def rest_of_sentence(quote: Quote) -> tuple[str, str]:
    """Return what stands before and after a quote in its sentence, as far as is kept with it; an ellipsis where more does.

    "They would, *if a truce held, send sappers*, he said. Nobody answered." has "They would," and ", he said."
    """
    before = _SENTENCE_END.split(quote.prefix)[-1]
    if before == quote.prefix and len(before) == CONTEXT:
        before = "…" + before[before.find(" ") + 1 :]
    if _ENDS.search(quote.exact):
        return _one_line(before), ""
    end = _SENTENCE_END.search(quote.suffix)
    after = quote.suffix[: end.end()].rstrip() if end else quote.suffix
    if end is None and len(after) == CONTEXT:
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return _one_line(before), _one_line(after)


def context_of(quote: Quote, report: Report) -> str:
    """Return a quote in its context, as one line."""
    before, after = around(quote, report.text)
    return f"{before}{' '.join(quote.exact.split())}{after}"


def _one_line(words: str) -> str:
    """One blank for each run of white space, also at the ends."""
    line = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{line}{' ' if line and words[-1:].isspace() else ''}"
