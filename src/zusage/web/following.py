"""What of a page can be followed, and under which address the world knows it."""

from __future__ import annotations

from starlette.requests import Request

from zusage.errors import InputError
from zusage.publish.feeds.forms import FORMS
from zusage.web.address import Address
from zusage.web.site import Site
from zusage.workflow.following.topics import Topic, make_topic, read_topic


def topic_of(address: Address) -> Topic | None:
    """Return what is followed on a page, None where that is nothing.

    Raises:
        InputError: a filter of the address is none.
    """
    try:
        plain = read_topic(address.path)
    except InputError:
        return None
    return make_topic(plain.sort, plain.name, address.query)


def feed_links(address: Address) -> tuple[tuple[str, str, str], ...]:
    """Return name, media type and address of each form of a page's feed; none where nothing can be followed."""
    try:
        topic = topic_of(address)
    except InputError:
        return ()
    if topic is None:
        return ()
    path = "/overview" if topic.path == "/" else topic.path
    base = f"{address.root}/{address.language}{path}"
    return tuple((form.name, form.media_type, f"{base}.{ending}{topic.query}") for ending, form in FORMS.items())


def topic_address(address: Address) -> str:
    """Return how what is followed on a page is written down; the whole where that is nothing."""
    topic = topic_of(address)
    return topic.address if topic else "/"


def root_of(site: Site, request: Request) -> str:
    """Return the address under which the world knows the site, without a last stroke; else the one that was asked."""
    return (site.serving.address or str(request.base_url)).rstrip("/")
