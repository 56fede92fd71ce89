"""Scores of `find_dates` on KRAUTS (Die Zeit) and its speed against dateparser.

    python benchmarks/dates.py [--type DATE] [--errors] [--part first|last] [--speed-only]

The articles are read from `$ZUSAGE_DATA/data/krauts-diezeit` and nothing of them is kept: they are CC BY-NC. dateparser
is no dependency of Zusage; when it is missing the script says so and prints our own speed only.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from zusage.language.dates import find_dates

DEVELOPED_ON = 30  # the first articles by name; the last 20 are looked at as numbers only
PEER_TEXT = 20_000  # characters that dateparser gets: it is slow


def main() -> int:
    """Print the scores, then characters per second."""
    parser = argparse.ArgumentParser(description="time expressions: scores on KRAUTS, speed against dateparser")
    parser.add_argument("--type", default="DATE", help="which TIMEX3 type counts, or 'all'")
    parser.add_argument(
        "--part", choices=["all", "first", "last"], default="all", help="the first 30 articles or the rest"
    )
    parser.add_argument("--errors", action="store_true", help="list what was missed or wrong")
    parser.add_argument("--speed-only", action="store_true")
    options = parser.parse_args()
    if "ZUSAGE_DATA" not in os.environ:
        print("set ZUSAGE_DATA to the folder that holds data/krauts-diezeit", file=sys.stderr)
        return 2
    folder = Path(os.environ["ZUSAGE_DATA"]) / "data" / "krauts-diezeit"
    articles = _texts(folder)
    if not options.speed_only:
        parts = ["all", "first", "last"] if options.part == "all" else [options.part]
        for part in parts:
            _print_scores(folder, articles, part, options)
    _print_speed(articles)
    return 0


def _texts(folder: Path) -> list[dict[str, Any]]:
    done = subprocess.run([sys.executable, folder / "score.py", "--texts", folder], capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def _print_scores(folder: Path, articles: list[dict[str, Any]], part: str, options: argparse.Namespace) -> None:
    chosen = {"all": articles, "first": articles[:DEVELOPED_ON], "last": articles[DEVELOPED_ON:]}[part]
    print(f"== {part}: {len(chosen)} articles")
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch) / "gold", Path(scratch) / "predicted.jsonl"
        gold.mkdir()
        for article in chosen:
            (gold / f"{article['document']}.tml").symlink_to(folder / f"{article['document']}.tml")
        predicted.write_text("".join(json.dumps(_predict(article)) + "\n" for article in chosen), encoding="utf-8")
        command = [sys.executable, str(folder / "score.py"), str(gold), str(predicted)]
        command += [] if options.type == "all" else ["--type", options.type]
        command += ["--errors"] if options.errors else []
        done = subprocess.run(command, capture_output=True, check=True)
    print("\n".join(done.stdout.decode("utf-8").splitlines()[:-1]))


def _predict(article: dict[str, Any]) -> dict[str, Any]:
    anchor = date.fromisoformat(article["date"])
    found = find_dates(article["text"], "de", anchor)
    times = [{"start": m.start, "end": m.end, "value": m.value, "type": m.kind.value} for m in found]
    return {"document": article["document"], "times": times}


def _print_speed(articles: list[dict[str, Any]]) -> None:
    text = "\n\n".join(article["text"] for article in articles)
    anchor = date(2005, 1, 1)
    find_dates(text[:1000], "de", anchor)
    ours = _speed(lambda: find_dates(text, "de", anchor), len(text))
    print(f"== speed\nzusage      {ours:12,.0f} characters/s  ({len(text):,} characters)")
    try:
        search = importlib.import_module("dateparser.search")
    except ImportError:
        print("dateparser  is not installed here: no comparison")
        return
    sample = text[:PEER_TEXT]
    search.search_dates(sample[:200], languages=["de"])
    theirs = _speed(lambda: search.search_dates(sample, languages=["de"]), len(sample))
    print(f"dateparser  {theirs:12,.0f} characters/s  ({len(sample):,} characters)\nratio       {ours / theirs:12,.1f}")


def _speed(work: Any, size: int) -> float:
    start = time.perf_counter()
    work()
    return size / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main())
