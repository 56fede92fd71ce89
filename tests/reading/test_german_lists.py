"""German lists of givers and what is read of them across sentences: rows, multiples, parts, names taken up (all texts are ours)."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.language.registry import analyse
from zusage.model.report import Report
from zusage.model.statement import Quantity
from zusage.reading.report import read_report


def told(text: str) -> str:
    """Who gives what and how much of it, by the rules."""
    report = Report(text=text, language="de", published_on="2025-09-04")
    found = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True).commitments
    return "; ".join(f"{c.actor} {c.measure}{_amount(c.quantity)}" for c in found)


def _amount(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    low, high = ("" if side is None else f"{side:g}" for side in (quantity.min, quantity.max))
    return f" {low if low == high else f'{low}..{high}'} {quantity.unit}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # numbers that end a sentence
            "Italien schickt Mali 15 Soldaten, Ungarn 20. Kuba ist mit 40 Soldaten vertreten.",
            "it troops 15 persons; hu troops 20 persons; cu troops 40 persons",
        ),
        (
            "Peru spendet 30 Millionen Impfdosen, Chile 15. Kuba stellt 20 Ärzte.",
            "pe humanitarian 3e+07 items; cl humanitarian 1.5e+07 items; cu humanitarian 20 persons",
        ),
        (  # multiples
            "Schweden gibt 30 Millionen Euro, Belgien doppelt so viel, Norwegen die gleiche Summe.",
            "se funding 3e+07 EUR; be funding 6e+07 EUR; no funding 3e+07 EUR",
        ),
        (
            "Peru beteiligt sich mit 20 Millionen Euro, Chile mit gut dem Doppelten.",
            "pe funding 2e+07 EUR; cl funding 4e+07.. EUR",
        ),
        (
            "Peru zahlt 20 Millionen Euro. Mit der doppelten Summe beteiligt sich Chile.",
            "pe funding 2e+07 EUR; cl funding 4e+07 EUR",
        ),
        ("Peru zahlt 20 Millionen Euro, ebenso viel wie im Vorjahr.", "pe funding 2e+07 EUR"),
        (  # the currency of the sum before
            "Peru überwies 62 Millionen Franken, Kuba 300.000.",
            "pe funding 6.2e+07 CHF; cu funding 300000 CHF",
        ),
        (
            "Schweden und Finnland gaben je sieben Millionen Euro, Estland eine.",
            "se funding 7e+06 EUR; fi funding 7e+06 EUR; ee funding 1e+06 EUR",
        ),
        (
            "Monaco zahlt drei Millionen Euro in den Fonds. Selbst die Mongolei ist mit 50.000 dabei.",
            "mc funding 3e+06 EUR; mn funding 50000 EUR",
        ),
        ("Peru zahlt vier Millionen Euro, Chile ebenso viel.", "pe funding 4e+06 EUR; cl funding 4e+06 EUR"),
        (
            "Die EU lieferte Peru 800 Generatoren, 40 weitere schickt die Slowakei.",
            "eu humanitarian 800 items; sk humanitarian 40 items",
        ),
        (  # one of them
            "Schweden schickt zehn Stabsoffiziere. Estland und Lettland schicken je einen.",
            "se logistics 10 persons; ee logistics 1 persons; lv logistics 1 persons",
        ),
        (
            "Chile spendet 100.000 Impfdosen. Peru spendet eine Million.",
            "cl humanitarian 100000 items; pe humanitarian 1e+06 items",
        ),
        (  # more of it
            "Peru verlegt 2000 Soldaten nach Mali. Weitere 1000, bislang in Chile stationiert, gehen nach Niger.",
            "pe troops 2000 persons; pe troops 1000 persons",
        ),
        (
            "Kenia hat 400 Polizisten nach Haiti entsandt; weitere 600 sollen bis Ende des Monats eintreffen.",
            "ke troops 400 persons; ke troops 600 persons",
        ),
        (  # parts are no second sum
            "Peru gibt 58 Millionen Euro, davon 42 Millionen als Zuschüsse und 16 Millionen als Kredite.",
            "pe funding 5.8e+07 EUR",
        ),
        (  # what a sum is for
            "Polen liefert Kuba 40 Haubitzen. Norwegen zahlt dafür 30 Millionen Euro.",
            "pl arms 40 items; no arms 3e+07 EUR",
        ),
        (  # amounts of loans without a currency
            "Peru gibt 40 Millionen Dollar, Chile ein Darlehen in Höhe von 20 Millionen.",
            "pe funding 4e+07 USD; cl funding 2e+07 USD",
        ),
        (  # a row of givers, then a clause
            "Norwegen gibt 60 Millionen Euro, Peru und Chile je 20 Millionen, die Schweiz fünf Millionen, Kuba schickt Ärzte.",
            "no funding 6e+07 EUR; pe funding 2e+07 EUR; cl funding 2e+07 EUR; ch funding 5e+06 EUR; cu humanitarian",
        ),
        (
            "Kuba schickte Ärzte. Aus den Emiraten trafen 150 Zelte ein, aus Algerien 20.",
            "cu humanitarian; ae humanitarian 150 items; dz humanitarian 20 items",
        ),
        (  # states by what they are
            "Zypern wirbt für Hilfe. Die Insel will 40 Zelte schicken.",
            "cy humanitarian 40 items",
        ),
        (
            "Spanien liefert der Ukraine sechs Haubitzen. Auch bildet das Land ukrainische Soldaten aus.",
            "es arms 6 items; es training",
        ),
        ("Island, ein Neuling in der Runde, will 600.000 Dollar geben.", "is funding 600000 USD"),
        ("Katar, einer der Gastgeber, gibt 600.000 Dollar.", "qa funding 600000 USD"),
        (
            "Peru gibt 30 Millionen Euro. Kuba, Gastgeber des Treffens, erhöht auf 17 Millionen Euro, Chile gibt 40 Millionen.",
            "pe funding 3e+07 EUR; cu funding 1.7e+07 EUR; cl funding 4e+07 EUR",
        ),
        (  # what was done before
            "Peru gab nach dem Beben vier Millionen Euro Nothilfe frei, nachdem es im Mai 250.000 Euro überwiesen hatte.",
            "pe humanitarian 4e+06 EUR; pe humanitarian 250000 EUR",
        ),
        (  # in place of what was refused
            "Peru lehnt Waffenlieferungen an Kuba ab und schickt stattdessen 5000 Helme.",
            "pe arms; pe arms 5000 items",
        ),
        (  # whom a deed is for
            "Von Peru werden 20 Millionen Euro für die Versorgung von Verletzten bereitgestellt.",
            "pe humanitarian 2e+07 EUR",
        ),
    ],
)
def test_lists_of_givers(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Saudi-Arabien kommt auf 107 Millionen, der größte Teil davon aus Sammlungen.", "Saudi-Arabien"),
        ("Die Summe, im Mai zugesagt, verteilt auf drei Jahre, ist gering.", "Die Summe"),
        ("Peru schickte 200 Euro – „ein Witz“, wie es hieß.", "Peru"),
        ("Norwegen, das den Vorsitz hat, erhöht auf 20 Millionen Kronen, Peru gibt 10 Millionen.", "Norwegen"),
    ],
)
def test_subject(text: str, subject: str) -> None:
    analysis = analyse(text, "de")
    phrase = analysis.clauses[0].subject
    assert phrase is not None
    assert analysis.words(phrase.start, phrase.end) == subject


def test_what_the_united_nations_reckon_is_no_condition() -> None:
    text = (
        "Geber sagten 655 Millionen Dollar zu. Gebraucht werden nach Schätzung der Vereinten Nationen 3,9 Milliarden."
    )
    report = Report(text=text, language="de", published_on="2025-09-04")
    (found,) = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True).commitments
    assert not found.conditions
