"""The short way of an answer that is kept: past routes and layers, straight from the cache onto the wire.

It is for who is not signed in and asks again for what was asked for before: where a cookie or a token comes along, the host
is none of ours, or the server is closed, the request goes the whole way, which decides. What is sent is the same.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from zusage.web.answering import is_known, is_packed, response_of
from zusage.web.cache import Answer
from zusage.web.keeping import sent_again
from zusage.web.security import add_headers, host_of
from zusage.web.site import Site, Spot

MOST = 4096
"""Addresses of which is remembered where their answers are kept."""

Raw = tuple[bytes, bytes, bytes, str]
"""Path, query and host as they were sent, and the scheme: all of an anonymous request that an answer hangs on."""

Message = tuple[int, list[tuple[bytes, bytes]], bytes]
"""Status, headers and body."""


@dataclass(slots=True)
class _Known:
    """Where an answer is kept, and how it went over the wire last, by whether it was known and may be packed."""

    spot: Spot | None = None
    answer: Answer | None = None
    messages: dict[tuple[bool, bool], Message] = field(default_factory=dict)


class Shortcut:
    """Sends what is kept; hands everything else on, and remembers where the answer is kept."""

    def __init__(self, app: ASGIApp, *, site: Site, fixed: Mapping[str, Answer]) -> None:
        """Stand before everything else; ``fixed`` are the answers of paths that never change."""
        self._app = app
        self._site = site
        self._fixed = {path.encode(): (found, _Known()) for path, found in fixed.items()}
        self._known: OrderedDict[Raw, _Known] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = _plain_headers(scope)
        if headers is None or not self._is_open(headers):
            await self._app(scope, receive, send)
            return
        raw = (scope.get("raw_path") or b"", scope["query_string"], headers.get(b"host", b""), scope["scheme"])
        message = self._message(raw, headers)
        if message is None:
            await self._app(scope, receive, send)
            self._remember(raw, scope)
            return
        status, sent, body = message
        await send({"type": "http.response.start", "status": status, "headers": sent})
        await send({"type": "http.response.body", "body": body})

    def _is_open(self, headers: Mapping[bytes, bytes]) -> bool:
        serving = self._site.serving
        hosts = self._site.hosts
        return not serving.closed and (not hosts or host_of(headers.get(b"host", b"").decode("latin-1")) in hosts)

    def _message(self, raw: Raw, headers: Mapping[bytes, bytes]) -> Message | None:
        found, known = self._find(raw)
        if known is None or found is None:
            return None
        if known.answer is not found:
            known.answer, known.messages = found, {}
        is_had = is_known(found, headers.get(b"if-none-match", b"").decode("latin-1"))
        form = is_had, is_packed(headers.get(b"accept-encoding", b"").decode("latin-1"))
        message = known.messages.get(form)
        if message is None:
            message = known.messages[form] = _message_of(found, *form)
        return message

    def _find(self, raw: Raw) -> tuple[Answer | None, _Known | None]:
        if raw[0] in self._fixed:
            return self._fixed[raw[0]]
        known = self._known.get(raw)
        if known is None or known.spot is None:
            return None, None
        self._known.move_to_end(raw)
        return sent_again(self._site, known.spot), known

    def _remember(self, raw: Raw, scope: Scope) -> None:
        asked = scope.get("state", {}).get("asked")
        if asked is None or len(asked.spots) != 1:
            return
        self._known[raw] = _Known(asked.spots[0])
        if len(self._known) > MOST:
            self._known.popitem(last=False)


def _plain_headers(scope: Scope) -> dict[bytes, bytes] | None:
    """The headers of a request that may take the short way; None for every other."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    headers = dict(scope["headers"])
    if len(headers) != len(scope["headers"]) or b"cookie" in headers or b"authorization" in headers:
        return None
    return headers


def _message_of(found: Answer, is_had: bool, packs: bool) -> Message:  # noqa: FBT001 - as they are kept
    response = response_of(found, is_had=is_had, packs=packs)
    headers = MutableHeaders(raw=list(response.raw_headers))
    add_headers(headers)
    return response.status_code, headers.raw, bytes(response.body)
