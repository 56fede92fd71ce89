"""Where sentences end: our splitter on Universal Dependencies, against sentencex where it is installed.

usage: python benchmarks/sentences.py

Sentences of a paragraph (ten at most) are joined by a space and have to be told apart again. Prints precision, recall and F1
of the ends between them, and characters a second. The reader's texts are news: PUD is closest to them; GSD and EWT hold
lists and messages without full stops, whose ends nothing in the text gives. Exit status 1 if F1 on PUD is below .99.
"""

from __future__ import annotations

import gzip
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from zusage.language.sentences import split_sentences

FILES = ("de_pud-ud-test", "de_gsd-ud-dev", "de_gsd-ud-test", "en_pud-ud-test", "en_ewt-ud-dev", "en_ewt-ud-test")
LEAST = 0.99
LONGEST = 10

Split = Callable[[str, str], set[int]]
"""Returns the ends of a text's sentences, by the language."""


def paragraphs(path: Path) -> Iterator[list[str]]:
    """Yield the sentences of each paragraph, ten at most."""
    found: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(("# newdoc", "# newpar")) or len(found) == LONGEST:
                if found:
                    yield found
                found = []
            if line.startswith("# text = "):
                found.append(line.removeprefix("# text = ").rstrip("\n"))
    if found:
        yield found


def ours(text: str, language: str) -> set[int]:
    """Split as the reader does."""
    return {end for _, end in split_sentences(text, language)}


def sentencex() -> Split | None:
    """Return the peer, None where it is not installed."""
    try:
        from sentencex import segment  # noqa: PLC0415 - an optional peer
    except ImportError:
        return None

    def split(text: str, language: str) -> set[int]:
        ends, at = set(), 0
        for sentence in segment(language, text):
            if sentence.strip():
                at = text.find(sentence.strip(), at) + len(sentence.strip())
                ends.add(at)
        return ends

    return split


def measure(path: Path, split: Split) -> tuple[float, float, float, float]:
    """Return precision, recall, F1, and millions of characters a second."""
    language = path.name[:2]
    hits = found = expected = size = 0
    used = 0.0
    for sentences in paragraphs(path):
        text = " ".join(sentences)
        gold = {sum(len(each) + 1 for each in sentences[: index + 1]) - 1 for index in range(len(sentences) - 1)}
        start = time.process_time()
        ends = split(text, language) - {len(text)}
        used += time.process_time() - start
        hits, found, expected, size = hits + len(gold & ends), found + len(ends), expected + len(gold), size + len(text)
    precision, recall = hits / found, hits / expected
    return precision, recall, 2 * precision * recall / (precision + recall), size / used / 1e6


def main() -> int:
    """Measure both, print a table."""
    folder = Path(os.environ.get("ZUSAGE_DATA", "")) / "data" / "ud"
    if not os.environ.get("ZUSAGE_DATA") or not folder.is_dir():
        print("set ZUSAGE_DATA to the folder with data/ud")
        return 0
    peer = sentencex()
    failed = False
    print(f"{'':16} {'':10} {'P':>6} {'R':>6} {'F1':>6} {'MB/s':>6}")
    for name in FILES:
        for who, split in (("ours", ours), ("sentencex", peer)):
            if split is None:
                continue
            precision, recall, both, speed = measure(folder / f"{name}.conllu.gz", split)
            print(f"{name:16} {who:10} {precision:6.4f} {recall:6.4f} {both:6.4f} {speed:6.1f}")
            failed |= who == "ours" and "pud" in name and both < LEAST
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
