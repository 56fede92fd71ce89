"""What holds for every text: no exception, exact quotes, the same input the same output, no blow-up with length."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zusage.dossier import load_shipped
from zusage.model.quote import Quote
from zusage.model.report import Reading, Report
from zusage.model.statement import Commitment
from zusage.model.values import MEASURES
from zusage.reading.lexicon import load_lexicon
from zusage.reading.report import read_report

Tell = Callable[..., str]

NAMES = [
    "Polen",
    "Poland",
    "Berlin",
    "die Nato",
    "NATO",
    "the coalition",
    "26 Länder",
    "Ministerin Liis Kask",
    "he",
    "sie",
]
SIGNS = [".", ",", ":", "?", "!", ";", "\n\n", "\n", "\r\n", "„", "“", '"', "–", "(", ")", "’s", "\t", "…", "•", "|"]
ODD = [
    "😀",
    "e\u0301",
    "Sol\u00adda\u00adten",
    "\u200b",
    "\ufeff",
    "ß",
    "İ",
    "ﬁ",
    "\u2028",
    "\x00",
    "\ud83c",
    "1.000,5 €",
    "−5",
]
SMALL = [
    "nicht",
    "kein",
    "ohne",
    "wenn",
    "und",
    "zu",
    "not",
    "no",
    "if",
    "to",
    "and",
    "that",
    "dass",
    "wird",
    "will",
    "hat",
]


def _words(language: str) -> list[str]:
    lexicon = load_lexicon(language)
    tables = (lexicon.verbs, lexicon.things, lexicon.promises, lexicon.conditions, lexicon.modifiers, lexicon.opinions)
    return sorted({word.lstrip("=") for table in tables for word in table})


WORDS = {language: _words(language) for language in ("de", "en")}
LANGUAGES = st.sampled_from(["de", "en"])
FORMS: list[Callable[[str], str]] = [str, str.upper, str.title, str.lower]


@st.composite
def _salads(draw: st.DrawFn) -> tuple[str, str]:
    """Words of the lexicons, names and signs in any order, in any case, with any spaces."""
    language = draw(LANGUAGES)
    word = st.one_of(*(st.sampled_from(pool) for pool in (WORDS[language], NAMES, SIGNS, ODD, SMALL)))
    form = draw(st.sampled_from(FORMS))
    words = [form(w) for w in draw(st.lists(word, max_size=25))]
    return language, draw(st.sampled_from([" ", " ", "  ", "\n", ""])).join(words)


def _read(text: str, language: str) -> Reading:
    report = Report(text=text, language=language, published_on="2025-09-04")
    return read_report(report, load_shipped("ukraine-guarantees"), keep_all=True)


def _quotes(reading: Reading) -> Iterator[Quote]:
    for statement in reading.statements:
        if statement.quote is not None:
            yield statement.quote
        yield from (step.quote for step in statement.trace if step.quote is not None)
        if isinstance(statement, Commitment):
            yield from (condition.quote for condition in statement.conditions if condition.quote is not None)
            yield from (quote for quotes in statement.evidence.values() for quote in quotes)


def _check(reading: Reading) -> None:
    text = reading.report.text
    for quote in _quotes(reading):
        assert text[quote.start : quote.end] == quote.exact
        assert quote.exact.strip()
        assert text[: quote.start].endswith(quote.prefix)
        assert text[quote.end :].startswith(quote.suffix)
    for commitment in reading.commitments:
        assert commitment.measure in MEASURES
        assert 0 <= (commitment.certainty or 0) <= 1
        assert {step.field for step in commitment.trace} >= {"actor", "measure", "firmness"}


QUIET = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@QUIET
@given(_salads())
def test_lexicon_words_in_any_order(salad: tuple[str, str]) -> None:
    language, text = salad
    _check(_read(text, language))


@QUIET
@given(st.text(max_size=200), LANGUAGES)
def test_any_text(text: str, language: str) -> None:
    _check(_read(text, language))


SENTENCES = {
    "de": [
        "Polen schickt 200 Soldaten, wenn das Parlament zustimmt.",
        "„Wir werden helfen“, sagte Estlands Ministerin Liis Kask.",
        "Irland will Soldaten nicht ohne die USA entsenden.",
        "Land | Beitrag | Zahl\nPolen | Soldaten | 200\nIrland | Geld | 5 Mio. Euro",
        "Voraussetzung sei ein Waffenstillstand.",
    ],
    "en": [
        "Poland will send 200 soldiers if parliament agrees.",
        '"We will help," Estonian Minister Liis Kask said.',
        "Ireland will not send soldiers without the United States.",
        "Country | Share | Number\nPoland | soldiers | 200\nIreland | money | 5m euros",
        "The condition is a ceasefire.",
    ],
}


def _spoil(text: str, how: str) -> str:
    changes: dict[str, Callable[[str], str]] = {
        "capitals": str.upper,
        "small": str.lower,
        "windows lines": lambda t: t.replace("\n", "\r\n").replace(". ", ".\r\n\r\n"),
        "no signs": lambda t: "".join(c for c in t if c.isalnum() or c.isspace()),
        "one line": lambda t: " ".join(t.split()),
        "soft hyphens": lambda t: "".join(c + "\u00ad" if c.isalpha() and i % 7 == 3 else c for i, c in enumerate(t)),
        "combining marks": lambda t: t.replace("ü", "u\u0308").replace("ä", "a\u0308"),
        "emoji": lambda t: t.replace(" ", " 😀 "),
        "backwards": lambda t: " ".join(reversed(t.split(" "))),
        "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
        "cut short": lambda t: t[: len(t) * 2 // 3],
    }
    return changes[how](text)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "how",
    [
        "capitals",
        "small",
        "windows lines",
        "no signs",
        "one line",
        "soft hyphens",
        "combining marks",
        "emoji",
        "backwards",
        "no-break spaces",
        "cut short",
    ],
)
def test_spoilt_texts(language: str, how: str) -> None:
    _check(_read(_spoil("\n\n".join(SENTENCES[language]), how), language))


@pytest.mark.parametrize(("language", "expected"), [("de", "pl troops pledged"), ("en", "pl troops pledged")])
def test_windows_lines_change_nothing(tell: Tell, language: str, expected: str) -> None:
    text = f"{SENTENCES[language][0]}\r\n\r\n"
    assert tell(text, language) == expected


@QUIET
@given(_salads())
def test_same_input_same_output(salad: tuple[str, str]) -> None:
    language, text = salad
    assert _read(text, language) == _read(text, language)


def test_same_output_whatever_the_hash_seed() -> None:
    """Two processes with different hash seeds read the same texts alike, to the last trace step."""
    program = (
        "import json, sys\n"
        "from zusage.dossier import load_shipped\n"
        "from zusage.model.report import Report\n"
        "from zusage.reading.report import read_report\n"
        "dossier = load_shipped('ukraine-guarantees')\n"
        "for language, text in json.load(sys.stdin):\n"
        "    report = Report(text=text, language=language, published_on='2025-09-04')\n"
        "    print(ascii(read_report(report, dossier, keep_all=True)))\n"
    )
    texts = json.dumps([(language, "\n\n".join(sentences)) for language, sentences in SENTENCES.items()])
    found = {
        subprocess.run(  # noqa: S603 - the same Python, our own program
            [sys.executable, "-c", program],
            input=texts,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "4711")
    }
    assert len(found) == 1
    assert "'pl'" in found.pop()


@pytest.mark.parametrize(
    ("text", "language"),
    [("Minister aus 20 Staaten kamen in Genf zum Gipfel", "de"), ("Ministers met in Geneva for a summit", "en")],
)
def test_a_text_may_end_with_what_it_is_about(text: str, language: str) -> None:
    _check(_read(text, language))


@pytest.mark.parametrize("seed", range(6))
def test_reports_in_pieces(seed: int) -> None:
    """Words left out, cut off in the middle of a sentence, in another order, without signs: what a feed makes of reports."""
    chance = random.Random(seed)  # noqa: S311 - a test
    for _ in range(25):
        language = chance.choice(["de", "en"])
        text = _in_pieces(chance.choice(_written(language)), chance)
        _check(_read(text, language))


def _in_pieces(text: str, chance: random.Random) -> str:
    parts = text.split(" ")
    match chance.randrange(4):
        case 0:
            parts = [part for part in parts if chance.random() > 0.15]
        case 1:
            start = chance.randrange(len(parts))
            parts = parts[start : start + chance.randrange(1, 120)]
        case 2:
            parts = [part.rstrip(".,") if chance.random() < 0.5 else part for part in parts]
        case _:
            chance.shuffle(parts)
    return " ".join(parts) or text


@cache
def _written(language: str) -> list[str]:
    folders = (Path(__file__).parents[2] / "training" / name for name in ("wire", "events"))
    files = [path.read_text("utf-8") for each in folders for path in sorted(each.glob(f"{language}*.jsonl"))]
    return [json.loads(line)["text"] for file in files for line in file.splitlines()]


@pytest.mark.parametrize("language", ["de", "en"])
def test_work_grows_with_length_not_its_square(language: str) -> None:
    """Four times the text takes about four times the calls; counted, not timed."""
    block = "\n\n".join(SENTENCES[language]) + "\n\n"
    _read(block, language)
    small, large = (_calls(block * times, language) for times in (15, 60))
    assert large < small * 4 * 1.2


def _calls(text: str, language: str) -> int:
    """Count the calls of Python functions while a text is read."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        _read(text, language)
    finally:
        sys.setprofile(None)
    return count
