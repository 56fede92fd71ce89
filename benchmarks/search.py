"""Words turned into terms, indexed, and found again.

usage: search.py [--reports N] [--quotes N] [--asked N]

Texts are put together from the sentences of the training reports, a dozen each, quotes are one sentence each. Printed are the
texts a second that are turned into terms (words met for the first time, and again), the documents a second that are indexed
in a ledger on SQLite and, where ``ZUSAGE_DATABASE_URL`` names an empty database, on PostgreSQL, and how long a question takes,
from its words to the first ten hits with their number, as the median and the 95th percentile over questions of one and two
words that are rare and frequent, articles among them. Times are the processor's, so that neighbours do not count; of
PostgreSQL they are the client's alone. The limit is on that percentile.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from zusage.language.question import parse_question
from zusage.language.sentences import split_sentences
from zusage.language.terms import find_terms
from zusage.ledger.searching import find_by_words
from zusage.ledger.store import Ledger, make_ledger
from zusage.ledger.word_index import Document, Sort, index_document

LIMIT = 0.080
TRAINING = Path(__file__).parents[1] / "training" / "written"
SENTENCES = 12
BATCH = 500
AT = "2025-01-01T00:00:00.000Z"


def main() -> int:
    """Measure, print; the exit status says whether the limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=16_000)
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=200)
    options = parser.parse_args()
    sentences = {language: list(_sentences(language)) for language in ("de", "en")}
    for language, found in sentences.items():
        _measure_terms(language, found)
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, url in (("SQLite", None), ("PostgreSQL", os.environ.get("ZUSAGE_DATABASE_URL"))):
            if name == "SQLite" or url:
                ledger = make_ledger(Path(folder) / name, {}, at=AT, url=url)
                _measure_filling(name, ledger, list(_documents(sentences, options.reports, options.quotes)))
                worst = max(worst, _measure_asking(name, ledger, sentences, options.asked))
    print(f"\n{worst * 1e3:.1f} ms (limit {LIMIT * 1e3:.0f})")
    return 0 if worst <= LIMIT else 1


def _sentences(language: str) -> Iterator[str]:
    for line in (TRAINING / f"{language}.jsonl").read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        yield from (text[start:end] for start, end in split_sentences(text, language))


def _documents(sentences: dict[str, list[str]], reports: int, quotes: int) -> Iterator[Document]:
    chance = random.Random(7)  # noqa: S311 - a benchmark
    for number in range(reports):
        language = "de" if number % 2 else "en"
        chosen = chance.choices(sentences[language], k=SENTENCES)
        yield Document(Sort.REPORT, f"r{number}", f"r{number}", language, chosen[0][:60], " ".join(chosen))
    for number in range(quotes):
        language = "de" if number % 2 else "en"
        yield Document(
            Sort.QUOTE, f"q{number}", f"r{number % reports}", language, "", chance.choice(sentences[language])
        )


def _measure_terms(language: str, sentences: list[str]) -> None:
    texts = [" ".join(sentences[start : start + SENTENCES]) for start in range(0, len(sentences), SENTENCES)]
    list(find_terms(sentences[0], language))  # the tables are loaded
    speeds = []
    for _ in range(2):
        start = time.process_time()
        words = sum(1 for text in texts for _ in find_terms(text, language))
        speeds.append(len(texts) / (time.process_time() - start))
    print(
        f"terms, {language}: {len(texts)} texts of {words // len(texts)} words: {speeds[0]:,.0f}/s, again {speeds[1]:,.0f}/s"
    )


def _measure_filling(name: str, ledger: Ledger, documents: list[Document]) -> None:
    start = time.process_time()
    for first in range(0, len(documents), BATCH):
        with ledger.writing() as connection:
            for document in documents[first : first + BATCH]:
                index_document(connection, document)
    seconds = time.process_time() - start
    print(f"{name}: {len(documents):,} documents indexed, {len(documents) / seconds:,.0f}/s")


def _measure_asking(name: str, ledger: Ledger, sentences: dict[str, list[str]], asked: int) -> float:
    chance = random.Random(11)  # noqa: S311 - a benchmark
    taken: list[float] = []
    for number in range(asked):
        words = chance.choice(sentences["de" if number % 2 else "en"]).replace("-", " ").split()
        question = " ".join(chance.sample(words, k=min(1 + number % 2, len(words)))).strip('"“”„.,:;') or "Soldat"
        sort = Sort.QUOTE if number % 4 < 2 else Sort.REPORT  # noqa: PLR2004 - half of them
        start = time.process_time()
        with ledger.reading() as connection:
            find_by_words(connection, parse_question(question), sort, limit=10)
        taken.append(time.process_time() - start)
    slow = statistics.quantiles(taken, n=20)[-1]
    print(
        f"{name}: {asked} questions, median {statistics.median(taken) * 1e3:.1f} ms, 95th percentile {slow * 1e3:.1f} ms"
    )
    return slow


if __name__ == "__main__":
    sys.exit(main())
