"""Processes among which a rebuild shares what needs no database; what comes out is the same for any number of them.

Who shares works along: while nothing is ready to be written, it does the first task that no process has begun. Results come
in the order of the tasks, so that the rows are written in one order.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

from zusage.workflow.processes import Member

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST = 8
"""Processes that are worth their start: one writes what all make."""

_AHEAD = 32
"""Tasks that wait for each process, so that it need not wait for one: of a large ledger a chore may take as long as many tasks."""


_TURN = 0.0005
"""Seconds until a thread that hands a task over gets its turn of the interpreter: a tenth of the usual, since a process waits."""


@dataclass(slots=True)
class _Given(Generic[Task, Result]):
    """A task, what comes of it in a process, and what came of it here: alone in a tuple, so that None can be one."""

    task: Task
    there: Future[tuple[Result] | None]
    here: tuple[Result] | None = None

    @property
    def is_ready(self) -> bool:
        """Whether its result need not be waited for."""
        return self.here is not None or self.there.done()


class Crew:
    """Processes that wait for tasks; without any, tasks are done where they are given."""

    def __init__(self, members: Sequence[Member] = ()) -> None:
        """Give tasks to some processes, by a thread for each."""
        self._members = tuple(members)
        self._idle: SimpleQueue[Member] = SimpleQueue()
        for member in members:
            self._idle.put(member)
        self._threads = ThreadPoolExecutor(max(1, len(members)), thread_name_prefix="crew")

    def tell(self, do: Callable[[Task], object], task: Task) -> None:
        """Have each process do a task, this one too: it keeps what all later ones need."""
        for member in self._members:
            member.ask(do, task)
        do(task)

    def share(
        self, do: Callable[[Task], Result], tasks: Iterable[Task], *, chores: Iterable[object] = ()
    ) -> Iterator[Result]:
        """Yield the result of each task, in order. ``do`` is a function of a module.

        What a process could not do is done here again, so that an error is raised as if there were no processes.
        ``chores`` are done by being iterated over: one whenever there is no result yet, what is left at the end.
        """
        left = iter(chores)
        yield from self._share(do, tasks, left) if self._members else map(do, tasks)
        deque(left, maxlen=0)

    def _share(self, do: Callable[[Task], Result], tasks: Iterable[Task], chores: Iterator[object]) -> Iterator[Result]:
        given: deque[_Given[Task, Result]] = deque()
        for task in tasks:
            given.append(_Given(task, self._threads.submit(self._ask, do, task)))
            while given and (given[0].is_ready or self._have_enough(given)):
                yield from _next(do, given, chores)
        while given:
            yield from _next(do, given, chores)

    def _have_enough(self, given: Collection[_Given[Task, Result]]) -> bool:
        ahead = _AHEAD * len(self._members)
        return len(given) > 2 * ahead or sum(not each.is_ready for each in given) > ahead

    def _ask(self, do: Callable[[Task], Result], task: Task) -> tuple[Result] | None:
        member = self._idle.get()
        try:
            return member.ask(do, task)
        finally:
            self._idle.put(member)

    def leave(self, *, at_once: bool = False) -> None:
        """Let the processes go when they have done what they are at, or ``at_once``."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for member in self._members if at_once else ():
            member.kill()
        self._threads.shutdown()
        for member in self._members:
            member.leave()


def _next(
    do: Callable[[Task], Result], given: deque[_Given[Task, Result]], chores: Iterator[object]
) -> Iterator[Result]:
    """Yield the first result if it is there; else do something else meanwhile."""
    if not given[0].is_ready:
        if next(chores, chores) is not chores:
            return
        mine = next((each for each in given if each.here is None and each.there.cancel()), None)
        if mine is not None:
            mine.here = (do(mine.task),)
            return
    first = given.popleft()
    answer = first.here or first.there.result()
    yield (answer or (do(first.task),))[0]


@contextmanager
def gather(count: int) -> Iterator[Crew]:
    """Have so many processes work together for a block: this one, and others that are started."""
    if count < 2:  # noqa: PLR2004 - this process alone
        yield Crew()
        return
    crew, usual = Crew([Member() for _ in range(count - 1)]), sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield crew
    except BaseException:
        crew.leave(at_once=True)
        raise
    else:
        crew.leave()
    finally:
        sys.setswitchinterval(usual)


def cores() -> int:
    """How many processes are worth their start on this machine; none where they cannot be handed a pipe."""
    if not hasattr(os, "sched_getaffinity"):
        return 0
    return min(len(os.sched_getaffinity(0)), MOST)
