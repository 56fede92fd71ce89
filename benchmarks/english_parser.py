"""Measure the English analyser from raw text on Universal Dependencies English EWT and PUD (test parts).

    ZUSAGE_DATA=../shared python benchmarks/english_parser.py [--errors] [FILE ...]

Prints, for each treebank: tokens, tags and lemmas found; UAS and LAS of the parser on gold tokens; F1 of (predicate
head, subject head) pairs of `find_subject_pairs` against nsubj and nsubj:pass; how often a verb's lemma comes out with
the right particle; words per second of the parser and of the whole analysis. All but UAS and LAS is from raw text.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zusage.language.analysis import Analysis, find_subject_pairs
from zusage.language.english import analyse
from zusage.language.english.parser import parse
from zusage.language.english.weights import load_weights

Span = tuple[int, int]
TREEBANKS = ("en_ewt-ud-test", "en_pud-ud-test")


@dataclass(frozen=True)
class Gold:
    """A treebank as one text: for each word its run of characters and its CoNLL-U columns, heads as word numbers."""

    text: str
    spans: list[Span]
    rows: list[list[str]]
    heads: list[int]
    sentences: list[Span]


def read_gold(path: Path) -> Gold:
    """Join the sentences of a treebank to a text with its paragraphs."""
    text, spans, rows, heads, sentences = "", [], [], [], []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    for block in blocks:
        lines = block.split("\n")
        raw = next(line[9:] for line in lines if line.startswith("# text = "))
        new = any(line.startswith(("# newpar", "# newdoc")) for line in lines) or "pud" in path.name
        text += ("\n\n" if new else " ") if text else ""
        own = [line.split("\t") for line in lines if line.split("\t")[0].isdigit()]
        base, place = len(rows), 0
        for row in own:
            found = raw.find(row[1], place)
            found = place if found < 0 else found
            spans.append((len(text) + found, len(text) + found + len(row[1])))
            place = found + len(row[1])
            heads.append(base + int(row[6]) - 1 if row[6] != "0" else -1)
        rows.extend(own)
        sentences.append((base, len(rows)))
        text += raw
    return Gold(text, spans, rows, heads, sentences)


def gold_pairs(gold: Gold) -> Iterator[tuple[Span, Span]]:
    """Yield (predicate, subject) runs."""
    for index, row in enumerate(gold.rows):
        if row[7] in {"nsubj", "nsubj:pass"}:
            yield gold.spans[gold.heads[index]], gold.spans[index]


def found_pairs(analysis: Analysis) -> Iterator[tuple[Span, Span]]:
    """Yield (predicate, subject) runs of the analysis."""
    for predicate, subject in find_subject_pairs(analysis):
        first, second = analysis.tokens[predicate], analysis.tokens[subject]
        yield (first.start, first.end), (second.start, second.end)


def verb_lemmas(gold: Gold) -> Iterator[tuple[Span, str]]:
    """Yield each gold verb's run and its lemma with its particle."""
    particles = {gold.heads[i]: row[1].lower() for i, row in enumerate(gold.rows) if row[7] == "compound:prt"}
    for index, row in enumerate(gold.rows):
        if (
            row[3] == "VERB"
            and row[4].startswith("VB")
            and row[7] not in {"amod", "case", "mark", "compound", "goeswith"}
        ):
            particle = particles.get(index)
            yield gold.spans[index], f"{row[2].lower()} {particle}" if particle else row[2].lower()


def share(right: int, total: int) -> str:
    """Return a percentage."""
    return f"{100 * right / max(total, 1):.2f}"


def measure(path: Path, *, errors: bool) -> None:
    """Measure one treebank and print the numbers."""
    gold = read_gold(path)
    words = [row[1] for row in gold.rows]
    parse(load_weights(), words[:100], [(0, 100)])
    started = time.perf_counter()
    tree = parse(load_weights(), words, gold.sentences)
    parsing = time.perf_counter() - started
    right = [head == gold.heads[i] for i, head in enumerate(tree.heads)]
    labelled = sum(ok and tree.labels[i] == gold.rows[i][7] for i, ok in enumerate(right))
    print(f"{path.name}: {len(words)} words")
    tags = share(sum(a == r[3] for a, r in zip(tree.upos, gold.rows, strict=True)), len(words))
    penn = share(sum(a == r[4] for a, r in zip(tree.xpos, gold.rows, strict=True)), len(words))
    print(
        f"  gold tokens: UPOS {tags} PTB {penn} UAS {share(sum(right), len(words))} LAS {share(labelled, len(words))}"
    )
    started = time.perf_counter()
    analysis = analyse(gold.text)
    whole = time.perf_counter() - started
    report_raw(gold, analysis)
    report_pairs(gold, analysis, errors=errors)
    report_verbs(gold, analysis, errors=errors)
    print(f"  words/s: parser {len(words) / parsing:.0f}, whole analysis {len(words) / whole:.0f}")


def report_raw(gold: Gold, analysis: Analysis) -> None:
    """Print tokens, tags and lemmas from raw text."""
    found = {(token.start, token.end): token for token in analysis.tokens}
    same = [(found[span], row) for span, row in zip(gold.spans, gold.rows, strict=True) if span in found]
    print(
        f"  raw text: tokens recall {share(len(same), len(gold.rows))} precision {share(len(same), len(found))},"
        f" UPOS {share(sum(t.pos == r[3] for t, r in same), len(gold.rows))}"
        f" PTB {share(sum(t.tag == r[4] for t, r in same), len(gold.rows))}"
        f" lemma {share(sum(t.lemma.lower() == r[2].lower() for t, r in same), len(gold.rows))}"
    )


def report_pairs(gold: Gold, analysis: Analysis, *, errors: bool) -> None:
    """Print precision, recall and F1 of subject pairs."""
    wanted, found = set(gold_pairs(gold)), set(found_pairs(analysis))
    hits = len(wanted & found)
    score = 2 * hits / (len(wanted) + len(found))
    print(f"  pairs: precision {share(hits, len(found))} recall {share(hits, len(wanted))} F1 {100 * score:.2f}")
    if errors:
        rows = [(*pair, "missed") for pair in wanted - found] + [(*pair, "wrong") for pair in found - wanted]
        for predicate, subject, kind in sorted(rows):
            low, high = min(predicate[0], subject[0]), max(predicate[1], subject[1])
            around = gold.text[max(0, low - 30) : high + 30].replace("\n", " ")
            print(f"    {kind}: {gold.text[slice(*subject)]} + {gold.text[slice(*predicate)]}  ... {around[:180]}")


def report_verbs(gold: Gold, analysis: Analysis, *, errors: bool) -> None:
    """Print how many verbs that head clauses come with the right lemma and particle."""
    groups = {analysis.tokens[c.verb.head].start: c.verb for c in analysis.clauses if c.verb and c.kind != "fragment"}
    wrong: Counter[tuple[str, str]] = Counter()
    right = total = 0
    for span, lemma in verb_lemmas(gold):
        group = groups.get(span[0])
        if group is not None:
            total += 1
            right += group.lemma == lemma
            wrong[lemma, group.lemma] += group.lemma != lemma
    print(f"  verb lemma with particle: {share(right, total)} of {total} verbs")
    if errors:
        print("   ", [(pair, n) for pair, n in wrong.most_common(60) if n])


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what was missed and wrong")
    arguments = parser.parse_args()
    data = os.environ.get("ZUSAGE_DATA")
    if not data and not arguments.files:
        sys.exit("Set ZUSAGE_DATA to the folder that has data/ud/en_ewt-ud-test.conllu.gz.")
    files = arguments.files or [Path(str(data)) / "data" / "ud" / f"{name}.conllu.gz" for name in TREEBANKS]
    for path in files:
        measure(path, errors=arguments.errors)


if __name__ == "__main__":
    main()
