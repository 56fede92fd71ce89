"""How long ``zusage --help`` and ``import zusage`` take, against ``python -c pass`` in the same run.

usage: python benchmarks/startup.py [RUNS]

Prints the best and the median time in milliseconds and the ratio of the best ones to the bare interpreter; exit status
1 if a best time is over its limit (150 ms and 60 ms). The bytecode is written once before measuring, as installers do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median

RUNS = 15
CASES = (
    ("python -c pass", ["-c", "pass"], None),
    ("import zusage", ["-c", "import zusage"], 60),
    ("zusage --help", ["-c", "import sys; sys.argv = ['zusage', '--help']; from zusage.cli import main; main()"], 150),
)


def measure(runs: int) -> list[list[float]]:
    """Return the milliseconds of each case, taken in turns so that a busy machine slows all of them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken: list[list[float]] = [[] for _ in CASES]
    for turn in range(runs + 1):
        for index, (_, arguments, _) in enumerate(CASES):
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
            if turn:  # the first turn writes the bytecode
                taken[index].append((time.perf_counter() - start) * 1000)
    return taken


def main() -> int:
    """Measure, print a table, and compare with the limits."""
    taken = measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    failed = False
    print(f"{'':16} {'best':>7} {'median':>7} {'ratio':>6} {'limit':>6}")
    for (name, _, limit), times in zip(CASES, taken, strict=True):
        best = min(times)
        over = limit is not None and best > limit
        failed |= over
        numbers = f"{best:7.1f} {median(times):7.1f} {best / min(taken[0]):6.2f}"
        print(f"{name:16} {numbers} {limit or '':>6}{'  over' if over else ''}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
