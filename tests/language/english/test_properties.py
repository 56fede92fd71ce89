"""What holds for every text: no exception, exact offsets, sound indices, the same result twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.language.analysis import Analysis
from zusage.language.english import analyse

WORDS = [
    *["Oslo", "Riga", "the", "minister", "said", "that", "will", "would", "not", "never", "no", "troops", "to", "send"],
    *["sent", "ruled", "out", "up", "200", "of", "who", "which", "countries", "is", "are", "be", "been", "THE", "WE"],
    *["and", "but", "if", "once", "provided", "as", "long", "should", "had", "adding", "n't", "'s", "$", "bn"],
    *[",", ".", ";", ":", "“", "”", '"', "'", "(", ")", "–", "\n", "\n\n"],
]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def check(analysis: Analysis) -> None:
    size = len(analysis.tokens)
    for token in analysis.tokens:
        assert analysis.text[token.start : token.end] == token.text
        assert token.lemma
    edges = [(sentence.start, sentence.end) for sentence in analysis.sentences]
    assert [place for run in edges for place in range(*run)] == list(range(size))
    for number, clause in enumerate(analysis.clauses):
        assert clause.parent is None or 0 <= clause.parent < len(analysis.clauses)
        assert clause.parent != number
        assert number in analysis.sentences[clause.sentence].clauses
        assert clause.own
        assert (clause.start, clause.end) == (clause.own[0][0], clause.own[-1][1])
        assert all(0 <= start < end <= size for start, end in clause.own)
        assert (clause.negation is None) == (clause.negation_scope is None)
        for phrase in clause.phrases:
            for part in phrase.walk():
                assert 0 <= part.start <= part.head < part.end <= size
        if clause.verb:
            assert list(clause.verb.tokens) == sorted(set(clause.verb.tokens))
            assert clause.verb.head in clause.verb.tokens
    for number, children in enumerate(analysis.children):
        assert all(analysis.clauses[child].parent == number for child in children)
    owned = [place for clause in analysis.clauses for run in clause.own for place in range(*run)]
    assert len(owned) == len(set(owned))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_text(text: str) -> None:
    analysis = analyse(text)
    check(analysis)
    assert analyse(text) == analysis


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \r\n\t ",
        "\xad",
        "THE MINISTER SAID OSLO WOULD SEND TROOPS TO THE BORDER",
        "oslo will send troops and riga will not " * 40,
        "a\tb\t1,2\n" * 100,
        "we ❤️ 👨‍👩‍👧‍👦 👍🏽 it " * 20,
        "cafe\u0301 \u0301\u0301 de\u00adploy\r\nment " * 40,
        '"' * 500,
        "; " * 500,
        "said that " * 300,
        "x" * 100_000,
    ],
)
def test_odd_texts(text: str) -> None:
    check(analyse(text))


def test_parents_make_no_ring() -> None:
    analysis = analyse("Oslo, the envoy said, adding that Riga, who said it would pay, said no, will pay, said Riga.")
    for clause in analysis.clauses:
        seen, node = 0, clause
        while node.parent is not None:
            node = analysis.clauses[node.parent]
            seen += 1
            assert seen <= len(analysis.clauses)
