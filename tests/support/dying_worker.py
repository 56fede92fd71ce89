"""A process that brings a ledger to today's schema, or restores one, and kills itself on the way.

    python dying_worker.py COUNT upgrade FOLDER [URL]
    python dying_worker.py COUNT restore FILE FOLDER [URL]

It dies of SIGKILL before it runs the statement after the first COUNT ones, so that every place between two steps can be
tried. A count that is never reached lets it finish; it then says how many there were.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from zusage.ledger.copying import restore
from zusage.ledger.store import open_ledger

AT = "2025-05-01T00:00:00.000Z"
NEVER = 10**6


def run(count: int, *command: str) -> int | None:
    """Let a process die after so many statements; return how many there were if it came to its end."""
    words = [sys.executable, __file__, str(count), *command]
    done = subprocess.run(words, capture_output=True, check=False)  # noqa: S603 - our own
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr.decode()
    return int(done.stdout) if done.returncode == 0 else None


def main() -> None:
    """Work, or die."""
    most, action, *where = int(sys.argv[1]), *sys.argv[2:]
    done = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: object) -> None:
        nonlocal done
        if done == most:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

    if action == "upgrade":
        folder, *url = where
        open_ledger(Path(folder), at=AT, url=url[0] if url else None)
    else:
        source, folder, *url = where
        restore(Path(source), Path(folder), at=AT, url=url[0] if url else None)
    sys.stdout.write(f"{done}\n")


if __name__ == "__main__":
    main()
