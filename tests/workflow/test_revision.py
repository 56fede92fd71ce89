"""A ledger is watched for changes, by whomever."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from pathlib import Path

from zusage.settings import Settings
from zusage.workflow import steps
from zusage.workflow.add import add_items
from zusage.workflow.demo import DOSSIER, sample_items
from zusage.workflow.lookups import Lookups
from zusage.workflow.revision import Watch
from zusage.workflow.workspace import init_ledger, open_workspace


def test_what_another_connection_adds_is_another_revision(tmp_path: Path) -> None:
    writer = init_ledger(tmp_path / "ledger", dossier=DOSSIER)
    workspace = open_workspace(Settings(ledger=tmp_path / "ledger"))
    watch = Watch(workspace.ledger, Lookups(workspace).revision)
    patient = Watch(workspace.ledger, Lookups(workspace).revision, patience=3600)
    before = watch.revision()
    assert watch.revision() == before == patient.revision()
    for _ in add_items(writer, iter(sample_items()[:1]), steps.load_reader()):
        pass
    assert watch.revision() != before
    assert patient.revision() == before


def test_another_program_that_comes_and_goes_is_seen(tmp_path: Path) -> None:
    workspace = init_ledger(tmp_path / "ledger", dossier=DOSSIER)
    seen = itertools.count()
    watch = Watch(workspace.ledger, lambda: str(next(seen)))
    program = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE more%s (thing)' % sys.argv[2])"
    found = [watch.revision()]
    for number in range(3):
        with workspace.ledger.writing():  # looks whether the file can be written: no lock may be lost by that
            pass
        subprocess.run([sys.executable, "-c", program, str(workspace.ledger.path), str(number)], check=True)  # noqa: S603 - this Python
        found.append(watch.revision())
    assert found == ["0", "1", "2", "3"]


def test_patience_ends(tmp_path: Path) -> None:
    workspace = init_ledger(tmp_path / "ledger", dossier=DOSSIER)
    seen = iter("abc")
    watch = Watch(workspace.ledger, lambda: next(seen), patience=0.01)
    assert watch.revision() == "a"
    time.sleep(0.02)
    with workspace.ledger.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE another (thing)")
    assert watch.revision() == "b"
