"""English text to `zusage.language.analysis`: tokens, tags and tree, then clauses with their phrases.

Uses numpy through the parser beside it, and what both languages share (`sentences`, `quotation`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from zusage.language.analysis import Analysis, Clause, Pos, Sentence, Token
from zusage.language.english.clauses import make_clauses
from zusage.language.english.graph import Graph, make_graph
from zusage.language.english.lemmas import find_lemma
from zusage.language.english.parser import Tree, cut_long, parse
from zusage.language.english.pieces import Run, cut_pieces, hang_clocks, recut_speakers
from zusage.language.english.repair import mend
from zusage.language.english.tokens import find_tokens
from zusage.language.english.weights import Weights, load_weights
from zusage.language.quotation import quoted_tokens
from zusage.language.sentences import split_sentences

_MARKS: Final = frozenset({"“", "”", '"', "„", "«", "»", "‘", "’", "'", "''", "``"})

_POS: Final[Mapping[str, Pos]] = {pos.value: pos for pos in Pos}

_MOST_LEMMAS: Final = 60_000
"""Words with a tag whose lemmas are kept."""

_CODES: Final = frozenset(
    {"USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "AUD", "CAD", "NZD", "JPY", "Euro", "Euros"}
)
"""Codes and names of money that stand before its number."""

_SPEAKS_OF_MONEY: Final = re.compile("|".join(["[$]", *sorted(_CODES)])).search

LONGEST_SENTENCE: Final = 480
"""Tokens of a sentence; more is no prose."""


def analyse(text: str) -> Analysis:
    """Return the analysis of an English text; of an empty text, an empty one.

    Raises:
        ModelError: The parser's weights (package ``zusage-english``) are not installed.
    """
    spans = find_tokens(text)
    runs = _sentence_runs(text, spans)
    graph = _parse_text(load_weights(), text, spans, runs)
    clauses = make_clauses(graph, runs)
    quoted = quoted_tokens(text, graph.tokens)
    return Analysis(
        text=text,
        language="en",
        tokens=graph.tokens,
        sentences=_make_sentences(runs, clauses, [(run.start, run.end) for run in quoted], graph),
        clauses=clauses,
        quoted=quoted,
        children=_children(clauses),
    )


def _sentence_runs(text: str, spans: list[tuple[int, int]]) -> list[Run]:
    """Return the sentences as token runs that cover all tokens; very long ones (tables, lists) are cut."""
    starts = [start for start, _ in spans]
    cuts = [bisect_left(starts, start) for start, _ in split_sentences(text, "en")]
    edges = sorted({0, *cuts, len(spans)})
    return [
        (low, min(low + LONGEST_SENTENCE, end))
        for start, end in pairwise(edges)
        for low in range(start, end, LONGEST_SENTENCE)
    ]


def _parse_text(weights: Weights, text: str, spans: list[tuple[int, int]], runs: list[Run]) -> Graph:
    """Parse all sentences, cut at semicolons; those with a speaker before a colon a second time, cut there."""
    words = [text[start:end] for start, end in spans]
    pieces = [part for run in runs for piece in cut_pieces(words, run) for part in cut_long(words, *piece)]
    shown = [_shown(words, i) for i in range(len(words))] if _SPEAKS_OF_MONEY(text) else words
    tree = parse(weights, shown, pieces)
    pieces, again = recut_speakers(words, tree.xpos, pieces)
    if again:
        tree = _patch(tree, parse(weights, shown, again), again)
    tree = hang_clocks(words, tree, pieces)
    tagged = list(zip(words, tree.xpos, strict=True))
    lemmas = _find_lemmas(weights, tagged)
    mended = mend(tree, words, lemmas, pieces, _hyphens(words, spans))
    columns = zip(words, spans, lemmas, mended.upos, mended.xpos, tree.xpos, strict=True)
    tokens = [
        Token(word, start, end, lemma if tag == old else find_lemma(word, tag, weights.vocabulary), _POS[pos], tag)
        for word, (start, end), lemma, pos, tag, old in columns
    ]
    return make_graph(tuple(tokens), mended.heads, mended.labels)


def _hyphens(words: list[str], spans: list[tuple[int, int]]) -> frozenset[int]:
    """Return where a hyphen joins two words without a blank."""
    return frozenset(
        i
        for i in range(1, len(words) - 1)
        if words[i] == "-" and spans[i - 1][1] == spans[i][0] and spans[i][1] == spans[i + 1][0]
    )


def _shown(words: list[str], i: int) -> str:
    """What the parser is shown of a word: money before its number is a dollar, which it has learned.

    Examples: "US$ 5 million", "A$5", "USD 5 million".
    """
    word = words[i]
    if word in _CODES:
        return "$" if i + 1 < len(words) and words[i + 1][0].isdigit() else word
    return "$" if word.strip("$").isupper() and "$" in (word[0], word[-1]) else word


def _find_lemmas(weights: Weights, tagged: list[tuple[str, str]]) -> list[str]:
    """Return the lemmas of words with their tags; those of words met before are kept, as their vectors are."""
    known = weights.lemmas
    if len(known) > _MOST_LEMMAS:
        known.clear()
    for pair in tagged:
        if pair not in known:
            known[pair] = find_lemma(*pair, weights.vocabulary)
    return [known[pair] for pair in tagged]


def _patch(tree: Tree, other: Tree, runs: list[Run]) -> Tree:
    """Return the tree with the columns of ``other`` in some runs."""
    upos, xpos, heads, labels = list(tree.upos), list(tree.xpos), list(tree.heads), list(tree.labels)
    for start, end in runs:
        upos[start:end] = other.upos[start:end]
        xpos[start:end] = other.xpos[start:end]
        heads[start:end] = other.heads[start:end]
        labels[start:end] = other.labels[start:end]
    return Tree(tuple(upos), tuple(xpos), tuple(heads), tuple(labels))


def _children(clauses: tuple[Clause, ...]) -> tuple[tuple[int, ...], ...]:
    """Return for each clause the clauses that hang on it, in order."""
    found: list[list[int]] = [[] for _ in clauses]
    for number, clause in enumerate(clauses):
        if clause.parent is not None:
            found[clause.parent].append(number)
    return tuple(map(tuple, found))


def _make_sentences(
    runs: list[Run], clauses: tuple[Clause, ...], quoted: list[Run], graph: Graph
) -> tuple[Sentence, ...]:
    members: list[list[int]] = [[] for _ in runs]
    for number, clause in enumerate(clauses):
        members[clause.sentence].append(number)
    return tuple(
        Sentence(start, end, tuple(members[number]), _is_quoted(graph, (start, end), quoted))
        for number, (start, end) in enumerate(runs)
    )


def _is_quoted(graph: Graph, run: Run, quoted: list[Run]) -> bool:
    """Tell whether a whole sentence stands in quotation marks, with the marks or among others in one quotation."""
    start, end = run
    while start < end and graph.tokens[start].text in _MARKS:
        start += 1
    while end > start and graph.tokens[end - 1].text in _MARKS:
        end -= 1
    place = bisect_right(quoted, (start, len(graph.tokens))) - 1
    return start < end and place >= 0 and quoted[place][0] <= start and end <= quoted[place][1]
