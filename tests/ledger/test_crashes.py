"""Nothing that was acknowledged is lost, and nothing is there twice, when processes are killed at random moments."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import crash_worker
import pytest
from postgres_server import Server, start_server
from sqlalchemy import func, select

from zusage.ledger.checking import Flaw, check_rows
from zusage.ledger.store import Ledger, make_ledger
from zusage.ledger.tables import judgements, readings, texts

AT = "2025-01-01T00:00:00.000Z"
MOST_LINES, LONGEST = 8, 0.05
"""Acknowledgements, and seconds of work after them, before a process is killed, at most."""

Break = Callable[[subprocess.Popen[bytes]], None]


def work_until_killed(ledger: Ledger, seed: int, kill: Break) -> list[tuple[str, str]]:
    """Start a process on a ledger, kill it (or its server) at a random moment, and return what it acknowledged."""
    command = [
        sys.executable,
        crash_worker.__file__,
        str(ledger.folder),
        str(seed),
        *([ledger.url] if ledger.url else []),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        chance = random.Random(seed)  # noqa: S311 - no secret
        said = [process.stdout.readline().decode() for _ in range(chance.randrange(MOST_LINES))]
        time.sleep(chance.uniform(0, LONGEST))
        kill(process)
        said += process.stdout.read().decode().splitlines(keepends=True)
    whole = [line.rstrip("\n").partition(" ") for line in said if line.endswith("\n")]  # a part acknowledges nothing
    return [(kind, name) for kind, _, name in whole]


def kill_client(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


def check(ledger: Ledger, acknowledged: list[tuple[str, str]]) -> None:
    with ledger.reading() as connection:
        assert [each for each in check_rows(connection) if isinstance(each, Flaw)] == []
        there = {
            "text": set(connection.scalars(select(texts.c.report))),
            "reading": set(connection.scalars(select(readings.c.id))),
            "judgement": set(connection.scalars(select(judgements.c.id))),
        }
        for kind, name in acknowledged:
            assert name in there[kind], f"{kind} {name} was acknowledged and is lost"
        doubled = (
            select(func.count()).select_from(texts).group_by(texts.c.report, texts.c.body).having(func.count() > 1)
        )
        assert connection.execute(doubled).all() == []


def crash(ledger: Ledger, seeds: range, kill: Break, after: Callable[[], None] = lambda: None) -> Counter[str]:
    acknowledged: list[tuple[str, str]] = []
    for seed in seeds:
        acknowledged += work_until_killed(ledger, seed, kill)
        after()
        check(ledger, acknowledged)
    return Counter(kind for kind, _ in acknowledged)


def crash_sqlite(tmp_path: Path, seeds: range) -> None:
    told = crash(make_ledger(tmp_path / "ledger", {}, at=AT), seeds, kill_client)
    assert told["text"] > 0


def crash_clients(tmp_path: Path, server: Server, seeds: range) -> None:
    ledger = make_ledger(tmp_path / "ledger", {}, at=AT, url=server.make_database(f"crash_{os.getpid()}_{seeds.start}"))
    assert crash(ledger, seeds, kill_client)["text"] > 0


def crash_servers(tmp_path: Path, seeds: range) -> None:
    server = start_server()
    try:
        ledger = make_ledger(tmp_path / "ledger", {}, at=AT, url=server.make_database("crash"))

        def kill_server(process: subprocess.Popen[bytes]) -> None:
            server.kill()
            kill_client(process)

        assert crash(ledger, seeds, kill_server, server.start)["text"] > 0
    finally:
        server.remove()


def test_sqlite(tmp_path: Path) -> None:
    crash_sqlite(tmp_path, range(12))


def test_postgres_clients(tmp_path: Path, postgres: Server) -> None:
    crash_clients(tmp_path, postgres, range(6))


def test_postgres_servers(tmp_path: Path) -> None:
    crash_servers(tmp_path, range(2))


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_sqlite_two_hundred_times(tmp_path: Path, part: int) -> None:
    crash_sqlite(tmp_path, range(1000 + 50 * part, 1050 + 50 * part))


@pytest.mark.long
def test_postgres_clients_forty_times(tmp_path: Path, postgres: Server) -> None:
    crash_clients(tmp_path, postgres, range(1000, 1040))


@pytest.mark.long
def test_postgres_servers_ten_times(tmp_path: Path) -> None:
    crash_servers(tmp_path, range(1000, 1010))
