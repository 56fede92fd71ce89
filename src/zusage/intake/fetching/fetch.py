"""One request, its redirects, and what can go wrong with it, each in one line.

Uses urllib3's connections (not its pools or redirects), because the connection has to go to the address that was checked
while the request and the certificate are those of the host's name.
"""

from __future__ import annotations

import re
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from http.client import IncompleteRead as ShortRead
from threading import Event, Timer
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as SlowError
from urllib3.response import HTTPResponse

from zusage.errors import InputError, ZusageError, wording
from zusage.intake.fetching.addresses import Resolve, Target, clean_address, find_target, resolve_by_system
from zusage.intake.fetching.decompression import Inflater

_MOVED = {301, 302, 303, 307, 308}
_LATER = {429, 503}
_PIECE = 1 << 16
_NOT_KEPT = ("set-cookie", "set-cookie2", "connection", "keep-alive", "transfer-encoding")

_READ: tuple[str, ...] = (
    *("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf"),
    *("application/json", "application/feed+json", "message/rfc822", "application/octet-stream"),
)
"""Beginnings of the content types that can hold a report or a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How to fetch. ``limit``: bytes of a body, unpacked; ``seconds``: for a whole request; ``clock``: time of fetching."""

    clock: Callable[[], str]
    user_agent: str
    limit: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 10
    allow_private: bool = False
    resolve: Resolve = resolve_by_system


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A body with the address that was asked for, the one that answered, and what it said."""

    asked: str
    address: str
    content: bytes
    fetched_at: str
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The answer that nothing has changed since the version that was named."""

    address: str


class FetchError(InputError):
    """An address that cannot be fetched. ``retry_after``: seconds that the server asks to wait; ``status``: its answer."""

    def __init__(
        self, resource: object, problem: str, *, hint: str = "", status: int = 0, retry_after: float | None = None
    ) -> None:
        """Keep the server's status and its wish beside the words."""
        super().__init__(resource, problem, hint=hint)
        self.status = status
        self.retry_after = retry_after


def fetch(address: str, fetching: Fetching, *, known: Mapping[str, str] = MappingProxyType({})) -> Fetched | Unchanged:
    """Fetch an address and follow where it leads; ``known`` are headers that name the version already read.

    Raises:
        InputError: it must not be fetched, or cannot be.
    """
    asked = here = clean_address(address)
    for _ in range(fetching.redirects + 1):
        target = find_target(here, fetching.resolve, allow_private=fetching.allow_private)
        with _request(here, target, fetching, known) as response:
            if response.status in _MOVED and response.headers.get("location"):
                here = clean_address(urljoin(here, response.headers["location"].strip()))
                continue
            if response.status == HTTPStatus.NOT_MODIFIED:
                return Unchanged(here)
            _refuse_answer(asked, response, fetching)
            content = _read_body(asked, response, fetching)
            headers = {name.lower(): value for name, value in response.headers.items() if name.lower() not in _NOT_KEPT}
            return Fetched(asked=asked, address=here, content=content, fetched_at=fetching.clock(), headers=headers)
    raise FetchError(
        asked,
        wording("leads on more than {redirects} times", redirects=fetching.redirects),
        hint="open it in a browser and give the last address",
    )


@contextmanager
def _request(here: str, target: Target, fetching: Fetching, known: Mapping[str, str]) -> Iterator[HTTPResponse]:
    """Send a request and hand over the answer; after the time is up the connection is cut, wherever it is."""
    wires: list[_Connection | _SecureConnection] = []
    cut, response = Event(), None
    timer = Timer(fetching.seconds, _cut, (wires, cut))
    timer.daemon = True
    headers = {"Host": target.named, "User-Agent": fetching.user_agent, "Accept-Encoding": "gzip"}
    headers |= {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5", **known}
    timer.start()
    try:
        connection = _connect(target, fetching, wires)
        connection.request("GET", target.path, headers=headers, preload_content=False, decode_content=False)
        response = connection.getresponse()
        yield response
    except ZusageError:
        raise
    except (HTTPError, HTTPException, OSError, ValueError) as problem:
        raise _explain(here, problem, fetching, is_cut=cut.is_set()) from problem
    finally:
        timer.cancel()
        if response is not None:
            response.close()
        for wire in wires:
            wire.close()


def _connect(
    target: Target, fetching: Fetching, wires: list[_Connection | _SecureConnection]
) -> _Connection | _SecureConnection:
    """Connect to the first of the checked addresses that answers; ``wires`` gets every connection that was begun."""
    *others, last = target.addresses
    for address in others:
        with suppress(HTTPError, OSError):  # a host may name an address that this machine cannot reach, as by IPv6
            return _open(target, address, fetching, wires)
    return _open(target, last, fetching, wires)


def _open(
    target: Target, address: str, fetching: Fetching, wires: list[_Connection | _SecureConnection]
) -> _Connection | _SecureConnection:
    share = fetching.seconds / len(target.addresses)
    common: dict[str, Any] = {"host": address, "port": target.port, "timeout": share}
    connection: _Connection | _SecureConnection
    if target.scheme == "http":
        connection = _Connection(**common)
    else:
        context = ssl.create_default_context()
        connection = _SecureConnection(**common, server_hostname=target.host, ssl_context=context)
    wires.append(connection)
    connection.connect()
    if connection.wire is not None:
        connection.wire.settimeout(fetching.seconds)
    return connection


class _Connection(HTTPConnection):
    """A connection that remembers its socket: an answer that ends with the connection takes it away."""

    wire: socket.socket | None = None

    def connect(self) -> None:
        """Connect, and remember."""
        super().connect()
        self.wire = self.sock


class _SecureConnection(HTTPSConnection):
    """The same over TLS."""

    wire: socket.socket | None = None

    def connect(self) -> None:
        """Connect, and remember."""
        super().connect()
        self.wire = self.sock


def _cut(wires: list[_Connection | _SecureConnection], cut: Event) -> None:
    """End a request whose time is up, whatever it is waiting for."""
    cut.set()
    for connection in tuple(wires):
        wire = connection.wire or connection.sock
        if wire is not None:
            with suppress(OSError):  # it may be gone already
                wire.shutdown(socket.SHUT_RDWR)


def _explain(here: str, problem: Exception, fetching: Fetching, *, is_cut: bool) -> FetchError:
    """Put into one line why a request failed."""
    is_slow = isinstance(problem, (SlowError, TimeoutError)) and not isinstance(problem, NewConnectionError)
    if is_cut or is_slow:
        return FetchError(
            here, wording("takes longer than {seconds:g} seconds", seconds=fetching.seconds), hint="try again later"
        )
    if isinstance(problem, (SSLError, ssl.SSLError)):
        return FetchError(here, "its certificate is not valid", hint="open it in a browser to see why")
    if isinstance(problem, (IncompleteRead, ShortRead)) or isinstance(problem.__cause__, ShortRead):
        return FetchError(here, "arrived cut short", hint="try again later")
    words = str(getattr(problem, "reason", "") or getattr(problem, "strerror", "") or problem or type(problem).__name__)
    plain = re.sub(r"\[errno -?\d+\]\s*", "", " ".join(words.split()).rpartition(": ")[2].lower())
    return FetchError(here, wording("cannot be fetched: {plain}", plain=plain), hint="try again later")


def _refuse_answer(asked: str, response: HTTPResponse, fetching: Fetching) -> None:
    """Refuse what is no page: an error, a kind that is not read, too much."""
    status = response.status
    if status != HTTPStatus.OK:
        words = next((each.phrase.lower() for each in HTTPStatus if each == status), "an unknown answer")
        wait = read_retry_after(response.headers.get("retry-after"), fetching.clock()) if status in _LATER else None
        hint = (
            "the page is gone; an archive may have it"
            if status in {404, 410}
            else "try again later"
            if status in _LATER
            else ""
        )
        raise FetchError(
            asked,
            wording("answers {status}: {words}", status=status, words=words),
            hint=hint,
            status=status,
            retry_after=wait,
        )
    kind = response.headers.get("content-type", "").strip().lower()
    if kind and not kind.startswith(_READ):
        raise FetchError(
            asked,
            wording("is {what}, not a page or feed", what=kind.partition(";")[0]),
            hint="pages, feeds and plain text are read",
        )
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > fetching.limit:
        raise _too_long(asked, fetching)


def _read_body(asked: str, response: HTTPResponse, fetching: Fetching) -> bytes:
    try:
        inflater = Inflater(response.headers.get("content-encoding", ""), fetching.limit)
    except ValueError as problem:
        raise FetchError(
            asked, wording("is packed as {problem}, which was not asked for", problem=problem)
        ) from problem
    received = 0
    try:
        while piece := response.read(_PIECE, decode_content=False):
            received += len(piece)
            if received > fetching.limit:
                raise _too_long(asked, fetching)
            inflater.feed(piece)
        content = inflater.finish()
    except OverflowError as problem:
        raise _too_long(asked, fetching) from problem
    except zlib.error as problem:
        raise FetchError(asked, "is not packed as its server says") from problem
    except EOFError as problem:
        raise FetchError(asked, "arrived cut short", hint="try again later") from problem
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) != received:
        raise FetchError(
            asked,
            wording("arrived cut short: {received:,} of {length:,} bytes", received=received, length=int(length)),
            hint="try again later",
        )
    return content


def _too_long(asked: str, fetching: Fetching) -> FetchError:
    return FetchError(
        asked,
        wording("has more than {limit:,} bytes", limit=fetching.limit),
        hint="the setting page_bytes is the limit",
    )


def read_retry_after(value: str | None, now: str) -> float | None:
    """Return the seconds that a server asks to wait: a number, or a time; None if it does not say."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
        return max(0.0, (until - datetime.fromisoformat(now)).total_seconds())
    except (TypeError, ValueError):
        return None
