"""What the head and foot of a plain text say about it: headline, day in a dateline, agency that it credits.

Only what stands where such things stand is believed: a day in the middle of a sentence is an event's, not the report's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from zusage.model.quote import Span

_HEAD = 400
"""Characters at the beginning in which a dateline stands; `_FOOT`: at the end, a line of sources."""

_FOOT = 300
_TITLE = 160
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

_CREDIT_PLACE = (
    r"(?:^|[\s.,])\((?P<in>[^()\n]{2,40})\)\s*[-–—:.,]",  # Paris (dpa) –
    r"(?:^|\s)/(?P<slash>[A-Z][A-Za-z-]{2,20})/\s*[-–—.]",  # MOSCOW, January 8. /TASS/.
    r"^(?P<start>[A-Z]{2,6}|dpa(?:-AFX)?|Reuters)\s*[-–—:/]\s",  # AFP – …
)
_CREDIT_WORDS = (
    r"\((?:Quelle|Source|Mit Material von|mit|Text|via)[:\s]+(?P<source>[^()\n]{2,60})\)",
    r"(?:Quelle|Source|Quellen)\s*:\s*(?P<colon>[^\n]{2,60})",
    r"(?:mit|with)\s+(?:Material|Agenturmaterial|files|reporting)\s+(?:von|der|des|from|by)\s+(?P<material>[^\n.]{2,60})",
    r",\s+(?P<reports>[^,.\n]{2,40})\s+reports\.",  # … after the talks, Ukrinform reports.
    r"(?:^|\n)\s*(?:/|\()?(?P<alone>[A-Za-z]{2,8}(?:[-/][A-Za-z]{2,8}){0,3})\)?\s*$",  # a last line "dpa/afp"
    r"(?:©|\(c\))\s*(?:\d{4}\s+)?(?P<right>[A-Za-z][^\n]{1,30})",
)
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_OUTLET = re.compile(r"^[A-ZÄÖÜ0-9][\wÄÖÜäöü.& -]{1,28}$")
_NO_OUTLET = re.compile(
    r"\b(?:Redaktion|eigene[rn]? Bericht|own report|staff|Korrespondent\w*|\d{1,2}[.:]\d{2})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says about itself; ``title_span`` is where the headline stands in the text, None if it has none."""

    title: str = ""
    title_span: Span | None = None
    published_on: str | None = None
    credit: str | None = None


def read_head(text: str) -> Head:
    """Read headline, day and credit off a plain text; what is not plainly there stays empty."""
    span = _find_title(text)
    title = text[span.start : span.end].strip(_AROUND_TITLE) if span else ""
    return Head(title, span, find_day(text), find_credit(text))


def find_day(text: str) -> str | None:
    """Return the day in a dateline at the text's beginning, ISO."""
    for match in _DATELINE_DAY.finditer(text[:_HEAD]):
        found = match.groupdict()
        for suffix in ("", "2", "3", "4"):
            if found[f"d{suffix}"]:
                day = _make_day(found[f"y{suffix}"], found[f"m{suffix}"], found[f"d{suffix}"])
                if day:
                    return day
    return None


def find_credit(text: str) -> str | None:
    """Return the agency or outlet that a text itself credits: in its dateline, or in a line of sources at either end.

    "Prag (dpa) – …" is dpa, "PARIS (DER BOTE) – …" is der-bote.
    """
    head, foot = text[:_HEAD], text[-_FOOT:]
    for pattern in _CREDIT_PLACE:
        for match in re.finditer(pattern, head, re.MULTILINE):
            words = match.group(match.lastgroup or 0)
            credit = _agency(words, re.IGNORECASE) or _outlet(words, before=head[: match.start()])
            if credit:
                return credit
    for part in (head, foot):
        for pattern in _CREDIT_WORDS:
            for match in re.finditer(pattern, part):
                credit = _agency(match.group(match.lastgroup or 0))
                if credit:
                    return credit
    return None


def _find_title(text: str) -> Span | None:
    """A headline is a short first line without a full stop, set off by a blank line."""
    start = len(text) - len(text.lstrip())
    line, _, rest = text[start:].partition("\n")
    if not rest.startswith("\n") and not line.startswith("# "):
        return None
    bare = line.strip(_AROUND_TITLE)
    if not bare or len(bare) > _TITLE or bare.endswith((".", ":", ";", ",", "?")) or not rest.strip():
        return None
    if find_day(line) or find_credit(line):
        return None
    return Span(start, start + len(line))


def _agency(words: str, flags: re.RegexFlag = re.NOFLAG) -> str | None:
    """Return the first agency that is named: "dpa/AFP" is dpa."""
    found = [
        (match.start(), -len(match.group()), order, name)
        for order, (name, pattern) in enumerate(_agencies(flags))
        if (match := pattern.search(words))
    ]
    return min(found)[-1] if found else None


def _outlet(words: str, *, before: str) -> str | None:
    """Return the outlet of a dateline, where only places stand before it: "LONDON (THE COURIER) –"."""
    places = before.rsplit("\n", 1)[-1].strip()
    if (
        not places
        or not re.fullmatch(r"[A-ZÄÖÜ /,-]{3,60}", places)
        or not _OUTLET.match(words)
        or _NO_OUTLET.search(words)
    ):
        return None
    plain = words.lower().translate(_PLAIN)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or None


def _make_day(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _months().get(month.lower())
    try:
        return date(int(year), number or 0, int(day)).isoformat()
    except ValueError:
        return None


@cache
def _agencies(flags: re.RegexFlag) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?<![\w-])(?:{'|'.join(names.split(' ; '))})(?![\w-])", flags))
        for name, names in _rows("agencies.tsv")
    )


@cache
def _months() -> Mapping[str, int]:
    return {name: int(number) for number, names in _rows("months.tsv") for name in names.split()}


def _rows(name: str) -> list[tuple[str, str]]:
    lines = files("zusage.intake").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(first, second) for first, second in rows[1:]]
