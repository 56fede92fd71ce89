"""Processes among which a rebuild shares what needs no database; what comes out is the same for any number of them.

Tasks go to the processes in turn and their results come back in the order of the tasks, so that the rows are written in
one order. A process ends by itself when the one that started it is gone.
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any, TypeVar

from zusage.errors import ZusageError

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST = 8
"""Processes that are worth their start: one writes what all make."""

_GONE = (EOFError, BrokenPipeError, ConnectionResetError)


class Crew:
    """Processes that wait for tasks; without any, tasks are done where they are given."""

    def __init__(self, members: Sequence[Connection] = ()) -> None:
        """Give tasks to processes at the other ends."""
        self._members = list(members)

    def share(
        self, do: Callable[[Task], Result], tasks: Iterable[Task], *, chores: Iterable[object] = ()
    ) -> Iterator[Result]:
        """Yield the result of each task, in order. ``do`` is a function of a module.

        While one task's result is used, the others are worked on. What a process could not do is done here again, so
        that an error is raised as if there were no processes. ``chores`` are done by being iterated over: one whenever
        there is a result to wait for, what is left at the end.
        """
        left = iter(chores)
        yield from self._share(do, tasks, left) if self._members else map(do, tasks)
        deque(left, maxlen=0)

    def _share(self, do: Callable[[Task], Result], tasks: Iterable[Task], chores: Iterator[object]) -> Iterator[Result]:
        idle, busy = deque(self._members), deque[tuple[Connection, Task]]()
        for task in tasks:
            done = None
            if not idle:
                next(chores, None)
                member, given = busy.popleft()
                done = _receive(member, do, given)
                idle.append(member)
            member = idle.popleft()
            _send(member, do, task)
            busy.append((member, task))
            if done is not None:
                yield done[0]
        for member, given in busy:
            next(chores, None)
            yield _receive(member, do, given)[0]


def _send(member: Connection, do: Callable[[Task], Result], task: Task) -> None:
    try:
        member.send((do, task))
    except _GONE:
        return  # it is done here when its result is asked for


def _receive(member: Connection, do: Callable[[Task], Result], task: Task) -> tuple[Result]:
    """Return the result alone in a tuple, so that None can be one."""
    try:
        answer: tuple[Result] | None = member.recv()
    except _GONE:
        answer = None
    return answer if answer is not None else (do(task),)


@contextmanager
def gather(count: int) -> Iterator[Crew]:
    """Start so many processes for a block; none where one alone would be waited for."""
    if count < 2:  # noqa: PLR2004 - one process more saves nothing
        yield Crew()
        return
    started = [_start() for _ in range(count)]
    try:
        yield Crew([end for end, _ in started])
    finally:
        for end, _ in started:
            end.close()
        for _, process in started:
            process.wait()


class Member:
    """One process that is asked now and then, for as long as this one goes on; it is started anew if it is lost."""

    def __init__(self) -> None:
        """Start the process."""
        self._end, self._process = _start(lasting=True)

    def ask(self, do: Callable[[Task], Result], task: Task) -> tuple[Result] | None:
        """Return what a function of a module makes of a task; None where the process could not do it."""
        try:
            self._end.send((do, task))
            answer: tuple[Result] | None = self._end.recv()
        except _GONE:
            self.leave()
            self._end, self._process = _start(lasting=True)
            return None
        return answer

    def leave(self) -> None:
        """Let the process go."""
        self._end.close()
        self._process.wait()


def _start(*, lasting: bool = False) -> tuple[Connection, subprocess.Popen[bytes]]:
    """Start a process; return the end of its pipe, and the process."""
    here, there = Pipe()
    # -P: nothing is imported from the folder that somebody happens to stand in
    command = [sys.executable, "-P", "-c", f"from {__name__} import work; work({there.fileno()}, lasting={lasting})"]
    process = subprocess.Popen(command, pass_fds=[there.fileno()])  # noqa: S603 - this program itself
    there.close()
    return here, process


def cores() -> int:
    """How many processes are worth starting on this machine; none where they cannot be handed a pipe."""
    if not hasattr(os, "sched_getaffinity"):
        return 0
    return min(len(os.sched_getaffinity(0)), MOST)


def work(given: int, *, lasting: bool = False) -> None:
    """Do the tasks that come over a pipe until nobody gives any more, also where a terminal interrupts who gives them.

    ``lasting``: for as long as a server runs, so that what is not needed any more has to be looked for.
    """
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
