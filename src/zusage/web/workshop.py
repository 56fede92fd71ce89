"""Where answers are worked out: beside the event loop, a few at once, and each only once however many wait for it.

That is in threads, or in processes of their own: there they take no turn of the interpreter that sends answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from multiprocessing.reduction import ForkingPickler
from pickle import loads
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar, cast

from zusage.workflow.processes import Member

if TYPE_CHECKING:
    from zusage.web.access import Visitor
    from zusage.web.address import Address
    from zusage.web.asking import Asked
    from zusage.web.site import People, Plan, Site

Made = TypeVar("Made")

AT_ONCE = 3
"""Threads: more would only take the interpreter from each other, and from those whose answers are there already."""


class Workshop:
    """Works answers out in a few threads, or in as many processes as are given. One event loop at a time may use it."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Begin idle; threads are started when there is work."""
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="answers")
        self._running: dict[Hashable, asyncio.Task[Any]] = {}
        self._members: SimpleQueue[Member] = SimpleQueue()
        self._plan = b""

    def hire(self, count: int, plan: Plan) -> None:
        """Have work done by so many processes from now on, each with a site of its own by this plan."""
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="answers")
        self._plan = bytes(ForkingPickler.dumps(plan))
        for _ in range(count):
            self._members.put(Member(lasting=True))

    def close(self) -> None:
        """Let the processes go."""
        self._threads.shutdown(cancel_futures=True)
        while not self._members.empty():
            self._members.get().leave()
        self._plan = b""

    def once(
        self, key: Hashable, asked: Asked, work: Callable[[Asked], Made], *, then: Callable[[Made], None]
    ) -> Awaitable[Made]:
        """Begin some work, unless the same is being done; who goes away does not stop it. ``then``: what is done with it."""
        task = self._running.get(key)
        if task is None:
            task = asyncio.ensure_future(self._do(asked, work, then))
            self._running[key] = task
            task.add_done_callback(lambda done: self._end(key, done))
        return asyncio.shield(task)

    def is_at(self, key: Hashable) -> bool:
        """Whether some work is being done."""
        return key in self._running

    @property
    def is_busy(self) -> bool:
        """Whether more than one piece of work is being done or waits."""
        return len(self._running) > 1

    async def apart(self, asked: Asked, work: Callable[[Asked], Made]) -> Made:
        """Do some work for one visitor alone."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._make, asked, work)

    async def _do(self, asked: Asked, work: Callable[[Asked], Made], then: Callable[[Made], None]) -> Made:
        made = await self.apart(asked, work)
        then(made)
        return made

    def _end(self, key: Hashable, done: asyncio.Task[Any]) -> None:
        self._running.pop(key, None)
        if not done.cancelled():
            done.exception()  # who waits is told; where nobody does, the next who asks begins anew

    def _make(self, asked: Asked, work: Callable[[Asked], Made]) -> Made:
        """Work something out; what a process could not do is done here, so that an error is raised as if there were none."""
        if not self._plan:
            return work(asked)
        member = self._members.get()
        try:
            question = (self._plan, asked.site.people, asked.address, asked.visitor, asked.values)
            done = member.ask(_answer, (question, work))
        finally:
            self._members.put(member)
        return work(asked) if done is None or done[0] is None else done[0][0]


Question = tuple[bytes, "People", "Address", "Visitor", dict[str, str]]


def _answer(task: tuple[Question, Callable[[Asked], Made]]) -> tuple[Made] | None:
    """Work something out in a process; nothing where there is no such page."""
    from zusage.web.asking import Asked, NotThereError  # noqa: PLC0415 - they know the site, and the site this

    (plan, people, address, visitor, values), work = task
    site = _site(plan)
    site.know(people)
    try:
        return (work(Asked(site, address, visitor, values)),)
    except NotThereError:
        return None


@lru_cache(maxsize=1)
def _site(plan: bytes) -> Site:
    from zusage.web.warming import begin_to_warm  # noqa: PLC0415 - as above

    begin_to_warm()
    return cast("Plan", loads(plan)).open()  # noqa: S301 - what the server itself has written
