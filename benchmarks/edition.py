"""Writing the static edition of the shipped dossier's sample reports, whole and again.

usage: edition.py

Prints the seconds of both runs, pages and files; exit status 1 where the first takes more than 20 seconds.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core

from zusage.web.edition.publishing import publish
from zusage.workflow import steps
from zusage.workflow.add import add_items
from zusage.workflow.demo import DOSSIER, sample_items
from zusage.workflow.workspace import init_ledger

LIMIT = 20.0


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="zusage-edition-") as name:
        workspace = init_ledger(Path(name) / "ledger", dossier=DOSSIER)
        for _ in add_items(workspace, iter(sample_items()), steps.load_reader()):
            pass
        taken = []
        for _ in range(2):
            begun, worked = time.perf_counter(), time.process_time()
            done = publish(workspace, Path(name) / "site", address="https://ledger.example", unreviewed=True)
            taken.append(time.perf_counter() - begun)
            written = done.written
            print(
                f"{done.pages} pages, {written.changed + written.same} files, {written.changed} written: "
                f"{taken[-1]:.1f} s ({time.process_time() - worked:.1f} s of the processor)"
            )
    print(f"limit {LIMIT:.0f} s: {'kept' if taken[0] <= LIMIT else 'missed'}")
    sys.exit(taken[0] > LIMIT)


if __name__ == "__main__":
    main()
