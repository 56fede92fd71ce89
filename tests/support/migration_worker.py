"""A process that brings a ledger to today's schema and kills itself on the way.

    python migration_worker.py FOLDER COUNT [URL]

It dies of SIGKILL before it runs the statement after the first COUNT ones, so that every place between two steps can be
tried. A count that is never reached lets it finish; it then says how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from zusage.ledger.store import open_ledger


def main() -> None:
    """Migrate, or die."""
    folder, most = Path(sys.argv[1]), int(sys.argv[2])
    done = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: object) -> None:
        nonlocal done
        if done == most:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

    open_ledger(folder, at="2025-05-01T00:00:00.000Z", url=sys.argv[3] if len(sys.argv) > 3 else None)
    sys.stdout.write(f"{done}\n")


if __name__ == "__main__":
    main()
