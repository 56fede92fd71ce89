"""A process that prepares and sends digests once, until it is done or killed.

    python digest_worker.py FOLDER PORT HOURS

``HOURS`` are how long after the beginning of 2025 it is.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from zusage.deliver.smtp import Security, Server
from zusage.dossier import load_dossier
from zusage.ledger.store import open_ledger
from zusage.workflow.following.digests import Digests
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.sending import send_waiting
from zusage.workflow.workspace import Workspace


def main() -> None:
    """Prepare and send."""
    folder, port, hours = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    at = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    workspace = Workspace(open_ledger(folder), load_dossier("ukraine-guarantees"), lambda: at)
    server = Server(host="127.0.0.1", port=port, security=Security.NONE, seconds=5)
    mailing = Mailing(server, "Zusage <news@ledger.example>", "https://ledger.example")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    Digests(workspace, mailing).prepare()
    send_waiting(workspace, mailing)


if __name__ == "__main__":
    main()
