"""The application: pages, data and static files over one ledger. `create_app` is all there is; importing does nothing."""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from zusage import __version__
from zusage.errors import AccessError, LedgerError, MissingError, ZusageError
from zusage.publish import svg
from zusage.web.access import Visitor
from zusage.web.address import LANGUAGES, Address, AddressError
from zusage.web.answering import Offer, reply, routes_of, visitor_of
from zusage.web.asking import Asked, FormError, NotThereError
from zusage.web.cache import Answer
from zusage.web.doorkeeper import Doorkeeper
from zusage.web.rendering import render
from zusage.web.routes.api import DESCRIPTION
from zusage.web.security import Guard
from zusage.web.shortcut import Shortcut
from zusage.web.site import Site

GROUPS = (
    "overview",
    "about",
    "entries",
    "parties",
    "conflicts",
    "meetings",
    "reports",
    "assessments",
    "adding",
    "remarks",
    "feeds",
    "citing",
    "following",
    "accounts",
    "api",
    "writing",
    "sending",
    "review",
)
"""Modules of `zusage.web.routes`. Each has ``OFFERS`` (pages), ``ROUTES`` (Starlette routes, for forms) or a ``ROUTER`` (JSON)."""

STATIC_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


def create_app(site: Site) -> FastAPI:
    """Make an application that serves a site."""
    app = FastAPI(
        title="Zusage",
        version=__version__,
        summary="Who has promised what, on which condition, in which words",
        description=DESCRIPTION,
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
        exception_handlers={
            HTTPException: _explain_status,
            NotThereError: _explain_missing,
            ZusageError: _explain_error,
        },
    )
    app.state.site = site
    app.add_middleware(Doorkeeper, site=site)
    app.add_middleware(Guard, hosts=lambda: site.hosts)
    app.add_middleware(Shortcut, site=site, fixed=_static_answers())
    for module in _groups():  # first: "api" is no language
        if hasattr(module, "ROUTER"):
            app.include_router(module.ROUTER)
    app.router.routes.extend(_routes())
    return app


def offers() -> list[Offer]:
    """All pages of all groups."""
    return [each for module in _groups() for each in getattr(module, "OFFERS", ())]


def _groups() -> list[ModuleType]:
    return [importlib.import_module(f"zusage.web.routes.{name}") for name in GROUPS]


def _routes() -> list[Route]:
    found: list[Route] = [Route("/", _choose_language), *_static_routes()]
    for module in _groups():
        found.extend(getattr(module, "ROUTES", ()))
    return found + routes_of(offers())


def _static_routes() -> list[Route]:
    return [Route(path, _static(found)) for path, found in _static_answers().items()]


@cache
def _static_answers() -> Mapping[str, Answer]:
    """The static files by their paths; a file is read when the program starts, and its tag is its digest."""
    headers = {"Cache-Control": "public, max-age=3600", "Vary": "Accept-Encoding"}
    return {
        f"/static/{file.name}": Answer(_content(file), STATIC_TYPES[file.name.rpartition(".")[2]], headers=headers)
        for file in sorted((files("zusage.web") / "static").iterdir(), key=lambda each: each.name)
        if file.name.rpartition(".")[2] in STATIC_TYPES
    }


def _content(file: Traversable) -> bytes:
    """A file's bytes; the style of drawings, which they also have where they stand alone, joins the style sheet."""
    content = file.read_bytes()
    return content + svg.STYLE.encode() if file.name == "zusage.css" else content


def _static(found: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        return reply(request, found)

    return send


async def _choose_language(request: Request) -> Response:
    """Send to the pages in the language that the browser likes best: German if it likes that before English."""
    liked = [
        part.partition(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").lower().split(",")
    ]
    language = next((each for each in liked if each in LANGUAGES), "en")
    return RedirectResponse(f"/{language}/", headers={"Vary": "Accept-Language"})


async def _explain_status(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)  # noqa: S101 - registered for these
    return _problem(request, problem.status_code, "", dict(problem.headers or {}))


async def _explain_missing(request: Request, _: Exception) -> Response:
    return _problem(request, 404, "")


async def _explain_error(request: Request, problem: Exception) -> Response:
    status = next((status for sort, status in _STATUSES if isinstance(problem, sort)), 422)
    status = problem.status if isinstance(problem, FormError) else status
    assert isinstance(problem, ZusageError)  # noqa: S101 - registered for these
    return _problem(request, status, problem)


def _problem(
    request: Request, status: int, words: ZusageError | str, headers: dict[str, str] | None = None
) -> Response:
    """Say what is wrong: as JSON where data was asked for, else as a page in the language of the address."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith((".json", ".csv")):
        return JSONResponse(
            {"detail": str(words) or _STATUS_WORDS.get(status, "")}, status_code=status, headers=headers
        )
    site: Site = request.app.state.site
    language = next((each for each in LANGUAGES if path.startswith(f"/{each}/")), "en")
    visitor: Visitor = visitor_of(request)
    asked = Asked(site, Address(language=language), visitor, {})
    back = path if status == _FORBIDDEN and not visitor.is_signed_in and site.has_accounts else ""
    body = render("problem.html", asked, {"status": status, "words": words, "back": back})
    return Response(body, status_code=status, headers=headers, media_type="text/html")


_STATUSES: tuple[tuple[type[ZusageError], int], ...] = (
    (AddressError, 400),
    (MissingError, 404),
    (LedgerError, 503),
    (AccessError, 403),
)
_FORBIDDEN = 403
_STATUS_WORDS = {
    400: "This request cannot be understood.",
    401: "Send a token, as Authorization: Bearer zusage_…",
    404: "There is nothing at this address.",
    405: "This address cannot be asked that way.",
}
