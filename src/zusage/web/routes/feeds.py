"""Feeds: every page that can be followed also at its address with ``.atom``, ``.rss`` and ``.feed.json``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from zusage.errors import InputError
from zusage.publish.feeds.forms import FORMS
from zusage.web.answering import MEDIA_TYPES, asked_of, reply
from zusage.web.asking import Asked, NotThereError
from zusage.web.cache import Answer
from zusage.web.following import root_of, topic_of
from zusage.web.keeping import kept
from zusage.workflow.following.feeds import Edition, make_feed


def _route(form: str) -> Route:
    return Route(f"/{{language}}/{{page:path}}.{form}", _endpoint(form), methods=["GET"])


def _endpoint(form: str) -> Callable[[Request], Awaitable[Response]]:
    async def send(request: Request) -> Response:
        asked = asked_of(request, form)
        root = root_of(asked.site, request)
        found = await kept(asked, root, partial(write_feed, root=root))
        return reply(request, found)

    return send


def write_feed(asked: Asked, root: str) -> Answer:
    """Write the feed of a page in the form that its address names; few ask for more than one.

    Raises:
        NotThereError: there is no such page, or nothing that could be followed on it.
    """
    try:
        topic = topic_of(asked.address)
    except InputError as problem:
        raise NotThereError from problem
    if topic is None:
        raise NotThereError
    feed = make_feed(
        asked.lookups, topic, Edition(language=asked.language, root=root, remarks=asked.site.serving.answers)
    )
    form = asked.address.form
    return Answer(FORMS[form].write(feed), MEDIA_TYPES[form])


ROUTES = [_route(form) for form in FORMS]
