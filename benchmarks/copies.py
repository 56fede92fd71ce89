"""Copies: speed of shingling, signing and looking up against datasketch, and how many of made copies are found.

usage: copies.py [--rounds N] [--json]

Takes the written reports of `training/` and, where $ZUSAGE_DATA is set, the Wikinews texts there, and makes copies of
each: cut to its first half, cut to every second sentence, with a fifth of the words changed for words of other texts,
both, and cut to a quarter. Speed is processor time of one core per text, the best of several rounds, both sides in one
run: datasketch (`MinHash.update_batch`, `MinHashLSH`) with the same runs of words, signatures of the same length and
the same bands. A pair is right if both texts come from one text; pairs of two originals of one event in one language
are not counted, for some of them are copies. Needs datasketch (`dev`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core on both sides

from datasketch import MinHash, MinHashLSH

from zusage.model.report import Report
from zusage.reconcile import find_families
from zusage.reconcile.minhash import BANDS, ROWS, Bands, bands_of
from zusage.reconcile.shingles import RUN, left_out_of, runs_of

ROOT = Path(__file__).parents[1]
LEAST_TIMES = 5.0
LEAST_RECALL = 0.90
LEAST_PRECISION = 0.99
CHANGED = 0.2
PASSAGE = 25
T = TypeVar("T")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def main() -> int:
    """Measure, print, and say by the exit status whether a limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="the numbers as JSON on the last line")
    options = parser.parse_args()
    originals = list(apart(texts()))
    speed = measure_speed(originals, rounds=options.rounds)
    times = speed["datasketch"]["all"] / speed["zusage"]["all"]
    print(f"{len(originals)} texts, runs of {RUN} words, {BANDS} bands of {ROWS}; microseconds a text\n")
    print("                     shingle    sign  look up     all")
    for name, row in speed.items():
        print(f"{name:20}" + "".join(f"{row[part] * 1e6:8.0f}" for part in ("shingle", "sign", "look up", "all")))
    print(f"\n{times:.1f} times as fast as datasketch (limit {LEAST_TIMES:.0f})\n")
    found, precision, pairs = measure_copies(originals)
    print(
        "copies                        texts   found\n"
        + "\n".join(f"{kind:28} {of:6}  {share:.3f}" for kind, (of, share) in found.items())
    )
    print(f"\nprecision {precision:.4f} of {pairs} pairs in one family (limit {LEAST_PRECISION})")
    if options.json:
        print(json.dumps({"times": times, "precision": precision, "recall": {k: v for k, (_, v) in found.items()}}))
    is_found = all(share >= LEAST_RECALL for kind, (_, share) in found.items() if kind in LIMITED)
    is_good = times >= LEAST_TIMES and is_found and precision >= LEAST_PRECISION
    return 0 if is_good else 1


def texts() -> Iterator[Report]:
    """Yield the originals."""
    files = [path for folder in ("written", "events") for path in sorted((ROOT / "training" / folder).glob("*.jsonl"))]
    for path in files:
        for record in read_lines(path):
            yield Report(text=record["text"], language=record["language"], name=record["id"], event=record.get("event"))
    data = os.environ.get("ZUSAGE_DATA")
    for language in ("de", "en") if data else ():
        for record in read_lines(Path(str(data)) / "data" / "wikinews" / f"{language}.jsonl"):
            yield Report(text=record["text"], language=language, name=f"wikinews-{language}-{record['id']}")


def apart(reports: Iterable[Report]) -> Iterator[Report]:
    """Leave out reports that repeat one before them, word by word, and further ones of an event in one language."""
    passages: set[tuple[str, ...]] = set()
    events: set[tuple[str, str]] = set()
    for report in reports:
        words = report.text.split()
        own = {tuple(words[at : at + PASSAGE]) for at in range(len(words) - PASSAGE + 1)}
        event = (report.event or report.id, report.language)
        if not own & passages and event not in events:
            yield report
        passages |= own
        events.add(event)


def read_lines(path: Path) -> list[dict[str, str]]:
    """Read a JSON Lines file; none if it is not there."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


# --- Speed ---


def measure_speed(originals: Sequence[Report], *, rounds: int) -> dict[str, dict[str, float]]:
    """Seconds of processor time a text for each step, the best of several rounds; the two sides take turns."""
    best: dict[str, dict[str, float]] = {"zusage": {}, "datasketch": {}}
    for _ in range(rounds):
        for name, side in (("zusage", our_steps), ("datasketch", their_steps)):
            row = side(originals)
            for part, seconds in row.items():
                best[name][part] = min(seconds / len(originals), best[name].get(part, 9e9))
    for row in best.values():
        row["all"] = sum(row.values())
    return best


def our_steps(originals: Sequence[Report]) -> dict[str, float]:
    """Time our three steps."""
    shingle, runs = timed(lambda: [runs_of(report) for report in originals])
    sign, signed = timed(lambda: [bands_of(each) for each in runs])
    index = Bands()

    def look_up() -> None:
        for bands in signed:
            index.find(bands)
            index.add(bands)

    return {"shingle": shingle, "sign": sign, "look up": timed(look_up)[0]}


def their_steps(originals: Sequence[Report]) -> dict[str, float]:
    """Time datasketch's three steps."""

    def shingle_one(report: Report) -> list[bytes]:
        text = list(report.text)
        for start, end in left_out_of(report):
            text[start:end] = " " * (end - start)
        words = _WORD.findall("".join(text).lower())
        return [" ".join(words[at : at + RUN]).encode() for at in range(len(words) - RUN + 1)]

    def sign_one(runs: list[bytes]) -> MinHash:
        made = MinHash(num_perm=BANDS * ROWS)
        made.update_batch(runs)
        return made

    shingle, runs = timed(lambda: [shingle_one(report) for report in originals])
    sign, signed = timed(lambda: [sign_one(each) for each in runs])
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))

    def look_up() -> None:
        for number, signature in enumerate(signed):
            index.query(signature)
            index.insert(number, signature)

    return {"shingle": shingle, "sign": sign, "look up": timed(look_up)[0]}


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Run something; return its seconds of processor time and what it gave."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


# --- Recall and precision ---

LIMITED = ("first half", "every second sentence", "a fifth of the words changed")


def made_copies(report: Report, vocabulary: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the kinds of copies of a text."""
    words, sentences = report.text.split(), _SENTENCE.split(report.text)

    def changed(given: Sequence[str]) -> str:
        return " ".join(chance.choice(vocabulary) if chance.random() < CHANGED else word for word in given)

    yield "first half", " ".join(words[: len(words) // 2])
    yield "every second sentence", " ".join(sentences[::2])
    yield "a fifth of the words changed", changed(words)
    yield "half, and a fifth changed", changed(words[: len(words) // 2])
    yield "first quarter", " ".join(words[: len(words) // 4])


def measure_copies(originals: Sequence[Report]) -> tuple[dict[str, tuple[int, float]], float, int]:
    """Share of each kind's copies that stand in their text's family; precision of all pairs in one family."""
    chance = random.Random(1)  # noqa: S311 - no secret: the same copies in every run
    vocabulary = [word for report in originals for word in report.text.split()]
    source = {report.id: report for report in originals}
    kinds: dict[str, list[Report]] = {}
    for report in originals:
        for kind, text in made_copies(report, vocabulary, chance):
            copy = Report(text=text, language=report.language, name=f"{report.name} {kind}")
            source[copy.id] = report
            kinds.setdefault(kind, []).append(copy)
    families = find_families([*originals, *(copy for copies in kinds.values() for copy in copies)])
    root_of = {member: family.root for family in families for member in family.members}
    found = {
        kind: (len(copies), sum(root_of[copy.id] == root_of[source[copy.id].id] for copy in copies) / len(copies))
        for kind, copies in kinds.items()
    }
    right = wrong = 0
    for family in families:
        for one, other in combinations(family.members, 2):
            if source[one] is source[other]:
                right += 1
            else:
                wrong += 1
    return found, right / (right + wrong), right + wrong


if __name__ == "__main__":
    sys.exit(main())
