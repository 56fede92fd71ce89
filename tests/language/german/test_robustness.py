"""The analyser never fails, keeps offsets exact, and takes time linear in the length of the text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.language.analysis import Analysis, Phrase, find_subject_pairs
from zusage.language.german import analyse

WORDS = (
    *("der", "die", "das", "den", "ein", "eine", "kein", "er", "sie", "es", "man", "wer", "was", "so", "sich", "nicht"),
    *("Oslo", "Norwegen", "Ministerin", "Truppen", "Boote", "500", "Millionen", "Euro", "3.", "Oktober", "bereit"),
    *(
        "sagte",
        "schickt",
        "will",
        "werde",
        "hätte",
        "ist",
        "sind",
        "wurde",
        "senden",
        "gesendet",
        "worden",
        "haben",
        "zu",
    ),
    *("und", "oder", "dass", "wenn", "weil", "um", "ohne", "als", "wie", "mit", "von", "im", "am", "auf", "an"),
    *(",", ".", ";", ":", "–", "(", ")", "„", "“", "?", "!"),
)


def check(text: str) -> Analysis:
    analysis = analyse(text)
    tokens = analysis.tokens
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert sum(not char.isspace() for token in tokens for char in token.text) == sum(
        not char.isspace() for char in text
    )
    covered = [place for sentence in analysis.sentences for place in range(sentence.start, sentence.end)]
    assert covered == list(range(len(tokens)))
    for number, clause in enumerate(analysis.clauses):
        assert clause.start == clause.own[0][0]
        assert clause.end == clause.own[-1][1]
        assert clause.parent is None or clause.parent != number
        assert number in analysis.sentences[clause.sentence].clauses
        for phrase in clause.phrases:
            check_phrase(phrase, analysis)
    owned = [place for clause in analysis.clauses for start, end in clause.own for place in range(start, end)]
    assert len(owned) == len(set(owned))
    list(find_subject_pairs(analysis))
    return analysis


def check_phrase(phrase: Phrase, analysis: Analysis) -> None:
    assert phrase.start <= phrase.head < phrase.end
    assert analysis.words(phrase.start, phrase.end)
    if phrase.members:
        assert phrase.head == phrase.members[0].head
    for part in (*phrase.members, *phrase.dependents):
        check_phrase(part, analysis)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_words(words: list[str]) -> None:
    check(" ".join(words))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "\ufeff",
        "OSLO SCHICKT DREI BOOTE NACH BERGEN UND DIE MINISTERIN REIST AN",
        "Land | Boote | Soldaten\r\nNorwegen | 3 | 200\r\nEstland | – | 50\r\n",
        "🚢🇳🇴 Oslo schickt Boote 👍🏽 #oslo @ministerin https://example.org/a?b=c&d=(e)",
        "Si\u00adcher\u00adheits\u00adga\u00adran\u00adtien fu\u0308r die Ku\u0308ste",
        "„Wir kommen, sagte sie",
        "….,;:!?–—()[]„“”»«",
        "dass dass dass, wenn weil, die der, um zu, und und",
        "A\u2028B\u2029C\vD\fE",
    ],
)
def test_odd_texts(text: str) -> None:
    check(text)


def test_soft_hyphens_do_not_hide_the_word() -> None:
    analysis = analyse("Oslo prüft Si\u00adcher\u00adheits\u00adga\u00adran\u00adtien.")
    assert [token.lemma for token in analysis.tokens if token.tag == "NN"] == ["Sicherheitsgarantie"]


@pytest.mark.parametrize(
    "piece",
    [
        "Oslo schickt Boote, die Bergen schützen, ",
        "Boote und ",
        "(",
        "„",
        "dass ",
        "Oslo, Bergen, ",
        "a",
        "a+",
        ".",
        "a.",
        "\n ",
        "3.",
        "'",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        begun = time.process_time()
        analyse(text)
        return time.process_time() - begun

    def grows_too_fast() -> bool:
        small, large = seconds(20_000), seconds(80_000)
        return large >= 10 * max(small, 0.02)

    analyse(piece * 50)
    assert not all(grows_too_fast() for _ in range(3))  # the collector of cycles may fall into one of them
