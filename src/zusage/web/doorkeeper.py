"""Who stands at the door: the session or token of each request, and whether a form may have come from another site.

Stands inside `zusage.web.security.Guard`. Where neither a cookie nor a token comes along, it costs nothing.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from zusage.web.access import Visitor, visitor_for
from zusage.web.address import LANGUAGES
from zusage.web.forms import session_cookie
from zusage.web.site import Site
from zusage.workflow.accounts import signing_in, tokens

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BEARER = "bearer "
_OPEN = (
    "/static/",
    *(f"/{each}/{path}" for each in LANGUAGES for path in ("account/sign-in", "follow/confirm/", "follow/leave/")),
)
"""What a closed server shows to everybody."""


class Doorkeeper:
    """Finds out who asks, and turns away what another site made a browser send."""

    def __init__(self, app: ASGIApp, *, site: Site) -> None:
        """Stand before an app that serves a site."""
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        refusal = await self._refuse(request)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        visitor = getattr(request.state, "visitor", None)
        await self._app(scope, receive, _private(send) if visitor is not None else send)

    async def _refuse(self, request: Request) -> Response | None:
        """Note who asks in the request's state; return an answer only if there is no going on."""
        if request.method not in _SAFE and _is_foreign(request):
            return PlainTextResponse("This form was sent by another site.\n", status_code=403)
        header = request.headers.get("authorization", "")
        secret = request.cookies.get(session_cookie(request), "")
        if header.lower().startswith(_BEARER):
            visitor = await run_in_threadpool(self._by_token, header[len(_BEARER) :].strip())
            if visitor is None:
                words = {"detail": "This token is none, has expired, or was taken back."}
                return JSONResponse(words, status_code=401, headers={"WWW-Authenticate": "Bearer"})
            request.state.visitor = visitor
        elif secret:
            await run_in_threadpool(self._by_session, request, secret)
        return self._closed(request)

    def _by_token(self, secret: str) -> Visitor | None:
        found = tokens.check_token(self._site.workspace, secret)
        return None if found is None else visitor_for(*found, public=self._site.serving.public)

    def _by_session(self, request: Request, secret: str) -> None:
        session = signing_in.find_session(self._site.workspace, secret)
        if session is not None:
            account = session.account
            request.state.visitor = visitor_for(account, account.rights, public=self._site.serving.public)
            request.state.session = session
            request.state.session_secret = secret

    def _closed(self, request: Request) -> Response | None:
        """Send who is not signed in to the door, where the server shows nothing to strangers."""
        path = request.url.path
        is_open = not self._site.serving.closed or path.startswith(_OPEN)
        if is_open or getattr(request.state, "visitor", None) is not None:
            return None
        if path.startswith("/api/") or path.endswith((".json", ".csv")):
            return JSONResponse({"detail": "Sign in, or send a token."}, 401, headers={"WWW-Authenticate": "Bearer"})
        language = next((each for each in LANGUAGES if path.startswith(f"/{each}/")), "en")
        wanted = quote(f"{path}?{request.url.query}" if request.url.query else path, safe="")
        return RedirectResponse(f"/{language}/account/sign-in?next={wanted}", status_code=303)


def _is_foreign(request: Request) -> bool:
    """Whether a browser says that another site, or another program on this machine, made it send this."""
    told = request.headers.get("sec-fetch-site")
    if told is not None:
        return told not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None or origin == "null":  # our own policy on referrers makes it null; the form's token decides
        return False
    return urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()


def _private(send: Send) -> Send:
    """Mark an answer as one for an account: no cache on the way may keep it."""

    async def send_marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("cache-control") != "no-store" and not headers.get("cache-control", "").startswith("public"):
                headers["Cache-Control"] = "private, no-cache"
        await send(message)

    return send_marked
