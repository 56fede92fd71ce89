"""Citations: every page also at its address with ``.bib``, ``.ris`` and ``.csl.json``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zusage.publish.citations.forms import FORMS
from zusage.publish.citations.reference import Reference
from zusage.web.answering import MEDIA_TYPES, asked_of, reply
from zusage.web.asking import Asked
from zusage.web.cache import Answer
from zusage.web.following import root_of
from zusage.web.keeping import kept_forms
from zusage.web.views.citing import reference_of


def _route(form: str) -> Route:
    return Route(f"/{{language}}/{{page:path}}.{form}", _endpoint(form), methods=["GET"])


def _endpoint(form: str) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        asked = asked_of(request, form)
        root = root_of(asked.site, request)
        found = await kept_forms(asked, root, partial(write_citations, root=root))
        return reply(request, found)

    return send


def write_citations(asked: Asked, root: str) -> dict[str, Answer]:
    """Write the citation of a page in all forms.

    Raises:
        NotThereError: there is no such page.
    """
    reference = reference_of(asked, root)
    return {form: _citation(reference, form) for form in FORMS}


def _citation(reference: Reference, form: str) -> Answer:
    name = f"{reference.key}.{form.rpartition('.')[2]}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Answer(FORMS[form].write(reference).encode(), MEDIA_TYPES[form], headers=headers)


ROUTES = [_route(form) for form in FORMS]
