"""Nothing that was acknowledged is lost, and nothing is there twice, when processes are killed at random moments."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import crash_worker
import frozen_schema
import pytest
from postgres_server import Server, start_server
from sqlalchemy import func, select

from zusage.ledger.checking import Flaw, check_rows
from zusage.ledger.copying import restore
from zusage.ledger.migrations import VERSION, version_of
from zusage.ledger.store import Ledger, make_ledger, open_ledger
from zusage.ledger.tables import judgements, readings, texts, tombstones

AT = "2025-01-01T00:00:00.000Z"
MOST_LINES, LONGEST = 10, 0.05
"""Acknowledgements, and seconds of work after them, before a process is killed, at most."""

MIGRATING = 0.12
"""Seconds after its start, at most, at which a process that has to migrate first is killed."""

Break = Callable[[subprocess.Popen[bytes]], None]
Told = list[tuple[str, str, str]]


@dataclass
class Trial:
    """Where kills are tried: how to kill, what to do afterwards, where old ledgers' rows go."""

    folder: Path
    kill: Break
    after: Callable[[], None] = lambda: None
    make_url: Callable[[str], str | None] = lambda _: None
    told: Told = field(default_factory=list)

    def make(self) -> Ledger:
        """Make an empty ledger."""
        return make_ledger(self.folder / "ledger", {"zusage.toml": ""}, at=AT, url=self.make_url("crash"))

    def make_old(self, seed: int) -> Ledger:
        """Make one of an earlier version."""
        folder = self.folder / f"old-{seed}"
        version = 1 + seed % (VERSION - 1)
        url = self.make_url(f"crash_old_{seed}")
        if url is None:
            return frozen_schema.read_sqlite(version, folder)
        return frozen_schema.read_postgres(version, folder, url)


def work_until_killed(trial: Trial, ledger: Ledger, seed: int, *, lines: int, seconds: float) -> Told:
    """Start a process on a ledger, kill it (or its server) at a random moment, and return what it acknowledged."""
    command = [sys.executable, crash_worker.__file__, str(ledger.folder), str(seed), *filter(None, [ledger.url])]
    rubbish = trial.folder / "temporary"
    rubbish.mkdir(exist_ok=True)
    settings = os.environ | {"TMPDIR": str(rubbish)}
    with (
        (trial.folder / "errors").open("ab") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=settings) as process,  # noqa: S603 - our own
    ):
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        chance = random.Random(seed)  # noqa: S311 - no secret
        said = [process.stdout.readline().decode() for _ in range(chance.randrange(lines) if lines else 0)]
        time.sleep(chance.uniform(0, seconds))
        assert process.poll() is None, (trial.folder / "errors").read_text("utf-8")[-2000:]
        trial.kill(process)
        said += process.stdout.read().decode().splitlines(keepends=True)
    shutil.rmtree(rubbish)
    trial.after()
    whole = [line.rstrip("\n").split(" ") for line in said if line.endswith("\n")]  # a part acknowledges nothing
    return [(kind, name, about) for kind, name, about in whole]


def kill_client(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


def check(ledger: Ledger, acknowledged: Told) -> None:
    """Make sure that all rows are whole, that what was acknowledged is there, and that nothing is there twice."""
    with ledger.reading() as connection:
        assert [each for each in check_rows(connection) if isinstance(each, Flaw)] == []
        gone = set(connection.scalars(select(tombstones.c.report)))
        there = {
            "text": set(connection.scalars(select(texts.c.report))),
            "reading": set(connection.scalars(select(readings.c.id))),
            "judgement": set(connection.scalars(select(judgements.c.id))),
            "tombstone": gone,
        }
        for kind, name, report in acknowledged:
            if kind in there:
                assert name in there[kind] or report in gone, f"{kind} {name} was acknowledged and is lost"
        assert there["text"].isdisjoint(gone)
        doubled = (
            select(func.count()).select_from(texts).group_by(texts.c.report, texts.c.body).having(func.count() > 1)
        )
        assert connection.execute(doubled).all() == []


def check_copies(folder: Path, told: Told) -> None:
    """Make sure that copies are whole or not there, and that acknowledged ones are there."""
    for kind, name, _ in told:
        if kind in {"backup", "restored"}:
            assert (folder / name).exists(), f"{name} was acknowledged and is lost"
    for backup in folder.glob("backup-*.zip"):
        again = folder / "again"
        restore(backup, again, at=AT)
        shutil.rmtree(again)
        backup.unlink()
    for copy in folder.glob("restored-*"):
        if copy.suffix != ".partial":
            check(Ledger(copy), [])
        shutil.rmtree(copy)


def check_migrated(trial: Trial, seed: int) -> None:
    """Kill a process that migrates first; its ledger is the old one or the new one, and whole."""
    ledger = trial.make_old(seed)
    told = work_until_killed(trial, ledger, seed, lines=0, seconds=MIGRATING)
    with ledger.reading() as connection:
        version = version_of(connection)
    assert version in {1 + seed % (VERSION - 1), VERSION}
    trial.told.append(("migration", str(version == VERSION), ""))
    check(open_ledger(ledger.folder, at=AT, url=ledger.url), told)


def crash(trial: Trial, seeds: range) -> Counter[str]:
    """Kill once for each seed, each fifth time a process that migrates; return what was acknowledged, by kind."""
    ledger = trial.make()
    for seed in seeds:
        if seed % 5 == 4:
            check_migrated(trial, seed)
            continue
        told = work_until_killed(trial, ledger, seed, lines=MOST_LINES, seconds=LONGEST)
        trial.told += told
        check(ledger, trial.told)
        check_copies(trial.folder, told)
    return Counter(kind for kind, _, _ in trial.told)


def crash_sqlite(tmp_path: Path, seeds: range) -> Counter[str]:
    return crash(Trial(tmp_path, kill_client), seeds)


def crash_clients(tmp_path: Path, server: Server, seeds: range) -> Counter[str]:
    def make_url(name: str) -> str:
        return server.make_database(f"{name}_{os.getpid()}_{seeds.start}")

    return crash(Trial(tmp_path, kill_client, make_url=make_url), seeds)


def crash_servers(tmp_path: Path, seeds: range) -> Counter[str]:
    server = start_server()

    def kill_server(process: subprocess.Popen[bytes]) -> None:
        server.kill()
        kill_client(process)

    try:
        return crash(Trial(tmp_path, kill_server, server.start, server.make_database), seeds)
    finally:
        server.remove()


def test_sqlite(tmp_path: Path) -> None:
    assert crash_sqlite(tmp_path, range(12))["text"] > 0


def test_postgres_clients(tmp_path: Path, postgres: Server) -> None:
    assert crash_clients(tmp_path, postgres, range(6))["text"] > 0


def test_postgres_servers(tmp_path: Path) -> None:
    assert crash_servers(tmp_path, range(3, 5))["text"] > 0


@pytest.mark.long
@pytest.mark.parametrize("part", range(8))
def test_sqlite_two_hundred_times(tmp_path: Path, part: int) -> None:
    told = crash_sqlite(tmp_path, range(1000 + 25 * part, 1025 + 25 * part))
    assert told >= Counter(text=1, reading=1, judgement=1, migration=5), told


@pytest.mark.long
@pytest.mark.parametrize("part", range(2))
def test_postgres_clients_forty_times(tmp_path: Path, postgres: Server, part: int) -> None:
    told = crash_clients(tmp_path, postgres, range(1000 + 20 * part, 1020 + 20 * part))
    assert told >= Counter(text=1, reading=1, judgement=1, migration=4), told


@pytest.mark.long
def test_postgres_servers_ten_times(tmp_path: Path) -> None:
    told = crash_servers(tmp_path, range(1000, 1010))
    assert told >= Counter(text=1, reading=1, migration=2), told
