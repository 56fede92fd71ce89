"""Terms: what a word is found by, whatever its ending, capitals or spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.errors import InputError
from zusage.language.question import find_marks, parse_question
from zusage.language.terms import find_terms, terms_of_word


def finds(question: str, text: str, language: str) -> list[str]:
    return [text[run.start : run.end] for run in find_marks(text, language, parse_question(question))]


@pytest.mark.parametrize(
    ("question", "text", "language", "found"),
    [
        ("häuser", "Ein Haus wird gebaut.", "de", ["Haus"]),
        ("Haus", "Der Bau der Häuser beginnt.", "de", ["Häuser"]),
        ("Haeuser", "Ein Haus wird gebaut.", "de", ["Haus"]),
        ("Garantie", "Es geht um Sicherheitsgarantien.", "de", ["Sicherheitsgarantien"]),
        ("Sicherheitsgarantie", "Es geht um Sicherheit und um eine Garantie.", "de", []),
        ("Haushalt", "Der Haushaltsausschuss berät.", "de", ["Haushaltsausschuss"]),
        ("zusagen", "Oslo hat Hilfe zugesagt.", "de", ["zugesagt"]),
        ("zugesagt", "Die Ministerin sagte Hilfe zu.", "de", []),  # the verb's particle stands apart
        ("fordern", "Sie fördern das Projekt.", "de", []),
        ("Turkiye", "Minister aus Türkiye reisten an.", "de", ["Türkiye"]),
        ("TRUPPEN", "Eine Truppe steht bereit.", "de", ["Truppe"]),
        ("Truppe", "TRUPPEN FÜR DEN NORDEN", "de", ["TRUPPEN"]),
        ("guarantee", "They offered guarantees.", "en", ["guarantees"]),
        ("Guarantees", "They guarantee it.", "en", ["guarantee"]),
        ("pledge", "Oslo pledged 40 medics.", "en", ["pledged"]),
        ("send", "Forty medics were sent.", "en", ["sent"]),
        ("country", "The Countries That Pledged", "en", ["Countries"]),
        ("united", "the United States", "en", ["United"]),
        ("Ottawa", "Ottawa's offer stands.", "en", ["Ottawa"]),
        ("Orban", "Mr Orbán declined.", "en", ["Orbán"]),
        ("15000", "Bis zu 15.000 Personen.", "de", ["15.000"]),
        ("15.000", "Up to 15,000 persons.", "en", ["15,000"]),
        (
            '"security guarantees"',
            "A security guarantee, and the guarantees of security.",
            "en",
            ["security guarantee"],
        ),
        ("EU-Gipfel", "Beim EU-Gipfel und beim Gipfel der EU.", "de", ["EU-Gipfel"]),
        ("F-16", "Two F-16s, one F-16.", "en", ["F-16"]),
        ("so\u00adldaten", "Ein Sol\u00addat.", "de", ["Sol\u00addat"]),
        ("Kyjiw", "Le sommet de Kyjiw.", "fr", ["Kyjiw"]),
        ("Київ", "Зустріч у місті КИЇВ.", "uk", ["КИЇВ"]),
    ],
)
def test_what_a_question_finds(question: str, text: str, language: str, found: list[str]) -> None:
    assert finds(question, text, language) == found


def test_a_question_has_wanted_and_unwanted_rows() -> None:
    question = parse_question('Häuser "security guarantees" -Truppen')
    assert [len(row) for row in question.wanted] == [1, 2]
    assert "haus" in question.wanted[0][0]
    assert [len(row) for row in question.unwanted] == [1]


@pytest.mark.parametrize("words", ["", "  ", "-Truppen", '""', "?!", "-"])
def test_a_question_without_a_word_says_so(words: str) -> None:
    with pytest.raises(InputError, match="names nothing to look for"):
        parse_question(words)


def test_a_question_is_not_too_long() -> None:
    with pytest.raises(InputError, match="more than 20 words"):
        parse_question("Haus " * 10 + "Hof " * 11)


@given(st.text(max_size=200), st.sampled_from(["de", "en", "fr"]))
def test_terms_stand_where_they_say_and_every_word_finds_itself(text: str, language: str) -> None:
    last = 0
    for term in find_terms(text, language):
        assert last <= term.start < term.end <= len(text)
        last = term.end
        assert term.word in terms_of_word(text[term.start : term.end])
        assert " " not in "".join((term.word, *term.more))


@given(st.text(max_size=80))
def test_any_question_is_read_or_refused(words: str) -> None:
    try:
        question = parse_question(words)
    except InputError:
        return
    assert question.wanted
