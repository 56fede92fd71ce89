"""Each piece of news is told once to each who follows, although the process that tells it is killed at random moments.

What no sender can rule out is that a mail goes out again when the process dies between the server's acknowledgement and
its own note of it: then it is the same mail, bytes and Message-ID, so that it is known to be the same.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import digest_worker
import pytest
from mail_desk import Desk, make_desk, told
from mail_server import Letter

from zusage.workflow.steps import ReadReport

PEOPLE = ("a@mail.example", "b@mail.example", "c@mail.example")
NEWS = ("Oslo will send 40 medics.", "Riga will send 9 doctors.", "Bern will send 3 nurses.")
ACTORS = ("Norway", "Latvia", "Switzerland")


def run_and_kill(desk: Desk, hours: int, chance: random.Random) -> int:
    """Run a process that is killed before a server's reply, after it, or at any time; return its status."""
    folder = str(desk.workspace.ledger.folder)
    command = [sys.executable, digest_worker.__file__, folder, str(desk.mails.port), str(hours)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own
        how, left = chance.choice(("before", "after", "time", "never")), [chance.randrange(3)]

        def die(letter: Letter) -> str | None:
            del letter
            left[0] -= 1
            if left[0] >= 0:
                return None
            process.send_signal(signal.SIGKILL)
            process.wait()
            return "drop"

        desk.mails.on_data = die if how == "before" else lambda letter: None  # noqa: ARG005 - a step's signature
        desk.mails.after_data = die if how == "after" else lambda letter: None  # noqa: ARG005 - as above
        assert process.stdout is not None
        process.stdout.readline()
        if how == "time":
            time.sleep(chance.uniform(0, 0.6))
            process.send_signal(signal.SIGKILL)
        return process.wait()


def kill_often(desk: Desk, seed: int, rounds: int) -> Counter[int]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    for email in PEOPLE:
        desk.follow(email=email)
    begun, hours, ends = len(desk.mails.accepted), 1, Counter[int]()
    for number in range(rounds):
        if number < len(NEWS):
            desk.add(NEWS[number])
        hours += 24
        ends[run_and_kill(desk, hours, chance)] += 1
    desk.mails.on_data = desk.mails.after_data = lambda letter: None  # noqa: ARG005 - as above
    for _ in range(2):
        hours += 24
        desk.clock[0] = hours
        desk.run(0)
    check(desk.mails.accepted[begun:])
    return ends


def check(letters: list[Letter]) -> None:
    """Each told once in one mail; what arrived again is the same mail."""
    by_id: dict[str, Letter] = {}
    for letter in letters:
        name = str(letter.parsed["Message-ID"])
        assert by_id.setdefault(name, letter).content == letter.content
    counted = Counter((letter.to[0], actor) for letter in by_id.values() for actor in told(letter))
    assert counted == Counter((email, actor) for email in PEOPLE for actor in ACTORS)


def test_killed(tmp_path: Path, reader: ReadReport) -> None:
    for desk in make_desk(tmp_path, reader, None):
        assert kill_often(desk, seed=1, rounds=7)[-signal.SIGKILL]


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 12))
def test_killed_often(tmp_path: Path, reader: ReadReport, seed: int) -> None:
    for desk in make_desk(tmp_path, reader, None):
        kill_often(desk, seed, rounds=12)
