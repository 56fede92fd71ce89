"""Processes of this program's own that do what needs no database: each waits at a pipe for tasks.

A process ends by itself when the one that started it is gone. Imported first in each, so standard library only.
"""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any, TypeVar

from zusage.errors import ZusageError

Task = TypeVar("Task")
Result = TypeVar("Result")

_GONE = (EOFError, BrokenPipeError, ConnectionResetError)


class Member:
    """One process that is asked now and then; it is started anew if it is lost.

    ``lasting``: for as long as a server runs, so that it has to look for what is not needed any more.
    """

    def __init__(self, *, lasting: bool = False) -> None:
        """Start the process."""
        self._lasting = lasting
        self._end, self._process = _start(lasting=lasting)

    def ask(self, do: Callable[[Task], Result], task: Task) -> tuple[Result] | None:
        """Return what a function of a module makes of a task; None where the process could not do it."""
        try:
            self._end.send((do, task))
            answer: tuple[Result] | None = self._end.recv()
        except _GONE:
            self.leave()
            self._end, self._process = _start(lasting=self._lasting)
            return None
        return answer

    def leave(self) -> None:
        """Let the process go."""
        self._end.close()
        self._process.wait()

    def kill(self) -> None:
        """End the process whatever it does; a thread that waits for its answer goes on."""
        self._process.kill()


def _start(*, lasting: bool) -> tuple[Connection, subprocess.Popen[bytes]]:
    """Start a process; return the end of its pipe, and the process."""
    here, there = Pipe()
    # -P: nothing is imported from the folder that somebody happens to stand in
    command = [sys.executable, "-P", "-c", f"from {__name__} import work; work({there.fileno()}, lasting={lasting})"]
    process = subprocess.Popen(command, pass_fds=[there.fileno()])  # noqa: S603 - this program itself
    there.close()
    return here, process


def work(given: int, *, lasting: bool = False) -> None:
    """Do the tasks that come over a pipe until nobody gives any more, also where a terminal interrupts who gives them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Connection(given) as tasks, nullcontext() if lasting else uncollected():
        while True:
            try:
                do, task = tasks.recv()
            except _GONE:
                return
            try:
                answer = (do(task),)
            except ZusageError:
                answer = None  # raised where the task came from
            try:
                tasks.send(answer)
            except _GONE:
                return


@contextmanager
def uncollected() -> Iterator[None]:
    """Do not look for circles among objects meanwhile: bulk work makes many objects and no circles, and looking costs."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _as_mapping(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


ForkingPickler.register(MappingProxyType, lambda proxy: (_as_mapping, (dict(proxy),)))
"""Read-only mappings are defaults of what goes over the pipe, and Python does not write them by itself."""
