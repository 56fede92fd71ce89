"""Speed and memory of the reader on one core: all reports relevant, and a tenth of them.

usage: python benchmarks/reading.py [--seconds N] [--turns N] [--pure] [--profile [N]]

Relevant reports are those with annotated commitments: the sample reports, the written training reports, and where
$ZUSAGE_DATA is set gold/dev.jsonl. The others are written reports without a commitment, and where $ZUSAGE_DATA is set
Wikinews articles without an annotated commitment (long ones are cut at a paragraph near 2,000 characters). Each round reads
reports in a fixed order, German and English in turns, until its time is up; the first report, with which lexicons are
loaded, is timed apart. A report that comes a second time is a little quicker, because its words are known by then.

Where the packages are compiled (`make compile`), the program as it stands in the sources and the compiled one are measured
in turns, in processes of their own, and the better turn of each counts: the speed of a machine changes by the minute.
``--pure`` leaves the compiled ones out. Prints reports per second of both and their ratio, the time to the first report and
the peak of memory, and says where a limit is missed. ``--profile`` prints instead the functions and the modules of the
sources that take the most time of their own.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice, zip_longest
from pathlib import Path
from typing import Any

for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[variable] = "1"  # one core: numpy takes all that there are

ROOT = Path(__file__).parents[1]
LENGTH = 2000
SHARE = 10
"""In the second round one report in so many is relevant."""

LEAST_ALL, LEAST_TENTH, MOST_MEMORY = 40.0, 150.0, 400.0
"""Limits: reports of 2,000 characters a second, all and a tenth relevant; megabytes."""

OTHERS = 400


def records() -> Iterator[dict[str, Any]]:
    """Yield the annotated reports of the repository, and of the measuring sets where they are there."""
    files = [
        ROOT / "tests" / "dossier" / "samples_gold.jsonl",
        *sorted((ROOT / "training" / "written").glob("*.jsonl")),
    ]
    if data := os.environ.get("ZUSAGE_DATA"):
        files.append(Path(data, "gold", "dev.jsonl"))
    for file in files:
        if file.exists():
            yield from (json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip())


def articles() -> Iterator[dict[str, Any]]:
    """Yield Wikinews articles of both languages in turns, none where $ZUSAGE_DATA is not set."""
    data = os.environ.get("ZUSAGE_DATA")
    lists = []
    for language in ("de", "en"):
        file = Path(data or "", "data", "wikinews", f"{language}.jsonl")
        if data and file.exists():
            with file.open(encoding="utf-8") as lines:
                found = [json.loads(line) | {"language": language} for line in islice(lines, OTHERS * 4)]
            pledging = _pledging(language)
            rest = [each for each in found if len(each["text"]) >= LENGTH / 2 and each["id"] not in pledging]
            lists.append(rest[: OTHERS // 2])
    for pair in zip(*lists, strict=False):
        for each in pair:
            head = each["text"][: LENGTH + 400]
            end = head.rfind("\n", LENGTH // 2) if len(each["text"]) > LENGTH + 400 else -1
            yield each | {"text": head[:end] if end > 0 else head, "published_on": each.get("date")}


def _pledging(language: str) -> frozenset[str]:
    """The ids of the articles with annotated commitments."""
    lines = (ROOT / "training" / "wikinews" / f"{language}.jsonl").read_text("utf-8").splitlines()
    annotated = [json.loads(line) for line in lines if line.strip()]
    return frozenset(each["id"] for each in annotated if each["commitments"])


def reports(found: Sequence[dict[str, Any]]) -> list[Any]:
    """Make reports of records, without their annotations."""
    from zusage.model.codebook import decode_reading  # noqa: PLC0415 - counted as the program's own time

    keys = ("id", "language", "published_on", "title", "text")
    return [decode_reading({key: each.get(key) for key in keys}).report for each in found]


def in_turns(found: Sequence[Any]) -> list[Any]:
    """Order reports so that the languages take turns: a round that ends early has read as much of each."""
    rows = [[each for each in found if each.language == language] for language in ("de", "en")]
    return [each for pair in zip_longest(*rows) for each in pair if each is not None]


def mix(relevant: Sequence[Any], others: Sequence[Any]) -> Iterator[Any]:
    """Yield one relevant report, then nine others, for ever."""
    some, rest = cycle(relevant), cycle(others)
    while True:
        yield next(some)
        yield from islice(rest, SHARE - 1)


def measure(read: Any, queue: Iterator[Any], seconds: float) -> tuple[float, float]:
    """Return reports of 2,000 characters and reports as they are, per second of processor time."""
    start = time.process_time()
    count = signs = 0
    while (used := time.process_time() - start) < seconds:
        report = next(queue)
        read(report)
        count, signs = count + 1, signs + len(report.text)
    return signs / LENGTH / used, count / used


def profile(read: Any, queue: Sequence[Any], lines: int) -> None:
    """Print the functions and the modules with the most time of their own."""
    profiler = cProfile.Profile()
    profiler.enable()
    for report in queue:
        read(report)
    profiler.disable()
    stats = pstats.Stats(profiler)
    stats.strip_dirs().sort_stats("tottime").print_stats(lines)
    entries: dict[Any, Any] = pstats.Stats(profiler).stats  # type: ignore[attr-defined]  # not in the stubs
    own: dict[str, float] = defaultdict(float)
    for (file, _, name), (_, _, tottime, _, _) in entries.items():
        own[_module(file, name)] += tottime
    whole = sum(own.values())
    print(f"{'module':52} {'own s':>7} {'share':>6}")
    for module, spent in sorted(own.items(), key=lambda item: -item[1])[:lines]:
        print(f"{module:52} {spent:7.2f} {spent / whole:6.1%}")


def _module(file: str, name: str) -> str:
    parts = Path(file).with_suffix("").parts
    if "zusage" in parts:
        return ".".join(parts[len(parts) - parts[::-1].index("zusage") - 1 :])
    return f"built in: {name.strip('<>')[:40]}" if file == "~" else parts[-1]


def loaded(pledging: Sequence[Any]) -> Any:
    """Return what reads a report, with everything loaded: a report of each language has been read."""
    from zusage.dossier import load_dossier  # noqa: PLC0415 - its time is measured
    from zusage.workflow.steps import load_reader  # noqa: PLC0415 - as above

    read_report, dossier = load_reader(), load_dossier("ukraine-guarantees")
    for language in ("de", "en"):
        read_report(next(each for each in pledging if each.language == language), dossier)
    return lambda report: read_report(report, dossier)


def take_turn(seconds: float) -> dict[str, float]:
    """Measure in this process, whichever way the packages run in it; a tenth is 0 where there are no other reports."""
    annotated = list(records())
    relevant = [each for each in annotated if each["commitments"]]
    others = [*(each for each in annotated if not each["commitments"]), *articles()]
    start = time.process_time()
    pledging, rest = in_turns(reports(relevant)), in_turns(reports(others))
    read = loaded(pledging)
    first = time.process_time() - start
    whole, whole_as_is = measure(read, cycle(pledging), seconds)
    tenth, tenth_as_is = measure(read, mix(pledging, rest), seconds) if rest else (0.0, 0.0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    compiled = not str(sys.modules["zusage.reading.report"].__file__).endswith(".py")
    numbers = {
        "compiled": compiled,
        "whole": whole,
        "whole as is": whole_as_is,
        "tenth": tenth,
        "tenth as is": tenth_as_is,
    }
    return numbers | {"first": first, "peak": peak, "relevant": len(pledging), "others": len(rest)}


def turn(seconds: float, compiled: str) -> dict[str, float] | None:
    """Take a turn in a process of its own; None if the packages are to be compiled and are not."""
    command = [sys.executable, __file__, "--turn", "--seconds", str(seconds)]
    environment = os.environ | {"ZUSAGE_COMPILED": compiled}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode and compiled == "1" and "ZUSAGE_COMPILED" in run.stderr:
        return None
    if run.returncode:
        sys.exit(run.stderr)
    found: dict[str, float] = json.loads(run.stdout)
    return found if found["compiled"] == float(compiled) else None


def best(turns: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The best turn's number each: the most reports, the least time; of memory the most."""
    chosen = {"first": min}
    return {name: chosen.get(name, max)(each[name] for each in turns) for name in turns[0]}


def main() -> int:
    """Measure both rounds, pure and compiled in turns, print them and compare with the limits; or profile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="of processor time for each round")
    parser.add_argument("--turns", type=int, default=2, help="of each way")
    parser.add_argument("--pure", action="store_true", help="leave the compiled packages out")
    parser.add_argument("--profile", type=int, nargs="?", const=25, metavar="N", help="print the N first functions")
    parser.add_argument("--turn", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.turn:
        print(json.dumps(take_turn(arguments.seconds)))
        return 0
    if arguments.profile:
        os.environ["ZUSAGE_COMPILED"] = "0"  # no function of a compiled module is seen by the profiler
        pledging = in_turns(reports([each for each in records() if each["commitments"]]))
        profile(loaded(pledging), pledging, arguments.profile)
        return 0
    found: dict[str, list[dict[str, float]]] = {"0": []} if arguments.pure else {"0": [], "1": []}
    for _ in range(arguments.turns):
        for way in list(found):
            numbers = turn(arguments.seconds, way)
            if numbers is None:
                del found[way]
            else:
                found[way].append(numbers)
    pure = best(found["0"])
    print(f"{pure['relevant']} relevant reports, {pure['others']} others; {sys.version.split()[0]}, one core")
    _show(pure, best(found["1"]) if "1" in found else None)
    return 0


def _show(pure: Mapping[str, float], compiled: Mapping[str, float] | None) -> None:
    ours = compiled or pure
    print(f"{'':42} {'pure':>8} {'compiled':>9} {'ratio':>6} {'limit':>6}")
    for name, what, limit in (
        ("whole", "all relevant, reports/s of 2,000 signs", f"{LEAST_ALL:.0f}"),
        ("whole as is", "as they are", ""),
        ("tenth", "a tenth relevant, reports/s of 2,000 signs", f"{LEAST_TENTH:.0f}"),
        ("tenth as is", "as they are", ""),
        ("first", "first report of each language, s", ""),
        ("peak", "peak of memory, MB", f"{MOST_MEMORY:.0f}"),
    ):
        line = f"{what:42} {pure[name]:8.{1 + (name == 'first')}f}"
        if compiled is not None and pure[name]:
            line += f" {compiled[name]:9.{1 + (name == 'first')}f} {compiled[name] / pure[name]:6.2f}"
        print(f"{line:67} {limit:>6}".rstrip())
    if compiled is None:
        print("compiled: not measured (make compile makes it)")
    if not pure["tenth"]:
        print("a tenth relevant: not measured, there are no other reports (set ZUSAGE_DATA)")
    missed = ours["whole"] < LEAST_ALL or 0 < ours["tenth"] < LEAST_TENTH or ours["peak"] > MOST_MEMORY
    print("a limit is missed" if missed else "within the limits")


if __name__ == "__main__":
    sys.exit(main())
