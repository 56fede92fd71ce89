"""Clients that cost little: connections that stay open, one after the other as they are answered, in a process of their own.

What stands between two requests is a few calls of the system and a look at the head of the answer, so that a server that
shares the machine is measured and not its clients. Every answer is read whole and counted; what the process took of the
processor is told with the rest.
"""

from __future__ import annotations

import random
import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_OK = b"HTTP/1.1 200 "
_LENGTH, _MARK = b"\r\ncontent-length: ", b"\r\netag: "
_MOST = 1 << 18
_PATIENCE = 60.0
"""Seconds after which an answer that does not come is an error."""


@dataclass(slots=True)
class Answered:
    """What came back: answers, how many of them were of another state than the one before, and errors; seconds of all.

    ``waits`` are the seconds from a request to the end of its answer, ``spent`` the processor time of the clients.
    """

    answers: int = 0
    changed: int = 0
    wrong: int = 0
    seconds: float = 0.0
    spent: float = 0.0
    waits: list[float] = field(default_factory=list)


@dataclass(slots=True)
class _Connection:
    """One connection, and the answer that it waits for."""

    socket: socket.socket
    turns: Iterator[int]
    place: int = 0
    since: float = 0.0
    got: bytearray = field(default_factory=bytearray)
    whole: int = 0


def ask_each(port: int, paths: Sequence[str]) -> Answered:
    """Ask for everything once."""
    return _ask(port, paths, [iter(range(len(paths)))], seconds=float("inf"))


def ask_for(port: int, paths: Sequence[str], *, seconds: float, clients: int) -> Answered:
    """Ask from many connections for so long, for the first paths most."""
    return _ask(port, paths, [_turns(number, len(paths)) for number in range(clients)], seconds=seconds)


def _turns(number: int, of: int) -> Iterator[int]:
    chance = random.Random(number)  # noqa: S311 - the same in every run
    while True:
        yield min(int(chance.paretovariate(0.7)) - 1, of - 1)


def _ask(port: int, paths: Sequence[str], turns: Sequence[Iterator[int]], *, seconds: float) -> Answered:
    requests = [f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode() for path in paths]
    marks: list[bytes] = [b""] * len(paths)
    done = Answered()
    with selectors.DefaultSelector() as waiting:
        begun, busy = time.perf_counter(), time.process_time()
        for each in turns:
            made = _Connection(socket.create_connection(("127.0.0.1", port), _PATIENCE), each)
            made.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(made.socket, selectors.EVENT_READ, made)
            _send(made, requests)
        while waiting.get_map():
            ready = waiting.select(_PATIENCE)
            if not ready:
                done.wrong += len(waiting.get_map())
                break
            for key, _ in ready:
                if not _receive(key.data, done, marks):
                    continue
                if time.perf_counter() - begun >= seconds or not _send(key.data, requests):
                    waiting.unregister(key.data.socket)
                    key.data.socket.close()
        done.seconds, done.spent = time.perf_counter() - begun, time.process_time() - busy
    return done


def _send(connection: _Connection, requests: Sequence[bytes]) -> bool:
    """Send the next request; say whether there was one."""
    place = next(connection.turns, None)
    if place is None:
        return False
    connection.place, connection.since = place, time.perf_counter()
    connection.socket.sendall(requests[place])
    return True


def _receive(connection: _Connection, done: Answered, marks: list[bytes]) -> bool:
    """Take what has come; say whether the answer is whole.

    Raises:
        ConnectionError: the server hung up before it was.
    """
    piece = connection.socket.recv(_MOST)
    if not piece:
        raise ConnectionError(f"the server hung up after {len(connection.got)} bytes of an answer")
    got = connection.got
    got += piece
    if not connection.whole:
        head = got.find(b"\r\n\r\n")
        if head < 0:
            return False
        connection.whole = head + 4 + int(_value(got, _LENGTH, head) or 0)
    if len(got) < connection.whole:
        return False
    mark = _value(got, _MARK, connection.whole)
    before, marks[connection.place] = marks[connection.place], mark
    done.answers += 1
    done.wrong += not got.startswith(_OK)
    done.changed += before not in (b"", mark)
    done.waits.append(time.perf_counter() - connection.since)
    got.clear()
    connection.whole = 0
    return True


def _value(got: bytearray, name: bytes, end: int) -> bytes:
    """The value of a header; empty if it is not there."""
    start = got.find(name, 0, end)
    return bytes(got[start + len(name) : got.find(b"\r\n", start + len(name))]) if start >= 0 else b""
