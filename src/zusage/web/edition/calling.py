"""Asking the application without a network: one request, one answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from starlette.types import ASGIApp, Message, Scope


@dataclass(frozen=True, slots=True)
class Answered:
    """What the application answered."""

    status: int
    media_type: str
    body: bytes


async def call(app: ASGIApp, address: str, *, root: str) -> Answered:
    """Ask for a path with its query, as a stranger who knows the site under ``root`` would."""
    parts, base = urlsplit(address), urlsplit(root)
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": base.scheme,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(b"host", base.netloc.encode())],
        "server": (base.hostname, base.port or 80),
        "client": ("127.0.0.1", 0),
        "state": {},
    }
    return await _talk(app, scope)


async def _talk(app: Callable[..., Awaitable[None]], scope: Scope) -> Answered:
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    await app(scope, receive, send)
    start = said[0]
    headers = {name.lower(): value for name, value in start["headers"]}
    body = b"".join(message.get("body", b"") for message in said[1:])
    return Answered(start["status"], headers.get(b"content-type", b"").decode(), body)
