"""Write down a small ledger of today's schema, so that every later version is tried on it.

    python tools/freeze_schema.py [--again]

Run it when a migration is added: its version gets `tests/ledger/schemas/NNNN.sqlite.sql` and `NNNN.postgresql.sql`, made
by the program as it is. What has been released is never written anew; ``--again`` is for a migration that is still in
the making. New tables get their rows in `tests/support/sample_ledger.py`.
"""
# ruff: noqa: INP001 - a script

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from frozen_schema import FOLDER, KINDS, path_of, write_postgres, write_sqlite
from postgres_server import start_server
from sample_ledger import make_sample

from zusage.ledger import derived, past
from zusage.ledger.migrations import VERSION
from zusage.ledger.store import Ledger


def write_all() -> dict[str, str]:
    """Return the sample ledger as SQL text, by database."""
    with TemporaryDirectory(prefix="zusage-schema-") as name:
        workspace = make_sample(Path(name) / "ledger", None)
        forget_derived(workspace.ledger)
        found = {"sqlite": write_sqlite(workspace.ledger.path)}
        server = start_server()
        try:
            forget_derived(make_sample(Path(name) / "other", server.make_database("sample")).ledger)
            found["postgresql"] = write_postgres(server, "sample")
        finally:
            server.remove()
    return found


def forget_derived(ledger: Ledger) -> None:
    """Take derived rows out: they can be made anew, and no later version has to keep them."""
    with ledger.writing() as connection:
        for table in (*derived.metadata.sorted_tables, *past.metadata.sorted_tables):
            connection.execute(table.delete())


def main() -> int:
    """Write the files, unless they are there."""
    arguments = argparse.ArgumentParser(description="Write down a small ledger of today's schema.")
    arguments.add_argument("--again", action="store_true", help="also where files of this version are there")
    again = arguments.parse_args().again
    there = [path for path in (path_of(VERSION, kind) for kind in KINDS) if path.exists()]
    if there and not again:
        sys.stderr.write(f"{there[0]} is there already; a schema that has been released is never written anew\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    for kind, written in write_all().items():
        path_of(VERSION, kind).write_text(written, "utf-8")
        sys.stdout.write(f"wrote {path_of(VERSION, kind)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
