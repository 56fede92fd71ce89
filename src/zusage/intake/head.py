"""What the head of a plain text says about it: headline, day in a dateline, agency that it credits.

Only what stands where such things stand is believed: a day in the middle of a sentence is an event's, not the report's.
The agency is found by `zusage.reading.credit`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from zusage.model.quote import Span
from zusage.reading.credit import find_credit

_HEAD = 400
"""Characters at the beginning in which a dateline stands."""

_TITLE = 160
_PARAGRAPH = 160
"""Characters from which on a line is a paragraph, not one broken at the margin."""

_AROUND_TITLE = "#* \"'„“”»«"
_WEEKDAY = (
    "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_PLACES = rf"(?!(?:Am |On )?{_WEEKDAY})[A-ZÄÖÜ][\w.-]*(?:[ /]{{1,3}}(?:am |an der |of |de )?[A-ZÄÖÜ][\w.-]*){{0,5}}"

_DATELINE_DAY = re.compile(
    rf"^(?:{_PLACES}(?:,\s+| \([^()\n]{{2,40}}\)\s*[—–-]\s*)|[^.,\n]{{0,40}}[|–—-]\s*"
    r"|(?:Published|Stand|Veröffentlicht|Datum)(?: am)?:?\s+)?"
    rf"(?:{_WEEKDAY},?\s+)?(?:den\s+)?"
    r"(?P<day>(?P<d>\d{1,2})\.?\s+(?P<m>[A-Za-zä]{3,9})\.?,?\s+(?P<y>\d{4})"
    r"|(?P<m2>[A-Z][a-z]{2,8})\.?\s+(?P<d2>\d{1,2}),\s+(?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2})\.\s?(?P<m3>\d{1,2})\.\s?(?P<y3>\d{4})"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2}))"
    r"(?=\s*(?:$|[,.|(/–—-]|\d{1,2}[:.]\d{2}))",
    re.MULTILINE,
)
"""A day at the beginning of a line, after a place or a label, and set off: "Prag, 8. März 2024 (…) – Die …"."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says about itself; ``title_span`` is where the headline stands in the text, None if it has none."""

    title: str = ""
    title_span: Span | None = None
    published_on: str | None = None
    credit: str | None = None


def read_head(text: str, language: str) -> Head:
    """Read headline, day and credit off a plain text; what is not plainly there stays empty."""
    span = _find_title(text, language)
    title = text[span.start : span.end].strip(_AROUND_TITLE) if span else ""
    return Head(title, span, find_day(text), find_credit(text, language))


def find_day(text: str) -> str | None:
    """Return the day in a dateline at the text's beginning, ISO."""
    for match in _DATELINE_DAY.finditer(text[:_HEAD]):
        found = match.groupdict()
        for suffix in ("", "2", "3", "4"):
            if found[f"d{suffix}"]:
                day = make_day(found[f"y{suffix}"], found[f"m{suffix}"], found[f"d{suffix}"])
                if day:
                    return day
    return None


def _find_title(text: str, language: str) -> Span | None:
    """A headline is a short first line without a full stop, set off by a blank line or by what the next line is."""
    start = len(text) - len(text.lstrip())
    line, _, rest = text[start:].partition("\n")
    if not (rest.startswith("\n") or line.startswith("# ") or _begins_body(rest.partition("\n")[0], line, language)):
        return None
    bare = line.strip(_AROUND_TITLE)
    if not bare or len(bare) > _TITLE or bare.endswith((".", ":", ";", ",", "?")) or not rest.strip():
        return None
    if find_day(line) or find_credit(line, language):
        return None
    return Span(start, start + len(line))


def _begins_body(line: str, before: str, language: str) -> bool:
    """Say whether a line cannot go on with the one before it: it is a dateline, or a whole paragraph.

    "Kein Bau vor dem Winter", then "Graz (dpa) - Die Brücke …". A line that is broken at the margin is no longer than the
    one before it by so much.
    """
    first = line.lstrip(_AROUND_TITLE)[:1]
    is_paragraph = len(line) >= _PARAGRAPH and len(line) >= 2 * len(before) and first.isupper()
    return is_paragraph or bool(find_day(line) or (first.isupper() and find_credit(line, language)))


def make_day(year: str, month: str, day: str) -> str | None:
    """Return an ISO day, None if there is no such day; the month is a number or a German or English name."""
    number = int(month) if month.isdigit() else _months().get(month.lower())
    try:
        return date(int(year), number or 0, int(day)).isoformat()
    except ValueError:
        return None


@cache
def _months() -> Mapping[str, int]:
    return {name: int(number) for number, names in _rows("months.tsv") for name in names.split()}


def _rows(name: str) -> list[tuple[str, str]]:
    lines = files("zusage.intake").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(first, second) for first, second in rows[1:]]
