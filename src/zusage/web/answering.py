"""One page function answers in many forms: HTML, JSON, CSV, SVG and what else a page has, with an entity tag and a cache.

A module in `zusage.web.routes` offers its pages with `offer`; `zusage.web.app` makes routes of the offers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from zusage.publish.svg import standalone
from zusage.publish.time_axis import NARROW, WIDE
from zusage.web.access import Visitor
from zusage.web.address import LANGUAGES, Address, path_in_form, read_query
from zusage.web.asking import Asked, NotThereError
from zusage.web.cache import Answer
from zusage.web.keeping import kept, kept_forms
from zusage.web.page import Page, as_csv, as_json
from zusage.web.rendering import render
from zusage.web.site import Site

PageFunction = Callable[[Asked], Page]

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "svg": "image/svg+xml; charset=utf-8",
    "narrow.svg": "image/svg+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "feed.json": "application/feed+json",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
"""Forms by their endings, and what they are on the wire."""

DATA = ("json", "csv")
"""The forms that every page has besides HTML."""

DRAWN = ("svg", "narrow.svg")
"""The forms of a page with a chart: beside a table, and for a telephone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A page under a path after the language, as ``/entries/{entry}``, in HTML and some forms more."""

    path: str
    answers: PageFunction
    forms: tuple[str, ...]


def offer(path: str, answers: PageFunction, *, more: Sequence[str] = ()) -> Offer:
    """Offer a page in HTML, JSON and CSV, and in ``more`` forms (keys of `MEDIA_TYPES`)."""
    return Offer(path, answers, ("html", *DATA, *more))


def routes_of(offers: Sequence[Offer]) -> list[Route]:
    """Make routes; those with an ending come first, so that ``3fa2.json`` is no entry of that name."""
    made = []
    for each in offers:
        for form in sorted(each.forms, key=lambda form: (-form.count("."), form == "html")):
            path = (
                each.path if form == "html" else path_in_form(each.path, form).replace("%7B", "{").replace("%7D", "}")
            )
            made.append((form == "html", Route(f"/{{language}}{path}", _endpoint(each, form), methods=["GET"])))
    return [route for _, route in sorted(made, key=lambda pair: pair[0])]


def _endpoint(each: Offer, form: str) -> Callable[[Request], object]:
    async def respond(request: Request) -> Response:
        asked = asked_of(request, form)
        return reply(request, await answer(asked, each.answers, each.forms))

    return respond


def asked_of(request: Request, form: str = "html") -> Asked:
    """Read what is asked for out of a request.

    Raises:
        AddressError: its parameters cannot be understood.
        NotThereError: the path begins with no language of ours.
    """
    values = dict(request.path_params)
    language = values.pop("language", "en")
    if language not in LANGUAGES:
        raise NotThereError
    path = _path_of(request.url.path, language, form)
    address = Address(language=language, path=path, form=form, query=read_query(request.query_params.multi_items()))
    site: Site = request.app.state.site
    request.state.asked = found = Asked(site, address, visitor_of(request), values)
    return found


def _path_of(whole: str, language: str, form: str) -> str:
    path = whole.removeprefix(f"/{language}") or "/"
    path = path if form == "html" else path.removesuffix(f".{form}")
    return "/" if path == "/overview" else path


def visitor_of(request: Request) -> Visitor:
    """Who asks: what an outer layer has found out, else nobody in particular."""
    found = getattr(request.state, "visitor", None)
    if isinstance(found, Visitor):
        return found
    site: Site = request.app.state.site
    return Visitor(public=site.serving.public)


async def answer(asked: Asked, answers: PageFunction, forms: Sequence[str] = ()) -> Answer:
    """Answer from the cache, else work the answer out beside the event loop and keep it; ``forms`` are all it has."""
    if forms and not asked.site.serving.answers:  # plain files: every form will be asked for
        return await kept_forms(asked, "", partial(_in_all_forms, answers=answers, forms=forms))
    return await kept(asked, "", partial(work_out, answers=answers))


def _in_all_forms(asked: Asked, answers: PageFunction, forms: Sequence[str]) -> dict[str, Answer]:
    """Work a page out once, and put it into each form that it has; as data once more, where it shows a part of it."""
    page, made = answers(asked), {}
    for form in forms:
        if form == asked.address.form:
            made[form] = formed(asked, page)
            continue
        other = replace(asked, address=replace(asked.address, form=form))
        with suppress(NotThereError):
            made[form] = formed(other, answers(other) if page.is_part and form in DATA else page)
    return made


def work_out(asked: Asked, answers: PageFunction) -> Answer:
    """Answer a question in the form that its address names; also what the static edition writes.

    Raises:
        NotThereError: the page has no such form now.
    """
    return formed(asked, answers(asked))


def formed(asked: Asked, page: Page) -> Answer:
    """Put a page into the form that its address names.

    Raises:
        NotThereError: the page has no such form.
    """
    form = asked.address.form
    if form == "html":
        text: str | None = render(page.template, asked, {"view": page.view, "page": page})
    elif form == "json":
        text = as_json(page.view)
    elif form == "csv":
        text = None if page.table is None else as_csv(page.table)
    elif form == "svg":
        text = None if page.drawing is None else standalone(page.drawing(WIDE))
    elif form == "narrow.svg":
        text = None if page.drawing is None else standalone(page.drawing(NARROW))
    else:
        text = page.others.get(form)
    if text is None:
        raise NotThereError
    return Answer(text.encode(), MEDIA_TYPES[form], page.status)


def reply(request: Request, found: Answer) -> Response:
    """Send an answer: nothing but headers where the asker has it already, packed where he can unpack."""
    is_had = is_known(found, request.headers.get("if-none-match", ""))
    return response_of(found, is_had=is_had, packs=is_packed(request.headers.get("accept-encoding", "")))


def is_known(found: Answer, marks: str) -> bool:
    """Say whether one of the entity tags that an asker has is this answer's."""
    return found.status == 200 and found.mark in {each.strip() for each in marks.split(",")}  # noqa: PLR2004 - HTTP


def is_packed(accepted: str) -> bool:
    """Say whether an asker can unpack."""
    return "gzip" in accepted


def response_of(found: Answer, *, is_had: bool, packs: bool) -> Response:
    """What goes over the wire for an answer, but for what `zusage.web.security` adds."""
    headers = {"ETag": found.mark, "Vary": "Accept-Encoding, Cookie", "Cache-Control": "no-cache", **found.headers}
    if is_had:
        return Response(status_code=304, headers=headers)
    body = found.body
    if found.packed is not None and packs:
        body = found.packed
        headers["Content-Encoding"] = "gzip"
    return Response(body, status_code=found.status, headers=headers, media_type=found.media_type)


async def show(request: Request, asked: Asked, page: Page) -> Response:
    """Send a page that answers a form, or is for one visitor alone: it is not kept."""
    return reply(request, await run_in_threadpool(formed, asked, page))


def redirect(asked: Asked, path: str, **parameters: str | int | None) -> RedirectResponse:
    """Send the asker to another page of ours after a form was handled (303, so that reloading repeats nothing)."""
    return RedirectResponse(asked.address.link(path, **parameters), status_code=303)
