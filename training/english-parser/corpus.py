"""Sentences of UD English EWT as rows of numbers, with the variants that make the parser robust."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from zusage.language.english.features import normalise, spelling_rows

RARE = {
    "csubj:outer": "csubj",
    "csubj:pass": "csubj",
    "dep": "parataxis",
    "dislocated": "parataxis",
    "reparandum": "parataxis",
    "orphan": "conj",
    "advcl:relcl": "advcl",
}
"""Labels too rare to learn, and what they are trained as."""


@dataclass(frozen=True)
class Sentence:
    """Words with universal and Penn tags, heads (0 is the root, words count from 1) and labels."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]


def read_sentences(path: Path) -> list[Sentence]:
    """Read a gzipped CoNLL-U file; empty nodes and the lines of multi-word tokens are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    sentences = []
    for block in blocks:
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            columns = list(zip(*rows, strict=True))
            labels = tuple(RARE.get(label, label) for label in columns[7])
            sentences.append(Sentence(columns[1], columns[3], columns[4], tuple(int(h) for h in columns[6]), labels))
    return sentences


def vary(sentence: Sentence, draw: random.Random) -> Sentence:
    """Return the sentence as it is (mostly), small letters, capitals, Headline Capitals, or without its full stop."""
    dice = draw.random()
    words = sentence.words
    if dice < 0.06:  # noqa: PLR2004 - shares of the variants
        return replace(sentence, words=tuple(word.lower() for word in words))
    if dice < 0.09:  # noqa: PLR2004
        return replace(sentence, words=tuple(word.upper() for word in words))
    if dice < 0.11:  # noqa: PLR2004
        return replace(sentence, words=tuple(word.capitalize() if word.islower() else word for word in words))
    last = len(words) - 1
    if dice < 0.17 and last > 0 and words[-1] in {".", "!", "?"} and last + 1 not in sentence.heads:  # noqa: PLR2004
        return Sentence(words[:-1], sentence.upos[:-1], sentence.xpos[:-1], sentence.heads[:-1], sentence.labels[:-1])
    return sentence


def word_list(sentences: list[Sentence], listed: dict[str, list[str]]) -> tuple[list[str], Counter[str]]:
    """Return the words seen at least twice and those of word lists, sorted, and how often each word occurs."""
    counts = Counter(normalise(word).lower() for sentence in sentences for word in sentence.words)
    counts.update(
        {normalise(word).lower(): 8 for words in listed.values() for entry in words for word in entry.split()}
    )
    return sorted(word for word, count in counts.items() if count > 1 and "\n" not in word), counts


def rows_of(word: str) -> tuple[int, ...]:
    """Return the rows of the hashed tables for a word."""
    return spelling_rows(word)
