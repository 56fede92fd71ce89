"""How far two annotations of the same texts agree: of Wikinews articles, or of plain news that was written for training.

Reads two files of stored annotations (offsets, no texts; see ``wikinews.py``), puts the texts from $ZUSAGE_DATA to them and
compares with the program's own scoring: the first counts as right, the second as if it had been read. F1 is the same
either way round; amounts and speakers are compared wherever one of the two has some. With ``--plain`` the first is
``training/wire``, which has its texts, the second ``training/second/wire.jsonl``. With ``--broad`` both are in
``training/second``, by the names of reports of ``training/broad``: what stands there has been settled between the two since.

    python training/tools/agreement.py
    python training/tools/agreement.py --plain
    python training/tools/agreement.py --broad
    python training/tools/agreement.py training/wikinews/second.jsonl training/wikinews/de.jsonl --differences

**Source**: codebook, section 7.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import wikinews
from zusage.intake.reports import Annotated, Intake
from zusage.intake.source import Source
from zusage.reading.scoring import Difference, Mean, Rate, find_differences
from zusage.reading.scoring.agreement import CONDITIONS, FIRMNESS, OVERLAP
from zusage.reading.scoring.keys import pairs_of, quantity_keys, speaker_keys
from zusage.workflow.evaluate import Evaluated, open_annotated, score

TRAINING = Path(__file__).parents[1]
AGAIN = TRAINING / "second"
PLAIN = TRAINING / "wire", None, AGAIN / "wire.jsonl"
BROAD = TRAINING / "broad", AGAIN / "broad-first.jsonl", AGAIN / "broad.jsonl"
"""Reports of our own, their first annotation where it is another one by now, and the second."""
FIRST, SECOND = (wikinews.ANNOTATIONS / f"{name}.jsonl" for name in ("first", "second"))

ROWS = (
    "commitments actor+measure",
    "commitments actor+measure+firmness",
    FIRMNESS,
    CONDITIONS,
    OVERLAP,
    "positions actor+stance+topic",
    "positions actor+stance",
    "attendance actor+mode",
    "main meeting date",
    "main meeting place",
)
"""Of the codebook's measures those that two annotations can be compared by; amounts and speakers are `either`'s."""

EITHER = {"quantity where either has one": quantity_keys, "speaker where either has one": speaker_keys}


def read(path: Path, data: Path) -> dict[str, Annotated]:
    """Return the annotated articles of a file by name.

    Raises:
        ValueError: a text is missing or another one, or an annotation is not the codebook's.
    """
    texts = {language: wikinews.read_texts(data, language) for language in wikinews.LANGUAGES}
    lines = []
    for stored in wikinews.read_lines(path):
        article = texts[stored["language"]].get(stored["id"])
        if findings := wikinews.check(stored, article):
            msg = f"{path.name}: {findings[0].article}: {findings[0].message}"
            raise ValueError(msg)
        lines.append(json.dumps(wikinews.unpin(stored, article)))
    return _opened(path.name, lines)


def read_own(folder: Path, before: Path | None, again: Path) -> tuple[dict[str, Annotated], dict[str, Annotated]]:
    """Return the reports of a folder that a second annotator has read, by name, as both annotated them.

    ``before``: what the first wrote, where the folder has what was settled since.

    Raises:
        ValueError: an annotation is not the codebook's.
    """
    second = _by_name(again)
    first = _by_name(before) if before else dict[str, Any]()
    reports = {name: each for path in sorted(folder.glob("*.jsonl")) for name, each in _by_name(path).items()}
    both = [
        _opened(label, [json.dumps(reports[name] | own.get(name, {})) for name in second])
        for label, own in ((folder.name, first), (again.name, second))
    ]
    return both[0], both[1]


def _by_name(path: Path) -> dict[str, Any]:
    return {each["id"]: each for each in map(json.loads, path.read_text("utf-8").splitlines())}


def _opened(name: str, lines: Sequence[str]) -> dict[str, Annotated]:
    opened = list(open_annotated(iter([Source(name, "\n".join(lines).encode(), kind="record")]), Intake()))
    if failed := [each for each in opened if not isinstance(each, Annotated)]:
        raise ValueError(str(failed[0].error))
    return {str(each.item.report.name): each for each in opened if isinstance(each, Annotated)}


def pair(first: dict[str, Annotated], second: dict[str, Annotated]) -> list[Evaluated]:
    """Return the articles that are in both, in the order of the first, the second annotation in place of a reading."""
    return [Evaluated(each, second[name].gold) for name, each in first.items() if name in second]


def either(pairs: Sequence[Evaluated]) -> Iterator[tuple[str, Mean]]:
    """Yield the agreement on amounts and speakers of matched pairs where one of the two has some."""
    for name, keys in EITHER.items():
        values = []
        for each in pairs:
            right, found = pairs_of(each.gold), pairs_of(each.found)
            for key in right.keys() & found.keys():
                a, b = keys(right[key]), keys(found[key])
                if a or b:
                    values.append(len(a & b) / max(len(a), len(b)))
        yield name, Mean(sum(values) / len(values) if values else None, len(values))


def table(pairs: Sequence[Evaluated]) -> Iterator[str]:
    """Yield the lines of the tables, one for each language."""
    columns = score(pairs)
    for language, scores in columns.items():
        part = [each for each in pairs if language in ("all", each.gold.report.language)]
        yield f"{language}: {len(part)} articles; {_with_commitments(part)}"
        rows = {name: scores.rows[name] for name in ROWS} | dict(either(part))
        yield from (f"  {name:42} {_cell(row)}" for name, row in rows.items())


def _with_commitments(pairs: Sequence[Evaluated]) -> str:
    """Say in how many articles both, one and none found a commitment."""
    sides = [(bool(each.gold.commitments), bool(each.found.commitments)) for each in pairs]
    both, neither = sides.count((True, True)), sides.count((False, False))
    return f"a commitment in {both} by both, in {len(sides) - both - neither} by one, in {neither} by none"


def _cell(row: Rate | Mean) -> str:
    if row.value is None:
        return "–"
    if isinstance(row, Mean):
        return f"{row.value:.3f} of {row.of}"
    interval = f" ({row.low:.3f} to {row.high:.3f})" if row.low is not None and row.high is not None else ""
    return f"{row.value:.3f}{interval}, {row.gold} and {row.predicted}"


def differences(pairs: Sequence[Evaluated]) -> Iterator[str]:
    """Yield a line for each difference: the article, ``-`` the first's alone, ``+`` the second's alone, ``~`` a value."""
    for each in pairs:
        for one in find_differences(each.gold, each.found):
            yield f"{each.gold.report.name} {_line(one)}"


def _line(one: Difference) -> str:
    values = "; ".join(f"{name}: {a} | {b}" for name, (a, b) in (one.values or {}).items())
    return f"{_SIGNS[one.sort]} {one.kind} {one.key}{f' ({values})' if values else ''}"


_SIGNS = {"miss": "-", "false alarm": "+", "value": "~"}


def main() -> int:
    """Run the command; 0 fine, 1 a text or an annotation is not right, 2 usage or no ``ZUSAGE_DATA``."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("first", type=Path, nargs="?", default=FIRST)
    parser.add_argument("second", type=Path, nargs="?", default=SECOND)
    parser.add_argument(
        "--differences", action="store_true", help="list them, too: - the first's, + the second's, ~ a value"
    )
    own = parser.add_mutually_exclusive_group()
    own.add_argument("--plain", action="store_true", help="of plain news, which needs no ZUSAGE_DATA")
    own.add_argument("--broad", action="store_true", help="of broad news, likewise")
    options = parser.parse_args()
    folder = os.environ.get("ZUSAGE_DATA", "")
    ours = PLAIN if options.plain else BROAD if options.broad else None
    if not folder and not ours:
        print("ZUSAGE_DATA is not set: it names the folder that holds data/wikinews/*.jsonl", file=sys.stderr)
        return 2
    try:
        both = read_own(*ours) if ours else (read(options.first, Path(folder)), read(options.second, Path(folder)))
        pairs = pair(*both)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(*table(pairs), *(differences(pairs) if options.differences else ()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
