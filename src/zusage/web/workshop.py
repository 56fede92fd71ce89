"""Where answers are worked out: beside the event loop, a few at once, and each only once however many wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor

from zusage.web.cache import Answer

AT_ONCE = 3
"""More would only take the interpreter from each other, and from those whose answers are there already."""


class Workshop:
    """Works answers out in a few threads. One event loop at a time may use it."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Begin idle; threads are started when there is work."""
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="answers")
        self._running: dict[Hashable, asyncio.Task[Answer]] = {}

    async def once(self, key: Hashable, work: Callable[[], Answer]) -> Answer:
        """Do some work, or wait for the same if somebody else has begun it; who goes away does not stop it."""
        task = self._running.get(key)
        if task is None:
            task = asyncio.ensure_future(self.apart(work))
            self._running[key] = task
            task.add_done_callback(lambda _: self._running.pop(key, None))
        return await asyncio.shield(task)

    async def apart(self, work: Callable[[], Answer]) -> Answer:
        """Do some work for one visitor alone."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)
