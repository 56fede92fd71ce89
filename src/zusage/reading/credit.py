"""The agency or outlet that a text itself credits: in its dateline, its byline, its sign-off or a line of sources.

Only such places are believed. An agency to which somebody spoke ("told Reuters", "seen by AFP") is a source of one
sentence, not the origin of the text. Uses the list ``agencies.tsv`` beside it.

Source: codebook, section 5.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_HEAD = 500
"""Characters at the beginning in which dateline and byline stand."""
_FOOT = 500
"""Characters at the end in which a sign-off or a line of sources stands."""

_DASH = r"\s*(?:[-–—:]|\.(?=\s|$))"
_DATELINE = (
    re.compile(
        rf"^[^()\n]{{0,90}}\((?P<words>[^()\n]{{2,45}})\){_DASH}", re.MULTILINE
    ),  # Prag, 8. März (dpa) – Die Regierung …
    re.compile(rf"(?<!\w)/(?P<words>[A-Z][A-Za-z-]{{2,20}})/{_DASH}"),  # MOSCOW, January 8. /TASS/. The ministry …
    re.compile(r"^(?P<words>[\w-]{2,12}(?:/[\w-]{2,12}){0,3})\s*[-–—]\s", re.MULTILINE),  # dpa – Die Regierung …
    re.compile(
        r"^[A-Z][^\n()]{1,60}?, (?P<words>[A-Z]{3,5}|dpa)\s*[-–—]\s", re.MULTILINE
    ),  # KYIV, AFP — The minister …
)
_BYLINE = re.compile(r"^(?:Von|By|BY|Text:|Von unseren Korrespondenten und)\s+(?P<words>[^\n.]{2,80})$", re.MULTILINE)
_SOURCES = (
    re.compile(
        r"(?:Q(?<!\w.)uellen?|S(?<!\w.)ources?|A(?<!\w.)genturen|T(?<!\w.)ext)\s*:\s*(?P<words>[^\n)]{2,80})"
    ),  # Quelle: Bote, abc/dpa
    re.compile(
        r"[MmWw](?<!\w.)(?:(?<=[Mm])it|(?<=[Ww])ith)\s+(?:[Mm]aterial|Agenturmaterial|Informationen|files|reporting|information|contributions)\s+"
        r"(?:von|der|des|from|by|of)\s+(?P<words>[^\n).]{2,80})"
    ),  # (Mit Material von dpa)
    re.compile(r"(?:©|\([cC]\)|Copyright)\s*(?:\d{4}\s+)?(?P<words>[A-Za-zÄÖÜ][^\n]{1,60})"),  # © 2025 AFP
    re.compile(r"(?P<words>Thomson Reuters) Trust Principles"),
    re.compile(r"\b(?P<words>dpa)(?:-infocom)?,?\s*(?:dpa)?:\d{6}-\d"),  # dpa-infocom, dpa:250904-930-000001/1
)
_SIGN_OFF = (
    re.compile(
        r"(?:^|\n|[.!?\"“”»)]\s+)[(\[]?(?P<words>[\w.-]{2,12}(?:\s?[/,]\s?[\w.-]{2,12}){0,5})[)\]]?\.?\s*$"
    ),  # …. abc/dpa
    re.compile(r"[(\[](?P<words>[^()\[\]\n]{2,45})[)\]]\.?\s*$"),  # … (APA, red, 3.5.2024)
    re.compile(r"(?:^|\n)-+\s*(?P<words>[^\n]{2,80}?)\s*-+\s*$"),  # --- Von Eva Beispiel, dpa-AFX ---
    re.compile(r"(?:^|\n)[—–-]*\s*(?P<words>[A-Z][\w -]{1,30})\s*$"),  # a last line "The Canadian Press"
)
_DESK = re.compile(r"(?:^|\n|\s)/?[a-z]{2,4}/DP/[a-z]{2,4}\s*$")
"""The desk signs of dpa-AFX: "/abc/DP/xyz"."""

_REPORTED = {
    "de": (
        r"\b[Ww]ie (?:die |der )?(?:Nachrichtenagentur )?(?P<words>{names}) (?:berichtet|meldet|schreibt)e?\b",
        r"\b(?:berichtet|meldet)e? (?:die |der )?(?:Nachrichtenagentur )?(?P<words>{names})(?=[ .,])",
    ),
    "en": (
        r"\b[Aa]s (?P<words>{names}) (?:has |had )?(?:\w+ )?reported\b",
        r", (?P<words>{names}) (?:reports|reported)\b",
        r"\b(?P<words>{names})(?:['’]s)? (?:news agency |correspondent )?reports\b",
    ),
}
_REPORTING = {"de": ("berichtet", "meldet", "schreibt"), "en": ("report",)}
"""Of each language, what stands in whatever these rules find."""
_UPPER_PLACES = re.compile(r"[A-ZÄÖÜÉ][A-ZÄÖÜÉ .,/-]{2,60}")
_OUTLET = re.compile(r"[A-ZÄÖÜ0-9][\wÄÖÜäöüß.& -]{1,28}")
_NO_OUTLET = re.compile(
    r"\b(?:redaktion|eigen\w*|own|staff|korrespondent\w*|correspondent|online|update|exklusiv|exclusive|live|aktualisiert"
    r"|updated|archiv|agenturen|agencies|\d+)\b",
    re.IGNORECASE,
)
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})


def find_credit(text: str, language: str) -> str | None:
    """Return the codebook's id of the agency or outlet that the text credits, None if it credits none.

    Dateline before byline, line of sources, sign-off, and "as … reported"; of several agencies the one named first.
    Example: "Lima (dpa) – Die Geber …" is ``dpa``, "LIMA (THE COURIER) – …" is ``the-courier``.
    """
    text = text.strip()
    head, foot = text[:_HEAD], text[-_FOOT:]
    return (
        _in_dateline(head)
        or _first(_BYLINE, head)
        or next((credit for part in (head, foot) for rule in _SOURCES if (credit := _first(rule, part))), None)
        or next((credit for rule in _SIGN_OFF if (credit := _first(rule, foot))), None)
        or ("dpa-afx" if _DESK.search(foot) else None)
        or _in_report(text, language)
    )


def _in_dateline(head: str) -> str | None:
    for rule in _DATELINE:
        for match in rule.finditer(head):
            credit = _agency(match["words"]) or _outlet(match["words"], before=head[: match.start("words")])
            if credit:
                return credit
    return None


def _in_report(text: str, language: str) -> str | None:
    """Return the agency that has reported; the rules look at every letter, and are tried only where one can find something."""
    verbs = _REPORTING.get(language, _REPORTING["en"])
    if not any(verb in text for verb in verbs) or not any(name in text for _, name in _rows()):
        return None
    return next((credit for rule in _reported(language) if (credit := _first(rule, text))), None)


def _first(rule: re.Pattern[str], part: str) -> str | None:
    """Return the agency in the first words that the rule finds and that name one."""
    return next((credit for match in rule.finditer(part) if (credit := _agency(match["words"]))), None)


def _agency(words: str) -> str | None:
    """Return the agency that is named first, of names that begin at one place the longest."""
    match = _names(exact=False).search(words)
    return _ids()[match[0].casefold()] if match else None


def _outlet(words: str, *, before: str) -> str | None:
    """Return the outlet of a dateline in capitals: "LIMA / QUITO (THE COURIER) –"; not "(Redaktion)"."""
    places = before.rsplit("\n", 1)[-1].rstrip("( ")
    if not _UPPER_PLACES.fullmatch(places) or not _OUTLET.fullmatch(words) or _NO_OUTLET.search(words):
        return None
    return re.sub(r"[^a-z0-9]+", "-", words.translate(_PLAIN).lower()).strip("-") or None


@cache
def _reported(language: str) -> tuple[re.Pattern[str], ...]:
    names = _names(exact=True).pattern
    return tuple(re.compile(rule.replace("{names}", names)) for rule in _REPORTED.get(language, _REPORTED["en"]))


@cache
def _names(*, exact: bool) -> re.Pattern[str]:
    names = sorted((name for _, name in _rows()), key=lambda name: (-len(name), name))
    choice = "|".join(re.escape(name) for name in dict.fromkeys(names))
    return re.compile(rf"(?<![\w-])(?:{choice})(?![\w])", re.NOFLAG if exact else re.IGNORECASE)


@cache
def _ids() -> dict[str, str]:
    return {name.casefold(): agency for agency, name in _rows()}


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    """The agencies with each of their names."""
    content = (resources.files("zusage.reading") / "agencies.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in content.splitlines() if line and not line.startswith("#")]
    return tuple((agency, name) for agency, names in lines[1:] for name in names.split("; "))
