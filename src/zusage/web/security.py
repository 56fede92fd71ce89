"""What every answer carries for the browser's sake, and whom the server answers at all.

The policy allows scripts, styles, pictures and connections from this server only, nothing inline, no evaluation, no frames.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""Of a chart that stands alone: it brings its own style, runs nothing, and may be embedded by anybody."""

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Refuses hosts that are not ours, and adds the headers to every answer."""

    def __init__(self, app: ASGIApp, *, hosts: Callable[[], tuple[str, ...]]) -> None:
        """Stand before an app; ``hosts`` are the names it answers to, none for any."""
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        hosts = self._hosts()
        if hosts and host_of(Headers(scope=scope).get("host", "")) not in hosts:
            refusal = PlainTextResponse("This server does not go by that name.\n", status_code=421)
            await refusal(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, send_guarded)


def host_of(header: str) -> str:
    """The name in a Host header, in small letters without its port: ``[::1]:8000`` → ``[::1]``."""
    name = header.lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0]


def add_headers(headers: MutableHeaders) -> None:
    """Add what every answer carries, unless it has its own."""
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    if headers.get("content-type", "").startswith("image/svg+xml"):
        headers["Content-Security-Policy"] = DRAWING_POLICY
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return
    headers.setdefault("Content-Security-Policy", POLICY)
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
