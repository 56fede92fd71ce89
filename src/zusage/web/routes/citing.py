"""Citations: every page also at its address with ``.bib``, ``.ris`` and ``.csl.json``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zusage.publish.citations.forms import FORMS
from zusage.web.answering import MEDIA_TYPES, asked_of, kept, reply
from zusage.web.asking import Asked
from zusage.web.cache import Answer
from zusage.web.following import root_of
from zusage.web.views.citing import reference_of


def _route(form: str) -> Route:
    return Route(f"/{{language}}/{{page:path}}.{form}", _endpoint(form), methods=["GET"])


def _endpoint(form: str) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        asked = asked_of(request, form)
        root = root_of(asked.site, request)
        found = await kept(asked, root, lambda: write_citation(asked, root))
        return reply(request, found)

    return send


def write_citation(asked: Asked, root: str) -> Answer:
    """Write the citation of a page in the form that its address names; also what the static edition writes.

    Raises:
        NotThereError: there is no such page.
    """
    form = asked.address.form
    reference = reference_of(asked, root)
    body = FORMS[form].write(reference).encode()
    name = f"{reference.key}.{form.rpartition('.')[2]}"
    return Answer(body, MEDIA_TYPES[form], headers={"Content-Disposition": f'attachment; filename="{name}"'})


ROUTES = [_route(form) for form in FORMS]
