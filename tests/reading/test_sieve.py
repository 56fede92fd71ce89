"""The sieve: reports about something else are passed over, and nothing is lost by it that `--all` would not show."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report, vocabulary
from zusage.reading.sieve import LEAST_WORDS, MOST_DENSE, PASSED_OVER, numbers
from zusage.reading.sieve.signs import WORDS

DOSSIER = load_shipped("ukraine-guarantees")

MATCH = {
    "de": (
        "Der Handballverein hat am Samstag vor vollen Rängen verloren. Nach der Pause fehlte der Mannschaft die Kraft, die Gäste "
        "trafen von außen und zogen davon. Der Torwart hielt noch zwei Würfe, dann musste er mit einer Zerrung vom Feld. "
        "Die Zuschauer blieben trotzdem bis zum Schluss und sangen. Am Mittwoch beginnt das Training wieder, am "
        "Wochenende kommt der Tabellenletzte in die Halle."
    ),
    "en": (
        "The swimming club lost its last race of the season on a windy evening. Its best swimmer had a cold and started late, the "
        "others could not keep up with the visitors. The referee had to stop one heat because a lane rope had come loose. "
        "Parents sold cakes beside the pool and the band of the school played until it rained. Practice begins again after "
        "the holidays, and new swimmers are welcome."
    ),
}
MEETING = {
    "de": (
        "Bei einem Treffen in Paris haben mehrere Staaten am Donnerstag Hilfe für die Ukraine zugesagt. Norwegen schickt nach "
        "Angaben des Verteidigungsministeriums zwei Flugabwehrsysteme und 300 Millionen Euro, Estland will nach einem "
        "Waffenstillstand eine Kompanie entsenden. Italien lehnt eigene Soldaten weiterhin ab. Die Außenminister wollen im "
        "Oktober wieder zusammenkommen."
    ),
    "en": (
        "Several states pledged more aid for Ukraine at a meeting in Paris on Thursday. Norway will send two air defence systems "
        "and 300 million euros, its defence ministry said, and Estonia offered a company of soldiers once there is a "
        "ceasefire. Italy again ruled out troops of its own. The foreign ministers plan to meet again in October, a spokesman said."
    ),
}


def report(text: str, language: str) -> Report:
    return Report(text=text, language=language, published_on="2025-09-04")


@pytest.mark.parametrize("language", ["de", "en"])
def test_sport_is_passed_over_and_a_note_says_so(language: str) -> None:
    reading = read_report(report(MATCH[language], language), DOSSIER)
    assert reading.notes == (PASSED_OVER,)
    assert not reading.statements
    assert reading.reader is not None


@pytest.mark.parametrize("language", ["de", "en"])
def test_asked_for_everything_the_reader_reads_everything(language: str) -> None:
    assert not read_report(report(MATCH[language], language), DOSSIER, keep_all=True).notes
    assert not read_report(report(MATCH[language], language), DOSSIER, whole=True).notes


@pytest.mark.parametrize("language", ["de", "en"])
def test_pledges_are_read(language: str) -> None:
    reading = read_report(report(MEETING[language], language), DOSSIER)
    assert not reading.notes
    assert reading.commitments
    assert reading == read_report(report(MEETING[language], language), DOSSIER, whole=True)


def test_a_short_text_is_read_whatever_it_says() -> None:
    words = " ".join(MATCH["en"].split()[: LEAST_WORDS // 2])
    assert not read_report(report(words, "en"), DOSSIER).notes


def test_a_passed_over_report_has_its_furniture() -> None:
    text = f"{MATCH['en']}\n\nSubscribe to our newsletter"
    assert read_report(report(text, "en"), DOSSIER).report.furniture


@pytest.mark.parametrize(
    ("language", "word", "sign"),
    [
        ("de", "Minenräumboots", "thing thing"),
        ("de", "zugesagt", "verb commit"),
        ("de", "schickten", "verb give"),
        ("de", "Estland", "actor state"),
        ("de", "Ukraine", "recipient"),
        ("en", "pledges", "verb commit"),
        ("en", "supplying", "verb give"),
        ("en", "soldiers", "thing thing"),
        ("en", "Estonia", "actor state"),
    ],
)
def test_signs_of_words(language: str, word: str, sign: str) -> None:
    assert sign in vocabulary(language, DOSSIER).signs([word])


def test_everyday_words_are_no_signs() -> None:
    signs = vocabulary("de", DOSSIER).signs(["Der Torwart hielt den Wurf."])
    assert signs == {WORDS: 5, "money": 0, "number": 0}


def test_numbers_of_signs_are_bounded() -> None:
    found = numbers({WORDS: 10, "thing thing": 8})
    assert found["thing thing, dense"] == MOST_DENSE
    assert found["bias"] == 1
    assert not set(numbers({})) - {"bias", WORDS}
