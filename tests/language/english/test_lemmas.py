"""Dictionary forms from word and tag."""

from __future__ import annotations

import pytest

from zusage.language.english.lemmas import find_lemma


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("pledging", "VBG", "pledge"),
        ("planned", "VBN", "plan"),
        ("deployed", "VBD", "deploy"),
        ("offered", "VBD", "offer"),
        ("committed", "VBN", "commit"),
        ("underwrote", "VBD", "underwrite"),
        ("withheld", "VBN", "withhold"),
        ("ratifies", "VBZ", "ratify"),
        ("increased", "VBD", "increase"),
        ("focused", "VBD", "focus"),
        ("visiting", "VBG", "visit"),
        ("controlled", "VBN", "control"),
        ("is", "VBZ", "be"),
        ("n't", "RB", "not"),
        ("ca", "MD", "can"),
        ("would", "MD", "would"),
        ("countries", "NNS", "country"),
        ("crises", "NNS", "crisis"),
        ("men", "NNS", "man"),
        ("addresses", "NNS", "address"),
        ("bigger", "JJR", "big"),
        ("better", "JJR", "good"),
        ("them", "PRP", "they"),
        ("Riga", "NNP", "Riga"),
        ("de\u00adployed", "VBN", "deploy"),
    ],
)
def test_lemma(word: str, tag: str, lemma: str) -> None:
    assert find_lemma(word, tag, {"big"}) == lemma


def test_a_known_word_settles_the_spelling() -> None:
    assert find_lemma("hoping", "VBG", {"hope", "hop"}) == "hope"
    assert find_lemma("hopping", "VBG", {"hope", "hop"}) == "hop"
