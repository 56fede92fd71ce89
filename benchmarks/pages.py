"""Body, title and day of publication of real news pages, against trafilatura in the same run.

usage: python benchmarks/pages.py [--misses]

Reads the 154 pages of fundus's tests in ``$ZUSAGE_DATA/data/pages``. F1 is of the words of a page's body (lead,
subheadings, paragraphs), averaged over pages. Times are processor time on one core, the best of three rounds, modules
loaded before. Each tier is compared with what trafilatura does for the same: the quality tier, with marked furniture
left out of the body as the reader leaves it out, with trafilatura's body, title and day; the fast tier's body alone with
trafilatura's body alone. ``--misses`` lists the pages whose day or title is not the expected one.

Exit status 1 if a limit is missed: the quality tier's F1 below trafilatura's in a language or its time above it; the fast
tier not ten times as fast or more than .05 below; days below .98, titles below .80.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from zusage.intake.pages import Origin, join_blocks, read_page
from zusage.intake.pages.blocks import find_blocks
from zusage.language.furniture import mark_furniture

ROUNDS = 3
GERMAN = ("at", "ch", "de", "li")
WRONG = {"KlasseGegenKlasse": "2026-01-06", "Anadolu": "2025-04-05"}
"""Days that the data has with day and month swapped, by outlet."""
WORD = re.compile(r"\w+")
LEAST_DAYS, LEAST_TITLES, BEHIND, TIMES = 0.98, 0.80, 0.05, 10.0


@dataclass(frozen=True)
class Case:
    """A page and what is expected of it."""

    name: str
    language: str
    markup: bytes
    address: str
    fetched_on: str
    body: str
    title: str
    day: str


@dataclass(frozen=True)
class Result:
    """What one way of reading made of all pages: bodies in their order, and milliseconds a page."""

    name: str
    bodies: Sequence[str]
    milliseconds: float


def load(folder: Path) -> list[Case]:
    """Load the pages, each with the entry of its outlet that is closest to its day."""
    return [case for country in sorted(folder.iterdir()) if country.is_dir() for case in _load_country(country)]


def _load_country(folder: Path) -> Iterator[Case]:
    about = json.loads((folder / "meta.info").read_text("utf-8"))
    by_outlet: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*.html.gz")):
        by_outlet.setdefault(re.split(r"_\d{4}_", path.name)[0], []).append(path)
    for outlet, paths in by_outlet.items():
        entries = list(json.loads((folder / f"{outlet}.json").read_text("utf-8")).values())
        for path, entry in zip(paths, _match(paths, entries), strict=True):
            yield Case(
                name=path.name.removesuffix(".html.gz"),
                language="de" if folder.name in GERMAN else "en",
                markup=gzip.decompress(path.read_bytes()),
                address=about[path.name]["url"],
                fetched_on=about[path.name]["crawl_date"][:10],
                body="\n".join(_body(entry["body"])),
                title=" ".join(entry["title"].split()),
                day=WRONG.get(outlet, entry["publishing_date"][:10]),
            )


def _match(paths: Sequence[Path], entries: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Give each page one entry so that the days are as close as can be."""
    days = [_day(path.name.removesuffix(".html.gz")[-10:].replace("_", "-")) for path in paths]
    return min(
        permutations(entries, len(paths)),
        key=lambda chosen: sum(
            abs(_day(entry["publishing_date"][:10]) - day) for entry, day in zip(chosen, days, strict=True)
        ),
    )


def _day(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def _body(body: Mapping[str, Any]) -> Iterator[str]:
    yield from body.get("summary") or ()
    for section in body["sections"]:
        yield from section["headline"]
        yield from section["paragraphs"]


def f1(found: str, expected: str) -> float:
    """Harmonic mean of precision and recall of words."""
    ours, theirs = Counter(WORD.findall(found)), Counter(WORD.findall(expected))
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def measure(name: str, cases: Sequence[Case], read: Callable[[Case], str]) -> Result:
    """Read all pages a few times; the best time counts."""
    read(cases[0])
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        bodies = [read(case) for case in cases]
        best = min(best, time.process_time() - start)
    return Result(name, bodies, best / len(cases) * 1000)


def ours(case: Case) -> str:
    """Quality tier: everything, furniture left out."""
    page = read_page(case.markup, _origin(case))
    parts, at = [], 0
    for one in mark_furniture(page.text, case.language):
        parts.append(page.text[at : one.span.start])
        at = one.span.end
    return "".join((*parts, page.text[at:]))


def ours_fast(case: Case) -> str:
    """Fast tier: everything."""
    return read_page(case.markup, _origin(case), fast=True).text


def ours_body(case: Case) -> str:
    """Fast tier: the body alone."""
    return join_blocks(find_blocks(LexborHTMLParser(case.markup)))


def theirs(case: Case) -> str:
    """Trafilatura with title and day."""
    markup = case.markup.decode("utf-8", "replace")
    found = trafilatura.bare_extraction(
        markup, url=case.address, with_metadata=True, include_comments=False, include_tables=False
    )
    return str(found.text or "") if found else ""


def theirs_body(case: Case) -> str:
    """Trafilatura, the body alone."""
    markup = case.markup.decode("utf-8", "replace")
    return trafilatura.extract(markup, include_comments=False, include_tables=False) or ""


def _origin(case: Case) -> Origin:
    return Origin(resource=case.name, address=case.address, fetched_on=case.fetched_on)


def by_language(cases: Sequence[Case], result: Result) -> dict[str, float]:
    """Return the mean F1 for each language."""
    found: dict[str, list[float]] = {"de": [], "en": []}
    for case, body in zip(cases, result.bodies, strict=True):
        found[case.language].append(f1(body, case.body))
    return {language: sum(values) / len(values) for language, values in found.items()}


def shares(cases: Sequence[Case], *, misses: bool) -> tuple[float, float]:
    """Return the shares of right days and exact titles."""
    days = titles = 0
    for case in cases:
        page = read_page(case.markup, _origin(case))
        days += page.published_on == case.day
        titles += page.title == case.title
        if misses and page.published_on != case.day:
            print(f"  {case.name}: {page.published_on} ({page.published_how}), expected {case.day}")
        if misses and page.title != case.title:
            print(f"  {case.name}: «{page.title}», expected «{case.title}»")
    return days / len(cases), titles / len(cases)


def main() -> int:
    """Measure, print the table, compare with the limits."""
    logging.disable(logging.CRITICAL)
    folder = Path(os.environ.get("ZUSAGE_DATA", "")) / "data" / "pages"
    if not os.environ.get("ZUSAGE_DATA") or not folder.is_dir():
        print("set ZUSAGE_DATA to the folder with data/pages")
        return 0
    cases = load(folder)
    ways = (("trafilatura", theirs), ("quality", ours), ("fast", ours_fast))
    ways = (*ways, ("trafilatura, body", theirs_body), ("fast, body", ours_body))
    results = {name: measure(name, cases, read) for name, read in ways}
    scores = {name: by_language(cases, result) for name, result in results.items()}
    print(f"{len(cases)} pages {'':12} {'F1 de':>7} {'F1 en':>7} {'ms/page':>8} {'times':>6}")
    for name, result in results.items():
        peer = results["trafilatura, body" if name.endswith("body") else "trafilatura"]
        ratio = peer.milliseconds / result.milliseconds
        print(f"{name:22} {scores[name]['de']:7.4f} {scores[name]['en']:7.4f} {result.milliseconds:8.2f} {ratio:6.1f}")
    days, titles = shares(cases, misses="--misses" in sys.argv)
    print(f"days right {days:.3f}, titles exact {titles:.3f}")
    peer, quality, fast = (results[name].milliseconds for name in ("trafilatura", "quality", "fast"))
    body = results["trafilatura, body"].milliseconds / results["fast, body"].milliseconds
    missed = [
        *(f"quality F1 {lang}" for lang in ("de", "en") if scores["quality"][lang] < scores["trafilatura"][lang]),
        *(f"fast F1 {lang}" for lang in ("de", "en") if scores["fast"][lang] < scores["trafilatura"][lang] - BEHIND),
        *(["quality time"] if quality > peer else []),
        *(["fast time"] if peer / fast < TIMES or body < TIMES else []),
        *(["days"] if days < LEAST_DAYS else []),
        *(["titles"] if titles < LEAST_TITLES else []),
    ]
    if missed:
        print("missed:", ", ".join(missed))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
