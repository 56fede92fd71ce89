"""Quantities: each rule with a sentence of its own; wording is ours."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.language.numbers import QuantityKind, QuantityMention, find_quantities, parse_number, resolve_currency


def only(text: str, language: str, **options: str) -> QuantityMention:
    found = find_quantities(text, language, country=options.get("country"))
    assert len(found) == 1, [text[mention.start : mention.end] for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Oslo stellt bis zu 200 Soldaten.", "de", None, 200),
        ("Mehr als 50.000 Rekruten kamen.", "de", 50_000, None),
        ("Rund 80 Delegationen reisten an.", "de", 80, 80),
        ("Oslo stellt 800 der geplanten 2500 Soldaten.", "de", 800, 800),
        ("Oslo sent 40 of the 90 vehicles.", "en", 40, 40),
        ("Mindestens sieben Länder boten etwas an.", "de", 7, None),
        ("Mehrere Tausend Helfer standen bereit.", "de", 2000, None),
        ("Die Kosten gehen in die Tausende.", "de", 2000, None),
        ("Zehntausende Pakete kamen an.", "de", 20_000, None),
        ("Riga liefert zwei Dutzend Haubitzen.", "de", 24, 24),
        ("Zwischen 3.000 und 5.000 Soldaten genügen.", "de", 3000, 5000),
        ("Das kostet zwei bis drei Millionen Euro.", "de", 2_000_000, 3_000_000),
        ("Bern zahlt eine halbe Milliarde Franken.", "de", 500_000_000, 500_000_000),
        ("Es geht um 15 000 Mann.", "de", 15_000, 15_000),
        ("Für zweihundertfünfzigtausend Menschen reicht es.", "de", 250_000, 250_000),
        ("Über 300 Schiffe warten.", "de", 300, None),
        ("Man sprach über zwei Fragen.", "de", 2, 2),
        ("Unter 40 Euro bekommt man nichts.", "de", None, 40),
        ("Rome offers up to 6 frigates.", "en", None, 6),
        ("As many as 1,500 troops may go.", "en", None, 1500),
        ("More than a million shells arrived.", "en", 1_000_000, None),
        ("At least two dozen envoys came.", "en", 24, None),
        ("No fewer than 12 ships sailed.", "en", 12, None),
        ("Several thousand volunteers signed.", "en", 2000, None),
        ("Hundreds of thousands of refugees left.", "en", 200_000, None),
        ("Half a billion euros went missing.", "en", 500_000_000, 500_000_000),
        ("One and a half million rounds were bought.", "en", 1_500_000, 1_500_000),
        ("Two hundred and fifty thousand rounds were bought.", "en", 250_000, 250_000),
        ("Twenty-six states agreed.", "en", 26, 26),
        ("From 100 to 150 aircraft are planned.", "en", 100, 150),
        ("Some 5,000 to 7,500 officers are needed.", "en", 5000, 7500),
        ("Losses of 16.6 billion dollars are feared.", "en", 16_600_000_000, 16_600_000_000),
    ],
)
def test_interval(text: str, language: str, low: float | None, high: float | None) -> None:
    mention = only(text, language)
    assert (mention.min, mention.max) == (low, high)


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("Wien gibt 175 Mio. € aus.", "de", "EUR"),
        ("A $300 million loan was approved.", "en", "USD"),
        ("It gave A$300 million.", "en", "AUD"),
        ("Vienna gives $US17.5 million.", "en", "USD"),
        ("Delhi gives Rs 5 crore.", "en", "INR"),
        ("Ottawa zahlt 40 Millionen kanadische Dollar.", "de", "CAD"),
        ("Man zahlt 40 Millionen Dollar.", "de", "USD"),
        ("Oslo zahlt 7 Milliarden norwegische Kronen.", "de", "NOK"),
        ("London zahlt 160 Millionen Pfund.", "de", "GBP"),
        ("Warschau zahlt 3 Mrd. Złoty.", "de", "PLN"),
        ("Pretoria zahlt 30 Millionen Rand.", "de", "ZAR"),
        ("Manila zahlt 30 Millionen philippinische Peso.", "de", "PHP"),
        ("Rabat zahlt 30 Millionen marokkanische Dirham.", "de", "MAD"),
        ("Jakarta gives 30 million rupiah.", "en", "IDR"),
        ("Nairobi gives 30 million Kenyan shillings.", "en", "KES"),
        ("It gives 30 million Icelandic kronur.", "en", "ISK"),
        ("It gives 30 million CFA francs.", "en", "XOF"),
        ("The Union lends €90bn.", "en", "EUR"),
        ("A US$60-million package passed.", "en", "USD"),
        ("It transferred C$5bn.", "en", "CAD"),
        ("It used £8bn of it.", "en", "GBP"),
        ("It gave 60 million Canadian dollars.", "en", "CAD"),
        ("It cost JPY 300 million.", "en", "JPY"),
        ("It cost between $2 million and $3 million.", "en", "USD"),
    ],
)
def test_currency(text: str, language: str, currency: str) -> None:
    mention = only(text, language)
    assert mention.kind is QuantityKind.MONEY
    assert mention.currency == currency


def test_open_currency_takes_the_country() -> None:
    text = "The pledge is worth seven billion kroner."
    assert only(text, "en").currency is None
    assert only(text, "en").currency_family == "krone"
    assert only(text, "en", country="no").currency == "NOK"
    assert resolve_currency("dollar") == "USD"
    assert resolve_currency("dollar", "ca") == "CAD"
    assert resolve_currency("dollar", "de") == "USD"
    assert resolve_currency("krone", "de") is None


def test_bare_sum_takes_the_sentence_s_currency() -> None:
    """Wien gibt 100 Millionen Euro, Bern 35 Millionen. Dann kamen 20 Millionen."""
    found = find_quantities(str(test_bare_sum_takes_the_sentence_s_currency.__doc__), "de")
    assert [mention.currency for mention in found] == ["EUR", "EUR", None]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Tallinn bietet eine Kompanie an.", "de", QuantityKind.FORMATION),
        ("Riga offers two battalions.", "en", QuantityKind.FORMATION),
        ("Das sind 3,5 Prozent davon.", "de", QuantityKind.PERCENT),
        ("Spend three per cent on it.", "en", QuantityKind.PERCENT),
        ("Gut die Hälfte fehlt noch.", "de", QuantityKind.SHARE),
        ("About two-thirds of them left.", "en", QuantityKind.SHARE),
        ("Das dauert drei weitere Jahre.", "de", QuantityKind.DURATION),
        ("Die Strecke misst 120 Kilometer.", "de", QuantityKind.MEASURE),
    ],
)
def test_kind(text: str, language: str, kind: QuantityKind) -> None:
    assert only(text, language).kind is kind


def test_formation_has_no_number() -> None:
    mention = only("Tallinn bietet eine Kompanie an.", "de")
    assert (mention.min, mention.max) == (None, None)


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("London schickt 140 zusätzliche Abwehrraketen.", "de", "Abwehrraketen"),
        ("Berlin liefert zwei weitere Flugabwehr-Systeme vom Typ X.", "de", "Flugabwehr-Systeme"),
        ("Es kamen 27 Staats- und Regierungschefs.", "de", "Staats- und Regierungschefs"),
        ("Schweden hat zwei weitere versprochen.", "de", None),
        ("Six additional staff officers will go.", "en", "officers"),
        ("They buy 100 newest Gripen E aircraft.", "en", "aircraft"),
        ("Two hundred of their soldiers stay.", "en", "soldiers"),
        ("The 27 decided last week.", "en", None),
    ],
)
def test_noun(text: str, language: str, noun: str | None) -> None:
    mention = only(text, language)
    assert (text[slice(*mention.noun)] if mention.noun else None) == noun


def test_spans() -> None:
    text = "Madrid gibt bis zu 40 Millionen kanadische Dollar dafür."
    mention = only(text, "de")
    assert text[mention.start : mention.end] == "bis zu 40 Millionen kanadische Dollar"
    assert text[slice(*mention.number)] == "40 Millionen"
    assert mention.modifier is not None
    assert text[slice(*mention.modifier)] == "bis zu"
    assert mention.unit is not None
    assert text[slice(*mention.unit)] == "Dollar"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am 3. Oktober 2025 um 14.30 Uhr", "de"),
        ("seit 2022 im Haushalt 2026, geboren 1958", "de"),
        ("nach Artikel 5 und § 80, Nr. 7", "de"),
        ("der Minister (65) sagte", "de"),
        ("die 3. Brigade im 21. Jahrhundert", "de"),
        ("es steht 3:2, Telefon 030 123456", "de"),
        ("F-16 und A400M, Leopard 2, G7", "de"),
        ("On May 5, 2025, and 6 January", "en"),
        ("the 3rd brigade since 2022, until at least 2014", "en"),
        ("no one came; one of them stayed", "en"),
        ("\n10.50 The minister speaks.", "en"),
        ("at 3.47pm and 9 p.m.", "en"),
        ("F-16s, an A380", "en"),
    ],
)
def test_no_quantity(text: str, language: str) -> None:
    assert [text[m.start : m.end] for m in find_quantities(text, language)] == []


def test_taken_runs_and_articles() -> None:
    text = "Athen prüft eine Fregatte und 20 Boote."
    assert [mention.max for mention in find_quantities(text, "de")] == [20]
    assert [mention.max for mention in find_quantities(text, "de", articles=True)] == [1, 20]
    assert find_quantities(text, "de", taken=[(text.index("20"), text.index("20") + 2)]) == ()


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("zweieinhalb Millionen", "de", 2_500_000),
        ("einundzwanzig", "de", 21),
        ("fünfhunderttausend", "de", 500_000),
        ("15.000", "de", 15_000),
        ("1,6 Mrd.", "de", 1_600_000_000),
        ("two hundred and six", "en", 206),
        ("15,000", "en", 15_000),
        ("a dozen", "en", 12),
        ("Hund", "de", None),
        ("", "en", None),
        ("two dogs", "en", None),
    ],
)
def test_parse_number(words: str, language: str, value: float | None) -> None:
    assert parse_number(words, language) == value


PIECES = [
    "zwei", "Mio.", "bis zu", "Patriot-", "A- und", "soldiers", "5", "1.000",
    "€", "Euro", "-", "and", "two", "hundred", "a", "half",
    "of", "der", "2025", ".", "\n\n", "bis",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)))
def test_any_text(text: str) -> None:
    for language in ("de", "en"):
        end = 0
        for mention in find_quantities(text, language, articles=True):
            assert end <= mention.start <= mention.number[0] < mention.number[1] <= len(text)
            assert mention.start < mention.end
            end = mention.number[1]
            if mention.min is not None and mention.max is not None:
                assert mention.min <= mention.max


@given(st.integers(min_value=1, max_value=9_999_999))
def test_grouped_figures_round_trip(number: int) -> None:
    assert parse_number(f"{number:,}", "en") == number
    assert parse_number(f"{number:,}".replace(",", "."), "de") == number


@pytest.mark.parametrize("piece", ["7", "1.1.", "zwei ", "mehr als ", "half a ", "5 Patriot-", "100 Mio. "])
def test_linear(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.perf_counter()
    find_quantities(text, "de")
    find_quantities(text, "en")
    assert time.perf_counter() - start < 20
