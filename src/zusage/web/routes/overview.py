"""``/{language}/``: the overview. A model for all other groups of pages."""

from __future__ import annotations

from zusage.web.answering import offer
from zusage.web.asking import Asked
from zusage.web.page import Page
from zusage.web.views.overview import overview


def answer_overview(asked: Asked) -> Page:
    """Who has said what on which measure, and what is new."""
    view = overview(asked.lookups, as_of=asked.address.as_of, since=asked.address.since, packages=asked.site.packages)
    return Page(template="overview.html", view=view, table=view.table())


OFFERS = [offer("/", answer_overview)]
