"""Sentences with exact offsets: paragraphs, headlines, list items and datelines first, then full stops.

Shared by the analysers. A text comes from an extractor: blocks are set apart by empty lines, lines inside a block are
either items of their own (headlines, list items) or the wrapped lines of one paragraph; which one is decided for each
block from the shape of its lines. Full stops then end sentences unless they belong to an abbreviation, an ordinal ("am
3. Oktober"), an initial or a number.

Uses the abbreviation lists beside it and the standard library.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_BLOCK_GAP = re.compile(r"(?:\r\n?|\n|\u2028|\u2029|\v|\f)(?:[ \t\u00a0]*(?:\r\n?|\n|\u2028|\u2029|\v|\f))+")
_LINE_GAP = re.compile(r"\r\n?|\n|\u2028|\u2029|\v|\f")
_STOP = re.compile(  # begins with the sign itself, and looks behind it only then: so most letters are passed at once
    r"[.!?…](?:(?<![.!?…].)[.!?…]*[\"“”«»‘’'›‹)\]]*(?=\s|$)|(?<=[a-zäöüß][.!?])(?=[A-ZÄÖÜ„»][a-zäöüß]))"
)
_NEXT_WORD = re.compile(r"\s*[\"„“”«»‚‘’'›‹(\[]*([^\W_]+(?:[-–.][^\W_]+)*|[-–—•*]|\S)?")
_LAST_WORD = re.compile(r"([^\s\"„“”«»‚‘’'›‹()\[\]/–—]+)$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪►]|\d{1,2}[.)])\s")
_DATELINE = re.compile(
    r"[^\W\d_][^\n!?:;„“\"»«]{0,70}?(?:\([^()\n]{2,40}\)|\b[A-Z]{2,6}/[A-Z]{2,6})\s*\.?\s*[–—-]+\s+"
    r"|[^\W\d_a-zäöüß]{3,}(?:[ /-]+[^\W\d_a-zäöüß]{2,}){0,4}(?:, [^–—\n.!?]{2,24})? [–—-]+ "
)
_PLACE = r"[A-Z][^\W\d_]+(?:(?:[ -][a-z]{2}[ -]|[ .'’-]{1,2})[A-Z][^\W\d_]+){0,2}"
_DAY = r"(?:\d{1,2}\.? ?(?:[^\W\d_]{3,9}\.?|\d{1,2}\.) ?(?:\d{2,4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?)"
_PLACES = rf"{_PLACE}(?:(?:, ?|/){_PLACE})?(?: \({_PLACE}\))?"
_DASH = r"(?: ?[–—] ?| - )(?=[A-ZÄÖÜ„“\"‘«])"
_PLACE_LINE = re.compile(rf"{_PLACES}(?:,? (?:den )?{_DAY})?{_DASH}")
"""A dateline in small letters: "Oslo — The", "Tokyo, Japan – The", "Lima/Rom - Die", "Oslo, 4. Mai 2026 – Die"; only before a
long line, for lists are written so, too."""
_DAY_LINE = re.compile(rf"{_PLACES},? (?:den )?{_DAY}{_DASH}")
"""The same with a day, "Oslo, May 4, 2026 - The": also below headlines, where a place alone may be an item of a list."""
_LOOSE_LINE = re.compile(
    rf"{_PLACE}(?: ?\[{_PLACE}\])?, [A-Z]\w{{2,8}}\.? \d{{1,2}}(?:,? \d{{4}})? ?\([A-Z][A-Za-z/. ]{{1,16}}\):? +(?=[A-Z“\"‘])"
    rf"|{_PLACES} \([A-Za-z]{{2,7}}(?:/[A-Za-z]{{2,7}}){{0,2}}\) +(?=[A-ZÄÖÜ„“\"‘«])"
)
"""A dateline without a dash that opens a text: "Lima, Jun 25 (PTI) The", "Quito (epd) Für"."""
_LONG_LINE = 60
_WRAPPED_SHARE = 0.34
_WRAPPED_WIDTH = 110
_SHORT_LINES = 2
_MAX_ORDINAL = 2
_COUNTED = re.compile(r"(?:^|\s)(mit|[A-ZÄÖÜ][a-zäöüß]{2,}|[A-ZÄÖÜ]{2,4}) (?:nur |rund |etwa |knapp |weitere )?$")
"""What stands before a bare number at the end of a row: a name, or "mit"."""
_RANKED = frozenset(
    {
        *("auflage", "geburtstag", "instanz", "jahrestag", "jahrhundert", "lesung", "liga"),
        *("platz", "quartal", "rang", "sitzung", "stock", "tag", "todestag"),
    }
)
"""Nouns that a German ordinal stands before also without an article."""
_LONGEST_KEPT = 4_000
"""Characters of a line whose sentences are kept."""


def split_sentences(text: str, language: str = "de") -> tuple[tuple[int, int], ...]:
    """Return the sentences as character offsets `(start, end)` without surrounding space, in order, never overlapping.

    A dateline ("PARIS/BERLIN (Redaktion) –") is a sentence of its own, as are headlines and list items without a full
    stop. Everything but white space lies in a sentence.
    """
    found: list[tuple[int, int]] = []
    for start, end in _lines(text):
        _split_line(text, (start, end), language, found)
    return tuple(found)


def _dateline_end(text: str, line: tuple[int, int], *, opens: bool) -> int:
    """Return the offset where the dateline of a line ends, its beginning if it has none; ``opens`` says it is the text's first."""
    start, end = line
    found = _DATELINE.match(text, start, end)
    if found is None:
        if opens:
            found = _PLACE_LINE.match(text, start, end) or _LOOSE_LINE.match(text, start, end)
        else:
            found = _DAY_LINE.match(text, start, end)
        found = found if found is not None and end - found.end() >= _LONG_LINE else None
    return found.end() if found is not None and found.end() < end else start


def _lines(text: str) -> list[tuple[int, int]]:
    """Return blocks, cut at their line breaks where these end something."""
    runs: list[tuple[int, int]] = []
    for start, end in _cut(text, 0, len(text), _BLOCK_GAP):
        lines = _cut(text, start, end, _LINE_GAP)
        if len(lines) > 1 and _is_wrapped(text, lines):
            runs.append((start, end))
        else:
            runs.extend(lines)
    return [run for run in (_strip(text, *run) for run in runs) if run[0] < run[1]]


def _cut(text: str, start: int, end: int, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    runs = []
    for match in gap.finditer(text, start, end):
        runs.append((start, match.start()))
        start = match.end()
    runs.append((start, end))
    return runs


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    inner = part.strip()
    if not inner:
        return end, end
    left = len(part) - len(part.lstrip())
    return start + left, start + left + len(inner)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether the lines of a block are one paragraph that was wrapped at a fixed width.

    Wrapped lines are of about the same length, and many do not end a sentence; a list has bullets or uneven lines.
    """
    bodies = [text[start:end].strip() for start, end in lines]
    if any(_BULLET.match(body) for body in bodies[1:]):
        return False
    width = max(len(body) for body in bodies)
    inner = bodies[:-1]
    if width > _WRAPPED_WIDTH or width < 30:  # noqa: PLR2004 - narrower than any column
        return bool(inner) and all(_goes_on(body, after) for body, after in zip(inner, bodies[1:], strict=True))
    full = sum(len(body) >= width - 18 for body in inner)
    open_ended = sum(not body.endswith((".", "!", "?", ":", "“", '"', "«")) for body in inner)
    lower = sum(_goes_on(body, after) for body, after in zip(inner, bodies[1:], strict=True))
    return full >= len(inner) * 0.8 and open_ended > len(inner) * _WRAPPED_SHARE and lower > 0


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line break stands inside a sentence: "… die Zusage" / "der Regierung …"."""
    return bool(line and following) and not line.endswith((".", "!", "?", ":")) and following[0].islower()


def _split_line(text: str, line: tuple[int, int], language: str, found: list[tuple[int, int]]) -> None:
    start, end = line
    opening = _dateline_end(text, line, opens=not found)
    if opening > start:
        found.append(_strip(text, start, opening))
        start = opening
    runs = _kept_runs if end - start <= _LONGEST_KEPT else _find_runs
    found.extend([(start + first, start + behind) for first, behind in runs(text[start:end], language)])


@lru_cache(maxsize=512)
def _kept_runs(line: str, language: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a line; those of the last ones are kept: furniture, sieve and analyser ask for them in turn."""
    return _find_runs(line, language)


def _find_runs(line: str, language: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start, end = 0, len(line)
    for match in _STOP.finditer(line):
        stop = match.end()
        if stop < end and not _ends_sentence(line, (start, end), match, language):
            continue
        run = _strip(line, start, stop)
        if run[0] < run[1]:
            found.append(run)
        start = stop
    run = _strip(line, start, end)
    if run[0] < run[1]:
        found.append(run)
    return tuple(found)


def _ends_sentence(text: str, line: tuple[int, int], match: re.Match[str], language: str) -> bool:
    """Decide one full stop inside a line by the words on both sides."""
    following = _NEXT_WORD.match(text, match.end(), line[1])
    after = (following.group(1) or "") if following else ""
    if not after:
        return False
    sign = match.group()
    starts_low = after[0].islower()
    if sign[0] in "!?…" or sign.startswith("..") or len(sign) > 1:
        return not starts_low and after[0] not in "–—,;-"
    opening = text[max(line[0], match.start() - 40) : match.start()]
    before = _LAST_WORD.search(opening)
    word = before.group(1) if before else ""
    if starts_low:
        return False
    if after[0] in ",;:)–—-":
        return False
    return not _is_inner_stop(word, opening[: before.start()] if before else "", after, language)


def _is_inner_stop(word: str, before: str, after: str, language: str) -> bool:
    """Tell whether the stop after ``word`` belongs to it: "Dr. Anders", "3. Oktober", "J. R. Beispiel", "U.S. Navy".

    ``before``: the words in front of it.
    """
    never, before_names, months = _abbreviations(language)
    lower = word.lower().lstrip("(")
    if lower in never:
        return True
    if lower in before_names:
        return True
    if len(word) == 1 and word.isalpha() and (word.isupper() or lower in "abdhinosuvz"):
        return True
    if word.isdigit():
        return _is_ordinal(word, after, language, months) and not _is_counted(before, after)
    if language == "de" and word and set(word) <= set("IVX") and len(word) <= 5:  # noqa: PLR2004 - "XVIII."
        return True
    return "." in word and not word[0].isdigit() and len(word) <= 6 and lower + "." not in never  # noqa: PLR2004


def _is_ordinal(word: str, after: str, language: str, months: frozenset[str]) -> bool:
    if language != "de":
        return False
    if after.lower() in months:
        return True
    return len(word) <= _MAX_ORDINAL and int(word) > 0 and after.lower() not in _starters()


def _is_counted(before: str, after: str) -> bool:
    """Tell whether a number that seems an ordinal counts: "Chile schickt 40 Helfer, **Peru 20.** Kuba bietet …".

    A name or a bare "mit" stands before it, with a comma or a verb further off; no month and no "Lesung" follows.
    """
    found = _COUNTED.search(before)
    if found is None or after.lower() in _RANKED:
        return False
    return found.group(1) == "mit" or "," in before or " und " in before


@cache
def _starters() -> frozenset[str]:
    """Words that begin a German sentence and hardly follow an ordinal: "… bis Platz 3. Die Regierung …"."""
    words = (
        "der die das den dem ein eine einen einem es er sie wir ich ihr man dies diese dieser dieses doch aber und auch"
    )
    more = (
        " in im am an auf bei mit nach von zu zum zur für aus als wenn weil damit so nun jetzt danach sein seine ihre"
    )
    return frozenset((words + more).split())


@cache
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return abbreviations that never end a sentence, those that stand before names, and the months."""
    kinds: dict[str, set[str]] = {"inner": set(), "title": set(), "month": set()}
    source = resources.files("zusage.language") / "abbreviations.tsv"
    for line in source.read_text("utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            code, kind, words = line.split("\t")
            if code == language:
                kinds[kind].update(words.split())
    return frozenset(kinds["inner"]), frozenset(kinds["title"]), frozenset(kinds["month"])
