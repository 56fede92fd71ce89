"""The grammar of numbers: classes of pieces, the patterns over them, and what a run of number words is worth.

German and English share it; their lexicons say which words have which class. Uses `tape`, `words` and the lexicons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from zusage.language.numbers.lexicon import Lexicon, build, read_rows
from zusage.language.numbers.tape import Alphabet, Tape, read_tape
from zusage.language.numbers.words import parse_digits, parse_word, small_numbers

_CLASSES = (
    *("adjective", "age", "and", "approx", "article", "between", "break", "cap", "cent", "clock", "close", "code"),
    *(
        "dash",
        "day",
        "digits",
        "dot",
        "era",
        "formation",
        "from",
        "half",
        "hundred",
        "hyphen",
        "joint",
        "label",
        "lower",
    ),
    *("lump", "many", "measure", "money", "month", "nation", "none", "odd", "of", "open", "or", "ordinal", "over"),
    *("percent", "plural", "scale", "several", "share", "short", "sign", "simple", "stop", "suffix", "teen", "tens"),
    *("time", "to", "under", "unit", "upper", "word", "year"),
)
ALPHABET = Alphabet.of(_CLASSES)
NAMES = {letter: name for name, letter in ALPHABET.letters.items()}

# what figures may follow without a gap and still be a number: "€90", "EUR500", "(26"; not "A380"
_UNATTACHED = frozenset(
    {"", "break", "close", "dash", "digits", "dot", "hyphen", "money", "odd", "open", "percent", "sign"}
)
_FIRST_TEEN, _FIRST_TENS = 10, 20
_YEARS = range(1800, 2200)
_SIGNS = {"-": "dash", "–": "dash", "—": "dash", "‑": "dash", "−": "dash", ".": "dot", "(": "open", "[": "open"}
_SIGNS |= {")": "close", "]": "close"}

# "twenty-six", "vierzig", "zwei hundert"; "two hundred and six"; "a hundred"
_TENS = "(?: tens hyphen? unit | tens | simple | unit | teen )"
_SMALL = f"(?: (?: {_TENS} | article ) hundred (?: and? {_TENS} )? | {_TENS} | hundred (?: and? {_TENS} )? )"
_WORDS = f"(?: {_SMALL} (?: scale (?: and? {_SMALL} )? ){{0,3}} (?: scale )? )"
_NUMERAL = (
    "(?: (?:digits|year|day) hyphen? half? (?: scale | short ) scale?"  # 40 Millionen, 90bn, $60-million
    " | unit and article half scale?"  # one and a half million
    " | half article? (?: hundred | scale )"  # half a billion
    " | article half? scale scale?"  # eine halbe Million, a thousand, ein Dutzend
    " | article? lump"
    f" | {_WORDS} | digits | year | day )"
)
_VAGUE = "(?: several (?: hundred | scale ){1,2} | many (?: of many )? )"
_MODIFIERS = "(?P<MOD>(?: approx | upper | lower | over | under ){0,2})"
_BEFORE = "(?P<PRE> nation? money )?"
_AFTER = "(?P<POST> hyphen? percent | hyphen? nation? money | cent )?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over classes, by name."""

    name: str
    pattern: re.Pattern[str]


def _rules() -> tuple[Rule, ...]:
    rules = {
        # "zwischen 3.000 und 5.000 Soldaten", "between €2m and €3m"
        "between": f"between {_BEFORE} {_MODIFIERS} (?P<LOW>{_NUMERAL}) (?P<MID> money )? (?: and | to | dash )"
        f" (?P<PRE2> money )? (?P<HIGH>{_NUMERAL}) {_AFTER}",
        # "von 100 bis 150", "5,000 to 7,500", "zwei bis drei Millionen Euro", "drei oder vier"
        "range": f"from? {_MODIFIERS} {_BEFORE} (?P<LOW>{_NUMERAL}) (?P<MID> money )? (?: to | dash | hyphen | or )"
        f" (?P<PRE2> money )? (?P<HIGH>{_NUMERAL}) {_AFTER}",
        # "mehrere Tausend", "hundreds of thousands"
        "vague": f"{_MODIFIERS} {_BEFORE} (?P<LOW>{_VAGUE}) {_AFTER}",
        # "two-thirds", "ein Viertel", "gut die Hälfte"
        "share": "(?P<MOD> approx? ) ordinal? (?P<LOW> (?: (?: simple | unit | article | day ) hyphen? )? share )",
        # "bis zu 200", "rund 40 Millionen kanadische Dollar", "€90bn"
        "number": f"{_MODIFIERS} {_BEFORE} (?P<LOW>{_NUMERAL}) {_AFTER}",
        # "eine Kompanie", "a company"
        "formation": "(?P<LOW> article ) (?P<BODY> formation )",
    }
    return tuple(Rule(name, re.compile(ALPHABET.pattern(rule))) for name, rule in rules.items())


RULES = _rules()
NUMBER = re.compile(ALPHABET.pattern(f"(?: {_NUMERAL} | {_VAGUE} )"))
"""A number and nothing else."""
_STARTS: tuple[str, ...] = (
    "approx",
    "article",
    "between",
    "day",
    "digits",
    "from",
    "half",
    "hundred",
    "lower",
    "lump",
    "many",
    "money",
)
_STARTS += ("nation", "over", "several", "share", "simple", "teen", "tens", "under", "unit", "upper", "year")
START = re.compile(f"[{''.join(ALPHABET.letters[name] for name in _STARTS)}]")
"""Where a rule can begin."""


@cache
def lexicon(language: str) -> Lexicon:
    """The word classes of a language, currencies included."""
    rows = chain(read_rows("numbers", f"words-{language}.tsv", 3), read_rows("numbers", "currencies.tsv", 3))
    return build((name, value, forms) for name, value, forms in rows)


def read_numbers(text: str, language: str) -> Tape:
    """Classify the pieces of a text for the rules."""
    small = small_numbers(language)
    english = language == "en"

    def classify(piece: str, before: str) -> tuple[str, Any]:
        first = piece[0]
        if "0" <= first <= "9":
            return _digits(piece, language) if before in _UNATTACHED else ("odd", 0)
        if not first.isalpha():
            return _sign(piece, before), 0
        lower = piece.lower()
        value = small.get(lower)
        if value is None and "tausend" in lower and not english:
            value = parse_word(piece, language)
        if value is not None:
            return _kind(value) if english else "simple", value
        return ("cap" if first.isupper() else "word"), 0

    return read_tape(text, lexicon(language), ALPHABET.letters, classify, attached=frozenset({"short", "suffix"}))


def _sign(piece: str, before: str) -> str:
    if piece[0] == "\n":
        return "break"
    return "hyphen" if piece == "-" and before else _SIGNS.get(piece, "sign")


def _kind(value: float) -> str:
    if value < _FIRST_TEEN:
        return "unit"
    return "teen" if value < _FIRST_TENS else "tens"


def _digits(piece: str, language: str) -> tuple[str, Any]:
    if ":" in piece or "/" in piece or "-" in piece:
        return "odd", 0
    value = parse_digits(piece, language)
    if value is None or (piece[0] == "0" and piece[1:2].isdigit()):
        return "odd", 0
    if not piece.isdigit():
        return "digits", value
    if value in _YEARS and len(piece) == len("2025"):
        return "year", value
    return ("day" if len(piece) <= len("31") else "digits"), value
