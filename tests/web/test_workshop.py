"""Many who ask for the same thing at once cost one piece of work."""

from __future__ import annotations

import asyncio
import time
from typing import cast

import pytest

from zusage.web.asking import Asked
from zusage.web.cache import Answer, Cache
from zusage.web.workshop import Workshop


def asked() -> Asked:
    """A question whose parts nobody looks at."""
    return cast("Asked", None)


def test_many_wait_for_one_piece_of_work() -> None:
    done: list[int] = []
    made: list[Answer] = []

    def work(_: Asked) -> Answer:
        time.sleep(0.05)
        done.append(1)
        return Answer(b"x", "text/plain")

    async def ask() -> list[Answer]:
        workshop = Workshop()
        return await asyncio.gather(*(workshop.once("key", asked(), work, then=made.append) for _ in range(50)))

    assert {each.body for each in asyncio.run(ask())} == {b"x"}
    assert len(done) == len(made) == 1


def test_work_that_fails_is_begun_anew() -> None:
    made: list[Answer] = []

    def fail(_: Asked) -> Answer:
        raise ValueError("no")

    def work(_: Asked) -> Answer:
        return Answer(b"y", "text/plain")

    async def ask() -> Answer:
        workshop = Workshop()
        with pytest.raises(ValueError, match="no"):
            await workshop.once("key", asked(), fail, then=made.append)
        return await workshop.once("key", asked(), work, then=made.append)

    assert asyncio.run(ask()).body == b"y"


def test_a_cache_forgets_what_was_asked_for_longest_ago() -> None:
    cache = Cache(most_bytes=10_000)
    for number in range(30):
        cache.put(number, Answer(bytes([number]) * 500, "text/plain"))
        cache.get(0)
    assert cache.get(0) is not None
    assert cache.get(1) is None
    assert cache.get(29) is not None
    cache.put("large", Answer(b"z" * 5_000, "text/plain"))
    assert cache.get("large") is None


def test_putting_again_counts_once() -> None:
    cache = Cache(most_bytes=10_000)
    for _ in range(100):
        cache.put("one", Answer(b"1" * 500, "text/plain"))
    cache.put("two", Answer(b"2" * 500, "text/plain"))
    assert cache.get("one")
    assert cache.get("two")
