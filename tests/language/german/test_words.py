"""Tokens, tags, lemmas, compounds and forms of verbs."""

from __future__ import annotations

import pytest

from zusage.language.analysis import Mood, Tense
from zusage.language.german import analyse, compound_parts
from zusage.language.german.verbs import PLURAL, SINGULAR, find_irregular_lemma, read_finite


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Im EU-Rat geht's um 3,5 Mio. Euro.", ["Im", "EU-Rat", "geht's", "um", "3,5", "Mio.", "Euro", "."]),
        ("Am 3. Oktober (Montag).", ["Am", "3.", "Oktober", "(", "Montag", ")", "."]),
        ("Luft- und Seestreitkräfte", ["Luft-", "und", "Seestreitkräfte"]),
        ("Soldat:innen und Bürger*innen", ["Soldat:innen", "und", "Bürger*innen"]),
        ("„Ja“, sagte sie …", ["„", "Ja", "“", ",", "sagte", "sie", "…"]),
        ("50 %, 10.000 Mann", ["50", "%", ",", "10.000", "Mann"]),
        ("Mail an a.b@example.org!", ["Mail", "an", "a.b@example.org", "!"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in analyse(text).tokens] == words


@pytest.mark.parametrize(
    ("text", "word", "tag", "lemma"),
    [
        ("Im Hafen liegt ein Boot.", "Im", "APPRART", "in"),
        ("Sie legte sich fest.", "fest", "PTKVZ", "fest"),
        ("Sie ist bereit.", "bereit", "ADJD", "bereit"),
        ("Oslo wirft ihm Betrug vor.", "vor", "PTKVZ", "vor"),
        ("Die Staaten, die Boote entsenden, zahlen.", "entsenden", "VVFIN", "entsenden"),
        ("Oslo nannte deren Stationierung falsch.", "deren", "PDAT", "der"),
        ("Norwegens Ministerin kam.", "Norwegens", "NE", "Norwegen"),
        ("Die Beschlüsse stehen.", "Beschlüsse", "NN", "Beschluss"),
        ("Die Hilfstranche ist da.", "Hilfstranche", "NN", "Hilfstranche"),
        ("Die Truppensteller sind da.", "Truppensteller", "NN", "Truppensteller"),
        ("Die Geheimflüge sind beendet.", "Geheimflüge", "NN", "Geheimflug"),
        ("Oslo plant, Hilfe zuzusagen.", "zuzusagen", "VVIZU", "zusagen"),
        ("Das Zögern dauert an.", "Zögern", "NN", "Zögern"),
    ],
)
def test_tags_and_lemmas(text: str, word: str, tag: str, lemma: str) -> None:
    token = next(token for token in analyse(text).tokens if token.text == word)
    assert (token.tag, token.lemma) == (tag, lemma)


@pytest.mark.parametrize(
    ("lemma", "parts"),
    [
        ("Sicherheitsgarantie", ("Sicherheit", "Garantie")),
        ("EU-Gipfel", ("EU", "Gipfel")),
        ("Boot", ("Boot",)),
    ],
)
def test_compounds(lemma: str, parts: tuple[str, ...]) -> None:
    assert compound_parts(lemma) == parts


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "mood", "number"),
    [
        ("komme", "kommen", Tense.PRESENT, Mood.REPORTED, SINGULAR),
        ("käme", "kommen", Tense.PRESENT, Mood.HYPOTHETICAL, SINGULAR),
        ("kamen", "kommen", Tense.PAST, Mood.INDICATIVE, PLURAL),
        ("teilnahm", "teilnehmen", Tense.PAST, Mood.INDICATIVE, SINGULAR),
        ("sagte", "sagen", Tense.PAST, Mood.INDICATIVE, SINGULAR),
        ("seien", "sein", Tense.PRESENT, Mood.REPORTED, PLURAL),
        ("bedürfe", "bedürfen", Tense.PRESENT, Mood.REPORTED, SINGULAR),
        ("wurde", "werden", Tense.PAST, Mood.INDICATIVE, SINGULAR),
    ],
)
def test_finite_forms(form: str, lemma: str, tense: Tense, mood: Mood, number: int) -> None:
    found = read_finite(form, lemma)
    assert (found.tense, found.mood, found.number) == (tense, mood, number)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("bräche", "brechen"), ("verspräche", "versprechen"), ("einträten", "eintreten"), ("sagte", None)],
)
def test_irregular_lemmas(form: str, lemma: str | None) -> None:
    assert find_irregular_lemma(form) == lemma


@pytest.mark.parametrize("word", ["US-$", "A$", "US$"])
def test_a_dollar_with_its_country_is_one_token(word: str) -> None:
    assert word in [token.text for token in analyse(f"Peru gibt 5 Mio. {word} für Boote.").tokens]
