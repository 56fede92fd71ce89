"""The day that a text itself gives as its own: dateline, time stamp, "Published: …". Uses `finder`.

Metadata decide a report's day; this is what the text says, for reports that come without and for the comparison.
"""

from __future__ import annotations

import re

from zusage.language.dates.finder import find_dates
from zusage.language.dates.mention import DateMention
from zusage.language.dates.period import Grain

_HEAD = 400  # characters; a text gives its day at its beginning, or not
_FULL = frozenset({"day", "figures", "iso-day"})
_STAMP = re.compile(
    r"""(?ix)
    (?: ver[öo]ffentlicht | erschienen | stand | datum | publiziert | aktualisiert | erstellt
      | published | posted | updated | dated? | issued | last\ modified )
    \s* (?: (?:am|on|at) \b )? \s* [:|]? \s* $"""
)
_PROSE = re.compile(r"[a-zäöüß]{2,}\s+[a-zäöüß]{2,}\s+[a-zäöüß]{2,}")
_CLOSE = re.compile(r"\s*(?:$|[\n)\]|–—:/.,(-]|(?:um\s+)?\d{1,2}[:.]\d{2}|/\.|at\s+\d)", re.IGNORECASE)


def find_text_day(text: str, language: str) -> DateMention | None:
    """Find the full date (with its year) that a text carries as its own day; None if it carries none.

    "Paris, 4. September 2025 (dpa)", "06.01.2026, 21:34 Uhr", "Published: 8 December 2025". A date inside a sentence is
    none of these. Only the first lines are looked at.
    """
    for mention in find_dates(text[:_HEAD], language, None):
        period = mention.period
        if mention.rule in _FULL and period is not None and period.grain is Grain.DAY and _is_heading(text, mention):
            return mention
    return None


def _is_heading(text: str, mention: DateMention) -> bool:
    """Whether a date stands in a dateline or stamp: no prose on its line before it, a sign or the line's end after."""
    line = text.rfind("\n", 0, mention.start) + 1
    before = text[line : mention.start]
    if _STAMP.search(before):
        return True
    return not _PROSE.search(before) and _CLOSE.match(text, mention.end) is not None
