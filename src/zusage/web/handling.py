"""Requests that change something, or that only an account may make: who may, the form that was sent, and the answer.

A handler is a plain function from a `Call` to an answer; it runs beside the event loop.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from zusage.ledger.accounts import Session
from zusage.ledger.auditing import add_audit
from zusage.model.accounts import Audit
from zusage.web.access import may
from zusage.web.answering import asked_of
from zusage.web.asking import Asked, FormError
from zusage.web.forms import Form, form_page, read_form
from zusage.workflow.workspace import Workspace

Handler = Callable[["Call"], Response]
Endpoint = Callable[[Request], Awaitable[Response]]
Reader = Callable[[Request], Awaitable[Form]]

SIGN_IN = "/account/sign-in"

SESSION = "session"
"""Stands for a right: whoever is signed in with a browser, to look after his own account."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a handler; ``form`` is empty for a page that is only looked at."""

    request: Request
    asked: Asked
    form: Form = Form(())  # noqa: RUF009 - frozen

    @property
    def workspace(self) -> Workspace:
        """The ledger with its dossier."""
        return self.asked.workspace

    @property
    def who(self) -> str:
        """The account that asks; empty for nobody."""
        return self.asked.visitor.account or ""

    @property
    def session(self) -> Session | None:
        """The session by which it asks."""
        return getattr(self.request.state, "session", None)

    @property
    def address(self) -> str:
        """The network address that asks."""
        return self.request.client.host if self.request.client else ""

    def value(self, name: str) -> str:
        """A part of the path."""
        return self.asked.values[name]

    def query(self, name: str) -> str:
        """A parameter of the address that is no state of a page."""
        return self.request.query_params.get(name, "")

    def page(self, template: str, *, status: int = 200, **context: object) -> Response:
        """A page with forms."""
        return form_page(self.request, self.asked, template, context, status=status)

    def go(self, path: str, **parameters: str | int | None) -> Response:
        """Send the asker on to another page of ours (303, so that reloading repeats nothing)."""
        return RedirectResponse(self.asked.address.link(path, **parameters), status_code=303)

    def audit(self, act: str, about: str, detail: str = "") -> None:
        """Write down what was decided."""
        entry = Audit(at=self.workspace.clock(), who=self.who, act=act, about=about, detail=detail)
        with self.workspace.ledger.writing() as connection:
            add_audit(connection, entry)


def shown(path: str, handler: Handler, *, to: str | None = None) -> Route:
    """A page for whoever may do ``to`` (None: for everybody); others are sent to sign in."""
    return Route(f"/{{language}}{path}", _endpoint(handler, to, sent=False), methods=["GET"])


def done(path: str, handler: Handler, *, to: str | None = None, read: Reader = read_form) -> Route:
    """What a form of ours does, for whoever may do ``to`` (None: for everybody); ``read`` takes what was sent."""
    return Route(f"/{{language}}{path}", _endpoint(handler, to, sent=True, read=read), methods=["POST"])


def _endpoint(handler: Handler, to: str | None, *, sent: bool, read: Reader = read_form) -> Endpoint:
    async def respond(request: Request) -> Response:
        asked = asked_of(request)
        if not _may(request, asked, to):
            return _turn_away(request, asked)
        if sent and request.headers.get("authorization"):
            raise FormError("the form", "is for people; programs use /api", status=403)
        form = await read(request) if sent else Form(())
        return await run_in_threadpool(handler, Call(request, asked, form))

    return respond


def _may(request: Request, asked: Asked, to: str | None) -> bool:
    if to == SESSION:
        return getattr(request.state, "session", None) is not None
    return to is None or may(asked.visitor, to)


def _turn_away(request: Request, asked: Asked) -> Response:
    """Send nobody to sign in; tell an account that it may not."""
    if asked.visitor.is_signed_in or request.method == "POST":
        hint = "an admin can give the account another role" if asked.visitor.is_signed_in else "sign in first"
        raise FormError("this", "is not for you to do", hint=hint, status=403)
    wanted = quote(f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path, safe="")
    return RedirectResponse(f"{asked.address.link(SIGN_IN)}?next={wanted}", status_code=303)
