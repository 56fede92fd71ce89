"""What stands around a number: whether it makes it a year, a date, an ordinal or a name, and what is counted.

Uses `grammar` and `tape`.
"""

from __future__ import annotations

from zusage.language.numbers.grammar import NAMES
from zusage.language.numbers.tape import Tape
from zusage.model.records import record

_FIGURES = frozenset({"day", "digits", "year", "odd"})
_WORDS = frozenset(
    {"word", "cap", "nation", "plural", "label", "formation", "measure", "time", "money", "age", "era", "simple"}
)
_RUNNING = _WORDS | {"adjective"}
_HYPHENS = frozenset({"hyphen", "dash"})
_MOST_ADJECTIVES = 4
_PART_OF_IT = frozenset({"including", "plus"})
"""What stands behind these is not what a number counts: "400 including mine clearers"."""
LATELY = 1950
"""Years before it are told with "im Jahr" or a month where something counted follows behind an adjective."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_COUNTING = frozenset({"day", "digits", "scale", "short", "simple", "teen", "tens", "unit", "year"})
_ROW_WITHIN = 10
"""Pieces between two numbers of a row."""
_ROUND = 50
"""What a number of four digits before 1900 is a multiple of that counts, and is no year."""
_SHORTEST_PLURAL = 3


def name_at(tape: Tape, at: int) -> str:
    """Class of a piece, "" outside the text."""
    return NAMES[tape.shape[at]] if 0 <= at < len(tape.shape) else ""


@record(frozen=True, slots=True)
class Number:
    """A number under test: its pieces, whether figures write it, whether a modifier or unit says that it counts."""

    start: int
    end: int
    figures: bool
    marked: bool


def is_other(tape: Tape, number: Number, language: str) -> bool:
    """Whether the number is no quantity: part of a date, an ordinal, a time, a name, an age, a telephone number."""
    if _follows_suffix(tape, number.end):
        return True
    if not number.figures:
        return False
    return (
        _is_clock_or_month(tape, number)
        or _is_name(tape, number)
        or _is_aside(tape, number)
        or _is_time_stamp(tape, number)
        or (language == "de" and _is_ordinal(tape, number))
        or _is_row(tape, number)
        or (
            name_at(tape, number.end - 1) == "year"
            and number.end == number.start + 1
            and _is_year(tape, number, language)
        )
    )


def _follows_suffix(tape: Tape, end: int) -> bool:
    """As in "3rd", "90er", "5G", "24/7"."""
    if end >= len(tape.shape) or not tape.joined(end):
        return False
    return name_at(tape, end) in {"suffix", "word", "cap"} or tape.word(end) in {"/", "_", "="}


def _is_clock_or_month(tape: Tape, number: Number) -> bool:
    """As in "14.30 Uhr", "5 May", "May 5", "3. Oktober"."""
    after, before = name_at(tape, number.end), name_at(tape, number.start - 1)
    if after == "clock":
        return True
    if name_at(tape, number.end - 1) not in {"day", "year"}:
        return False
    return "month" in {after, before} or (after == "dot" and name_at(tape, number.end + 1) == "month")


def _is_name(tape: Tape, number: Number) -> bool:
    """As in "Artikel 5", "Nr. 7", "F-16", "§ 80", "Leopard 2"."""
    start = number.start
    before = name_at(tape, start - 1)
    if before == "dot" and tape.joined(start - 1):
        return name_at(tape, start - 2) == "label"
    if number.marked:
        return False
    if tape.joined(start) and before in {"hyphen", "dash"}:
        return name_at(tape, start - 2) not in {"", "break"} and tape.joined(start - 1)
    if before == "sign" and tape.joined(start):
        return tape.word(start - 1) in "§#+/\\@&=_~*^|"
    if before == "cap" and name_at(tape, number.end - 1) == "day":
        return name_at(tape, number.end) not in _WORDS and not _is_next_of_row(tape, number)
    return before == "label"


def _is_next_of_row(tape: Tape, number: Number) -> bool:
    """Behind the next name of a row that has a number before: "gibt **30** Millionen Dosen, **Peru 15**"."""
    at = number.start - 2
    at -= tape.word(at) in {"das", "der", "die"}  # "…, die Schweiz 15"
    joined = tape.word(at) in {",", "aus", "von"} or name_at(tape, at) == "and"  # "…, aus Peru 15"
    after = name_at(tape, number.end)
    if not joined or after in {"hyphen", "dash"} or (after == "dot" and tape.joined(number.end + 1)):
        return False
    for back in range(at - 1, max(at - _ROW_WITHIN, -1), -1):
        if name_at(tape, back) in {"dot", "stop", "break"}:
            return False
        if name_at(tape, back) in _COUNTING:
            return True
    return False


def _is_aside(tape: Tape, number: Number) -> bool:
    """An age between brackets or commas: "(65)", "Brome, 65,"."""
    if number.marked or name_at(tape, number.end - 1) != "day":
        return False
    before, after = name_at(tape, number.start - 1), name_at(tape, number.end)
    if before == "open":
        return after == "close"
    commas = before == after == "sign" and tape.word(number.start - 1) == tape.word(number.end) == ","
    return commas and name_at(tape, number.start - 2) == "cap"


def _is_time_stamp(tape: Tape, number: Number) -> bool:
    """As in "10.50" at the beginning of a line: the time of an entry in a live blog, or a section's number."""
    start = tape.starts[number.start]
    if number.marked or number.end != number.start + 1 or tape.text[max(start - 1, 0) : start] not in {"", "\n"}:
        return False
    return "." in tape.word(number.start) and not float(tape.facts[number.start]).is_integer()


def _is_ordinal(tape: Tape, number: Number) -> bool:
    """As in "die 3. Brigade", "im 21. Jahrhundert", "1. Soldaten" at the start of a line."""
    end = number.end
    if name_at(tape, end) != "dot" or not tape.joined(end) or name_at(tape, end - 1) not in {"day", "digits"}:
        return False
    before, after = name_at(tape, number.start - 1), name_at(tape, end + 1)
    if before in {"ordinal", "era", "of", "", "break"}:
        return True
    return after in {"word", "stop", "to", "and", "or"} and tape.word(end + 1)[0].islower()


def _is_row(tape: Tape, number: Number) -> bool:
    """Digits after digits: a telephone number, a table."""
    before = name_at(tape, number.start - 1)
    if before in {"dash", "hyphen"} and tape.joined(number.start):
        return name_at(tape, number.start - 2) in _FIGURES
    return before in _FIGURES - {"year"}


def _is_year(tape: Tape, number: Number, language: str) -> bool:
    """A number of four digits that is a year: "seit 2022", "der Haushalt 2026"; but "2000 Soldaten", "bis zu 2000"."""
    value = tape.facts[number.end - 1]
    if number.marked:
        return False
    noun = counted(tape, number.end, language, value)
    plausible = _FIRST_YEAR <= value < _LAST_YEAR
    if name_at(tape, number.start - 1) in {"era", "open", "dash", "hyphen"}:
        return plausible or noun.noun is None
    if language == "de" and not plausible and noun.noun is None and (value > _LAST_YEAR or value % _ROUND == 0):
        return False  # "bislang waren es 2500", "Peru 1500"
    direct = noun.noun is not None and noun.noun[0] == number.end
    if language == "de" and noun.noun is not None and value < LATELY:
        return False  # "1850 deutsche Soldaten"
    return not direct or (plausible and value % 10 != 0)


@record(frozen=True, slots=True)
class Counted:
    """The counted noun's pieces (None if none is seen), the pieces up to its end, and the noun's class."""

    noun: tuple[int, int] | None
    last: int
    name: str = ""


def counted(tape: Tape, end: int, language: str, value: float) -> Counted:
    """Find the noun that a number counts: "200 zusätzliche Soldaten", "100 newest Gripen E aircraft"."""
    at = _skip_partitive(tape, end)
    words = _run(tape, at)
    pick = _german_noun if language == "de" else _english_noun
    noun = pick(tape, words, value)
    if noun is not None and name_at(tape, noun) == "time" and noun > at + 1:
        noun = None  # "the 27 decided last week"
    if noun is None:
        return Counted(None, words[-1] + 1 if words else end)
    last = _compound_end(tape, noun)
    return Counted((noun, last), last, name_at(tape, last - 1))


def _skip_partitive(tape: Tape, at: int) -> int:
    """Step over "of their" in "200 of their soldiers", over the hyphens of "5,000-strong"."""
    if name_at(tape, at) == "hyphen":
        return at + 1
    if name_at(tape, at) in {"of", "from"}:
        return at + 2 if name_at(tape, at + 1) in {"stop", "ordinal"} else at + 1
    return at


def _run(tape: Tape, at: int) -> list[int]:
    """The next few words, up to a sign or a function word."""
    run: list[int] = []
    while len(run) <= _MOST_ADJECTIVES and name_at(tape, at) in _RUNNING:
        if name_at(tape, at) == "era" and tape.word(at)[0].islower():
            break
        if tape.word(at) in _PART_OF_IT:
            break
        run.append(at)
        at = _hyphenated_end(tape, at)
    return run


def _german_noun(tape: Tape, run: list[int], value: float) -> int | None:
    """The first word with a capital; before it only words with an adjective's ending."""
    del value
    for at in run:
        word, name = tape.word(at), name_at(tape, at)
        if name == "nation":
            continue
        if word[0].isupper() or name in {"time", "measure"}:
            return at
        if not word.endswith(("e", "en", "er", "es", "em", "mehr")):
            return None
    return None


def _english_noun(tape: Tape, run: list[int], value: float) -> int | None:
    """The first plural, the last of several ("police officers"); after "one" the first word."""
    plural = None
    for at in run:
        if _is_plural(tape, at):
            plural = at
        elif plural is not None:
            break
    if plural is None and value == 1 and run:
        lower = [at for at in run if tape.word(at)[0].islower()]
        return lower[0] if lower else None
    return plural


def _is_plural(tape: Tape, at: int) -> bool:
    name = name_at(tape, at)
    if name in {"plural", "time", "measure", "money"}:
        return True
    word = tape.word(_compound_end(tape, at) - 1)
    return (
        name in _WORDS - {"nation"}
        and len(word) >= _SHORTEST_PLURAL
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
    )


def _compound_end(tape: Tape, at: int) -> int:
    """End of a word written with hyphens: "Patriot-Systeme", "Staats- und Regierungschefs"."""
    end = _hyphenated_end(tape, at)
    suspended = name_at(tape, end) in _HYPHENS and tape.joined(end) and name_at(tape, end + 1) in {"and", "or"}
    if suspended and name_at(tape, end + 2) == "cap":
        return _hyphenated_end(tape, end + 2)
    return end


def _hyphenated_end(tape: Tape, at: int) -> int:
    at += 1
    while name_at(tape, at) in _HYPHENS and tape.joined(at) and tape.joined(at + 1) and name_at(tape, at + 1) in _WORDS:
        at += 2
    return at
