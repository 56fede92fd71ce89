"""The sieve: reports about something else are passed over, and nothing is lost by it that `--all` would not show."""

from __future__ import annotations

import math
from itertools import chain, combinations

import pytest

from zusage.dossier import load_shipped
from zusage.language.sentences import split_sentences
from zusage.model.report import Report
from zusage.reading.compiled import vocabulary
from zusage.reading.report import read_report
from zusage.reading.sieve import (
    LEAST_WORDS,
    MOST_DENSE,
    PASSED_OVER,
    Sifted,
    is_read_anyway,
    load_weights,
    numbers,
    sift,
)
from zusage.reading.sieve.sentences import load_sentence_weights, score_sentences, sentence_numbers
from zusage.reading.sieve.signs import WORDS

DOSSIER = load_shipped("ukraine-guarantees")

MATCH = {
    "de": (
        "Der Handballverein hat am Samstag vor vollen Rängen verloren. Nach der Pause fehlte der Mannschaft die Kraft, die Gäste "
        "trafen von außen und zogen davon. Der Torwart hielt noch zwei Würfe, dann musste er mit einer Zerrung vom Feld. "
        "Die Zuschauer blieben trotzdem bis zum Schluss und sangen. Am Mittwoch beginnt das Training wieder, am "
        "Wochenende kommt der Tabellenletzte in die Halle. Bis dahin soll auch der Boden neu versiegelt sein, auf dem in der "
        "Pause zwei Kinder ausgerutscht waren. Der Hausmeister will die Linien diesmal kleben statt malen. "
        "Kuchen gibt es wie immer am Eingang, dazu Kaffee und für die Kinder Saft."
    ),
    "en": (
        "The swimming club lost its last race of the season on a windy evening. Its best swimmer had a cold and started late, the "
        "others could not keep up with the visitors. The referee had to stop one heat because a lane rope had come loose. "
        "Parents sold cakes beside the pool and the band of the school played until it rained. Practice begins again after "
        "the holidays, and new swimmers are welcome. The pool will have been painted by then, and the old clock above the diving "
        "board will tell the time once more. Whoever has lost a towel may look for it in the box beside the door, where there are "
        "nine of them."
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


GARDEN = {
    "de": (
        "Die Stadtgärtnerei hat am Montag die Beete am Hafen neu bepflanzt. Im vorigen Sommer waren dort viele Stauden "
        "vertrocknet. Nun wachsen an der Mauer Lavendel und Salbei, die wenig Wasser brauchen. Die Regierung von Estland schickt "
        "nach dem Hochwasser in der Ukraine zwanzig Pumpen und zwei Millionen Euro. Auch Norwegen will Hilfsgüter liefern. Kinder "
        "aus zwei Schulklassen haben Blumenzwiebeln gesteckt. Im Frühjahr sollen Tulpen blühen. Die alten Bänke wurden "
        "abgeschliffen und gestrichen. Bis zum Herbst kommt noch ein Brunnen dazu. Wer mag, darf Ableger mit nach Hause nehmen. "
        "Die Gärtner sind vormittags da. Für das Gießen am Wochenende werden noch Nachbarn gesucht, eine Kanne steht am Schuppen. "
        "Am Sonntag spielt dort die Blaskapelle."
    ),
    "en": (
        "The town's gardeners replanted the beds along the harbour on Monday. Many of the shrubs there had dried out last "
        "summer. Lavender and sage now grow by the wall. The government of Estonia will send "
        "twenty pumps and two million euros to Ukraine after the flood. Norway offered supplies too. Children of two "
        "classes put bulbs into the ground. Tulips are expected to bloom in spring. The old benches were sanded and "
        "painted. A fountain comes in autumn. Cuttings may be taken home. The gardeners are there in the mornings. Whoever "
        "has an hour at weekends may water the beds, for which a can stands by the shed. On Sunday the brass band plays "
        "there until noon."
    ),
}


GUESTS = {
    "de": (
        "Der Bürgermeister sagte, das Treffen sei gelungen.",
        "Gäste aus Estland, Polen und Norwegen sahen zu.",
        "Die Regierung von Estland schickt der Ukraine Pumpen, und Norwegen gibt Geld.",
        "Auch Besucher aus Norwegen kamen.",
    ),
    "en": (
        "Visitors came from Norway, Sweden and Latvia, too.",
        "The mayor said the meeting had gone well.",
        "Guests from Estonia, Poland and Norway looked on.",
        "The government of Estonia will send pumps to Ukraine, and Norway promised money.",
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


@pytest.mark.parametrize("language", ["de", "en"])
def test_of_a_report_about_something_else_the_sentences_that_may_hold_a_statement_are_read(language: str) -> None:
    text = GARDEN[language]
    sifted = sift(report(text, language), vocabulary(language, DOSSIER))
    assert sifted.unread
    assert not any(
        "Estland" in text[run.start : run.end] or "Estonia" in text[run.start : run.end] for run in sifted.unread
    )
    reading = read_report(report(text, language), DOSSIER)
    assert reading.notes == (sifted.note,)
    assert [(c.actor, c.quote) for c in reading.commitments] == [
        (c.actor, c.quote) for c in read_report(report(text, language), DOSSIER, whole=True).commitments
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_report_whose_best_sentence_says_too_little_is_passed_over(language: str) -> None:
    words, least, best = vocabulary(language, DOSSIER), load_weights().least, load_sentence_weights().best
    garden = (GARDEN[language][start:end] for start, end in split_sentences(GARDEN[language], language))
    plain = " ".join(each for each in garden if "Nor" not in each and "Est" not in each)
    by_best = set()
    for guests in chain.from_iterable(combinations(GUESTS[language], number) for number in (1, 2, 3, 4)):
        text = " ".join((plain, *guests, MATCH[language]))
        sifted = sift(report(text, language), words)
        scores = score_sentences(text, split_sentences(text, language), words, sifted.score)
        too_little = max(scores) < best[language]
        assert sifted.is_passed_over == (sifted.score < least[language] or too_little)
        by_best.add(too_little and sifted.score >= least[language])
    assert by_best == {True, False}


@pytest.mark.parametrize(
    ("language", "opening"), [("de", "Der Gipfel in Bergdorf beginnt."), ("en", "The summit in Hilltown begins.")]
)
def test_a_report_that_opens_with_a_conference_is_read(language: str, opening: str) -> None:
    text = f"{opening} {MATCH[language]}"
    found = sift(report(text, language), vocabulary(language, DOSSIER))
    assert found == Sifted(found.score)


def test_what_counts_for_a_sentence() -> None:
    text = "Es regnet. Oslo schickt Geld. Es regnet."
    runs = ((0, 10), (11, 29), (30, 40))
    first, second, third = sentence_numbers(text, runs, vocabulary("de", DOSSIER), -1.5)
    assert second.keys() >= {"bias", "report", "words", "opening", "verb give", "actor & giving", "giving & money"}
    assert first.keys() >= {"behind giving", "behind actor"}
    assert third.keys() >= {"before giving", "before actor"}
    assert list(sentence_numbers("", (), vocabulary("de", DOSSIER), -1.5)) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_score_of_a_sentence_is_what_its_signs_weigh(language: str) -> None:
    text, words, weights = GARDEN[language], vocabulary(language, DOSSIER), load_sentence_weights().signs
    runs = split_sentences(text, language)
    assert score_sentences(text, runs, words, -1.5) == [
        math.fsum(weights.get(name, 0.0) * value for name, value in found.items())
        for found in sentence_numbers(text, runs, words, -1.5)
    ]


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
        ("de", "Ministertreffen", "meeting ministerial 2"),
        ("de", "Friedenskonferenz", "meeting summit 2"),
        ("de", "fernbleibt", "verb away"),
        ("en", "boycotted", "verb away"),
    ],
)
def test_signs_of_words(language: str, word: str, sign: str) -> None:
    assert sign in vocabulary(language, DOSSIER).signs([word])


@pytest.mark.parametrize("word", ["Pressekonferenz", "Klassentreffen", "Messe"])
def test_what_a_longer_word_is_none_of_is_no_sign(word: str) -> None:
    assert not any(sign.startswith("meeting") for sign in vocabulary("de", DOSSIER).signs([word]))


@pytest.mark.parametrize(
    ("language", "opening", "tells"),
    [
        ("de", "Der Gipfel in Bergdorf beginnt.", True),
        ("de", "Die Polizei hält eine Pressekonferenz ab.", False),
        ("de", "Estland will dem Treffen fernbleiben.", True),
        ("de", "Estland muss auf seine Mannschaft warten.", False),
        ("de", "Estland wartet auf die Zusage aus Oslo.", True),
        ("en", "The conference in Hilltown begins.", True),
        ("en", "Police held a news conference in Hilltown.", False),
        ("en", "Estonia boycotted the event.", True),
    ],
)
def test_what_a_report_opens_with(language: str, opening: str, tells: bool) -> None:  # noqa: FBT001 - a parameter
    text = f"{opening} {MATCH[language]}"
    found = vocabulary(language, DOSSIER)
    assert is_read_anyway(report(text, language), found, found.signs([text])) is tells


def test_everyday_words_are_no_signs() -> None:
    signs = vocabulary("de", DOSSIER).signs(["Der Torwart hielt den Wurf."])
    assert signs == {WORDS: 5, "money": 0, "number": 0}


def test_numbers_of_signs_are_bounded() -> None:
    found = numbers({WORDS: 10, "thing thing": 8})
    assert found["thing thing, dense"] == MOST_DENSE
    assert found["bias"] == 1
    assert not set(numbers({})) - {"bias", WORDS}
