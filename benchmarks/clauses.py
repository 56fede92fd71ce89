"""Measure the analysers on Universal Dependencies: sentences, tags, lemmas, particles, subjects, words per second.

    ZUSAGE_DATA=… python benchmarks/clauses.py [--language de|en] [--errors N]

``ZUSAGE_DATA`` is a folder with `ud/` under `data/` (gzipped CoNLL-U). A file's sentences are joined to one raw text
(by a space after a full stop, by a line break else), analysed, and aligned by character offsets.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from zusage.language.analysis import Analysis, find_subject_pairs

FILES = {
    "de": ("de_gsd-ud-dev", "de_gsd-ud-test", "de_pud-ud-test"),
    "en": ("en_ewt-ud-dev", "en_ewt-ud-test", "en_pud-ud-test"),
}
SUBJECTS = ("nsubj", "nsubj:pass")
_PAV = {"PROAV": "PAV", "APPRART": "APPR"}


@dataclass
class Gold:
    """The gold reading of one file, by character offsets of the joined text."""

    text: str = ""
    sentences: set[tuple[int, int]] = field(default_factory=set)
    tags: dict[tuple[int, int], str] = field(default_factory=dict)
    lemmas: dict[tuple[int, int], str] = field(default_factory=dict)
    pairs: set[tuple[int, int]] = field(default_factory=set)
    particles: dict[int, str] = field(default_factory=dict)
    words: int = 0


def read_rows(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each sentence's raw text and its rows."""
    text = ""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line[0] == "\n":
                if rows:
                    yield text, rows
                rows = []
            elif line[0] != "#":
                rows.append(line.rstrip("\n").split("\t"))
    if rows:
        yield text, rows


def place_words(text: str, rows: list[list[str]], offset: int) -> dict[str, tuple[int, int]]:
    """Return the character run of each word id; the words of a contraction share one."""
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for row in rows:
        if row[0] in places or "." in row[0]:
            continue
        start = text.find(row[1], at)
        start = at if start < 0 else start
        at = start + len(row[1])
        first, _, last = row[0].partition("-")
        for number in range(int(first), int(last or first) + 1):
            places[str(number)] = (offset + start, offset + at)
    return places


def load_gold(path: Path, limit: int | None = None) -> Gold:
    """Join a file's sentences and collect what is measured."""
    gold = Gold()
    parts: list[str] = []
    length = 0
    for number, (text, rows) in enumerate(read_rows(path)):
        if limit is not None and number >= limit:
            break
        if parts:
            parts.append(" " if parts[-1].rstrip("\"'“”»«)").endswith((".", "!", "?")) else "\n")
            length += 1
        _collect(gold, place_words(text, rows, length), rows)
        gold.sentences.add((length, length + len(text)))
        parts.append(text)
        length += len(text)
    gold.text = "".join(parts)
    return gold


def _collect(gold: Gold, places: dict[str, tuple[int, int]], rows: list[list[str]]) -> None:
    by_id = {row[0]: row for row in rows}
    split = Counter(places[row[0]] for row in rows if row[0] in places)
    for row in rows:
        if row[0] not in places:
            continue
        run = places[row[0]]
        gold.words += 1
        if split[run] == 1:
            gold.tags[run], gold.lemmas[run] = row[4], row[2]
        if row[7] in SUBJECTS:
            gold.pairs.add((places[row[6]][0], run[0]))
        if row[7] == "compound:prt":
            verb = by_id[row[6]][2]
            apart = {"PTKVZ": row[1].lower() + verb, "RP": f"{verb} {row[1].lower()}"}
            gold.particles[places[row[6]][0]] = apart.get(row[4], "")


def starts_of(analysis: Analysis) -> dict[int, int]:
    """Return the token that covers each of its characters' offsets (a compound that the gold splits is one token)."""
    return {place: number for number, token in enumerate(analysis.tokens) for place in range(token.start, token.end)}


def f_score(found: int, given: int, right: int) -> tuple[float, float, float]:
    """Return precision, recall, F1."""
    precision, recall = right / given if given else 0.0, right / found if found else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(name: str, language: str, gold: Gold, errors: int) -> None:
    """Print everything for one file."""
    analyse = importlib.import_module(
        {"de": "zusage.language.german", "en": "zusage.language.english"}[language]
    ).analyse
    analyse(gold.text)
    begun = time.process_time()
    analysis = analyse(gold.text)
    taken = time.process_time() - begun
    tokens = analysis.tokens
    runs = {(tokens[part.start].start, tokens[part.end - 1].end) for part in analysis.sentences}
    sentence = f_score(len(gold.sentences), len(runs), len(runs & gold.sentences))
    own = {(token.start, token.end): token for token in tokens}
    shared = [run for run in gold.tags if run in own]
    tags = sum(_PAV.get(own[run].tag, own[run].tag) == gold.tags[run] for run in shared)
    lemmas = sum(own[run].lemma == gold.lemmas[run] for run in shared)
    covering = starts_of(analysis)
    gold_pairs = {(covering.get(head), covering.get(subject)) for head, subject in gold.pairs}
    pairs = set(find_subject_pairs(analysis))
    pair = f_score(len(gold_pairs), len(pairs), len(pairs & gold_pairs))
    print(f"{name}: {gold.words} words, {gold.words / taken:,.0f} words/s warm")
    print(f"  sentences  P {sentence[0]:.3f} R {sentence[1]:.3f} F1 {sentence[2]:.3f}")
    if tags < len(shared) / 2:
        print("  tags       not comparable: the file has another tag set")
    else:
        print(f"  tags       {tags / len(shared):.4f} of {len(shared)} shared tokens")
    print(f"  lemmas     {lemmas / len(shared):.4f}")
    print(f"  subjects   P {pair[0]:.3f} R {pair[1]:.3f} F1 {pair[2]:.3f} ({len(gold_pairs)} pairs)")
    particles = [(place, lemma) for place, lemma in gold.particles.items() if lemma]
    groups = {
        clause.verb.finite: clause.verb.lemma
        for clause in analysis.clauses
        if clause.verb and clause.verb.finite is not None
    }
    groups |= {clause.verb.head: clause.verb.lemma for clause in analysis.clauses if clause.verb}
    right = sum(groups.get(covering.get(place, -1), "") == lemma for place, lemma in particles)
    print(f"  particles  {right}/{len(particles)} = {right / len(particles) if particles else 0:.3f} (verbs with one)")
    if errors:
        show_errors(analysis, gold_pairs, pairs, errors)


def show_errors(
    analysis: Analysis, gold: set[tuple[int | None, int | None]], found: set[tuple[int, int]], limit: int
) -> None:
    """Print sentences whose pairs differ."""
    shown = 0
    for sentence in analysis.sentences:
        missing = [
            pair
            for pair in gold
            if pair[1] is not None and sentence.start <= pair[1] < sentence.end and pair not in found
        ]
        wrong = [pair for pair in found if sentence.start <= pair[1] < sentence.end and pair not in gold]
        if (missing or wrong) and shown < limit:
            shown += 1
            print(f"    {analysis.words(sentence.start, sentence.end)}")
            print(f"      missing {[name_pair(analysis, pair) for pair in missing]}")
            print(f"      wrong   {[name_pair(analysis, pair) for pair in wrong]}")


def name_pair(analysis: Analysis, pair: tuple[int | None, int | None]) -> str:
    """Return "predicate-subject"."""
    return "-".join(analysis.tokens[part].text if part is not None else "?" for part in pair)


def main() -> int:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--language", choices=sorted(FILES))
    parser.add_argument("--file", help="only this file")
    parser.add_argument("--errors", type=int, default=0, help="print so many sentences with wrong pairs")
    options = parser.parse_args()
    folder = os.environ.get("ZUSAGE_DATA")
    if not folder:
        print("ZUSAGE_DATA is not set: name the folder that holds data/ud", file=sys.stderr)
        return 2
    for language in [options.language] if options.language else sorted(FILES):
        try:
            importlib.import_module({"de": "zusage.language.german", "en": "zusage.language.english"}[language]).analyse  # noqa: B018
        except (ImportError, AttributeError) as missing:
            print(f"{language}: skipped, there is no analyser yet ({missing})")
            continue
        for name in FILES[language]:
            if options.file in {None, name}:
                measure(name, language, load_gold(Path(folder) / "data" / "ud" / f"{name}.conllu.gz"), options.errors)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
