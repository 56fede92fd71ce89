"""How long ``zusage --help`` and ``import zusage`` take, against ``python -c pass`` in the same run.

usage: python benchmarks/startup.py [RUNS]

Prints the best and the median time and the best processor time in milliseconds, and the ratio of the best times to the
bare interpreter's. Exit status 1 if both best times of a case are over its limit (150 ms and 60 ms): on a busy machine
only the processor time tells. The bytecode is written once before measuring, as installers do.
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


def measure(runs: int) -> list[list[tuple[float, float]]]:
    """Return each case's times and processor times in milliseconds, taken in turns so that all share a busy machine."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken: list[list[tuple[float, float]]] = [[] for _ in CASES]
    for turn in range(runs + 1):
        for index, (_, arguments, _) in enumerate(CASES):
            start, used = time.perf_counter(), processor_time()
            subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
            if turn:  # the first turn writes the bytecode
                taken[index].append(((time.perf_counter() - start) * 1000, (processor_time() - used) * 1000))
    return taken


def processor_time() -> float:
    """Return the seconds that finished child processes have used."""
    used = os.times()
    return used.children_user + used.children_system


def main() -> int:
    """Measure, print a table, and compare with the limits."""
    taken = measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    bare = min(times for times, _ in taken[0])
    failed = False
    print(f"{'':16} {'best':>7} {'median':>7} {'cpu':>7} {'ratio':>6} {'limit':>6}")
    for (name, _, limit), measured in zip(CASES, taken, strict=True):
        best, used = (min(column) for column in zip(*measured, strict=True))
        over = limit is not None and min(best, used) > limit
        failed |= over
        numbers = f"{best:7.1f} {median(times for times, _ in measured):7.1f} {used:7.1f} {best / bare:6.2f}"
        print(f"{name:16} {numbers} {limit or '':>6}{'  over' if over else ''}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
